"""Places that a list names before its last member ("Palmyra and a nearby oil field")."""

from collections.abc import Iterator, Sequence

from whoheld.extract.bind.brackets import before_brackets, behind_brackets
from whoheld.extract.bind.qualified import past_whereabouts
from whoheld.extract.bind.set_apart import behind_and, dated_behind_and
from whoheld.extract.phrases.phrase import Party, Places, parted
from whoheld.extract.sentence.frame import BARE
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_WIDE = frozenset({"province", "region", "district"})
_APPOSING = frozenset({"article", "quantity", "number", "time"})
"""Classes of words that open what a place is called ("Sittwe, the state capital, …")."""
_LIST_WORDS = frozenset(
    {"conjunction", "article", "indefinite", "adverb", "direction", "function", "possessive", "quantity", "number", "about"}
    | {"besides", "backing", "time"}
)
_LYING = frozenset({"in", "at", "of", "near"})
_PARTS = frozenset({"compass", "centre"})
"""Cues of nouns for a part of a country ("in the north", "in the centre")."""
_OPENING = frozenset({"report", "relative", "conjunction", "when", "contrast"})
"""Classes of words behind which a clause begins."""


def listed_before(line: Line, phrase: Places) -> Iterator[Places]:
    """A phrase with those that a list puts before it ("Palmyra and a nearby oil field", "Gao, Kidal, and later Menaka")."""
    last = _joined_to(line, phrase)
    if last is None and not line.verb_first:
        last = _before_apposition(line, phrase)
    elif last is not None and not line.verb_first and last.case == "comma":
        yield from _heads(line, last)
    if last is not None and not _contains(line, last, phrase):
        yield from listed_before(line, last)
    yield phrase


def _joined_to(line: Line, phrase: Places) -> Places | None:
    """The place to which "and" joins a phrase, also behind an aside on when it is so, or None."""
    earlier = [p for p in line.phrases if isinstance(p, Places) and p.last < phrase.first and not p.modifier]
    if not earlier:
        return None
    before = line.phrase(before_brackets(line, earlier[-1].last)) or earlier[-1]
    last = before if isinstance(before, Places) else earlier[-1]
    joint = line.units[behind_brackets(line, earlier[-1].last) : phrase.first]
    if not line.verb_first and phrase.case == "comma":
        joined = last is earlier[-1] and last.case in BARE and behind_and(line, last, phrase)
        return last if joined and not dated_behind_and(line, last, phrase) else None
    if not line.verb_first and last.case in BARE:
        joint = joint[_aside_on_where(joint) :]  # "Adado, to the north, and most of Galkayo"
    if phrase.case != "list" or not all(unit.tags <= _LIST_WORDS for unit in joint):
        return None
    return _past_where(line, last) or _lying_there(line, earlier, phrase) or last


def _aside_on_where(joint: Sequence[Unit]) -> int:
    """How many units between two members of a list only say, between commas, in what part of a country the first lies."""
    if not joint or "," not in joint[0].gap or "preposition" not in joint[0].tags:
        return 0
    closes = next((n for n, unit in enumerate(joint) if n and parted(unit.gap)), 0)
    where = all(unit.tags & {"article", "direction", "centre"} or not _PARTS.isdisjoint(unit.cues) for unit in joint[1:closes])
    return closes if where else 0


def _past_where(line: Line, last: Places) -> Places | None:
    """The place before an aside that only says where it lies ("Hajin, in Deir ez-Zor, and the villages around"), or None."""
    if line.verb_first or last.case not in _LYING or "," not in line.units[last.last + 1].gap:
        return None
    place = line.phrase(past_whereabouts(line, last.last))
    return place if isinstance(place, Places) and place is not last else None


def _heads(line: Line, member: Places) -> Iterator[Places]:
    """The places that only commas part from the last but one of a list ("Palma, Mocímboa da Praia, and the villages of …")."""
    first = line.phrase(member.first - 1)
    if not isinstance(first, Places) or not first.names or first.modifier or line.units[member.first].gap != ",":
        return
    if first.case == "comma":
        yield from _heads(line, first)
        yield first
    elif first.case in {"", "list"} and _opens(line, first):
        yield first


def _opens(line: Line, phrase: Places) -> bool:
    """Whether a phrase is the first of its clause, so that it is no object of another verb."""
    before = line.units[phrase.first - 1]
    return phrase.first == line.begins or parted(line.units[phrase.first].gap) or bool(before.tags & _OPENING)


def _contains(line: Line, member: Places, last: Places) -> bool:
    """Whether a region between commas only says where the town before it lies ("Rutshuru, North Kivu, and the villages")."""
    town = line.phrase(member.first - 1) if member.case == "comma" and not line.verb_first else None
    regional = all(name.kind in _WIDE for name in member.names) and not line.head(member)
    smaller = isinstance(town, Places) and bool(town.names) and not any(name.kind in _WIDE for name in town.names)
    return regional and smaller and not any(name.kind in _WIDE for name in last.names) and "," in line.units[member.last + 1].gap


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
