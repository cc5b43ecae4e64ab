"""``whoheld check``: everything in geodata and the language packs that is not as it should be, with its file and row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from whoheld import geodata
from whoheld.actors import Registry
from whoheld.errors import DataError, UsageError
from whoheld.geodata.files import actor_rows, first_fault, located_row, place_rows, read_theatre
from whoheld.geodata.schema import ActorRow, PlaceRow, TheatreFile
from whoheld.model import Policy
from whoheld.text import key


class Finding(NamedTuple):
    """One fault: where it stands (``row`` is a line of the file, None for the file as a whole) and what to mend."""

    path: Path
    row: int | str | None
    message: str


def check(theatre: str | None = None, root: Path | None = None) -> list[Finding]:
    """All faults of a theatre and of what it includes, or of all geodata; and those of the language packs.

    Args:
        theatre: id of one theatre; None is all of them.
        root: a folder of geodata; None is the one that is shipped.

    Raises:
        UsageError: there is no such theatre.
    """
    root = root or geodata.folder()
    known = sorted(path.parent.name for path in root.glob("*/theatre.toml"))
    if theatre is not None and theatre not in known:
        raise UsageError(f"there is no theatre {theatre!r}; those that exist: {', '.join(geodata.theatres(root))}")
    parts = {name: _Part(root / name) for name in known}
    for part in parts.values():
        part.read()
    asked = known if theatre is None else _closure(theatre, parts)
    findings = [finding for name in asked for finding in parts[name].findings(known)]
    for name in asked:
        findings += _shared(_closure(name, parts), parts)
    return list(dict.fromkeys(findings))


class _Part:
    """One folder of geodata: what could be read of it, and what could not."""

    def __init__(self, folder: Path) -> None:
        self.theatre, self.actors, self.places = folder / "theatre.toml", folder / "actors.toml", folder / "places.csv"
        self.file: TheatreFile | None = None
        self.actor_rows: dict[int, ActorRow] = {}
        self.place_rows: dict[int, PlaceRow] = {}
        self.faults: list[DataError] = []

    def read(self) -> None:
        """Fill in what can be read; the rest becomes faults."""
        try:
            self.file = read_theatre(self.theatre)
        except DataError as fault:
            self.faults.append(fault)
        try:
            self.actor_rows, faults = actor_rows(self.actors)
            self.faults += faults
        except DataError as fault:
            self.faults.append(fault)
        if not self.places.exists():
            return
        try:
            self.place_rows, faults = place_rows(self.places)
            self.faults += faults
        except DataError as fault:
            self.faults.append(fault)

    def findings(self, known: Sequence[str]) -> Iterator[Finding]:
        """What is wrong in this folder alone."""
        for fault in self.faults:
            yield Finding(fault.path, fault.row, str(fault).removeprefix(f"{fault.path}").split(": ", 1)[1])
        if self.file is not None:
            yield from _theatre(self.file, self.theatre, known)
        yield from _places(self.place_rows, self.file, self.places)


def _closure(name: str, parts: Mapping[str, _Part]) -> list[str]:
    names = [name]
    for part in names:
        file = parts[part].file
        names += [other for other in (file.includes if file else ()) if other in parts and other not in names]
    return names


def _theatre(file: TheatreFile, path: Path, known: Sequence[str]) -> Iterator[Finding]:
    west, south, east, north = file.bbox
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):  # noqa: PLR2004 - the sphere
        yield Finding(path, None, f"bbox {file.bbox} is not west, south, east, north in degrees")
    for other in file.includes:
        if other not in known:
            yield Finding(path, None, f"includes {other!r}, which does not exist")
    try:
        Policy.model_validate(dict(file.policy))
    except ValidationError as error:
        yield Finding(path, None, f"policy.{first_fault(error)}")
    hosts = [host for source in file.source for host in (source.name, *source.hosts)]
    for host in sorted({host for host in hosts if hosts.count(host) > 1}):
        yield Finding(path, None, f"two sources have the name or host {host!r}")


def _places(rows: Mapping[int, PlaceRow], file: TheatreFile | None, path: Path) -> Iterator[Finding]:
    first_lines: dict[str, int] = {}
    by_id = {row.id: row for row in rows.values()}
    for line, row in rows.items():
        if (first := first_lines.setdefault(row.id, line)) != line:
            yield Finding(path, line, f"id {row.id!r} stands in row {first} too")
        for message in _place(row, by_id, file):
            yield Finding(path, line, f"{row.id}: {message}")


def _place(row: PlaceRow, by_id: Mapping[str, PlaceRow], file: TheatreFile | None) -> Iterator[str]:
    located = located_row(row, by_id)
    if row.parent and row.parent not in by_id:
        yield f"parent {row.parent!r} does not exist"
    elif located is None:
        yield "no coordinate, and none on the way up through its parents"
    elif located is not row and (row.precision_m or 0) < (located.precision_m or 0) and row.precision_m:
        yield f"its point is that of {located.id}, and cannot be more precise than {located.precision_m} m"
    if row.lon is not None and row.lat is not None and file is not None:
        yield from _outside(row.lon, row.lat, file.bbox)
    for language, spellings in row.names.items():
        for empty in (name for name in spellings if not key(name)):
            yield f"{language} name {empty!r} has no letters"


def _outside(lon: float, lat: float, bbox: tuple[float, float, float, float]) -> Iterator[str]:
    if not _inside(lon, lat, bbox):
        hint = "; lon and lat seem swapped" if _inside(lat, lon, bbox) else ""
        yield f"point {lon}, {lat} (lon, lat) lies outside the theatre's bbox {bbox}{hint}"


def _inside(lon: float, lat: float, bbox: tuple[float, float, float, float]) -> bool:
    west, south, east, north = bbox
    return west <= lon <= east and south <= lat <= north


def _shared(names: Sequence[str], parts: Mapping[str, _Part]) -> Iterator[Finding]:
    """Faults between the actors of a theatre and of those that it includes."""
    lines: dict[str, tuple[Path, int, ActorRow]] = {}
    for name in names:
        for line, row in parts[name].actor_rows.items():
            if row.id in lines:
                other, first, _ = lines[row.id]
                yield Finding(parts[name].actors, line, f"actor id {row.id!r} stands in {_beside(other)}, row {first} too")
            else:
                lines[row.id] = (parts[name].actors, line, row)
    for path, line, row in lines.values():
        if row.parent and row.parent not in lines:
            yield Finding(path, line, f"{row.id}: parent {row.parent!r} does not exist")
    yield from _sides(parts[names[0]], lines)
    yield from _collisions(lines)


def _sides(part: _Part, known: Iterable[str]) -> Iterator[Finding]:
    for actor in sorted(set(part.file.sides if part.file else ()) - set(known)):
        yield Finding(part.theatre, None, f"sides.{actor}: there is no such actor")


def _collisions(lines: Mapping[str, tuple[Path, int, ActorRow]]) -> Iterator[Finding]:
    for name, one, other in Registry([row.actor() for _, _, row in lines.values()]).collisions():
        path, begins, _ = lines[one]
        other_path, other_begins, _ = lines[other]
        also = f"{_beside(other_path)}, row {_line(other_path, other_begins, name)}"
        yield Finding(
            path, _line(path, begins, name), f"alias {name!r} means {one} and, in {also}, {other}: limit it by country or years"
        )


def _beside(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _line(path: Path, begins: int, name: str) -> int:
    """The line on which an actor's alias stands, the actor's first line where it is not found as written."""
    quoted = f'"{name}"'
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if number >= begins and quoted in line:
            return number
    return begins
