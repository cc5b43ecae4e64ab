"""The noun that a clause qualifies where its whereabouts stand between ("the last city in Darfur that the army controls")."""

from dataclasses import replace

from whoheld.extract.phrases.phrase import Party, Phrase, Places, labelled, parted
from whoheld.extract.places.openings import REGIONS
from whoheld.extract.sentence.frame import AUXILIARY, BARE, Frame, as_places
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.letters import TIMES
from whoheld.extract.words.scan import Unit
from whoheld.model import Extent

_LYING = frozenset({"in", "of", "inside", "on", "near", "toward"})
"""Cases of a place that only says where another lies."""
_WITHIN = frozenset({"in", "at"})
_LONGEST_ASIDE = 10
_OPENING = frozenset(",(")
"""Punctuation that opens an aside on a place."""
_FEMININE = "ه"
"""How feminine nouns end, as folding writes them."""
_WHEREABOUTS = frozenset({"preposition", "article", "direction", "possessive", "number"})
_DIRECTIONS = frozenset({"direction", "article", "preposition", "to"})
_MEASURES = frozenset({"number", "about", "unit", "quantity"})
_RANKING = frozenset(
    {"article", "adverb", "ordinal", "number", "quantity", "time", "country", "direction", "preposition", "listing", "included"}
    | {"actor", "people", "still", "now", "about", "both", "share", "after", "possessive"}
)
"""Classes of words that rank a noun among others of its kind ("among the very few", "the last of the three")."""
_COPULAS = frozenset({"be", "still", "become"})


def qualified(line: Line, phrase: Places) -> Places:
    """What a clause behind a phrase is about: a place that is said to lie in it, else the phrase itself."""
    noun = _noun(line, phrase)
    if noun < 0:
        return phrase
    told = line.phrase(noun)
    first = told.first if told is not None else noun
    return _subject(line, first, told) or (told if isinstance(told, Places) else phrase)


def told_of(line: Line, phrase: Places, relative: int) -> Places:
    """The place that a relative takes up by its gender, where another only tells in what it lies («حي الوعر في حمص الذي»).

    Of several a verb in the singular tells only of the last ("Kabul, Jalalabad and Mazar, which is defended by"), and so does
    «الذي» («من اليتمة ومعسكر اللبنات الذي», while of several one says «التي»).
    """
    if line.verb_first and len(phrase.names) > 1 and "masculine_relative" in line.units[relative].cues:
        plain = not line.units[relative].reading.conjunction and all(name.extent is Extent.WHOLE for name in phrase.names)
        return replace(phrase, names=phrase.names[-1:]) if plain else phrase
    verb = line.units[relative + 1] if not line.verb_first and relative + 1 < len(line.units) else None
    if verb is not None and len(phrase.names) > 1 and "singular" in verb.cues and not verb.gap:
        return replace(phrase, names=phrase.names[-1:])
    earlier = line.phrase(phrase.first - 1 - (phrase.case == "in")) if phrase.case in _WITHIN else None
    if not isinstance(earlier, Places) or not earlier.names or parted(line.units[phrase.first].gap) or not line.heads(earlier):
        return phrase
    feminine, container = _of_feminine(line, earlier), line.head(phrase)
    apart = line.verb_first and (phrase.case == "at" or parted(line.units[relative].gap))
    if "masculine_relative" in line.units[relative].cues:
        return earlier if not feminine and (apart or not container or container.endswith(_FEMININE)) else phrase
    if "feminine_relative" not in line.units[relative].cues or not feminine:
        return phrase
    return earlier if apart or not container.endswith(_FEMININE) else phrase


def _of_feminine(line: Line, phrase: Places) -> bool:
    """Whether a relative takes up places by their noun in the feminine, as it does a plural («قرى … التي»)."""
    heads = (unit.entry("head") for unit in line.units[phrase.first : phrase.last + 1])
    return line.head(phrase).endswith(_FEMININE) or any(head is not None and head.tense == "many" for head in heads)


def undivided(line: Line, phrase: Places, relative: int) -> Places:
    """The place that a relative takes up behind a share of it ("half of Raqqa, which"), or that share («نصف الرقة الذي»)."""
    share = any("share" in unit.tags for unit in line.units[phrase.first : phrase.last + 1])
    if not share or (line.verb_first and "feminine_relative" not in line.units[relative].cues):
        return phrase
    if line.verb_first and any("quarters" in unit.cues | unit.tail_cues for unit in line.units[phrase.first : phrase.last + 1]):
        return phrase  # «بعض أحياء حلب التي»
    names = [replace(name, extent=Extent.WHOLE) if name.extent is Extent.PART else name for name in phrase.names]
    return replace(phrase, names=names, extent=Extent.WHOLE) if phrase.names else phrase


def called(line: Line, phrase: Places) -> Places:
    """The place of which a noun without a name says what it is ("Ain, last of the three districts overrun by …")."""
    unnamed = bool(phrase.anaphor) and not phrase.names
    named = (_subject(line, phrase.first, phrase) or _revealed(line, phrase)) if unnamed else _before_site(line, phrase)
    return named or phrase


def _before_site(line: Line, phrase: Places) -> Places | None:
    """The name before a comma and a noun told only by where it lies ("Menagh, the air base in Aleppo province"), or None."""
    article = phrase.first - 1
    definite = article > 0 and ("article" in line.units[article].tags or "definite" in line.units[article].cues)
    apposed = definite and "," in line.units[article].gap
    lies = any(labelled(unit, "in") for unit in line.units[phrase.first : phrase.last + 1])
    named = line.phrase(past_whereabouts(line, article - 1)) if apposed and lies and not line.verb_first else None
    return named if isinstance(named, Places) and named.names and line.heads(phrase) else None


def named_by(line: Line, phrase: Places) -> Places:
    """The place with which an Arabic sentence begins where a phrase only says what it is («القائم آخر معاقلهم وما زالت …»)."""
    opens = phrase.first
    if not line.verb_first or phrase.names or phrase.anaphor in {"", "pronoun"}:
        return phrase
    while opens > line.begins and line.units[opens - 1].tags & {"apposing", "function"} and not line.units[opens].gap:
        opens -= 1
    named = line.phrase(opens - 1)
    beside = isinstance(named, Places) and bool(named.names) and named.last == opens - 1 and named.first <= line.begins + 1
    return named if isinstance(named, Places) and beside else phrase


def _revealed(line: Line, phrase: Places) -> Places | None:
    """The place that a sentence names at last ("The last capital that fell to the rebels was Faizabad"), or None."""
    copula = next((n for n in range(phrase.last + 1, len(line.units)) if "be" in line.units[n].tags), len(line.units))
    named = line.phrase(copula + 1) or line.phrase(copula + 2)
    ranked = any(
        unit.tags & {"ordinal", "nth"} or "ranking" in unit.cues | unit.tail_cues
        for unit in line.units[max(0, phrase.first - 2) : phrase.last + 1]
    )
    bare = isinstance(named, Places) and bool(named.names) and named.case == "" and not named.modifier
    ranked = ranked and phrase.anaphor != "many"
    return named if isinstance(named, Places) and bare and ranked and not line.verb_first else None


def _noun(line: Line, phrase: Places) -> int:
    """The last unit of the noun before what says where it lies, or -1 where a name or nothing stands there."""
    if phrase.case not in _LYING:
        return -1
    at = phrase.first - 1
    while at > 0 and line.phrase(at) is None and line.units[at].tags & _WHEREABOUTS and not line.units[at].gap:
        at -= 1
    told = line.phrase(at)
    ranked = any("epithet" in entry.traits for entry in line.units[at].entries)
    unnamed = isinstance(told, Places) and bool(told.anaphor) and not told.names and told.anaphor != "pronoun"
    return at if at >= 0 and not line.units[at + 1].gap and (ranked or unnamed) else -1


def _subject(line: Line, first: int, noun: Phrase | None) -> Places | None:
    """The name beside a noun, or that of which it is said ("Goma, the last city …", "Goma is one of the few cities …")."""
    at = first
    while at > line.begins and not parted(line.units[at].gap) and _ranks(line, at - 1):
        at -= 1
    if at == line.begins:
        return None
    if "," in line.units[at].gap:
        beside = line.phrase(past_whereabouts(line, at - 1))
        several = isinstance(noun, Places) and noun.anaphor == "many" and isinstance(beside, Places) and len(beside.names) > 1
        bare = isinstance(beside, Places) and (several or beside.case in BARE) and not beside.modifier
        return _last_of(line, noun, beside) if isinstance(beside, Places) and bare else None
    copula = at - 1
    if line.units[at].gap or line.units[copula].tags.isdisjoint(_COPULAS):
        return (_called_so(line, copula) or _counted_among(line, copula)) if not line.units[at].gap else None
    for left in line.leftward(copula):
        phrase = as_places(line.phrase(left))
        if isinstance(phrase, Places):
            return phrase if phrase.case in BARE and not phrase.modifier else None
        if phrase is not None or not (
            line.units[left].tags & {"still", "adverb", "now", "have", "be"} or _tells_when(line, left)
        ):
            return None
    return None


def _last_of(line: Line, noun: Phrase | None, beside: Places) -> Places:
    """The places before a noun, of several the last where it is of one ("Bouca and Batangafo, a town that Seleka holds")."""
    one = isinstance(noun, Places) and noun.anaphor != "many" and noun.first > 0 and len(beside.names) > 1
    indefinite = one and noun is not None and "indefinite" in line.units[noun.first - 1].tags
    return replace(beside, names=beside.names[-1:]) if indefinite else beside


def _tells_when(line: Line, at: int) -> bool:
    """Whether a unit belongs to the day of which a clause tells before its verb ("Zaranj on Friday became …")."""
    day = line.units[at + 1 if "preposition" in line.units[at].tags else at]
    return not line.verb_first and bool(day.tags & TIMES)


def _called_so(line: Line, at: int) -> Places | None:
    """The name before "as", which leads to what it is called ("leaving Gorazde as the last Bosnian-held town"), or None."""
    named = line.phrase(at - 1) if "calling" in line.units[at].cues else None
    return named if isinstance(named, Places) and named.names and not named.modifier else None


def _counted_among(line: Line, at: int) -> Places | None:
    """The names that a verb counts among others ("named Bor and Bentiu among towns taken by the rebels"), or None."""
    named = line.phrase(at) if labelled(line.units[at + 1], "between") and not line.verb_first else None
    counted = isinstance(named, Places) and named.case == "" and bool(named.names) and line.told(named.first - 1)
    return named if isinstance(named, Places) and counted and not named.modifier else None


def past_whereabouts(line: Line, at: int) -> int:
    """The last unit of a noun before what only says where it lies ("a village to the north which …").

    An aside says so too ("Hawija, near Kirkuk, which …", "al-Bab, thirty miles to the west, which …").
    """
    end = at
    while end > 0 and _tells_where(line, end) and not line.units[end].gap:
        end -= 1
    if isinstance(line.phrase(end), Places) and end < at:
        return end
    if (town := _in_region(line, at)) >= 0:
        return town
    if line.verb_first or at + 1 >= len(line.units) or "," not in line.units[at + 1].gap:
        return at
    aside = _before_aside(line, at)
    return aside if aside >= 0 else _before_apposed(line, at)


def _before_apposed(line: Line, last: int) -> int:
    """The last unit of the place before an aside that names no other ("Goma, a major prize, which …"), or of the aside."""
    first = last
    while first > max(0, last - _LONGEST_ASIDE) and "," not in line.units[first].gap:
        first -= 1
    place = line.phrase(first - 1) if "," in line.units[first].gap else None
    inside = (p for p in line.phrases if isinstance(p, Places) and first <= p.first <= p.last <= last)
    other = any(p.names or p.last == last for p in inside) or any("report" in unit.tags for unit in line.units[first : last + 1])
    named = isinstance(place, Places) and place.last == first - 1 and any(name.known for name in place.names)
    bare = isinstance(place, Places) and place.case in BARE and not place.modifier
    return first - 1 if named and bare and not other else last


def _before_aside(line: Line, last: int) -> int:
    """The last unit of the place before an aside that only says where it lies, or -1."""
    first = last
    while first > 0 and (not line.units[first].gap or line.inside(first)) and _locates(line, first):
        first -= 1
    place = line.phrase(first - 1) if first else None
    lies = not _OPENING.isdisjoint(line.units[first].gap) and _locates(line, first) and line.units[first].tags.isdisjoint(("of",))
    bare = isinstance(place, Places) and place.last == first - 1 and not place.modifier and place.names
    return first - 1 if lies and bare and _opens_aside(line, first, last) else -1


def _in_region(line: Line, at: int) -> int:
    """The last unit of a town before the region that only says where it lies ("Hobyo in the Mudug region, which …"), or -1."""
    region = line.phrase(at)
    if line.verb_first or not isinstance(region, Places) or region.case != "in" or region.anaphor:
        return -1
    several = _of_several(line, at + 1) and len(region.names) == 1
    if not (line.heads(region) or several):
        return -1
    lead = region.first - 1
    while (
        lead > 0 and line.phrase(lead) is None and line.units[lead].tags & {"preposition", "article"} and not line.units[lead].gap
    ):
        lead -= 1
    town = line.phrase(lead)
    wide = all(name.kind in REGIONS for name in region.names)
    named = isinstance(town, Places) and town.names and not town.modifier and not line.units[lead + 1].gap
    listed = several and isinstance(town, Places) and len(town.names) > 1  # "Ana and Rawa in Anbar, which are"
    return lead if (wide or listed) and named and lead < region.first - 1 else -1


def _of_several(line: Line, relative: int) -> bool:
    """Whether a plural verb follows a relative, which so takes up several places ("which are", "which were still")."""
    verb = line.units[relative + 1] if relative + 1 < len(line.units) and "relative" in line.units[relative].tags else None
    return verb is not None and not verb.gap and "plural_verb" in verb.cues


def _opens_aside(line: Line, first: int, last: int) -> bool:
    """Whether an aside begins with a preposition or a measure and so names no place beside the one before it."""
    measured = any("direction" in unit.tags or "length" in unit.cues for unit in line.units[first : last + 1])
    return "preposition" in line.units[first].tags or measured


def _locates(line: Line, at: int) -> bool:
    unit, phrase = line.units[at], line.phrase(at)
    if isinstance(phrase, Places):
        return not phrase.names or phrase.case in _LYING
    return phrase is None and (
        _tells_where(line, at) or bool(unit.tags & _MEASURES) or unit.word.isdigit() or "length" in unit.cues or not unit.tags
    )


def _tells_where(line: Line, at: int) -> bool:
    """Whether a unit only says where something lies: a direction, a preposition, a country."""
    tags = line.units[at].tags
    border = "border" in line.units[at].cues  # "a town on the Turkish border which"
    return "country" in tags or (line.phrase(at) is None and (border or bool(tags & _DIRECTIONS)))


def _ranks(line: Line, at: int) -> bool:
    unit = line.units[at]
    hyphened = "-" in {unit.gap, line.units[at + 1].gap}  # "the first government-held town"
    qualifies = _common(unit) or hyphened or _pairs(line, at)  # "the only big town"
    return (qualifies or bool(unit.tags & _RANKING)) and not isinstance(line.phrase(at), Places) and not _is_copula(unit)


def _common(unit: Unit) -> bool:
    return not unit.tags and not unit.capital


def _pairs(line: Line, at: int) -> bool:
    """Whether "and" joins two words for what a place is ("a fishing and irrigation hub which")."""
    joint = 0 < at < len(line.units) - 1 and "conjunction" in line.units[at].tags
    return joint and all(_common(line.units[n]) for n in (at - 1, at + 1)) and not any(u.gap for u in line.units[at : at + 2])


def _is_copula(unit: Unit) -> bool:
    """Whether a word is "is" or "remains"; "still" is none."""
    return "be" in unit.tags or unit.tags >= {"still", "light"}


def beside_noun(line: Line, pivot: int) -> Places | None:
    """The name in an aside on a noun that names nothing itself ("its capital, Lashkar Gah, is …"), or None."""
    stop = pivot
    while stop > 1 and not line.units[stop].gap and _predicates(line, stop - 1):
        stop -= 1
    name = line.phrase(stop - 1)
    if not isinstance(name, Places) or not name.names or name.modifier or name.last != stop - 1 or name.first < 2:  # noqa: PLR2004 - article, noun
        return None
    if "," not in line.units[stop].gap or "," not in line.units[name.first].gap:
        return None
    at = name.first - 1
    noun = line.phrase(at)
    if isinstance(noun, Places) and noun.case in _LYING and (lies := _noun(line, noun)) >= 0:
        at, noun = lies, line.phrase(lies)  # "a district in the west of Herat, Ghoryan, fell"
    if any(labelled(line.units[max(0, at - 2)], label) for label in ("toward", "near")):
        return None  # "Knin, 200 km west of the capital, Zagreb, fell"
    owner = line.units[at - 1]
    whose = not owner.tags.isdisjoint(("article", "possessive")) or "possessive_relative" in owner.cues
    unnamed = isinstance(noun, Places) and bool(noun.anaphor) and not noun.names
    return name if unnamed or (noun is None and whose and not line.units[at].tags) else None


def befalls(line: Line, frame: Frame) -> bool:
    """Whether an infinitive tells what befell what a place is called ("became the first town to be captured by the rebels")."""
    passive = frame.voice == "passive" and "be" in line.units[frame.at - 1].tags
    to = frame.pivot - 1 - passive
    return frame.entry.tense == "base" or (to > 0 and frame.voice in {"passive", "state"} and "infinitive" in line.units[to].cues)


def counted(line: Line, pivot: int) -> bool:
    """Whether a number alone is the subject ("14 districts make up Marib, only two are controlled by")."""
    at = pivot - 1
    while at > 0 and not line.units[at].tags.isdisjoint(AUXILIARY) and not line.units[at].gap:
        at -= 1
    number = at >= 0 and at < pivot - 1 and "number" in line.units[at].tags and line.phrase(at) is None
    return number and not line.units[at + 1].gap


def _predicates(line: Line, at: int) -> bool:
    tags = line.units[at].tags
    return isinstance(line.phrase(at), Party) or not tags.isdisjoint(
        AUXILIARY | {"preposition", "article", "possessive", "light"}
    )


def apposed_noun(line: Line, at: int) -> bool:
    """Whether a noun opens behind a comma what a place is, and so a clause of its own ("Baghuz, the last town in IS hands")."""
    noun, name = line.phrase(at), line.phrase(at - 1)
    return noun is None and parted(line.units[at].gap) and isinstance(name, Places) and not line.told(at) and bool(name.names)
