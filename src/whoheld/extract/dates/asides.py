"""Asides behind which a clause goes on, whose own date stands there ("took Hajin, which ISIS had held, on Friday")."""

from functools import lru_cache
from itertools import pairwise

from whoheld.extract.dates.calendar import Dated
from whoheld.extract.phrases.phrase import HARD, Party, parted
from whoheld.extract.sentence.frame import BARE, BREAKS, Frame
from whoheld.extract.sentence.line import Line

_GOES_ON = frozenset({"preposition", "time", "day", "weekday", "month", "unit", "ordinal"})
"""Classes of words with which a clause goes on behind an aside."""
_APPOSES = frozenset({"article", "quantity", "number", "apposing", "head"})
_REDUCED = frozenset({"ed", "participle"})


_BRACKETS = frozenset("()")
_OPENS = frozenset({"relative", "article", "indefinite"})
"""Classes of the words with which an aside on a place begins (", which …", ", a town …")."""
_TO_DEED = 6
"""Words from a deed back to the comma before its aside."""


@lru_cache(maxsize=8)
def asides(line: Line) -> tuple[range, ...]:
    """The units of each aside of a sentence that closes before the end of its clause."""
    bounds = [at for at in range(1, len(line.units)) if _bounds(line, at)]
    return tuple(range(first, stop) for first, stop in pairwise(bounds) if _is_aside(line, first, stop))


def goes_on(line: Line, aside: range) -> bool:
    """Whether what was told before an aside goes on behind it, and not the aside ("…, which Russia had taken, in May, was")."""
    return any(line.finite(at) for at in range(aside.start))


def told_aside(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether a date is that of what an aside behind a frame tells ("took Hajin, a town lost in 2014, on Friday")."""
    aside = next((aside for aside in asides(line) if frame.at < aside.start <= date.first < aside.stop), range(0))
    return any(line.finite(at) for at in aside)


def in_closed_aside(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether a date ends an aside before a frame that tells a deed of its own (", which they captured in May, was held by")."""
    closing = date.last + 1
    if line.verb_first or not closing < frame.pivot or "," not in line.units[closing].gap:
        return False
    deed = next((n for n in range(date.first - 1, line.begins, -1) if "trigger" in line.units[n].tags), 0)
    if not deed or any(parted(line.units[n].gap) for n in range(deed + 1, date.last + 1)):
        return False
    opens = next((n for n in range(deed, max(line.begins, deed - _TO_DEED), -1) if "," in line.units[n].gap), 0)
    return opens > 0 and bool(line.units[opens].tags & _OPENS)


def _bounds(line: Line, at: int) -> bool:
    gap = line.units[at].gap
    return (parted(gap) or not _BRACKETS.isdisjoint(gap)) and HARD.isdisjoint(gap) and not line.inside(at)


def _is_aside(line: Line, first: int, stop: int) -> bool:
    after = line.units[stop]
    if after.tags.isdisjoint(_GOES_ON) or after.reading.conjunction or not after.tags.isdisjoint(BREAKS):
        return False
    relative = any("relative" in unit.tags for unit in line.units[first : first + 2])
    return relative or "(" in line.units[first].gap or _apposed(line, first, stop)


def _apposed(line: Line, first: int, stop: int) -> bool:
    """Whether it only says what the thing before it is or what became of it, and no clause of its own begins there."""
    opens = line.units[first]
    reduced = any(entry.tag == "trigger" and entry.tense in _REDUCED for entry in opens.entries)
    if not reduced and opens.tags.isdisjoint(_APPOSES):
        return False
    told = (at for at in range(first + 1, stop) if line.finite(at))
    return not any(isinstance(before := line.phrase(at - 1), Party) and before.case in BARE for at in told)
