"""The fold of one place's observations into segments: ``timeline.fold`` over columns. Compiled."""
# mypy: disable-error-code="attr-defined, no-any-return, index"
# The fields of records are known to their dtype and to the compiler, not to the type checker.

import numpy as np
from numba import njit

from whoheld.timeline.columnar.arrays import (
    CONTESTED,
    DISPUTED,
    HELD,
    HOLDS,
    LEFT,
    LEFT_SAID,
    NO_ONE,
    NOBODY,
    NONE,
    SPLIT,
    Here,
    Ints,
    Law,
    Seen,
)
from whoheld.timeline.columnar.chains import add, copy_parties, holder, involves, join, kin, members, name, open_segment, roomy
from whoheld.timeline.columnar.weighing import (
    account,
    contradicts,
    is_independent,
    recent,
    same_day,
    splits,
    too_weak,
    winner,
)


@njit(cache=True)
def fold(here: Here, days: Ints) -> Here:
    """Fold observations, given in the order of (day, known), into segments after those that are there."""
    here.segments.used[1] = here.segments.used[0]
    first = 0
    while first < len(days):
        last = first + 1
        while last < len(days) and same_day(here.obs, days[first], days[last]):
            last += 1
        _in_order(here, days, first, last)
        for k in range(first, last):
            here = roomy(here)
            _take(here, days[k])
        first = last
    return here


@njit(cache=True)
def _in_order(here: Here, days: Ints, first: int, last: int) -> None:
    """Sort observations of one day, published on one day, as they must have followed each other."""
    stands = NO_ONE
    if here.segments.used[0] > here.segments.used[1] and here.segments.rows.status[here.segments.used[0] - 1] == HELD:
        stands = holder(here.segments, here.segments.used[0] - 1)
    for k in range(first + 1, last):
        moving, at = days[k], k
        while at > first and _goes_before(here.obs, here.law, stands, moving, days[at - 1]):
            days[at] = days[at - 1]
            at -= 1
        days[at] = moving


@njit(cache=True)
def _goes_before(obs: Seen, law: Law, stands: int, one: int, other: int) -> bool:  # noqa: PLR0911 - one for each criterion
    if obs.change[one] != obs.change[other]:
        return obs.change[other]
    if obs.says[one] != obs.says[other]:
        return obs.says[one] < obs.says[other]
    retakes_one = obs.change[one] and kin(law, obs.actor[one], stands)
    retakes_other = obs.change[other] and kin(law, obs.actor[other], stands)
    if retakes_one != retakes_other:
        return retakes_other
    names_one, names_other = obs.other[one] != NO_ONE, obs.other[other] != NO_ONE
    if names_one != names_other:
        return names_other
    if obs.article[one] != obs.article[other]:
        return obs.article[one] < obs.article[other]
    if obs.offset[one] != obs.offset[other]:
        return obs.offset[one] < obs.offset[other]
    return obs.claim[one] < obs.claim[other]


@njit(cache=True)
def _take(here: Here, seen: int) -> None:
    """Let one observation bear out the current segment, stand against it, or begin the next."""
    if here.segments.used[0] == here.segments.used[1]:
        if here.obs.firm[seen] or here.obs.says[seen] != LEFT_SAID:
            _begin(here, seen, -1)
        return
    current = here.segments.used[0] - 1
    status = here.segments.rows.status[current]
    if status == HELD:
        _on_held(here, current, seen)
    elif status == CONTESTED:
        _on_contested(here, current, seen)
    elif status == LEFT:
        _on_left(here, current, seen)
    else:
        _on_disputed(here, current, seen)


@njit(cache=True)
def _on_held(here: Here, held: int, seen: int) -> None:
    own = kin(here.law, holder(here.segments, held), here.obs.actor[seen])
    says = here.obs.says[seen]
    if own and says == HOLDS:
        _confirm(here, held, seen)
    elif (says == LEFT_SAID and not own) or (own and here.obs.partial[seen]):
        add(here.segments, here.reports, held, 0, seen)
    elif too_weak(here, held, seen):
        add(here.segments, here.reports, held, 2, seen)
    elif says != HOLDS:
        _begin(here, seen, held)
    elif splits(here, held, seen):
        _append(here, CONTESTED, seen, held)
    elif contradicts(here, held, seen):
        _dispute(here, held, seen, holder(here.segments, held))
    else:
        _begin(here, seen, -1)


@njit(cache=True)
def _confirm(here: Here, held: int, seen: int) -> None:
    actor = holder(here.segments, held)
    later = here.obs.change[seen] and here.obs.start[seen] != NONE and here.obs.start[seen] > here.segments.rows.day[held]
    if later and is_independent(here.obs, here.law, seen, actor):
        for backer in members(here.segments, here.reports, held, 0):
            later = later and not is_independent(here.obs, here.law, backer, actor)
        if later:
            _begin(here, seen, -1)
            return
    _back(here, held, seen)


@njit(cache=True)
def _on_contested(here: Here, contested: int, seen: int) -> None:
    if here.obs.says[seen] == SPLIT:
        _back(here, contested, seen)
        name(here.law, here.segments, contested, here.obs.actor[seen])
        name(here.law, here.segments, contested, here.obs.other[seen])
    elif here.obs.says[seen] == LEFT_SAID and not involves(here.law, here.segments, contested, here.obs.actor[seen]):
        add(here.segments, here.reports, contested, 0, seen)
    elif too_weak(here, contested, seen):
        add(here.segments, here.reports, contested, 2, seen)
    else:
        _begin(here, seen, -1)


@njit(cache=True)
def _on_left(here: Here, left: int, seen: int) -> None:
    says, actor = here.obs.says[seen], here.obs.actor[seen]
    returned = involves(here.law, here.segments, left, actor)
    if says == LEFT_SAID:
        _back(here, left, seen)
        name(here.law, here.segments, left, actor)
        name(here.law, here.segments, left, here.obs.other[seen])
    elif returned and too_weak(here, left, seen):
        add(here.segments, here.reports, left, 2, seen)
    elif returned and says == HOLDS and contradicts(here, left, seen):
        _dispute(here, left, seen, NOBODY)
    elif (
        not returned
        and here.obs.change[seen]
        and here.obs.start[seen] != NONE
        and here.obs.start[seen] <= here.segments.rows.day[left]
    ):
        ends = here.segments.ends[left].copy()
        here.segments.used[0] = left
        begun = _begin(here, seen, -1)
        join(here.segments, here.reports, begun, 0, ends[0], ends[1])
        join(here.segments, here.reports, begun, 2, ends[2], ends[3])
    else:
        _begin(here, seen, -1)


@njit(cache=True)
def _on_disputed(here: Here, disputed: int, seen: int) -> None:
    parties = here.segments.parties[disputed, : here.segments.rows.n_parties[disputed]].copy()
    backers = members(here.segments, here.reports, disputed, 0)
    settled = winner(here.obs, here.law, parties, np.append(backers, seen))
    newest = 0
    for backer in backers:
        newest = max(newest, here.obs.day[backer])
    if settled != NO_ONE:
        _settle(here, disputed, seen, settled)
    elif here.obs.says[seen] == SPLIT:
        _begin(here, seen, disputed)
    elif here.obs.says[seen] == HOLDS and here.obs.start[seen] != NONE and here.obs.start[seen] > newest:
        _begin(here, seen, -1)
    else:
        _back(here, disputed, seen)
        if here.obs.firm[seen] and here.obs.says[seen] == HOLDS:
            name(here.law, here.segments, disputed, here.obs.actor[seen])


@njit(cache=True)
def _dispute(here: Here, current: int, seen: int, known: int) -> None:
    """Two accounts: disputed from the change that is denied, or, of an older or agreed state, from the contradiction on."""
    words, _ = recent(here, current, seen)
    other = here.obs.actor[seen]
    parties = np.array([min(known, other), max(known, other)])
    settled = winner(here.obs, here.law, np.array([known, other]), np.append(words, seen))
    denied = here.segments.rows.day[current] >= here.obs.day[seen] - here.law.window
    for backer in members(here.segments, here.reports, current, 0):
        denied = denied and here.obs.voice[backer] != here.obs.voice[seen]
    if settled == known:
        add(here.segments, here.reports, current, 2, seen)
    elif settled == other:
        begun = _begin(here, seen, -1)
        for word in words:
            add(here.segments, here.reports, begun, 2, word)
    elif denied:
        join(here.segments, here.reports, current, 0, here.segments.ends[current, 2], here.segments.ends[current, 3])
        here.segments.ends[current, 2:] = -1
        here.segments.rows.status[current] = DISPUTED
        here.segments.parties[current, :2], here.segments.rows.n_parties[current] = parties, 2
        _back(here, current, seen)
    else:
        begun = open_segment(here.obs, here.segments, DISPUTED, seen)
        here.segments.parties[begun, :2], here.segments.rows.n_parties[begun] = parties, 2
        for word in words:
            add(here.segments, here.reports, begun, 0, word)
        add(here.segments, here.reports, begun, 0, seen)


@njit(cache=True)
def _settle(here: Here, disputed: int, seen: int, party: int) -> None:
    """End a dispute on the day of the report that settles it."""
    parties = here.segments.parties[disputed, : here.segments.rows.n_parties[disputed]].copy()
    begun = open_segment(here.obs, here.segments, HELD if party != NOBODY else LEFT, seen)
    if party != NOBODY:
        name(here.law, here.segments, begun, party)
    else:
        copy_parties(here.segments, disputed, begun)
    for report in members(here.segments, here.reports, disputed, 2):
        add(here.segments, here.reports, begun, 2, report)
    for report in members(here.segments, here.reports, disputed, 0):
        add(here.segments, here.reports, begun, 0 if account(here.obs, here.law, parties, report) == party else 2, report)
    add(here.segments, here.reports, begun, 0, seen)


@njit(cache=True)
def _begin(here: Here, seen: int, beside: int) -> int:
    status = HELD if here.obs.says[seen] == HOLDS else CONTESTED if here.obs.says[seen] == SPLIT else LEFT
    return _append(here, status, seen, beside)


@njit(cache=True)
def _append(here: Here, status: int, seen: int, beside: int) -> int:
    begun = open_segment(here.obs, here.segments, status, seen)
    if status == CONTESTED:
        if beside >= 0:
            copy_parties(here.segments, beside, begun)
        name(here.law, here.segments, begun, here.obs.actor[seen])
        name(here.law, here.segments, begun, here.obs.other[seen])
    else:
        here.segments.parties[begun, 0], here.segments.rows.n_parties[begun] = here.obs.actor[seen], 1
    add(here.segments, here.reports, begun, 0, seen)
    return begun


@njit(cache=True)
def _back(here: Here, segment: int, seen: int) -> None:
    add(here.segments, here.reports, segment, 0, seen)
    here.segments.rows.seen[segment] = max(here.segments.rows.seen[segment], here.obs.seen[seen])
