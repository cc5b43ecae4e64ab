"""The rows of a CSV or Parquet file as text, and of a dense table only those at which a status begins or ends."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from whoheld.errors import DataError
from whoheld.tables.mapping import Columns


class Row(NamedTuple):
    """One row: its number in the file (the header of a CSV is row 1), and its fields as text, empty ones left out."""

    number: int
    fields: dict[str, str]


def read(path: Path, columns: Columns) -> Iterator[Row]:
    """All rows of a table.

    Raises:
        DataError: the file cannot be read, or lacks a column of the mapping.
    """
    if path.suffix == ".parquet":
        yield from _parquet(path, columns)
        return
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream, restkey="", restval="")
            _require(path, reader.fieldnames or (), columns)
            for fields in reader:
                yield Row(reader.line_num, {name: value for name, value in fields.items() if name and value})
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"cannot be read: {error}", path=path) from error


def edges(path: Path, columns: Columns, status: str) -> Iterator[Row]:
    """The first and the last row of every run of days on which a place has one status in a column, by place and day.

    Raises:
        DataError: the file cannot be read, or lacks a column of the mapping.
    """
    place = columns.id or columns.name or ""
    table = _columnar(path, columns, [place, columns.reported, status])
    table = table.append_column("row", pa.array(np.arange(2, table.num_rows + 2)))
    table = table.filter(pc.is_valid(table[status])).sort_by([(place, "ascending"), (columns.reported, "ascending")])
    if table.num_rows == 0:
        return
    codes = [np.asarray(pc.dictionary_encode(table[name].combine_chunks()).indices) for name in (place, status)]
    begins = np.ones(table.num_rows, dtype=bool)
    begins[1:] = (codes[0][1:] != codes[0][:-1]) | (codes[1][1:] != codes[1][:-1])
    ends = np.append(begins[1:], True)
    for record in table.filter(pa.array(begins | ends)).to_pylist():
        number = record.pop("row")
        yield Row(number, {name: _text(value) for name, value in record.items() if value is not None})


def _columnar(path: Path, columns: Columns, names: Sequence[str]) -> pa.Table:
    try:
        if path.suffix == ".parquet":
            _require(path, pa.parquet.read_schema(path).names, columns)
            return pa.parquet.read_table(path, columns=list(names))
        nothing = pa.csv.ConvertOptions(include_columns=list(names), null_values=["", "NA"], strings_can_be_null=True)
        return pa.csv.read_csv(path, convert_options=nothing)
    except (OSError, pa.ArrowInvalid, KeyError) as error:
        raise DataError(f"cannot be read: {error}", path=path) from error


def _parquet(path: Path, columns: Columns) -> Iterator[Row]:
    try:
        file = pa.parquet.ParquetFile(path)
    except (OSError, pa.ArrowInvalid) as error:
        raise DataError(f"cannot be read: {error}", path=path) from error
    _require(path, file.schema_arrow.names, columns)
    number = 1
    for batch in file.iter_batches():
        for record in batch.to_pylist():
            number += 1
            yield Row(number, {name: _text(value) for name, value in record.items() if value not in (None, "")})


def _require(path: Path, present: Sequence[str], columns: Columns) -> None:
    fields = columns.model_dump()
    wanted = [name for name in (*fields.pop("status"), *fields.values()) if name]
    missing = [name for name in wanted if name not in present]
    if missing:
        raise DataError(f"the mapping names columns that are not there: {', '.join(missing)}", path=path)


def _text(value: object) -> str:
    """A cell as text; a whole number that was stored as a float is a whole number."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
