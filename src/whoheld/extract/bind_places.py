"""Binding of places: the object, subject or prepositional phrase in which a frame's place stands."""

from collections.abc import Collection, Iterator

from whoheld.extract.bind_announced import among, included
from whoheld.extract.bind_gaps import complement, has_object, relative_end, says_where, where
from whoheld.extract.bind_lists import BETWEEN, TIMES, adjoins, bare, coordinated, joined_later
from whoheld.extract.bind_objects import ObjectPlaces, joined_to_thing, owns_next, several
from whoheld.extract.bind_qualified import called
from whoheld.extract.bind_scenes import (
    amid,
    beyond_site,
    fronted_place,
    holdings,
    left_behind,
    ongoing,
    parts_there,
    positions,
    relative,
    settled,
    stationed_there,
    witness,
)
from whoheld.extract.bind_spoken import driven_out, flagged, gone_from, led_in, ousted, outside, stationed
from whoheld.extract.bind_subjects import SubjectPlaces
from whoheld.extract.frame import Frame, as_places
from whoheld.extract.line import Line
from whoheld.extract.phrase import Party, Phrase, Places, labelled, parted
from whoheld.extract.strange import strange_place, strange_subject
from whoheld.lang import Pack
from whoheld.model import Extent, Relation

_FUNCTIONS = frozenset(
    {
        "subject",
        "object",
        "rest",
        "copula",
        "within",
        "direct",
        "topic",
        "beside",
        "witness",
        "there",
        "gone",
        "amid",
        "driven out",
        "gone from",
        "led in",
        "flagged",
        "ousted",
        "outside",
        "stationed",
        "spoken of",
    }
)
_INSIDE, _OUTSIDE = frozenset({"in", "inside"}), frozenset({"out of"})
_LEAVING = frozenset({"from", "off", "object", "with"})
"""Slots of places whose positions may be named in their stead ("من مواقعها في بلدة")."""
_INTO = frozenset({"article", "actor", "possessive", "country", "number"})
_LEFT = frozenset({"from", "out of", "into", ""})
"""Cases of a place that a verb names itself."""
_ONWARD = frozenset({"on", "to", "toward", "near", "between", "of"})
"""Prepositions after which "moved in" has another goal than the town spoken of."""
_GOVERNING = frozenset({"on", "from", "off"})
"""Prepositions after which the verbs of frames have nothing but places."""
_DIRECT = 4
"""Units from a verb to the end of the articles and adverbs before its object."""
_TOWNS = frozenset({"settlement", "quarter"})
_OF = frozenset({"of", "over"})
_STAYING = frozenset({"adverb", "now", "staying"})
"""Classes of words between who is still somewhere and the place."""


class PlaceBinder:
    """Finds the places of frames in one language."""

    def __init__(self, language: Pack) -> None:
        self._verb_first = language.writing.verb_first
        self._article = language.writing.article
        self._subjects = SubjectPlaces(language)
        self._objects = ObjectPlaces(language)
        self._scenes = {
            "topic": self._topic,
            "there": self._there,
            "within": self._within,
            "witness": witness,
            "amid": amid,
            "gone": self._gone,
            "driven out": driven_out,
            "gone from": gone_from,
            "led in": led_in,
            "flagged": flagged,
            "ousted": ousted,
            "outside": outside,
        }
        self._unsaid = {"stationed": stationed, "spoken of": self._topic}

    def bind(self, line: Line, frame: Frame) -> None:
        """Sets the places of a frame; a pronoun for them is a phrase without names."""
        self._bind(line, frame)
        if not self._verb_first and (town := parts_there(line, frame)):
            frame.places = [town]
        if not (self._verb_first or frame.places) and "object" in frame.trigger.place and frame.voice == "active":
            frame.places = list(holdings(line, frame.at))
        if frame.places:
            frame.places.extend(() if self._verb_first else included(line, frame.at))
            frame.places.extend(phrase for phrase in among(line, frame) if phrase not in frame.places)
        if self._verb_first and any(phrase.anaphor == "pronoun" for phrase in frame.places):
            fronted_name = strange_subject(line, frame.at, frame.at)
            frame.places = [fronted_name] if fronted_name else relative(line, frame, self._article)
        if self._verb_first and frame.places:
            frame.places.extend(joined_later(line, max([frame.at, *(phrase.last for phrase in frame.places)])))

    def _bind(self, line: Line, frame: Frame) -> None:
        slots = self._slots(frame)
        for slot in slots:
            frame.places = list(self._slot_places(line, frame, slot))
            if frame.places:
                return
        cases = {slot for slot in frame.trigger.place if slot not in _FUNCTIONS}
        if cases and frame.voice not in {"compound", "state"}:
            noun = frame.voice == "noun" and not self._verb_first and cases <= _OF
            found = self._complements(line, frame.at, cases) if noun else self._prepositional(line, frame.at, cases)
            frame.places = list(found)
        for slot in (slot for slot in frame.trigger.place if slot in self._unsaid and not frame.places):
            frame.places = list(self._unsaid[slot](line, frame.at))
        if self._verb_first and not frame.places and cases | set(slots) & _LEAVING:
            frame.places = list(positions(line, frame.at)) or list(fronted_place(line, frame)) or list(left_behind(line, frame))
        if frame.places:
            return
        if (
            self._verb_first
            and frame.voice == "active"
            and "object" in frame.trigger.place
            and self._agent_follows(line, frame.at)
        ):
            frame.voice = "passive"
            frame.places = list(self._subjects.places(line, frame))
            return
        told = frame.trigger.relation is Relation.CONTESTED and not self._verb_first and says_where(line, frame.at)
        transitive = not self._verb_first and frame.voice == "active" and "object" in frame.trigger.place
        falls = not self._verb_first and frame.voice == "active" and "subject" in frame.trigger.place  # "where bombs fell on"
        apart = told or falls or (transitive and has_object(line, frame.at))
        frame.places = list(() if apart else where(line, frame.at)) or list(() if self._verb_first else complement(line, frame))
        if frame.places:
            return
        owned = frame.voice == "active" or (self._verb_first and frame.voice == "noun" and frame.entry.tense == "noun")
        if frame.entry.pronoun and "object" in frame.trigger.place and owned:
            several = self._verb_first and frame.entry.pronoun == "p"
            frame.places = [Places(frame.at, frame.at, anaphor="many" if several else "pronoun")]

    def _slots(self, frame: Frame) -> list[str]:
        """The functions in which a place may stand: "سقوط" is of what follows it, and "سقطت" has no object."""
        slots = [slot for slot in frame.trigger.place if slot in _FUNCTIONS or frame.voice in {"compound", "state"}]
        other = {"noun": "subject", "active": "object"}.get(frame.voice, "")
        if self._verb_first and frame.voice == "active" and frame.entry.pronoun:
            slots = [slot for slot in slots if slot != "object"]  # "غادروها" has its object written on it
        return [slot for slot in slots if slot != other] if self._verb_first and {"subject", "object"} <= set(slots) else slots

    def _agent_follows(self, line: Line, at: int) -> bool:
        """Whether a verb that is written like its active is shown to be passive ("استردت على يد الجيش")."""
        prepositions = (line.units[n].entry("preposition") for n in line.rightward(at)) if self._verb_first else ()
        return any(label is not None and label.value == "by" for label in prepositions)

    def _slot_places(self, line: Line, frame: Frame, slot: str) -> Iterator[Places]:
        voice = frame.voice
        if voice == "compound":
            qualified = list(self._after_hyphen(line, frame.at)) if "object" in frame.trigger.place else []
            stated = frame.trigger.relation is Relation.HOLDS and not qualified
            told = list(self._subjects.of_copula(line, frame)) or self._subjects.beside(line, frame)
            yield from told if stated else (phrase if phrase.anaphor == "many" else called(line, phrase) for phrase in qualified)
        elif slot == "rest":
            yield from self._rest(line, frame.at)
        elif slot in {"copula", "beside"}:
            yield from (self._subjects.of_copula if slot == "copula" else self._subjects.beside)(line, frame)
        elif slot == "direct" and voice in {"active", "noun"}:
            yield from (
                p
                for p in self._objects.places(line, frame.at)
                if frame.at < p.first <= frame.at + _DIRECT and bare(line, frame.at, p)
            )
            if frame.trigger.repeats and isinstance(also := line.phrase(frame.at + 1), Places) and also.case == "list":
                yield from coordinated(line, also, verb_first=self._verb_first)  # "وكذلك مطار الطبقة"
        elif slot in self._scenes:
            yield from self._scenes[slot](line, frame.at)
        elif slot == "subject" or voice == "state" or (slot == "object" and voice in {"passive", "reduced"}):
            yield from self._subjects.places(line, frame)
        elif slot == "object" and voice == "noun":
            yield from (self._objects.places(line, frame.at) if self._verb_first else self._complements(line, frame.at, {"of"}))
        elif slot == "object":
            yield from self._objects.places(line, frame.at)

    def _within(self, line: Line, at: int) -> Iterator[Places]:
        """The town or quarter in which something happens."""
        if not self._verb_first and (there := self._scene_before(line, at)):
            return iter(there)
        if at + 1 < len(line.units) and labelled(line.units[at + 1], "of"):
            return iter(())  # "the battle of Marawi"
        cases = {"in", "at"} if self._verb_first else {"in"}
        stop = next((n for n in line.rightward(at) if "relative" in line.units[n].tags), None) if self._verb_first else None
        fought_in = ongoing(line, at)
        found = self._prepositional(line, at, cases)
        near = (p for p in found if stop is None or p.first < stop)  # "معارك للسيطرة على البلدة التي وصفها … بها"
        return (p for p in near if self._is_town(line, p) or (fought_in and (settled(p) or p.anaphor == "pronoun")))

    def _scene_before(self, line: Line, at: int) -> list[Places]:
        """The place that "there" points back to ("fighting was still raging there")."""
        for right in line.rightward(at):
            phrase = line.phrase(right)
            if "place_anaphor" in line.units[right].tags and isinstance(phrase, Places):
                return [phrase]
            if phrase is not None or "report" in line.units[right].tags:
                break
        return []

    def _gone(self, line: Line, at: int) -> Iterator[Places]:
        """The place that somebody is said to be out of ("بات الحوثيون خارج شبوة")."""
        return self._there(line, at, _OUTSIDE)

    def _there(self, line: Line, at: int, cases: Collection[str] = _INSIDE) -> Iterator[Places]:
        """The place that somebody is said to be in, where nothing but he stands between ("لا يزال التنظيم في القائم")."""
        for right in range(at + 1, len(line.units)):
            phrase, unit = line.phrase(right), line.units[right]
            if isinstance(phrase, Places):
                if phrase.case in cases and all(name.extent is not Extent.AREA for name in phrase.names):
                    yield from coordinated(line, phrase, verb_first=self._verb_first)
                return
            if pronoun := self._pronoun(line, right, cases):
                yield pronoun
                return
            entry = unit.entry("preposition")
            leads = entry is not None and entry.value in cases and not unit.gap
            if not (leads or isinstance(phrase, Party) or unit.tags & _STAYING):
                return

    def _topic(self, line: Line, at: int) -> Iterator[Places]:
        """The town spoken of, where nothing after a verb says into what ("the rebels moved in")."""
        after = line.units[at + 1] if at + 1 < len(line.units) else None
        if not self._verb_first and any("where" in line.units[n].tags for n in line.leftward(at, asides=True)):
            return  # "a hill outside Shamaa, from where, it said, they pulled back"
        if not self._verb_first and after is not None and not parted(after.gap):
            label = getattr(after.entry("preposition"), "value", "")
            there = line.phrase(at + 2)
            if label in _INSIDE and isinstance(there, Places) and there.first == at + 2:
                yield there
                return
            if "place_anaphor" in after.tags and isinstance(pointed := line.phrase(at + 1), Places):
                yield pointed
                return
            then = line.units[at + 2].tags if at + 2 < len(line.units) else frozenset[str]()
            label = label if then.isdisjoint(TIMES) else ""  # "in control on Friday"
            if isinstance(line.phrase(at + 1), Places) or not after.tags or after.tags & _INTO or label in _ONWARD:
                return
        told = (line.phrase(n) for n in line.rightward(at))
        if not any(isinstance(phrase, Places) and phrase.case in _LEFT for phrase in told):
            yield Places(at, at, anaphor="settlement")

    def _is_town(self, line: Line, phrase: Places) -> bool:
        """Whether a phrase is called a town or a quarter, so that what happens in it is inside it."""
        if phrase.anaphor:
            return phrase.anaphor in _TOWNS and phrase.definite
        return line.heads(phrase) and all(name.kind in _TOWNS and name.extent is not Extent.AREA for name in phrase.names)

    def _rest(self, line: Line, at: int) -> Iterator[Places]:
        """What "nothing but" excepts: the first places after it that do not only say where it lies."""
        for right in line.rightward(at):
            phrase = as_places(line.phrase(right))
            if isinstance(phrase, Places) and phrase.case not in {"direction", "near", "toward", "after"}:
                yield from coordinated(line, phrase, verb_first=self._verb_first)
                return

    def _after_hyphen(self, line: Line, at: int) -> Iterator[Places]:
        for right in line.rightward(at):
            if isinstance(phrase := line.phrase(right), Places):
                yield phrase
                return
            unit = line.units[right]
            if unit.gap not in {"", "-"} or (unit.tags and unit.tags.isdisjoint(BETWEEN)):
                return

    def _prepositional(self, line: Line, at: int, cases: Collection[str]) -> Iterator[Places]:
        """The first phrase of a case right of a trigger, or the pronoun that stands for one."""
        stop = len(line.units) if self._verb_first else relative_end(line, at)
        for right in line.rightward(at):
            if right >= stop:
                return
            phrase = self._left_capital(line.phrase(right), cases)
            if isinstance(phrase, Places) and phrase.first == right and phrase.case in {*cases, "like"} and not phrase.modifier:
                yield from coordinated(line, phrase, verb_first=self._verb_first)
                return
            if pronoun := self._pronoun(line, right, cases):
                yield from () if stationed_there(line, right) else (pronoun,)
                return
            if not isinstance(phrase, Party) and self._closes(line, right, cases):
                if self._verb_first and (strange := strange_place(line, right, governed=not _GOVERNING.isdisjoint(cases))):
                    yield from coordinated(line, strange, verb_first=True)
                elif self._verb_first and (beyond := beyond_site(line, right, cases)):
                    yield from coordinated(line, beyond, verb_first=True)
                return

    def _left_capital(self, phrase: Phrase | None, cases: Collection[str]) -> Phrase | None:
        """A phrase as the capital that it names, where it may stand for its government but is left ("انسحب من دمشق")."""
        return as_places(phrase) if isinstance(phrase, Party) and phrase.case in _LEAVING and phrase.case in cases else phrase

    def _pronoun(self, line: Line, at: int, cases: Collection[str]) -> Places | None:
        """A pronoun in one of the cases: written on its preposition, or after it."""
        bound, label = line.units[at].entry("bound"), line.units[at].entry("preposition")
        if bound is not None and bound.value in cases:
            several = self._verb_first and line.units[at].reading.stem.endswith("هما")
            return Places(at, at, case=bound.value, anaphor="many" if several else "pronoun")
        after = line.units[at + 1] if at + 1 < len(line.units) else None
        if label is not None and label.value in cases and after is not None and "pronoun" in after.tags:
            return Places(at + 1, at + 1, case=label.value, anaphor="pronoun")
        return None

    def _closes(self, line: Line, at: int, cases: Collection[str]) -> bool:
        """Whether a search ends here: the slot's preposition governs something else, or another verb begins."""
        unit, label = line.units[at], line.units[at].entry("preposition")
        if label is not None and label.value in cases:
            country = at + 1 < len(line.units) and "country" in line.units[at + 1].tags
            named = self._left_capital(line.phrase(at + 1), cases)
            return not (self._verb_first and country) and not isinstance(named, Places) and not self._opens(line, at)
        moves = "inside" in cases and "light" in unit.tags  # "المعارك انتقلت إلى شوارع"
        verb = "trigger" in unit.tags and "bound" not in unit.tags and not moves
        return verb and line.finite(at) and line.phrase(at) is None

    def _complements(self, line: Line, at: int, cases: Collection[str]) -> Iterator[Places]:
        """The "of" phrase of a noun, or the place whose the noun is ("the town's recapture")."""
        owner = line.phrase(at - 1)
        if isinstance(owner, Places) and owner.possessive and owner.last == at - 1:
            yield owner
            return
        first = next((p for p in line.phrases if p.first > at and isinstance(p, Places) and not owns_next(line, p)), None)
        joined = first is not None and not self._verb_first and joined_to_thing(line, at, first, cases)
        if first is not None and not first.modifier and (joined or (first.case in {*cases, "like"} and adjoins(line, at, first))):
            yield from coordinated(line, first, verb_first=self._verb_first)
            return
        if not self._verb_first and at + 1 < len(line.units) and (pronoun := self._pronoun(line, at + 1, cases)):
            yield pronoun
            return
        whose = line.units[at - 1].entry("possessive") if at and not several(line.units[at].word) else None
        if whose is not None and whose.value == "n" and not line.units[at].gap:
            yield Places(at - 1, at - 1, anaphor="pronoun")

    def _opens(self, line: Line, at: int) -> bool:
        """Whether a place phrase follows a preposition after an article and adjectives."""
        ahead = next((p for p in line.phrases if p.first > at), None)
        return isinstance(ahead, Places) and ahead.case == getattr(line.units[at].entry("preposition"), "value", "")
