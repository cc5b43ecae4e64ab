"""The fold of many places, and what is written down of each segment: ``timeline.intervals`` over columns. Compiled."""

from typing import NamedTuple

import numpy as np
from numba import njit

from whoheld.timeline.columnar.arrays import (
    AREA,
    CLAIMED,
    CONTESTED,
    HELD,
    HOLDS,
    LEFT,
    LEFT_SAID,
    NO_ONE,
    NONE,
    PART,
    SPLIT,
    WHOLE,
    Flags,
    Here,
    Ints,
    Law,
    Seen,
)
from whoheld.timeline.columnar.chains import add, holder, involves, kin, members, new_reports, new_segments, roomy
from whoheld.timeline.columnar.sharpening import sharpen
from whoheld.timeline.columnar.walking import fold
from whoheld.timeline.columnar.weighing import is_independent


class Lists(NamedTuple):
    """Flat lists: those of interval i lie between ``ends[i]`` and ``ends[i + 1]``."""

    values: Ints
    ends: Ints


class Intervals(NamedTuple):
    """Intervals by columns, as in ``model.Control``; ``NONE`` is open."""

    place: Ints
    status: Ints
    actor: Ints
    extent: Ints
    earliest: Ints
    start: Ints
    end: Ints
    latest: Ints
    independent: Ints
    reported: Ints
    parties: Lists
    claims: Lists
    against: Lists


@njit(cache=True)
def fold_all(obs: Seen, sharp: Seen, law: Law, order: Ints, bounds: Ints) -> Intervals:
    """Fold every place.

    Args:
        obs: the observations.
        sharp: the same, whose columns start, day and seen are copies, to be written to.
        law: the rules.
        order: the observations by place; ``bounds`` says where each place begins, and the end.
    """
    largest = np.max(bounds[1:] - bounds[:-1])
    here = Here(sharp, law, new_segments(largest + 1), new_reports(2 * largest + 16))
    out = _room(len(order) + 1)
    n = 0
    for place in range(len(bounds) - 1):
        own = order[bounds[place] : bounds[place + 1]]
        sharpen(obs, law, own, sharp.start, sharp.day, sharp.seen)
        shown, here = _segments(here, own)
        for k in range(len(shown)):
            out = _roomy(out, n, here.reports.count[0])
            out.place[n] = place
            _write(out, n, here, shown, k)
            n += 1
    return _cut(out, n)


@njit(cache=True)
def _segments(here: Here, own: Ints) -> tuple[Ints, Here]:
    """The segments of one place that are shown; those of its surroundings only before anything is said of itself."""
    here.segments.count[0], here.reports.count[0] = 0, 0
    dated = own[~here.obs.recap[own]]
    here = fold(here, _by_day(here.obs, dated[here.obs.area[dated]]))
    around = here.segments.count[0]
    here = fold(here, _by_day(here.obs, dated[~here.obs.area[dated]]))
    shown = np.arange(here.segments.count[0])
    if here.segments.count[0] > around:
        early = here.segments.day[:around] < here.segments.day[around]
        shown = np.concatenate((shown[:around][early], shown[around:]))
    for recap in own[here.obs.recap[own]]:
        here = roomy(here)
        _support(here, shown, recap)
    return shown, here


@njit(cache=True)
def _by_day(obs: Seen, some: Ints) -> Ints:
    return some[np.argsort((obs.day[some].astype(np.int64) << 32) + obs.known[some])]


@njit(cache=True)
def _support(here: Here, shown: Ints, recap: int) -> None:
    """Let background join the last interval before its publication that it can speak of."""
    for k in range(len(shown) - 1, -1, -1):
        if here.segments.day[shown[k]] <= here.obs.known[recap] and _speaks_of(here, shown, k, recap):
            add(here.segments, here.reports, shown[k], 0, recap)
            return


@njit(cache=True)
def _speaks_of(here: Here, shown: Ints, k: int, recap: int) -> bool:
    status, says = here.segments.status[shown[k]], here.obs.says[recap]
    named = involves(here.law, here.segments, shown[k], here.obs.actor[recap])
    if (says == HOLDS and status == HELD) or (says == SPLIT and status == CONTESTED) or (says == LEFT_SAID and status == LEFT):
        return named
    if says != LEFT_SAID or status != HELD or named or k == 0:
        return False
    before = shown[k - 1]
    return here.segments.status[before] == HELD and kin(here.law, holder(here.segments, before), here.obs.actor[recap])


@njit(cache=True)
def _write(out: Intervals, n: int, here: Here, shown: Ints, k: int) -> None:
    segment = shown[k]
    backers, against = members(here.segments, here.reports, segment, 0), members(here.segments, here.reports, segment, 2)
    held = here.segments.status[segment] == HELD
    out.status[n] = _status(here, segment, backers)
    out.actor[n] = holder(here.segments, segment) if held else NO_ONE
    out.extent[n] = AREA if here.obs.area[backers[0]] else PART if np.all(here.obs.partial[backers]) else WHOLE
    out.earliest[n], out.start[n] = here.segments.start[segment], here.segments.day[segment]
    out.end[n], out.latest[n] = NONE, NONE
    if k + 1 < len(shown):
        after = shown[k + 1]
        open_start = here.segments.start[after] == NONE
        end = here.segments.seen[segment] + 1 if open_start else here.segments.start[after]
        out.latest[n] = here.segments.day[after]
        out.end[n] = max(here.segments.day[segment], min(here.segments.day[after], end))
    out.independent[n] = len(np.unique(here.obs.voice[backers]))
    reports_of = backers[~here.obs.recap[backers]]
    out.reported[n] = np.max(np.where(here.obs.fresh[reports_of], here.obs.known[reports_of], here.obs.day[reports_of]))
    parties = here.segments.parties[segment, : here.segments.n_parties[segment]]
    claims, opposed = np.unique(here.obs.claim[backers]), np.unique(here.obs.claim[against])
    _list(out.parties, n, parties[parties >= 0] if not held else parties[:0])
    _list(out.claims, n, claims)
    _list(out.against, n, opposed[_absent(opposed, claims)])


@njit(cache=True)
def _status(here: Here, segment: int, backers: Ints) -> int:
    if here.segments.status[segment] != HELD:
        return here.segments.status[segment]
    for backer in backers:
        if is_independent(here.obs, here.law, backer, holder(here.segments, segment)):
            return HELD
    return CLAIMED


@njit(cache=True)
def _absent(some: Ints, others: Ints) -> Flags:
    absent = np.ones(len(some), np.bool_)
    for k in range(len(some)):
        at = np.searchsorted(others, some[k])
        absent[k] = at == len(others) or others[at] != some[k]
    return absent


@njit(cache=True)
def _list(lists: Lists, n: int, values: Ints) -> None:
    end = lists.ends[n] + len(values)
    lists.values[lists.ends[n] : end] = values
    lists.ends[n + 1] = end


@njit(cache=True)
def _room(size: int) -> Intervals:
    days = np.empty((5, size), np.int32)
    codes = np.empty((4, size), np.int32)
    return Intervals(
        codes[0],
        codes[1],
        codes[2],
        codes[3],
        days[0],
        days[1],
        days[2],
        days[3],
        np.empty(size, np.int32),
        days[4],
        Lists(np.empty(size, np.int64), np.zeros(size + 1, np.int64)),
        Lists(np.empty(size, np.int64), np.zeros(size + 1, np.int64)),
        Lists(np.empty(size, np.int64), np.zeros(size + 1, np.int64)),
    )


@njit(cache=True)
def _roomy(out: Intervals, n: int, more: int) -> Intervals:
    """The same, with room in the lists for as many more."""
    return Intervals(
        out.place,
        out.status,
        out.actor,
        out.extent,
        out.earliest,
        out.start,
        out.end,
        out.latest,
        out.independent,
        out.reported,
        _longer(out.parties, n, more),
        _longer(out.claims, n, more),
        _longer(out.against, n, more),
    )


@njit(cache=True)
def _longer(lists: Lists, n: int, more: int) -> Lists:
    used = lists.ends[n]
    if used + more + 64 <= len(lists.values):
        return lists
    values = np.empty(2 * (used + more + 64), np.int64)
    values[:used] = lists.values[:used]
    return Lists(values, lists.ends)


@njit(cache=True)
def _cut(out: Intervals, n: int) -> Intervals:
    return Intervals(
        out.place[:n],
        out.status[:n],
        out.actor[:n],
        out.extent[:n],
        out.earliest[:n],
        out.start[:n],
        out.end[:n],
        out.latest[:n],
        out.independent[:n],
        out.reported[:n],
        Lists(out.parties.values[: out.parties.ends[n]], out.parties.ends[: n + 1]),
        Lists(out.claims.values[: out.claims.ends[n]], out.claims.ends[: n + 1]),
        Lists(out.against.values[: out.against.ends[n]], out.against.ends[: n + 1]),
    )
