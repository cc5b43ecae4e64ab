"""All benchmarks, one after the other; writes ``benchmarks/RESULTS.md`` with the machine.

    make bench                      # a quarter of an hour on two idle cores
    make bench SIZE=--quick         # some minutes: each size a tenth
    make bench SIZE=--large         # an hour: 99 million statuses, 100,000 articles, 20,000 through Dask

What ran at other times stands in ``seldom.md``, which goes to the end of the page as it is.
"""

import argparse
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import again, claims, fold, measured, reading, whole
from benchmarks import map as pages

RESULTS, SELDOM = (Path(__file__).parent / name for name in ("RESULTS.md", "seldom.md"))
HEAD = """# Results

`make bench` writes this page. Every table compares within one run on one machine; take the ratios, since other work on the
machine moves the seconds. Ratios are to the first line of the same size; the last column is the growth from the size before,
which is a tenth.

"""


def parts(size: str) -> Iterator[Callable[[], str]]:
    """Each benchmark; ``size`` is quick, large or neither."""
    part = 10 if size == "quick" else 1
    yield lambda: reading.main([count // part for count in (10, 100, 1000)])
    yield lambda: claims.main([count // part for count in (20, 200, 2000)])
    dense = [990_000, 9_900_000, 99_000_000] if size == "large" else [99_000, 990_000, 9_900_000]
    yield lambda: fold.main([count // part for count in (100_000, 1_000_000, 10_000_000)], dense)
    yield lambda: pages.main([count // part for count in (33_000, 100_000, 300_000)]) if shutil.which("chromium") else ""
    yield lambda: again.main(10_000 if size == "large" else 2_000 // part)
    articles = [1_000, 10_000, 100_000] if size == "large" else [count // part for count in (100, 1_000, 10_000)]
    yield lambda: whole.main(articles, 20_000 if size == "large" else 2_000 // part)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sizes = asked.add_mutually_exclusive_group()
    for name, words in (("quick", "Each size a tenth."), ("large", "The sizes that take long.")):
        sizes.add_argument(f"--{name}", action="store_const", const=name, dest="size", help=words)
    size = asked.parse_args().size or ""
    told = []
    for part in parts(size):
        told.append(part())
        print(told[-1], flush=True)
    machine = f"Sizes: {size or 'those of `make bench`'}. Machine: {measured.machine()}\n"
    RESULTS.write_text(HEAD + "\n".join([*told, machine, SELDOM.read_text("utf-8")]), "utf-8")


if __name__ == "__main__":
    main()
