"""A table of incidents, written again with the answer beside each row."""

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TextIO

from whoheld.errors import DataError, UsageError
from whoheld.publish.answers import WITHIN_M, Answer, Asked, Question
from whoheld.publish.escaping import cell
from whoheld.timeline import Timeline

COLUMNS = {
    "place": ("place", "name", "place_name", "location", "town", "village", "المكان"),
    "lon": ("lon", "longitude", "lng", "x"),
    "lat": ("lat", "latitude", "y"),
    "date": ("date", "day", "event_date", "incident_date", "التاريخ"),
}
"""What a table of incidents may call its columns; case does not matter."""

_MARK = "whoheld_"


def ask(timeline: Timeline, incidents: Path, answers: TextIO, *, within_m: int = WITHIN_M) -> Counter[str]:
    """Write the table of incidents again, with the answer beside each row.

    Args:
        timeline: what to ask.
        incidents: a CSV with a header; see ``COLUMNS`` for the names that it may give its columns. Days are ISO (2019-01-20).
        answers: where the table goes; cells are safe for spreadsheets, numbers stay numbers.
        within_m: how far a reported place may lie from a point that it answers for.

    Returns:
        How many rows got each status.

    Raises:
        DataError: the table cannot be read.
        UsageError: it has no column for the day, or none for the place.
    """
    header, rows = _read(incidents)
    named = _columns(header)
    asked, statuses = Asked(timeline, within_m), Counter[str]()
    writer = csv.writer(answers, lineterminator="\r\n")
    writer.writerow([*map(_own, header), *(f"{_MARK}{field}" for field in Answer._fields)])
    for row in rows:
        answer = _answer(asked, {role: row[at].strip() for role, at in named.items() if at < len(row)})
        statuses[answer.status] += 1
        own = [*row, *[""] * (len(header) - len(row))][: len(header)]
        writer.writerow([*map(_own, own), *(cell(field) for field in answer)])
    return statuses


def _answer(asked: Asked, fields: Mapping[str, str]) -> Answer:
    try:
        return asked.answer(_question(fields))
    except ValueError as error:
        return Answer(note=str(error))


def _question(fields: Mapping[str, str]) -> Question:
    """A row as a question.

    Raises:
        ValueError: the day or the place cannot be read; the message says which.
    """
    lon, lat = fields.get("lon"), fields.get("lat")
    point = _point(lon, lat) if lon and lat else None
    if not fields.get("place") and point is None:
        raise ValueError("the row names no place and has no point")
    return Question(fields.get("place") or None, point, _day(fields.get("date", "")))


def _point(lon: str, lat: str) -> tuple[float, float]:
    try:
        point = (float(lon), float(lat))
    except ValueError as error:
        raise ValueError(f"not a longitude and latitude in degrees: {lon}, {lat}") from error
    if not (-180 <= point[0] <= 180 and -90 <= point[1] <= 90):  # noqa: PLR2004 - the globe
        raise ValueError(f"out of range: longitude {lon}, latitude {lat}")
    return point


def _day(text: str) -> dt.date:
    try:
        return dt.datetime.fromisoformat(text).date()
    except ValueError as error:
        raise ValueError(f"not a day: {text!r}; write it as 2019-01-20") from error


def _own(text: str) -> str:
    """A cell of the user's table: a number stays one, whatever its sign."""
    try:
        float(text)
    except ValueError:
        return cell(text)
    return text


def _columns(header: Iterable[str]) -> dict[str, int]:
    """Role -> position.

    Raises:
        UsageError: no column holds the day, or none the place.
    """
    names = [name.strip().casefold() for name in header]
    found = {role: names.index(name) for role, known in COLUMNS.items() for name in reversed(known) if name in names}
    if "date" not in found or not ("place" in found or {"lon", "lat"} <= found.keys()):
        known = "; ".join(f"{role}: {', '.join(names)}" for role, names in COLUMNS.items())
        raise UsageError(f"the table needs a column for the day, and one for the place or two for its point ({known})")
    return found


def _read(path: Path) -> tuple[list[str], list[list[str]]]:
    try:
        text = path.read_text("utf-8-sig")
        first = text.splitlines()[0] if text.strip() else ""
        delimiter = max(",;\t", key=first.count)
        header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except OSError as error:
        raise DataError(f"cannot be read: {error.strerror}", path=path) from error
    except (ValueError, csv.Error) as error:
        raise DataError("is no table in UTF-8 with a header", path=path) from error
    return header, [row for row in rows if row]
