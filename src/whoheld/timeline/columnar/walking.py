"""The fold of one place's observations into segments: ``timeline.fold`` over columns. Compiled."""

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
    Ints,
    Law,
    Reports,
    Seen,
    Segments,
)
from whoheld.timeline.columnar.chains import add, copy_parties, holder, involves, join, kin, members, name, open_segment, roomy
from whoheld.timeline.columnar.weighing import (
    account,
    contradicts,
    is_independent,
    recent,
    splits,
    too_weak,
    winner,
)


@njit(cache=True)
def fold(obs: Seen, law: Law, segments: Segments, reports: Reports, days: Ints) -> Reports:
    """Fold observations, given in the order of (day, known), into segments after those that are there; returns their reports."""
    segments.count[1] = segments.count[0]
    first = 0
    while first < len(days):
        last = first + 1
        while last < len(days) and obs.day[days[last]] == obs.day[days[first]] and obs.known[days[last]] == obs.known[days[first]]:
            last += 1
        _in_order(obs, law, segments, days, first, last)
        for k in range(first, last):
            reports = roomy(reports)
            _take(obs, law, segments, reports, days[k])
        first = last
    return reports


@njit(cache=True)
def _in_order(obs: Seen, law: Law, segments: Segments, days: Ints, first: int, last: int) -> None:
    """Sort observations of one day, published on one day, as they must have followed each other."""
    stands = NO_ONE
    if segments.count[0] > segments.count[1] and segments.status[segments.count[0] - 1] == HELD:
        stands = holder(segments, segments.count[0] - 1)
    for k in range(first + 1, last):
        moving, at = days[k], k
        while at > first and _goes_before(obs, law, stands, moving, days[at - 1]):
            days[at] = days[at - 1]
            at -= 1
        days[at] = moving


@njit(cache=True)
def _goes_before(obs: Seen, law: Law, stands: int, one: int, other: int) -> bool:
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
def _take(obs: Seen, law: Law, segments: Segments, reports: Reports, seen: int) -> None:
    """Let one observation bear out the current segment, stand against it, or begin the next."""
    if segments.count[0] == segments.count[1]:
        if obs.firm[seen] or obs.says[seen] != LEFT_SAID:
            _begin(obs, law, segments, reports, seen, -1)
        return
    current = segments.count[0] - 1
    status = segments.status[current]
    if status == HELD:
        _on_held(obs, law, segments, reports, current, seen)
    elif status == CONTESTED:
        _on_contested(obs, law, segments, reports, current, seen)
    elif status == LEFT:
        _on_left(obs, law, segments, reports, current, seen)
    else:
        _on_disputed(obs, law, segments, reports, current, seen)


@njit(cache=True)
def _on_held(obs: Seen, law: Law, segments: Segments, reports: Reports, held: int, seen: int) -> None:
    own = kin(law, holder(segments, held), obs.actor[seen])
    says = obs.says[seen]
    if own and says == HOLDS:
        _confirm(obs, law, segments, reports, held, seen)
    elif (says == LEFT_SAID and not own) or (own and obs.partial[seen]):
        add(segments, reports, held, 0, seen)
    elif too_weak(obs, law, segments, reports, held, seen):
        add(segments, reports, held, 2, seen)
    elif says != HOLDS:
        _begin(obs, law, segments, reports, seen, held)
    elif splits(obs, segments, reports, held, seen):
        _append(obs, law, segments, reports, CONTESTED, seen, held)
    elif contradicts(obs, law, segments, reports, held, seen):
        _dispute(obs, law, segments, reports, held, seen, holder(segments, held))
    else:
        _begin(obs, law, segments, reports, seen, -1)


@njit(cache=True)
def _confirm(obs: Seen, law: Law, segments: Segments, reports: Reports, held: int, seen: int) -> None:
    actor = holder(segments, held)
    later = obs.change[seen] and obs.start[seen] != NONE and obs.start[seen] > segments.day[held]
    if later and is_independent(obs, law, seen, actor):
        for backer in members(segments, reports, held, 0):
            later = later and not is_independent(obs, law, backer, actor)
        if later:
            _begin(obs, law, segments, reports, seen, -1)
            return
    _back(obs, segments, reports, held, seen)


@njit(cache=True)
def _on_contested(obs: Seen, law: Law, segments: Segments, reports: Reports, contested: int, seen: int) -> None:
    if obs.says[seen] == SPLIT:
        _back(obs, segments, reports, contested, seen)
        name(law, segments, contested, obs.actor[seen])
        name(law, segments, contested, obs.other[seen])
    elif obs.says[seen] == LEFT_SAID and not involves(law, segments, contested, obs.actor[seen]):
        add(segments, reports, contested, 0, seen)
    elif too_weak(obs, law, segments, reports, contested, seen):
        add(segments, reports, contested, 2, seen)
    else:
        _begin(obs, law, segments, reports, seen, -1)


@njit(cache=True)
def _on_left(obs: Seen, law: Law, segments: Segments, reports: Reports, left: int, seen: int) -> None:
    says, actor = obs.says[seen], obs.actor[seen]
    returned = involves(law, segments, left, actor)
    if says == LEFT_SAID:
        _back(obs, segments, reports, left, seen)
        name(law, segments, left, actor)
        name(law, segments, left, obs.other[seen])
    elif returned and too_weak(obs, law, segments, reports, left, seen):
        add(segments, reports, left, 2, seen)
    elif returned and says == HOLDS and contradicts(obs, law, segments, reports, left, seen):
        _dispute(obs, law, segments, reports, left, seen, NOBODY)
    elif not returned and obs.change[seen] and obs.start[seen] != NONE and obs.start[seen] <= segments.day[left]:
        ends = segments.ends[left].copy()
        segments.count[0] = left
        begun = _begin(obs, law, segments, reports, seen, -1)
        join(segments, reports, begun, 0, ends[0], ends[1])
        join(segments, reports, begun, 2, ends[2], ends[3])
    else:
        _begin(obs, law, segments, reports, seen, -1)


@njit(cache=True)
def _on_disputed(obs: Seen, law: Law, segments: Segments, reports: Reports, disputed: int, seen: int) -> None:
    parties = segments.parties[disputed, : segments.n_parties[disputed]].copy()
    backers = members(segments, reports, disputed, 0)
    settled = winner(obs, law, parties, np.append(backers, seen))
    newest = 0
    for backer in backers:
        newest = max(newest, obs.day[backer])
    if settled != NO_ONE:
        _settle(obs, law, segments, reports, disputed, seen, settled)
    elif obs.says[seen] == SPLIT:
        _begin(obs, law, segments, reports, seen, disputed)
    elif obs.says[seen] == HOLDS and obs.start[seen] != NONE and obs.start[seen] > newest:
        _begin(obs, law, segments, reports, seen, -1)
    else:
        _back(obs, segments, reports, disputed, seen)
        if obs.firm[seen] and obs.says[seen] == HOLDS:
            name(law, segments, disputed, obs.actor[seen])


@njit(cache=True)
def _dispute(obs: Seen, law: Law, segments: Segments, reports: Reports, current: int, seen: int, known: int) -> None:
    """Two accounts: disputed from the change that is denied, or, of an older or agreed state, from the contradiction on."""
    words, _ = recent(obs, law, segments, reports, current, seen)
    other = obs.actor[seen]
    parties = np.array([min(known, other), max(known, other)])
    settled = winner(obs, law, np.array([known, other]), np.append(words, seen))
    denied = segments.day[current] >= obs.day[seen] - law.window
    for backer in members(segments, reports, current, 0):
        denied = denied and obs.voice[backer] != obs.voice[seen]
    if settled == known:
        add(segments, reports, current, 2, seen)
    elif settled == other:
        begun = _begin(obs, law, segments, reports, seen, -1)
        for word in words:
            add(segments, reports, begun, 2, word)
    elif denied:
        join(segments, reports, current, 0, segments.ends[current, 2], segments.ends[current, 3])
        segments.ends[current, 2:] = -1
        segments.status[current] = DISPUTED
        segments.parties[current, :2], segments.n_parties[current] = parties, 2
        _back(obs, segments, reports, current, seen)
    else:
        begun = open_segment(obs, segments, DISPUTED, seen)
        segments.parties[begun, :2], segments.n_parties[begun] = parties, 2
        for word in words:
            add(segments, reports, begun, 0, word)
        add(segments, reports, begun, 0, seen)


@njit(cache=True)
def _settle(obs: Seen, law: Law, segments: Segments, reports: Reports, disputed: int, seen: int, party: int) -> None:
    """End a dispute on the day of the report that settles it."""
    parties = segments.parties[disputed, : segments.n_parties[disputed]].copy()
    begun = open_segment(obs, segments, HELD if party != NOBODY else LEFT, seen)
    if party != NOBODY:
        name(law, segments, begun, party)
    else:
        copy_parties(segments, disputed, begun)
    for report in members(segments, reports, disputed, 2):
        add(segments, reports, begun, 2, report)
    for report in members(segments, reports, disputed, 0):
        add(segments, reports, begun, 0 if account(obs, law, parties, report) == party else 2, report)
    add(segments, reports, begun, 0, seen)


@njit(cache=True)
def _begin(obs: Seen, law: Law, segments: Segments, reports: Reports, seen: int, beside: int) -> int:
    status = HELD if obs.says[seen] == HOLDS else CONTESTED if obs.says[seen] == SPLIT else LEFT
    return _append(obs, law, segments, reports, status, seen, beside)


@njit(cache=True)
def _append(obs: Seen, law: Law, segments: Segments, reports: Reports, status: int, seen: int, beside: int) -> int:
    begun = open_segment(obs, segments, status, seen)
    if status == CONTESTED:
        if beside >= 0:
            copy_parties(segments, beside, begun)
        name(law, segments, begun, obs.actor[seen])
        name(law, segments, begun, obs.other[seen])
    else:
        segments.parties[begun, 0], segments.n_parties[begun] = obs.actor[seen], 1
    add(segments, reports, begun, 0, seen)
    return begun


@njit(cache=True)
def _back(obs: Seen, segments: Segments, reports: Reports, segment: int, seen: int) -> None:
    add(segments, reports, segment, 0, seen)
    segments.seen[segment] = max(segments.seen[segment], obs.seen[seen])
