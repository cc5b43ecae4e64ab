"""Dense status tables (every place, every day, several sources) folded into intervals by majority; needs the extra ``fast``.

The file is read, one thread a core, into a cube of one byte for each source, day and place; each place is then walked through its days.
Compiled, because the same with numpy's whole-array steps took three times as long and left less of the memory free.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet
from numba import njit

from whoheld.errors import DataError

_Array = npt.NDArray[Any]
_Codes = npt.NDArray[np.uint8]
_LARGEST_ID = 1 << 26
"""Numeric ids below it are looked up in an array, others in a hash table."""
_SOURCES = 16
"""More than any table known has; what is not used takes no memory."""


class StatusColumns(NamedTuple):
    """The names of a status table's columns; days are of type date32, the others whole numbers or strings."""

    place: str = "place"
    day: str = "day"
    source: str = "source"
    status: str = "status"


class _Cube(NamedTuple):
    """Every source's word on every place and day.

    Attributes:
        codes: by source, day and place; 0 is no report, n is the n-th status.
        places: sorted; the statuses in the order of their codes; the first day, since 1970.
    """

    codes: _Codes
    places: pa.Array
    statuses: Sequence[Any]
    first: int


def majority(path: Path, columns: StatusColumns | None = None) -> pa.Table:
    """The intervals of every place, by the status that most sources give it on a day.

    Between equals the status of the day before stays, else the first in order wins. A day without a report changes nothing.

    Args:
        path: a Parquet file, its rows in any order; of one source's several rows for a place and day the last counts.
        columns: their names, where they are not ``place, day, source, status``.

    Returns:
        ``place, status, valid_from, valid_to``, half-open (null = open), sorted by place, then day.

    Raises:
        DataError: the file is no such table.
    """
    try:
        return _intervals(_cube(_Groups(path, columns or StatusColumns())))
    except (OSError, pa.ArrowInvalid, pa.ArrowNotImplementedError, KeyError) as error:
        raise DataError(f"cannot be read as a status table: {error}", path=path) from error


class _Groups:
    """The row groups of a Parquet file, each read by whichever thread is free."""

    def __init__(self, path: Path, names: StatusColumns) -> None:
        self._path = path
        self.names = names
        self._metadata = pa.parquet.read_metadata(path)
        self.rows: int = self._metadata.num_rows
        if not self.rows:
            raise pa.ArrowInvalid("it has no rows")

    def each(self, names: Sequence[str], task: Callable[[Sequence[pa.Array]], Any], *, threads: int | None = None) -> list[Any]:
        """What a task makes of the columns of every row group, in their order."""
        with ThreadPoolExecutor(threads or os.cpu_count()) as pool:
            return list(pool.map(lambda number: task(self._columns(number, names)), range(self._metadata.num_row_groups)))

    def _columns(self, number: int, names: Sequence[str]) -> list[pa.Array]:
        file = pa.parquet.ParquetFile(self._path, metadata=self._metadata, memory_map=True, read_dictionary=list(names))
        table = file.read_row_group(number, columns=list(names), use_threads=False)
        columns = [table.column(name).combine_chunks() for name in names]
        if any(column.null_count for column in columns):
            raise pa.ArrowInvalid(f"a value is missing in one of {', '.join(names)}")
        return columns


class _Values:
    """The values of a column, coded in the order in which they turn up; threads take turns."""

    def __init__(self) -> None:
        self.codes: dict[Any, int] = {}
        self._turn = Lock()

    def of(self, column: pa.Array) -> tuple[_Array, _Array]:
        """The codes of a column's distinct values, and for every row the position among these."""
        encoded = column if pa.types.is_dictionary(column.type) else pc.dictionary_encode(column)
        with self._turn:
            codes = [self.codes.setdefault(value, len(self.codes)) for value in encoded.dictionary.to_pylist()]
        if len(self.codes) > np.iinfo(np.uint8).max:
            raise pa.ArrowInvalid("a column of sources or statuses has more than 255 values")
        return np.array(codes, np.int64), np.asarray(encoded.indices)


def _cube(groups: _Groups) -> _Cube:
    place, day, *_ = groups.names
    places = _distinct(groups, place)
    spans = groups.each([day], lambda columns: _span(columns[0]))
    first, last = min(low for low, _ in spans), max(high for _, high in spans)
    codes = np.zeros((_SOURCES, last - first + 1, len(places)), np.uint8)
    sources, statuses = _Values(), _Values()
    fill = _filler(codes, places, first, sources, statuses)
    groups.each(groups.names, fill)
    codes = codes[: len(sources.codes)]
    if np.count_nonzero(codes) < groups.rows:  # some cell was written twice, and the threads may have met there in any order
        groups.each(groups.names, fill, threads=1)
    return _Cube(codes, places, list(statuses.codes), first)


def _span(days: pa.Array) -> tuple[int, int]:
    numbers = np.asarray(days.view(pa.int32()))
    return int(numbers.min()), int(numbers.max())


def _filler(
    codes: _Codes, places: pa.Array, first: int, sources: _Values, statuses: _Values
) -> Callable[[Sequence[pa.Array]], None]:
    """A function that writes the rows of one group into the cube."""
    place_codes, table = _lookup(places)

    def fill(columns: Sequence[pa.Array]) -> None:
        place, day, source, status = columns
        source_codes, source_at = sources.of(source)
        if source_codes.max() >= _SOURCES:
            raise pa.ArrowInvalid(f"it has more than {_SOURCES} sources")
        status_codes, status_at = statuses.of(status)
        _write(codes, table, place_codes(place), np.asarray(day.view(pa.int32())), first, source_codes, source_at, status_codes, status_at)

    return fill
