"""A theatre's files, read and validated; what is wrong is told with its file and row."""

import csv
import io
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from whoheld.errors import DataError
from whoheld.geodata.schema import COLUMNS, ActorRow, PlaceRow, TheatreFile
from whoheld.model import Actor, Place


def read_theatre(path: Path) -> TheatreFile:
    """``theatre.toml``, validated.

    Raises:
        DataError: the file cannot be read, or a key is unknown, missing or wrong.
    """
    try:
        return TheatreFile.model_validate(_toml(path))
    except ValidationError as error:
        keys = [str(part) for part in error.errors()[0]["loc"]]
        raise DataError(first_fault(error), path=path, row=line_of(path, *keys)) from error


def line_of(path: Path, *words: str, after: int = 1) -> int | None:
    """The first line, from ``after`` on, that begins with the first of the words or else contains it; None where no line does."""
    lines = list(enumerate(path.read_text("utf-8").splitlines(), 1))[after - 1 :]
    starts = (number for number, line in lines if line.lstrip("[ ").startswith(words[0]))
    return next(starts, None) or next((number for number, line in lines if words[0] in line), None)


def read_actors(path: Path) -> tuple[Actor, ...]:
    """``actors.toml``, validated.

    Raises:
        DataError: as above; ``row`` is the line on which the actor begins.
    """
    rows, faults = actor_rows(path)
    if faults:
        raise faults[0]
    return tuple(row.actor() for row in rows.values())


def actor_rows(path: Path) -> tuple[dict[int, ActorRow], list[DataError]]:
    """The actors of a file by the line on which each begins, and what is wrong with the others.

    Raises:
        DataError: the file as a whole cannot be read.
    """
    content = _toml(path)
    begins = [number for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if line.strip() == "[[actor]]"]
    unknown = sorted(set(content) - {"actor"})
    faults = [DataError(f"unknown key {word}; only [[actor]] tables stand here", path=path) for word in unknown]
    rows = {}
    for line, table in zip(begins, content.get("actor", []), strict=True):
        try:
            rows[line] = ActorRow.model_validate(table)
        except ValidationError as error:
            faults.append(DataError(f"{table.get('id', 'no id')}: {first_fault(error)}", path=path, row=line))
    return rows, faults


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"cannot be read: {error}", path=path) from error


def first_fault(error: ValidationError) -> str:
    """The first thing that a schema found wrong, as ``key: what``; of the whole, what alone."""
    detail = error.errors()[0]
    said = "is no key that may stand here" if detail["type"] == "extra_forbidden" else detail["msg"].removeprefix("Value error, ")
    return ": ".join(filter(None, [".".join(str(part) for part in detail["loc"]), said]))


def read_places(path: Path, theatre_id: str) -> tuple[Place, ...]:
    """``places.csv``, validated; ids get the theatre's prefix. A part without that file has no places.

    Raises:
        DataError: a row is not as its schema wants it, or no row on the way up from one has a point.
    """
    if not path.exists():
        return ()
    rows, faults = place_rows(path)
    if faults:
        raise faults[0]
    by_id = {row.id: row for row in rows.values()}
    return tuple(_place(row, by_id, theatre_id, path, line) for line, row in rows.items())


def place_rows(path: Path) -> tuple[dict[int, PlaceRow], list[DataError]]:
    """The places of a file by line, and what is wrong with the other lines.

    Raises:
        DataError: the file as a whole cannot be read: its encoding, its header.
    """
    rows: dict[int, PlaceRow] = {}
    faults = []
    header, body = _table(path)
    for line, cells in body:
        if len(cells) != len(header):
            faults.append(DataError(f"{len(cells)} cells under {len(header)} columns", path=path, row=line))
            continue
        try:
            rows[line] = PlaceRow.model_validate(dict(zip(header, cells, strict=True)))
        except ValidationError as error:
            faults.append(DataError(first_fault(error), path=path, row=line))
    return rows, faults


def _table(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    try:
        table = csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), strict=True)
        header = next(table, [])
        body = [(table.line_num, cells) for cells in table]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"cannot be read: {error}", path=path) from error
    if repeated := sorted({column for column in header if header.count(column) > 1}):
        raise DataError(f"column {', '.join(repeated)} stands twice in the header", path=path, row=1)
    if missing := [column for column in COLUMNS if column not in header]:
        raise DataError(f"column {', '.join(missing)} is missing in the header", path=path, row=1)
    return header, body


def _place(row: PlaceRow, by_id: Mapping[str, PlaceRow], theatre_id: str, path: Path, line: int) -> Place:
    located = located_row(row, by_id)
    if located is None or located.lon is None or located.lat is None or located.precision_m is None:
        raise DataError(f"no coordinate, and its parent {row.parent!r} gives none", path=path, row=line)
    inherited = "" if located is row else f"; no citable point, that of {located.id} is shown"
    spelt = row.names.get("en") or next(iter(row.names.values()))
    return Place(
        id=f"{theatre_id}:{row.id}",
        kind=row.kind,
        name=spelt[0],
        names=row.names,
        lon=located.lon,
        lat=located.lat,
        precision_m=row.precision_m or located.precision_m,
        parent=f"{theatre_id}:{row.parent}" if row.parent else None,
        country=row.country,
        source=row.source + inherited,
        ids=row.ids,
    )


def located_row(row: PlaceRow, by_id: Mapping[str, PlaceRow]) -> PlaceRow | None:
    """The row itself or the nearest one above it that has a point; None where none has, or the parents run in a circle."""
    seen = set()
    at: PlaceRow | None = row
    while at is not None and at.lon is None and at.id not in seen:
        seen.add(at.id)
        at = by_id.get(at.parent or "")
    return at if at is not None and at.lon is not None else None
