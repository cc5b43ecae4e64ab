"""The other end of ``workers``: raw documents come in by standard input, what was read goes out by standard output."""

import resource
import sys

from whoheld.ingest.assemble import assemble_all
from whoheld.ingest.wire import ANSWER, REQUEST, receive, send

MEMORY_LIMIT = 2 << 30
"""Bytes of address space; a page of 10 MB takes about a quarter of it."""


def main() -> None:
    """Serve until standard input ends."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    while True:
        try:
            raw = receive(requests, REQUEST)
        except EOFError:
            return
        send(answers, ANSWER, assemble_all(raw))


if __name__ == "__main__":
    main()
