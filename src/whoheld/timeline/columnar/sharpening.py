"""An imprecise date takes the days of a more precise report of the same change: ``timeline.sharpen`` over columns. Compiled."""
# mypy: disable-error-code="attr-defined, no-any-return, index"
# The fields of records are known to their dtype and to the compiler, not to the type checker.

import numpy as np
from numba import njit

from whoheld.timeline.columnar.arrays import NONE, Ints, Law, Seen
from whoheld.timeline.columnar.chains import kin


@njit(cache=True)
def sharpen(obs: Seen, law: Law, own: Ints) -> None:
    """Make the days of one place's observations as precise as the most precise report of the same change."""
    sharper = np.full(len(own), -1)
    for k, wide in enumerate(own):
        if not obs.change[wide] or _width(obs, wide) == 0:
            continue
        best = -1
        for other in own:
            if obs.change[other] and _contains(obs, law, wide, other) and (best < 0 or _better(obs, other, best)):
                best = other
        sharper[k] = best
    # The narrowest windows are nobody's to sharpen, so that what is copied here has not been copied over.
    for k, wide in enumerate(own):
        if sharper[k] >= 0:
            obs.start[wide], obs.day[wide], obs.seen[wide] = obs.start[sharper[k]], obs.day[sharper[k]], obs.seen[sharper[k]]


@njit(cache=True)
def _contains(obs: Seen, law: Law, wide: int, narrow: int) -> bool:
    if obs.start[narrow] == NONE or obs.says[narrow] != obs.says[wide]:
        return False
    inside = obs.start[wide] <= obs.start[narrow] and obs.day[narrow] <= obs.day[wide]
    return inside and _width(obs, narrow) < _width(obs, wide) and kin(law, obs.actor[narrow], obs.actor[wide])


@njit(cache=True)
def _better(obs: Seen, one: int, other: int) -> bool:
    """Whether one window is narrower than another, or as narrow and later."""
    difference = _width(obs, one) - _width(obs, other)
    return difference < 0 or (difference == 0 and obs.day[one] > obs.day[other])


@njit(cache=True)
def _width(obs: Seen, one: int) -> int:
    return 0 if obs.start[one] == NONE else obs.day[one] - obs.start[one]
