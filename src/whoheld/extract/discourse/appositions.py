"""What stands beside a place or behind it and says what it is, or tells other places than those named before."""

from whoheld.extract.phrases.phrase import COMMAS, Places
from whoheld.extract.sentence.line import Line

_PREDICATES = frozenset({"report", "trigger", "become", "achieve", "still", "had", "light"})
_OPENING = frozenset({"article", "adverb", "direction", "function"})
_RANKED = frozenset({"be", "still", "time", "ordinal", "number", "quantity"})


def told_apart(line: Line, phrase: Places) -> bool:
    """Whether a relative clause right behind a plural says itself which places are meant («المناطق التي سيطرت عليها»)."""
    after = line.units[phrase.last + 1] if phrase.last + 1 < len(line.units) else None
    pointed = phrase.first > 0 and "demonstrative" in line.units[phrase.first - 1].cues
    return phrase.anaphor == "many" and after is not None and "relative" in after.tags and not (after.gap or pointed)


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
