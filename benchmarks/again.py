"""One article more: what a build costs that has thousands behind it, and that it gives the bytes of a build from nothing.

python -m benchmarks.again [--articles 10000]
"""

import argparse
import filecmp
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks import corpus
from benchmarks.measured import machine

HEAD = "| build | articles | seconds | CPU seconds | most memory of a process, MB |\n|---|---|---|---|---|"


_WATCHED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
"""Runs a command in a small process: a child counts the memory of the one that it was begun by as its own."""


class Taken(NamedTuple):
    """Seconds on the clock and of all processors, and the memory of the largest process."""

    wall: float
    cpu: float
    most_mb: float


def main(count: int) -> str:
    """The table of this benchmark.

    Raises:
        AssertionError: the bytes differ.
    """
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        corpus.write(base / "articles", count)
        corpus.write(base / "new", 1, first=count)
        work = ("--work", "work")
        first = build(base, "articles", *work, "-o", "out")
        again = build(base, "new", *work, "-o", "out")
        same = build(base, *work, "-o", "out")
        whole = build(base, "articles", "new", "-o", "whole")
        names = sorted(path.name for path in (base / "whole").iterdir())
        _, different, missing = filecmp.cmpfiles(base / "out", base / "whole", names, shallow=False)
        assert not different + missing, f"not the bytes of a build from nothing: {different + missing}"
    rows = (
        ("into a new work folder", count, first),
        ("one article more", count + 1, again),
        ("nothing new", count + 1, same),
        ("from nothing, the same bytes", count + 1, whole),
    )
    lines = [
        f"| {what} | {articles:,} | {taken.wall:.1f} | {taken.cpu:.1f} | {taken.most_mb:,.0f} |" for what, articles, taken in rows
    ]
    return "\n".join([f"### One article more, {count:,} behind it", "", HEAD, *lines, ""])


def build(folder: Path, *arguments: str) -> Taken:
    """Build in a process of its own."""
    command = [sys.executable, "-m", "whoheld", "build", "-t", corpus.THEATRE, *arguments]
    start = time.perf_counter()
    told = subprocess.run([sys.executable, "-c", _WATCHED, *command], cwd=folder, stdout=subprocess.PIPE, check=True)  # noqa: S603
    wall, (cpu, most) = time.perf_counter() - start, map(float, told.stdout.split())
    return Taken(wall, cpu, most / 1024)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--articles", type=int, default=10_000)
    print(f"{main(asked.parse_args().articles)}\nMachine: {machine()}")
