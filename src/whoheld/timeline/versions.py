"""What each observation of a place says on which days: later reports make a date precise, or a voice another's.

Two things that are published later change how an earlier report counts, and so make another version of it: a more precise report
of the same change, whose days it then takes, and a text that shows two others to be reprints of one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from whoheld.timeline.coding import Coded, Ints
from whoheld.timeline.rows import ACTOR, ARTICLE, CHANGE, DAY, EXTENT, KNOWN, NONE, SAYS, SEEN, SIDE, START, SURROUNDINGS, VOICE
from whoheld.timeline.segments import kin

Lend = Callable[[Ints, Ints, Ints], None]
"""See ``fold.fold``."""


class Version(NamedTuple):
    """An observation as it counts from one day up to another (ordinals): its row, and its columns by ``rows``."""

    row: int
    obs: tuple[int, ...]
    first: int
    last: int


class _Span(NamedTuple):
    """From which day on some columns of an observation have other values."""

    day: int
    values: Mapping[int, int]


def versions(coded: Coded, rows: Ints, gone: Ints, reprinted: Ints, lend: Lend) -> list[Version]:
    """The versions of a place's observations.

    Args:
        coded: observations.
        rows: those of the place.
        gone: of each of these the day on which it is retracted.
        reprinted: those of them, by their places in ``rows``, whose articles are reprints.
        lend: lets reprints speak in one voice.
    """
    obs = coded.obs[rows]
    obs[:, ARTICLE] = coded.articles(rows)
    other = _sharper(obs, gone, coded.above.reshape(-1).tolist())
    for at, span in _borrowed(obs[reprinted], gone[reprinted], lambda lent, which: lend(lent, rows[reprinted[which]], which * 0)):
        other.setdefault(int(reprinted[at]), []).append(span)
    return [
        version
        for at, (row, end) in enumerate(zip(rows.tolist(), gone.tolist(), strict=True))
        for version in _versions(row, obs[at].tolist(), end, other.get(at, ()))
    ]


def _versions(row: int, obs: list[int], gone: int, others: Sequence[_Span]) -> Iterator[Version]:
    first = obs[KNOWN]
    for day, values in sorted(others, key=lambda span: span.day):
        if first < day < gone:
            yield Version(row, tuple(obs), first, day)
        if day < gone:
            first = max(first, day)
            for column, value in values.items():
                obs[column] = value
    if first < gone:
        yield Version(row, tuple(obs), first, gone)


def _sharper(obs: Ints, gone: Ints, above: list[int]) -> dict[int, list[_Span]]:
    """Of each imprecise change the days from which it takes those of a more precise report; see ``sharpen``."""
    dated = np.flatnonzero((obs[:, CHANGE] == 1) & (obs[:, START] != NONE))
    start, day = obs[dated, START], obs[dated, DAY]
    area = obs[:, EXTENT] == SURROUNDINGS
    found: dict[int, list[_Span]] = {}
    for at in np.flatnonzero(start < day).tolist():
        wide = int(dated[at])
        within = (start >= start[at]) & (day <= day[at]) & (day - start < day[at] - start[at])
        within &= (obs[dated, SAYS] == obs[wide, SAYS]) & (area[dated] == area[wide])
        narrow = [n for n in dated[within].tolist() if kin(above, int(obs[n, ACTOR]), int(obs[wide, ACTOR]))]
        order = sorted(narrow, key=lambda n: (obs[n, DAY] - obs[n, START], -obs[n, DAY], n))
        if order:
            found[wide] = list(_sharpest(obs, gone, wide, order))
    return found


def _sharpest(obs: Ints, gone: Ints, wide: int, order: Sequence[int]) -> Iterator[_Span]:
    """The days on which another of some reports, the most precise first, becomes the most precise that counts."""
    for day in sorted({int(end) for n in order for end in (max(obs[n, KNOWN], obs[wide, KNOWN]), gone[n])}):
        best = next((n for n in order if obs[n, KNOWN] <= day < gone[n]), wide)
        yield _Span(day, {column: int(obs[best, column]) for column in (START, DAY, SEEN)})


def _borrowed(obs: Ints, gone: Ints, lend: Callable[[Ints, Ints], None]) -> Iterator[tuple[int, _Span]]:
    """Of reprints the days from which one speaks in another's voice."""
    for day in np.unique([obs[:, KNOWN], gone]).tolist():
        counts = np.flatnonzero((obs[:, KNOWN] <= day) & (gone > day))
        lent = obs[counts]
        lend(lent, counts)
        for at, said in zip(counts.tolist(), lent[:, [VOICE, SIDE]].tolist(), strict=True):
            yield at, _Span(day, dict(zip((VOICE, SIDE), said, strict=True)))
