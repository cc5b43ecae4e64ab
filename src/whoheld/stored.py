"""The lines of a work folder's journals on what was read: articles, and the files that they came from."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ConfigDict, ValidationError

from whoheld import __version__, journal
from whoheld.errors import DataError
from whoheld.geodata.files import first_fault
from whoheld.ingest import Read
from whoheld.model import Article, Frozen, Heading, Issue
from whoheld.publish.manifest import File

_OF_HEADING = {name for name in Heading.model_fields if name != "known_from"}
"""One set for all, since there may be very many."""

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

    @property
    def identity(self) -> tuple[str, str]:
        """The last line on each text from each source counts: what was given with a text may be put right later."""
        return self.source, self.sha256

    def digest(self) -> bytes:
        """The same for lines that say the same."""
        return hashlib.sha256(self.model_dump_json().encode()).digest()

    def heading(self) -> Heading:
        """The article, without its text; it was validated when it was read, and the line is as it was written."""
        return Heading.model_construct(_OF_HEADING, **{name: getattr(self, name) for name in _OF_HEADING})


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


class Kept(NamedTuple):
    """A document as it was read when it came in; ``digest`` is of its line."""

    article: Heading
    issues: tuple[Issue, ...]
    fetched: dt.date | None
    digest: bytes

    @classmethod
    def of(cls, line: Stored) -> "Kept":
        """What is kept in memory of a line, since there are as many as articles."""
        return cls(line.heading(), line.issues, line.fetched, line.digest())


class Seen(NamedTuple):
    """Something that was read: its digest, as ``Input`` gives it, and what is to be said of it."""

    digest: bytes
    issues: tuple[Issue, ...]


def read(record: type[Record], path: Path, seal: Path | None = None, *, known: int = 0) -> Iterator[Record]:
    """The lines of a journal.

    Args:
        record: what they are.
        path: the journal.
        seal: see ``journal.lines``.
        known: so many lines at the beginning are left out.

    Raises:
        DataError: a line is damaged, or of another version of whoheld.
    """
    for line in islice(journal.lines(path, seal), known, None):
        try:
            yield record.model_validate_json(line)
        except ValidationError as error:
            raise DataError(f"not a line of this version of whoheld: {first_fault(error)}", path=path) from error
