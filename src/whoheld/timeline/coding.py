"""A table of observations as rows of whole numbers: names become codes in the order of the names."""

import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from whoheld.timeline.names import Names, letters
from whoheld.timeline.rows import (
    ACTOR,
    CHANGE,
    CLAIM,
    DAY,
    EXTENT,
    FIRM,
    KNOWN,
    MOST_ABOVE,
    NO_ONE,
    NONE,
    OFFSET,
    OTHER,
    PART,
    PAST,
    RECAP,
    REPORT,
    SAYS,
    SEEN,
    SIDE,
    START,
    SURROUNDINGS,
    TELLING,
    VOICE,
)
from whoheld.timeline.voices import Rules

Ints = npt.NDArray[np.integer[Any]]
Flags = npt.NDArray[np.bool_]

_NUMBERS = {
    START: "start",
    DAY: "day",
    SEEN: "seen",
    KNOWN: "known",
    SAYS: "says",
    CHANGE: "change",
    FIRM: "firm",
    OFFSET: "offset",
}
"""Columns of a row that are those of the table."""
_AT_ONCE = 1 << 17
"""Rows coded at once by one processor."""
_IN_CACHE = 1 << 12
"""Rows that stay in its cache while their columns are put into them."""
_DIGITS = 16
_NOT_HEX = 1 << 8

Part = Callable[[int, int], Ints]
"""The numbers of a column in the rows from one up to another."""


class Coded(NamedTuple):
    """Observations as rows.

    Attributes:
        obs: by the columns of ``rows``, without ARTICLE; the claim is the position of its id in ``claims``.
        place: of each row the position of its place in ``places``.
        articles: gives of some rows the numbers that go into ARTICLE: the positions of their articles' ids among these, sorted.
        places, actors, claims: the names that stand behind the codes, sorted.
        above: of each actor the bodies that it is part of, then -1; ``side_of``: its side.
        window, agree: the numbers of the policy.
    """

    obs: Ints
    place: Ints
    articles: Callable[[Ints], Ints]
    places: pa.Array
    actors: pa.Array
    claims: pa.Array
    above: Ints
    side_of: Ints
    window: int
    agree: int


def code(observations: pa.Table, rules: Rules) -> Coded:
    """Observations, by ``observations.SCHEMA`` and sorted by claim, as rows."""
    count = observations.num_rows
    places, (place,) = coded(observations["place"])
    actors, (actor, other) = coded(observations["actor"], observations["other"])
    above, side_of, side = _law(actors, observations["side"], rules)
    _, (voice,) = coded(observations["voice"])
    claims, claim = _in_order(observations["claim"])
    columns = {ACTOR: actor, OTHER: other, SIDE: side, VOICE: voice, CLAIM: claim}
    columns |= {column: partial(_numbers, observations[name]) for column, name in _NUMBERS.items()}
    columns |= {EXTENT: partial(_extent, observations), TELLING: partial(_telling, observations)}
    of_place = np.concatenate([np.empty(0, np.int32), *_by_parts(place, count)])
    articles = _articles(_array(observations["article"].unify_dictionaries()))
    obs = _rows(columns, count)
    return Coded(obs, of_place, articles, places, actors, claims, above, side_of, rules.window_days, rules.agree_sources)


def _rows(columns: Mapping[int, Part], count: int) -> Ints:
    """Columns as rows."""
    rows = np.zeros((count, REPORT), np.int32)

    def fill(first: int, upto: int) -> None:
        parts = {number: column(first, upto) for number, column in columns.items()}
        for at in range(0, upto - first, _IN_CACHE):
            for number, part in parts.items():
                rows[first + at : min(first + at + _IN_CACHE, upto), number] = part[at : at + _IN_CACHE]

    _by_parts(fill, count)
    return rows


def _by_parts(task: Callable[[int, int], Any], count: int) -> list[Any]:
    """What a task makes of all rows, some at a time, on all processors."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(lambda first: task(first, min(first + _AT_ONCE, count)), range(0, count, _AT_ONCE)))


def coded(*columns: pa.ChunkedArray) -> tuple[pa.Array, list[Part]]:
    """The values of columns, sorted, without the empty string, and for each column the code of every row; -1 for no value."""
    encoded = [_dictionary(column) for column in columns]
    values = pc.unique(pa.chunked_array([column.dictionary for column in encoded]))
    values = values.filter(pc.not_equal(values, ""))
    values = values.take(pc.sort_indices(values))
    return values, [_codes(column, values) for column in encoded]


def _dictionary(column: pa.ChunkedArray) -> pa.DictionaryArray:
    if not pa.types.is_dictionary(column.type):
        column = pc.dictionary_encode(column)
    return _array(column.unify_dictionaries())


def _codes(encoded: pa.DictionaryArray, values: pa.Array) -> Part:
    known = np.asarray(pc.fill_null(pc.index_in(encoded.dictionary, values), NO_ONE)).astype(np.int32)
    return partial(_looked_up, np.append(known, np.int32(NO_ONE)), encoded.indices)


def _looked_up(numbers: Ints, which: pa.Array, first: int, upto: int) -> Ints:
    """Numbers by their positions; the last one for no position."""
    found: Ints = numbers.take(_filled(which[first:upto], len(numbers) - 1))
    return found


def _filled(some: pa.Array, value: int) -> Ints:
    """Numbers with one of them where there is none."""
    return np.asarray(pc.fill_null(some, value) if some.null_count else some)


def _in_order(column: pa.ChunkedArray) -> tuple[pa.Array, Part]:
    """The distinct values of a sorted column, and of each row the position among them."""
    values = _array(column)
    differ = _by_parts(lambda first, upto: pc.not_equal(values[first + 1 : upto + 1], values[first:upto]), len(values) - 1)
    new = np.append(True, pa.chunked_array(differ, pa.bool_()))[: len(values)]
    if new.all():
        return values, np.arange
    return values.filter(pa.array(new)), partial(_part, (np.cumsum(new) - 1).astype(np.int32))


def _array(column: pa.ChunkedArray) -> pa.Array:
    """A column in one piece; one that is so already is not copied."""
    return column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)


def _part(numbers: Ints, first: int, upto: int) -> Ints:
    return numbers[first:upto]


def _law(actors: pa.Array, column: pa.ChunkedArray, rules: Rules) -> tuple[Ints, Ints, Part]:
    """Of each actor the bodies above it and its side, and of each row the side that speaks."""
    names = actors.to_pylist()
    lines = [rules.sides.above(actor)[:MOST_ABOVE] for actor in names]
    known = {actor: number for number, actor in enumerate(names)}
    above = np.full((len(names), MOST_ABOVE), NO_ONE, np.int32)
    for number, line in enumerate(lines):
        above[number, : len(line)] = [known.get(body, NO_ONE) for body in line]
    encoded = _dictionary(column)
    own = pa.array(map(rules.sides.side, names), pa.string())
    sides = pa.array(sorted({*encoded.dictionary.to_pylist(), *own.to_pylist()} - {None}), pa.string())
    return above, np.asarray(pc.index_in(own, sides)).astype(np.int32), _codes(encoded, sides)


def _numbers(column: pa.ChunkedArray, first: int, upto: int) -> Ints:
    some = column[first:upto]
    if pa.types.is_boolean(some.type):
        some = some.cast(pa.int8())
    return _filled(some, NONE)


def _extent(observations: pa.Table, first: int, upto: int) -> Ints:
    part, around = (_numbers(observations[name], first, upto) for name in ("partial", "area"))
    return np.maximum(PART * part, SURROUNDINGS * around)


def _telling(observations: pa.Table, first: int, upto: int) -> Ints:
    fresh, recap = (_numbers(observations[name], first, upto) for name in ("fresh", "recap"))
    return np.maximum(PAST * (1 - fresh), RECAP * recap)


def _articles(column: pa.Array) -> Callable[[Ints], Ints]:
    """See ``Coded``."""
    if not pa.types.is_dictionary(column.type):
        return partial(_ranks, Names(column))
    names, which = Names(column.dictionary), np.asarray(column.indices)
    return lambda rows: _ranks(names, which.take(rows))


def _ranks(names: Names, positions: Ints) -> Ints:
    """The names at some positions, by their positions among these in their order."""
    ids = names.at(positions)
    spelled = _spelled(ids)
    if spelled is None:
        _, (codes,) = coded(pa.chunked_array([ids]))
        return codes(0, len(ids))
    return np.unique(spelled, return_inverse=True)[1]


def _spelled(ids: pa.Array) -> Ints | None:
    """What ids of sixteen hexadecimal digits spell; None where one is of another kind."""
    if not len(ids) or pc.any(pc.not_equal(pc.binary_length(ids), _DIGITS)).as_py():
        return None
    numbers = _PAIRS.take(letters(ids).view("<u2"))
    return numbers.astype(np.uint8).view(">u8").astype(np.uint64) if numbers.max() < _NOT_HEX else None


def _pairs() -> Ints:
    """The numbers that two digits spell, by both bytes, the first in the lower half; no less than 256 where they spell none."""
    number = np.full(1 << 8, _NOT_HEX, np.uint16)
    number[np.frombuffer(b"0123456789abcdef", np.uint8)] = np.arange(_DIGITS)
    return (number[:, np.newaxis] + number * _DIGITS).reshape(-1)


_PAIRS = _pairs()
