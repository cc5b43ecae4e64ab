"""The other end of ``workers``: raw documents come in by standard input, what was read goes out by standard output.

The one argument is how many seconds a document may compute; the signal that then comes ends the process.
"""

import resource
import signal
import sys

from whoheld.ingest.assemble import assemble_all
from whoheld.ingest.wire import ANSWER, REQUEST, receive, send

MEMORY_LIMIT = 2 << 30
"""Bytes of address space; a page of 10 MB takes about a quarter of it."""


def main() -> None:
    """Serve until standard input ends, or a document computes for too long."""
    limit_s = float(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    while True:
        try:
            raw = receive(requests, REQUEST)
        except EOFError:
            return
        signal.setitimer(signal.ITIMER_PROF, limit_s)
        send(answers, ANSWER, assemble_all(raw))
        signal.setitimer(signal.ITIMER_PROF, 0)


if __name__ == "__main__":
    main()
