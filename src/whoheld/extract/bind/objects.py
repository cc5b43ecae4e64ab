"""The places that are the object of a verb, behind what may stand between the two."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from whoheld.extract.bind.asides import inserted
from whoheld.extract.bind.attributes import behind_adjectives, describes, joins_adjectives
from whoheld.extract.bind.gaps import fronted, gap
from whoheld.extract.bind.lists import BETWEEN, coordinated, joined_later, passes, with_his
from whoheld.extract.bind.other_parts import behind_seat, other_part
from whoheld.extract.bind.owned_places import COUNTED, WHOSE, is_seat, may_describe, owns_next, owns_seat, part_of, stronghold
from whoheld.extract.bind.strange import led_object, strange_object
from whoheld.extract.bind.yielded import yielded
from whoheld.extract.parties.nations import REBELS
from whoheld.extract.phrases.phrase import COMMAS, Party, Places, labelled, parted
from whoheld.extract.sentence.adjuncts import tells_time
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.letters import TIMES
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.model import Extent

_FROM = frozenset({"from", "with"})
_LYING = frozenset({"in", "direction"})
_BARE = frozenset({"", "of"})
"""Cases of an object behind a name, which governs none."""
_ADJUNCT = 9
"""Units of the longest adjunct between a verb and its object."""
_TO_THING = 3
"""Words from a noun to a place behind another thing: a preposition, the thing and a conjunction."""
_ELSE = frozenset({"trigger", "report", "relative", "be", "have", "had", "contrast", "after", "before", "when"})
"""Classes of words that tell of another thing."""
_OPENERS = frozenset({"head", "area", "share", "about", "whole", "number"})


class ObjectPlaces:
    """Finds the objects of one language."""

    def __init__(self, language: Pack) -> None:
        self._verb_first = language.writing.verb_first
        self._article = language.writing.article

    def places(self, line: Line, at: int) -> Iterator[Places]:
        """The object of the verb at a unit, with all that a list joins to it."""
        following = line.units[at + 1] if at + 1 < len(line.units) else None
        if following is not None and not self._verb_first and "pronoun" in following.tags and not following.gap:
            yield Places(at + 1, at + 1, anaphor="pronoun")
            yield from joined_later(line, at + 1)
            return
        subject = self._past_subject(line, at) if self._verb_first else at
        if self._verb_first and (held := yielded(line, at) or stronghold(line, subject) or led_object(line, subject + 1, at)):
            yield held
            return
        named = (p for p in line.phrases if p.first > at and isinstance(p, Places))
        first = next((p for p in named if not (owns_next(line, p) or owns_seat(line, p))), None)
        start = self._past_adjunct(line, at)
        if first is not None and (behind := self._behind_where(line, subject, first)) is not None:
            first, start = behind, first.last
        if (
            first is not None
            and ";" not in line.units[first.first].gap
            and (first.case in {"", "comma"} or self._after_sites(line, at, first) or behind_adjectives(line, start, first))
            and not first.modifier
            and self._reaches(line, start, first, resumed=start > at)
        ):
            yield from coordinated(line, part_of(line, first), verb_first=self._verb_first)
        elif not self._verb_first:
            before = list(other_part(line, at)) or list(() if _has_own(line, at) else gap(line, at)) or list(fronted(line, at))
            before = list(_named_behind(line, at, before)) or before
            yield from before or list(_share_behind(line, at)) or behind_seat(line, at)
        elif strange := strange_object(line, subject):
            yield from coordinated(line, strange, verb_first=True)

    def _behind_where(self, line: Line, subject: int, where: Places) -> Places | None:
        """The object behind where a deed is told to have been («استعاد الجيش في ريف حماة بلدة مورك»), or None."""
        behind = line.phrase(where.last + 1) if self._verb_first and where.case in _LYING and where.names else None
        if not isinstance(behind, Places) or not line.heads(behind) or line.units[behind.first].gap or behind.case not in _BARE:
            return None
        between = line.units[subject + 1 : where.first]
        beside = len(between) <= 1 and all("preposition" in unit.tags and not unit.gap for unit in between)
        return replace(behind, case="") if beside and not line.units[where.first].gap else None

    def _past_subject(self, line: Line, at: int) -> int:
        """The last unit of a verb's subject and of what says when, behind which its object stands."""
        while at + 1 < len(line.units) and not line.units[at + 1].gap and self._no_object(line, at + 1):
            at += 1
        return at

    def _no_object(self, line: Line, at: int) -> bool:
        if line.adjunct(at):
            return True
        tags = line.units[at].tags
        opens = not tags.isdisjoint(("after", "before")) and not line.times(at)
        timed = not opens and ("adverb" in tags or tells_time(line.units[at]))
        return timed or isinstance(line.phrase(at), Party) or with_his(line, at)

    def _after_sites(self, line: Line, at: int, phrase: Places) -> bool:
        """Whether a list of objects begins with a building or the like ("استعاد الجيش القصر الجمهوري والمطار")."""
        if not self._verb_first or phrase.case != "list":
            return False
        first = self._past_adjunct_of_time(line, at)
        between = [line.units[n] for n in range(first + 1, phrase.first) if line.phrase(n) is None]
        between = [unit for unit in between if not labelled(unit, "from")]
        sites = [unit for unit in between if self._is_site(unit)]
        return len(sites) == len(between) > 0

    def _past_adjunct_of_time(self, line: Line, at: int) -> int:
        """The last unit of a verb's subject and of a date that a preposition governs («استعاد في مارس القصر والمطار»)."""
        at = self._past_subject(line, at)
        while at + 2 < len(line.units) and _governs_time(line.units[at + 1]) and line.units[at + 2].tags & TIMES:
            at = self._past_subject(line, at + 1)
        return at

    def _is_site(self, unit: Unit) -> bool:
        """Whether a word may be a noun for a building or post that bears no name ("المطار", "حواجز", "نقاطا")."""
        noun = unit.word.startswith(self._article) or bool(unit.tags) or unit.word.endswith("ا")
        return noun and unit.tags <= {"common", "function", "position", "time", "outlet", "medium"}

    def _past_adjunct(self, line: Line, at: int) -> int:
        """The last unit of an adjunct between commas right after a verb ("took, after days of fighting, the town")."""
        if self._verb_first or at + 1 >= len(line.units):
            return at
        if joined := _past_joined(line, at):
            return joined
        if COMMAS.isdisjoint(line.units[at + 1].gap):
            return self._past_date(line, at)
        for end in range(at + 2, min(at + _ADJUNCT, len(line.units))):
            if "trigger" in line.units[end - 1].tags and line.finite(end - 1):
                return at
            if not COMMAS.isdisjoint(line.units[end].gap):
                return end - 1
        return at

    def _past_date(self, line: Line, at: int) -> int:
        """The last unit of when, or from whom, before an object too long for its place ("retook on Sunday the town of")."""
        end, n = at, at + 1
        while n < len(line.units) and not parted(line.units[n].gap):
            unit, party = line.units[n], line.phrase(n)
            if isinstance(party, Party) and party.case in _FROM:
                end, n = party.last, party.last + 1
            elif "captivity" in unit.cues or unit.tags & TIMES or (unit.word.isdigit() and end > at):
                end, n = n, n + 1
            elif unit.tags & {"preposition", "article"} and line.phrase(n) is None and n + 1 < len(line.units):
                n += 1
            else:
                break
        return end

    def _reaches(self, line: Line, at: int, phrase: Places, *, resumed: bool = False) -> bool:
        """Whether nothing but what may open its noun phrase stands between a verb and its object."""
        headed = not line.units[phrase.first].tags.isdisjoint(_OPENERS) or (not self._verb_first and line.heads(phrase))
        if self._verb_first:
            headed = headed or phrase.case == "list"
            aside = inserted(line, at + 1, phrase.first)
            seat = phrase.case != "list" and _of_seat(line, at, phrase.first)
            return not seat and all(n in aside or passes(line, n, headed=headed) for n in range(at + 1, phrase.first))
        beside = phrase.case == "" and not (line.units[phrase.first].gap or line.heads(phrase))
        if (phrase.case == "comma" or beside) and self._calls(line, at + 1, phrase.first - 1):
            return True  # "control the capital, Sanaa", "took its capital Hazm"
        unknown = phrase.case == "comma" and not resumed
        for between in range(at + 1, phrase.first):
            unit = line.units[between]
            if set(unit.gap) - set("«\"“('-") and not (resumed and between == at + 1):
                return False
            adjective = headed and "preposition" in unit.tags and "article" in line.units[between - 1].tags
            left = headed and "still" in unit.tags
            if adjective or left or self._within_name(line, between) or describes(line, between):
                continue  # "occupied the surrounding districts of", "took the abandoned town of", "the last remaining base"
            if headed and joins_adjectives(line, between):
                unknown = False
                continue
            if unit.tags.isdisjoint(COUNTED if headed else BETWEEN) or (headed and _governs(unit)):
                if unit.tags or not headed:
                    return False
                unknown = True
            elif unknown and unit.tags.isdisjoint(WHOSE):
                return False
        return not unknown or headed

    def _calls(self, line: Line, first: int, noun: int) -> bool:
        """Whether a noun calls what is named behind it a seat or the like ("the governorate's capital", "its main town")."""
        owned = any(unit.possessive for unit in line.units[first:noun])
        lead = (n for n in range(first, noun) if not (line.units[n].tags & BETWEEN or self._within_name(line, n)))
        return is_seat(line.units[noun], owned=owned) and all(may_describe(line.units[n]) for n in lead)

    def _within_name(self, line: Line, at: int) -> bool:
        """Whether a unit belongs to whose the object is ("took the army's town", "six of the state's townships")."""
        phrase, unit = line.phrase(at), line.units[at]
        owns = "actor" in unit.tags and unit.possessive
        rebel = phrase is None and unit.tags >= REBELS  # "the rebel Serb region of"
        held = unit.gap == "-" and "trigger" in unit.tags and not self._verb_first  # "the rebel-held town of"
        return owns or rebel or held or isinstance(phrase, Party) or (isinstance(phrase, Places) and phrase.modifier)


def _named_behind(line: Line, verb: int, antecedents: Collection[Places]) -> Iterator[Places]:
    """The names behind a clause on a noun that names none ("the only city it controls, El Fasher", "the towns they hold, …")."""
    unnamed = bool(antecedents) and all(phrase.anaphor and not phrase.names for phrase in antecedents)
    now = any(entry.tense == "present" for entry in line.units[verb].entries)
    unnamed = unnamed and (now or bool(line.units[verb - 1].tags & {"have", "had"}))  # not "the last town they held, Kidal"
    named = line.phrase(verb + 1) if unnamed else None
    if isinstance(named, Places) and named.first == verb + 1 and named.case == "comma" and named.names and not named.modifier:
        one = all(phrase.anaphor != "many" for phrase in antecedents)
        yield from coordinated(line, named, verb_first=False) if not (one and len(named.names) > 1) else ()


def _of_seat(line: Line, verb: int, first: int) -> bool:
    """Whether a town only says whose the building is that is the object («اقتحم المسلحون مقر شرطة مدينة بعقوبة»)."""
    for at in range(verb + 1, first):
        unit = line.units[at]
        if "seat" in unit.tags and line.phrase(at) is None and not (unit.reading.article or unit.reading.preposition):
            return not any(each.gap or each.reading.conjunction for each in line.units[at + 1 : first + 1])
    return False


def _past_joined(line: Line, verb: int) -> int:
    """The second of two verbs of one object ("captured and then looted the town"), or 0."""
    at = verb + 1
    if line.units[at].gap or "conjunction" not in line.units[at].tags:
        return 0
    at += 1
    while at < len(line.units) and "adverb" in line.units[at].tags and not line.units[at].gap:
        at += 1
    unit = line.units[at] if at + 1 < len(line.units) else None
    told = unit is not None and (line.told(at) or (unit.word.endswith("ed") and not unit.tags)) and line.phrase(at) is None
    return at if told and unit is not None and not unit.gap else 0


def _governs_time(unit: Unit) -> bool:
    return labelled(unit, "in") or labelled(unit, "from")


def _share_behind(line: Line, verb: int) -> Iterator[Places]:
    """The share of a town, or several towns, behind things without a name ("holds the valley and about half of Deir ez-Zor")."""
    for phrase in line.phrases:
        if phrase.first <= verb or not isinstance(phrase, Places):
            continue
        shared = bool(phrase.names) and all(name.extent is Extent.PART for name in phrase.names)
        if phrase.case == "list" and (shared or phrase.anaphor == "many"):
            if all(line.units[n].tags.isdisjoint(_ELSE) or line.phrase(n) for n in range(verb + 1, phrase.first)):
                yield from coordinated(line, phrase, verb_first=False)
            return


def to_object(line: Line, at: int) -> Iterator[Places]:
    """The object that "to" governs behind whose an Arabic infinitive is («إخلاء الحامية للمطار», «تركهم لها»)."""
    subject, owned = line.phrase(at + 1), any(entry.pronoun for entry in line.units[at].entries)
    after = subject.last + 1 if isinstance(subject, Party) else at + 1
    if not (isinstance(subject, Party) or owned) or after >= len(line.units) or line.units[after].gap:
        return
    place, bound = line.phrase(after), line.units[after].entry("bound")
    if isinstance(place, Places) and place.first == after and place.case == "to":
        yield from coordinated(line, place, verb_first=True)
    elif bound is not None and bound.value == "to":
        yield Places(after, after, case="to", anaphor="pronoun")


def _has_own(line: Line, at: int) -> bool:
    """Whether a verb has an object of its own, which names no place ("Herat, hours after they had lost half of …")."""
    after = line.units[at + 1] if at + 1 < len(line.units) else None
    if after is not None and not after.gap and any(e.tag == "trigger" and e.tense == "noun" for e in after.entries):
        of = next((p for p in line.phrases if p.first > at and isinstance(p, Places)), None)
        return of is not None and of.case in {"of", "over"}  # "said in Herat that the Taliban took control of Kunduz"
    thing = line.phrase(at + 2) if after is not None and "article" in after.tags and not after.gap else None
    if isinstance(thing, Places) and thing.modifier and not thing.possessive:
        return True  # "that fighters seized the Kawlin police station"
    return after is not None and not after.gap and bool(after.tags & {"share", "possessive"}) and line.phrase(at + 1) is None


def _governs(unit: Unit) -> bool:
    return "preposition" in unit.tags and "about" not in unit.tags


def joined_to_thing(line: Line, at: int, phrase: Places, cases: Collection[str]) -> bool:
    """Whether a place follows a thing of which a noun is told as well ("in control of the gates and the airport of Timbuktu")."""
    between = line.units[at + 1 : phrase.first]
    if phrase.case != "list" or not line.heads(phrase) or len(between) < _TO_THING or any(unit.gap for unit in between):
        return False
    governed = between[0].entry("preposition")
    things = [unit for unit in between[1:] if "article" not in unit.tags]
    noun = len(things) > 1 and "conjunction" in things[-1].tags and all(not unit.tags for unit in things[:-1])
    return governed is not None and governed.value in cases and noun
