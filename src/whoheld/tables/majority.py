"""Dense status tables (every place, every day, several sources) folded into intervals by majority.

The file is read, one thread a core, into a cube of one byte for each source, day and place. Days are then walked in order,
looking only at the places of which some source has changed its mind.
"""

import datetime as dt
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from operator import itemgetter
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet

from whoheld.errors import DataError

_Array = npt.NDArray[Any]
_Codes = npt.NDArray[np.uint8]
_LARGEST_ID = 1 << 26
"""Numeric ids below it are looked up in an array, others in a hash table."""
_EPOCH = dt.date(1970, 1, 1)
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
        places: by position; the statuses in the order of their codes; the first day, since 1970.
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
        self.count: int = self._metadata.num_row_groups
        if not self.rows:
            raise pa.ArrowInvalid("it has no rows")
        if not pa.types.is_date32(pa.parquet.read_schema(path).field(names.day).type):
            raise pa.ArrowInvalid(f"{names.day} is not of type date32")

    def each(
        self,
        names: Sequence[str],
        task: Callable[[Sequence[pa.Array]], Any],
        *,
        threads: int | None = None,
        numbers: Sequence[int] | None = None,
    ) -> list[Any]:
        """What a task makes of the columns of every row group, or of some, in their order."""
        with ThreadPoolExecutor(threads or os.cpu_count()) as pool:
            return list(pool.map(lambda number: task(self._columns(number, names)), numbers or range(self.count)))

    def extremes(self, name: str) -> list[tuple[int, int]]:
        """The least and the greatest day of every row group, since 1970, where the file says them of all."""
        column = self._metadata.schema.names.index(name)
        told = [self._metadata.row_group(number).column(column).statistics for number in range(self.count)]
        if not all(one is not None and one.has_min_max for one in told):
            return []
        return [((one.min - _EPOCH).days, (one.max - _EPOCH).days) for one in told]

    def _columns(self, number: int, names: Sequence[str]) -> list[pa.Array]:
        file = pa.parquet.ParquetFile(self._path, metadata=self._metadata, memory_map=True, read_dictionary=list(names))
        table = file.read_row_group(number, columns=list(names), use_threads=False)
        columns = [_whole(table.column(name)) for name in names]
        if any(column.null_count for column in columns):
            raise pa.ArrowInvalid(f"a value is missing in one of {', '.join(names)}")
        return columns


def _whole(column: pa.ChunkedArray) -> pa.Array:
    """A column as one array; one that is whole already is not copied."""
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


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
    first, last = _days(groups)
    try:
        return _filled(groups, _Places(_sample(groups)), first, last)
    except _CrowdedError:  # every part of the file names others
        return _filled(groups, _Places(_distinct(groups, range(groups.count))), first, last)


def _filled(groups: _Groups, places: "_Places", first: int, last: int) -> _Cube:
    codes = np.zeros((_SOURCES, last - first + 1, places.room), np.uint8)
    sources, statuses = _Values(), _Values()
    fill = _filler(codes, places, first, sources, statuses)
    groups.each(groups.names, fill)
    codes = codes[: len(sources.codes)]
    if np.count_nonzero(codes) < groups.rows:  # some cell was written twice, and the threads may have met there in any order
        groups.each(groups.names, fill, threads=1)
    return _Cube(codes, places.found(), list(statuses.codes), first)


def _days(groups: _Groups) -> tuple[int, int]:
    """The first and the last day, since 1970; the file itself may say them."""
    told = groups.extremes(groups.names.day)
    spans = told or groups.each([groups.names.day], lambda columns: _span(columns[0]))
    return min(low for low, _ in spans), max(high for _, high in spans)


def _span(days: pa.Array) -> tuple[int, int]:
    numbers = np.asarray(days.view(pa.int32()))
    return int(numbers.min()), int(numbers.max())


def _filler(
    codes: _Codes, places: "_Places", first: int, sources: _Values, statuses: _Values
) -> Callable[[Sequence[pa.Array]], None]:
    """A function that writes the rows of one group into the cube."""
    flat, (_, n_days, n_places) = codes.reshape(-1), codes.shape
    index = np.int32 if flat.size <= np.iinfo(np.int32).max else np.int64

    def fill(columns: Sequence[pa.Array]) -> None:
        place, day, source, status = columns
        known, rows = sources.of(source)
        if known.max() >= _SOURCES:
            raise pa.ArrowInvalid(f"it has more than {_SOURCES} sources")
        at = np.multiply(np.asarray(day.view(pa.int32())) - np.int32(first), n_places, dtype=index)
        np.add(at, places.of(place), out=at)
        np.add(at, (known * (n_places * n_days)).astype(index).take(rows), out=at)
        said, rows = statuses.of(status)
        flat[at] = (said + 1).astype(np.uint8).take(rows)

    return fill


class _CrowdedError(Exception):
    """More places turned up than there is room for."""


class _Places:
    """Where each place stands in the cube, in the order in which they turn up; threads take turns at new ones.

    Args:
        some: of the file's places, distinct; there is room for half as many more.
    """

    def __init__(self, some: pa.Array) -> None:
        self.room = len(some) + len(some) // 2 + 64
        self._values = some
        self._numeric = len(some) > 0 and _is_id(some)
        self._at = np.full(int(pc.max(some).as_py()) + 1 if self._numeric else 0, -1, np.int32)
        if self._numeric:
            self._at[np.asarray(some)] = np.arange(len(some))
        self._turn = Lock()

    def of(self, column: pa.Array) -> _Array:
        """The positions of a column's places.

        Raises:
            _CrowdedError: there is no room for a new one.
        """
        if self._numeric and not pa.types.is_dictionary(column.type):
            return self._numbers(np.asarray(column))
        encoded = column if pa.types.is_dictionary(column.type) else pc.dictionary_encode(column)
        return self._codes(encoded.dictionary).take(np.asarray(encoded.indices))

    def found(self) -> pa.Array:
        """The places, by position."""
        return self._values

    def _numbers(self, ids: _Array) -> _Array:
        if ids.size and int(ids.max()) < len(self._at):
            at = self._at.take(ids)
            if at.min() >= 0:
                return at
        return self._codes(pa.array(ids))

    def _codes(self, values: pa.Array) -> _Array:
        with self._turn:
            self._learn(values)
            return np.asarray(pc.index_in(values, self._values)).astype(np.int32)

    def _learn(self, values: pa.Array) -> None:
        distinct = pc.unique(values).cast(self._values.type)
        new = distinct.filter(pc.invert(pc.is_in(distinct, self._values)))
        if not len(new):
            return
        if len(self._values) + len(new) > self.room:
            raise _CrowdedError
        self._values = pa.concat_arrays([self._values, new])
        if self._numeric and _is_id(self._values):
            longer = np.full(int(pc.max(self._values).as_py()) + 1, -1, np.int32)
            longer[np.asarray(self._values)] = np.arange(len(self._values))
            self._at = longer


def _sample(groups: _Groups) -> pa.Array:
    """The places of three parts of the file."""
    return _distinct(groups, sorted({0, groups.count // 2, groups.count - 1}))


def _distinct(groups: _Groups, numbers: Sequence[int]) -> pa.Array:
    """The places that some row groups name, each once."""

    def values(columns: Sequence[pa.Array]) -> pa.Array:
        column = columns[0]
        return column.dictionary if pa.types.is_dictionary(column.type) else pc.unique(column)

    return pc.unique(pa.chunked_array(groups.each([groups.names.place], values, numbers=numbers)))


def _is_id(column: pa.Array) -> bool:
    if not pa.types.is_integer(column.type):
        return False
    ids = np.asarray(column)
    return bool(ids.min() >= 0 and ids.max() < _LARGEST_ID)


class _Changes(NamedTuple):
    """Where a place's status became another: the positions of place and day, and the new code; by place, then day."""

    place: _Array
    day: _Array
    code: _Array


def _changes(cube: _Cube) -> _Changes:
    standing = np.zeros(len(cube.places), np.uint8)
    order = [code + 1 for code, _ in sorted(enumerate(cube.statuses), key=itemgetter(1))]
    found: list[_Changes] = []
    for day, places in _news(cube.codes[:, :, : len(cube.places)]):
        before = standing[places]
        after = _winners(cube.codes[:, day, places], before, order)
        standing[places] = after
        changed = after != before
        found.append(_Changes(places[changed], np.full(np.count_nonzero(changed), day), after[changed]))
    places, days, codes = (np.concatenate(column) for column in zip(*found, strict=True))
    rank = np.empty(len(cube.places), np.intp)
    rank[np.asarray(pc.sort_indices(cube.places))] = np.arange(len(rank))
    by_place = np.lexsort((days, rank[places]))
    return _Changes(places[by_place], days[by_place], codes[by_place])


def _news(codes: _Codes) -> Iterator[tuple[int, _Array]]:
    """Each day, with the places of which some source says something else than the day before."""
    yield 0, np.arange(codes.shape[2])
    for day in range(1, codes.shape[1]):
        yield day, np.flatnonzero((codes[:, day] != codes[:, day - 1]).any(axis=0))


def _winners(votes: _Codes, standing: _Codes, order: Sequence[int]) -> _Codes:
    """The code with most votes by place; between equals, and without votes, the one that stands, else the first in order."""
    best, most = standing.copy(), np.zeros(len(standing), np.intp)
    for code in order:
        # Doubled, so that standing weighs less than a vote and more than nothing.
        weight = 2 * (votes == code).sum(axis=0) + (standing == code)
        better = weight > most
        best[better], most[better] = code, weight[better]
    return best


def _intervals(cube: _Cube) -> pa.Table:
    changes = _changes(cube)
    start = (changes.day + cube.first).astype(np.int32)
    last = np.append(changes.place[1:] != changes.place[:-1], True)
    columns = {
        "place": cube.places.take(pa.array(changes.place)),
        "status": pa.array(cube.statuses).take(pa.array(changes.code.astype(np.int64) - 1)),
        "valid_from": pa.array(start).cast(pa.date32()),
        "valid_to": pa.array(np.append(start[1:], np.int32(0)), mask=last).cast(pa.date32()),
    }
    return pa.table(columns)
