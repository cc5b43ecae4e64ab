"""The places that a noun only announces or counts: those named beside it, after "including", or by its copula."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from whoheld.extract.bind.lists import coordinated
from whoheld.extract.bind.preceding import listed_before
from whoheld.extract.bind.set_apart import dates_apart
from whoheld.extract.phrases.announcing import speaks_of_several
from whoheld.extract.phrases.phrase import COMMAS, Name, Party, Phrase, Places, labelled
from whoheld.extract.sentence.frame import BARE, BREAKS, Frame, as_places
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.series import past_tail
from whoheld.extract.words.scan import Unit
from whoheld.model import Extent, Relation

_ANNOUNCING = frozenset(":(–—")
"""Punctuation behind a plural before the names of its places."""
_NEXT_ITEM = 3
"""Units from an item of an enumeration to the next: a conjunction and an article may come between."""
_WIDE = frozenset({"province", "region", "district"})
_LYING = frozenset({"in", "toward", "near"})
"""Cases of a place that only tells where several lie."""
_WITHIN = frozenset({"in", "at"})
"""Cases of a region that only says where several lie."""
_OTHERS = BREAKS | {"trigger", "report", "relative", "title", "voice", "bystander"}
"""Classes of words with which another clause or somebody else is told ("officials including the mayor of")."""
_TO_NAMES = 6
"""Words from "including" to the names of what is included."""
_TO_LAND = 6
"""Words from a verb to the noun for land that it takes ("seized a large swathe of")."""
_UNREAL = frozenset({"plan", "modal", "hypothesis", "negation"})
"""Classes of words by which what is counted is not so yet («يأمل أن يصل عدد القرى التي يستعيدها إلى خمس»)."""
_TO_REGION = 3
"""Words from a plural to the region in which its places lie."""


def included(line: Line, at: int) -> Iterator[Places]:
    """The places that a sentence counts among those it has spoken of ("…, Irpin and Bucha included")."""
    for n in range(at + 1, len(line.units)):
        if "included" in line.units[n].tags and isinstance(phrase := line.phrase(n - 1), Places):
            yield from (_without_landmark(line, each) for each in listed_before(line, phrase))


def _without_landmark(line: Line, phrase: Places) -> Places:
    """A list without its first name where that only tells where the others lie ("around Goma, Sake and Minova among them")."""
    names = phrase.names[1:]
    if line.verb_first or phrase.case not in _LYING or not names:
        return phrase
    at = next((n for n in range(phrase.first, phrase.last + 1) if line.units[n].start == names[0].start), phrase.first)
    return replace(phrase, first=at, names=names) if "," in line.units[at].gap else phrase


def counted_in(line: Line, frame: Frame) -> Iterator[Places]:
    """The places that a clause counts among those of which it says whose they are ("under rebel control, including Goma")."""
    n = frame.at + 1
    while n < len(line.units) and (isinstance(line.phrase(n), Party) or _leads_to_party(line.units[n])):
        n += 1
    first = next((phrase for phrase in line.phrases if phrase.first > n), None)
    told = frame.voice in {"state", "passive"} and n < len(line.units) and labelled(line.units[n], "like")
    if told and isinstance(first, Places) and first.case == "like" and first.names and not first.modifier:
        yield from coordinated(line, first, verb_first=False)


def counted_beside(line: Line, subject: Places) -> Iterator[Places]:
    """The places that an aside counts in a region which is the subject ("All of Darfur, including Nyala, is held by …").

    It may as well end in the participle ("Most of Kherson region, Henichesk included, is held by …").
    """
    opens = subject.last + 1
    if opens >= len(line.units) or "," not in line.units[opens].gap:
        return
    named = line.phrase(opens)
    if isinstance(named, Places) and named.names and not named.modifier:
        members = list(coordinated(line, named, verb_first=False))
        behind = line.units[members[-1].last + 1 : members[-1].last + 2]
        yield from members if any("included" in unit.tags and not unit.gap for unit in behind) else ()
    first = line.phrase(opens + 1)
    if isinstance(first, Places) and labelled(line.units[opens], "like") and first.names and not first.modifier:
        yield from coordinated(line, first, verb_first=False)


def _leads_to_party(unit: Unit) -> bool:
    return "article" in unit.tags or labelled(unit, "by") or labelled(unit, "of")


def among(line: Line, frame: Frame) -> Iterator[Places]:
    """The places that a verb-first language counts among those just told ("ربع المدينة بيد داعش، لا سيما السجارية")."""
    last = max([frame.at, *(phrase.last for phrase in frame.places)])
    bare = bool(frame.places) and all(phrase.case == "" for phrase in frame.places)
    for n in line.rightward(last):
        past = _past_day if line.verb_first else _past_noun
        first = past(line, n + 1) if "listing" in line.units[n].tags else n
        if "copula" in line.units[n].tags and first < len(line.units) and "centre" in line.units[first].tags:
            return  # "هي مركز محافظة الجوف"
        if first > n and isinstance(phrase := line.phrase(first), Places):
            if bare and not line.verb_first and "preposition" in line.units[n + 1].tags:
                return  # "left Goma for work elsewhere, including in Sake"
            if phrase.first == first and phrase.names and not phrase.modifier and not line.units[first].gap:
                yield from _enumerated(line, phrase)
            return
        noun = line.units[n].tags & _OTHERS == {"trigger"} and not line.verb_first and not line.told(n)  # "expanses of territory"
        if (not line.units[n].tags.isdisjoint(_OTHERS) and not noun) or _names_others(line.phrase(n)):
            return


def of_land(line: Line, frame: Frame) -> Iterator[Places]:
    """The places counted among the land that a verb takes ("took large areas of the north in May, including Kidal")."""
    object_ = takewhile(lambda unit: not unit.gap, line.units[frame.at + 1 : frame.at + 1 + _TO_LAND])
    told = frame.trigger.relation is not Relation.LOST  # "that leaves them the stretch on the border, including Qaim"
    if told and any("expanse" in unit.cues or "share" in unit.tags for unit in object_):
        yield from among(line, frame)


def announced(line: Line, at: int) -> Iterator[Places]:
    """The places that a verb of comprising names of a plural: behind it, or its subject («وشملت تلك القرى مورك و…»)."""
    plural = at + 1
    while plural < len(line.units) and _demonstrates(line.units[plural]):
        plural += 1
    behind = plural < len(line.units) and speaks_of_several(line.units[plural])
    first = line.phrase(plural + 1 if behind else at + 1)
    told = behind or of_control(line, at) or any(speaks_of_several(line.units[n]) for n in line.leftward(at))
    if told and isinstance(first, Places) and first.names and first.first == (plural if behind else at) + 1:
        yield from coordinated(line, first, verb_first=True)


def of_control(line: Line, at: int) -> bool:
    """Whether a verb says how far a control that was told of reaches («أوضح أن السيطرة شملت مطار الريان»)."""
    noun = line.units[at - 1] if at > line.begins and not line.units[at].gap else None
    return noun is not None and noun.reading.article and any("hold" in entry.traits for entry in noun.entries)


def bracketed(line: Line, phrase: Places) -> Iterator[Places]:
    """The places in brackets behind a plural that says whose they are ("took Bayhan districts in Shabwa (Ain and Usaylan)")."""
    heads = (unit.entry("head") for unit in line.units[phrase.first : phrase.last + 1])
    several = bool(phrase.names) and any(head is not None and head.tense == "many" for head in heads)
    at = past_tail(line, phrase.last + 1) if several else len(line.units)
    named = line.phrase(at)
    if isinstance(named, Places) and named.names and named.first == at and _ANNOUNCING & set(line.units[at].gap):
        yield from _enumerated(line, named)


def _demonstrates(unit: Unit) -> bool:
    """Whether a word before a plural points back to it («تلك القرى»)."""
    return "function" in unit.tags and not unit.gap and not speaks_of_several(unit)


def _past_day(line: Line, at: int) -> int:
    """The first unit behind a day, or behind what a capital is called («وآخرها أمس حي الدواسة», «بما فيها العاصمة صنعاء»)."""
    while at < len(line.units) and line.units[at].tags & {"day", "weekday"} and not line.units[at].gap:
        at += 1
    capital = at + 1 < len(line.units) and "capital" in line.units[at].cues and line.phrase(at) is None
    return at + (capital and not line.units[at + 1].gap)


def _past_noun(line: Line, at: int) -> int:
    """The first unit of the places behind an article and what they are called ("including the key hubs of Izium and Lyman")."""
    noun = at
    while noun < len(line.units) and line.phrase(noun) is None and not line.units[noun].gap and noun < at + _TO_NAMES:
        if line.units[noun].tags & (BREAKS | {"trigger", "report", "relative"}):
            return at
        noun += 1
    named = line.phrase(noun)
    return noun if isinstance(named, Places) and named.first == noun else at


def _names_others(phrase: Phrase | None) -> bool:
    """Whether a phrase names places itself, and not only several ones, or the region in which they lie."""
    return isinstance(phrase, Places) and any(name.extent is not Extent.AREA for name in phrase.names)


def members(line: Line, phrase: Places) -> list[Name]:
    """The names given for an unnamed plural: beside it, after "including", or after a colon."""
    tallied = _tallied(line, phrase)
    for n in range(phrase.last + 1, len(line.units)):
        unit, named = line.units[n], line.phrase(n)
        if line.verb_first and not tallied and _others(named, n):
            return []
        if not isinstance(named, Places) or not named.names or named.first != n or named.modifier:
            continue
        region = n == phrase.last + 2 and not unit.gap and line.units[n - 1].tags == {"function"}  # "مدن الساحل صبراتة وصرمان"
        region = region and named.case not in _WITHIN  # «قرى أخرى بمحافظة لحج»
        beside = (region or unit.gap[:1] in COMMAS) and _only_qualified(line, phrase.last + 1, n)
        told = bool(_ANNOUNCING & set(unit.gap)) or any(
            "listing" in line.units[m].tags for m in range(max(phrase.last + 1, n - 2), n)
        )
        if beside or told or _predicated(line, n) or (tallied and _lists(line, named)):
            return [name for places in _enumerated(line, named) for name in places.names]
        if named.case in _LYING and n <= phrase.last + _TO_REGION and (rest := _behind_region(line, named)):
            return rest
        if named.case in BARE:
            return [name for places in _enumerated(line, named) for name in places.names] if _some_of(line, phrase) else []
    return []


def _others(phrase: Phrase | None, at: int) -> bool:
    """Whether other places are told of that are not named yet («أما شرقا فلا تزال ثلاث مدن تحت …», «انسحب إلى قريتين»)."""
    unnamed = isinstance(phrase, Places) and phrase.anaphor == "many" and not phrase.names
    return unnamed and phrase is not None and phrase.first == at and phrase.case in {"", "to"}


def _predicated(line: Line, at: int) -> bool:
    """Whether a copula says which places a plural means ("The villages retaken are …", "The captured towns include …")."""
    before = line.units[at - 1]
    told = "be" in before.tags or "inclusion" in before.cues
    return told and not (line.verb_first or line.units[at].gap)


def _behind_region(line: Line, region: Places) -> list[Name]:
    """The names that follow the region in which several places lie ("cities in Western Bosnia, Glamoc and Grahovo")."""
    names = region.names[1:]
    at = next((n for n in range(region.first, region.last + 1) if names and line.units[n].start == names[0].start), 0)
    wide = region.case != "in" or not region.names[0].known or region.names[0].kind in _WIDE
    towns = all(name.kind == "settlement" for name in names) and wide
    return names if at and "," in line.units[at].gap and towns and not line.verb_first else []


def _tallied(line: Line, phrase: Places) -> bool:
    """Whether places are only counted before they are named («ارتفع عدد القرى التي سيطر عليها الجيش إلى ثلاث هي مورك و…»)."""
    if phrase.first == 0 or "tally" not in line.units[phrase.first - 1].cues or line.units[phrase.first].gap:
        return False
    return not any(line.units[n].tags & _UNREAL or line.units[n].reading.future for n in line.leftward(phrase.first))


def _lists(line: Line, phrase: Places) -> bool:
    """Whether a phrase is a plural with the list of its names («سبع قرى، وهي مورك و…»)."""
    return any("listing" in line.units[n].tags for n in range(phrase.first + 1, phrase.last))


def _some_of(line: Line, phrase: Places) -> bool:
    """Whether a clause begins with places of which some are then named ("ومن بين القرى التي استعادها الجيش مورك، …")."""
    opens = phrase.first - 1
    if opens >= line.begins and line.verb_first and "inclusion" in line.units[opens].cues and not line.units[phrase.first].gap:
        return True  # «وتشمل القرى التي سيطر عليها الجيش قرية كوجو»
    while opens > line.begins and "partitive" in line.units[opens].cues:
        opens -= 1
    begins = opens <= line.begins or (line.verb_first and "to" in line.units[opens - 1].tags)  # "قال إن من بين …"
    return begins and line.begins < phrase.first and labelled(line.units[opens], "from")


def _only_qualified(line: Line, first: int, stop: int) -> bool:
    """Whether a plural is only qualified before its names are told ("ثلاث مدن دفعة واحدة، شيري …")."""
    units = line.units[first:stop]
    return len(units) <= _NEXT_ITEM and all(not unit.gap and unit.tags <= {"adverb", "function", "common"} for unit in units)


def _enumerated(line: Line, first: Places) -> Iterator[Places]:
    """A phrase with all that follow it in one enumeration ("Zaranj, Kunduz and, as of this evening, Herat")."""
    yield first
    for phrase in map(as_places, line.phrases):
        if not isinstance(phrase, Places) or phrase.first <= first.last:
            continue
        if phrase.case == "in" and phrase.first <= first.last + _NEXT_ITEM and not line.verb_first:
            first = phrase  # "Obe in Herat, Saghar in Ghor and …"
            continue
        near = phrase.first <= first.last + _NEXT_ITEM or dates_apart(line, first.last + 1, phrase.first)
        if phrase.case not in {"comma", "list"} or phrase.modifier or not phrase.names or not near:
            return
        yield phrase
        first = phrase
