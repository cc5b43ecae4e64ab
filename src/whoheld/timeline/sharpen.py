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
        changes: the dated changes among them, by place, then day.
        ends: where those of each place end.
        best: for each of the changes, gets the one whose days it takes, or -1 where it stays as it is.
    """
    first = 0
    for end in ends:
        last = end - 1
        for at in range(end - 1, first - 1, -1):
            if obs[changes[at] + DAY] < obs[changes[last] + DAY]:
                last = at
            best[at] = NO_ONE
            if obs[changes[at] + START] < obs[changes[at] + DAY]:
                best[at] = sharpest(obs, above, changes, at, first, last)
        first = end


def sharpest(  # noqa: PLR0913, PLR0917 - a part of a list would be a copy
    obs: Column, above: Column, changes: list[int], at: int, first: int, last: int
) -> int:
    """The most precise report of a change, of equals the latest; -1 where none is more precise.

    Only those are asked, from the latest to the first, that end within the days of the change.
    """
    wide, best = changes[at], NO_ONE
    days = obs[wide + DAY] - obs[wide + START] - 1  # that the next must not exceed
    for k in range(last, first - 1, -1):
        narrow = changes[k]
        day, width = obs[narrow + DAY], obs[narrow + DAY] - obs[narrow + START]
        if day < obs[wide + START] or (days == 0 and best != NO_ONE and day < obs[best + DAY]):
            break
        better = width < days or (width == days and (best == NO_ONE or day == obs[best + DAY]))
        inside = obs[wide + START] <= obs[narrow + START]
        same = obs[narrow + SAYS] == obs[wide + SAYS] and kin(above, obs[narrow + ACTOR], obs[wide + ACTOR])
        if better and inside and same:
            best, days = narrow, width
    return best
