"""Processes that read one document at a time and are killed when one takes too long.

A page can make a parser run for hours or fall over. It then costs its own line in ``issues.jsonl``: the process is killed, the
next document gets a new one.
"""

import os
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future

from whoheld.children import Child, Children, end
from whoheld.ingest.assemble import Read, assemble
from whoheld.ingest.records import Raw, RefusedError, refused
from whoheld.ingest.wire import ANSWER, REQUEST, receive, send
from whoheld.model import Issue

TIME_LIMIT_S = 20.0
"""Of computing, so that what is given up does not depend on what else the machine does; a page of 10 MB takes 5 s."""

PATIENCE_S = 600.0
"""By the clock, for a process that does not compute and does not answer."""

COMMAND = (sys.executable, "-P", "-m", "whoheld.ingest.worker")
"""-P: the current folder may hold a module of anyone's that is called like one of ours."""

_MOST_JOBS = 8
_AHEAD = 4
"""Documents in flight for each job, so that none is idle and a large archive is not held in memory."""


def read_all(items: Iterable[Raw | Issue], *, jobs: int | None = None) -> Iterator[Read | Issue]:
    """Read documents in the order they come, pages and feeds in processes of their own, plain text here.

    Args:
        items: raw documents; issues pass through in their places.
        jobs: how many processes; the number of processors, up to eight, by default.
    """
    jobs = jobs or min(os.cpu_count() or 1, _MOST_JOBS)
    with Children(jobs, (*COMMAND, f"{TIME_LIMIT_S}"), subprocess.DEVNULL) as children:
        ahead: deque[Future[tuple[Read, ...]] | Read | Issue] = deque()
        for item in items:
            ahead.append(item if isinstance(item, Issue) else _begun(item, children))
            if len(ahead) > jobs * _AHEAD:
                yield from _done(ahead.popleft())
        while ahead:
            yield from _done(ahead.popleft())


def _done(item: Future[tuple[Read, ...]] | Read | Issue) -> Iterable[Read | Issue]:
    return item.result() if isinstance(item, Future) else (item,)


def _begun(raw: Raw, children: Children) -> Future[tuple[Read, ...]] | Read:
    return assemble(raw) if raw.form == "text" else children.submit(lambda: _read(raw, children.own()))


def _read(raw: Raw, child: Child) -> tuple[Read, ...]:
    timer = _Timer(PATIENCE_S, child.kill)
    timer.start()
    try:
        send(child.stdin, REQUEST, raw)
        return receive(child.stdout, ANSWER)
    except (EOFError, OSError, ValueError):
        end(child)
        return (Read(None, (refused(raw.source, _given_up(child.returncode, timer)),), raw),)
    finally:
        timer.cancel()


class _Timer(threading.Timer):
    """A timer that knows, before anybody else can, whether its time ran out."""

    ran_out = False

    def run(self) -> None:
        self.finished.wait(self.interval)
        self.ran_out = not self.finished.is_set()
        if self.ran_out:
            self.function()


def _given_up(code: int, timer: _Timer) -> RefusedError:
    why = "the program that reads pages broke off"
    if code == -signal.SIGPROF:
        why = f"after {TIME_LIMIT_S:.0f} s of computing it was given up"
    elif timer.ran_out:
        why = f"after {PATIENCE_S:.0f} s without an answer it was given up"
    return RefusedError("unparsable", f"unparsable: {why}; save the article as plain text")
