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
    BACKERS,
    CHANGE,
    CLAIM,
    CLAIMED,
    DAY,
    EARLIEST,
    END,
    EXTENT,
    FIRM,
    FIRST,
    HEAD,
    HELD,
    KNOWN,
    LAST_SEEN,
    N_PARTIES,
    NEWS,
    NO_ONE,
    NONE,
    OFFSET,
    OTHER,
    PART,
    PARTIES,
    PLACE,
    RECAP,
    REPORT,
    SAYS,
    SEEN,
    SEGMENT,
    SIDE,
    SINCE,
    START,
    STATUS,
    SURROUNDINGS,
    TELLING,
    VOICE,
    WHOLE,
)

_BATCH = 1 << 15
"""Observations folded at once: plain Python, which works on lists, takes more than a kilobyte for each."""
_SORTED = 1 << 20
"""Observations put into batches at once."""
_KINDS = 3
_AROUND, _OWN, _RECAP = range(_KINDS)
"""The stories that are told of a place, each apart."""


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

    def one(parts: Sequence[Ints]) -> Intervals:
        batch = np.concatenate(parts)
        own, of_own = batch if rows is None else rows.take(batch), place.take(batch)
        obs = coded.obs.take(own, axis=0)
        if lend:
            lend(obs, own, of_own)
        return _fold(coded, obs, own, of_own, how)

    with ThreadPoolExecutor(os.cpu_count() if how.takes_arrays else 1) as pool:
        yield from pool.map(one, _batches(place, pool))


def _batches(place: Ints, pool: ThreadPoolExecutor) -> list[Sequence[Ints]]:
    """The positions of observations in batches: of about as many as are folded at once, all of a place in one, and in parts."""
    ends = np.cumsum(np.bincount(place))
    full = np.unique(ends // _BATCH, return_inverse=True)[1]
    batch = full.astype(np.min_scalar_type(int(full[-1])))

    def parted(first: int) -> list[Ints]:
        of_rows = batch.take(place[first : first + _SORTED])
        order = first + np.argsort(of_rows, kind="stable")  # which for small numbers takes no longer than to read them
        return np.split(order, np.cumsum(np.bincount(of_rows, minlength=full[-1] + 1))[:-1])

    batches = zip(*pool.map(parted, range(0, len(place), _SORTED)), strict=True)
    return [parts for parts in batches if any(map(len, parts))]


def _fold(coded: Coded, obs: Ints, rows: Ints, group: Ints, how: Fold) -> Intervals:
    kind = np.where(obs[:, TELLING] == RECAP, _RECAP, np.where(obs[:, EXTENT] == SURROUNDINGS, _AROUND, _OWN))
    story = group.astype(np.int64) * _KINDS + kind
    _sharpen(obs, story, coded, how)
    order, keys = _by_day(story, obs)
    obs = obs.take(order, axis=0)
    _order_ties(obs, keys, lambda tied: coded.articles(rows.take(order.take(tied))))
    groups, places = _places(story)
    found = np.empty((len(obs) + 1) * SEGMENT, np.int32)
    pool, backers, against, end = _walk(how, coded, obs.reshape(-1), places.reshape(-1) * REPORT, found)
    segments = found[:end].reshape(-1, SEGMENT)
    reports = (obs.take(_between(runs[2:].reshape(-1, 2) // REPORT), axis=0) for runs in (backers, against))
    segments[:, PLACE] = groups.take(segments[:, PLACE])
    return described(segments, pool, coded.side_of, *reports)


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
    dated = np.flatnonzero(obs[:, START] != NONE)
    changes = dated[obs[dated, CHANGE] == 1]
    wide = obs[changes, START] < obs[changes, DAY]
    if not wide.any():
        return
    concerned = np.zeros(int(story.max()) + 1, bool)
    concerned[story[changes[wide]]] = True
    changes = changes[concerned[story[changes]]]
    day = obs[changes, DAY].astype(np.int64)
    order, _ = _sorted(story[changes] * (int(np.ptp(day)) + 1) + day - day.min())
    changes = changes[order]
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


def _by_day(story: Ints, obs: Ints) -> tuple[Ints, Ints]:
    """The order by story, day and publication, and a number for each of these, sorted."""
    day, known = obs[:, DAY].astype(np.int64), obs[:, KNOWN].astype(np.int64)
    first, day, known = story.min(), day - day.min(), known - known.min()
    days, publications = int(day.max()) + 1, int(known.max()) + 1
    if (int(story.max() - first) + 1) * days * publications >= np.iinfo(np.int64).max:
        raise OverflowError("the days of these observations lie too far apart")
    return _sorted(((story - first) * days + day) * publications + known)


def _order_ties(obs: Ints, keys: Ints, articles: Callable[[Ints], Ints]) -> None:
    """Put those of one day and publication in order.

    What was seen goes before what changed: looks by whom they see and in whose voice, changes by where in an article they stand.
    """
    same = np.flatnonzero(keys[1:] == keys[:-1])
    tied = np.union1d(same, same + 1)
    obs[tied, ARTICLE] = articles(tied)
    some = obs.take(tied, axis=0)
    looks = [np.where(some[:, CHANGE] == 1, NO_ONE, some[:, column]) for column in (VOICE, ACTOR)]
    last = [some[:, column] for column in (ACTOR, CLAIM, OFFSET, ARTICLE)]
    obs[tied] = some[np.lexsort((*last, some[:, OTHER] != NO_ONE, *looks, some[:, SAYS], some[:, CHANGE], keys[tied]))]


def _sorted(keys: Ints) -> tuple[Ints, Ints]:
    """The order of keys, of equal ones that in which they come, and the keys in it.

    Mostly there is room for their positions in the same numbers: sorted together they take a third of the time.
    """
    bits = len(keys).bit_length()
    if int(keys.max()) >> (63 - bits):
        order = np.argsort(keys, kind="stable")
        return order, keys.take(order)
    both = np.sort((keys << bits) | np.arange(len(keys)))
    return both & ((1 << bits) - 1), both >> bits


def _places(story: Ints) -> tuple[Ints, Ints]:
    """The groups that stories are of, sorted; of each where its observations begin, its own, its recaps, and where they end."""
    first, last = int(story.min()) // _KINDS, int(story.max()) // _KINDS
    counts = np.bincount(story - first * _KINDS, minlength=(last - first + 1) * _KINDS)
    ends = np.cumsum(counts)
    places = np.column_stack(((ends - counts)[::_KINDS], ends.reshape(-1, _KINDS)))
    groups = np.flatnonzero(places[:, FIRST] < places[:, END])
    return groups + first, places[groups]


def _distinct(values: Ints, segment: Ints, count: int) -> Lists:
    """The distinct values by segment, sorted; they come segment by segment."""
    values = values + 1
    bits = int(values.max(initial=0)).bit_length()
    least = np.min_scalar_type(count << bits)  # small numbers are sorted twice as fast
    first = segment.astype(least) << least.type(bits)
    keys = np.sort(first + values.astype(least))
    new = np.append(True, keys[1:] != keys[:-1])[: len(keys)]
    return Lists((keys - first)[new].astype(np.int64) - 1, np.bincount(segment[new], minlength=count))


def described(segments: Ints, pool: Ints, side_of: Ints, backers: Ints, against: Ints) -> Intervals:
    """The intervals that segments are.

    Args:
        segments: by the columns of ``rows``; their groups are their places, and of reports for and against each there stands how
            many they are.
        pool: the parties.
        side_of: of each actor its side.
        backers: the observations for them, segment by segment.
        against: those against them.
    """
    if not len(segments):
        return _NOTHING
    count = len(segments)
    every = np.arange(count)
    of_backer, of_opponent = np.repeat(every, segments[:, BACKERS]), np.repeat(every, segments[:, AGAINST])
    begins = np.cumsum(segments[:, BACKERS]) - segments[:, BACKERS]
    held = segments[:, STATUS] == HELD
    actor = np.where(held, pool[np.minimum(segments[:, PARTIES], len(pool) - 1)], NO_ONE)
    speaks = np.append(side_of, NO_ONE).take(actor).take(of_backer) != backers[:, SIDE]
    independent = np.logical_or.reduceat(speaks & (backers[:, FIRM] == 1), begins)
    recap = backers[:, TELLING] == RECAP
    partial = np.logical_and.reduceat((backers[:, EXTENT] == PART) | recap, begins)
    end, latest = _ends(segments)
    claims = _distinct(backers[:, CLAIM], of_backer, count)
    return Intervals(
        group=segments[:, PLACE],
        status=np.where(held & ~independent, CLAIMED, segments[:, STATUS]),
        actor=actor,
        parties=_parties(segments, held, pool),
        extent=np.where(segments[:, AREA] == 1, SURROUNDINGS, np.where(partial, PART, WHOLE)),
        earliest=segments[:, EARLIEST],
        since=segments[:, SINCE],
        end=end,
        latest=latest,
        independent=_distinct(backers[:, VOICE], of_backer, count).lengths,
        reported=_reported(backers, begins),
        claims=claims,
        against=_without(_distinct(against[:, CLAIM], of_opponent, count), claims, count),
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


def _reported(backers: Ints, begins: Ints) -> Ints:
    """The last day on which the state itself was reported; a recap years later is no report that it lasts."""
    day = np.where(backers[:, TELLING] == NEWS, backers[:, KNOWN], backers[:, DAY])
    return np.maximum.reduceat(np.where(backers[:, TELLING] == RECAP, NONE, day), begins)


def _without(found: Lists, claims: Lists, count: int) -> Lists:
    """The claims against, but for those that are also for it."""
    owner, backed = np.repeat(np.arange(count), found.lengths), np.repeat(np.arange(count), claims.lengths)
    span = int(max(found.values.max(initial=0), claims.values.max(initial=0))) + 1
    keys, backing = owner * span + found.values, backed * span + claims.values
    alone = backing[np.minimum(np.searchsorted(backing, keys), len(backing) - 1)] != keys
    return Lists(found.values[alone], np.bincount(owner[alone], minlength=count))


_NONE: Any = np.empty(0, np.int32)
_EMPTY: Any = (Lists(_NONE, _NONE) if name in {"parties", "claims", "against"} else _NONE for name in Intervals._fields)
_NOTHING = Intervals(*_EMPTY)
