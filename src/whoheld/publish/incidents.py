"""Incidents as people keep them in tables: which column is the day, which the place, and what their cells mean.

Nothing is guessed: a day that can be read in two ways is refused, and says which two.
"""

import csv
import datetime as dt
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from whoheld.errors import DataError, UsageError, WhoheldError
from whoheld.ingest.decoding import decode

COLUMNS = {
    "place": (
        *("place", "name", "place_name", "location", "locality", "town", "village", "city"),
        *("المكان", "الموقع", "الموضع", "البلدة", "القرية", "المدينة", "الاسم"),
    ),
    "lon": ("lon", "longitude", "lng", "long", "x", "الطول"),
    "lat": ("lat", "latitude", "y", "العرض"),
    "date": ("date", "day", "event_date", "incident_date", "when", "التاريخ", "تاريخ", "اليوم", "يوم"),
}
"""What a table of incidents may call its columns; case does not matter, and a longer header may contain the word."""

_WRITTEN = ("%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)? ?([ap]m|Z|[+-]\d{2}:?\d{2})?$", re.IGNORECASE)
_DEGREES = re.compile(r"([+-]?\d+(?:\.\d+)?) ?°? ?([NSEW]?)", re.IGNORECASE)
_SERIAL = re.compile(r"[34]\d{4}(\.\d+)?")
_SERIAL_ZERO = dt.date(1899, 12, 30)
_MONTHS = 12
_NO_TABLE = "is no table of text with a header: save it as CSV, best in UTF-8"
_DAMAGED = 0.01


class Table(NamedTuple):
    """A table as it was read: its header, its rows, and what parts their cells."""

    header: list[str]
    rows: list[list[str]]
    delimiter: str


def read_table(path: Path) -> Table:
    """A table parted by commas, semicolons, tabs or upright strokes, in whatever encoding.

    Raises:
        DataError: it cannot be read, or is no such table.
    """
    try:
        found = decode(path.read_bytes())
    except OSError as error:
        raise DataError(f"cannot be read: {error.strerror}", path=path) from error
    except WhoheldError as error:
        raise DataError(_NO_TABLE, path=path) from error
    if not found.text.strip() or "\0" in found.text or found.damage > _DAMAGED:
        raise DataError(_NO_TABLE, path=path)
    first = found.text.lstrip().splitlines()[0]
    delimiter = max(",;\t|", key=first.count)
    try:
        header, *rows = csv.reader(io.StringIO(found.text.lstrip(), newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise DataError(f"is no table: {error}", path=path) from error
    return Table(header, [row for row in rows if any(map(str.strip, row))], delimiter)


def columns(header: Iterable[str], named: Mapping[str, str] | None = None) -> dict[str, int]:
    """Role (place, lon, lat, date) -> position.

    Args:
        header: of the table.
        named: role -> header, where the user says it.

    Raises:
        UsageError: no column holds the day, or none the place; two may; or a named one does not exist.
    """
    names, named = [_plain(name) for name in header], named or {}
    if unknown := sorted(set(named) - set(COLUMNS)):
        raise UsageError(f"--column {unknown[0]}=…: it takes {', '.join(f'{role}=HEADER' for role in COLUMNS)}")
    found = {role: _position(names, role, named) for role in COLUMNS}
    roles = {role: at for role, at in found.items() if at is not None}
    if "date" not in roles or not ("place" in roles or {"lon", "lat"} <= roles.keys()):
        lacking = "the day" if "date" not in roles else "the place, or lon and lat"
        raise UsageError(
            f"no column is known to hold {lacking}; the table has: {', '.join(header)}. "
            "Say which it is, as in --column date=HEADER --column place=HEADER"
        )
    return roles


def _position(names: list[str], role: str, named: Mapping[str, str]) -> int | None:
    if role in named:
        if _plain(named[role]) not in names:
            raise UsageError(f"--column {role}={named[role]}: the table has no such header, but {', '.join(names)}")
        return names.index(_plain(named[role]))
    exact = [names.index(name) for name in COLUMNS[role] if name in names]
    if exact:
        return exact[0]
    within = [at for at, name in enumerate(names) if set(re.split(r"[\W_]+", name)) & set(COLUMNS[role])]
    if len(within) > 1:
        several = ", ".join(names[at] for at in within)
        raise UsageError(f"several columns may hold the {role}: {several}. Say which, as in --column {role}={names[within[0]]}")
    return within[0] if within else None


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def point(lon: str, lat: str) -> tuple[float, float]:
    """Longitude and latitude from two cells: degrees with a point or a comma, with or without N, S, E, W.

    Raises:
        ValueError: they are no degrees, or out of range; the message says which.
    """
    found = _degrees(lon, "EW"), _degrees(lat, "NS")
    if found[0] is None or found[1] is None:
        raise ValueError(f"not a longitude and latitude in degrees: {lon}, {lat}")
    if not (-180 <= found[0] <= 180 and -90 <= found[1] <= 90):  # noqa: PLR2004 - the globe
        raise ValueError(f"out of range: longitude {lon}, latitude {lat}")
    return found[0], found[1]


def _degrees(cell: str, letters: str) -> float | None:
    match = _DEGREES.fullmatch(_digits(cell).replace(",", "."))
    if match is None or (match[2] and match[2].upper() not in letters):
        return None
    return -float(match[1]) if match[2].upper() == letters[1] else float(match[1])


def day(cell: str, order: str | None = None) -> dt.date:
    """The day that a cell names.

    Args:
        cell: ISO (2019-01-20, also with a time), 20 January 2019, or 20/01/2019 in any order that leaves one reading.
        order: ``dmy`` or ``mdy`` where the user says how days of three numbers are written.

    Raises:
        ValueError: it names no day, or may name two; the message says which.
    """
    text = _TIME.sub("", _digits(cell).strip())
    if not text:
        raise ValueError("not a day: the cell is empty")
    if numbers := _NUMBERS.fullmatch(text):
        return _of_numbers(cell, *(int(part) for part in numbers.groups()), order=order)
    for form in _WRITTEN:
        try:
            return dt.datetime.strptime(text.replace(",", ""), form).date()  # noqa: DTZ007 - a calendar day
        except ValueError:
            continue
    if _SERIAL.fullmatch(text):
        meant = _SERIAL_ZERO + dt.timedelta(int(float(text)))
        raise ValueError(f"not a day: {cell!r}; if a spreadsheet's number for {meant}, give the column the format of a date")
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"not a day: {cell!r}; write it as 2019-01-20") from error


def _of_numbers(cell: str, one: int, other: int, year: int, *, order: str | None) -> dt.date:
    """A day like 14/12/2018, if it has one reading."""
    readings = {"dmy": (year, other, one), "mdy": (year, one, other)}
    if order is None and max(one, other) <= _MONTHS and one != other:
        days = [dt.date(*reading).isoformat() for reading in readings.values()]
        raise ValueError(f"{cell!r} may be {' or '.join(days)}: write it as {days[0]}, or say --dates dmy or --dates mdy")
    try:
        return dt.date(*readings[order or ("mdy" if other > _MONTHS else "dmy")])
    except ValueError as error:
        raise ValueError(f"not a day: {cell!r}; write it as 2019-01-20") from error


def _digits(text: str) -> str:
    """The text with the digits of any script as 0 to 9."""
    return "".join(str(unicodedata.decimal(char, char)) for char in text)
