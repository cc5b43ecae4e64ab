"""Articles in parts: whichever process is free reads the next one, and what it finds does not depend on who read it."""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import lru_cache
from itertools import islice
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple, Protocol

import pyarrow as pa

from whoheld import claims, geodata, locate
from whoheld.actors import Registry
from whoheld.errors import UsageError
from whoheld.extract import Extractor
from whoheld.gazetteer import Gazetteer
from whoheld.geodata import Theatre
from whoheld.model import Article
from whoheld.scope import Scope

_SIZE = 32
"""Articles of a part: enough to pay for sending them, few enough that no process waits long at the end."""
_AHEAD = 4
"""Parts in flight for each process, so that none is idle and no more of them are in memory."""
_MOST_CRASHES = 8
"""After so many a fault is not the machine's."""


class Part(NamedTuple):
    """Some articles of a run, each with the theatre that it is read in, and the work folder whose decisions take part."""

    articles: tuple[tuple[Article, str], ...]
    work: Path | None


SAYINGS = pa.schema(
    {
        "key": pa.string(),
        "article": pa.string(),
        "theatre": pa.string(),
        "claims": pa.list_(pa.struct(list(claims.SCHEMA))),
        "issues": pa.list_(pa.string()),
    }
)
"""What an article says, a row: the theatre that it was read in, claims with their places found or with the reason why not, and
issues as JSON."""


class Workers(Protocol):
    """What reads parts."""

    def read(self, parts: Iterable[Part]) -> Iterator[pa.RecordBatch]:
        """What each part says, by ``SAYINGS``, in the order of the parts."""
        ...


def cut(articles: Iterable[Article], scope: Scope) -> Iterator[Part]:
    """Articles in parts, in their order."""
    chosen = ((article, scope.of(article).id) for article in articles)
    while part := tuple(islice(chosen, _SIZE)):
        yield Part(part, scope.work)


def read(part: Part) -> pa.RecordBatch:
    """What a part says: extracted, then located. The work of every process, here and on other machines."""
    return pa.RecordBatch.from_pylist([_saying(article, name, part.work) for article, name in part.articles], SAYINGS)


def _saying(article: Article, name: str, work: Path | None) -> dict[str, object]:
    theatre, extractor, gazetteer = _readers(name, work)
    extracted = extractor.extract(article)
    located = locate.locate(article, extracted.claims, gazetteer, theatre)
    issues = [issue.model_dump_json() for issue in (*extracted.issues, *located.issues)]
    return {"article": article.id, "theatre": name, "claims": list(map(claims.record, located.claims)), "issues": issues}


class Here:
    """This process, one part after the other."""

    def read(self, parts: Iterable[Part]) -> Iterator[pa.RecordBatch]:
        """See ``Workers``."""
        forget()
        return map(read, parts)


class Processes:
    """Processes on this machine; a part whose process dies is read again by another.

    Args:
        jobs: how many; the number of processors by default.
        few: so many parts, or fewer, are read by this process, which is done before another has started.
    """

    def __init__(self, jobs: int | None = None, *, few: int = 0) -> None:
        self._jobs = jobs or os.cpu_count() or 1
        self._few = few

    def read(self, parts: Iterable[Part]) -> Iterator[pa.RecordBatch]:
        """See ``Workers``.

        Raises:
            UsageError: the processes die again and again.
        """
        coming = iter(parts)
        waiting = deque(islice(coming, self._few + 1))
        if len(waiting) <= self._few:
            yield from HERE.read(waiting)
            return
        for _ in range(_MOST_CRASHES):
            with suppress(BrokenProcessPool):
                yield from self._by_others(waiting, coming)
                return
        raise UsageError(
            f"the processes that read articles died {_MOST_CRASHES} times; is there too little memory for {self._jobs}?"
        )

    def _by_others(self, waiting: deque[Part], coming: Iterator[Part]) -> Iterator[pa.RecordBatch]:
        """Read the parts that wait, then those that come; a part waits until it has been read.

        Raises:
            BrokenProcessPool: a process died.
        """
        with ProcessPoolExecutor(self._jobs, multiprocessing.get_context("spawn"), _end_with_parent) as pool:
            asked = deque(pool.submit(read, part) for part in waiting)
            while waiting:
                while len(asked) < _AHEAD * self._jobs and (part := next(coming, None)):
                    waiting.append(part)
                    asked.append(pool.submit(read, part))
                found = asked.popleft().result()
                waiting.popleft()
                yield found


def _end_with_parent() -> None:
    """Ends this process with the one that started it; one that waits to hand over what it found would never learn of it."""
    if (parent := multiprocessing.parent_process()) is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


HERE = Here()


def forget() -> None:
    """Open gazetteers anew, since a person may have changed them."""
    geodata.theatre.cache_clear()
    _readers.cache_clear()


@lru_cache(maxsize=16)
def _readers(name: str, work: Path | None) -> tuple[Theatre, Extractor, Gazetteer]:
    """What reads and what locates in a theatre; opened once in a process."""
    theatre = geodata.theatre(name)
    gazetteer = Gazetteer.open(theatre, work)
    return theatre, Extractor(Registry(theatre.actors), gazetteer, theatre), gazetteer
