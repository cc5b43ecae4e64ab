"""The fold of one place as news of it comes in: what was folded of earlier days is not folded again.

An observation can change only the last segment there is, or begin others after it. So from a copy of the last segment, kept at
the end of each day, the fold can go on as if nothing had followed. A report that comes in is put where its day is, and the fold
goes on from the day before: news of yesterday costs the same however long the history of a place is.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from whoheld.timeline.coding import Coded
from whoheld.timeline.rows import (
    ACTOR,
    AFTER,
    AGAINST,
    AREA,
    ARTICLE,
    BACKERS,
    CHANGE,
    CLAIM,
    DAY,
    EXTENT,
    HEAD,
    KNOWN,
    NO_ONE,
    OFFSET,
    OTHER,
    PARTIES,
    RECAP,
    REPORT,
    SAYS,
    SEGMENT,
    SINCE,
    SURROUNDINGS,
    TELLING,
    VOICE,
    Here,
    count,
    cut,
)
from whoheld.timeline.segments import members, parties
from whoheld.timeline.versions import Version
from whoheld.timeline.walk import step, supported

_NO_SEGMENT = (NO_ONE,) * SEGMENT


class Segment(NamedTuple):
    """A segment, by the columns of ``rows``, with its parties and the versions of observations for and against it."""

    columns: tuple[int, ...]
    parties: list[int]
    backers: list[Version]
    against: list[Version]


class _Mark(NamedTuple):
    """Where the fold can go on: the next observation, how much there was of everything, and the last segment as it then was."""

    at: int
    size: int
    pool: int
    links: int
    last: tuple[int, ...]


class _Run:
    """Observations in their order, and the segments that they make."""

    def __init__(self, coded: Coded) -> None:
        law = (coded.above.reshape(-1).tolist(), coded.side_of.tolist(), coded.window, coded.agree)
        self.here = Here([], *law, [], [0, 0], [NO_ONE] * HEAD, [NO_ONE] * HEAD)
        self._ordered: list[tuple[tuple[int, ...], Version]] = []
        self._marks = [_Mark(0, 0, HEAD, HEAD, _NO_SEGMENT)]

    def __len__(self) -> int:
        return self.here.size[0] // SEGMENT

    def change(self, gone: Sequence[Version], come: Sequence[Version]) -> int:
        """Take versions out and put others in; returns how many segments are as they were."""
        if not gone and not come:
            return len(self)
        for version in gone:
            at = bisect_left(self._ordered, (_order(version), version))
            del self._ordered[at]
            del self.here.obs[at * REPORT : (at + 1) * REPORT]
        for version in come:
            at = bisect_left(self._ordered, (_order(version), version))
            self._ordered.insert(at, (_order(version), version))
            self.here.obs[at * REPORT : at * REPORT] = version.obs
            self.here.segments.extend(_NO_SEGMENT)
        first = min(_order(version)[:2] for version in (*gone, *come))
        return self._go_on(bisect_left(self._ordered, (first,)) * REPORT)

    def _go_on(self, first: int) -> int:
        while self._marks[-1].at > first:
            self._marks.pop()
        here, (at, size, pool, links, last) = self.here, self._marks[-1]
        cut(here.pool, pool)
        cut(here.links, links)
        here.size[0] = size
        here.segments[max(0, size - SEGMENT) : size] = last if size else ()
        for side in (BACKERS, AGAINST):
            if last[side] != NO_ONE:
                here.links[last[side + 1] + AFTER] = NO_ONE
        while at < len(here.obs):
            at = step(here, at, len(here.obs))
            end = here.size[0]
            last = tuple(here.segments[end - SEGMENT : end]) if end else _NO_SEGMENT
            self._marks.append(_Mark(at, end, count(here.pool), count(here.links), last))
        return max(0, size // SEGMENT - 1)

    def since(self, number: int) -> int:
        """The day since which a segment is certain."""
        return self.here.segments[number * SEGMENT + SINCE]

    def segment(self, number: int) -> Segment:
        """A segment by its number."""
        at = number * SEGMENT
        told = ([self._ordered[seen // REPORT][1] for seen in members(self.here, at, side)] for side in (BACKERS, AGAINST))
        return Segment(tuple(self.here.segments[at : at + SEGMENT]), parties(self.here, at), *told)


class Advance:
    """A place, day by day of its news."""

    def __init__(self, coded: Coded) -> None:
        self._around, self._own = _Run(coded), _Run(coded)
        self._early = 0
        self._recaps: dict[Version, int | None] = {}

    def days(self, versions: Iterable[Version]) -> Iterator[tuple[int, int, list[Segment]]]:
        """Each day of news, how many of the segments are as they were, and the others as they are now."""
        news: dict[int, tuple[list[Version], list[Version]]] = {}
        for version in versions:
            news.setdefault(version.first, ([], []))[1].append(version)
            news.setdefault(version.last, ([], []))[0].append(version)
        for day in sorted(news):
            kept = self._change(*news[day])
            yield day, kept, list(self._segments(kept))

    def _change(self, gone: Sequence[Version], come: Sequence[Version]) -> int:
        around, own = (
            run.change(*([v for v in some if not _is_recap(v) and _is_around(v) is of_area] for some in (gone, come)))
            for run, of_area in ((self._around, True), (self._own, False))
        )
        early = len(self._around)
        while len(self._own) and early and self._around.since(early - 1) >= self._own.since(0):
            early -= 1
        kept = early + own if early == self._early and around >= early else min(around, early, self._early)
        self._early = early
        moved = [at for version in gone if (at := self._recaps.pop(version, None)) is not None]
        moved += self._support(kept, [version for version in come if _is_recap(version)])
        return max(0, min([kept - 1, *moved]))  # the end of a segment hangs on the next one

    def _support(self, kept: int, come: Sequence[Version]) -> list[int]:
        """Let recaps join the segments that they can speak of; returns the segments that one has joined or left."""
        moved: list[int | None] = []
        here = self._view() if self._recaps or come else self._own.here
        for recap, before in [*self._recaps.items(), *((version, None) for version in come)]:
            is_new = recap not in self._recaps
            found = _supported(here, kept, recap)
            if found is None and before is not None and before < kept:
                found = before
            elif found is None and (is_new or before is not None):
                found = _supported(here, 0, recap)
            self._recaps[recap] = found
            moved += [] if found == before else [found, before]
        return [at for at in moved if at is not None]

    def _view(self) -> Here:
        """The segments of the surroundings that still count, and after them those of the place itself."""
        own, around = self._own.here, self._around.here
        if not self._early:
            return own
        shifted = own.segments[: own.size[0]]
        for at in range(PARTIES, len(shifted), SEGMENT):
            shifted[at] += count(around.pool)
        segments = around.segments[: self._early * SEGMENT] + shifted
        return own._replace(segments=segments, size=[len(segments), 0], pool=around.pool + own.pool)

    def _segments(self, kept: int) -> Iterator[Segment]:
        joined: dict[int, list[Version]] = {}
        for recap, at in self._recaps.items():
            if at is not None:
                joined.setdefault(at, []).append(recap)
        for number in range(kept, self._early + len(self._own)):
            is_early = number < self._early
            told = self._around.segment(number) if is_early else self._own.segment(number - self._early)
            columns = (*told.columns[:AREA], int(is_early))
            yield told._replace(columns=columns, backers=told.backers + joined.get(number, []))


def _supported(here: Here, least: int, recap: Version) -> int | None:
    """The number of the segment that a recap can speak of, no earlier than a number; None where there is none."""
    at = supported(here._replace(obs=list(recap.obs)), 0, least * SEGMENT, 0)
    return None if at == NO_ONE else at // SEGMENT


def _is_recap(version: Version) -> bool:
    return version.obs[TELLING] == RECAP


def _is_around(version: Version) -> bool:
    return version.obs[EXTENT] == SURROUNDINGS


def _order(version: Version) -> tuple[int, ...]:
    """The key by which ``fold`` sorts the observations of a place."""
    obs = version.obs
    looks = (NO_ONE, NO_ONE) if obs[CHANGE] else (obs[ACTOR], obs[VOICE])
    ties = (ARTICLE, OFFSET, CLAIM, ACTOR)
    return (obs[DAY], obs[KNOWN], obs[CHANGE], obs[SAYS], *looks, int(obs[OTHER] != NO_ONE), *(obs[column] for column in ties))
