"""Intervals as an Arrow table, with the names that their codes stand for, and as the nouns that others read."""

import datetime as dt
from collections.abc import Iterable, Iterator

import numpy as np
import pyarrow as pa

from whoheld.model import Control, Extent, Status
from whoheld.timeline.coding import Coded, Ints
from whoheld.timeline.fold import Intervals, Lists
from whoheld.timeline.names import Names
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


class Naming:
    """Intervals become tables: their codes, the names that stand behind them."""

    def __init__(self, coded: Coded) -> None:
        self._coded = coded
        self._claims = Names(coded.claims)
        self._actors = Names(coded.actors)

    def table(self, found: Intervals, place: Ints | None = None) -> pa.Table:
        """Intervals as a table.

        Args:
            found: the intervals.
            place: of each interval its place; its group without it.
        """
        columns = [
            self._coded.places.take(pa.array(found.group if place is None else place)),
            _STATUS.take(pa.array(found.status)),
            self._coded.actors.take(pa.array(found.actor, mask=found.actor == NO_ONE)),
            _lists(found.parties, self._actors),
            _EXTENT.take(pa.array(found.extent)),
            *map(days, (found.since, found.end, found.earliest, found.latest)),
            _lists(found.claims, self._claims),
            _lists(found.against, self._claims),
            pa.array(found.independent.astype(np.int32)),
            days(found.reported),
        ]
        return pa.Table.from_arrays(columns, schema=SCHEMA)

    def tables(self, parts: Iterable[Intervals]) -> pa.Table:
        """Intervals, part by part, as one table."""
        return pa.concat_tables([SCHEMA.empty_table(), *map(self.table, parts)])


def controls(intervals: pa.Table) -> Iterator[Control]:
    """The rows of a table of intervals."""
    for row in intervals.to_pylist():
        yield Control.model_validate(row)


def _lists(lists: Lists, names: Names) -> pa.Array:
    offsets = np.append(0, np.cumsum(lists.lengths)).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(offsets), names.at(lists.values))


def days(ordinals: Ints) -> pa.Array:
    """Days from their ordinals; ``NONE`` is null."""
    return pa.array((ordinals - _EPOCH).astype(np.int32), mask=ordinals == NONE).cast(pa.date32())
