"""Intervals as an Arrow table, with the names that their codes stand for, and as the nouns that others read."""

import datetime as dt
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from whoheld.model import Control, Extent, Status
from whoheld.timeline.coding import Coded, Ints
from whoheld.timeline.fold import Intervals, Lists
from whoheld.timeline.rows import NO_ONE, NONE

SCHEMA = pa.schema(
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

_STATUS = pa.array([status.value for status in (Status.HELD, Status.CLAIMED, Status.CONTESTED, Status.DISPUTED, Status.LEFT)])
_EXTENT = pa.array([extent.value for extent in (Extent.WHOLE, Extent.PART, Extent.AREA)])
_EPOCH = dt.date(1970, 1, 1).toordinal()


def table(found: Intervals, coded: Coded, place: Ints | None = None) -> pa.Table:
    """Intervals as a table.

    Args:
        found: the intervals.
        coded: what they were folded from.
        place: of each interval its place; its group without it.
    """
    columns = [
        coded.places.take(pa.array(found.group if place is None else place)),
        _STATUS.take(pa.array(found.status)),
        coded.actors.take(pa.array(found.actor, mask=found.actor == NO_ONE)),
        _lists(found.parties, coded.actors),
        _EXTENT.take(pa.array(found.extent)),
        *map(days, (found.since, found.end, found.earliest, found.latest)),
        _lists(found.claims, coded.claims),
        _lists(found.against, coded.claims),
        pa.array(found.independent.astype(np.int32)),
        days(found.reported),
    ]
    return pa.Table.from_arrays(columns, schema=SCHEMA)


def controls(intervals: pa.Table) -> Iterator[Control]:
    """The rows of a table of intervals."""
    for row in intervals.to_pylist():
        yield Control.model_validate(row)


def _lists(lists: Lists, names: pa.Array) -> pa.Array:
    offsets = np.append(0, np.cumsum(lists.lengths)).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), _named(names, lists.values))


def _named(names: pa.Array, positions: Ints) -> pa.Array:
    """The names at some positions; of names of one length, as ids are, ten times as fast as ``take``."""
    width = _width(names)
    if not 0 < width * len(positions) <= np.iinfo(np.int32).max:
        return names.take(pa.array(positions))
    _, _, letters = names.buffers()
    found = np.frombuffer(letters, f"V{width}")[names.offset :].take(positions)
    ends = np.arange(0, width * len(found) + 1, width, dtype=np.int32)
    return pa.StringArray.from_buffers(len(found), pa.py_buffer(ends), pa.py_buffer(found))


def _width(names: pa.Array) -> int:
    """The length that all names have; 0 where they differ."""
    least, most = pc.min_max(pc.binary_length(names)).as_py().values()
    return int(least) if len(names) and least == most else 0


def days(ordinals: Ints) -> pa.Array:
    """Days from their ordinals; ``NONE`` is null."""
    return pa.array((ordinals - _EPOCH).astype(np.int32), mask=ordinals == NONE).cast(pa.date32())
