"""``manifest.json``: an in-toto statement of what was published, from which inputs, by which version and policy."""

import datetime as dt
import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import overload

import pyarrow as pa
from pydantic import Field

from whoheld.errors import DataError
from whoheld.interval import ALWAYS, Bounds
from whoheld.model import Frozen, Policy
from whoheld.publish.rows import known_at
from whoheld.timeline import Timeline

NAME = "manifest.json"
_STATEMENT = "https://in-toto.io/Statement/v1"
_PREDICATE = "urn:whoheld:edition:1"
_CHUNK = 1 << 20
_UNSEALED = "0" * 64
_SEAL = re.compile(rb'(?<="seal": ")[0-9a-f]{64}(?=")')
_INPUTS = json.dumps("\0inputs")
"""Stands where the inputs go; no text of others holds a NUL, since it is escaped."""


class Digest(Frozen):
    """A hash, in the form that in-toto gives it."""

    sha256: str


class Size(Frozen):
    """What in-toto calls annotations: here the number of bytes."""

    size: int


class File(Frozen):
    """One input or output: its name, sha256 and size in bytes."""

    name: str
    digest: Digest
    annotations: Size


class Files(Sequence[File]):
    """Files, each once, sorted by name: lines of JSON until somebody looks at one, since there are as many as articles."""

    def __init__(self, files: Iterable[File] = ()) -> None:
        self.lines = _in_order(lines(files))

    @classmethod
    def of_rows(cls, found: pa.Table) -> "Files":
        """Those of which the lines are there already, as ``lines`` gives them, with their names and hashes."""
        name, sha256, line = (found[column].to_pylist() for column in ("name", "sha256", "line"))
        files = cls()
        files.lines = _in_order(dict(zip(zip(name, sha256, strict=True), line, strict=True)))
        return files

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Files) and self.lines == other.lines

    def __hash__(self) -> int:
        return hash(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    @overload
    def __getitem__(self, at: int) -> File: ...

    @overload
    def __getitem__(self, at: slice) -> list[File]: ...

    def __getitem__(self, at: int | slice) -> File | list[File]:
        if isinstance(at, slice):
            return list(map(File.model_validate_json, self.lines[at]))
        return File.model_validate_json(self.lines[at])


def lines(files: Iterable[File]) -> dict[tuple[str, str], bytes]:
    """The line of each file, by its name and hash."""
    return {(file.name, file.digest.sha256): file.model_dump_json().encode() for file in files}


def _in_order(found: Mapping[tuple[str, str], bytes]) -> tuple[bytes, ...]:
    return tuple(found[key] for key in sorted(found))


class Limits(Frozen):
    """What an edition leaves out on purpose.

    Attributes:
        until: nothing published later is shown; None where no delay was asked for.
        cell_m: points are rounded to cells of that size in metres; None where they are exact.
        redacted: whether names were taken out.
        window: the days that the page and the layers are limited to, both inclusive; the claims are always all of them.
    """

    until: dt.date | None = None
    cell_m: int | None = None
    redacted: bool = False
    window: Bounds = ALWAYS


class About(Frozen):
    """What an edition says of itself: nothing in it depends on the machine, the hour or the order of the inputs.

    Attributes:
        theatre: id of the theatre.
        title: of the page and the layers.
        version: of whoheld.
        as_of: the newest day that the inputs know of; None where no article has a date.
        attribution: a line for each source, with its licence.
        limits: what it leaves out on purpose.
    """

    theatre: str
    title: str
    version: str
    as_of: dt.date | None = None
    attribution: tuple[str, ...] = ()
    limits: Limits = Limits()


class Fold(Frozen):
    """What it takes, beside the claims, to fold them into the same timeline again.

    Attributes:
        policy: the numbers and sides.
        known_at: only what was published by this day went in; None for everything.
        reprints: pairs of ids of articles whose texts are near-identical.
        retracted: article id -> the day from which it no longer counts.
    """

    policy: Policy
    known_at: dt.date | None = None
    reprints: tuple[tuple[str, str], ...] = ()
    retracted: Mapping[str, dt.date] = Field(default_factory=dict)

    @classmethod
    def of(cls, timeline: Timeline) -> "Fold":
        """How a timeline was folded."""
        law = timeline.law
        pairs = {(min(one, two), max(one, two)) for one, others in law.reprints.items() for two in others}
        return cls(
            policy=timeline.policy,
            known_at=known_at(timeline),
            reprints=tuple(sorted(pairs)),
            retracted={article: dt.date.fromordinal(day) for article, day in law.retracted.items()},
        )


class Edition(About):
    """An edition with its fold and the files that were read: the predicate of the statement.

    Attributes:
        seal: the sha256 of the manifest itself, with as many zeros in the seal's place.
    """

    fold: Fold
    inputs: tuple[File, ...] = ()
    seal: str = _UNSEALED


def describe(path: Path, name: str) -> File:
    """Hash a file."""
    sha256, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            sha256.update(chunk)
            size += len(chunk)
    return File(name=name, digest=Digest(sha256=sha256.hexdigest()), annotations=Size(size=size))


def of_bytes(name: str, data: bytes) -> File:
    """The same of bytes that came in otherwise than by a file."""
    return File(name=name, digest=Digest(sha256=hashlib.sha256(data).hexdigest()), annotations=Size(size=len(data)))


def input_files(paths: Iterable[str | Path]) -> Files:
    """Hash the files that were read, each once, whatever the order they were given in.

    A relative name stays as given; of an absolute one only the last part is published. A file that cannot be read is left out.
    """
    return Files(found for path in paths if (found := input_file(Path(path))))


def input_file(path: Path) -> File | None:
    """Hash a file that is read; None where there is none, or it cannot be opened."""
    return describe(path, public_name(path)) if path.is_file() and os.access(path, os.R_OK) else None


def public_name(path: str | Path) -> str:
    """How a file is called in what is published: as given, and without the folders of this machine."""
    return os.path.basename(path) if os.path.isabs(path) else str(path)  # noqa: PTH117, PTH119 - called for every issue


def write(folder: Path, outputs: Sequence[str], about: About, timeline: Timeline, inputs: Files) -> None:
    """Write FOLDER/manifest.json over the named outputs, which lie in the folder already; an input is a line."""
    names = sorted(outputs)
    with ThreadPoolExecutor() as threads:
        described = list(threads.map(describe, [folder / name for name in names], names))
    statement = {
        "_type": _STATEMENT,
        "predicateType": _PREDICATE,
        "subject": [file.model_dump() for file in described],
        "predicate": {
            **about.model_dump(mode="json"),
            "fold": Fold.of(timeline).model_dump(mode="json"),
            "inputs": [json.loads(_INPUTS)],
            "seal": _UNSEALED,
        },
    }
    before, after = json.dumps(statement, ensure_ascii=False, indent=1, sort_keys=True).encode().split(_INPUTS.encode())
    hashed = hashlib.sha256()
    with (folder / NAME).open("wb") as stream:
        for piece in (before, *(b",\n   " + line if number else line for number, line in enumerate(inputs.lines))):
            hashed.update(piece)
            stream.write(piece)
        hashed.update(after + b"\n")
        stream.write(_SEAL.sub(hashed.hexdigest().encode(), after) + b"\n")


def is_as_written(data: bytes) -> bool:
    """Whether the bytes of a manifest agree with the seal in them."""
    seal = _SEAL.search(data)
    return seal is not None and hashlib.sha256(_SEAL.sub(_UNSEALED.encode(), data)).hexdigest().encode() == seal[0]


def read(folder: Path) -> Edition:
    """What a published folder says of itself.

    Raises:
        DataError: there is no manifest, or it is not one of ours.
    """
    path = folder / NAME
    try:
        statement = json.loads(path.read_text("utf-8"))
        if statement["predicateType"] != _PREDICATE:
            raise DataError(f"not a manifest of whoheld, but {statement['predicateType']!r}", path=path)
        return Edition.model_validate_json(json.dumps(statement["predicate"]))
    except OSError as error:
        raise DataError("cannot be read; is this a folder that `whoheld build` published?", path=path) from error
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"is damaged ({type(error).__name__}); build the folder again", path=path) from error
