"""What a text concludes itself from what others say ("A source reported that …, indicating that the army likely took …")."""

from collections.abc import Iterable

from whoheld.extract.phrases.phrase import parted
from whoheld.extract.sentence.frame import SAYS, Frame
from whoheld.extract.sentence.line import Line

_TO_PARTICIPLE = 25
"""Words from a deed back to the participle by which it is concluded."""


def conclusion(line: Line, at: int) -> int:
    """The unit behind the participle by which a text concludes what a unit tells, or 0.

    Where nobody says anything before it, who concludes is its subject ("The general smiled, suggesting that his men had won").
    """
    if line.verb_first:
        return 0
    for left in range(at - 1, max(line.begins, at - _TO_PARTICIPLE), -1):
        unit = line.units[left]
        if "inferring" in unit.cues:
            opens = left - ("relative" in line.units[left - 1].tags and not unit.gap)  # ", which suggests that"
            return left + 1 if parted(line.units[opens].gap) and _is_said(line, range(line.begins, opens)) else 0
    return 0


def _is_said(line: Line, span: Iterable[int]) -> bool:
    return any(line.units[n].tags & SAYS and line.told(n) and line.phrase(n) is None for n in span)


def hedges_other(line: Line, hedge: int, frame: Frame) -> bool:
    """Whether a hedge is not of the hold that only tells apart a place ("reportedly shelled the rebel-held town of")."""
    if frame.voice != "compound" or line.verb_first:
        return False
    first = frame.actor.first if frame.actor is not None and frame.actor in line.phrases else frame.at - 1
    return hedge != first - 1
