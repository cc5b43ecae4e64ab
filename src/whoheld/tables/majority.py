"""Dense status tables (every place, every day, several sources) folded into intervals by majority.

The file is scanned once into a cube of one byte for each source, day and place; days are then walked in order, all places at once.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet

from whoheld.errors import DataError

Codes = npt.NDArray[np.intp]
_EPOCH = dt.date(1970, 1, 1)
_BATCH = 1 << 20
"""Rows in one batch: large enough for arrays to carry the work, small enough for the processor's cache."""


class StatusColumns(NamedTuple):
    """The names of a status table's columns; days are of a date type, the others of any."""

    place: str = "place"
    day: str = "day"
    source: str = "source"
    status: str = "status"


class _Axis:
    """The values of a column in the order of their first appearance, and codes for those of a batch."""

    def __init__(self) -> None:
        self.values: list[object] = []
        self._codes: dict[object, int] = {}

    def codes(self, column: pa.Array) -> Codes:
        """A code for every value of a batch's column."""
        encoded = column if pa.types.is_dictionary(column.type) else pc.dictionary_encode(column)
        if encoded.null_count:
            raise pa.ArrowInvalid("a place, day, source or status is missing")
        known = np.fromiter((self._code(value) for value in encoded.dictionary.to_pylist()), dtype=np.intp)
        return known[np.asarray(encoded.indices)]

    def _code(self, value: object) -> int:
        code = self._codes.setdefault(value, len(self.values))
        if code == len(self.values):
            self.values.append(value)
        return code


def majority(path: Path, columns: StatusColumns = StatusColumns()) -> pa.Table:  # noqa: B008 - an immutable default
    """The intervals of every place, by the status that most sources give it on a day.

    Between equals the status of the day before stays, else the first in order wins. A day without a report changes nothing.

    Returns:
        A table of ``place, status, valid_from, valid_to``, half-open (null = open), sorted by place, then day.

    Raises:
        DataError: the file is no such Parquet table.
    """
    try:
        return _fold(_cube(path, columns))
    except (OSError, pa.ArrowInvalid, KeyError) as error:
        raise DataError(f"cannot be read as a status table: {error}", path=path) from error


class _Cube(NamedTuple):
    """Status codes by source, day and place, 0 for no report; code n is ``statuses[n - 1]``."""

    codes: npt.NDArray[np.uint8]
    places: pa.Array
    first: dt.date
    statuses: list[str]
