"""Towns of one Arabic series that fall to a side each: «سقطت طبرق بيد الألمان، ثم مرسى مطروح على يد الإيطاليين»."""

from collections.abc import Sequence
from itertools import product

from whoheld.extract.finding import Finding
from whoheld.extract.phrases.meaning import same


def share_out(findings: Sequence[Finding]) -> None:
    """Leaves each side of a series only its own towns: those before the first in whose hands they fell, the rest the other."""
    if len(findings) < 2 or not findings[0].line.verb_first:  # noqa: PLR2004 - a verb, and the hands
        return
    falls = [f for f in findings if f.frame.voice == "active" and len(f.readings) > 1]
    hands = [f for f in findings if f.frame.voice == "state" and len(f.readings) > 1] if falls else ()
    for fall, hand in product(falls, hands):
        if fall.relation is hand.relation and not same(fall.actor, hand.actor):
            _part(fall, hand)


def _part(fall: Finding, hand: Finding) -> None:
    """Parts the towns of a verb and of the hands behind the first of them, where the verb's agent stands behind a later one."""
    if fall.frame.actor is None or hand.frame.actor is None:
        return
    pivot = hand.line.units[hand.frame.at].start
    later = [reading for reading in fall.readings if reading.name.start > pivot]
    first = [reading for reading in hand.readings if reading.name.start < pivot]
    if first and later and hand.frame.actor.start < later[0].name.start < fall.frame.actor.start:
        fall.readings, hand.readings = later, first
