r"""Bytes to articles: plain text, HTML, JSON Lines, RSS, Atom and WARC, from files, folders, globs or standard input.

Decisions: the stored text is what was decoded, with line ends as ``\n`` and without a byte order mark; offsets count its code
points. An article's id is its text's: the same text from two files or two addresses is one article, the one known first, and the
copy is listed. The clock is never read.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, Generic, NamedTuple, Protocol, TypeVar

from whoheld.ingest.assemble import Read
from whoheld.ingest.containers import documents
from whoheld.ingest.inputs import files, sidecar
from whoheld.ingest.records import Found, Given, Raw, issue
from whoheld.ingest.workers import read_all
from whoheld.model import Article, Issue

__all__ = [
    "Copy",
    "Document",
    "Given",
    "Raw",
    "Read",
    "Version",
    "files",
    "read",
    "read_all",
    "read_documents",
    "sidecar",
    "unique",
]


class Copy(Protocol):
    """What tells one copy of an article from another."""

    @property
    def id(self) -> str: ...  # noqa: D102

    @property
    def url(self) -> str | None: ...  # noqa: D102

    @property
    def published(self) -> str | None: ...  # noqa: D102

    @property
    def source(self) -> str: ...  # noqa: D102


C = TypeVar("C", bound=Copy)
C_co = TypeVar("C_co", bound=Copy, covariant=True)


class Document(Protocol[C_co]):
    """What a document gave: its article (None where it was refused), what is to be said of it, and when it was fetched."""

    @property
    def article(self) -> C_co | None: ...  # noqa: D102

    @property
    def issues(self) -> Sequence[Issue]: ...  # noqa: D102

    @property
    def fetched(self) -> dt.date | None: ...  # noqa: D102


class Version(NamedTuple, Generic[C]):
    """An article; of a later version than the first from its address, the day from which it is known."""

    article: C
    known_from: dt.date | None


def read(
    paths: Sequence[str | Path],
    *,
    stdin: BinaryIO | None = None,
    jobs: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Article | Issue]:
    """Read articles, in an order that depends on what they are and not on how they were named.

    Args:
        paths: files, folders (with all below), globs, or ``-``.
        stdin: what ``-`` reads; the process's own standard input by default.
        jobs: how many processes read pages and feeds; the number of processors, up to eight, by default.
        progress: called with the number of files done and of files.

    Yields:
        An issue for everything that could not be read or is to be known, then every article once.
    """
    names, missing = files(paths)
    yield from missing
    for item in unique(read_documents(names, stdin=stdin, jobs=jobs, progress=progress)):
        yield item if isinstance(item, Issue) else item.article.model_copy(update={"known_from": item.known_from})


def read_documents(
    names: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    jobs: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Read | Issue]:
    """Every document of some files with its raw bytes, encoding and the rung that dated it, copies included.

    ``names`` are those that ``files`` gives; the other arguments are ``read``'s.
    """
    return read_all(_found(names, stdin, progress), jobs=jobs)


def _found(names: Sequence[str], stdin: BinaryIO | None, progress: Callable[[int, int], None] | None) -> Found:
    for done, name in enumerate(names, 1):
        yield from documents(name, stdin)
        if progress:
            progress(done, len(names))


def unique(found: Iterable[Document[C] | Issue]) -> Iterator[Version[C] | Issue]:
    """The issues of documents, then every article once: of copies, the one known first, and an issue for each other."""
    copies: defaultdict[str, list[C]] = defaultdict(list)
    fetched: dict[str, dt.date] = {}
    for item in found:
        if isinstance(item, Issue):
            yield item
            continue
        yield from item.issues
        if item.article:
            copies[item.article.id].append(item.article)
            fetched[item.article.id] = min(_day(item.fetched), fetched.get(item.article.id, dt.date.max))
    kept = []
    for same in copies.values():
        first, *others = sorted(same, key=_known_first)
        kept.append(first)
        yield from (_copy(other, first) for other in others)
    yield from _as_versions(kept, fetched)


def _as_versions(articles: Sequence[C], fetched: Mapping[str, dt.date]) -> Iterator[Version[C]]:
    """The articles; of a text that came later than another from the same address it is said from when on it is known."""
    first: dict[str | None, dt.date] = {}
    for article in articles:
        first[article.url] = min(first.get(article.url, dt.date.max), fetched[article.id])
    for article in articles:
        is_later = article.url is not None and fetched[article.id] > first[article.url]
        yield Version(article, fetched[article.id] if is_later else None)


def _day(fetched: dt.date | None) -> dt.date:
    """A version of which nobody says when it was fetched may have been there from the beginning."""
    return fetched or dt.date.min


def _known_first(article: Copy) -> tuple[str, str, str]:
    """A key that sorts that copy of a text first from which the world could know it first; the undated come last."""
    return (article.published or "~", article.url or "", article.source)


def _copy(copy: Copy, first: Copy) -> Issue:
    message = f"the same text as {first.source}, which is kept as the one known first: it counts once"
    return issue(copy.source, "duplicate", message, article=copy.id)
