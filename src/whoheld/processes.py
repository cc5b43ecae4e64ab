"""Articles read by several processes of this machine: each is given parts, one after the other, over pipes of its own.

An article that computes for too long ends its process, and costs one line.

Run as a program this is the other end: parts come in by standard input, what they say goes out by standard output. The arguments
are the seconds that an article may compute, the characters that give it one more, and the work folder, where there is one.
"""

import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from whoheld import parts
from whoheld.children import Children, end, receive, send
from whoheld.errors import UsageError
from whoheld.model import Article
from whoheld.parts import HERE, Part

if TYPE_CHECKING:
    from concurrent.futures import Future

_COMMAND = (sys.executable, "-P", "-m", "whoheld.processes")
"""-P: the current folder may hold a module of anyone's that is called like one of ours."""
_AHEAD = 4
"""Parts in flight for each process, so that none is idle and no more of them are in memory."""
FEW = 4
"""Parts that one process reads before another has started, which takes two seconds."""
_MOST_DEATHS = 4
"""Of processes with the same part; after so many the fault is not the machine's."""
_SAID, _REFUSED = b"s", b"r"

TIME_LIMIT_S = 30.0
"""Of computing, for an article; and a second more for every so many characters, some ten times what they take."""
CHARACTERS_A_SECOND = 20_000
_SHORT = 20_000
"""Characters of an article that this process may read itself: even the worst sentence of that length takes some seconds."""


class Processes:
    """Processes on this machine; a part whose process dies is read again by another.

    Args:
        jobs: how many; the number of processors by default.
        few: so many parts of short articles, or fewer, are read by this process, which is done before another has started.
    """

    def __init__(self, jobs: int | None = None, *, few: int = 0) -> None:
        self._jobs = jobs or os.cpu_count() or 1
        self._few = few

    def read(self, cut: Iterable[Part]) -> Iterator[pa.RecordBatch]:
        """See ``parts.Workers``.

        Raises:
            UsageError: a part cannot be read, or its processes die again and again.
        """
        coming = iter(cut)
        first = list(islice(coming, self._few + 1))
        if len(first) <= self._few and all(len(article.text) <= _SHORT for part in first for article, _ in part.articles):
            yield from HERE.read(first)
            return
        with readers(self._jobs, first[0].work) as children:
            asked: deque[Future[pa.RecordBatch]] = deque()
            for part in chain(first, coming):
                asked.append(children.submit(partial(ask, part, children)))
                if len(asked) >= self._jobs * _AHEAD:
                    yield asked.popleft().result()
            while asked:
                yield asked.popleft().result()


def readers(jobs: int, work: Path | None) -> Children:
    """Processes that read parts, none of them started yet.

    Args:
        jobs: how many.
        work: the folder whose decisions on names take part.
    """
    return Children(jobs, (*_COMMAND, f"{TIME_LIMIT_S}", f"{CHARACTERS_A_SECOND}", *([str(work)] if work else [])))


def ask(part: Part, children: Children) -> pa.RecordBatch:
    """What a part says, by the calling thread's process; an article that computes for too long ends it, and is given up.

    Raises:
        UsageError: the part cannot be read, or its processes die again and again.
    """
    articles = parts.to_json(part)
    for _ in range(_MOST_DEATHS):
        child = children.own()
        try:
            send(child.stdin, articles)
            answer = receive(child.stdout)
        except (EOFError, OSError):
            end(child)
            if child.returncode == -signal.SIGPROF:
                return _one_by_one(part, children)
            continue
        if answer[:1] == _REFUSED:
            raise UsageError(answer[1:].decode())
        return parts.from_arrow(answer[1:])
    raise UsageError(
        f"the processes that read articles died {_MOST_DEATHS} times; is there too little memory for so many --jobs?"
    )


def _one_by_one(part: Part, children: Children) -> pa.RecordBatch:
    """A part of which one article takes too long: the others are read, and it is given up."""
    if len(part.articles) > 1:
        return pa.concat_batches([ask(part._replace(articles=(one,)), children) for one in part.articles])
    ((article, theatre),) = part.articles
    allowed_s = TIME_LIMIT_S + len(article.text) / CHARACTERS_A_SECOND
    why = f"after {allowed_s:.0f} s of computing it was given up: give its parts as articles of their own"
    return parts.given_up(article, theatre, why)


def main() -> None:
    """Serve until standard input ends; the signal that comes when an article computes for too long ends the process."""
    limit_s, characters_a_second = map(float, sys.argv[1:3])

    def begin(article: Article) -> None:
        signal.setitimer(signal.ITIMER_PROF, limit_s + len(article.text) / characters_a_second)

    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    work = Path(sys.argv[3]) if len(sys.argv) > 3 else None  # noqa: PLR2004 - its place among the arguments
    while True:
        try:
            articles = receive(requests)
        except EOFError:
            return
        try:
            answer = _SAID + parts.to_arrow(parts.read(parts.from_json(articles, work), begin))
        except UsageError as error:
            answer = _REFUSED + str(error).encode()
        signal.setitimer(signal.ITIMER_PROF, 0)
        send(answers, answer)


if __name__ == "__main__":
    main()
