"""The world as data: theatres with their actors, places, sources and policy, read from ``geodata/`` and validated.

A theatre is a folder: ``theatre.toml``, ``actors.toml``, ``places.csv`` and a sample corpus in ``articles/``. A new conflict is a
new folder and no new code. A folder without ``places.csv`` is a part that theatres include, not a theatre.
"""

import hashlib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from whoheld.actors import Registry
from whoheld.errors import UsageError
from whoheld.geodata.files import read_actors, read_places, read_theatre
from whoheld.geodata.schema import Source, TheatreFile
from whoheld.model import Actor, Place, Policy

__all__ = ["Part", "Source", "Theatre", "TheatreFile", "closure", "folder", "part", "theatre", "theatres"]


@dataclass(frozen=True, eq=False)
class Theatre:
    """A conflict, whole: what extraction, locating, the fold and the map need to know of it."""

    id: str
    file: TheatreFile
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    folder: Path

    @cached_property
    def registry(self) -> Registry:
        """Its actors by id and by name, put together once."""
        return Registry(self.actors)

    def policy(self) -> Policy:
        """The theatre's numbers, with the sides of its actors and sources."""
        sides = {actor.id: actor.side for actor in self.actors if actor.side} | dict(self.file.sides)
        outlets = {host: s.side for s in self.file.source for host in (s.name, *s.hosts) if s.side}
        return Policy(**self.file.policy, sides=sides, source_sides=outlets)


def folder() -> Path:
    """Where geodata lies: inside an installed package, or at the top of a checkout."""
    packed = Path(__file__).parents[1] / "_geodata"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "geodata"


def theatres(root: Path | None = None) -> tuple[str, ...]:
    """The ids of the theatres that exist under ``root`` (default: the geodata that is shipped), sorted."""
    return tuple(sorted(path.parent.name for path in (root or folder()).glob("*/places.csv")))


def theatre(name: str) -> Theatre:
    """A theatre with the theatres that it includes folded in; read once, and again when a person has changed its files.

    Raises:
        UsageError: there is no such theatre; the message lists those that exist.
        DataError: one of its files is not as its schema wants it.
    """
    if name not in theatres():
        raise UsageError(f"there is no theatre {name!r}; those that exist: {', '.join(theatres())}")
    return _theatre(name, tuple((each, _state(each)) for each in closure(name, folder())))


@cache
def _theatre(name: str, states: tuple[tuple[str, str], ...]) -> Theatre:
    files = folder() / name
    parts = [_part(*each) for each in states]
    actors = tuple(actor for each in parts for actor in each.actors)
    places = tuple(place for each in parts for place in each.places)
    return Theatre(name, read_theatre(files / "theatre.toml"), actors, places, files)


class Part(NamedTuple):
    """The actors and places of one folder, without those that it includes."""

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]


def part(name: str) -> Part:
    """What one folder holds, read once for all theatres that include it.

    Raises:
        DataError: one of its files is not as its schema wants it.
    """
    return _part(name, _state(name))


@cache
def _part(name: str, state: str) -> Part:
    del state  # tells one reading from the next
    files = folder() / name
    return Part(read_actors(files / "actors.toml"), read_places(files / "places.csv", name))


def _state(name: str) -> str:
    """A hash of the files of a folder."""
    found = [folder() / name / file for file in ("theatre.toml", "actors.toml", "places.csv")]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in found if path.exists())).hexdigest()


def closure(name: str, root: Path) -> tuple[str, ...]:
    """A theatre and all that it includes, directly or through others, each once, the theatre itself first."""
    parts = [name]
    for part in parts:
        parts += [other for other in read_theatre(root / part / "theatre.toml").includes if other not in parts]
    return tuple(parts)
