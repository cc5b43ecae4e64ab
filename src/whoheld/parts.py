"""Articles in parts: whichever process is free reads the next one, and what it finds does not depend on who read it."""

import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple, Protocol

from whoheld import geodata, locate
from whoheld.actors import Registry
from whoheld.errors import UsageError
from whoheld.extract import Extractor
from whoheld.gazetteer import Gazetteer
from whoheld.geodata import Theatre
from whoheld.model import Article, Claim, Issue
from whoheld.scope import Scope

_SIZE = 32
"""Articles of a part: enough to pay for sending them, few enough that no process waits long at the end."""
_MOST_CRASHES = 8
"""After so many a fault is not the machine's."""


class Part(NamedTuple):
    """Some articles of a run, each with the theatre that it is read in, and the work folder whose decisions take part."""

    articles: tuple[tuple[Article, str], ...]
    work: Path | None


class Found(NamedTuple):
    """Claims with their places found, or with the reason why not, and what was not done on the way."""

    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]


class Workers(Protocol):
    """What reads parts."""

    def read(self, parts: Sequence[Part]) -> Iterator[tuple[int, Found]]:
        """What each part says, with the part's number, in the order in which they are done."""
        ...


def cut(articles: Iterable[Article], scope: Scope) -> list[Part]:
    """Articles in parts, in their order."""
    chosen = [(article, scope.of(article).id) for article in articles]
    return [Part(tuple(chosen[first : first + _SIZE]), scope.work) for first in range(0, len(chosen), _SIZE)]


def read(part: Part) -> Found:
    """What a part says: extracted, then located. The work of every process, here and on other machines."""
    claims: list[Claim] = []
    issues: list[Issue] = []
    for article, name in part.articles:
        theatre, extractor, gazetteer = _readers(name, part.work)
        extracted = extractor.extract(article)
        located = locate.locate(article, extracted.claims, gazetteer, theatre)
        claims += located.claims
        issues += (*extracted.issues, *located.issues)
    return Found(tuple(claims), tuple(issues))


class Here:
    """This process, one part after the other."""

    def read(self, parts: Sequence[Part]) -> Iterator[tuple[int, Found]]:
        """See ``Workers``."""
        forget()
        yield from enumerate(map(read, parts))


class Processes:
    """Processes on this machine; a part whose process dies is read again by another.

    Args:
        jobs: how many; the number of processors by default.
        few: so many parts, or fewer, are read by this process, which is done before another has started.
    """

    def __init__(self, jobs: int | None = None, *, few: int = 0) -> None:
        self._jobs = jobs or os.cpu_count() or 1
        self._few = few

    def read(self, parts: Sequence[Part]) -> Iterator[tuple[int, Found]]:
        """See ``Workers``.

        Raises:
            UsageError: the processes die again and again.
        """
        if len(parts) <= self._few:
            yield from HERE.read(parts)
            return
        missing = set(range(len(parts)))
        for _ in range(_MOST_CRASHES):
            with ProcessPoolExecutor(self._jobs, multiprocessing.get_context("spawn"), _end_with_parent) as pool:
                numbers = {pool.submit(read, parts[number]): number for number in sorted(missing)}
                for number, found in _done(numbers):
                    missing.remove(number)
                    yield number, found
            if not missing:
                return
        raise UsageError(
            f"the processes that read articles died {_MOST_CRASHES} times; is there too little memory for {self._jobs}?"
        )


def _end_with_parent() -> None:
    """Ends this process with the one that started it; one that waits to hand over what it found would never learn of it."""
    if (parent := multiprocessing.parent_process()) is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _done(numbers: dict[Future[Found], int]) -> Iterator[tuple[int, Found]]:
    for future in as_completed(numbers):
        try:
            yield numbers[future], future.result()
        except BrokenProcessPool:
            continue


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
