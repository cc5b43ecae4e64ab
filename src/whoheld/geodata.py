"""The world as data: theatres with their actors, places, sources and policy, read from ``geodata/`` and validated.

A theatre is a folder: ``theatre.toml``, ``actors.toml``, ``places.csv`` and a sample corpus in ``articles/``. A new conflict is a
new folder and no new code. A folder without ``places.csv`` is a part that theatres include, not a theatre.
"""

import csv
import datetime as dt
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, ValidationError, model_validator

from whoheld.errors import DataError, UsageError
from whoheld.model import Actor, Alias, Frozen, Place, Policy

LanguageKey = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(_[mfp])?$")]
"""A language, and for those that mark it the gender a pronoun would have: ``en``, ``ar_f``."""
Year = Annotated[int, Field(ge=1900, le=2100)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
PlaceKind = Literal[
    "country", "province", "district", "region", "settlement", "quarter", "airport", "base", "dam", "crossing", "oil_field", "camp", "site",
]  # fmt: skip
"""``region`` is a named stretch of land without an administration; ``site`` a hill, bridge, hospital or the like."""
LANGUAGE_LETTERS = 2
"""A column of ``places.csv`` whose name has so many letters holds spellings in that language."""


class Source(Frozen):
    """A publisher that reports on the theatre: host or name, tier (1 best known for checking, 3 a party's own voice), whose side."""

    name: str
    hosts: tuple[str, ...] = ()
    tier: int = Field(default=2, ge=1, le=3)
    side: str | None = None


class TheatreFile(Frozen):
    """``theatre.toml``; ``sides`` says where an actor of an included theatre stands in this war."""

    title: Mapping[str, str]
    bbox: tuple[float, float, float, float]
    countries: tuple[Country, ...]
    first_day: dt.date
    languages: tuple[str, ...]
    includes: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()
    policy: Mapping[str, int] = Field(default_factory=dict)
    sides: Mapping[str, str] = Field(default_factory=dict)
    source: tuple[Source, ...] = ()


class AliasBlock(Frozen):
    """Spellings by language that mean an actor, all within the same limits of country and years."""

    countries: tuple[Country, ...] = ()
    first_year: Year | None = None
    last_year: Year | None = None
    spellings: Mapping[LanguageKey, tuple[str, ...]]

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, block: Mapping[str, Any]) -> dict[str, Any]:
        limits = ("countries", "first_year", "last_year")
        spellings = {language: spelt for language, spelt in block.items() if language not in limits}
        return {limit: block[limit] for limit in limits if limit in block} | {"spellings": spellings}

    def aliases(self) -> Iterable[Alias]:
        """One alias a spelling."""
        limits = {"countries": self.countries, "first_year": self.first_year, "last_year": self.last_year}
        for language, spelt in self.spellings.items():
            code, _, gender = language.partition("_")
            for text in spelt:
                yield Alias.model_validate({"text": text, "language": code, "gender": gender or None, **limits})


class ActorRow(Frozen):
    """One ``[[actor]]`` of ``actors.toml``; the fields are those of ``model.Actor``, its aliases in blocks."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")]
    names: Mapping[str, str]
    kind: Literal["government", "army", "armed_group", "coalition", "police"]
    parent: str | None = None
    side: str | None = None
    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9A-F]{6}$")] | None = None
    countries: tuple[Country, ...] = ()
    first_year: Year | None = None
    last_year: Year | None = None
    alias: tuple[AliasBlock, ...] = ()

    def actor(self) -> Actor:
        """The noun that the other floors know."""
        aliases = tuple(alias for block in self.alias for alias in block.aliases())
        return Actor(aliases=aliases, **self.model_dump(exclude={"alias"}))


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
        sides = {actor.id: actor.side for actor in self.actors if actor.side} | dict(self.file.sides)
        outlets = {host: s.side for s in self.file.source for host in (s.name, *s.hosts) if s.side}
        return Policy(**self.file.policy, sides=sides, source_sides=outlets)


def folder() -> Path:
    """Where geodata lies: inside an installed package, or at the top of a checkout."""
    packed = Path(__file__).parent / "_geodata"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "geodata"


def theatres(root: Path | None = None) -> tuple[str, ...]:
    """The ids of the theatres that exist under ``root`` (default: the geodata that is shipped), sorted."""
    return tuple(sorted(path.parent.name for path in (root or folder()).glob("*/places.csv")))


@cache
def theatre(name: str) -> Theatre:
    """A theatre with the theatres that it includes folded in.

    Raises:
        UsageError: there is no such theatre; the message lists those that exist.
        DataError: one of its files is not as its schema wants it.
    """
    if name not in theatres():
        raise UsageError(f"there is no theatre {name!r}; those that exist: {', '.join(theatres())}")
    root = folder()
    parts = closure(name, root)
    actors = [actor for part in parts for actor in read_actors(root / part / "actors.toml")]
    places = [place for part in parts for place in read_places(root / part / "places.csv", part)]
    return Theatre(name, read_theatre(root / name / "theatre.toml"), tuple(actors), tuple(places), root / name)


def closure(name: str, root: Path) -> tuple[str, ...]:
    """A theatre and all that it includes, directly or through others, each once, the theatre itself first."""
    parts = [name]
    for part in parts:
        parts += [other for other in read_theatre(root / part / "theatre.toml").includes if other not in parts]
    return tuple(parts)


def read_theatre(path: Path) -> TheatreFile:
    """``theatre.toml``, validated.

    Raises:
        DataError: the file cannot be read, or a key is unknown, missing or wrong.
    """
    try:
        return TheatreFile.model_validate(_toml(path))
    except ValidationError as error:
        raise DataError(first_fault(error), path=path) from error


def read_actors(path: Path) -> tuple[Actor, ...]:
    """``actors.toml``, validated.

    Raises:
        DataError: as above; ``row`` is the number of the actor in the file, with its id.
    """
    actors = []
    for number, row in enumerate(actor_rows(path), 1):
        try:
            actors.append(ActorRow.model_validate(row).actor())
        except ValidationError as error:
            raise DataError(first_fault(error), path=path, row=f"{number} ({row.get('id', 'no id')})") from error
    return tuple(actors)


def actor_rows(path: Path) -> Sequence[dict[str, Any]]:
    """The ``[[actor]]`` tables of a file as TOML has them, not yet validated."""
    content = _toml(path)
    if unknown := set(content) - {"actor"}:
        raise DataError(f"unknown key {', '.join(sorted(unknown))}; only [[actor]] tables stand here", path=path)
    return content.get("actor", [])


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"cannot be read: {error}", path=path) from error


def first_fault(error: ValidationError) -> str:
    """The first thing that a schema found wrong, as ``key: what``."""
    detail = error.errors()[0]
    return f"{'.'.join(str(part) for part in detail['loc'])}: {detail['msg']}"


class PlaceRow(Frozen):
    """One row of ``places.csv``. Without ``lon`` and ``lat`` the parent's point is taken, and its ``precision_m`` where none is given.

    ``names`` are the two-letter columns, spellings parted by ``|``, the first one shown. ``ids`` are identifiers elsewhere, as
    ``geonames:172415``.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_]*$")]
    kind: PlaceKind
    parent: str | None
    country: Country
    lon: Annotated[float, Field(ge=-180, le=180)] | None
    lat: Annotated[float, Field(ge=-90, le=90)] | None
    precision_m: Annotated[int, Field(ge=1)] | None
    names: Mapping[LanguageKey, tuple[str, ...]]
    ids: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z]+:\S+$")], ...]
    source: Annotated[str, StringConstraints(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _from_cells(cls, cells: Mapping[str, str]) -> dict[str, Any]:
        names = {column: _spellings(cell) for column, cell in cells.items() if len(column) == LANGUAGE_LETTERS and cell}
        fields: dict[str, Any] = {column: cell or None for column, cell in cells.items() if len(column) != LANGUAGE_LETTERS}
        return fields | {"names": names, "ids": _spellings(cells.get("ids", ""))}

    @model_validator(mode="after")
    def _point_or_parent(self) -> "PlaceRow":
        if (self.lon is None) != (self.lat is None):
            raise ValueError("lon and lat: give both, or none to take the parent's point")
        if self.lon is not None and self.precision_m is None:
            raise ValueError("precision_m is missing: how far may the true centre lie from the point?")
        if self.lon is None and self.parent is None:
            raise ValueError("no coordinate, and no parent whose point could be taken")
        if not self.names:
            raise ValueError("no name in any language")
        return self


def _spellings(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in cell.split("|"))))


def place_cells(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of ``places.csv`` as they stand, each with its line number.

    Raises:
        DataError: the file cannot be read, its header has a column twice, or a row has more or fewer cells than the header.
    """
    try:
        table = csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), strict=True)
        header = next(table, [])
        if repeated := {column for column in header if header.count(column) > 1}:
            raise DataError(f"column {', '.join(sorted(repeated))} stands twice in the header", path=path, row=1)
        for cells in table:
            if len(cells) != len(header):
                raise DataError(f"{len(cells)} cells under {len(header)} columns", path=path, row=table.line_num)
            yield table.line_num, dict(zip(header, cells, strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"cannot be read: {error}", path=path) from error


def read_places(path: Path, theatre_id: str) -> tuple[Place, ...]:
    """``places.csv``, validated; ids get the theatre's prefix. A part without that file has no places.

    Raises:
        DataError: a row is not as its schema wants it, or no row on the way up from one has a point.
    """
    if not path.exists():
        return ()
    rows = {}
    for line, cells in place_cells(path):
        try:
            rows[cells.get("id", "")] = (line, PlaceRow.model_validate(cells))
        except ValidationError as error:
            raise DataError(first_fault(error), path=path, row=line) from error
    by_id = {row_id: row for row_id, (_, row) in rows.items()}
    return tuple(_place(row, by_id, theatre_id, path, line) for line, row in rows.values())


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
    )


def located_row(row: PlaceRow, by_id: Mapping[str, PlaceRow]) -> PlaceRow | None:
    """The row itself or the nearest one above it that has a point; None where none has, or the parents run in a circle."""
    seen = set()
    at: PlaceRow | None = row
    while at is not None and at.lon is None and at.id not in seen:
        seen.add(at.id)
        at = by_id.get(at.parent or "")
    return at if at is not None and at.lon is not None else None
