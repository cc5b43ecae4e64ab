"""Places that a list names before its last member ("Palmyra and a nearby oil field")."""

from collections.abc import Iterator, Sequence

from whoheld.extract.phrases.phrase import Party, Places, parted
from whoheld.extract.sentence.frame import BARE
from whoheld.extract.sentence.line import Line

_WIDE = frozenset({"province", "region", "district"})
_APPOSING = frozenset({"article", "quantity", "number", "time"})
"""Classes of words that open what a place is called ("Sittwe, the state capital, …")."""
_LIST_WORDS = frozenset(
    {"conjunction", "article", "indefinite", "adverb", "direction", "function", "possessive", "quantity", "number", "about"}
    | {"besides", "backing"}
)


def listed_before(line: Line, phrase: Places) -> Iterator[Places]:
    """A phrase with those that a conjunction puts before it ("Palmyra and a nearby oil field")."""
    earlier = [p for p in line.phrases if isinstance(p, Places) and p.last < phrase.first and not p.modifier]
    if phrase.case == "list" and earlier and all(n.tags <= _LIST_WORDS for n in line.units[earlier[-1].last + 1 : phrase.first]):
        yield from listed_before(line, _lying_there(line, earlier, phrase) or earlier[-1])
    elif not line.verb_first and (first := _before_apposition(line, phrase)):
        yield from listed_before(line, first)
    yield phrase


def _before_apposition(line: Line, phrase: Places) -> Places | None:
    """The subject that an apposition parts from those named with it ("El Fasher, the last capital, and Kadugli remain")."""
    closes = phrase.first
    while closes > line.begins and not line.units[closes].gap and line.units[closes - 1].tags & {"article", "conjunction"}:
        closes -= 1
    opens = next((n for n in range(closes - 1, line.begins, -1) if parted(line.units[n].gap)), 0)
    several = len(phrase.names) > 1 or "conjunction" in line.units[closes].tags
    if not (opens and several) or "," not in line.units[closes].gap or line.units[opens].tags.isdisjoint(_APPOSING):
        return None
    first = line.phrase(opens - 1)
    units = range(line.begins, closes)
    told = any(line.told(n) and line.phrase(n) is None for n in units) or any(isinstance(line.phrase(n), Party) for n in units)
    bare = isinstance(first, Places) and bool(first.names) and first.case in BARE and not first.modifier
    return first if isinstance(first, Places) and bare and not told else None


def _lying_there(line: Line, earlier: Sequence[Places], phrase: Places) -> Places | None:
    """The places of a list of which the last only says where they lie ("Bor and Akobo in Jonglei and the town"), or None."""
    region, *rest = reversed(earlier)
    wide = all(name.kind in _WIDE for name in region.names) and not any(name.kind in _WIDE for name in phrase.names)
    if line.verb_first or region.case != "in" or not rest or not wide or not region.names:
        return None
    near = all(unit.tags & {"preposition", "article", "direction"} for unit in line.units[rest[0].last + 1 : region.first])
    return rest[0] if near and (rest[0].names or rest[0].anaphor == "many") else None
