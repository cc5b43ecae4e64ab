r"""Bytes to articles: plain text, HTML, JSON Lines, RSS, Atom and WARC, from files, folders, globs or standard input.

Decisions: the stored text is what was decoded, with line ends as ``\n`` and without a byte order mark; offsets count its code
points. An article's id is its text's: the same text from two files or two addresses is one article, the one known first, and the
copy is listed. The clock is never read.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from whoheld.ingest.assemble import Read
from whoheld.ingest.containers import documents
from whoheld.ingest.inputs import files
from whoheld.ingest.records import Raw, issue
from whoheld.ingest.workers import read_all
from whoheld.model import Article, Issue

__all__ = ["Raw", "Read", "known_first", "read", "read_documents", "unique"]


def read(
    paths: Sequence[str | Path],
    *,
    stdin: BinaryIO | None = None,
    as_of: dt.date | None = None,
    jobs: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Article | Issue]:
    """Read articles, in an order that depends on what they are and not on how they were named.

    Args:
        paths: files, folders (with all below), globs, or ``-``.
        stdin: what ``-`` reads; the process's own standard input by default.
        as_of: a publication date after this day is listed and left out, for it cannot be true.
        jobs: how many processes read pages and feeds; the number of processors, up to eight, by default.
        progress: called with the number of files done and of files.

    Yields:
        An issue for everything that could not be read or is to be known, then every article once.
    """
    return unique(read_documents(paths, stdin=stdin, as_of=as_of, jobs=jobs, progress=progress))


def unique(documents: Iterable[Read | Issue]) -> Iterator[Article | Issue]:
    """The issues of documents, then every article once: of copies, the one known first, and an issue for each other."""
    kept: dict[str, Article] = {}
    for item in documents:
        if isinstance(item, Issue):
            yield item
            continue
        yield from item.issues
        if item.article:
            first, *copies = sorted(filter(None, (kept.get(item.article.id), item.article)), key=known_first)
            kept[first.id] = first
            yield from (_copy(copy, first) for copy in copies)
    yield from kept.values()


def read_documents(  # noqa: PLR0913 - all but the first are named options
    paths: Sequence[str | Path],
    *,
    stdin: BinaryIO | None = None,
    as_of: dt.date | None = None,
    jobs: int | None = None,
    known: Callable[[Raw], Read | None] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Read | Issue]:
    """Every document with its raw bytes, encoding and the rung that dated it, copies included.

    ``known`` gives what was read from the same input before, or None; the other arguments are ``read``'s.
    """
    names, missing = files(paths)
    yield from missing
    yield from read_all(_found(names, stdin, progress), as_of, jobs=jobs, known=known)


def _found(names: Sequence[str], stdin: BinaryIO | None, progress: Callable[[int, int], None] | None) -> Iterator[Raw | Issue]:
    for done, name in enumerate(names, 1):
        yield from documents(name, stdin)
        if progress:
            progress(done, len(names))


def known_first(article: Article) -> tuple[str, str, str]:
    """A key that sorts that copy of a text first from which the world could know it first; the undated come last."""
    return (article.published or "~", article.url or "", article.source)


def _copy(copy: Article, first: Article) -> Issue:
    message = f"the same text as {first.source}, which is kept as the one known first: it counts once"
    return issue(copy.source, "duplicate", message, article=copy.id)
