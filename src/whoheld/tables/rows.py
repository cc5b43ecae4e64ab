"""The rows of a CSV or Parquet file as text, and of a dense table only those at which a status begins or ends."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
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
    keys = [(place, "ascending"), (columns.reported, "ascending")]
    order = np.asarray(pc.sort_indices(table, keys))  # of the whole table, of which only a few rows are ever put together
    order = order[np.asarray(pc.is_valid(table[status]))[order]]
    codes = [_codes(table[name])[order] for name in (place, status)]
    begins = np.ones(len(order), dtype=bool)
    begins[1:] = (codes[0][1:] != codes[0][:-1]) | (codes[1][1:] != codes[1][:-1])
    rows = order[begins | np.append(begins[1:], True)]
    for number, record in zip((rows + 2).tolist(), table.take(pa.array(rows)).to_pylist(), strict=True):
        yield Row(number, {name: _text(value) for name, value in record.items() if value is not None})


def _codes(column: pa.ChunkedArray) -> npt.NDArray[np.int32]:
    """Of each value of a column a number that is the same for the same values."""
    if not pa.types.is_dictionary(column.type):
        column = pc.dictionary_encode(column)
    codes: npt.NDArray[np.int32] = np.asarray(pc.fill_null(column.unify_dictionaries().combine_chunks().indices, -1))
    return codes


def _columnar(path: Path, columns: Columns, names: Sequence[str]) -> pa.Table:
    try:
        if path.suffix == ".parquet":
            _require(path, pa.parquet.read_schema(path).names, columns)
            return pa.parquet.read_table(path, columns=list(names))
        words = {names[-1]: pa.dictionary(pa.int32(), pa.string())}
        told = {"include_columns": list(names), "column_types": words, "null_values": ["", "NA"], "strings_can_be_null": True}
        return pa.csv.read_csv(path, convert_options=pa.csv.ConvertOptions(**told))
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
