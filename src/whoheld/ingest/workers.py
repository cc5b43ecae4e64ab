"""Processes that read one document at a time and are killed when one takes too long.

A page can make a parser run for hours or fall over. It then costs its own line in ``issues.jsonl``: the process is killed, the
next document gets a new one. They are plain child processes that speak over pipes, so that a script that calls the library needs
no guard around its own code; they end with the process that started them.
"""

import os
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import IO, Self, cast

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
    with _Workers(jobs) as workers:
        ahead: deque[Future[tuple[Read, ...]] | Read | Issue] = deque()
        for item in items:
            ahead.append(item if isinstance(item, Issue) else workers.read(item))
            if len(ahead) > jobs * _AHEAD:
                yield from _done(ahead.popleft())
        while ahead:
            yield from _done(ahead.popleft())


def _done(item: Future[tuple[Read, ...]] | Read | Issue) -> Iterable[Read | Issue]:
    return item.result() if isinstance(item, Future) else (item,)


class _Workers:
    """A thread for each job, and for each thread a process, started when there is something to read."""

    def __init__(self, jobs: int) -> None:
        self._threads = ThreadPoolExecutor(jobs)
        self._own = threading.local()
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(cancel_futures=True)
        for process in self._processes:
            _end(process)

    def read(self, raw: Raw) -> Future[tuple[Read, ...]] | Read:
        return assemble(raw) if raw.form == "text" else self._threads.submit(self._ask, raw)

    def _ask(self, raw: Raw) -> tuple[Read, ...]:
        process = self._process()
        timer = _Timer(PATIENCE_S, process.kill)
        timer.start()
        try:
            send(cast("IO[bytes]", process.stdin), REQUEST, raw)
            return receive(cast("IO[bytes]", process.stdout), ANSWER)
        except (EOFError, OSError, ValueError):
            _end(process)
            return (Read(None, (refused(raw.source, _given_up(process.returncode, timer)),), raw),)
        finally:
            timer.cancel()

    def _process(self) -> "subprocess.Popen[bytes]":
        process: subprocess.Popen[bytes] | None = getattr(self._own, "process", None)
        if process is None or process.poll() is not None:
            command = (*COMMAND, f"{TIME_LIMIT_S}")
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603
            self._own.process = process
            self._processes.append(process)
        return process


class _Timer(threading.Timer):
    """A timer that knows, before anybody else can, whether its time ran out."""

    ran_out = False

    def run(self) -> None:
        self.finished.wait(self.interval)
        self.ran_out = not self.finished.is_set()
        if self.ran_out:
            self.function()


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        try:
            cast("IO[bytes]", pipe).close()
        except BrokenPipeError:
            continue  # what was not sent is not wanted any more


def _given_up(code: int, timer: _Timer) -> RefusedError:
    why = "the program that reads pages broke off"
    if code == -signal.SIGPROF:
        why = f"after {TIME_LIMIT_S:.0f} s of computing it was given up"
    elif timer.ran_out:
        why = f"after {PATIENCE_S:.0f} s without an answer it was given up"
    return RefusedError("unparsable", f"unparsable: {why}; save the article as plain text")
