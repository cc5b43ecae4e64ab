"""What stands beside a place or behind it and says what it is, or tells other places than those named before."""

from whoheld.extract.discourse.background import in_name, of_front, takes
from whoheld.extract.discourse.sites import SITES
from whoheld.extract.phrases.phrase import COMMAS, Name, Places, closes_quotation, labelled
from whoheld.extract.sentence.line import Line

_FROM = ("from", "with")
"""Prepositions from where, or between what, places lie."""
_PREDICATES = frozenset({"report", "trigger", "become", "achieve", "still", "had", "light"})
_OPENING = frozenset({"article", "adverb", "direction", "function"})
_RANKED = frozenset({"be", "still", "time", "ordinal", "number", "quantity"})


def told_apart(line: Line, phrase: Places) -> bool:
    """Whether it is said right behind a plural which places are meant.

    A relative clause says so («المناطق التي سيطرت عليها»), or a participle that leads to where they lie («المناطق الممتدة من»).
    """
    after = line.units[phrase.last + 1] if phrase.last + 1 < len(line.units) else None
    pointed = phrase.first > 0 and "demonstrative" in line.units[phrase.first - 1].cues
    if phrase.anaphor != "many" or after is None or after.gap or pointed:
        return False
    leads = phrase.last + 2 < len(line.units) and any(labelled(line.units[phrase.last + 2], label) for label in _FROM)
    extends = after.word.startswith("ال") and after.tags <= {"common", "function", "lying"} and leads
    return "relative" in after.tags or extends


def apart(line: Line, phrase: Places, at: Line, places: Places) -> bool:
    """Whether what leaves a place unsaid is told in a sentence after it, or in other words than those that named it."""
    return at is not line or any("report" in unit.tags for unit in line.units[places.last + 1 : phrase.first])


def calls(line: Line, last: int, first: int) -> bool:
    """Whether the second of two phrases says what the first is ("Kidal, a town", "Kidal was the last town")."""
    between = line.units[last + 1 : first]
    copular = bool(between) and "be" in between[0].tags and not between[0].gap
    return _beside(line, last, first) or (copular and all(unit.tags & _OPENING | unit.tags & _RANKED for unit in between[1:]))


def _beside(line: Line, last: int, first: int) -> bool:
    """Whether only a comma and an article part two phrases ("Kidal, a town")."""
    between = line.units[last + 1 : first + 1]
    told = len(between) > 1 and not between[0].tags.isdisjoint(_PREDICATES)  # "the minister, Haidar, declared the city"
    opened = all(not unit.tags.isdisjoint(_OPENING) and not unit.gap for unit in between[1:-1])
    return between[0].gap[:1] in COMMAS and opened and not told


def no_place(line: Line, places: Places) -> bool:
    """Whether an English name only tells who takes a place, a stretch of the front, a thing or what another place is."""
    said = _names_building(line, places) or takes(line, places) or of_front(line, places) or in_name(line, places)
    return said or describes_before(line, places)


def _names_building(line: Line, places: Places) -> bool:
    """Whether a name behind its owner's only tells of what sort a thing there is ("Bosra's Roman theatre")."""
    owner = line.phrase(places.first - 1) if places.first and not line.units[places.first].gap else None
    return places.modifier and not places.possessive and isinstance(owner, Places) and owner.possessive


def describes_before(line: Line, places: Places) -> bool:
    """Whether a noun with an article only says what the place before its comma is ("Ghormach, a district of Badghis")."""
    article = places.first - 1
    if article < 1 or "indefinite" not in line.units[article].tags or COMMAS.isdisjoint(line.units[article].gap):
        return False
    return isinstance(line.phrase(article - 1), Places)


def apposed(line: Line, phrase: Places) -> list[Name]:
    """The name that stands beside "the town", parted from it by a comma only."""
    if phrase.anaphor in {"pronoun", "many"}:
        return []
    for other in line.phrases:
        apart = phrase.anaphor in SITES and isinstance(other, Places) and all(n.kind != phrase.anaphor for n in other.names)
        if isinstance(other, Places) and other.names and not other.modifier and not apart:  # "Goma, its airport"
            lies = "direction" in line.units[other.first].tags and not line.units[other.first].gap  # "a village south Idlib"
            if other.first == phrase.last + 1 and other.case in {"", "comma"} and not lies:
                return [] if closes_quotation(line.units[other.first].gap) else other.names[:1]
            if other.last < phrase.first and phrase.case in {"comma", ""} and calls(line, other.last, phrase.first):
                return other.names[-1:]
    return []
