"""Excel workbooks as tables of strings, in which OCHA publishes most of its lists of places."""

import zipfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from whoheld.errors import DataError

_MOST_BYTES = 1 << 29
"""Unpacked; a list of a million places takes a third of it."""


class Sheet(NamedTuple):
    """A sheet of a workbook.

    Attributes:
        header: the names of its columns, from the first row that has cells.
        body: the rows below, each with its number in the sheet (counted from 1) and its cells by column.
    """

    name: str
    header: tuple[str, ...]
    body: Iterator[tuple[int, dict[str, str]]]


def sheets(path: Path) -> Iterator[Sheet]:
    """The sheets of an ``.xlsx`` that have cells, in their order.

    Raises:
        DataError: it is no workbook, is locked, or is far larger unpacked than any list of places.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > _MOST_BYTES:
            raise DataError(f"unpacks to {unpacked >> 20} MB; save the list of places as CSV and import that", path=path)
        with CalamineWorkbook.from_path(str(path)) as book:
            for name in book.sheet_names:
                sheet = book.get_sheet_by_name(name)
                if sheet.height:
                    yield _sheet(name, sheet)
    except (CalamineError, zipfile.BadZipFile) as error:
        raise DataError(f"not an Excel workbook that can be read ({error})", path=path) from error


def _sheet(name: str, sheet: CalamineSheet) -> Sheet:
    first = (sheet.start or (0, 0))[0] + 1
    table = iter(sheet.iter_rows())
    header = tuple(_cell(value).strip() for value in next(table))
    body = ((number, dict(zip_longest(header, map(_cell, row), fillvalue=""))) for number, row in enumerate(table, first + 1))
    return Sheet(name, header, ((number, cells) for number, cells in body if any(cells.values())))


def _cell(value: object) -> str:
    """A cell as text; Excel keeps all numbers as fractions, and a code of digits is none."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
