"""What was known when: the intervals of every place on every day on which something new was published about it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from whoheld.model import Control
from whoheld.timeline import intervals
from whoheld.timeline.advance import Advance, Segment
from whoheld.timeline.coding import Coded, Flags, Ints, code
from whoheld.timeline.fold import Intervals, Lists, described, fold
from whoheld.timeline.independence import Report, Reprints, lenders
from whoheld.timeline.rows import (
    ACTOR,
    AGAINST,
    BACKERS,
    CLAIM,
    N_PARTIES,
    NO_ONE,
    NONE,
    OFFSET,
    PARTIES,
    PLACE,
    REPORT,
    SAYS,
    SEGMENT,
    SIDE,
    VOICE,
)
from whoheld.timeline.rows import KNOWN as PUBLISHED
from whoheld.timeline.versions import versions
from whoheld.timeline.voices import Rules

_AT_ONCE = 1 << 14
"""Observations, counted once for each day on which they were known, that are folded at once: their intervals are compared in
plain Python, which takes kilobytes for each, and so few are not worth compiling the fold: half a gigabyte and a minute."""
_NEVER = np.iinfo(np.int32).max


KNOWN = pa.schema([*intervals.SCHEMA, ("known_from", pa.date32()), ("known_to", pa.date32()), ("order", pa.int32())])
"""The columns of a table of intervals with the days on which they were known, and, of those known now, their order by place."""


class Known(NamedTuple):
    """An interval, and the days on which the published reports gave it: half-open, None is still known so."""

    control: Control
    known_from: dt.date
    known_to: dt.date | None


def nouns(known: pa.Table) -> Iterator[Known]:
    """The rows of a table of known intervals."""
    days = zip(known["known_from"].to_pylist(), known["known_to"].to_pylist(), strict=True)
    controls = intervals.controls(known.select(intervals.SCHEMA.names))
    yield from (Known(control, first, last) for control, (first, last) in zip(controls, days, strict=True))


def now(known: pa.Table) -> pa.Table:
    """The intervals that are known now, by ``intervals.SCHEMA``, sorted by place, then time."""
    current = known.filter(pc.is_valid(known["order"]))
    return current.sort_by([("place_id", "ascending"), ("order", "ascending")]).select(intervals.SCHEMA.names)


class Ledger:
    """Everything that a fold at any known date needs.

    Args:
        observations: a table by ``observations.SCHEMA``, sorted by claim.
        reprints: which articles are near-identical.
        retracted: article id -> the day (ordinal) from which it no longer counts.
        rules: of the policy.
        known_at: nothing published later is in it; None for everything.
    """

    def __init__(
        self, observations: pa.Table, reprints: Reprints, retracted: Mapping[str, int], rules: Rules, known_at: int | None
    ) -> None:
        self.reprints = reprints
        self.retracted = retracted
        self.known_at = known_at
        self._coded = code(observations, rules)
        self._naming = intervals.Naming(self._coded)
        articles = observations["article"].to_pylist() if reprints or retracted else []
        self._reprinted = {row: article for row, article in enumerate(articles) if article in reprints}
        self._gone = np.full(observations.num_rows, _NEVER, np.int32)
        for row, article in enumerate(articles if retracted else ()):
            self._gone[row] = retracted.get(article, _NEVER)

    def intervals(self) -> pa.Table:
        """The intervals of all places as known on the ledger's day, by ``intervals.SCHEMA``."""
        rows = np.flatnonzero(self._counts(self.known_at))
        return self._naming.tables(fold(self._coded, rows, self._lend if self._reprinted else None))

    def unused(self, used: Iterable[str]) -> list[str]:
        """The claims that count on the ledger's day and that no interval rests on, sorted by place, then id."""
        rows = np.flatnonzero(self._counts(self.known_at))
        claims, first = np.unique(self._coded.obs[rows, CLAIM], return_index=True)
        places = self._coded.place[rows[first]]
        named = self._coded.claims.take(pa.array(claims[np.argsort(places, kind="stable")])).to_pylist()
        known = set(used)
        return [claim for claim in named if claim not in known]

    def known(self) -> pa.Table:
        """Every interval with the days on which it was known, by ``KNOWN``, sorted by place, known time, valid time."""
        places = np.argsort(self._coded.place, kind="stable")
        batch: list[_Day] = []
        told: list[pa.Table] = []
        size = 0
        for rows in np.split(places, np.flatnonzero(np.diff(self._coded.place[places])) + 1) if len(places) else ():
            days = list(self._days(rows))
            batch += days
            size += sum(len(each.backers) for day in days for each in day.segments)
            if size > _AT_ONCE:
                told.append(self._runs(batch))
                batch, size = [], 0
        return pa.concat_tables([*told, self._runs(batch)])

    def _counts(self, known_at: int | None) -> Flags:
        if known_at is None:
            return np.equal(self._gone, _NEVER)
        published: Flags = self._coded.obs[:, PUBLISHED] <= known_at
        return np.logical_and(published, self._gone > known_at)

    def _days(self, rows: Ints) -> Iterator["_Day"]:
        """The days on which what is known of a place may change, each with what changes."""
        reprinted = np.array([at for at, row in enumerate(rows.tolist()) if row in self._reprinted], np.int64)
        found = versions(self._coded, rows, self._gone[rows], reprinted, self._lend)
        place, until = int(self._coded.place[rows[0]]), _NEVER if self.known_at is None else self.known_at + 1
        for day, kept, segments in Advance(self._coded).days(found):
            if day < until:
                yield _Day(place, day, kept, segments)

    def _lend(self, obs: Ints, rows: Ints, place: Ints) -> None:
        """Let reprints that say the same of a place speak in the voice of the earliest of them."""
        told = np.flatnonzero(np.isin(rows, np.fromiter(self._reprinted, np.int64)))
        reports = [
            Report(
                int(at),
                (int(place[at]), int(obs[at, SAYS]), int(obs[at, ACTOR])),
                article,
                (int(obs[at, PUBLISHED]), article, int(obs[at, OFFSET]), int(obs[at, CLAIM])),
            )
            for at in told
            for article in [self._reprinted[int(rows[at])]]
        ]
        lent = lenders(reports, self.reprints)
        borrowers, sources = np.fromiter(lent, np.int64), np.fromiter(lent.values(), np.int64)
        for column in (VOICE, SIDE):
            obs[borrowers, column] = obs[sources, column]

    def _runs(self, days: Sequence["_Day"]) -> pa.Table:
        """The intervals of some places over the days on which they were known."""
        if not days:
            return KNOWN.empty_table()
        found = _described(days, self._coded)
        ends = np.cumsum([0, *(len(day.segments) for day in days)])
        place = np.array([day.place for day in days])[found.group]
        since, claims = found.since.tolist(), _lists(found.claims)
        runs = sorted(
            _runs(days, _keys(found), ends.tolist()), key=lambda run: (place[run.at], run.first, since[run.at], claims[run.at])
        )
        table = self._naming.table(found, place).take(pa.array([run.at for run in runs], pa.int64()))
        first, last = ([run.first for run in runs], [NONE if run.last is None else run.last for run in runs])
        told = [*table.columns, intervals.days(np.array(first, np.int32)), intervals.days(np.array(last, np.int32))]
        return pa.Table.from_arrays([*told, pa.array([run.order for run in runs], pa.int32())], schema=KNOWN)


class _Day(NamedTuple):
    """What changes of a place on a day: how many segments are as they were, and those after them."""

    place: int
    day: int
    kept: int
    segments: list[Segment]


class _Run(NamedTuple):
    """An interval, by its position, the days on which it was known, and its place among those that are known now."""

    at: int
    first: int
    last: int | None
    order: int | None


def _runs(days: Sequence[_Day], keys: Sequence[bytes], ends: Sequence[int]) -> Iterator[_Run]:
    standing: list[_Run] = []
    for number, day in enumerate(days):
        if number and days[number - 1].place != day.place:
            yield from _last(standing)
            standing = []
        before = {keys[run.at]: run for run in standing[day.kept :]}
        now = range(ends[number], ends[number + 1])
        standing[day.kept :] = [before.pop(keys[at], _Run(at, day.day, None, None)) for at in now]
        yield from (run._replace(last=day.day) for run in before.values())
    yield from _last(standing)


def _last(standing: Sequence[_Run]) -> Iterator[_Run]:
    """Those that are known now, in their order."""
    return (run._replace(order=order) for order, run in enumerate(standing))


def _described(days: Sequence[_Day], coded: Coded) -> Intervals:
    """The intervals of all days, one day after the other."""
    told = [segment for day in days for segment in day.segments]
    columns = np.array([segment.columns for segment in told], np.int64).reshape(-1, SEGMENT)
    columns[:, PLACE] = np.repeat(np.arange(len(days)), [len(day.segments) for day in days])
    pool = [party for segment in told for party in segment.parties]
    columns[:, N_PARTIES] = [len(segment.parties) for segment in told]
    columns[:, PARTIES] = np.cumsum(columns[:, N_PARTIES]) - columns[:, N_PARTIES]
    reports = []
    for at, name in ((BACKERS, "backers"), (AGAINST, "against")):
        found = [getattr(segment, name) for segment in told]
        columns[:, at] = list(map(len, found))
        flat = list(chain.from_iterable(found))
        reports.append(np.array([version.obs for version in flat], np.int32).reshape(-1, REPORT))
    return described(columns, np.array(pool or [NO_ONE]), coded.side_of, *reports)


def _keys(found: Intervals) -> list[bytes]:
    """What an interval says, in bytes: equal for equal intervals."""
    scalars = np.stack([column for column in found if isinstance(column, np.ndarray)][1:], axis=1).astype(np.int32)
    lists = [_lists(some) for some in (found.parties, found.claims, found.against)]
    return [
        scalars[at].tobytes() + b"|".join(np.array(some[at], np.int32).tobytes() for some in lists) for at in range(len(scalars))
    ]


def _lists(lists: Lists) -> list[list[int]]:
    """The lists themselves."""
    ends, values = np.append(0, np.cumsum(lists.lengths)).tolist(), lists.values.tolist()
    return [values[first:end] for first, end in pairwise(ends)]
