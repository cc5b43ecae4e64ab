"""Binding: the arguments of a frame, searched inside the clause of its trigger."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from whoheld.extract.line import Line
from whoheld.extract.phrase import Party, Phrase, Places
from whoheld.extract.scan import Unit
from whoheld.lang import Entry, Pack, Trigger

_MODIFIERS = 4
_BARE = frozenset({"", "comma", "list", "after"})
_BETWEEN = frozenset({"article", "possessive", "adverb", "direction", "still", "now", "share"})
_DATES = frozenset({"day", "weekday", "month", "time", "number", "ordinal", "unit"})
_AUXILIARY = frozenset({"be", "have", "had", "adverb", "still", "now", "modal", "to", "become", "direction", "both", "negation"})
_BREAKS = frozenset({"after", "before", "when", "hypothesis", "contrast"})


@dataclass(slots=True)
class Frame:
    """A trigger with what was bound to it.

    Attributes:
        at: unit index of the trigger.
        voice: ``active``, ``passive``, ``reduced``, ``noun``, ``state`` or ``compound``.
        pivot: the unit before which the subject stands: the trigger, or the light verb that carries its noun.
        places, actor, loser: what was found; an actor that only a pronoun names is left to the discourse.
        pronoun: gender of the pronoun that stands for the actor (``n`` where the language does not tell), or empty.
        object_pronoun: whether a pronoun stands for the place.
    """

    at: int
    entry: Entry
    trigger: Trigger
    voice: str
    pivot: int
    places: list[Places] = field(default_factory=list)
    actor: Party | None = None
    loser: Party | None = None
    pronoun: str = ""
    pronoun_role: str = ""
    object_pronoun: bool = False


class Binder:
    """Finds the arguments of triggers in lines of one language."""

    def __init__(self, language: Pack) -> None:
        self._pack = language
        self._verb_first = language.writing.verb_first
        self._article = language.writing.article
        self._triggers = {trigger.name: trigger for trigger in language.trigger}

    def frame(self, line: Line, at: int, entry: Entry) -> Frame:
        """The frame that a trigger evokes, with its arguments."""
        trigger = self._triggers[entry.value]
        frame = Frame(at, entry, trigger, self._voice(line, at, entry, trigger), at)
        if frame.voice in {"noun", "state"}:
            frame.pivot = self._carrier(line, at)
        self._places(line, frame)
        frame.actor = self._role(line, frame, "actor", trigger.actor)
        frame.loser = self._role(line, frame, "loser", trigger.loser)
        if frame.loser is frame.actor and "object" in trigger.loser:
            frame.actor = None
        elif frame.loser is frame.actor:
            frame.loser = None
        return frame

    def _voice(self, line: Line, at: int, entry: Entry, trigger: Trigger) -> str:
        unit = line.units[at]
        if unit.gap == "-" and entry.tense not in {"noun", ""}:
            return "compound"
        if entry.tense in {"noun", ""}:
            return "state" if self.state(line, at, trigger) else "noun"
        if entry.tense == "passive":
            return "passive"
        if entry.tense not in {"ed", "participle"}:
            return "active"
        helpers = frozenset[str]().union(*(u.tags for u in self._helpers(line, at)))
        if "be" in helpers or "become" in helpers:
            return "passive"
        if helpers & {"have", "had"}:
            return "active"
        return "reduced" if entry.tense == "participle" or self._reduced(line, at) else "active"

    def _helpers(self, line: Line, at: int) -> list[Unit]:
        found = list[Unit]()
        for unit in line.before(at, 5):
            if unit.tags.isdisjoint(_AUXILIARY):
                break
            found.append(unit)
        return found

    def _reduced(self, line: Line, at: int) -> bool:
        following = line.units[at + 1] if at + 1 < len(line.units) else None
        by = following.entry("preposition") if following else None
        return by is not None and by.value == "by" and following is not None and not following.gap

    def state(self, line: Line, at: int, trigger: Trigger) -> str:
        """The label of the preposition that makes a noun a state ("under the full control"), or empty."""
        unit = line.units[at]
        if unit.reading.preposition in trigger.states:
            return unit.reading.preposition
        for back in range(at - 1, max(-1, at - 7), -1):
            other = line.units[back]
            if other.gap and back + 1 < at and line.units[back + 1].gap not in {"", "-", "«", "\"", "“"}:
                return ""
            if label := other.entry("preposition"):
                return self._stated(line, back, label.value, trigger)
            if self._verb_first and back < at - 1 or "trigger" in other.tags:
                return ""
        return ""

    def _stated(self, line: Line, at: int, label: str, trigger: Trigger) -> str:
        """The label, if it makes a state; what is "off" somebody's control has left it only where a verb says so."""
        if label not in trigger.states:
            return ""
        left = label != "off" or any("light" in line.units[n].tags for n in line.leftward(at))
        return label if left else ""

    def _carrier(self, line: Line, at: int) -> int:
        """The unit of the light verb that carries a noun, else the noun's own."""
        for back in line.leftward(at):
            unit = line.units[back]
            if "light" in unit.tags or "become" in unit.tags or "achieve" in unit.tags:
                return back
            if not unit.tags.isdisjoint(_BREAKS | {"trigger", "relative"}):
                break
        return at

    def _places(self, line: Line, frame: Frame) -> None:
        for slot in frame.trigger.place:
            found = list(self._slot_places(line, frame, slot))
            if found:
                frame.places = found
                return
        frame.places = list(self._where(line, frame.at))
        if frame.places:
            return
        frame.object_pronoun = bool(frame.entry.pronoun) and "object" in frame.trigger.place and frame.voice == "active"

    def _where(self, line: Line, at: int) -> Iterator[Places]:
        """The place before "where", for a clause that names none."""
        for left in line.leftward(at, asides=True):
            if "where" in line.units[left].tags:
                before = line.phrase(left - 1)
                if isinstance(before, Places) and not before.modifier:
                    yield before
                return

    def _slot_places(self, line: Line, frame: Frame, slot: str) -> Iterator[Places]:
        voice = frame.voice
        if voice == "compound":
            yield from self._after_hyphen(line, frame.at)
        elif slot == "rest":
            yield from self._rest(line, frame.at)
        elif slot == "subject" or voice == "state":
            yield from self._subject_places(line, frame)
        elif slot == "object" and voice in {"passive", "reduced"}:
            yield from self._subject_places(line, frame)
        elif slot == "object" and voice == "noun":
            yield from self._objects(line, frame.at) if self._verb_first else self._prepositional(line, frame.at, {"of"}, near=True)
        elif slot == "object":
            yield from self._objects(line, frame.at)
        else:
            yield from self._prepositional(line, frame.at, {slot})

    def _rest(self, line: Line, at: int) -> Iterator[Places]:
        """What "nothing but" excepts: the first places after it that do not only say where it lies."""
        for phrase in line.phrases:
            if phrase.first > at and isinstance(phrase, Places) and phrase.case not in {"direction", "near", "toward", "after"}:
                yield from self._coordinated(line, phrase)
                return

    def _after_hyphen(self, line: Line, at: int) -> Iterator[Places]:
        for right in line.rightward(at):
            if isinstance(phrase := line.phrase(right), Places):
                yield phrase
                return
            unit = line.units[right]
            if unit.gap not in {"", "-"} or (unit.tags and unit.tags.isdisjoint(_BETWEEN)):
                return

    def _objects(self, line: Line, at: int) -> Iterator[Places]:
        following = line.units[at + 1] if at + 1 < len(line.units) else None
        if following is not None and not self._verb_first and "pronoun" in following.tags and not following.gap:
            yield Places(at + 1, at + 1, anaphor="pronoun")
            return
        first = next((p for p in line.phrases if p.first > at and isinstance(p, Places)), None)
        if first is not None and first.case in {"", "comma"} and not first.modifier and self._reaches(line, at, first):
            yield from self._coordinated(line, first)
        elif not self._verb_first:
            yield from self._gap(line, at)

    def _gap(self, line: Line, at: int) -> Iterator[Places]:
        """The antecedent of a relative clause whose object a verb lacks ("the town that the army still holds")."""
        for left in line.leftward(at):
            tags = line.units[left].tags
            if "relative" in tags:
                before = [p for p in line.phrases if p.last < left and isinstance(p, Places)]
                close = next((p for p in before if p.last == left - 1), None)
                bare = next((p for p in before if p.case in {"", "comma"} and not p.modifier), None)
                copula = any("be" in line.units[n].tags for n in range(left))
                found = bare if copula and (close is None or close.case not in _BARE) else close
                if found is not None and not found.modifier:
                    yield found
                return
            before = line.phrase(left)
            if isinstance(before, Places) and before.anaphor and before.last == left and line.units[left + 1].tags & {"article", "actor", "armed"}:
                yield before
                return
            if before is None and ("trigger" in tags or "report" in tags or "preposition" in tags):
                return

    def _reaches(self, line: Line, at: int, phrase: Places) -> bool:
        """Whether nothing but what may open its noun phrase stands between a verb and its object."""
        headed = bool(line.units[phrase.first].tags & {"head", "area", "share"})
        if self._verb_first:
            return all(self._passes(line, between, headed=headed) for between in range(at + 1, phrase.first))
        unknown = phrase.case == "comma"
        for between in range(at + 1, phrase.first):
            unit = line.units[between]
            if set(unit.gap) - set("«\"“('-"):
                return False
            if isinstance(line.phrase(between), Party) or ("actor" in unit.tags and unit.possessive):
                continue
            if unit.tags.isdisjoint(_BETWEEN):
                if unit.tags or not headed:
                    return False
                unknown = True
            elif unknown:
                return False
        return not unknown or headed

    def _passes(self, line: Line, at: int, *, headed: bool) -> bool:
        unit = line.units[at]
        if isinstance(line.phrase(at), Party):
            return True
        if not unit.tags.isdisjoint(_BREAKS | {"trigger", "bound", "report"}) or isinstance(line.phrase(at), Places):
            return False
        if headed:
            return True
        return not set(unit.gap) & set(",،") and not unit.tags.isdisjoint(_BETWEEN | _DATES)

    def _prepositional(self, line: Line, at: int, cases: Collection[str], *, near: bool = False) -> Iterator[Places]:
        for right in line.rightward(at):
            unit = line.units[right]
            phrase = line.phrase(right)
            if isinstance(phrase, Places) and phrase.first == right:
                if near and not self._adjoins(line, at, phrase):
                    return
                if (phrase.case in cases or phrase.case == "like") and not phrase.modifier:
                    yield from self._coordinated(line, phrase)
                    return
                if near and phrase.case == "":
                    return
            if (label := unit.entry("preposition")) and label.value in cases and not isinstance(line.phrase(right + 1), Places):
                if not self._opens(line, right):
                    return
            if entry := unit.entry("bound"):
                if entry.value in cases and not near:
                    yield Places(right, right, case=entry.value, anaphor="pronoun")
                    return
            elif "trigger" in unit.tags and (line.finite(right) or near) and phrase is None:
                return

    def _adjoins(self, line: Line, at: int, phrase: Places) -> bool:
        """Whether only a preposition, an article and adjectives part a noun from its complement."""
        allowed = _BETWEEN | {"preposition", "whole"}
        return phrase.first - at <= _MODIFIERS + 1 and all(
            not line.units[n].tags or not line.units[n].tags.isdisjoint(allowed) for n in range(at + 1, phrase.first)
        )

    def _opens(self, line: Line, at: int) -> bool:
        """Whether a place phrase follows a preposition after an article and adjectives."""
        ahead = next((p for p in line.phrases if p.first > at), None)
        return isinstance(ahead, Places) and ahead.case == getattr(line.units[at].entry("preposition"), "value", "")

    def _coordinated(self, line: Line, first: Places) -> Iterator[Places]:
        """A phrase with those that a conjunction joins to it in the same slot."""
        yield first
        for phrase in line.phrases:
            if phrase.first <= first.last:
                continue
            again = phrase.case == first.case and phrase.case not in {"", "of"}
            joined = phrase.case in {"list", "like"} or (again and (line.units[phrase.first].gap == "" or self._verb_first))
            if isinstance(phrase, Party):
                if phrase.case in _BARE:
                    return
                continue
            if any(not line.units[n].tags.isdisjoint(_BREAKS | {"trigger", "report", "relative"}) for n in range(first.last + 1, phrase.first)):
                return
            if isinstance(phrase, Places) and joined and not phrase.modifier:
                yield phrase
                first = phrase

    def _subject_places(self, line: Line, frame: Frame) -> Iterator[Places]:
        before = self._place_before(line, frame) or self._place_before(line, frame, asides=True)
        if before is not None:
            yield before
            return
        if self._verb_first or frame.pivot != frame.at:
            start = frame.pivot
            for right in range(start + 1, len(line.units) if self._verb_first else frame.at):
                phrase = line.phrase(right)
                if isinstance(phrase, Places) and phrase.case == "" and not phrase.modifier:
                    if self._verb_first and not all(self._passes(line, n, headed=True) for n in range(start + 1, phrase.first)):
                        return
                    yield from self._coordinated(line, phrase)
                    return
                if not line.units[right].tags.isdisjoint(_BREAKS | {"preposition", "bound"}) and right != frame.at:
                    return

    def _place_before(self, line: Line, frame: Frame, *, asides: bool = False) -> Places | None:
        last = frame.pivot
        crossed = False
        for left in line.leftward(frame.pivot, asides=asides):
            unit, phrase = line.units[left], line.phrase(left)
            if "pronoun" in unit.tags and not self._verb_first and not crossed and frame.voice != "reduced":
                return Places(left, left, anaphor="pronoun")
            if isinstance(phrase, Places) and phrase.last == left:
                opened = self._verb_first and (phrase.first == 0 or bool(line.units[phrase.first - 1].tags & {"had", "function", "to"}))
                adjacent = opened or left + 1 >= last or not crossed or line.units[left + 1].gap != "" or "preposition" in line.units[left + 1].tags
                if phrase.case in _BARE | {"compound"} and not phrase.modifier and adjacent:
                    return phrase
                if frame.voice == "reduced":
                    return phrase if not phrase.modifier and not crossed else None
            elif phrase is not None or not unit.tags.isdisjoint(_AUXILIARY):
                continue
            elif "relative" in unit.tags:
                antecedent = line.phrase(left - 1)
                return antecedent if isinstance(antecedent, Places) else None
            elif not unit.tags.isdisjoint(_BREAKS | {"report"}) or ("trigger" in unit.tags and line.finite(left)):
                return None
            elif not unit.tags and not (self._article and unit.word.startswith(self._article)):
                crossed = True
        return None

    def _role(self, line: Line, frame: Frame, role: str, slots: Collection[str]) -> Party | None:
        bound = frame.entry.pronoun and frame.voice in {"noun", "state"}
        for slot in slots:
            if bound and slot in {"subject", "owner"}:
                frame.pronoun, frame.pronoun_role = frame.entry.pronoun, role
                return None
            said = frame.pronoun
            party = self._party(line, frame, slot)
            if party is not None:
                return party
            if frame.pronoun != said:
                frame.pronoun_role = role
                return None
        if self._verb_first and "subject" in slots and frame.voice == "active" and frame.entry.tense in {"past", "present"}:
            frame.pronoun, frame.pronoun_role = frame.entry.gender, role
        return None

    def _party(self, line: Line, frame: Frame, slot: str) -> Party | None:
        voice = frame.voice
        if voice == "compound":
            before = line.phrase(frame.at - 1)
            return before if slot in {"subject", "owner"} and isinstance(before, Party) else None
        if slot == "object":
            return self._object_party(line, frame.at) if voice == "active" else self._subject(line, frame)
        if slot == "subject":
            if voice in {"passive", "reduced"}:
                return self._with_case(line, frame.at, {"by"})
            if voice in {"noun", "state"}:
                return self._owner(line, frame) or (self._subject(line, frame) if voice == "noun" else None)
            return self._subject(line, frame)
        if slot == "owner":
            return self._owner(line, frame)
        if slot == "left":
            return next((p for p in reversed(line.phrases) if isinstance(p, Party) and p.last < frame.at), None)
        party = self._with_case(line, frame.at, {slot})
        if party is None and (bound := self._bound_pronoun(line, frame.at, slot)):
            frame.pronoun = bound
        return party

    def _bound_pronoun(self, line: Line, at: int, slot: str) -> str:
        """The gender of a pronoun written on the preposition of a slot ("عادت إليه"), or empty."""
        for right in line.rightward(at):
            entry = line.units[right].entry("bound")
            if entry is not None and entry.value == slot:
                word = line.units[right].reading.stem
                return "f" if word.endswith("ها") else "p" if word.endswith("هم") else "m"
        return ""

    def _with_case(self, line: Line, at: int, cases: Collection[str]) -> Party | None:
        for right in line.rightward(at):
            phrase = line.phrase(right)
            if phrase is not None and phrase.first == right and phrase.case in cases and (party := as_party(line, phrase)):
                return party
            if "trigger" in line.units[right].tags and line.finite(right) and phrase is None:
                return None
        return None

    def _object_party(self, line: Line, at: int) -> Party | None:
        for right in line.rightward(at):
            phrase = line.phrase(right)
            if isinstance(phrase, Party) and phrase.case in _BARE | {"of"} and phrase.first == right:
                if self._verb_first and self._agrees(line, at, phrase):
                    continue
                return phrase
            if isinstance(phrase, Places) or "trigger" in line.units[right].tags:
                return None
        return None

    def _agrees(self, line: Line, at: int, phrase: Party) -> bool:
        """Whether a party right of a verb is its subject: the first of two."""
        later = [p for p in line.phrases if isinstance(p, Party) and p.first > phrase.last and p.case in _BARE | {"of"}]
        return bool(later) and phrase.first - at <= 2  # noqa: PLR2004 - the verb, then the subject

    def _owner(self, line: Line, frame: Frame) -> Party | None:
        """Whose the noun is: a possessive or a name before it, a genitive or "of" after it."""
        before = line.phrase(frame.at - 1)
        if isinstance(before, Party) and not self._verb_first and before.last == frame.at - 1 and line.units[frame.at].gap in {"", "-"}:
            return before
        for back in line.before(frame.at, 4):
            if possessive := back.entry("possessive"):
                frame.pronoun = possessive.value
                return None
            if not back.tags.isdisjoint(("preposition", "article")):
                break
        following = line.phrase(frame.at + 1)
        if self._verb_first and isinstance(following, Party) and following.first == frame.at + 1:
            return following
        if frame.voice == "state":
            after = next((p for p in line.phrases if p.first > frame.at), None)
            if isinstance(after, Party) and after.case in {"of", "to"}:
                return after
        return self._with_case(line, frame.at, {"by"})

    def _subject(self, line: Line, frame: Frame) -> Party | None:
        if self._verb_first and (after := self._subject_after(line, frame)):
            return after
        return self._subject_before(line, frame)

    def _subject_after(self, line: Line, frame: Frame) -> Party | None:
        for right in line.rightward(frame.pivot):
            phrase = line.phrase(right)
            if isinstance(phrase, Party) and phrase.first == right and phrase.case in _BARE:
                return phrase
            if isinstance(phrase, Places) and phrase.case == "" and phrase in frame.places:
                return None
            if right > frame.pivot + 1 and phrase is None and ("trigger" in line.units[right].tags or "report" in line.units[right].tags):
                return None
        return None

    def _subject_before(self, line: Line, frame: Frame) -> Party | None:
        for left in line.leftward(frame.pivot):
            unit, phrase = line.units[left], line.phrase(left)
            named = phrase is not None and phrase.case in _BARE and not phrase.possessive and phrase.last == left
            if named and (party := as_party(line, phrase)):
                return self._first_of_list(line, party) if self._fits(frame, party) else None
            if isinstance(phrase, Phrase):
                continue
            if pronoun := unit.entry("pronoun"):
                frame.pronoun = pronoun.value
                return None
            if "relative" in unit.tags:
                return as_party(line, line.phrase(left - 1))
            if not unit.tags.isdisjoint(_BREAKS):
                return None
        return None

    def _first_of_list(self, line: Line, party: Party) -> Party:
        """The first of "soldiers and allied militias", who are named for all."""
        before = line.phrase(party.first - 2) if "conjunction" in line.units[party.first - 1].tags else line.phrase(party.first - 1)
        joined = party.case == "list" and isinstance(before, Party) and before.case in _BARE and not before.possessive
        return self._first_of_list(line, before) if joined and isinstance(before, Party) and before.first < party.first else party

    def _fits(self, frame: Frame, party: Party) -> bool:
        """Whether a verb's form agrees with a subject before it."""
        wanted = frame.entry.gender
        return not wanted or not party.gender or wanted == party.gender or "p" in {wanted, party.gender}


def as_party(line: Line, phrase: Phrase | None) -> Party | None:
    """A phrase as a party: itself, or a name of capitals that no gazetteer knows, where only a party can stand."""
    if isinstance(phrase, Party):
        return phrase
    if not isinstance(phrase, Places) or phrase.anaphor or phrase.modifier or len(phrase.names) != 1 or phrase.names[0].known:
        return None
    units = line.units[phrase.first : phrase.last + 1]
    if any(unit.tags & {"head", "share", "area", "month", "weekday"} for unit in units) or not units[0].capital:
        return None
    return Party(phrase.first, phrase.last, phrase.case, start=phrase.names[0].start, end=phrase.names[0].end)
