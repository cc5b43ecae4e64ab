"""The fold over Arrow tables: observations in, intervals out, as of any known day."""

import datetime as dt
from binascii import hexlify, unhexlify
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from whoheld.model import Actor, Extent, Policy, Status
from whoheld.timeline.columnar.arrays import NO_ONE, NONE, SEEN, Ints, Law, Seen
from whoheld.timeline.columnar.places import Intervals, Lists, fold_all
from whoheld.timeline.observations import Observation
from whoheld.timeline.voices import Sides

_TYPES: Mapping[object, pa.DataType] = {bool: pa.bool_(), int: pa.int32(), int | None: pa.int32()}
SCHEMA = pa.schema(
    [(field.name, _TYPES.get(field.type, pa.int8() if field.name == "says" else pa.string())) for field in fields(Observation)]
)
"""The columns of a table of observations, those of ``Observation``; strings may come as dictionaries."""

_STATUS = pa.array([status.value for status in (Status.HELD, Status.CLAIMED, Status.CONTESTED, Status.DISPUTED, Status.LEFT)])
_EXTENT = pa.array([extent.value for extent in (Extent.WHOLE, Extent.PART, Extent.AREA)])
_EPOCH = dt.date(1970, 1, 1).toordinal()
_DIGITS = 16
_SIGN = np.int64(-(1 << 63))
"""Flips the highest bit, so that signed numbers have the order of unsigned ones."""

RESULT = pa.schema(
    {
        "place_id": pa.string(),
        "status": pa.string(),
        "actor": pa.string(),
        "other_actors": pa.list_(pa.string()),
        "extent": pa.string(),
        "valid_from": pa.date32(),
        "valid_to": pa.date32(),
        "valid_from_earliest": pa.date32(),
        "valid_to_latest": pa.date32(),
        "claims": pa.list_(pa.string()),
        "against": pa.list_(pa.string()),
        "n_independent": pa.int32(),
        "last_reported": pa.date32(),
    }
)
"""The columns of a table of intervals, those of ``model.Control``."""


def table(observations: Iterable[Observation]) -> pa.Table:
    """Observations as a table."""
    rows = [{name: getattr(seen, name) for name in SCHEMA.names} for seen in observations]
    return pa.Table.from_pylist(rows, SCHEMA)


def fold(
    observations: pa.Table, policy: Policy, known_at: dt.date | None = None, actors: Mapping[str, Actor] | None = None
) -> pa.Table:
    """The intervals of all places, those of ``timeline.build`` without reprints and retractions.

    Args:
        observations: by ``SCHEMA``, in any order.
        policy: the rules and sides.
        known_at: use only what was published by this day.
        actors: for the sides of parts of a body.

    Returns:
        The fields of ``model.Control`` as columns, sorted by place, then time.
    """
    if known_at is not None:
        observations = observations.filter(pc.less_equal(observations["known"], known_at.toordinal()))
    if not observations.num_rows:
        return RESULT.empty_table()
    places, place = _coded(observations["place"])
    names, actor = _coded(observations["actor"], observations["other"])
    law, side = _law(names, observations["side"], Sides(policy, actors or {}), policy)
    order = np.argsort(place, kind="stable")
    bounds = np.searchsorted(place[order], np.arange(len(places) + 1))
    return _controls(fold_all(_seen(observations, actor, side, order), law, bounds), places, names)


def _coded(*columns: pa.ChunkedArray) -> tuple[pa.Array, Ints]:
    """The values of columns in order without the empty string, and the code of each row of each: -1 where it is empty or null."""
    encoded = [_dictionary(column) for column in columns]
    values = pc.unique(pa.chunked_array([column.dictionary for column in encoded]))
    values = values.filter(pc.not_equal(values, ""))
    values = values.take(pc.sort_indices(values))
    return values, np.concatenate([_positions(column, values) for column in encoded])


def _dictionary(column: pa.ChunkedArray) -> pa.DictionaryArray:
    if not pa.types.is_dictionary(column.type):
        column = pc.dictionary_encode(column)
    return column.unify_dictionaries().combine_chunks()


def _positions(encoded: pa.DictionaryArray, values: pa.Array) -> Ints:
    known = np.asarray(pc.fill_null(pc.index_in(encoded.dictionary, values), NO_ONE)).astype(np.int32)
    rows = np.asarray(pc.fill_null(encoded.indices, len(known)))
    found: Ints = np.append(known, np.int32(NO_ONE))[rows]
    return found


def _law(names: pa.Array, column: pa.ChunkedArray, sides: Sides, policy: Policy) -> tuple[Law, Ints]:
    """The rules over the codes of actors, and the code of each row's side."""
    actors = names.to_pylist()
    above = [sides.above(actor) for actor in actors]
    known = {actor: code for code, actor in enumerate(actors)}
    lines = np.full((len(actors), max([1, *map(len, above)])), NO_ONE, np.int32)
    for code, line in enumerate(above):
        for level, body in enumerate(line):
            lines[code, level] = known.get(body, NO_ONE)
    encoded = _dictionary(column)
    values = pa.array(sorted({*encoded.dictionary.to_pylist(), *map(sides.side, actors)}), pa.string())
    of_actor = np.asarray(pc.index_in(pa.array(map(sides.side, actors), pa.string()), values)).astype(np.int32)
    return Law(lines, of_actor, policy.dispute_window_days, policy.agree_sources), _positions(encoded, values)


def _seen(observations: pa.Table, actor: Ints, side: Ints, order: Ints) -> Seen:
    """The observations as records, in an order."""
    rows = observations.num_rows
    coded = {"actor": actor[:rows], "other": actor[rows:], "side": side, "voice": _coded(observations["voice"])[1]}
    coded |= {name: _digits(observations[name]) for name in ("article", "claim")}
    seen = np.empty(rows, SEEN)
    for name in SEEN.names or ():
        seen[name] = (coded[name] if name in coded else _numbers(observations[name]))[order]
    return seen


def _numbers(column: pa.ChunkedArray) -> Any:  # noqa: ANN401 - flags or integers, as the column is
    return np.array(pc.fill_null(column, NONE) if column.null_count else column)


def _digits(column: pa.ChunkedArray) -> Ints:
    """Ids of sixteen hexadecimal digits as signed numbers of the same order.

    Raises:
        ValueError: an id is of another kind.
    """
    if pa.types.is_dictionary(column.type):
        encoded = _dictionary(column)
        known: Ints = _digits(pa.chunked_array([encoded.dictionary]))
        return known.take(np.asarray(encoded.indices))
    whole = column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
    if pc.any(pc.not_equal(pc.binary_length(whole), _DIGITS)).as_py():
        raise ValueError(f"an id is not of {_DIGITS} hexadecimal digits")
    text = whole.buffers()[2].slice(whole.offset * _DIGITS, len(whole) * _DIGITS)
    numbers: Ints = np.frombuffer(unhexlify(text), ">u8").astype(np.uint64).view(np.int64) ^ _SIGN
    return numbers


def _ids(numbers: Ints) -> pa.Array:
    text = hexlify((numbers ^ _SIGN).view(np.uint64).astype(">u8").tobytes())
    offsets = np.arange(0, len(text) + 1, _DIGITS, dtype=np.int32)
    return pa.StringArray.from_buffers(len(numbers), pa.py_buffer(offsets), pa.py_buffer(text))


def _controls(found: Intervals, places: pa.Array, names: pa.Array) -> pa.Table:
    columns = [
        places.take(pa.array(found.rows["place"])),
        _STATUS.take(pa.array(found.rows["status"])),
        names.take(pa.array(found.rows["actor"], mask=found.rows["actor"] == NO_ONE)),
        _lists(found.parties, len(found.rows), lambda codes: names.take(pa.array(codes))),
        _EXTENT.take(pa.array(found.rows["extent"])),
        *(_days(days) for days in (found.rows["start"], found.rows["end"], found.rows["earliest"], found.rows["latest"])),
        _lists(found.claims, len(found.rows), _ids),
        _lists(found.against, len(found.rows), _ids),
        pa.array(found.rows["independent"]),
        _days(found.rows["reported"]),
    ]
    return pa.Table.from_arrays(columns, schema=RESULT)


def _lists(lists: Lists, count: int, named: Callable[[Ints], pa.Array]) -> pa.Array:
    ends = lists.ends[: count + 1].astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(ends), named(lists.values[: ends[-1]]))


def _days(days: Ints) -> pa.Array:
    return pa.array((days - _EPOCH).astype(np.int32), mask=days == NONE).cast(pa.date32())
