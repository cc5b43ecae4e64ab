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

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyarrow as pa
from pydantic import ValidationError

from whoheld import journal, settings, stored
from whoheld.errors import DataError, UsageError
from whoheld.geodata.files import first_fault
from whoheld.memo import Memo, program
from whoheld.model import Heading, Judgement
from whoheld.scope import Scope
from whoheld.settings import Settings
from whoheld.store import write_once
from whoheld.stored import Input, Stored

ARTICLES, INPUTS, JUDGEMENTS = "articles.jsonl", "inputs.jsonl", "judgements.jsonl"
BLOBS, CACHE = "articles", "cache"
_OURS = {settings.NAME, ARTICLES, INPUTS, JUDGEMENTS, BLOBS, CACHE}
_OF_OTHERS = {"byhand.jsonl", "pins.jsonl", "places.sqlite", ".gitattributes"}


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

    def stored(self) -> Iterator[Stored]:
        """What the journal of articles says.

        Raises:
            DataError: a line is damaged.
        """
        return stored.read(Stored, self.path / ARTICLES)

    def kept(self) -> pa.Table:
        """The same as columns, by ``stored.KEPT``.

        Raises:
            DataError: a line is damaged.
        """
        return stored.columns(Stored, self.path / ARTICLES, self._memo("kept"))

    def seen(self) -> pa.Table:
        """Everything that was ever read, by ``stored.SEEN``, in the order in which it was.

        Raises:
            DataError: a line is damaged.
        """
        return stored.columns(Input, self.path / INPUTS, self._memo("seen"))

    def _memo(self, name: str) -> Memo:
        return Memo(self.path / CACHE / f"{name}.arrow", program())

    def text(self, article: Heading | Stored) -> str:
        """The text of an article, checked against its hash.

        Raises:
            DataError: it is missing or changed.
        """
        taken_out = self.blob(article.sha256, "txt")
        path = taken_out if taken_out.exists() else self.blob(article.sha256, "raw")
        return _checked(path, article.sha256).decode()

    def raw(self, line: Stored) -> bytes:
        """The bytes that an article was read from, checked against their hash.

        Raises:
            DataError: they are missing or changed.
        """
        return _checked(self.blob(line.raw, "raw"), line.raw)

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
        path = self.path / JUDGEMENTS
        for fields in journal.read(path):
            try:
                yield Judgement.model_validate(fields)
            except ValidationError as error:
                raise DataError(f"not a line of this version of whoheld: {first_fault(error)}", path=path) from error


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
    write_once(path / ".gitattributes", b"*.jsonl merge=union\n")
    write_once(path / settings.NAME, settings.written(Settings(theatre=theatre, title=title)).encode())
    return WorkFolder(path)


def opened(path: Path) -> WorkFolder:
    """A work folder that is there.

    Raises:
        UsageError: it is not.
    """
    if not (path / settings.NAME).is_file():
        raise UsageError(f"{path} is no work folder: it has no {settings.NAME}; `whoheld init {path}` makes one")
    return WorkFolder(path)


def _checked(path: Path, sha256: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DataError(f"cannot be read: {error.strerror}", path=path) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise DataError("its content is not what was stored: take it from a backup or from git", path=path)
    return data
