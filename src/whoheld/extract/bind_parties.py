"""Binding of parties: subject, agent, owner or prepositional phrase in which a frame's actor and loser stand."""

from collections.abc import Collection

from whoheld.extract.frame import AUXILIARY, BARE, BREAKS, Frame, as_party
from whoheld.extract.line import Line
from whoheld.extract.phrase import Party, Phrase, Places
from whoheld.lang import Pack

_WHOSE = frozenset({"to", "with"})
"""Cases of a party whose a place is said to be."""
_ALONG = frozenset({"adverb", "now", "weekday", "day", "time", "whole", "share"})
"""Classes of words that may stand between a place and the party whose it is."""
_LYING = frozenset({"in", "inside", "direction"})
"""Prepositions that say where a place lies."""
_DATED = frozenset({"weekday", "day", "month", "number", "ordinal", "time", "unit", "reference", "preposition"})
"""Classes of words of a date between a conjunction and its verb ("and on Sunday turned them out")."""
_HAVING = frozenset({"having"})


class PartyBinder:
    """Finds the actors and losers of frames in one language."""

    def __init__(self, language: Pack) -> None:
        self._verb_first = language.writing.verb_first
        self._article = language.writing.article or "-"

    def role(self, line: Line, frame: Frame, role: str, slots: Collection[str]) -> Party | None:
        """The party in one of the slots, tried in order; a pronoun in its stead is noted on the frame."""
        taken = any(phrase.first == frame.at for phrase in frame.places)  # the pronoun is the place: "بعد تحريرها"
        bound = frame.entry.pronoun and frame.voice in {"noun", "state"} and not taken
        for slot in slots:
            if bound and slot in {"subject", "owner"}:
                frame.pronoun, frame.pronoun_role = frame.entry.pronoun, role
                return None
            said = frame.pronoun
            party = self._hyphened(line, frame.at, slot) if frame.voice == "compound" else self._party(line, frame, slot)
            if party is not None:
                return party
            if frame.pronoun != said:
                frame.pronoun_role = role
                return None
        if not self._verb_first or "subject" not in slots or frame.voice != "active":
            return None
        frame.stranger = self._stranger(line, frame.at)
        if frame.entry.tense in {"past", "present"} and not frame.stranger:
            frame.pronoun, frame.pronoun_role = frame.entry.gender, role
        return None

    def _stranger(self, line: Line, at: int) -> bool:
        """Whether a noun that is no party stands as the subject right after a verb ("سيطر الهدوء على المدينة")."""
        after = line.units[at + 1] if at + 1 < len(line.units) else None
        return after is not None and not after.gap and after.tags <= {"common"} and line.phrase(at + 1) is None

    def _party(self, line: Line, frame: Frame, slot: str) -> Party | None:
        if frame.voice == "compound":
            return self._hyphened(line, frame.at, slot)
        match slot:
            case "object":
                found = self._expelled(line, frame)
            case "subject":
                found = self._agent(line, frame)
            case "owner":
                found = self._owner(line, frame)
            case "any" | "left":
                found = self._nearest(line, frame.at, before=slot == "left")
            case "self":
                found = as_party(line, line.phrase(frame.at))
            case "next":
                found = self._next(line, frame.at)
                frame.pronoun = frame.pronoun if found else self._alone(line, frame.at + 1) or frame.pronoun
            case "they":
                whose = line.units[frame.at].entry("possessive")
                found, frame.pronoun = None, whose.value if whose else "n"
            case "whose":
                found = self._predicate(line, frame)
            case _:
                found = self._with_case(line, frame.at, {slot})
                frame.pronoun = frame.pronoun if found else self._bound_pronoun(line, frame.at, slot) or frame.pronoun
        return found

    def _nearest(self, line: Line, at: int, *, before: bool) -> Party | None:
        """The nearest party; of those before a word, rather one to which something is said to go."""
        parties = [phrase for phrase in line.phrases if isinstance(phrase, Party)]
        if not before:
            return min(parties, key=lambda party: abs(party.first - at), default=None)
        left = [party for party in parties if party.last < at]
        return next((party for party in reversed(left) if party.case == "to"), left[-1] if left else None)

    def _expelled(self, line: Line, frame: Frame) -> Party | None:
        """The object that is a party; a noun of a language that puts the verb first has it in its genitive."""
        if frame.voice == "active":
            told = self._verb_first and frame.entry.pronoun  # whom the pronoun means, so that what follows is the subject
            return None if told else self._object_party(line, frame.at, plural=frame.entry.gender == "p")
        if frame.voice == "noun" and self._verb_first:
            owners = self._owners(line, frame.at)
            return owners[-1] if owners else None
        return self._subject(line, frame)

    def _owners(self, line: Line, at: int) -> list[Party]:
        """The one or two parties right after a verbal noun: who did it, and to whom ("طرد الجيش المسلحين")."""
        found, at = list[Party](), at + 1
        while isinstance(party := line.phrase(at), Party) and party.case in BARE | {"of", "owner"}:
            found.append(party)
            at = party.last + 1
        return found[:2]

    def _hyphened(self, line: Line, at: int, slot: str) -> Party | None:
        """Whose hold a compound tells ("rebel-held")."""
        before = line.phrase(at - 1)
        return before if slot in {"subject", "owner"} and isinstance(before, Party) else None

    def _next(self, line: Line, at: int) -> Party | None:
        """The party right after a word, where it owns nothing itself ("under the rebels", not "under rebel fire")."""
        at += 1
        while (
            at < len(line.units)
            and not line.units[at].gap
            and line.phrase(at) is None
            and line.units[at].tags & {"article", "adverb", "direction"}
        ):
            at += 1
        party = as_party(line, line.phrase(at))
        if party is None or party.possessive or party.first != at:
            return None
        after = line.units[party.last + 1] if party.last + 1 < len(line.units) else None
        closed = after is None or after.gap or after.tags
        return party if closed and (after is None or after.gap or "trigger" not in after.tags) else None

    def _agent(self, line: Line, frame: Frame) -> Party | None:
        """Who acts, in whatever voice it is told."""
        if frame.voice in {"reduced", "complement"} and frame.places and frame.places[0].case == "with":
            return self._main_subject(line, frame.at)
        if frame.voice in {"passive", "reduced"}:
            return self._with_case(line, frame.at, {"by"})
        if frame.voice == "noun" and self._verb_first and "object" in frame.trigger.loser:
            owners = self._owners(line, frame.at)
            carried = self._subject(line, frame) if frame.pivot != frame.at else self._subject_before(line, frame)
            return owners[0] if len(owners) > 1 else carried or self._with_case(line, frame.at, {"by"})
        if frame.voice in {"noun", "state"}:
            return self._owner(line, frame) or (self._subject_of_noun(line, frame) if frame.voice == "noun" else None)
        return self._subject(line, frame)

    def _predicate(self, line: Line, frame: Frame) -> Party | None:
        """Whose a place is said to be, right after the verb and the place ("صارت عدن كلها للقوات", "لا تزال معها")."""
        for right in range(frame.at + 1, len(line.units)):
            unit, phrase = line.units[right], line.phrase(right)
            if isinstance(phrase, Party):
                return phrase if phrase.case in _WHOSE else None
            if (bound := unit.entry("bound")) and bound.value in _WHOSE:
                frame.pronoun = _gender_of(unit.reading.stem)
                return None
            leads = (label := unit.entry("preposition")) is not None and label.value in _WHOSE
            if not (isinstance(phrase, Places) or leads or unit.tags & _ALONG or self._describes(line, right)):
                return None
        return None

    def _describes(self, line: Line, at: int) -> bool:
        """Whether a word says of which sort a place is, or where it lies ("قاعدة الجفرة الجوية وسط البلاد")."""
        unit, label = line.units[at], line.units[at].entry("preposition")
        definite = not unit.tags - {"function", "country", "common"} and unit.word.startswith(self._article)
        return (definite and not unit.gap) or (label is not None and label.value in _LYING)

    def _subject_of_noun(self, line: Line, frame: Frame) -> Party | None:
        """The subject of the verb that carries a noun; of an unknown verb ("officers called the capture …") it is another's."""
        subject = self._subject(line, frame)
        if subject is None or self._verb_first or frame.pivot != frame.at:
            return subject
        between = line.units[subject.last + 1 : frame.at]
        unknown = not isinstance(line.phrase(subject.first), Party)
        told = any((not unit.tags and unit.word.endswith("ed")) or (unknown and "report" in unit.tags) for unit in between)
        return None if told else subject

    def _bound_pronoun(self, line: Line, at: int, slot: str) -> str:
        """The gender of a pronoun written on the preposition of a slot ("عادت إليه"), or empty."""
        for right in line.rightward(at):
            label = line.units[right].entry("preposition")
            if not self._verb_first and label is not None and label.value == slot and (alone := self._alone(line, right + 1)):
                return alone
            entry = line.units[right].entry("bound")
            if entry is not None and entry.value == slot:
                return _gender_of(line.units[right].reading.stem)
            noun = line.units[right].entry("trigger")
            if noun is not None and noun.tense == "noun" and noun.pronoun and self._under_noun(line, right + 1, {slot}):
                return noun.pronoun
        return ""

    def _alone(self, line: Line, at: int) -> str:
        """The gender of a pronoun that stands by itself at a unit ("under it", "fell to them"), or empty."""
        pronoun = line.units[at].entry("pronoun") if at < len(line.units) and not line.units[at].gap else None
        after = line.units[at + 1] if at + 1 < len(line.units) else None
        return pronoun.value if pronoun is not None and (after is None or after.gap or after.tags) else ""

    def _with_case(self, line: Line, at: int, cases: Collection[str]) -> Party | None:
        for right in line.rightward(at):
            phrase = line.phrase(right)
            governed = (
                phrase is not None and phrase.first == right and (phrase.case in cases or self._under_noun(line, right, cases))
            )
            if governed and (party := as_party(line, phrase)):
                return party
            if "trigger" in line.units[right].tags and line.finite(right) and phrase is None:
                return None
        return None

    def _under_noun(self, line: Line, at: int, cases: Collection[str]) -> bool:
        """Whether a noun of control stands between the preposition and a party ("لسيطرة الحكومة", "إلى يد الجيش")."""
        noun = line.units[at - 1]
        if "trigger" not in noun.tags:
            return False
        entry = line.units[at - 2].entry("preposition") if at > 1 else None
        return noun.reading.preposition in cases or (entry is not None and entry.value in cases)

    def _object_party(self, line: Line, at: int, *, plural: bool) -> Party | None:
        for right in line.rightward(at):
            phrase = line.phrase(right)
            if isinstance(phrase, Party) and phrase.case in BARE | {"of", "owner"} and phrase.first == right:
                if self._verb_first and not plural and self._agrees(line, at, phrase):
                    continue
                return phrase
            if isinstance(phrase, Places) or "trigger" in line.units[right].tags:
                return None
        return None

    def _agrees(self, line: Line, at: int, phrase: Party) -> bool:
        """Whether a party right of a verb is its subject: the first of two."""
        later = [p for p in line.phrases if isinstance(p, Party) and p.first > phrase.last and p.case in BARE | {"of", "owner"}]
        return bool(later) and phrase.first - at <= 2  # noqa: PLR2004 - the verb, then the subject

    def _owner(self, line: Line, frame: Frame) -> Party | None:
        """Whose the noun is: a possessive or a name before it, a genitive or "of" after it."""
        before = line.phrase(frame.at - 1)
        if (
            isinstance(before, Party)
            and not self._verb_first
            and before.last == frame.at - 1
            and line.units[frame.at].gap in {"", "-", "'", "’"}
        ):
            return before
        taken = frame.voice == "noun" and any(phrase.last == frame.at - 1 for phrase in frame.places)
        for back in () if taken else line.before(frame.at, 4):
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
        named_before = frame.voice == "active" and frame.entry.gender == "p"  # a plural verb stands after its subject
        if self._verb_first and not named_before and (after := self._subject_after(line, frame)):
            return after
        return self._subject_before(line, frame)

    def _main_subject(self, line: Line, at: int) -> Party | None:
        """The subject of the clause after "with X taken, …"."""
        return next((p for p in line.phrases if isinstance(p, Party) and p.first > at and p.case in BARE), None)

    def _subject_after(self, line: Line, frame: Frame) -> Party | None:
        for right in line.rightward(frame.pivot):
            phrase = line.phrase(right)
            if isinstance(phrase, Party) and phrase.first == right and phrase.case in BARE:
                named = frame.pivot == frame.at and "actor" in line.units[phrase.first].tags
                disagrees = named and (frame.entry.gender, phrase.gender) == ("f", "m")
                return None if disagrees else phrase
            if isinstance(phrase, Places) and phrase in frame.places:
                after = line.phrase(frame.places[-1].last + 1)
                return after if isinstance(after, Party) and after.case == "" and phrase.case else None
            if (
                right > frame.pivot + 1
                and phrase is None
                and ("trigger" in line.units[right].tags or "report" in line.units[right].tags)
            ):
                return None
        return None

    def _subject_before(self, line: Line, frame: Frame) -> Party | None:
        for left in line.leftward(frame.pivot):
            unit, phrase = line.units[left], line.phrase(left)
            bare = phrase is not None and (phrase.case in BARE or self._goes_before(line, phrase))
            named = phrase is not None and bare and not phrase.possessive and phrase.last == left
            if named and (party := as_party(line, phrase)):
                if self._carried(line, frame):
                    party = self._leftmost(line, frame, party)
                return self._first_of_list(line, party) if self._fits(frame, party) else None
            if isinstance(phrase, Phrase):
                continue
            if pronoun := unit.entry("pronoun"):
                frame.pronoun = "" if self._disagrees(frame, pronoun.value) else pronoun.value
                frame.stranger = not frame.pronoun
                return None
            if "relative" in unit.tags:
                return as_party(line, line.phrase(left - 1))
            if unit.word in _HAVING:
                return self._main_subject_before(line, left) or self._main_subject(line, frame.at)
            if not unit.tags.isdisjoint(BREAKS) and not line.times(left):
                break
        return self._main_subject(line, frame.at) if frame.entry.tense == "ing" else None

    def _disagrees(self, frame: Frame, gender: str) -> bool:
        """Whether a verb is not said of the pronoun before it, because one is masculine and the other feminine."""
        return self._verb_first and frame.pivot == frame.at and {frame.entry.gender, gender} == {"m", "f"}

    def _goes_before(self, line: Line, phrase: Phrase) -> bool:
        """Whether a phrase is whose a thing is said to have been before ("سبق للجيش أن")."""
        return phrase.case == "to" and phrase.first > 0 and self._verb_first and "had" in line.units[phrase.first - 1].tags

    def _main_subject_before(self, line: Line, at: int) -> Party | None:
        """The subject that a participle clause between commas speaks of ("The army, having lost Homs, …")."""
        before = line.phrase(at - 1)
        return before if isinstance(before, Party) and before.case in BARE and line.units[at].gap else None

    def _carried(self, line: Line, frame: Frame) -> bool:
        """Whether a conjunction joins the verb to one before it, whose subject it shares."""
        if line.units[frame.pivot].reading.conjunction:
            return True
        at = frame.pivot - 1
        while at > 0 and not line.units[at].tags.isdisjoint(AUXILIARY | _DATED):
            at -= 1
        return at >= 0 and "conjunction" in line.units[at].tags

    def _leftmost(self, line: Line, frame: Frame, party: Party) -> Party:
        """The first subject of the clause: what stands between it and the conjunction are objects."""
        for left in line.leftward(party.first):
            tags = line.units[left].tags
            if "report" in tags or "relative" in tags or not tags.isdisjoint(BREAKS):
                break
            phrase = line.phrase(left)
            subject = isinstance(phrase, Party) and phrase.case in BARE and not phrase.possessive and self._fits(frame, phrase)
            party = phrase if subject and isinstance(phrase, Party) else party
        return party

    def _first_of_list(self, line: Line, party: Party) -> Party:
        """The first of "soldiers and allied militias", who are named for all."""
        before = (
            line.phrase(party.first - 2) if "conjunction" in line.units[party.first - 1].tags else line.phrase(party.first - 1)
        )
        if isinstance(before, Party) and before.case == "of" and isinstance(whole := line.phrase(before.first - 2), Party):
            before = whole  # "fighters of the YPG and rebels"
        joined = party.case == "list" and isinstance(before, Party) and before.case in BARE and not before.possessive
        return self._first_of_list(line, before) if joined and isinstance(before, Party) and before.first < party.first else party

    def _fits(self, frame: Frame, party: Party) -> bool:
        """Whether a verb's form agrees with a subject before it."""
        wanted = frame.entry.gender
        return not wanted or not party.gender or wanted == party.gender or "p" in {wanted, party.gender}


def _gender_of(pronoun: str) -> str:
    """The gender of a pronoun that is written on its preposition; ``n`` where it is the speaker's own."""
    return "f" if pronoun.endswith("ها") else "p" if pronoun.endswith("هم") else "n" if pronoun.endswith("نا") else "m"
