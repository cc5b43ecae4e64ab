"""A table of observations as rows of whole numbers: names become codes in the order of the names."""

from binascii import Error as NotHexError
from binascii import unhexlify
from collections.abc import Sequence
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
_DIGITS = 16
_AT_ONCE = 1 << 12


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
    places, (place,) = coded(observations["place"])
    actors, (actor, other) = coded(observations["actor"], observations["other"])
    above, side_of, side = _law(actors, observations["side"], rules)
    claims, claim = _in_order(observations["claim"])
    columns = {"actor": actor, "other": other, "side": side, "voice": coded(observations["voice"])[1][0]}
    columns |= {name: _numbers(observations[name]) for name in _NUMBERS}
    articles = _ids(observations["article"])
    obs = _rows([*(columns[name] for name in _COLUMNS), *articles, columns["offset"], claim])
    recap, area, fresh = (np.asarray(observations[name]) for name in ("recap", "area", "fresh"))
    return Coded(obs, place, recap, area, fresh, places, actors, claims, above, side_of, rules.window_days, rules.agree_sources)


def _rows(columns: Sequence[Ints]) -> Ints:
    """Columns of equal length as rows, some at a time, so that these stay in the processor's cache."""
    rows = np.empty((len(columns[0]), len(columns)), np.int32)
    for first in range(0, len(rows), _AT_ONCE):
        for at, column in enumerate(columns):
            rows[first : first + _AT_ONCE, at] = column[first : first + _AT_ONCE]
    return rows


def coded(*columns: pa.ChunkedArray) -> tuple[pa.Array, list[Ints]]:
    """The values of columns, sorted, without the empty string, and for each column the code of every row; -1 for no value."""
    encoded = [_dictionary(column) for column in columns]
    values = pc.unique(pa.chunked_array([column.dictionary for column in encoded]))
    values = values.filter(pc.not_equal(values, ""))
    values = values.take(pc.sort_indices(values))
    return values, [_positions(column, values) for column in encoded]


def _dictionary(column: pa.ChunkedArray) -> pa.DictionaryArray:
    if not pa.types.is_dictionary(column.type):
        column = pc.dictionary_encode(column)
    return column.unify_dictionaries().combine_chunks()


def _positions(encoded: pa.DictionaryArray, values: pa.Array) -> Ints:
    known = np.asarray(pc.fill_null(pc.index_in(encoded.dictionary, values), NO_ONE)).astype(np.int32)
    rows = np.asarray(pc.fill_null(encoded.indices, len(known)))
    found: Ints = np.append(known, np.int32(NO_ONE)).take(rows)
    return found


def _in_order(column: pa.ChunkedArray) -> tuple[pa.Array, Ints]:
    """The distinct values of a sorted column, and of each row the position among them."""
    values = column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
    new = np.ones(len(values), bool)
    if len(values) > 1:
        new[1:] = np.asarray(pc.not_equal(values[1:], values[:-1]))
    if new.all():
        return values, np.arange(len(values), dtype=np.int32)
    return values.filter(pa.array(new)), (np.cumsum(new) - 1).astype(np.int32)


def _law(actors: pa.Array, column: pa.ChunkedArray, rules: Rules) -> tuple[Ints, Ints, Ints]:
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
    return above, np.asarray(pc.index_in(own, sides)).astype(np.int32), _positions(encoded, sides)


def _numbers(column: pa.ChunkedArray) -> Ints:
    if pa.types.is_boolean(column.type):
        column = column.cast(pa.int8())
    return np.asarray(pc.fill_null(column, NONE) if column.null_count else column)


def _ids(column: pa.ChunkedArray) -> tuple[Ints, Ints]:
    """Ids as pairs of numbers of the same order: their sixteen hexadecimal digits, else their position among all."""
    if pa.types.is_dictionary(column.type):
        encoded = _dictionary(column)
        high, low = _ids(pa.chunked_array([encoded.dictionary]))
        return high.take(np.asarray(encoded.indices)), low.take(np.asarray(encoded.indices))
    values = column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
    digits = _digits(values)
    if digits is None:
        _, (codes,) = coded(column)
        return codes, np.zeros(len(codes), np.int32)
    halves = np.frombuffer(digits, ">u4").reshape(-1, 2) ^ np.uint32(1 << 31)
    return halves[:, 0].astype(np.uint32).view(np.int32), halves[:, 1].astype(np.uint32).view(np.int32)


def _digits(values: pa.Array) -> bytes | None:
    """What ids of sixteen hexadecimal digits spell; None where one is of another kind."""
    if not len(values) or pc.any(pc.not_equal(pc.binary_length(values), _DIGITS)).as_py():
        return None
    try:
        return unhexlify(values.buffers()[2].slice(values.offset * _DIGITS, len(values) * _DIGITS))
    except NotHexError:
        return None
