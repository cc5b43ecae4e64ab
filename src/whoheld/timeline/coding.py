"""A table of observations as rows of whole numbers: names become codes in the order of the names."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from whoheld.timeline.rows import MOST_ABOVE, NO_ONE, NONE
from whoheld.timeline.voices import Rules

Ints = npt.NDArray[np.integer[Any]]
Flags = npt.NDArray[np.bool_]

_NUMBERS = ("start", "day", "seen", "known", "says", "change", "firm", "partial", "offset")
_COLUMNS = ("actor", "other", "start", "day", "seen", "known", "voice", "side", "says", "change", "firm", "partial")
"""Of a row, in their order; after them come the article's id, the offset and the claim."""
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
        obs: by the columns of ``rows``; the claim is the position of its id in ``claims``.
        place: of each row the position of its place in ``places``.
        recap, area, fresh: flags that only whole columns are asked for.
        places, actors, claims: the names that stand behind the codes, sorted.
        above: of each actor the bodies that it is part of, then -1; ``side_of``: its side.
        window, agree: the numbers of the policy.
    """

    obs: Ints
    place: Ints
    recap: Flags
    area: Flags
    fresh: Flags
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
    claims, claim = _in_order(observations["claim"])
    columns = {"actor": actor, "other": other, "side": side, "voice": coded(observations["voice"])[1][0]}
    columns |= {name: partial(_numbers, observations[name]) for name in _NUMBERS}
    obs = _rows([*(columns[name] for name in _COLUMNS), *_ids(observations["article"]), columns["offset"], claim], count)
    recap, area, fresh = (np.asarray(observations[name]) for name in ("recap", "area", "fresh"))
    of_place = _rows([place], count).reshape(-1)
    return Coded(
        obs, of_place, recap, area, fresh, places, actors, claims, above, side_of, rules.window_days, rules.agree_sources
    )


def _rows(columns: Sequence[Part], count: int) -> Ints:
    """Columns as rows."""
    rows = np.empty((count, len(columns)), np.int32)

    def fill(first: int, upto: int) -> None:
        parts = [column(first, upto) for column in columns]
        for at in range(0, upto - first, _IN_CACHE):
            for number, part in enumerate(parts):
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
    return column.unify_dictionaries().combine_chunks()


def _codes(encoded: pa.DictionaryArray, values: pa.Array) -> Part:
    known = np.asarray(pc.fill_null(pc.index_in(encoded.dictionary, values), NO_ONE)).astype(np.int32)
    return partial(_looked_up, np.append(known, np.int32(NO_ONE)), encoded.indices)


def _looked_up(numbers: Ints, which: pa.Array, first: int, upto: int) -> Ints:
    """Numbers by their positions; the last one for no position."""
    found: Ints = numbers.take(np.asarray(pc.fill_null(which[first:upto], len(numbers) - 1)))
    return found


def _in_order(column: pa.ChunkedArray) -> tuple[pa.Array, Part]:
    """The distinct values of a sorted column, and of each row the position among them."""
    values = _array(column)
    new = np.ones(len(values), bool)
    if len(values) > 1:
        new[1:] = np.asarray(pc.not_equal(values[1:], values[:-1]))
    if new.all():
        return values, np.arange
    return values.filter(pa.array(new)), partial(_part, (np.cumsum(new) - 1).astype(np.int32))


def _array(column: pa.ChunkedArray) -> pa.Array:
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
    return np.asarray(pc.fill_null(some, NONE) if some.null_count else some)


def _ids(column: pa.ChunkedArray) -> list[Part]:
    """Ids as pairs of numbers of the same order: their sixteen hexadecimal digits, else their position among all."""
    if not pa.types.is_dictionary(column.type):
        return [partial(_part, half) for half in _halves(_array(column)).T]
    encoded = _dictionary(column)
    return [partial(_looked_up, np.append(half, np.int32(NO_ONE)), encoded.indices) for half in _halves(encoded.dictionary).T]


def _halves(ids: pa.Array) -> Ints:
    """Of each id two numbers."""
    if (halves := _spelled(ids)) is None:
        _, (codes,) = coded(pa.chunked_array([ids]))
        halves = np.zeros((len(ids), 2), np.int32)
        halves[:, 0] = codes(0, len(ids))
    return halves


def _spelled(ids: pa.Array) -> Ints | None:
    """What ids of sixteen hexadecimal digits spell, as two numbers each; None where one is of another kind."""
    if not len(ids) or pc.any(pc.not_equal(pc.binary_length(ids), _DIGITS)).as_py():
        return None
    digits = letters(ids).view("<u2").reshape(-1, _DIGITS // 2)
    halves = np.empty((len(ids), 2), np.int32)

    def spell(first: int, upto: int) -> bool:
        numbers = _PAIRS.take(digits[first:upto])
        unsigned = numbers.astype(np.uint8).view(">u4")
        halves[first:upto] = (unsigned ^ np.uint32(1 << 31)).astype(np.uint32).view(np.int32)
        return bool(numbers.max() < _NOT_HEX)

    return halves if all(_by_parts(spell, len(ids))) else None


def _pairs() -> Ints:
    """The numbers that two digits spell, by both bytes, the first in the lower half; no less than 256 where they spell none."""
    number = np.full(1 << 8, _NOT_HEX, np.uint16)
    number[np.frombuffer(b"0123456789abcdef", np.uint8)] = np.arange(_DIGITS)
    return (number[:, np.newaxis] + number * _DIGITS).reshape(-1)


_PAIRS = _pairs()


def letters(names: pa.Array) -> npt.NDArray[np.uint8]:
    """The bytes of all names, one after the other."""
    _, ends, data = names.buffers()
    ends = np.frombuffer(ends, np.int32)[names.offset :]
    return np.frombuffer(data, np.uint8)[ends[0] : ends[len(names)]]
