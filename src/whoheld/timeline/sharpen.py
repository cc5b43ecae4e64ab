"""An imprecise date that contains a more precise one of the same change speaks of that change.

Without this, "took it in December" would be a second conquest beside "took it on 14 December".
"""

from whoheld.timeline.rows import ACTOR, DAY, NO_ONE, SAYS, START, Column
from whoheld.timeline.segments import kin


def sharpen(obs: Column, above: Column, changes: list[int], ends: list[int], best: list[int]) -> None:
    """Find for each dated change the most precise report of it.

    Args:
        obs: observations.
        above: of each actor the bodies that it is part of.
        changes: the dated changes among them, by place.
        ends: where those of each place end.
        best: for each of the changes, gets the one whose days it takes, or -1 where it stays as it is.
    """
    first = 0
    for end in ends:
        for at in range(first, end):
            best[at] = NO_ONE
            if obs[changes[at] + START] < obs[changes[at] + DAY]:
                best[at] = sharpest(obs, above, changes[at], changes[first:end])
        first = end


def sharpest(obs: Column, above: Column, wide: int, changes: list[int]) -> int:
    """The most precise report of a change, of equals the latest; -1 where none is more precise."""
    best, days = NO_ONE, obs[wide + DAY] - obs[wide + START]
    for narrow in changes:
        width = obs[narrow + DAY] - obs[narrow + START]
        better = width < days or (best != NO_ONE and width == days and obs[narrow + DAY] > obs[best + DAY])
        inside = obs[wide + START] <= obs[narrow + START] and obs[narrow + DAY] <= obs[wide + DAY]
        same = obs[narrow + SAYS] == obs[wide + SAYS] and kin(above, obs[narrow + ACTOR], obs[wide + ACTOR])
        if better and inside and same:
            best, days = narrow, width
    return best
