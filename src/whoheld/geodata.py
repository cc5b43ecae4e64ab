"""The world as data: theatres with their actors, places, sources and policy, read from ``geodata/`` and validated.

A theatre is a folder: ``theatre.toml``, ``actors.toml``, ``places.csv`` and a sample corpus in ``articles/``. A new conflict is a
new folder and no new code.
"""

import csv
import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from whoheld.errors import DataError, UsageError
from whoheld.model import Actor, Frozen, Place, Policy


class Source(Frozen):
    """A publisher that reports on the theatre; tier 1 is best known for checking, 3 is a party's own voice (``side`` says whose)."""

    name: str
    hosts: tuple[str, ...] = ()
    tier: int = Field(default=2, ge=1, le=3)
    side: str | None = None


class TheatreFile(Frozen):
    """``theatre.toml``."""

    title: Mapping[str, str]
    bbox: tuple[float, float, float, float]
    countries: tuple[str, ...]
    first_day: dt.date
    languages: tuple[str, ...]
    includes: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()
    policy: Mapping[str, int] = Field(default_factory=dict)
    source: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Theatre:
    """A conflict, whole: what extraction, locating, the fold and the map need to know of it."""

    id: str
    file: TheatreFile
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    folder: Path

    def policy(self) -> Policy:
        """The theatre's numbers, with the sides of its actors and sources."""
        sides = {actor.id: actor.side for actor in self.actors if actor.side}
        outlets = {host: s.side for s in self.file.source for host in (s.name, *s.hosts) if s.side}
        return Policy(**self.file.policy, sides=sides, source_sides=outlets)


def folder() -> Path:
    """Where geodata lies: inside an installed package, or at the top of a checkout."""
    packed = Path(__file__).parent / "_geodata"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "geodata"


def theatres() -> tuple[str, ...]:
    """The ids of the theatres that exist, sorted."""
    return tuple(sorted(path.parent.name for path in folder().glob("*/theatre.toml")))


@cache
def theatre(name: str) -> Theatre:
    """A theatre with the theatres that it includes folded in.

    Raises:
        UsageError: there is no such theatre; the message lists those that exist.
        DataError: one of its files is not as its schema wants it.
    """
    if name not in theatres():
        raise UsageError(f"there is no theatre {name!r}; those that exist: {', '.join(theatres())}")
    where = folder() / name
    file = _theatre_file(where / "theatre.toml")
    included = [theatre(other) for other in file.includes]
    actors = [*_actors(where / "actors.toml"), *(actor for other in included for actor in other.actors)]
    places = [*_places(where / "places.csv", name), *(place for other in included for place in other.places)]
    return Theatre(name, file, tuple(actors), tuple(places), where)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"cannot be read: {error}", path=path) from error


def _theatre_file(path: Path) -> TheatreFile:
    try:
        return TheatreFile.model_validate(_toml(path))
    except ValidationError as error:
        raise DataError(_first(error), path=path) from error


def _actors(path: Path) -> tuple[Actor, ...]:
    rows = _toml(path).get("actor", [])
    actors = []
    for number, row in enumerate(rows, 1):
        try:
            actors.append(Actor.model_validate(row))
        except ValidationError as error:
            raise DataError(_first(error), path=path, row=f"{number} ({row.get('id', 'no id')})") from error
    return tuple(actors)


def _first(error: ValidationError) -> str:
    detail = error.errors()[0]
    return f"{'.'.join(str(part) for part in detail['loc'])}: {detail['msg']}"


def _places(path: Path, theatre_id: str) -> tuple[Place, ...]:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    by_id = {row["id"]: row for row in rows}
    return tuple(_place(row, by_id, theatre_id, path, line) for line, row in enumerate(rows, 2))


def _place(row: dict[str, str], by_id: Mapping[str, dict[str, str]], theatre_id: str, path: Path, line: int) -> Place:
    located, source = row, row["source"]
    while not located["lon"]:
        if located["parent"] not in by_id:
            raise DataError(f"no coordinate, and its parent {located['parent']!r} is missing", path=path, row=line)
        located = by_id[located["parent"]]
        source = f"{row['source']}; no citable point, that of {located['id']} is shown"
    names = {column: tuple(filter(None, row[column].split("|"))) for column in row if len(column) == 2}  # noqa: PLR2004 - ISO codes
    try:
        return Place(
            id=f"{theatre_id}:{row['id']}",
            kind=row["kind"],
            name=next(iter(names["en"]), row["id"]),
            names={language: spellings for language, spellings in names.items() if spellings},
            lon=float(located["lon"]),
            lat=float(located["lat"]),
            precision_m=int(located["precision_m"]),
            parent=f"{theatre_id}:{row['parent']}" if row["parent"] else None,
            country=row["country"] or None,
            source=source,
        )
    except (ValidationError, ValueError) as error:
        raise DataError(_first(error) if isinstance(error, ValidationError) else str(error), path=path, row=line) from error
