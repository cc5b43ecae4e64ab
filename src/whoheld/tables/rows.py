"""The rows of a CSV or Parquet file as text."""

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet

from whoheld.tables.dates import instant
from whoheld.tables.mapping import Columns
from whoheld.tables.records import Flaw, Record, records
from whoheld.tables.unreadable import is_parquet, require, unreadable


class Row(NamedTuple):
    """One row: its number in the file (the header of a CSV is row 1), and its fields as text, empty ones left out.

    Attributes:
        flaw: why it cannot be read; its fields are then whatever could be.
    """

    number: int
    fields: dict[str, str]
    flaw: Flaw | None = None


def read(path: Path, columns: Columns) -> Iterator[Row]:
    """All rows of a table.

    Raises:
        DataError: the file cannot be read, or lacks a column of the mapping.
    """
    if is_parquet(path):
        yield from _parquet(path, columns)
        return
    header: Sequence[str] = ()
    for record in table(path, columns):
        if not header:
            header = record.cells
        elif record.flaw:
            yield Row(record.number, {"row": ",".join(record.cells)}, record.flaw)
        else:
            yield Row(record.number, {name: value for name, value in zip(header, record.cells, strict=True) if name and value})


def table(path: Path, columns: Columns) -> Iterator[Record]:
    """The records of a CSV, the header first.

    Raises:
        DataError: the file cannot be read, or lacks a column of the mapping.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            header: Sequence[str] = ()

            def is_row(cells: Sequence[str]) -> bool:
                return instant(cells[header.index(columns.reported)]) is not None

            for record in records(stream, is_row):
                if not header:
                    header = record.cells
                    require(path, header, columns)
                yield record
            if not header:
                require(path, header, columns)
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable(path, error) from error


def _parquet(path: Path, columns: Columns) -> Iterator[Row]:
    try:
        file = pa.parquet.ParquetFile(path)
        require(path, file.schema_arrow.names, columns)
        numbers = count(2)
        for batch in file.iter_batches():
            cells = [[text(value) for value in values(column)] for column in batch.columns]
            for record in zip(*cells, strict=True):
                yield Row(next(numbers), {name: value for name, value in zip(batch.schema.names, record, strict=True) if value})
    except (OSError, pa.ArrowException) as error:
        raise unreadable(path, error) from error


def values(column: pa.Array) -> list[object]:
    """The values of a column, days and instants as text: Arrow knows more of them than Python. What cannot be read is none."""
    if pa.types.is_timestamp(column.type) or pa.types.is_date(column.type):
        column = column.cast(pa.string())
    try:
        found: list[object] = column.to_pylist()
    except UnicodeDecodeError:
        return [_readable(cell) for cell in column]
    return found


def _readable(cell: pa.Scalar) -> object:
    try:
        value: object = cell.as_py()
    except UnicodeDecodeError:
        return None
    return value


def text(value: object) -> str:
    """A cell as text, empty where there is nothing; a whole number that was stored as a float is a whole number."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
