"""The work folder: what a person owns. Articles by the hash of their content, journals that only grow, and a page of settings.

```
whoheld.toml        theatre, title, policy numbers that differ from the theatre's
articles.jsonl      a line for each version of each article: what was given and found, and which bytes it came from
judgements.jsonl    a line for each word of a person on a claim
articles/ab/….raw   bytes as they were read;  articles/ab/….txt  the text taken out of them, where it is not the same
```
Claims and everything after them can be made again from these, and lie elsewhere.
"""

import datetime as dt
import hashlib
import os
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, TypeVar

from pydantic import Field, ValidationError

from whoheld import journal
from whoheld.errors import DataError, UsageError
from whoheld.ingest import Raw, Read, known_first, read_documents, unique
from whoheld.model import Article, Frozen, Issue, Judgement
from whoheld.scope import Scope
from whoheld.store import only_writer

_OF_ARTICLE = set(Article.model_fields) - {"text"}
SETTINGS, ARTICLES, JUDGEMENTS = "whoheld.toml", "articles.jsonl", "judgements.jsonl"
_PATIENCE_S = 60.0


Line = TypeVar("Line", bound=Frozen)


class Settings(Frozen):
    """``whoheld.toml``."""

    theatre: str
    title: str | None = None
    policy: Mapping[str, int] = Field(default_factory=dict)


class Stored(Frozen):
    """A line of ``articles.jsonl``: a version of an article, without its text.

    Attributes:
        raw: sha256 of the bytes it was read from.
        encoding: in which they were text.
        rung: what gave the publication date.
        fetched: the day on which this version came in, where somebody said.
        reading: what decides how it is read; the same input is not read again.
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
    reading: str
    issues: tuple[Issue, ...] = ()


class Added(NamedTuple):
    """How many articles came in, how many were there already, how many are new versions of one at the same address."""

    new: int
    known: int
    versions: int


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
        path = self.path / SETTINGS
        try:
            return Settings.model_validate(tomllib.loads(path.read_text("utf-8")))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise DataError(f"cannot be read: {error}", path=path) from error
        except ValidationError as error:
            detail = error.errors()[0]
            raise DataError(f"{'.'.join(map(str, detail['loc']))}: {detail['msg']}", path=path) from error

    def add(self, documents: Iterable[Read], *, fetched: dt.date | None = None) -> Added:
        """Store articles that are not there yet: bytes and text first, then their lines, so that no line lacks its bytes.

        Raises:
            DataError: a line of the journal is damaged.
            UsageError: another process has been adding articles for too long.
        """
        with only_writer(self.path / "articles", patience_s=_PATIENCE_S):
            self._sweep()
            lines = {_identity(stored): stored for stored in self.stored()}
            before, read = set(lines), 0
            for document in documents:
                if document.article:
                    read += 1
                    stored = _stored(document, document.article, fetched)
                    if lines.setdefault(_identity(stored), stored) is stored:
                        self._keep(document, document.article, stored)
            new = [stored for identity, stored in lines.items() if identity not in before]
            if new:
                os.sync()  # once for all, where flushing ten thousand small files one by one takes a minute
                journal.append(self.path / ARTICLES, [stored.model_dump(mode="json") for stored in new])
        addresses = {lines[identity].url for identity in before} - {None}
        return Added(len(new), read - len(new), sum(stored.url in addresses for stored in new))

    def _sweep(self) -> None:
        """Remove what a killed writer left half written."""
        for partial in (self.path / "articles").glob("*/.*.partial"):
            partial.unlink()

    def stored(self) -> Iterator[Stored]:
        """What the journal of articles says.

        Raises:
            DataError: a line is damaged.
        """
        path = self.path / ARTICLES
        return (_validated(Stored, record, path) for record in journal.read(path))

    def articles(self) -> tuple[Article, ...]:
        """The articles, every version of each; of a text that came in twice, the copy known first.

        Raises:
            DataError: a line or a text is not as it was stored.
        """
        copies = sorted(map(self._article, self.stored()), key=known_first, reverse=True)
        once = {article.id: article for article in copies}
        return tuple(once[article_id] for article_id in sorted(once))

    def take_in(
        self,
        paths: Sequence[str | Path],
        *,
        stdin: BinaryIO | None = None,
        jobs: int | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> tuple[Article | Issue, ...]:
        """Read articles as ``ingest.read`` does, but only those that are new here, and keep them; the result is the same.

        Raises:
            DataError: a line or a text is not as it was stored.
            UsageError: another process has been adding articles for too long.
        """
        documents = tuple(read_documents(paths, stdin=stdin, jobs=jobs, known=self.known, progress=progress))
        self.add(document for document in documents if isinstance(document, Read))
        return tuple(unique(documents))

    def known(self, raw: Raw) -> Read | None:
        """What was read from the same input before, under the name that it has now; None where it is new.

        Raises:
            DataError: a line or a text is not as it was stored.
        """
        stored = self._by_reading.get(raw.reading())
        if stored is None:
            return None
        article = self._article(stored).model_copy(update={"source": raw.source})
        issues = tuple(issue.model_copy(update={"source": raw.source}) for issue in stored.issues)
        return Read(article, issues, raw, stored.encoding, stored.rung)

    @cached_property
    def _by_reading(self) -> Mapping[str, Stored]:
        return {stored.reading: stored for stored in self.stored()}

    def _article(self, stored: Stored) -> Article:
        return Article.model_validate({**stored.model_dump(include=_OF_ARTICLE), "text": self.text(stored)})

    def text(self, stored: Stored) -> str:
        """The text of an article, checked against its hash.

        Raises:
            DataError: it is missing or changed.
        """
        path = self.blob(stored.sha256, "txt")
        if not path.exists():
            path = self.blob(stored.sha256, "raw")
        return _checked(path, stored.sha256).decode()

    def raw(self, stored: Stored) -> bytes:
        """The bytes that an article was read from, checked against their hash.

        Raises:
            DataError: they are missing or changed.
        """
        return _checked(self.blob(stored.raw, "raw"), stored.raw)

    def blob(self, sha256: str, suffix: str) -> Path:
        """Where content lies."""
        return self.path / "articles" / sha256[:2] / f"{sha256}.{suffix}"

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
        path = self.path / JUDGEMENTS
        return (_validated(Judgement, record, path) for record in journal.read(path))

    def _keep(self, document: Read, article: Article, stored: Stored) -> None:
        _write_once(self.blob(stored.raw, "raw"), document.raw.data)
        if stored.raw != article.sha256:
            _write_once(self.blob(article.sha256, "txt"), article.text.encode())


def create(path: Path, theatre: str, *, title: str | None = None) -> WorkFolder:
    """Make a work folder with its settings.

    Raises:
        UsageError: the theatre does not exist, or the folder holds something else.
    """
    Scope.named(theatre)
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise UsageError(f"{path} exists and is not empty: name a new folder")
    path.mkdir(parents=True, exist_ok=True)
    lines = ["# What this work folder is about; policy numbers here go before the theatre's own.", f"theatre = {_toml(theatre)}"]
    lines += [f"title = {_toml(title)}"] if title else []
    _write_once(path / SETTINGS, "\n".join([*lines, "", "[policy]", ""]).encode())
    _write_once(path / ".gitattributes", b"*.jsonl merge=union\n")
    return WorkFolder(path)


def opened(path: Path) -> WorkFolder:
    """A work folder that is there.

    Raises:
        UsageError: it is not.
    """
    if not (path / SETTINGS).is_file():
        raise UsageError(f"{path} is no work folder: it has no {SETTINGS}; `whoheld init {path}` makes one")
    return WorkFolder(path)


def _stored(document: Read, article: Article, fetched: dt.date | None) -> Stored:
    raw = hashlib.sha256(document.raw.data).hexdigest()
    fields = article.model_dump(exclude={"text"})
    return Stored(
        **fields,
        raw=raw,
        encoding=document.encoding,
        rung=document.rung,
        fetched=fetched,
        reading=document.raw.reading(),
        issues=document.issues,
    )


def _identity(stored: Stored) -> tuple[str | None, ...]:
    return (stored.sha256, stored.url, stored.published, stored.publisher, stored.title, stored.language)


def _validated(record: type[Line], fields: Mapping[str, Any], path: Path) -> Line:
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


def _toml(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in escaped) + '"'
