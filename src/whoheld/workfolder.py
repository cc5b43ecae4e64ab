"""The work folder: what a person owns. Articles by the hash of their content, journals that only grow, and a page of settings.

```
whoheld.toml        theatre, title, policy numbers that differ from the theatre's
articles.jsonl      a line for each version of each article: what was given and found, and which bytes it came from
inputs.jsonl        a line for each file that was read: its hash, and what could not be read of it
judgements.jsonl    a line for each word of a person on a claim
byhand.jsonl        a line for each claim that a person entered
articles/ab/….raw   bytes as they were read;  articles/ab/….txt  the text taken out of them, where it is not the same
cache/              what was made from these, and can be made again
```
"""

import datetime as dt
import hashlib
import io
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from whoheld import __version__, ingest, journal, settings
from whoheld.errors import DataError, UsageError
from whoheld.ingest import Read, read_documents
from whoheld.ingest.inputs import STDIN
from whoheld.model import Article, Frozen, Issue, Judgement
from whoheld.publish.manifest import File, input_file, of_bytes
from whoheld.scope import Scope
from whoheld.settings import Settings
from whoheld.store import only_writer

_OF_ARTICLE = set(Article.model_fields) - {"text", "known_from"}
ARTICLES, INPUTS, JUDGEMENTS = "articles.jsonl", "inputs.jsonl", "judgements.jsonl"
BLOBS, CACHE = "articles", "cache"
_PATIENCE_S = 60.0
_OURS = {settings.NAME, ARTICLES, INPUTS, JUDGEMENTS, BLOBS, CACHE}
_OF_OTHERS = {"byhand.jsonl", "pins.jsonl", "places.sqlite", ".gitattributes"}

Line = TypeVar("Line", bound=Frozen)


class Stored(Frozen):
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


class Input(Frozen):
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

    def is_as(self, other: "Input | None") -> bool:
        """Whether reading it again would give the same."""
        return other is not None and (self.file, self.beside, self.reader) == (other.file, other.beside, other.reader)


class Added(NamedTuple):
    """How many articles came in, how many were there already, how many are new versions of one at the same address."""

    new: int
    known: int
    versions: int


class Kept(NamedTuple):
    """A document as it was read when it came in."""

    article: Article
    issues: tuple[Issue, ...]
    fetched: dt.date | None


@dataclass(frozen=True)
class WorkFolder:
    """A folder that holds a person's articles and judgements."""

    path: Path

    @cached_property
    def settings(self) -> Settings:
        """What ``whoheld.toml`` says.

        Raises:
            DataError: it is not as it should be.
        """
        return settings.read(self.path)

    def take_in(
        self,
        paths: Sequence[str | Path],
        *,
        piped: bytes = b"",
        jobs: int | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> tuple[Added, tuple[Issue, ...]]:
        """Read the files that are new here, or changed, and keep what they hold.

        Args:
            paths: files, folders, globs, or ``-``.
            piped: what ``-`` reads.
            jobs: as for ``ingest.read``.
            progress: as for ``ingest.read``.

        Returns:
            What came in, and an issue for each of the paths that leads nowhere or to a file that cannot be read.

        Raises:
            DataError: a line of a journal is damaged.
            UsageError: another process has been adding articles for too long.
        """
        names, missing = ingest.files(paths)
        known = self._inputs_by_name()
        found = {name: entry for name in names if (entry := _input(name, piped))}
        fresh = {name: entry for name, entry in found.items() if not entry.is_as(known.get(entry.file.name))}
        lost = [item for item in read_documents([name for name in names if name not in found]) if isinstance(item, Issue)]
        documents = read_documents(list(fresh), stdin=io.BytesIO(piped), jobs=jobs, progress=progress)
        return self.add(documents, fresh), (*missing, *lost)

    def add(self, documents: Iterable[Read | Issue], inputs: Mapping[str, Input]) -> Added:
        """Store articles that are not there yet: bytes and text first, then their lines, so that no line lacks its bytes.

        Args:
            documents: what was read.
            inputs: where from, by the names that documents and issues bear as their source.

        Raises:
            DataError: a line of the journal is damaged.
            UsageError: another process has been adding articles for too long.
        """
        with only_writer(self.path / BLOBS, patience_s=_PATIENCE_S):
            self._sweep()
            before = _last(self.stored())
            lines = dict(before)
            homeless: dict[str, list[Issue]] = {}
            for document in documents:
                if isinstance(document, Read) and document.article:
                    self._keep(document, document.article)
                    stored = _stored(document, document.article)
                    lines[stored.source, stored.sha256] = stored
                    continue
                for issue in (document,) if isinstance(document, Issue) else document.issues:
                    homeless.setdefault(_owner(issue.source or "", inputs), []).append(issue)
            new = [stored for identity, stored in lines.items() if stored != before.get(identity)]
            read = [entry.model_copy(update={"issues": tuple(homeless.get(name, ()))}) for name, entry in inputs.items()]
            self._append(new, read)
        addresses = {stored.url for stored in before.values()} - {None}
        texts = {stored.sha256 for stored in before.values()}
        fresh = {stored.sha256: stored for stored in new if stored.sha256 not in texts}
        return Added(len(fresh), len(texts), sum(stored.url in addresses for stored in fresh.values()))

    def _append(self, stored: Sequence[Stored], inputs: Sequence[Input]) -> None:
        if stored or inputs:
            os.sync()  # once for all, where flushing ten thousand small files one by one takes a minute
        for name, lines in ((ARTICLES, stored), (INPUTS, inputs)):
            if lines:
                journal.append(self.path / name, [line.model_dump(mode="json") for line in lines])

    def _sweep(self) -> None:
        """Remove what a killed writer left half written."""
        for partial in (self.path / BLOBS).glob("*/.*.partial"):
            partial.unlink()

    def stored(self) -> Iterator[Stored]:
        """What the journal of articles says.

        Raises:
            DataError: a line is damaged.
        """
        return _validated(Stored, self.path / ARTICLES)

    def inputs(self) -> tuple[File, ...]:
        """Everything that was ever read, sorted.

        Raises:
            DataError: a line is damaged.
        """
        entries = _validated(Input, self.path / INPUTS)
        found = {file for entry in entries for file in (entry.file, entry.beside) if file}
        return tuple(sorted(found, key=lambda file: (file.name, file.digest.sha256)))

    def documents(self) -> Iterator[Kept | Issue]:
        """What all that was read gave, as ``ingest.unique`` takes it: every version of each article; no bytes are read anew.

        Raises:
            DataError: a line or a text is not as it was stored.
        """
        for entry in self._inputs_by_name().values():
            yield from entry.issues
        for stored in _last(self.stored()).values():
            yield Kept(self._article(stored), stored.issues, stored.fetched)

    def _inputs_by_name(self) -> dict[str, Input]:
        return {entry.file.name: entry for entry in _validated(Input, self.path / INPUTS)}

    def _article(self, stored: Stored) -> Article:
        return Article.model_validate({**stored.model_dump(include=_OF_ARTICLE), "text": self.text(stored)})

    def text(self, stored: Stored) -> str:
        """The text of an article, checked against its hash.

        Raises:
            DataError: it is missing or changed.
        """
        path = self.blob(stored.sha256, "raw" if stored.raw == stored.sha256 else "txt")
        return _checked(path, stored.sha256).decode()

    def raw(self, stored: Stored) -> bytes:
        """The bytes that an article was read from, checked against their hash.

        Raises:
            DataError: they are missing or changed.
        """
        return _checked(self.blob(stored.raw, "raw"), stored.raw)

    def blob(self, sha256: str, suffix: str) -> Path:
        """Where content lies."""
        return self.path / BLOBS / sha256[:2] / f"{sha256}.{suffix}"

    def judge(self, judgement: Judgement) -> Judgement | None:
        """Record a person's word, and return the last word on the same claim before it, if there was one."""
        earlier = [other for other in self.judgements() if other.claim == judgement.claim]
        journal.append(self.path / JUDGEMENTS, [judgement.model_dump(mode="json")])
        return earlier[-1] if earlier else None

    def judgements(self) -> Iterator[Judgement]:
        """Every word that was ever said, in the order of the journal.

        Raises:
            DataError: a line is damaged.
        """
        return _validated(Judgement, self.path / JUDGEMENTS)

    def _keep(self, document: Read, article: Article) -> None:
        raw = hashlib.sha256(document.raw.data).hexdigest()
        _write_once(self.blob(raw, "raw"), document.raw.data)
        if raw != article.sha256:
            _write_once(self.blob(article.sha256, "txt"), article.text.encode())


def create(path: Path, theatre: str, *, title: str | None = None) -> WorkFolder:
    """Make a work folder with its settings.

    Raises:
        UsageError: the theatre does not exist, or the folder holds something else.
    """
    Scope.named(theatre)
    if (path / settings.NAME).exists():
        raise UsageError(f"{path} is a work folder already")
    if path.exists() and (not path.is_dir() or {item.name for item in path.iterdir()} - _OURS - _OF_OTHERS):
        raise UsageError(f"{path} exists and is not empty: name a new folder")
    path.mkdir(parents=True, exist_ok=True)
    _write_once(path / ".gitattributes", b"*.jsonl merge=union\n")
    _write_once(path / settings.NAME, settings.written(Settings(theatre=theatre, title=title)).encode())
    return WorkFolder(path)


def opened(path: Path) -> WorkFolder:
    """A work folder that is there.

    Raises:
        UsageError: it is not.
    """
    if not (path / settings.NAME).is_file():
        raise UsageError(f"{path} is no work folder: it has no {settings.NAME}; `whoheld init {path}` makes one")
    return WorkFolder(path)


def _input(name: str, piped: bytes) -> Input | None:
    if name == STDIN:
        return Input(file=of_bytes(STDIN, piped))
    file = input_file(Path(name))
    return Input(file=file, beside=input_file(ingest.sidecar(Path(name)))) if file else None


def _owner(source: str, inputs: Mapping[str, Input]) -> str:
    """The input that a document called ``file:record`` came from; what is said of metadata belongs to the text beside it."""
    while source not in inputs:
        beside = next((name for name in inputs if str(ingest.sidecar(Path(name))) == source), None)
        source, colon, _ = (beside, ":", "") if beside else source.rpartition(":")
        if not colon:
            break
    return source


def _last(stored: Iterable[Stored]) -> dict[tuple[str, str], Stored]:
    """The last line on each text from each source: what was given with a text may be put right later."""
    return {(line.source, line.sha256): line for line in stored}


def _stored(document: Read, article: Article) -> Stored:
    return Stored(
        **article.model_dump(exclude={"text", "known_from"}),
        raw=hashlib.sha256(document.raw.data).hexdigest(),
        encoding=document.encoding,
        rung=document.rung,
        fetched=document.fetched,
        issues=document.issues,
    )


def _validated(record: type[Line], path: Path) -> Iterator[Line]:
    for fields in journal.read(path):
        yield _line(record, fields, path)


def _line(record: type[Line], fields: Mapping[str, Any], path: Path) -> Line:
    try:
        return record.model_validate(fields)
    except ValidationError as error:
        raise DataError(f"not a line of this version of whoheld: {error.errors()[0]['msg']}", path=path) from error


def _checked(path: Path, sha256: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DataError(f"cannot be read: {error.strerror}", path=path) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise DataError("its content is not what was stored: take it from a backup or from git", path=path)
    return data


def _write_once(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, not yet flushed to the disk; content that is there already is left alone."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_bytes(data)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
