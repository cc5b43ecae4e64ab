"""Dates of a deed that an English aside tells, which are not those of what goes on behind it."""

from whoheld.extract.dates.calendar import Dated
from whoheld.extract.phrases.phrase import parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_OPENS = frozenset({"relative", "article", "indefinite"})
"""Classes of the words with which an aside on a place begins (", which …", ", a town …")."""
_TO_DEED = 6
"""Words from a deed back to the comma before its aside."""


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
