"""Binding of places: the object, subject or prepositional phrase in which a frame's place stands."""

from collections.abc import Iterator
from itertools import takewhile

from whoheld.extract.bind.announced import among, announced, bracketed, counted_in, included, of_land
from whoheld.extract.bind.elided import among_what, called_last, side_of
from whoheld.extract.bind.gaps import complement, has_object, says_where, stranded, takes_other, thither, where
from whoheld.extract.bind.held_parts import held_parts
from whoheld.extract.bind.hyphened import behind_hyphen, said_aside
from whoheld.extract.bind.led_by_participle import led_by_participle
from whoheld.extract.bind.lists import bare, coordinated, joined_later
from whoheld.extract.bind.objects import ObjectPlaces, to_object
from whoheld.extract.bind.owned_places import part_of
from whoheld.extract.bind.parts_taken import of_parts_taken, parts_taken
from whoheld.extract.bind.preceding import listed_before
from whoheld.extract.bind.prepositions import LEAVING, GovernedPlaces
from whoheld.extract.bind.qualified import called
from whoheld.extract.bind.remnants import all_that, left_under, only_one, second_object
from whoheld.extract.bind.scenes import (
    amid,
    fronted_place,
    holdings,
    last_taken,
    left_behind,
    parts_there,
    positions,
    witness,
)
from whoheld.extract.bind.spoken import (
    driven_out,
    flagged,
    garrisoned,
    gone_from,
    led_in,
    ousted,
    outside,
    posted,
    quit_unsaid,
    stationed,
)
from whoheld.extract.bind.strange import strange_subject
from whoheld.extract.bind.subjects import SubjectPlaces
from whoheld.extract.bind.taken_up import relative
from whoheld.extract.bind.there import TherePlaces, held_there
from whoheld.extract.bind.timed import compared, dated_before
from whoheld.extract.bind.was_whose import was_whose
from whoheld.extract.phrases.phrase import Party, Places, Toponyms, labelled, parted
from whoheld.extract.sentence.frame import Frame, as_places
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.letters import TIMES
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.model import Extent, Relation

_FUNCTIONS = frozenset(
    {
        "subject",
        "object",
        "rest",
        "copula",
        "within",
        "pointed",
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
        "garrisoned",
        "ousted",
        "outside",
        "stationed",
        "posted",
        "spoken of",
        "quit",
        "announced",
        "all that",
        "left under",
        "only one",
        "second",
    }
)
_DIRECT = 4
"""Units from a verb to the end of the articles and adverbs before its object."""
_OF = frozenset({"of", "over"})
_GOES_ON = TIMES | {"preposition", "after", "before", "when", "relative"}
"""Classes of words that may follow whom something was taken from, where nothing else was taken."""
_PLACING = frozenset({"head", "share", "whole", "area", "position", "preposition", "number", "quantity", "about"})
"""Classes of words by which a phrase of places opens."""


def _is_thing(unit: Unit) -> bool:
    """Whether an Arabic word is a noun for a deed or for something that is no place."""
    named = unit.reading.stem.startswith("ال") and unit.tags.isdisjoint(_PLACING)
    return not unit.gap and (named or not unit.tags or "trigger" in unit.tags)


def _speaks(line: Line, at: int) -> bool:
    """Whether a compound qualifies who says what stands before it ("…, the Houthi-run health authorities in Hodeidah said")."""
    behind = takewhile(lambda unit: not parted(unit.gap), line.units[at + 1 :])
    return any("report" in unit.tags for unit in behind)


def _next_in_time(line: Line, frame: Frame, phrase: Places) -> bool:
    """Whether only how much later parts a word that repeats a deed from its place («وبعدها بيومين حمص»)."""
    between = line.units[frame.at + 1 : phrase.first]
    return frame.trigger.repeats and line.verb_first and all(unit.tags & TIMES and not unit.gap for unit in between)


def _of_whose(line: Line, frame: Frame) -> bool:
    """Whether a noun is of the place before its relative ("Kidal, whose capture by the rebels …")."""
    relative = line.units[frame.at - 1] if frame.at > 1 and frame.voice == "noun" else None
    return relative is not None and "possessive_relative" in relative.cues and "of" in frame.trigger.place


def _seat_of(line: Line, at: int) -> bool:
    """Whether a unit only begins to say of what region a place is the seat («…، وهي مركز محافظة الجوف»)."""
    return at < len(line.units) and "centre" in line.units[at].tags and not line.units[at].gap


def _taken_from(line: Line, frame: Frame) -> bool:
    """Whether from whom follows an Arabic verb at once, and no object, so that it is passive («سرت انتزعت من داعش»)."""
    verb, at = line.units[frame.at], frame.at + 1
    if frame.entry.tense != "past" or frame.entry.pronoun or verb.reading.conjunction or "from" not in frame.trigger.loser:
        return False
    while at + 1 < len(line.units) and (line.adjunct(at) or "adverb" in line.units[at].tags) and not line.units[at].gap:
        at += 1
    loser = line.phrase(at + 1)
    if at >= len(line.units) or not labelled(line.units[at], "from") or not isinstance(loser, Party) or loser.first != at + 1:
        return False
    behind = line.units[loser.last + 1 : loser.last + 2]
    return all(unit.gap or unit.reading.conjunction or unit.tags & _GOES_ON for unit in behind)


class PlaceBinder:
    """Finds the places of frames in one language."""

    def __init__(self, language: Pack, toponyms: Toponyms) -> None:
        self._verb_first = language.writing.verb_first
        self._article = language.writing.article
        self._gaining = frozenset(trigger.name for trigger in language.trigger if trigger.relation is Relation.GAINED)
        self._subjects = SubjectPlaces(language)
        self._objects = ObjectPlaces(language)
        self._governed = GovernedPlaces(language)
        there = TherePlaces(language, self._governed, toponyms)
        self._scenes = {
            "topic": there.topic,
            "there": there.there,
            "within": there.within,
            "pointed": there.pointed,
            "witness": witness,
            "amid": amid,
            "gone": there.gone,
            "driven out": driven_out,
            "gone from": gone_from,
            "led in": led_in,
            "flagged": flagged,
            "garrisoned": garrisoned,
            "ousted": ousted,
            "outside": outside,
            "quit": quit_unsaid,
            "announced": announced,
            "all that": lambda line, at: () if self._verb_first else all_that(line, at),
            "left under": left_under,
            "only one": only_one,
            "second": second_object,
        }
        self._unsaid = {"stationed": stationed, "posted": posted, "spoken of": there.topic}

    def _of_land(self, line: Line, frame: Frame) -> list[Places]:
        """The places counted among what has no name that a verb tells of ("took much of the north, including Kidal")."""
        if frame.voice != "active" or ("on" if self._verb_first else "object") not in frame.trigger.place:
            return []
        return list(() if self._verb_first else holdings(line, frame.at)) or list(of_land(line, frame))

    def bind(self, line: Line, frame: Frame) -> None:
        """Sets the places of a frame; a pronoun for them is a phrase without names."""
        self._bind(line, frame)
        if not (self._verb_first or frame.places) and _of_whose(line, frame):
            town = self._subjects.antecedent(line, frame.at - 1)
            frame.places = [town] if town is not None else []
        if not self._verb_first and (town := parts_there(line, frame)):
            frame.places = [town]
        frame.places = frame.places or self._of_land(line, frame) or list(led_by_participle(line, frame))
        if frame.places:
            frame.places.extend(() if self._verb_first else bracketed(line, frame.places[-1]))
            frame.places.extend(() if self._verb_first else [*included(line, frame.at), *counted_in(line, frame)])
            frame.places.extend((dated_before if self._verb_first else compared)(line, frame))
            frame.places.extend(() if self._verb_first else _besides(line, frame))
            frame.places.extend(phrase for phrase in among(line, frame) if phrase not in frame.places)
        if self._verb_first:
            self._past_pronouns(line, frame)
            self._unnamed(line, frame)
            frame.places.extend(joined_later(line, max([frame.at, *(p.last for p in frame.places)])) if frame.places else ())

    def _past_pronouns(self, line: Line, frame: Frame) -> None:
        """Sets what an Arabic pronoun means that takes up a relative or a topic."""
        if not any(phrase.anaphor == "pronoun" for phrase in frame.places):
            return
        fronted = strange_subject(line, frame.at, frame.at) or side_of(line, frame)
        named = [p for p in frame.places if p.anaphor != "pronoun"]
        meant = [fronted] if fronted else relative(line, frame, self._article)
        if any(p.anaphor == "pronoun" and p.extent is Extent.PART for p in frame.places):
            meant = [phrase.in_part() for phrase in meant]  # «أما دير الزور فيمسك بستين في المئة منها»
        frame.places = [*meant, *(phrase for phrase in named if phrase not in meant)]

    def _unnamed(self, line: Line, frame: Frame) -> None:
        """Sets the town or region that Arabic names elsewhere in the clause, where what is taken bears no name itself."""
        if not any(phrase.names or phrase.anaphor == "pronoun" for phrase in frame.places):
            frame.places = list(called_last(line, frame)) or frame.places
        if not any(phrase.names for phrase in frame.places) and (first := among_what(line, frame)):
            frame.places = list(coordinated(line, first, verb_first=True))
        if not any(phrase.names for phrase in frame.places) and (town := held_parts(line, frame)):
            frame.places = [town]
        if of_parts_taken(line, frame, self._gaining):
            frame.places = []
        gains = frame.trigger.relation is Relation.GAINED
        if gains and not any(phrase.names for phrase in frame.places) and (region := parts_taken(line, frame)):
            frame.places = [region]
        if gains and not frame.places and frame.trigger.loser:
            frame.places = list(last_taken(line, frame.at))

    def _bind(self, line: Line, frame: Frame) -> None:
        slots = self._slots(frame)
        for slot in slots:
            frame.places = list(self._slot_places(line, frame, slot))
            if frame.places:
                return
        cases = _governing(frame)
        if cases and frame.voice not in {"compound", "state"}:
            noun = frame.voice == "noun" and not self._verb_first and cases <= _OF
            found = (
                self._governed.complements(line, frame.at, cases) if noun else self._governed.prepositional(line, frame.at, cases)
            )
            frame.places = [place for place in found if self._verb_first or not _of_side(line, place)]
            frame.places = frame.places or ([] if self._verb_first else list(stranded(line, frame, cases)))
        for slot in (slot for slot in frame.trigger.place if slot in self._unsaid and not frame.places):
            frame.places = list(self._unsaid[slot](line, frame.at))
        frame.places = frame.places or list(said_aside(line, frame))
        if self._verb_first and not frame.places and cases | set(slots) & LEAVING:
            frame.places = list(positions(line, frame.at)) or list(fronted_place(line, frame)) or list(left_behind(line, frame))
            frame.places = frame.places or list(held_there(line, frame))
        if frame.places:
            return
        if (
            self._verb_first
            and frame.voice == "active"
            and "object" in frame.trigger.place
            and (self._agent_follows(line, frame.at) or _taken_from(line, frame))
        ):
            frame.voice = "passive"
            frame.places = list(self._subjects.places(line, frame))
            return
        told = frame.trigger.relation is Relation.CONTESTED and not self._verb_first and says_where(line, frame.at)
        transitive = not self._verb_first and frame.voice == "active" and "object" in frame.trigger.place
        falls = not self._verb_first and frame.voice == "active" and "subject" in frame.trigger.place  # "where bombs fell on"
        lost = not self._verb_first and frame.voice == "noun" and "subject" in frame.trigger.loser and frame.pivot == frame.at
        apart = told or falls or lost or "all that" in frame.trigger.place
        apart = apart or (
            transitive and any("relative" in line.units[n].tags and thither(line, n) for n in line.leftward(frame.at))
        )
        apart = apart or (transitive and has_object(line, frame.at))
        apart = apart or (self._verb_first and takes_other(line, frame))
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
            qualified = list(behind_hyphen(line, frame.at)) if "object" in frame.trigger.place else []
            stated = frame.trigger.relation is Relation.HOLDS and not (qualified or _speaks(line, frame.at))
            told = list(self._subjects.of_copula(line, frame)) or self._subjects.beside(line, frame)
            parts = (part_of(line, phrase) for phrase in qualified)
            yield from told if stated else (part if part.anaphor == "many" else called(line, part) for part in parts)
        elif slot == "rest":
            yield from self._rest(line, frame.at)
        elif slot in {"copula", "beside"}:
            yield from (self._subjects.of_copula if slot == "copula" else self._subjects.beside)(line, frame)
        elif slot == "direct" and voice in {"active", "noun"}:
            objects = list(self._objects.places(line, frame.at))
            near = bool(objects) and frame.at < objects[0].first <= frame.at + _DIRECT and bare(line, frame.at, objects[0])
            near = near or (bool(objects) and _next_in_time(line, frame, objects[0]))
            near = near and not (self._verb_first and _seat_of(line, frame.at + 1))
            yield from objects if near else ()
            if frame.trigger.repeats and isinstance(also := line.phrase(frame.at + 1), Places) and also.case == "list":
                yield from coordinated(line, also, verb_first=self._verb_first)  # "وكذلك مطار الطبقة"
        elif slot in self._scenes:
            yield from self._scenes[slot](line, frame.at)
        elif slot == "subject" or voice == "state" or (slot == "object" and voice in {"passive", "reduced"}):
            taken_up = was_whose(line, frame) if self._verb_first else None
            yield from self._subjects.places(line, frame) if taken_up is None else listed_before(line, taken_up)
        elif slot == "object" and voice == "noun":
            yield from self._of_noun(line, frame.at)
        elif slot == "object":
            yield from self._objects.places(line, frame.at)

    def _of_noun(self, line: Line, at: int) -> Iterator[Places]:
        """The object of a noun of a deed: its genitive, or what "of" or «لـ» governs."""
        if not self._verb_first:
            return self._governed.complements(line, at, {"of"})
        return iter(list(self._objects.places(line, at)) or to_object(line, at))

    def _rest(self, line: Line, at: int) -> Iterator[Places]:
        """What "nothing but" excepts: the first places after it that do not only say where it lies, if nothing else is meant."""
        for right in line.rightward(at):
            phrase = as_places(line.phrase(right))
            other = phrase is None and (_is_thing(line.units[right]) or labelled(line.units[right], "to"))
            if self._verb_first and right == at + 1 and other:
                return  # "لا يجد وسيلة سوى القصف الذي يستهدف بلدتي …", "لم يحتج سوى إلى يوم كي يدخل تدمر"
            if self._verb_first and not line.units[right].tags.isdisjoint(("after", "before")) and not line.times(right):
                return  # "لم يسيطر عليها إلا بعد معارك طويلة"
            if isinstance(phrase, Places) and phrase.case not in {"direction", "near", "toward", "after"}:
                yield from coordinated(line, phrase, verb_first=self._verb_first)
                return


def _besides(line: Line, frame: Frame) -> Iterator[Places]:
    """What is named besides, behind what says where the first place lies ("Bria in the east as well as Bambari")."""
    last = frame.places[-1].last
    if frame.voice in {"active", "noun"} and last > frame.at and any("besides" in unit.tags for unit in line.units[last + 1 :]):
        yield from (phrase for phrase in joined_later(line, last) if phrase not in frame.places)


def _governing(frame: Frame) -> set[str]:
    """The prepositions behind which a frame's place may stand; of what is written on its verb none says «لـ» («خسرها»)."""
    written = frame.voice == "active" and frame.entry.pronoun and "object" in frame.trigger.place
    return {slot for slot in frame.trigger.place if slot not in _FUNCTIONS} - ({"to"} if written else set())


def _of_side(line: Line, phrase: Places) -> bool:
    """Whether a strange name before "hands" or "control" is the adjective of a side ("was back in Nationalist hands")."""
    after = line.units[phrase.last + 1] if phrase.last + 1 < len(line.units) else None
    strange = len(phrase.names) == 1 and not phrase.names[0].known
    return strange and after is not None and not after.gap and any("hold" in entry.traits for entry in after.entries)
