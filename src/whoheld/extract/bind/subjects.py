"""The places of which something is said: those before a passive, a state or a copula."""

from collections.abc import Iterator

from whoheld.extract.bind.announced import counted_beside
from whoheld.extract.bind.apposed import apposed_state
from whoheld.extract.bind.asides import goes_beside, inserted, relative_of
from whoheld.extract.bind.attributes import attributed, describes_next
from whoheld.extract.bind.being import subject_of_main
from whoheld.extract.bind.brackets import outside_brackets
from whoheld.extract.bind.elided import (
    by_pronoun,
    elided,
    given,
    in_parts,
    lying_in,
    names_whose,
    of_followed,
    of_other_noun,
    past_relative,
    postponed,
    pronoun_before,
    side_of,
    takes_up_topic,
)
from whoheld.extract.bind.events import behind_event, past_event
from whoheld.extract.bind.inverted import COPULAS, PREDICATED, inverted
from whoheld.extract.bind.lists import coordinated, joined_later, passes
from whoheld.extract.bind.near_places import called_land
from whoheld.extract.bind.preceding import listed_before
from whoheld.extract.bind.qualified import beside_noun, called, counted, named_by, past_whereabouts, qualified, told_of
from whoheld.extract.bind.strange import strange_antecedent, strange_subject
from whoheld.extract.bind.timed import gapped
from whoheld.extract.bind.told_on import is_he, joined_participle, topic
from whoheld.extract.bind.was_whose import last_to_be
from whoheld.extract.phrases.next_clause import only_noun, opens_own, so_that
from whoheld.extract.phrases.phrase import COMMAS, CONTAINER, ELIDED, Party, Phrase, Places, labelled
from whoheld.extract.sentence.frame import AUXILIARY, BARE, BREAKS, Frame, as_places
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.model import Relation

_COUNTS = frozenset({"share", "quantity", "number", "article", "possessive", "whole"})
"""Classes of words behind which a participle tells of a noun ("most remaining", "the last remaining")."""
_SHARES = frozenset({"share", "quantity", "preposition", "number", "about", "direction", "article"})
_STATING = AUXILIARY | {"preposition", "article", "possessive"}
_HELPING = frozenset({"be", "have", "had"})
_GOVERNED = frozenset({"object", "next", "whose", "subject", "any", "left"})
"""Slots of an actor who may stand right behind a verb whose subject is a place."""
_LIES = frozenset({"in", "at"})
_OF_MEN = ("وا", "ون")
"""Endings of verbs of which men are the subject."""


class SubjectPlaces:
    """Finds the subjects of one language."""

    def __init__(self, language: Pack) -> None:
        self._verb_first = language.writing.verb_first
        self._article = language.writing.article

    def of_copula(self, line: Line, frame: Frame) -> Iterator[Places]:
        """The subject of the "is" before a predicate ("Hit is Islamic State territory")."""
        at = frame.at - 1
        while (
            at >= 0
            and (line.units[at].tags & PREDICATED or isinstance(line.phrase(at), Party))
            and line.units[at].tags.isdisjoint(("light", "be"))
            and line.units[at + 1].gap in {"", "-"}
        ):
            at -= 1
        if at > 0 and _attributive(line, at):
            return
        if at > 0 and "calling" in line.units[at].cues and not line.units[at].gap:
            called_so = line.phrase(at - 1)
            yield from (called_so,) if isinstance(called_so, Places) and called_so.names and not called_so.modifier else ()
        elif at >= 0 and (line.units[at].tags & COPULAS or "dwelling" in line.units[at].cues):
            frame.pivot = at
            yield from self.places(line, frame)

    def beside(self, line: Line, frame: Frame) -> Iterator[Places]:
        """The place of which an aside says whose it is ("Bama, rebel-held since May, …", "Hajin, the rebels' last town, …")."""
        opens = frame.at
        while opens > 0 and not COMMAS & set(line.units[opens].gap):
            if not (line.units[opens - 1].tags & PREDICATED or isinstance(line.phrase(opens - 1), Party)):
                break
            opens -= 1
        place = line.phrase(opens - 1)
        if COMMAS & set(line.units[opens].gap) and isinstance(place, Places) and not place.modifier:
            yield place

    def places(self, line: Line, frame: Frame) -> Iterator[Places]:
        """The subject of a frame with all that are named with it; a verb in the plural of men has no place as its subject."""
        acted = self._verb_first and frame.entry.gender == "p" and frame.entry.tense in FINITE
        if (acted and line.units[frame.at].word.endswith(_OF_MEN)) or (
            self._verb_first and (of_other_noun(line, frame) or last_to_be(line, frame))
        ):
            return
        stated = frame.voice == "state" and not self._named_next(line, frame.pivot)
        opens = opens_own(line.units, frame.pivot) and not takes_up_topic(line, frame.pivot)
        opens = opens or behind_event(line, frame.pivot) > frame.pivot + 1
        own_clause = self._verb_first and (opens or self._behind(line, frame)) and not stated
        said = self._verb_first and frame.voice == "state" and pronoun_before(line, frame.pivot)
        own_clause = own_clause or said or (frame.voice == "state" and self._verb_first and only_noun(line.units, frame.pivot))
        aside = None if self._verb_first else beside_noun(line, frame.pivot) or apposed_state(line, frame)
        if not self._verb_first and (counted(line, frame.pivot) or describes_next(line, frame)):
            return
        before = None if own_clause else aside or self._before(line, frame) or self._before(line, frame, asides=True)
        before = before or subject_of_main(line, frame)
        relative = self._relative_of(line, before) if before is not None and not frame.trigger.states else 0
        before = self.antecedent(line, relative) if relative else before
        told = self._verb_first and frame.voice == "state" and (before is None or before.case in _LIES)
        if told and (behind := postponed(line, frame)):
            yield from coordinated(line, behind, verb_first=True)
            return
        if told and (lying := lying_in(line, frame.at) or side_of(line, frame)):
            before = lying
        if before is not None:
            yield from listed_before(line, named_by(line, before))
            yield from () if self._verb_first else (*counted_beside(line, before), *self._added(line, before, frame.pivot))
            yield from () if self._verb_first else gapped(line, frame)
            yield from () if self._verb_first else joined_later(line, frame.at)
            return
        fronted = frame.voice == "passive" and "be" in line.units[min(frame.at + 1, len(line.units) - 1)].tags
        if (frame.voice == "state" or fronted) and not self._verb_first:
            yield from inverted(line, frame)
            return
        if frame.voice == "reduced" and (noun := attributed(line, frame.at) or joined_participle(line, frame.at)):
            yield noun
            return
        if self._verb_first and by_pronoun(line, frame):
            yield from elided(line, frame)
        elif self._verb_first or frame.pivot != frame.at:
            yield from list(self._after(line, frame)) or (self._unknown(line, frame) if self._verb_first else ())

    def _behind(self, line: Line, frame: Frame) -> bool:
        """Whether a verb's subject stands right behind it, whatever is named before («ومثل حلب تخضع مدينة درعا لسيطرة …»)."""
        first = behind_event(line, frame.at)
        subject = line.phrase(first) if frame.voice == "active" and frame.entry.tense in FINITE else None
        if isinstance(subject, Party) and frame.trigger.place == ("subject",) and subject.town is None:
            return subject.case == "" and _GOVERNED.isdisjoint(frame.trigger.actor)  # "انتقل مقاتلو المعارضة إلى"
        bare = isinstance(subject, Places) and subject.case == "" and bool(subject.names) and not subject.modifier
        return bare and not line.units[first].gap

    def _named_next(self, line: Line, verb: int) -> bool:
        """Whether a verb behind a comma names its own subject («دخلوا هجين، وبقيت السوسة في يد الجيش»)."""
        after, event = past_event(line, verb + 1)
        subject = as_places(line.phrase(after))
        told = isinstance(subject, Places) and bool(subject.names or (subject.anaphor and subject.definite))
        bare = told and isinstance(subject, Places) and subject.first == after and subject.case in {"", "of"}
        opens = verb - (not line.units[verb].gap and not line.units[verb].reading.conjunction)  # "، وبذلك باتت"
        apart = event or bool(line.units[opens].gap) or so_that(line.units[verb])
        return bare and apart and not line.units[after].gap

    def _unknown(self, line: Line, frame: Frame) -> Iterator[Places]:
        """The subject that no gazetteer knows, or that only a pronoun or the verb names."""
        strange = strange_subject(line, frame.at, frame.pivot) if frame.voice in {"state", "passive"} else None
        yield from coordinated(line, strange, verb_first=True) if strange is not None else elided(line, frame)

    def _after(self, line: Line, frame: Frame) -> Iterator[Places]:
        """The subject behind its verb; whose the place becomes may stand between ("دانت لهم البلدة")."""
        start, cases = behind_event(line, frame.pivot) - 1, {""}
        aside = inserted(line, start + 1, len(line.units) - 1) if self._verb_first else set[int]()
        for right in range(start + 1, len(line.units) if self._verb_first else frame.at):
            if right in aside:
                cases.add("comma")
                continue
            if line.adjunct(right) and not line.adjunct(start):
                continue
            town = "of" in cases or (self._verb_first and frame.voice == "state")  # "بقيت كابل بيد الحكومة"
            phrase = as_places(line.phrase(right)) if town else line.phrase(right)
            if self._verb_first and isinstance(phrase, Party) and phrase.case == "" and frame.pivot == frame.at:
                return  # its subject is no place
            if isinstance(phrase, Places) and phrase.case in cases and not phrase.modifier:
                between = [n for n in range(start + 1, phrase.first) if n not in aside and not line.adjunct(n)]
                passed = names_whose if "of" in cases else _passed
                if not self._verb_first or all(passed(line, n) for n in between):
                    yield from coordinated(line, phrase, verb_first=self._verb_first)
                return
            if self._verb_first and given(line, frame, right):
                cases.add("of")
                continue
            stops = not line.units[right].tags.isdisjoint(BREAKS | {"preposition", "bound"}) and not line.times(right)
            stops = stops and not (self._verb_first and (in_parts(line, right) or of_followed(line, frame, right)))
            if stops and right != frame.at:
                return

    def _before(self, line: Line, frame: Frame, *, asides: bool = False) -> Places | None:
        crossed, joined = False, self._joined(line, frame)
        for left in outside_brackets(line, line.leftward(frame.pivot, asides=asides)):
            unit, phrase = line.units[left], as_places(line.phrase(left))
            governed = left > 0 and labelled(line.units[left - 1], "near") and not unit.gap
            if "pronoun" in unit.tags and not (
                isinstance(phrase, Places) or self._verb_first or crossed or governed or frame.voice == "reduced"
            ):
                return None if frame.voice == "active" and _of_party(line, left) else _pronoun(line, left)
            if isinstance(phrase, Places) and phrase.last == left:
                if (
                    (phrase.case in BARE | {"compound"} or self._controlled(line, frame, phrase))
                    and not (phrase.modifier or _led_to(line, phrase))
                    and self._adjacent(line, frame, phrase, crossed=crossed, joined=left < joined)
                ):
                    alone = frame.voice == "state" and frame.pivot == frame.at  # "Banja Luka, the largest town in rebel hands"
                    told = (
                        frame.voice == "reduced"
                        or alone
                        or (phrase.anaphor and not phrase.definite and not self._verb_first)  # "Goma, a city on the lake, was"
                    )
                    return called(line, phrase) if told else phrase
                if frame.voice == "reduced":
                    about = not phrase.modifier and not crossed and phrase.case != CONTAINER
                    return called(line, qualified(line, phrase)) if about else None
            elif phrase is not None or goes_beside(line, left, frame):
                continue
            elif (relative := relative_of(line, left)) >= 0:
                there = frame.voice in {"active", "passive"} and ("where" in unit.tags or _governed(line, left))
                there = there and not self._verb_first
                there = there or ("possessive_relative" in unit.cues and "capital" in line.units[left + 1].cues)
                return None if there else self.antecedent(line, relative)  # "Idlib, where bombs fell", "Aceh, whose capital fell"
            elif self._begins_clause(line, left) and not self._shares_subject(line, left, frame):
                return past_relative(line, left, frame) if self._verb_first else None
            elif frame.voice == "reduced" and self._verb_first and "trigger" in unit.tags and not is_he(unit):
                break  # "تحرير الأراضي المحتلة من قبل أرمينيا"
            else:
                crossed = crossed or (left > joined and self._noun(unit))
        return None

    def _relative_of(self, line: Line, phrase: Places) -> int:
        """The relative whose clause has a phrase as its object ("A convoy that reached Goma was captured"), or 0."""
        verb = phrase.first - 1
        while verb > 0 and "article" in line.units[verb].tags:
            verb -= 1
        past = verb > 1 and not self._verb_first and line.units[verb].word.endswith("ed") and line.units[verb].tags <= {"trigger"}
        return verb - 1 if past and "subject_relative" in line.units[verb - 1].cues and not line.units[verb].gap else 0

    def _joined(self, line: Line, frame: Frame) -> int:
        """The conjunction that joins a frame's predicate to another of the same subject ("was looted and has been …"), or -1."""
        at = frame.pivot - (line.units[frame.pivot].tags.isdisjoint(_HELPING))
        while at > 0 and not line.units[at].gap and _carries(line, at, state=frame.voice == "state"):
            at -= 1
        helped = at + 1 < len(line.units) and bool(line.units[at + 1].tags & _HELPING)
        return at if not self._verb_first and helped and "conjunction" in line.units[at].tags else -1

    def _noun(self, unit: Unit) -> bool:
        """Whether a word may be the noun of which something is said."""
        participle = not self._verb_first and (unit.word.endswith("ed") or unit.word.isdigit())
        return not unit.tags and not participle and not (self._article and unit.word.startswith(self._article))

    def _controlled(self, line: Line, frame: Frame, phrase: Places) -> bool:
        """Whether a place is that of a control which passes to somebody, or which "with" sets beside a clause."""
        before = phrase.first - 1
        while before > 1 and "article" in line.units[before].tags:
            before -= 1
        noun = line.units[before - 1].entry("trigger") if before > 0 else None
        split = frame.trigger.relation is Relation.CONTESTED and not self._verb_first  # "Control of Goma was split between"
        of = phrase.case in {"of", "over"} and noun is not None and "hold" in noun.traits
        if (frame.voice == "active" or split) and of:
            return True
        after = line.units[phrase.last + 1] if phrase.last + 1 < len(line.units) else None
        being = after is not None and "copular_participle" in after.cues and phrase.case in {"of", "about", "with"}
        return frame.voice == "state" and (being or (phrase.case == "with" and phrase.first == 1))

    def antecedent(self, line: Line, relative: int) -> Places | None:
        """What a relative takes up; of "most of which" only a part."""
        if self._verb_first and line.units[relative].reading.conjunction:
            return topic(line, relative)
        before = relative - 1
        if self._verb_first and before > 0 and "copula" in line.units[before].tags and line.units[before].gap:
            return Places(before, before, case=ELIDED, anaphor="pronoun")  # "المطار، وهو الذي ظل بيد"
        while before > 0 and line.phrase(before) is None and line.units[before].tags & _SHARES:
            before -= 1
        shared = any(unit.tags & {"share", "quantity"} for unit in line.units[before + 1 : relative])
        found = line.phrase(before if shared else past_whereabouts(line, self._past_adjectives(line, relative - 1)))
        if isinstance(found, Places):
            found = called_land(line, found)
        if not isinstance(found, Places):
            return strange_antecedent(line, relative) if self._verb_first else None
        if not shared:
            return called(line, qualified(line, told_of(line, found, relative)))
        return found.in_part()

    def _past_adjectives(self, line: Line, at: int) -> int:
        """The unit before definite adjectives, which end at a unit, where they follow their noun («المدينة الساحلية التي»)."""
        while self._verb_first and at > 0 and line.phrase(at) is None and not (line.units[at].tags or line.units[at].gap):
            if not line.units[at].word.startswith(self._article):
                break
            at -= 1
        return at

    def _added(self, line: Line, subject: Places, stop: int) -> Iterator[Places]:
        """What an aside adds to a subject ("The town, and with it the whole of Kokang, …")."""
        for phrase in line.phrases:
            added = subject.last < phrase.first < stop and phrase.case == "list" and "," in line.units[phrase.first - 1].gap
            opened = (
                subject.last < phrase.first < stop and phrase.first > subject.last + 1 and "," in line.units[subject.last + 1].gap
            )
            if isinstance(phrase, Places) and phrase.case == "list" and (added or opened) and not phrase.modifier:
                yield phrase

    def _shares_subject(self, line: Line, verb: int, frame: Frame) -> bool:
        """Whether a conjunction joins a predicate to the verb before it ("Kunduz fell in 2015 and is now in their hands")."""
        at, state = frame.pivot - 1, frame.voice == "state"
        while at > verb and not line.units[at].gap and _carries(line, at, state=state):
            at -= 1
        if "contrast" in line.units[verb].tags:  # "is encircled but still under their control"
            between = range(verb + 1, frame.pivot)
            return not self._verb_first and all(
                line.units[n].tags & _STATING or isinstance(line.phrase(n), Party) for n in between
            )
        paired = frame.voice == "passive" or self._falls_again(line, verb, frame)  # "was entered and secured"
        helped = at < frame.pivot - 1 or bool(line.units[frame.pivot].tags & {"have", "had", "be"}) or paired
        opens = bool(line.units[at].tags & _HELPING) and "," in line.units[at].gap  # "fell in May, was retaken in June and …"
        joined = helped and at > verb and (not line.units[at].tags.isdisjoint(("conjunction", "contrast")) or opens)
        return joined and not self._verb_first and "report" not in line.units[verb].tags

    def _falls_again(self, line: Line, verb: int, frame: Frame) -> bool:
        """Whether a place of which a passive tells is said to have fallen then ("was retaken in March and fell again")."""
        subject = frame.voice == "active" and "subject" in frame.trigger.place
        alike = any(entry.tag == "trigger" and entry.value == frame.trigger.name for entry in line.units[verb].entries)
        again = subject and ("be" in line.units[verb - 1].tags or alike)
        return again and not line.units[verb].gap  # "fell in May … and fell again"

    def _begins_clause(self, line: Line, at: int) -> bool:
        unit, tags = line.units[at], line.units[at].tags
        that = unit.reading.conjunction or ("further" in unit.cues and bool(unit.gap))  # «بلغ ساكي، وأن حاجزا قربها بات في يده»
        that = self._verb_first and that and not tags.isdisjoint(("conditional", "to"))
        return that or not tags.isdisjoint(BREAKS | {"report"}) or ("trigger" in tags and line.finite(at))

    def _adjacent(self, line: Line, frame: Frame, phrase: Places, *, crossed: bool, joined: bool) -> bool:
        """Whether the noun nearest to a predicate is the phrase, and not one of unknown words between them."""
        after = line.units[phrase.last + 1]
        if joined and not (after.tags & _HELPING or after.gap or line.told(phrase.last + 1)):
            return False  # an object of the first predicate
        if frame.voice == "reduced" and crossed:
            return not COMMAS.isdisjoint(after.gap)
        opened = self._verb_first and (phrase.first == 0 or bool(line.units[phrase.first - 1].tags & {"had", "function", "to"}))
        return opened or phrase.last + 1 >= frame.pivot or not crossed or after.gap != "" or "preposition" in after.tags


def _attributive(line: Line, at: int) -> bool:
    """Whether a participle is said of the noun behind it ("the claimed territory of", "most remaining strongholds")."""
    before, unit = line.units[at - 1], line.units[at]
    claimed = "light" in unit.tags and "definite" in before.cues and "article" in before.tags
    remaining = "still" in unit.tags and unit.word.endswith("ing") and bool(before.tags & _COUNTS)
    return not (line.verb_first or unit.gap) and (claimed or remaining)


def _led_to(line: Line, last: Places) -> bool:
    """Whether a place is the last of a list to which a preposition leads ("the letter that he sent to Kyiv and Moscow")."""
    phrase: Phrase | None = last
    while phrase is not None and phrase.case == "list" and not line.units[phrase.first - 1].gap:
        first = phrase.first
        phrase = next((other for other in reversed(line.phrases) if other.last < first), None)
    return phrase is not None and phrase is not last and phrase.case == "to" and not line.verb_first


def _carries(line: Line, at: int, *, state: bool) -> bool:
    """Whether a unit belongs to a predicate before its verb, or to a state before its noun ("has been in rebel hands")."""
    if line.phrase(at) is not None:
        return state and isinstance(line.phrase(at), Party)
    return bool(line.units[at].tags & (_STATING if state else AUXILIARY))


def _pronoun(line: Line, at: int) -> Places | None:
    """What a pronoun says of places: "it" of one, "they" of several; a person is none."""
    pronoun = line.units[at].entry("pronoun")
    if pronoun is None or pronoun.value not in {"n", "p"}:
        return None
    return Places(at, at, anaphor="pronoun" if pronoun.value == "n" else "many")


def _of_party(line: Line, at: int) -> bool:
    """Whether a clause right behind a party says what it did ("Iraq's army since it collapsed")."""
    return at > 1 and not line.units[at - 1].tags.isdisjoint(BREAKS) and isinstance(line.phrase(at - 2), Party)


def _passed(line: Line, at: int) -> bool:
    return passes(line, at, headed=True)


def _governed(line: Line, relative: int) -> bool:
    """Whether a preposition governs a relative, which then is no subject ("the port through which arms went to")."""
    before = line.units[relative - 1] if relative else None
    return before is not None and not line.units[relative].gap and "preposition" in before.tags and not labelled(before, "of")
