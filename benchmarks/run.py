"""All benchmarks but the map's, one after the other; writes ``benchmarks/RESULTS.md`` with the machine.

make bench                      # the sizes that the tables below name; an hour on two cores
python -m benchmarks.run --quick
"""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import again, claims, fold, measured, reading, whole

RESULTS = Path(__file__).parent / "RESULTS.md"
HEAD = """# Results

`make bench` writes this page; the map's figures come from `make bench-map`. Every table compares within one run on one machine;
take the ratios, since other work on the machine moves the seconds. Ratios are to the first line of a table.

"""


def parts(quick: bool) -> Iterator[Callable[[], str]]:
    """Each benchmark."""
    yield reading.main
    yield claims.main
    yield lambda: fold.main(1_000_000, 9_900_000)
    if not quick:
        yield lambda: fold.main(10_000_000, 99_000_000)
    yield lambda: again.main(500 if quick else 10_000)
    yield lambda: whole.main([500, 5000] if quick else [1000, 10_000, 100_000], 0 if quick else 20_000)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--quick", action="store_true", help="Small sizes, some minutes.")
    told = []
    for part in parts(asked.parse_args().quick):
        told.append(f"{part()}\nMachine: {measured.machine()}\n")
        print(told[-1], flush=True)
    RESULTS.write_text(HEAD + "\n".join(told), "utf-8")


if __name__ == "__main__":
    main()
