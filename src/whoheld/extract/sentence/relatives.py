"""Relative clauses: where one ends that stands before what is told ("rebels, who are fighting the army, took")."""

from whoheld.extract.phrases.phrase import parted
from whoheld.extract.sentence.frame import AUXILIARY
from whoheld.extract.sentence.line import Line

_HELPING = frozenset({"be", "have", "had", "modal"})
_TO_RELATIVE = 5
"""Words from a relative to the verb of its clause."""


def relative_end(line: Line, at: int) -> int:
    """Where the relative clause ends in which a unit stands ("rebels, who are fighting the army, took")."""
    opens = next((n for n in range(at - 1, max(-1, at - 1 - _TO_RELATIVE), -1) if "relative" in line.units[n].tags), None)
    if opens is None or any(parted(line.units[n].gap) for n in range(opens + 1, at + 1)):
        return len(line.units)
    if "," in line.units[opens].gap:
        ends = (n for n in range(at + 1, len(line.units)) if "," in line.units[n].gap and not line.inside(n))
    else:
        ends = (n for n in range(at + 1, len(line.units)) if line.units[n].tags & _HELPING and _subject(line, opens))
    return next(ends, len(line.units))


def _subject(line: Line, relative: int) -> bool:
    """Whether a relative is the subject of its clause, so that the next verb with a helper is that of the main one."""
    helped = bool(line.units[relative + 1].tags & AUXILIARY) or line.finite(relative + 1)
    return "subject_relative" in line.units[relative].cues and helped and not line.verb_first
