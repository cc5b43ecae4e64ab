"""``whoheld check``: everything in geodata and the language packs that is not as it should be, with its file and row."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from whoheld import geodata, lang
from whoheld.actors import Registry
from whoheld.errors import DataError, UsageError
from whoheld.extract.examples import failures
from whoheld.geodata.files import actor_rows, first_fault, line_of, located_row, place_rows, read_actors, read_theatre
from whoheld.geodata.outlines import AREA_KINDS, Outline, read_outlines
from whoheld.geodata.registering import block
from whoheld.geodata.schema import ActorRow, PlaceRow, TheatreFile
from whoheld.model import Policy
from whoheld.text import key

_QUOTED = re.compile(r'"([^"]+)"')


class Finding(NamedTuple):
    """One fault: where it stands (``row`` is a line of the file, None for the file as a whole) and what to mend."""

    path: Path
    row: int | str | None
    message: str


def check(theatre: str | None = None) -> list[Finding]:
    """All faults of a shipped theatre and of what it includes, or of all geodata; and those of the language packs.

    Raises:
        UsageError: there is no such theatre.
    """
    return [*check_geodata(theatre), *check_languages()]


def check_geodata(theatre: str | None = None, root: Path | None = None) -> list[Finding]:
    """The faults of geodata alone.

    Args:
        theatre: id of one theatre, checked with what it includes; None is all of them.
        root: a folder of geodata; None is the one that is shipped.

    Raises:
        UsageError: there is no such theatre.
    """
    root = root or geodata.folder()
    known = sorted(path.parent.name for path in root.glob("*/theatre.toml"))
    if theatre is not None and theatre not in known:
        raise UsageError(f"there is no theatre {theatre!r}; those that exist: {', '.join(geodata.theatres(root))}")
    parts = {name: _Part(root / name) for name in known}
    asked = known if theatre is None else _closure(theatre, parts)
    findings = [finding for name in asked for finding in parts[name].findings(known)]
    closures = {name: _closure(name, parts) for name in asked}
    for name, closure in closures.items():
        findings += _sides(parts[name], [row.id for part in closure for row in parts[part].actor_rows.values()])
        if not any(set(closure) < set(wider) for wider in closures.values()):
            findings += _shared(closure, parts)
    return list(dict.fromkeys(findings))


def register(name: str, theatre: str, language: str, root: Path | None = None) -> tuple[str, Path]:
    """Adds an armed actor to a theatre, and says under which id and in which file.

    Args:
        name: as texts write it.
        theatre: the id of the theatre.
        language: of the name.
        root: a folder of geodata; None is the one that is shipped.

    Raises:
        UsageError: there is no such theatre, the name cannot be registered, or with it the theatre would not be sound.
    """
    root = root or geodata.folder()
    if theatre not in geodata.theatres(root):
        raise UsageError(f"there is no theatre {theatre!r}; those that exist: {', '.join(geodata.theatres(root))}")
    before = {finding.message for finding in check_geodata(root=root)}
    ids = {actor.id for part in root.glob("*/actors.toml") for actor in read_actors(part)}
    actor, lines = block(name, language, ids)
    path = root / theatre / "actors.toml"
    content = path.read_text("utf-8")
    path.write_text(content.rstrip("\n") + "\n" + lines, "utf-8")
    faults = [finding.message for finding in check_geodata(root=root) if finding.message not in before]
    if faults:
        path.write_text(content, "utf-8")
        raise UsageError(f"{name!r} was not registered: {faults[0]}")
    return actor, path


def check_languages() -> list[Finding]:
    """Language packs that their schema refuses, and their examples that no longer hold."""
    findings = []
    for code in lang.languages():
        path = Path(lang.__file__).parent / f"{code}.toml"
        try:
            findings += [Finding(path, _example_line(path, message), message) for message in failures(code)]
        except DataError as fault:
            findings.append(_finding(fault))
    return findings


def _example_line(path: Path, message: str) -> int | None:
    trigger, _, rest = message.partition(": ")
    begins = line_of(path, f'name = "{trigger}"') or 1
    sentence = rest.split(" must say ")[0].strip("'\"")
    return line_of(path, sentence, after=begins) or begins


def _finding(fault: DataError) -> Finding:
    return Finding(fault.path, fault.row, str(fault).removeprefix(str(fault.path)).partition(": ")[2])


class _Part:
    """One folder of geodata: what could be read of it, and ``faults`` for the rest."""

    def __init__(self, folder: Path) -> None:
        self.theatre, self.actors, self.places = folder / "theatre.toml", folder / "actors.toml", folder / "places.csv"
        self.outlines = folder / "outlines.geojson"
        self.file: TheatreFile | None = None
        self.actor_rows: dict[int, ActorRow] = {}
        self.place_rows: dict[int, PlaceRow] = {}
        self.outlined: tuple[Outline, ...] = ()
        self.faults: list[DataError] = []
        for read in (self._read_theatre, self._read_actors, self._read_places, self._read_outlines):
            try:
                read()
            except DataError as fault:
                self.faults.append(fault)

    def _read_theatre(self) -> None:
        self.file = read_theatre(self.theatre)

    def _read_actors(self) -> None:
        self.actor_rows, faults = actor_rows(self.actors)
        self.faults += faults

    def _read_places(self) -> None:
        if self.places.exists():
            self.place_rows, faults = place_rows(self.places)
            self.faults += faults

    def _read_outlines(self) -> None:
        self.outlined = read_outlines(self.outlines)

    def findings(self, known: Sequence[str]) -> Iterator[Finding]:
        """What is wrong in this folder alone."""
        for fault in self.faults:
            yield _finding(fault)
        if self.file is not None:
            yield from _theatre(self.file, self.theatre, known)
        yield from _places(self.place_rows, self.file, self.places)
        yield from _outlines(self.outlined, self.place_rows, self.outlines)


def _closure(name: str, parts: Mapping[str, _Part]) -> list[str]:
    names = [name]
    for part in names:
        file = parts[part].file
        names += [other for other in (file.includes if file else ()) if other in parts and other not in names]
    return names


def _theatre(file: TheatreFile, path: Path, known: Sequence[str]) -> Iterator[Finding]:
    west, south, east, north = file.bbox
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):  # noqa: PLR2004 - the sphere
        yield Finding(path, line_of(path, "bbox"), f"bbox {file.bbox} is not west, south, east, north in degrees")
    for other in sorted(set(file.includes) - set(known)):
        yield Finding(path, line_of(path, "includes"), f"includes {other!r}, which does not exist")
    try:
        Policy.model_validate(dict(file.policy))
    except ValidationError as error:
        key_at_fault = str(error.errors()[0]["loc"][0])
        yield Finding(path, line_of(path, key_at_fault), f"policy.{first_fault(error)}")
    hosts = [host for source in file.source for host in (source.name, *source.hosts)]
    for host in sorted({host for host in hosts if hosts.count(host) > 1}):
        yield Finding(path, line_of(path, f'"{host}"'), f"two sources have the name or host {host!r}")


def _outlines(outlined: Sequence[Outline], rows: Mapping[int, PlaceRow], path: Path) -> Iterator[Finding]:
    kinds = {row.id: row.kind for row in rows.values()}
    ids = [outline.id for outline in outlined]
    for own in sorted(set(ids)):
        line = line_of(path, f'"id":"{own}"')
        if kinds.get(own) not in AREA_KINDS:
            yield Finding(path, line, f"{own!r} is no province, district or region of places.csv")
        if ids.count(own) > 1:
            yield Finding(path, line, f"{own!r} is outlined twice")


def _places(rows: Mapping[int, PlaceRow], file: TheatreFile | None, path: Path) -> Iterator[Finding]:
    first_lines: dict[str, int] = {}
    by_id = {row.id: row for row in rows.values()}
    for line, row in rows.items():
        for place_id in (row.id, *row.ids):
            if (first := first_lines.setdefault(place_id, line)) != line:
                yield Finding(path, line, f"id {place_id!r} stands in row {first} too")
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
    """Faults between the actors of a theatre and of those that it includes; the theatre's own row is named first."""
    standing: dict[str, _Standing] = {}
    for name in reversed(names):
        for line, row in parts[name].actor_rows.items():
            here = _Standing(parts[name].actors, line, row)
            if (there := standing.setdefault(row.id, here)) is not here:
                yield Finding(here.path, line, f"actor id {row.id!r} stands in {there.told()} too")
    for path, line, row in standing.values():
        if row.parent and row.parent not in standing:
            yield Finding(path, line, f"{row.id}: parent {row.parent!r} does not exist")
    yield from _collisions(standing)


class _Standing(NamedTuple):
    """An actor and where it stands."""

    path: Path
    line: int
    row: ActorRow

    def told(self, alias: str | None = None) -> str:
        """The place in words, ``syria/actors.toml, row 12``."""
        return f"{self.path.parent.name}/{self.path.name}, row {self.line_of(alias) if alias else self.line}"

    def line_of(self, alias: str) -> int:
        """The line on which this actor is so called, however it is spelt there; the actor's first line where none is found."""
        lines = enumerate(self.path.read_text("utf-8").splitlines()[self.line :], self.line + 1)
        called = (number for number, line in lines for name in _QUOTED.findall(line) if key(name) == key(alias))
        return next(called, self.line)


def _sides(part: _Part, known: Iterable[str]) -> Iterator[Finding]:
    for actor in sorted(set(part.file.sides if part.file else ()) - set(known)):
        yield Finding(part.theatre, line_of(part.theatre, actor), f"sides.{actor}: there is no such actor")


def _collisions(standing: Mapping[str, _Standing]) -> Iterator[Finding]:
    for name, first, second in Registry([actor.row.actor() for actor in standing.values()]).collisions():
        one, other = standing[second], standing[first]
        message = f"alias {name!r} means {second} and, in {other.told(name)}, {first}: limit it by country or years"
        yield Finding(one.path, one.line_of(name), message)
