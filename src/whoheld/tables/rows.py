"""The rows of a CSV or Parquet file as text, and of a dense table only those at which a status begins or ends."""

import csv
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from whoheld.errors import DataError
from whoheld.tables.mapping import Columns
from whoheld.tables.unreadable import columns_there, is_parquet, unreadable

csv.field_size_limit(1 << 27)
"""Characters of a cell: a cell is somebody's text, and how long that may be is not ours to say."""


class Row(NamedTuple):
    """One row: its number in the file (the header of a CSV is row 1), and its fields as text, empty ones left out."""

    number: int
    fields: dict[str, str]


def read(path: Path, columns: Columns) -> Iterator[Row]:
    """All rows of a table.

    Raises:
        DataError: the file cannot be read, or lacks a column of the mapping.
    """
    if is_parquet(path):
        yield from _parquet(path, columns)
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream)
            names = next(reader, [])
            _require(path, names, columns)
            for number, cells in enumerate(reader, start=2):
                if cells:
                    yield Row(number, {name: value for name, value in zip(names, cells, strict=False) if name and value})
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise unreadable(path, error) from error


def edges(path: Path, columns: Columns) -> Iterator[Row]:
    """Of each place the rows at which a run of days with one status, or with none, begins or ends in some column.

    Such a row is kept with what all its columns say: a source that bears out what it said before still speaks on the day on
    which another one changes its mind.

    Raises:
        DataError: the file cannot be read, or lacks a column of the mapping.
    """
    place = columns.id or columns.name or ""
    table = _columnar(path, columns, [place, columns.reported, *columns.status])
    told: dict[str, _Ranked] = {}
    for name in table.column_names:  # one after the other, since there may be many millions of rows
        told[name] = _ranked(table[name])
        table = table.drop_columns([name])
    places, days = told[place], told[columns.reported]
    order = np.argsort(places.ranks * np.int64(len(days.values) + 1) + days.ranks, kind="stable")
    begins = _differ(places.ranks, order)
    for column in columns.status:
        begins |= _differ(told[column].ranks, order)
    rows = order[begins | np.append(begins[1:], True)]
    fields = zip(*([_text(value) for value in each.of(rows)] for each in told.values()), strict=True)
    for number, some in zip((rows + 2).tolist(), fields, strict=True):
        yield Row(number, {name: value for name, value in zip(told, some, strict=True) if value})


class _Ranked(NamedTuple):
    """The distinct values of a column, sorted, and of each row the position of its value; after all of them that of none."""

    values: pa.Array
    ranks: npt.NDArray[np.unsignedinteger[Any]]

    def of(self, rows: npt.NDArray[np.int64]) -> list[object]:
        """The values of some rows."""
        ranks = self.ranks[rows]
        return _values(self.values.take(pa.array(ranks, mask=ranks == len(self.values))))


def _ranked(column: pa.ChunkedArray) -> _Ranked:
    encoded = column if pa.types.is_dictionary(column.type) else pc.dictionary_encode(column)
    encoded = encoded.unify_dictionaries().combine_chunks()
    order = np.asarray(pc.sort_indices(encoded.dictionary))
    ranks = np.full(len(order) + 1, len(order), np.min_scalar_type(len(order)))
    ranks[order] = np.arange(len(order))
    return _Ranked(encoded.dictionary.take(pa.array(order)), ranks[np.asarray(pc.fill_null(encoded.indices, len(order)))])


def _differ(ranks: npt.NDArray[np.unsignedinteger[Any]], order: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Of rows in an order, whether each has another value than the one before it."""
    values = ranks[order]
    return np.append(True, values[1:] != values[:-1])[: len(values)]


def _columnar(path: Path, columns: Columns, names: Sequence[str]) -> pa.Table:
    try:
        if is_parquet(path):
            _require(path, pa.parquet.read_schema(path).names, columns)
            return pa.parquet.read_table(path, columns=list(names))
        words = dict.fromkeys(columns.status, pa.dictionary(pa.int32(), pa.string()))
        told = {"include_columns": list(names), "column_types": words, "null_values": ["", "NA"], "strings_can_be_null": True}
        return _csv(path, pa.csv.ConvertOptions(**told))
    except (OSError, pa.ArrowInvalid, KeyError) as error:
        raise unreadable(path, error) from error


def _csv(path: Path, options: pa.csv.ConvertOptions) -> pa.Table:
    """A table in a third of the memory that it takes to read it at once, which is needed where a column's kind changes midway."""
    try:
        table = pa.csv.open_csv(path, convert_options=options).read_all()
    except pa.ArrowInvalid:
        table = pa.csv.read_csv(path, convert_options=options)
    if any(pa.types.is_binary(kind) for kind in table.schema.types):
        raise pa.ArrowInvalid("invalid UTF8 data")
    return table


def _parquet(path: Path, columns: Columns) -> Iterator[Row]:
    try:
        file = pa.parquet.ParquetFile(path)
        _require(path, file.schema_arrow.names, columns)
        numbers = count(2)
        for batch in file.iter_batches():
            cells = [[_text(value) for value in _values(column)] for column in batch.columns]
            for record in zip(*cells, strict=True):
                yield Row(next(numbers), {name: value for name, value in zip(batch.schema.names, record, strict=True) if value})
    except (OSError, pa.ArrowInvalid) as error:
        raise unreadable(path, error) from error


def _require(path: Path, present: Sequence[str], columns: Columns) -> None:
    fields = columns.model_dump()
    wanted = [name for name in (*fields.pop("status"), *fields.values()) if name]
    missing = [name for name in wanted if name not in present]
    if missing:
        named = f"the mapping names columns that are not there: {', '.join(missing)}"
        raise DataError(f"{named}; {columns_there(present)}", path=path)


def _values(column: pa.Array) -> list[object]:
    """The values of a column, days and instants as text: Arrow knows more of them than Python. What cannot be read is none."""
    if pa.types.is_timestamp(column.type) or pa.types.is_date(column.type):
        column = column.cast(pa.string())
    try:
        values: list[object] = column.to_pylist()
    except UnicodeDecodeError:
        return [_readable(cell) for cell in column]
    return values


def _readable(cell: pa.Scalar) -> object:
    try:
        value: object = cell.as_py()
    except UnicodeDecodeError:
        return None
    return value


def _text(value: object) -> str:
    """A cell as text, empty where there is nothing; a whole number that was stored as a float is a whole number."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
