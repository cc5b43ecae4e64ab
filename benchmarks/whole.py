"""The whole run: articles to a published folder, by one process or several, through Dask, and how it grows.

python -m benchmarks.whole [--articles 1000 10000 100000] [--dask 20000]
"""

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import corpus
from benchmarks.again import build

HEAD = """| articles | how | seconds | CPU seconds | articles a second | a second and core | most memory of a process, MB |
|---|---|---|---|---|---|---|"""


def main(sizes: Sequence[int], dask: int) -> str:
    """The table of this benchmark.

    Args:
        sizes: of folders of articles, built by two processes.
        dask: the articles that are built through Dask, by one worker and by two; none where it is 0.
    """
    with tempfile.TemporaryDirectory() as folder:
        built = [line(Path(folder), count, "--jobs", "2") for count in sizes]
        built += [line(Path(folder), dask, "--cluster", "local", "--jobs", jobs) for jobs in ("1", "2") if dask]
    return "\n".join(["### Whole run", "", HEAD, *built, ""])


def line(folder: Path, count: int, *how: str) -> str:
    """Build in a process of its own; the line of the table."""
    made = folder / f"articles{count}"
    if not made.exists():
        corpus.write(made, count)
    wall, cpu, most = build(folder, made.name, "-o", "out", *how)
    per_core = count / wall / int(how[-1])
    told = f"| {count:,} | {' '.join(how)} | {wall:.1f} | {cpu:.1f} | {count / wall:,.0f} | {per_core:,.0f} | {most:,.0f} |"
    print(told, flush=True)
    return told


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--articles", type=int, nargs="*", default=[1000, 10_000, 100_000])
    asked.add_argument("--dask", type=int, default=20_000)
    chosen = asked.parse_args()
    print(main(chosen.articles, chosen.dask))
