"""An imprecise date that contains a more precise one of the same change speaks of that change.

Without this, "took it in December" would be a second conquest beside "took it on 14 December".
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whoheld.timeline.observations import Observation
from whoheld.timeline.voices import Sides


def sharpened(observations: Iterable[Observation], sides: Sides) -> list[Observation]:
    """The observations of one place, each dated change as precise as the most precise report of it."""
    every = list(observations)
    changes = [seen for seen in every if seen.change and seen.start is not None]
    return [_sharpest(seen, changes, sides) if seen.change and _width(seen) else seen for seen in every]


def _sharpest(wide: Observation, changes: Sequence[Observation], sides: Sides) -> Observation:
    same = (seen for seen in changes if seen.says is wide.says and sides.kin(seen.actor, wide.actor))
    inside = [seen for seen in same if _contains(wide, seen)]
    if not inside:
        return wide
    best = min(inside, key=lambda seen: (_width(seen), -seen.day))
    return replace(wide, start=best.start, day=best.day, seen=best.seen)


def _contains(wide: Observation, narrow: Observation) -> bool:
    assert wide.start is not None
    assert narrow.start is not None
    return wide.start <= narrow.start and narrow.day <= wide.day and _width(narrow) < _width(wide)


def _width(seen: Observation) -> int:
    return 0 if seen.start is None else seen.day - seen.start
