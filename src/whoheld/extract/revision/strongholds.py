"""Whose stronghold a place is called, who had it until it was taken («سقطت سرت، آخر معاقل القذافي»)."""

from collections.abc import Iterable

from whoheld.extract.phrases.meaning import same
from whoheld.extract.phrases.phrase import COMMAS, Party
from whoheld.extract.sentence.line import Line
from whoheld.extract.write import Reading
from whoheld.model import Relation

_RANKS = frozenset({"apposing", "function", "adverb", "number"})
"""Classes of words before the noun («آخر», «أبرز»)."""
_WHOSE = frozenset({"", "of", "owner", "to"})
"""Cases of whose a stronghold is."""


def take_from_holders(readings: Iterable[Reading]) -> None:
    """Notes of a gain from whom it was, where the place is called his stronghold."""
    for reading in readings:
        holder = stronghold_of(reading) if reading.relation is Relation.GAINED and reading.loser is None else None
        if holder is not None and not same(holder, reading.actor):
            reading.loser = holder


def stronghold_of(reading: Reading) -> Party | None:
    """Whose stronghold an Arabic aside calls the place of a reading, or whose one in it is told to be taken, or None."""
    line = reading.line
    if not line.verb_first:
        return None
    first = next((n for n, unit in enumerate(line.units) if unit.start <= reading.name.start < unit.end), len(line.units))
    last = first
    while last + 1 < len(line.units) and line.units[last + 1].start < reading.name.end:
        last += 1
    return _called(line, last + 1) or _inside(line, first)


def _called(line: Line, at: int) -> Party | None:
    """Whose stronghold an aside that begins at a unit calls the place before it («…، آخر معاقل القذافي»)."""
    if at >= len(line.units) or line.units[at].gap[:1] not in COMMAS:
        return None
    while at + 1 < len(line.units) and "position" not in line.units[at].tags and line.units[at].tags & _RANKS:
        at += 1
    whose = line.phrase(at + 1) if "position" in line.units[at].tags else None
    beside = isinstance(whose, Party) and whose.first == at + 1 and whose.case in _WHOSE and not line.units[at + 1].gap
    return whose if isinstance(whose, Party) and beside else None


def _inside(line: Line, place: int) -> Party | None:
    """Whose stronghold is told to be in the place that begins at a unit («آخر معقل لداعش في تلعفر»)."""
    at = place - 1
    while at > 0 and "head" in line.units[at].tags and not line.units[at].gap:
        at -= 1
    whose = line.phrase(at - 1) if at > 0 and "preposition" in line.units[at].tags else None
    owned = isinstance(whose, Party) and whose.first > 0 and "position" in line.units[whose.first - 1].tags
    return whose if isinstance(whose, Party) and owned else None
