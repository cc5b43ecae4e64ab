"""The fold over columns: observations in, intervals out.

Places are folded in batches, on all processors where the fold is compiled. ``walk`` finds the segments; what can be said of all
segments at once is said here. Arrays that are long are asked by ``take``, which is up to three times as fast as an index.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import numpy as np

from whoheld.timeline.coding import Coded, Flags, Ints
from whoheld.timeline.compiling import Fold, fold_of
from whoheld.timeline.rows import (
    ACTOR,
    AGAINST,
    AREA,
    ARTICLE,
    ARTICLE_LOW,
    BACKERS,
    CHANGE,
    CLAIM,
    CLAIMED,
    DAY,
    EARLIEST,
    FIRM,
    HEAD,
    HELD,
    KNOWN,
    LAST_SEEN,
    N_PARTIES,
    NO_ONE,
    NONE,
    OFFSET,
    OTHER,
    PARTIAL,
    PARTIES,
    PLACE,
    REPORT,
    SAYS,
    SEEN,
    SEGMENT,
    SIDE,
    SINCE,
    START,
    STATUS,
    VOICE,
)

_BATCH = 1 << 15
"""Observations folded at once: plain Python, which works on lists, takes more than a kilobyte for each."""
_SORTED = 1 << 20
"""Observations put into batches at once."""
_KINDS = 3
_SURROUNDINGS, _OWN, _RECAP = range(_KINDS)
"""The stories that are told of a place, each apart."""
_SEGMENT_COLUMNS = AREA + 1
WHOLE, PART, SURROUNDINGS = range(3)


class Lists(NamedTuple):
    """Lists one after the other, and how long each is."""

    values: Ints
    lengths: Ints


class Intervals(NamedTuple):
    """Intervals, by group, then time; days are ordinals, ``NONE`` is open. See ``model.Control``.

    Attributes:
        group: which group of observations an interval belongs to.
        claims, against: positions of claims, sorted.
    """

    group: Ints
    status: Ints
    actor: Ints
    parties: Lists
    extent: Ints
    earliest: Ints
    since: Ints
    end: Ints
    latest: Ints
    independent: Ints
    reported: Ints
    claims: Lists
    against: Lists


def fold(coded: Coded, rows: Ints | None = None, lend: Callable[[Ints, Ints, Ints], None] | None = None) -> Iterator[Intervals]:
    """The intervals of places, some places at a time, sorted by place, then time.

    Args:
        coded: observations.
        rows: which of them are folded; each once without it.
        lend: is given some of the observations, their positions in ``coded`` and their places, and may change their voices.
    """
    place = coded.place if rows is None else coded.place.take(rows)
    if not len(place):
        return
    how = fold_of(len(place))

    def one(batch: Ints) -> Intervals:
        own, of_own = batch if rows is None else rows.take(batch), place.take(batch)
        obs = coded.obs.take(own, axis=0)
        if lend:
            lend(obs, own, of_own)
        return _fold(coded, obs, own, of_own, how)

    with ThreadPoolExecutor(os.cpu_count() if how.takes_arrays else 1) as pool:
        yield from pool.map(one, _batches(place, pool))


def _batches(place: Ints, pool: ThreadPoolExecutor) -> list[Ints]:
    """The positions of observations in batches: of about as many as are folded at once, all of a place in one."""
    ends = np.cumsum(np.bincount(place))
    full = np.unique(ends // _BATCH, return_inverse=True)[1]
    batch = full.astype(np.min_scalar_type(int(full[-1])))

    def parted(first: int) -> list[Ints]:
        of_rows = batch.take(place[first : first + _SORTED])
        order = first + np.argsort(of_rows, kind="stable")  # which for small numbers takes no longer than to read them
        return np.split(order, np.cumsum(np.bincount(of_rows, minlength=full[-1] + 1))[:-1])

    parts = zip(*pool.map(parted, range(0, len(place), _SORTED)), strict=True)
    return [batch for batch in map(np.concatenate, parts) if len(batch)]


def _fold(coded: Coded, obs: Ints, rows: Ints, group: Ints, how: Fold) -> Intervals:
    kind = np.where(coded.recap.take(rows), _RECAP, np.where(coded.area.take(rows), _SURROUNDINGS, _OWN))
    story = group.astype(np.int64) * _KINDS + kind
    _sharpen(obs, story, coded, how)
    order = _order(story, obs)
    obs, rows = obs.take(order, axis=0), rows.take(order)
    groups, places = _places(*np.divmod(story.take(order), _KINDS))
    found = np.empty((len(obs) + 1) * SEGMENT, np.int32)
    pool, backers, against, end = _walk(how, coded, obs.reshape(-1), places.reshape(-1) * REPORT, found)
    segments = found[:end].reshape(-1, SEGMENT)
    reports = (Reports(_between(runs[2:].reshape(-1, 2) // REPORT), obs, rows, coded) for runs in (backers, against))
    return described(segments, groups, pool, *reports)


def _walk(how: Fold, coded: Coded, obs: Ints, places: Ints, segments: Ints) -> tuple[Ints, Ints, Ints, int]:
    """The pool of parties, the runs for and against the segments, which are put into ``segments``, and where these end."""
    given = (obs, places, coded.above.reshape(-1), coded.side_of)
    if how.takes_arrays:
        return _walk_arrays(how, given, coded, segments, len(obs))
    plain, end, pool = segments.tolist(), [0, 0], [NO_ONE] * HEAD
    told = how.walk(*(column.tolist() for column in given), coded.window, coded.agree, plain, end, pool, [NO_ONE] * HEAD)
    segments[:] = plain
    return np.array(pool), *told, end[0]


def _walk_arrays(how: Fold, given: Sequence[Ints], coded: Coded, segments: Ints, room: int) -> tuple[Ints, Ints, Ints, int]:
    size, pool, links = np.zeros(2, np.int64), np.empty(room, np.int64), np.empty(room, np.int64)
    pool[:2] = links[:2] = 1, room
    try:
        told = how.walk(*given, coded.window, coded.agree, segments, size, pool, links)
    except IndexError:  # long disputes that are settled again and again
        return _walk_arrays(how, given, coded, segments, 4 * room)
    return pool[: pool[0] + 1], *told, int(size[0])


def _between(runs: Ints) -> Ints:
    """The positions in runs of them, one run after the other."""
    begins, lengths = runs[:, 0], runs[:, 1] - runs[:, 0]
    return np.repeat(begins - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())


def _sharpen(obs: Ints, story: Ints, coded: Coded, how: Fold) -> None:
    """Give each imprecise change the days of the most precise report of it."""
    changes = np.flatnonzero((obs[:, CHANGE] == 1) & (obs[:, START] != NONE))
    wide = obs[changes, START] < obs[changes, DAY]
    if not wide.any():
        return
    concerned = np.zeros(int(story.max()) + 1, bool)
    concerned[story[changes[wide]]] = True
    changes = changes[concerned[story[changes]]]
    changes = changes[np.lexsort((obs[changes, DAY], story[changes]))]
    ends = np.append(np.flatnonzero(np.diff(story[changes])) + 1, len(changes))
    best = np.full(len(changes), NO_ONE)
    columns = (obs.reshape(-1), coded.above.reshape(-1), changes * REPORT, ends)
    if how.takes_arrays:
        how.sharpen(*columns, best)
    else:
        plain = best.tolist()
        how.sharpen(*(column.tolist() for column in columns), plain)
        best = np.array(plain)
    found = best != NO_ONE
    for column in (START, DAY, SEEN):
        obs[changes[found], column] = obs[best[found] // REPORT, column]


def _order(story: Ints, obs: Ints) -> Ints:
    """By story, day and publication; then what was seen before what changed, and by where in an article it stands."""
    day, known = obs[:, DAY].astype(np.int64), obs[:, KNOWN].astype(np.int64)
    day, known = day - day.min(), known - known.min()
    days, publications = int(day.max()) + 1, int(known.max()) + 1
    if (int(story.max()) + 1) * days * publications >= np.iinfo(np.int64).max:
        raise OverflowError("the days of these observations lie too far apart")
    keys = (story * days + day) * publications + known
    order = np.argsort(keys)
    equal = np.diff(keys.take(order)) == 0
    tied = np.flatnonzero(np.append(equal, False) | np.append(False, equal))
    among = order[tied]
    last = [obs[among, column] for column in (ACTOR, CLAIM, OFFSET, ARTICLE_LOW, ARTICLE)]
    order[tied] = among[np.lexsort((*last, obs[among, OTHER] != NO_ONE, obs[among, SAYS], obs[among, CHANGE], keys[among]))]
    return order


def _places(group: Ints, kind: Ints) -> tuple[Ints, Ints]:
    """The groups, and of each where its observations begin, its own, its recaps, and where they end."""
    begins = np.flatnonzero(np.diff(group, prepend=-1))
    ends = np.append(begins[1:], len(group))
    own = begins + np.add.reduceat(kind == _SURROUNDINGS, begins)
    recaps = ends - np.add.reduceat(kind == _RECAP, begins)
    return group[begins], np.stack((begins, own, recaps, ends), axis=1)


class Reports:
    """The observations that stand for, or against, each of a run of segments, one segment after the other."""

    def __init__(self, which: Ints, obs: Ints, rows: Ints, coded: Coded) -> None:
        self.obs = obs.take(which, axis=0)
        self.rows = rows.take(which)
        self.coded = coded
        self.recap = coded.recap.take(self.rows)

    def of(self, segment: Ints, column: int) -> Lists:
        """The distinct values of a column by segment, sorted."""
        values = self.obs[:, column]
        bits = int(values.max(initial=0) + 1).bit_length()
        keys = (segment << bits) + (values + 1)
        keys = np.sort(keys.astype(np.min_scalar_type(int(keys.max(initial=0)))))  # small numbers are sorted twice as fast
        distinct = keys[np.append(True, keys[1:] != keys[:-1])[: len(keys)]].astype(np.int64)
        return Lists(
            (distinct & ((1 << bits) - 1)) - 1, np.bincount(distinct >> bits, minlength=int(segment.max(initial=-1)) + 1)
        )


def described(segments: Ints, groups: Ints, pool: Ints, backers: Reports, against: Reports) -> Intervals:
    """The intervals that segments are.

    Args:
        segments: by the columns of ``rows``; of reports for and against each there stands how many they are.
        groups: the groups that they name as their places.
        pool: the parties.
        backers: the reports for them, segment by segment.
        against: those against them.
    """
    if not len(segments):
        return _NOTHING
    every = np.arange(len(segments))
    of_backer, of_opponent = np.repeat(every, segments[:, BACKERS]), np.repeat(every, segments[:, AGAINST])
    begins = np.cumsum(segments[:, BACKERS]) - segments[:, BACKERS]
    held = segments[:, STATUS] == HELD
    actor = np.where(held, pool[np.minimum(segments[:, PARTIES], len(pool) - 1)], NO_ONE)
    speaks = np.append(backers.coded.side_of, NO_ONE).take(actor.take(of_backer)) != backers.obs[:, SIDE]
    independent = np.logical_or.reduceat(speaks & (backers.obs[:, FIRM] == 1), begins)
    partial = np.logical_and.reduceat((backers.obs[:, PARTIAL] == 1) | backers.recap, begins)
    end, latest = _ends(segments)
    claims = backers.of(of_backer, CLAIM)
    return Intervals(
        group=groups[segments[:, PLACE]],
        status=np.where(held & ~independent, CLAIMED, segments[:, STATUS]),
        actor=actor,
        parties=_parties(segments, held, pool),
        extent=np.where(segments[:, AREA] == 1, SURROUNDINGS, np.where(partial, PART, WHOLE)),
        earliest=segments[:, EARLIEST],
        since=segments[:, SINCE],
        end=end,
        latest=latest,
        independent=backers.of(of_backer, VOICE).lengths,
        reported=_reported(backers, begins),
        claims=claims,
        against=_without(against, of_opponent, claims, len(segments)),
    )


def _ends(segments: Ints) -> tuple[Ints, Ints]:
    """The first day on which the next segment may have begun, but never before this one's core; and on which it had."""
    after = segments[1:]
    open_start = after[:, EARLIEST] == NONE
    first = np.where(open_start, segments[:-1, LAST_SEEN] + 1, after[:, EARLIEST])
    end = np.maximum(segments[:-1, SINCE], np.minimum(after[:, SINCE], first))
    same = segments[:-1, PLACE] == after[:, PLACE]
    return np.append(np.where(same, end, NONE), NONE), np.append(np.where(same, after[:, SINCE], NONE), NONE)


def _parties(segments: Ints, held: Flags, pool: Ints) -> Lists:
    """Everyone whom an interval names beside a holder."""
    lengths = np.where(held, 0, segments[:, N_PARTIES])
    which = np.repeat(segments[:, PARTIES] - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())
    values, owner = pool[which], np.repeat(np.arange(len(segments)), lengths)
    named = values >= 0
    return Lists(values[named], np.bincount(owner[named], minlength=len(segments)))


def _reported(backers: Reports, begins: Ints) -> Ints:
    """The last day on which the state itself was reported; a recap years later is no report that it lasts."""
    day = np.where(backers.coded.fresh.take(backers.rows), backers.obs[:, KNOWN], backers.obs[:, DAY])
    return np.maximum.reduceat(np.where(backers.recap, NONE, day), begins)


def _without(against: Reports, of_opponent: Ints, claims: Lists, count: int) -> Lists:
    """The claims against, but for those that are also for it."""
    found = against.of(of_opponent, CLAIM)
    owner, backed = np.repeat(np.arange(len(found.lengths)), found.lengths), np.repeat(np.arange(count), claims.lengths)
    span = int(max(found.values.max(initial=0), claims.values.max(initial=0))) + 1
    keys, backing = owner * span + found.values, backed * span + claims.values
    alone = backing[np.minimum(np.searchsorted(backing, keys), len(backing) - 1)] != keys
    return Lists(found.values[alone], np.bincount(owner[alone], minlength=count))


_NONE: Any = np.empty(0, np.int32)
_EMPTY: Any = (Lists(_NONE, _NONE) if name in {"parties", "claims", "against"} else _NONE for name in Intervals._fields)
_NOTHING = Intervals(*_EMPTY)
