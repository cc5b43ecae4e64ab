"""Segments and their chains of reports: making, joining and reading them. Compiled."""
# mypy: disable-error-code="attr-defined, no-any-return, index"
# The fields of records are known to their dtype and to the compiler, not to the type checker.

import numpy as np
from numba import njit

from whoheld.timeline.columnar.arrays import MOST_PARTIES, NO_ONE, NOBODY, NONE, SEGMENT, Here, Ints, Law, Reports, Seen, Segments


@njit(cache=True)
def kin(law: Law, one: int, other: int) -> bool:
    """Whether one of two actors is the other or a part of it."""
    if one < 0 or other < 0:
        return False
    if one == other:
        return True
    for level in range(law.above.shape[1]):  # noqa: SIM110 - the compiler wants a loop
        if law.above[one, level] == other or law.above[other, level] == one:
            return True
    return False


@njit(cache=True)
def new_segments(size: int) -> Segments:
    """Room for so many segments."""
    return Segments(
        np.zeros(2, np.int64),
        np.empty(size, SEGMENT),
        np.empty((size, MOST_PARTIES), np.int32),
        np.empty((size, 4), np.int64),
    )


@njit(cache=True)
def new_reports(size: int) -> Reports:
    """Room for so many reports."""
    return Reports(np.empty(size, np.int64), np.empty(size, np.int64), np.zeros(1, np.int64))


@njit(cache=True)
def roomy(here: Here) -> Here:
    """The same chains of reports, with room for all of them to be copied once more."""
    reports = here.reports
    used = reports.used[0]
    if 2 * used + 8 <= len(reports.which):
        return here
    larger = new_reports(4 * used + 16)
    larger.which[:used] = reports.which[:used]
    larger.after[:used] = reports.after[:used]
    larger.used[0] = used
    return Here(here.obs, here.law, here.segments, larger)


@njit(cache=True)
def add(segments: Segments, reports: Reports, segment: int, chain: int, seen: int) -> None:
    """Append an observation to the backers (chain 0) or to those against (chain 2)."""
    at = reports.used[0]
    reports.used[0] = at + 1
    reports.which[at], reports.after[at] = seen, -1
    if segments.ends[segment, chain] < 0:
        segments.ends[segment, chain] = at
    else:
        reports.after[segments.ends[segment, chain + 1]] = at
    segments.ends[segment, chain + 1] = at


@njit(cache=True)
def join(  # noqa: PLR0913, PLR0917 - a chain has two ends
    segments: Segments, reports: Reports, segment: int, chain: int, first: int, last: int
) -> None:
    """Append a whole chain."""
    if first < 0:
        return
    if segments.ends[segment, chain] < 0:
        segments.ends[segment, chain] = first
    else:
        reports.after[segments.ends[segment, chain + 1]] = first
    segments.ends[segment, chain + 1] = last


@njit(cache=True)
def members(segments: Segments, reports: Reports, segment: int, chain: int) -> Ints:
    """The observations of a chain, in order."""
    n, at = 0, segments.ends[segment, chain]
    while at >= 0:
        n, at = n + 1, reports.after[at]
    found = np.empty(n, np.int64)
    n, at = 0, segments.ends[segment, chain]
    while at >= 0:
        found[n] = reports.which[at]
        n, at = n + 1, reports.after[at]
    return found


@njit(cache=True)
def with_party(law: Law, parties: Ints, n: int, name: int) -> int:
    """Let an actor join sorted parties unless it is one of them or a part of one; returns how many they are."""
    if name < 0:
        return n
    for k in range(n):
        if kin(law, name, parties[k]):
            return n
    if n == len(parties):
        raise ValueError("more parties to one place than there is room for")
    at = n
    while at > 0 and parties[at - 1] > name:
        parties[at] = parties[at - 1]
        at -= 1
    parties[at] = name
    return n + 1


@njit(cache=True)
def first_day(obs: Seen, segments: Segments, seen: int) -> int:
    """The first day on which what is seen may have begun: after what went before had begun, and was last seen."""
    if segments.used[0] == segments.used[1]:
        return obs.start[seen]
    before = segments.used[0] - 1
    floor = max(segments.rows.seen[before] + 1, segments.rows.start[before])
    start = floor if obs.start[seen] == NONE else max(obs.start[seen], floor)
    return min(obs.day[seen], start)


@njit(cache=True)
def open_segment(obs: Seen, segments: Segments, status: int, seen: int) -> int:
    """A new segment without parties and reports, from the day of an observation on; returns its position."""
    at = segments.used[0]
    segments.rows.start[at] = first_day(obs, segments, seen)
    segments.used[0] = at + 1
    segments.rows.status[at], segments.rows.n_parties[at] = status, 0
    segments.rows.day[at], segments.rows.seen[at] = obs.day[seen], obs.seen[seen]
    segments.ends[at] = -1
    return at


@njit(cache=True)
def name(law: Law, segments: Segments, segment: int, actor: int) -> None:
    """Let an actor join a segment's parties."""
    segments.rows.n_parties[segment] = with_party(law, segments.parties[segment], segments.rows.n_parties[segment], actor)


@njit(cache=True)
def copy_parties(segments: Segments, source: int, target: int) -> None:
    """Give a segment the parties of another, all but the account that nobody is there."""
    n = 0
    for k in range(segments.rows.n_parties[source]):
        if segments.parties[source, k] != NOBODY:
            segments.parties[target, n] = segments.parties[source, k]
            n += 1
    segments.rows.n_parties[target] = n


@njit(cache=True)
def involves(law: Law, segments: Segments, segment: int, actor: int) -> bool:
    """Whether an actor, or a body that it is part of, or a part of it, is a party."""
    for k in range(segments.rows.n_parties[segment]):  # noqa: SIM110 - the compiler wants a loop
        if kin(law, segments.parties[segment, k], actor):
            return True
    return False


@njit(cache=True)
def holder(segments: Segments, segment: int) -> int:
    """The first party of a segment."""
    return segments.parties[segment, 0] if segments.rows.n_parties[segment] else NO_ONE
