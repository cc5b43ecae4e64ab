"""The lines of a work folder's journals on what was read, articles and the files that they came from, and the same as columns."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import pyarrow as pa
from pydantic import ConfigDict, ValidationError

from whoheld import __version__, articles, issues, journal
from whoheld.errors import DataError
from whoheld.geodata.files import first_fault
from whoheld.ingest import Read
from whoheld.memo import Memo
from whoheld.model import Article, Frozen, Heading, Issue
from whoheld.publish import manifest
from whoheld.publish.manifest import File

_OF_HEADING = set(Heading.model_fields) - {"known_from"}
_ISSUES = pa.list_(pa.struct(list(issues.SCHEMA)))
_FILE = pa.struct({"name": pa.string(), "sha256": pa.string(), "line": pa.binary()})
_AT_ONCE = 2_000

Record = TypeVar("Record", bound="Line")


class Line(Frozen):
    """A line of a journal, which also bears its own hash."""

    model_config = ConfigDict(extra="ignore")


class Stored(Line):
    """A line of ``articles.jsonl``: a version of an article, without its text.

    Attributes:
        raw: sha256 of the bytes it was read from.
        encoding: in which they were text.
        rung: what gave the publication date.
        fetched: the day on which this version came in, where somebody said.
        issues: what was to be said of it when it was read.
    """

    id: str
    title: str | None
    url: str | None
    published: str | None
    published_basis: str
    publisher: str | None
    language: str
    sha256: str
    source: str
    raw: str
    encoding: str | None
    rung: str
    fetched: dt.date | None = None
    issues: tuple[Issue, ...] = ()

    @classmethod
    def of(cls, document: Read, article: Article) -> "Stored":
        """The line of an article that was read."""
        return cls(
            **article.model_dump(exclude={"text", "known_from"}),
            raw=hashlib.sha256(document.raw.data).hexdigest(),
            encoding=document.encoding,
            rung=document.rung,
            fetched=document.fetched,
            issues=document.issues,
        )

    def digest(self) -> bytes:
        """The same for lines that say the same."""
        return hashlib.sha256(self.model_dump_json().encode()).digest()

    def row(self) -> dict[str, object]:
        """The line as a row of ``KEPT``."""
        heading = Heading(**{name: getattr(self, name) for name in _OF_HEADING})
        told = list(map(dict, self.issues))
        return {**articles.record(heading), "fetched": self.fetched, "line": self.digest(), "issues": told}


_OF_LINE = pa.schema({"fetched": pa.date32(), "line": pa.binary(32), "issues": _ISSUES})
KEPT = pa.schema([pa.field("key", pa.string()), *articles.SCHEMA, *_OF_LINE])
"""A version of an article, by ``articles.SCHEMA``; when it was fetched, the digest of its line, and what is to be said of it."""


class Input(Line):
    """A line of ``inputs.jsonl``: something that was read.

    Attributes:
        file: its name as it was given, hash and size.
        beside: the same of the metadata that lay beside it.
        reader: the version of whoheld that read it.
        issues: what is to be said of it and belongs to no article.
    """

    file: File
    beside: File | None = None
    reader: str = __version__
    issues: tuple[Issue, ...] = ()

    def digest(self) -> bytes:
        """The same for inputs of which reading again would give the same."""
        return hashlib.sha256(self.model_dump_json(exclude={"issues"}).encode()).digest()

    def row(self) -> dict[str, object]:
        """The line as a row of ``SEEN``."""
        named = manifest.lines(filter(None, (self.file, self.beside)))
        files = [{"name": name, "sha256": sha256, "line": line} for (name, sha256), line in named.items()]
        return {"name": self.file.name, "digest": self.digest(), "files": files, "issues": list(map(dict, self.issues))}


SEEN = pa.schema({"key": pa.string(), "name": pa.string(), "digest": pa.binary(32), "files": pa.list_(_FILE), "issues": _ISSUES})
"""Something that was read: its digest, its lines in a manifest, and what is to be said of it."""


class Copy(NamedTuple):
    """What tells a copy of an article from another, and the row that it stands in."""

    row: int
    id: str
    url: str | None
    published: str | None
    source: str


class Kept(NamedTuple):
    """A document as it was read when it came in; what is to be said of it stands in the table."""

    article: Copy
    fetched: dt.date | None
    issues: tuple[Issue, ...] = ()


def read(record: type[Record], path: Path) -> Iterator[Record]:
    """The lines of a journal.

    Raises:
        DataError: a line is damaged, or of another version of whoheld.
    """
    return (_line(record, path, *line) for line in journal.lines(path))


def columns(record: type["Stored | Input"], path: Path, memo: Memo) -> pa.Table:
    """The same lines as columns, by ``KEPT`` or ``SEEN``; a line that the memo has is not looked into again.

    Raises:
        DataError: another line is damaged, or of another version of whoheld.
    """
    lines = journal.lines(path)
    schema = KEPT if record is Stored else SEEN

    def understood(which: Sequence[int]) -> Iterator[pa.RecordBatch]:
        for first in range(0, len(which), _AT_ONCE):
            some = (_line(record, path, *lines[at]).row() for at in which[first : first + _AT_ONCE])
            yield pa.RecordBatch.from_pylist(list(some), schema)

    return memo.renewed(schema, [hashlib.blake2b(line, digest_size=16).hexdigest() for _, line in lines], understood).table()


def last(table: pa.Table, *identity: str) -> pa.Table:
    """The last row of those with the same values in some columns: what was given with a text may be put right later."""
    rows = {each: row for row, each in enumerate(zip(*(table[name].to_pylist() for name in identity), strict=True))}
    return table if len(rows) == table.num_rows else table.take(pa.array(sorted(rows.values()), pa.int64()))


def documents(kept: pa.Table) -> Iterator[Kept]:
    """What the rows of a table by ``KEPT`` gave, as ``ingest.unique`` takes it."""
    columns = (kept[name].to_pylist() for name in (*Copy._fields[1:], "fetched"))
    return (Kept(Copy(row, *copy), fetched) for row, (*copy, fetched) in enumerate(zip(*columns, strict=True)))


def _line(record: type[Record], path: Path, number: int, line: bytes) -> Record:
    try:
        return record.model_validate(journal.record(path, number, line))
    except ValidationError as error:
        raise DataError(f"not a line of this version of whoheld: {first_fault(error)}", path=path) from error
