"""The fold of many places, and what is written down of each segment: ``timeline.intervals`` over columns. Compiled."""
# mypy: disable-error-code="attr-defined, no-any-return, index"
# The fields of records are known to their dtype and to the compiler, not to the type checker.

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from numba import njit

from whoheld.timeline.columnar.arrays import (
    AREA,
    CLAIMED,
    CONTESTED,
    HELD,
    HOLDS,
    LEFT,
    LEFT_SAID,
    MOST_PARTIES,
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

_SHORT = 32


class Lists(NamedTuple):
    """Flat lists: those of interval i lie between ``ends[i]`` and ``ends[i + 1]``."""

    values: Ints
    ends: Ints


INTERVAL = np.dtype(
    [
        (name, np.int32)
        for name in ("place", "status", "actor", "extent", "earliest", "start", "end", "latest", "independent", "reported")
    ]
)
"""An interval, as in ``model.Control``; ``NONE`` is open."""


class Intervals(NamedTuple):
    """Intervals, records of ``INTERVAL``, with the lists that belong to each."""

    rows: npt.NDArray[Any]
    parties: Lists
    claims: Lists
    against: Lists


@njit(cache=True)
def fold_all(obs: Seen, law: Law, bounds: Ints) -> Intervals:
    """Fold every place.

    Args:
        obs: the observations by place; their days are made as precise as other reports allow.
        law: the rules.
        bounds: where the observations of each place begin, and the end.
    """
    largest = np.max(bounds[1:] - bounds[:-1])
    here = Here(obs, law, new_segments(largest + 1), new_reports(2 * largest + 16))
    out = _room(len(obs))
    n = 0
    for place in range(len(bounds) - 1):
        own = np.arange(bounds[place], bounds[place + 1])
        sharpen(obs, law, own)
        shown, here = _segments(here, own)
        for k in range(len(shown)):
            more = here.reports.used[0] + MOST_PARTIES
            if more + max(out.parties.ends[n], out.claims.ends[n], out.against.ends[n]) > len(out.parties.values):
                parties, claims, against = out.parties, out.claims, out.against
                out = Intervals(out.rows, _longer(parties, n, more), _longer(claims, n, more), _longer(against, n, more))
            out.rows.place[n] = place
            _write(out, n, here, shown, k)
            n += 1
    return Intervals(out.rows[:n], out.parties, out.claims, out.against)


@njit(cache=True)
def _segments(here: Here, own: Ints) -> tuple[Ints, Here]:
    """The segments of one place that are shown; those of its surroundings only before anything is said of itself."""
    here.segments.used[0], here.reports.used[0] = 0, 0
    dated = own[~here.obs.recap[own]]
    here = fold(here, _by_day(here.obs, dated[here.obs.area[dated]]))
    around = here.segments.used[0]
    here = fold(here, _by_day(here.obs, dated[~here.obs.area[dated]]))
    shown = np.arange(here.segments.used[0])
    if here.segments.used[0] > around:
        early = here.segments.rows.day[:around] < here.segments.rows.day[around]
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
        if here.segments.rows.day[shown[k]] <= here.obs.known[recap] and _speaks_of(here, shown, k, recap):
            add(here.segments, here.reports, shown[k], 0, recap)
            return


@njit(cache=True)
def _speaks_of(here: Here, shown: Ints, k: int, recap: int) -> bool:
    status, says = here.segments.rows.status[shown[k]], here.obs.says[recap]
    named = involves(here.law, here.segments, shown[k], here.obs.actor[recap])
    if (says == HOLDS and status == HELD) or (says == SPLIT and status == CONTESTED) or (says == LEFT_SAID and status == LEFT):
        return named
    if says != LEFT_SAID or status != HELD or named or k == 0:
        return False
    before = shown[k - 1]
    return here.segments.rows.status[before] == HELD and kin(here.law, holder(here.segments, before), here.obs.actor[recap])


@njit(cache=True)
def _write(out: Intervals, n: int, here: Here, shown: Ints, k: int) -> None:
    segment = shown[k]
    backers, against = members(here.segments, here.reports, segment, 0), members(here.segments, here.reports, segment, 2)
    held = here.segments.rows.status[segment] == HELD
    out.rows.status[n] = _status(here, segment, backers)
    out.rows.actor[n] = holder(here.segments, segment) if held else NO_ONE
    out.rows.extent[n] = AREA if here.obs.area[backers[0]] else PART if np.all(here.obs.partial[backers]) else WHOLE
    out.rows.earliest[n], out.rows.start[n] = here.segments.rows.start[segment], here.segments.rows.day[segment]
    out.rows.end[n], out.rows.latest[n] = NONE, NONE
    if k + 1 < len(shown):
        after = shown[k + 1]
        open_start = here.segments.rows.start[after] == NONE
        end = here.segments.rows.seen[segment] + 1 if open_start else here.segments.rows.start[after]
        out.rows.latest[n] = here.segments.rows.day[after]
        out.rows.end[n] = max(here.segments.rows.day[segment], min(here.segments.rows.day[after], end))
    out.rows.independent[n] = len(_distinct(here.obs.voice[backers]))
    reports_of = backers[~here.obs.recap[backers]]
    out.rows.reported[n] = np.max(np.where(here.obs.fresh[reports_of], here.obs.known[reports_of], here.obs.day[reports_of]))
    parties = here.segments.parties[segment, : here.segments.rows.n_parties[segment]]
    claims, opposed = _distinct(here.obs.claim[backers]), _distinct(here.obs.claim[against])
    _list(out.parties, n, parties[parties >= 0] if not held else parties[:0])
    _list(out.claims, n, claims)
    _list(out.against, n, opposed[_absent(opposed, claims)])


@njit(cache=True)
def _status(here: Here, segment: int, backers: Ints) -> int:
    if here.segments.rows.status[segment] != HELD:
        return here.segments.rows.status[segment]
    for backer in backers:
        if is_independent(here.obs, here.law, backer, holder(here.segments, segment)):
            return HELD
    return CLAIMED


@njit(cache=True)
def _distinct(values: Ints) -> Ints:
    """The values once each, sorted; most lists are short, and quickest sorted by insertion."""
    if len(values) > _SHORT:
        return np.unique(values)
    n = 0
    for value in values:
        at = n
        while at > 0 and values[at - 1] > value:
            at -= 1
        if at > 0 and values[at - 1] == value:
            continue
        for k in range(n, at, -1):
            values[k] = values[k - 1]
        values[at] = value
        n += 1
    return values[:n]


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
    """Room for so many intervals."""
    return Intervals(np.empty(size, INTERVAL), _lists(size), _lists(size), _lists(size))


@njit(cache=True)
def _lists(size: int) -> Lists:
    return Lists(np.empty(size + 64, np.int64), np.zeros(size + 1, np.int64))


@njit(cache=True)
def _longer(lists: Lists, n: int, more: int) -> Lists:
    """The same lists, with room for so many more values."""
    used = lists.ends[n]
    if used + more <= len(lists.values):
        return lists
    values = np.empty(2 * (used + more), np.int64)
    values[:used] = lists.values[:used]
    return Lists(values, lists.ends)
