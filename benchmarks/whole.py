"""The whole run: articles to a published folder, by one process or several, through Dask, and how it grows.

python -m benchmarks.whole [--articles 1000 10000 100000] [--dask 20000]
"""

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import corpus

HEAD = "| articles | how | seconds | articles a second | a second and core | most memory of a process, MB |\n|" + 6 * "---|"


def main(sizes: list[int], dask: int) -> str:
    """The table of this benchmark."""
    lines = ["### Whole run", "", HEAD]
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "articles"
        for count in sizes:
            shutil.rmtree(made, ignore_errors=True)
            corpus.write(made, count)
            lines.append(run(made, count, "--jobs", "2"))
            print(lines[-1], flush=True)
        if dask:
            shutil.rmtree(made, ignore_errors=True)
            corpus.write(made, dask)
            for jobs in ("1", "2"):
                lines.append(run(made, dask, "--cluster", "local", "--jobs", jobs))
                print(lines[-1], flush=True)
    return "\n".join([*lines, ""])


def run(made: Path, count: int, *how: str) -> str:
    """Build in a process of its own; the line of the table."""
    out = made.with_name("out")
    shutil.rmtree(out, ignore_errors=True)
    start = time.perf_counter()
    command = [sys.executable, "-m", "whoheld", "build", str(made), "-t", corpus.THEATRE, "-o", str(out), *how]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    wall = time.perf_counter() - start
    jobs = int(how[-1])
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return f"| {count:,} | {' '.join(how)} | {wall:.0f} | {count / wall:,.0f} | {count / wall / jobs:,.0f} | {most:,.0f} |"


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--articles", type=int, nargs="*", default=[1000, 10_000, 100_000])
    asked.add_argument("--dask", type=int, default=20_000)
    chosen = asked.parse_args()
    print(main(chosen.articles, chosen.dask))
