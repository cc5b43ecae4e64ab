"""The rows of a dense table at which a status begins or ends: columns, since there may be many millions of rows."""

import csv
import io
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from whoheld.errors import DataError
from whoheld.tables.mapping import NOTHING, Columns
from whoheld.tables.rows import Row, text, values
from whoheld.tables.rows import table as records
from whoheld.tables.unreadable import is_parquet, require, unreadable

_CHUNK = 1 << 24

Ranks = npt.NDArray[np.unsignedinteger[Any]]


class _Ranked(NamedTuple):
    """The distinct values of a column, sorted, and of each row the position of its value; after all of them that of none."""

    values: pa.Array
    ranks: Ranks

    def of(self, rows: npt.NDArray[np.int64]) -> list[object]:
        """The values of some rows."""
        ranks = self.ranks[rows]
        return values(self.values.take(pa.array(ranks, mask=ranks == len(self.values))))


class _Table(NamedTuple):
    """The columns of a table that are read, the numbers of its rows where they are not just counted, and its broken rows."""

    columns: pa.Table
    numbers: npt.NDArray[np.int64] | None = None
    broken: tuple[Row, ...] = ()


class Edges(NamedTuple):
    """How many rows a table has, and those of them at which something begins or ends, or which are broken."""

    total: int
    rows: Iterator[Row]


def edges(path: Path, columns: Columns) -> Edges:
    """Of each place the rows at which a run of days with one status, or with none, begins or ends in some column.

    A note and the day of which a row speaks are told by runs too. Such a row is kept with what all its columns say: a source that
    bears out what it said before still speaks on the day on which another one changes its mind.

    Raises:
        DataError: the file cannot be read, or lacks a column of the mapping.
    """
    table, numbers, broken = _columnar(path, columns)
    total = table.num_rows + len(broken)
    return Edges(total, chain(broken, _edges(table, numbers, columns) if table.num_rows else ()))


def _edges(table: pa.Table, numbers: npt.NDArray[np.int64] | None, columns: Columns) -> Iterator[Row]:
    told: dict[str, _Ranked] = {}
    for name in table.column_names:  # one after the other, since there may be many millions of rows
        told[name] = _ranked(table[name])
        table = table.drop_columns([name])
    days, places = told[columns.reported], _places(told, columns)
    order = np.argsort(places * np.int64(len(days.values) + 1) + days.ranks, kind="stable")
    begins = _differ(places, order)
    for column in (*columns.status, *filter(None, (columns.as_of, columns.note))):
        begins |= _differ(told[column].ranks, order)
    rows = order[begins | np.append(begins[1:], True)]
    fields = zip(*([text(value) for value in each.of(rows)] for each in told.values()), strict=True)
    counted = rows + 2 if numbers is None else numbers[rows]
    for number, some in zip(counted.tolist(), fields, strict=True):
        yield Row(number, {name: value for name, value in zip(told, some, strict=True) if value})


def _places(told: dict[str, _Ranked], columns: Columns) -> Ranks:
    """Of each row a number for its place: its id, or its name with its position."""
    if columns.id:
        return told[columns.id].ranks
    found = told[columns.name or ""].ranks
    for name in filter(None, (columns.lon, columns.lat)):
        both = found * np.int64(len(told[name].values) + 1) + told[name].ranks
        found = np.unique(both, return_inverse=True)[1].astype(np.uint64)
    return found


def _ranked(column: pa.ChunkedArray) -> _Ranked:
    if pa.types.is_null(column.type):
        column = column.cast(pa.string())
    encoded = column if pa.types.is_dictionary(column.type) else pc.dictionary_encode(column)
    encoded = encoded.unify_dictionaries().combine_chunks()
    distinct = encoded.dictionary
    order = np.asarray(pc.sort_indices(distinct))
    if pa.types.is_string(distinct.type) or pa.types.is_large_string(distinct.type):
        order = order[~np.asarray(pc.is_in(distinct, pa.array(NOTHING, distinct.type)))[order]]
    ranks = np.full(len(distinct) + 1, len(order), np.min_scalar_type(len(distinct)))
    ranks[order] = np.arange(len(order))
    found = ranks[np.asarray(pc.fill_null(encoded.indices, len(distinct)))]
    return _Ranked(distinct.take(pa.array(order)), found)


def _differ(ranks: Ranks, order: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Of rows in an order, whether each has another value than the one before it."""
    found = ranks[order]
    return np.append(True, found[1:] != found[:-1])[: len(found)]


def _columnar(path: Path, columns: Columns) -> _Table:
    named = dict.fromkeys([columns.id or columns.name or "", columns.reported, *columns.status])
    named |= dict.fromkeys([] if columns.id else [columns.lon or "", columns.lat or ""])
    named |= dict.fromkeys(name for name in (columns.name, columns.as_of, columns.note, columns.url) if name)
    try:
        if is_parquet(path):
            schema = pa.parquet.read_schema(path)
            require(path, schema.names, columns)
            nested = [name for name in named if pa.types.is_nested(schema.field(name).type)]
            if nested:
                raise DataError(f"a cell of the column {nested[0]!r} is a list or a table, and should be one value", path=path)
            return _Table(pa.parquet.read_table(path, columns=list(named)))
        words = dict.fromkeys([*columns.status, *_words(columns)], pa.dictionary(pa.int32(), pa.string()))
        told = {"include_columns": list(named), "column_types": words, "null_values": NOTHING, "strings_can_be_null": True}
        return _csv(path, columns, pa.csv.ConvertOptions(**told))
    except (OSError, pa.ArrowException) as error:
        raise unreadable(path, error) from error


def _words(columns: Columns) -> list[str]:
    return [name for name in (columns.name, columns.note, columns.url) if name]


def _csv(path: Path, columns: Columns, options: pa.csv.ConvertOptions) -> _Table:
    """A table as Arrow reads it where each of its lines is a row, else record by record, the broken ones apart."""
    next(records(path, columns))  # a header that will not do is told at once
    try:
        table = _arrow(path, options)
    except pa.ArrowInvalid:
        return _careful(path, columns, options)
    whole = table.num_rows + 1 == _lines(path) and not any(pa.types.is_binary(kind) for kind in table.schema.types)
    return _Table(table) if whole else _careful(path, columns, options)


def _arrow(path: Path, options: pa.csv.ConvertOptions) -> pa.Table:
    """A table in a third of the memory that it takes to read it at once, which is needed where a column's kind changes midway."""
    try:
        return pa.csv.open_csv(path, convert_options=options).read_all()
    except pa.ArrowInvalid:
        return pa.csv.read_csv(path, convert_options=options)


def _lines(path: Path) -> int:
    """How many lines a file has, blank ones too."""
    found, last = 0, b"\n"
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            found, last = found + chunk.count(b"\n"), chunk[-1:]
    return found + (last != b"\n")


def _careful(path: Path, columns: Columns, options: pa.csv.ConvertOptions) -> _Table:
    """The same of a table some line of which is no row by itself."""
    numbers, broken, clean = [], [], io.StringIO()
    writer = csv.writer(clean, lineterminator="\n")
    for record in records(path, columns):
        if record.flaw:
            broken.append(Row(record.number, {"row": ",".join(record.cells)}, record.flaw))
        else:
            numbers.append(record.number)
            writer.writerow(" ".join(cell.split()) for cell in record.cells)
    table = pa.csv.read_csv(io.BytesIO(clean.getvalue().encode()), convert_options=options)
    return _Table(table, np.array(numbers[1:]), tuple(broken))
