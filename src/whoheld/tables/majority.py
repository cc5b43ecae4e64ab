"""Dense status tables (every place, every day, several sources) folded into intervals by majority.

The file is read twice, one thread a core: for its places, days and sources, then into a cube of one byte for each source, day and
place. Days are then walked in order, all places at once, looking again only at places of which some source has changed its mind.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet

from whoheld.errors import DataError

_Array = npt.NDArray[np.integer[Any]]
_Codes = npt.NDArray[np.uint8]
_LARGEST_ID = 1 << 26
"""Numeric ids below it are looked up in an array, others in a hash table."""


class StatusColumns(NamedTuple):
    """The names of a status table's columns; days are of type date32, the others whole numbers or strings."""

    place: str = "place"
    day: str = "day"
    source: str = "source"
    status: str = "status"


class _Axes(NamedTuple):
    """What the cube is made of: places, sources and statuses, each once and in order, and the first and last day since 1970."""

    places: pa.Array
    sources: pa.Array
    statuses: pa.Array
    first: int
    last: int

    @property
    def shape(self) -> tuple[int, int, int]:
        """Sources, days and places."""
        return len(self.sources), self.last - self.first + 1, len(self.places)


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
        groups = _Groups(path, columns or StatusColumns())
        axes = _axes(groups)
        return _intervals(_walk(_cube(groups, axes), len(axes.statuses)), axes)
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


def _axes(groups: _Groups) -> _Axes:
    place, day, source, status = groups.names
    days = [bound for pair in groups.each([day], lambda columns: _span(columns[0])) for bound in pair]
    return _Axes(_distinct(groups, place), _distinct(groups, source), _distinct(groups, status), min(days), max(days))


def _span(days: pa.Array) -> tuple[int, int]:
    numbers = np.asarray(days.view(pa.int32()))
    return int(numbers.min()), int(numbers.max())


def _distinct(groups: _Groups, name: str) -> pa.Array:
    """The values of a column, sorted; numeric ids are ticked off in an array, which is many times faster than hashing them."""
    seen = np.zeros(_LARGEST_ID, bool)

    def values(columns: Sequence[pa.Array]) -> pa.Array:
        (column,) = columns
        if pa.types.is_dictionary(column.type):
            return column.dictionary
        if not _is_id(column):
            return pc.unique(column)
        seen[np.asarray(column)] = True
        return column.slice(0, 0)

    parts = groups.each([name], values)
    unique = pc.unique(pa.chunked_array([*parts, pa.array(np.flatnonzero(seen)).cast(parts[0].type)] if seen.any() else parts))
    return unique.take(pc.sort_indices(unique))


def _is_id(column: pa.Array) -> bool:
    if not pa.types.is_integer(column.type):
        return False
    ids = np.asarray(column)
    return bool(ids.min() >= 0 and ids.max() < _LARGEST_ID)


def _cube(groups: _Groups, axes: _Axes) -> _Codes:
    """Status codes by source, day and place; 0 is no report, n is the n-th status."""
    _, n_days, n_places = axes.shape
    cube = np.zeros(axes.shape, np.uint8)
    flat = cube.reshape(-1)
    index = np.int32 if flat.size <= np.iinfo(np.int32).max else np.int64
    place_at = _lookup(axes.places, np.arange(n_places, dtype=index))
    source_at = _lookup(axes.sources, np.arange(0, flat.size, n_days * n_places, dtype=index))
    code_of = _lookup(axes.statuses, np.arange(1, len(axes.statuses) + 1, dtype=np.uint8))

    def fill(columns: Sequence[pa.Array]) -> None:
        place, day, source, status = columns
        at = place_at(place)
        at += (np.asarray(day.view(pa.int32())) - np.int32(axes.first)).astype(index, copy=False) * index(n_places)
        at += source_at(source)
        flat[at] = code_of(status)

    groups.each(groups.names, fill)
    if np.count_nonzero(flat) < groups.rows:  # some cell was written twice, and the threads may have met there in any order
        groups.each(groups.names, fill, threads=1)
    return cube


def _lookup(values: pa.Array, results: _Array) -> Callable[[pa.Array], _Array]:
    """A function from a column to the result that stands beside each of its values."""
    if _is_id(values):
        table = np.zeros(values[-1].as_py() + 1, results.dtype)
        table[np.asarray(values)] = results
        return lambda column: table.take(np.asarray(column))

    def found(column: pa.Array) -> _Array:
        encoded = column if pa.types.is_dictionary(column.type) else pc.dictionary_encode(column)
        beside: _Array = results.take(np.asarray(pc.index_in(encoded.dictionary, values)))
        return beside.take(np.asarray(encoded.indices))

    return found


def _walk(cube: _Codes, statuses: int) -> _Codes:
    """The status code of every day and place."""
    won = np.zeros(cube.shape[1:], np.uint8)
    for day in range(cube.shape[1]):
        now = cube[:, day]
        if day:
            won[day] = won[day - 1]
        places = np.flatnonzero((now != cube[:, day - 1]).any(axis=0)) if day else np.arange(cube.shape[2])
        won[day, places] = _winners(now[:, places], won[day, places], statuses)
    return won


def _winners(votes: _Codes, standing: _Codes, statuses: int) -> _Codes:
    """The code with most votes by place; between equals, and without votes, the one that stands."""
    best, most = standing.copy(), np.zeros(len(standing), np.intp)
    for code in range(1, statuses + 1):
        # Doubled, so that standing weighs less than a vote and more than nothing.
        weight = 2 * (votes == code).sum(axis=0) + (standing == code)
        better = weight > most
        best[better], most[better] = code, weight[better]
    return best


def _intervals(won: _Codes, axes: _Axes) -> pa.Table:
    begins = np.empty(won.shape, bool)
    begins[0] = won[0] > 0
    np.not_equal(won[1:], won[:-1], out=begins[1:])
    place, day = np.nonzero(begins.T)
    start = (day + axes.first).astype(np.int32)
    last = np.append(place[1:] != place[:-1], True)
    columns = {
        "place": axes.places.take(pa.array(place)),
        "status": axes.statuses.take(pa.array(won[day, place].astype(np.int64) - 1)),
        "valid_from": pa.array(start).cast(pa.date32()),
        "valid_to": pa.array(np.append(start[1:], np.int32(0)), mask=last).cast(pa.date32()),
    }
    return pa.table(columns)
