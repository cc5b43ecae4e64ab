"""Articles read by several processes of this machine: each is given parts, one after the other, over pipes of its own.

Run as a program this is the other end: parts come in by standard input, what they say goes out by standard output. The one
argument is the work folder, where there is one.
"""

import os
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
from whoheld.parts import HERE, Part

if TYPE_CHECKING:
    from concurrent.futures import Future

_COMMAND = (sys.executable, "-P", "-m", "whoheld.processes")
"""-P: the current folder may hold a module of anyone's that is called like one of ours."""
_AHEAD = 4
"""Parts in flight for each process, so that none is idle and no more of them are in memory."""
_MOST_DEATHS = 4
"""Of processes with the same part; after so many the fault is not the machine's."""
_SAID, _REFUSED = b"s", b"r"


class Processes:
    """Processes on this machine; a part whose process dies is read again by another.

    Args:
        jobs: how many; the number of processors by default.
        few: so many parts, or fewer, are read by this process, which is done before another has started.
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
        if len(first) <= self._few:
            yield from HERE.read(first)
            return
        work = [str(first[0].work)] if first[0].work else []
        with Children(self._jobs, (*_COMMAND, *work)) as children:
            asked: deque[Future[pa.RecordBatch]] = deque()
            for part in chain(first, coming):
                asked.append(children.submit(partial(_ask, part, children)))
                if len(asked) >= self._jobs * _AHEAD:
                    yield asked.popleft().result()
            while asked:
                yield asked.popleft().result()


def _ask(part: Part, children: Children) -> pa.RecordBatch:
    articles = parts.to_json(part)
    for _ in range(_MOST_DEATHS):
        child = children.own()
        try:
            send(child.stdin, articles)
            answer = receive(child.stdout)
        except (EOFError, OSError):
            end(child)
            continue
        if answer[:1] == _REFUSED:
            raise UsageError(answer[1:].decode())
        return parts.from_arrow(answer[1:])
    raise UsageError(
        f"the processes that read articles died {_MOST_DEATHS} times; is there too little memory for so many --jobs?"
    )


def main() -> None:
    """Serve until standard input ends."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    work = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    while True:
        try:
            articles = receive(requests)
        except EOFError:
            return
        try:
            answer = _SAID + parts.to_arrow(parts.read(parts.from_json(articles, work)))
        except UsageError as error:
            answer = _REFUSED + str(error).encode()
        send(answers, answer)


if __name__ == "__main__":
    main()
