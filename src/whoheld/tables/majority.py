"""Dense status tables (every place, every day, several sources) folded into intervals by majority.

The file is read, one thread a core, into a cube of one byte for each source, day and place. Days are then walked in order,
looking only at the places of which some source has changed its mind.
"""

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
        if not pa.types.is_date32(pa.parquet.read_schema(path).field(names.day).type):
            raise pa.ArrowInvalid(f"{names.day} is not of type date32")

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
    flat, (_, n_days, n_places) = codes.reshape(-1), codes.shape
    index = np.int32 if flat.size <= np.iinfo(np.int32).max else np.int64
    place_at = _lookup(places, np.arange(n_places, dtype=index))
    day_at = np.arange(0, n_days * n_places, n_places, dtype=index)

    def fill(columns: Sequence[pa.Array]) -> None:
        place, day, source, status = columns
        known, rows = sources.of(source)
        if known.max() >= _SOURCES:
            raise pa.ArrowInvalid(f"it has more than {_SOURCES} sources")
        at = place_at(place)
        np.add(at, day_at.take(np.asarray(day.view(pa.int32())) - np.int32(first)), out=at)
        np.add(at, (known * (n_places * n_days)).astype(index).take(rows), out=at)
        said, rows = statuses.of(status)
        flat[at] = (said + 1).astype(np.uint8).take(rows)

    return fill


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


def _distinct(groups: _Groups, name: str) -> pa.Array:
    """The values of a column, sorted."""
    ids = _Ids()

    def values(columns: Sequence[pa.Array]) -> pa.Array:
        (column,) = columns
        if pa.types.is_dictionary(column.type):
            return column.dictionary
        if not _is_id(column):
            return pc.unique(column)
        ids.tick(np.asarray(column))
        return column.slice(0, 0)

    parts = groups.each([name], values)
    unique = pc.unique(pa.chunked_array([*parts, ids.ticked().cast(parts[0].type)] if ids.any else parts))
    return unique.take(pc.sort_indices(unique))


class _Ids:
    """Numeric ids ticked off in an array, which is many times faster than hashing them; threads take turns."""

    def __init__(self) -> None:
        self._seen = np.zeros(0, bool)
        self._turn = Lock()

    @property
    def any(self) -> bool:
        """Whether there is any."""
        return bool(len(self._seen))

    def tick(self, ids: _Array) -> None:
        with self._turn:
            missing = int(ids.max()) + 1 - len(self._seen)
            if missing > 0:
                self._seen = np.append(self._seen, np.zeros(missing, bool))
            self._seen[ids] = True

    def ticked(self) -> pa.Array:
        return pa.array(np.flatnonzero(self._seen))


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
    standing = np.zeros(cube.codes.shape[2], np.uint8)
    order = [code + 1 for code, _ in sorted(enumerate(cube.statuses), key=itemgetter(1))]
    found: list[_Changes] = []
    for day, places in _news(cube.codes):
        before = standing[places]
        after = _winners(cube.codes[:, day, places], before, order)
        standing[places] = after
        changed = after != before
        found.append(_Changes(places[changed], np.full(np.count_nonzero(changed), day), after[changed]))
    places, days, codes = (np.concatenate(column) for column in zip(*found, strict=True))
    by_place = np.lexsort((days, places))
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
