"""Child processes that answer over pipes of their own.

They share nothing, not even a lock: one that is killed ends its own pipe and holds up no other. They are plain processes, so that
a script that calls the library needs no guard around its own code. They end with the process that started them, and what is
pressed in its terminal reaches it alone.
"""

import subprocess
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import IO, Self, TypeVar, cast

Child = subprocess.Popen[bytes]
Answer = TypeVar("Answer")

_LENGTH = 8


class Children:
    """A thread for each job, and for each thread a process, started when there is something to ask.

    Args:
        jobs: how many.
        command: starts one.
        errors: where its standard error goes, as ``subprocess`` names it; that of this process by default.
    """

    def __init__(self, jobs: int, command: Sequence[str], errors: int | None = None) -> None:
        self._threads = ThreadPoolExecutor(jobs)
        self._command = command
        self._errors = errors
        self._own = threading.local()
        self._all: list[Child] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(cancel_futures=True)
        for child in self._all:
            end(child)

    def submit(self, exchange: Callable[[], Answer]) -> Future[Answer]:
        """Let the next thread that is free speak with its ``own`` child."""
        return self._threads.submit(exchange)

    def own(self) -> Child:
        """The child of the calling thread, a new one where the last has ended."""
        child: Child | None = getattr(self._own, "child", None)
        if child is None or child.poll() is not None:
            child = self._own.child = subprocess.Popen(  # noqa: S603 - the command is ours
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors, process_group=0
            )
            self._all.append(child)
        return child


def end(child: Child) -> None:
    """Kill a child, if it lives, and let go of it."""
    child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        try:
            cast("IO[bytes]", pipe).close()
        except BrokenPipeError:
            continue  # what was not sent is not wanted any more


def send(stream: IO[bytes] | None, data: bytes) -> None:
    """Write one message.

    Raises:
        OSError: nobody reads it.
    """
    pipe = cast("IO[bytes]", stream)
    pipe.write(len(data).to_bytes(_LENGTH, "big"))
    pipe.write(data)
    pipe.flush()


def receive(stream: IO[bytes] | None, longest: int | None = None) -> bytes:
    """Read one message.

    Raises:
        EOFError: the stream ended.
        ValueError: it is longer than it may be.
    """
    pipe = cast("IO[bytes]", stream)
    length = int.from_bytes(_exactly(pipe, _LENGTH), "big")
    if longest is not None and length > longest:
        raise ValueError(f"a message of {length} bytes is none of ours")
    return _exactly(pipe, length)


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return data
