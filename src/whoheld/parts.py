"""Articles in parts: whichever process is free reads the next one, and what it finds does not depend on who read it."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Protocol

import pyarrow as pa

from whoheld import claims, geodata, issues, locate
from whoheld.extract import Extractor
from whoheld.gazetteer import Gazetteer
from whoheld.geodata import Theatre
from whoheld.model import Article, Issue
from whoheld.scope import Scope

_SIZE = 32
"""Articles of a part: enough to pay for sending them, few enough that no process waits long at the end."""
_FAULTS = (LookupError, TypeError, ValueError, AttributeError, AssertionError, RecursionError)
"""By which a fault of the program shows itself in one text; what a user can mend is another (``errors``) and ends the run."""


class Part(NamedTuple):
    """Some articles of a run.

    Attributes:
        articles: each with the theatre that it is read in.
        work: the folder whose decisions on names take part.
        locating: whether places are found; without it claims come as they were extracted.
    """

    articles: tuple[tuple[Article, str], ...]
    work: Path | None
    locating: bool = True


SAYINGS = pa.schema(
    {
        "key": pa.string(),
        "article": pa.string(),
        "theatre": pa.string(),
        "claims": pa.list_(pa.struct(list(claims.SCHEMA))),
        "issues": pa.list_(pa.struct(list(issues.SCHEMA))),
    }
)
"""What an article says, a row: the theatre that it was read in, claims with their places found or with the reason why not where
they were looked for, and issues."""


class Workers(Protocol):
    """What reads parts."""

    def read(self, parts: Iterable[Part]) -> Iterator[pa.RecordBatch]:
        """What each part says, by ``SAYINGS``, in the order of the parts."""
        ...


def cut(articles: Iterable[Article], scope: Scope, *, locating: bool = True) -> Iterator[Part]:
    """Articles in parts, in their order."""
    chosen = ((article, scope.of(article).id) for article in articles)
    while part := tuple(islice(chosen, _SIZE)):
        yield Part(part, scope.work, locating)


def read(part: Part, begin: Callable[[Article], None] = lambda _: None) -> pa.RecordBatch:
    """What a part says: extracted, then located where that is asked. The work of every process, here and on other machines.

    Args:
        part: the articles.
        begin: told of each article before it is read.
    """
    return pa.RecordBatch.from_pylist([_saying(article, name, part, begin) for article, name in part.articles], SAYINGS)


def _saying(article: Article, name: str, part: Part, begin: Callable[[Article], None]) -> dict[str, object]:
    theatre, extractor, gazetteer = _readers(name, part.work)
    begin(article)
    try:
        found, left = extractor.extract(article)
        if part.locating:
            found, unplaced = locate.locate(article, found, gazetteer, theatre)
            left = (*left, *unplaced)
    except _FAULTS as fault:  # what other articles say must not be lost with one
        found, left = (), (_given_up(article, f"a fault of the program ended its reading ({fault!r}): please report it"),)
    return {"article": article.id, "theatre": name, "claims": list(map(claims.record, found)), "issues": list(map(dict, left))}


def given_up(article: Article, name: str, why: str) -> pa.RecordBatch:
    """What an article says that nobody could read to its end: nothing, with the reason."""
    issue = _given_up(article, why)
    return pa.RecordBatch.from_pylist([{"article": article.id, "theatre": name, "claims": [], "issues": [dict(issue)]}], SAYINGS)


def _given_up(article: Article, why: str) -> Issue:
    return Issue(stage="extract", kind="given_up", message=why, source=article.source, article=article.id)


def to_json(part: Part) -> bytes:
    """What is to be done with a part, then its articles, a line each, for a process elsewhere."""
    lines: list[dict[str, object]] = [{"locating": part.locating}]
    lines += [{"theatre": name, "article": article.model_dump(mode="json")} for article, name in part.articles]
    return "\n".join(map(json.dumps, lines)).encode()


def from_json(lines: bytes, work: Path | None) -> Part:
    """The part that ``to_json`` wrote, but for its work folder."""
    how, *told = map(json.loads, lines.split(b"\n"))
    articles = tuple((Article.model_validate(one["article"]), one["theatre"]) for one in told)
    return Part(articles, work, how["locating"])


def to_arrow(said: pa.RecordBatch) -> bytes:
    """What a part says as a stream of Arrow's, for a process elsewhere."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, SAYINGS) as writer:
        writer.write_batch(said)
    return bytes(sink.getvalue())


def from_arrow(data: bytes) -> pa.RecordBatch:
    """What ``to_arrow`` wrote."""
    return pa.ipc.open_stream(data).read_next_batch()


class Here:
    """This process, one part after the other."""

    def read(self, parts: Iterable[Part]) -> Iterator[pa.RecordBatch]:
        """See ``Workers``."""
        forget()
        return (read(part) for part in parts)


HERE = Here()


def forget() -> None:
    """Open gazetteers anew, since a person may have changed them."""
    _readers.cache_clear()


@lru_cache(maxsize=16)
def _readers(name: str, work: Path | None) -> tuple[Theatre, Extractor, Gazetteer]:
    """What reads and what locates in a theatre; opened once, until it is forgotten."""
    theatre = geodata.theatre(name)
    return (theatre, *(shipped(theatre) if work is None else _opened(theatre, work)))


@lru_cache(maxsize=16)
def shipped(theatre: Theatre) -> tuple[Extractor, Gazetteer]:
    """What reads and what locates in a theatre without a work folder, whose decisions alone change while a process lives."""
    return _opened(theatre, None)


def _opened(theatre: Theatre, work: Path | None) -> tuple[Extractor, Gazetteer]:
    gazetteer = Gazetteer.open(theatre, work)
    return Extractor(theatre.registry, gazetteer, theatre), gazetteer
