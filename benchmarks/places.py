"""How fast places are imported, opened and looked up: `python benchmarks/places.py [ROWS]`.

Writes a dump in GeoNames' form with three names a row to a temporary folder, imports it, and measures time of the processor.
"""

import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from whoheld import text
from whoheld.gazetteer import Gazetteer, imports
from whoheld.gazetteer.imports import import_file

SYLLABLES = ("ba", "ta", "ja", "ha", "kha", "da", "ra", "za", "sa", "sha", "qa", "ka", "la", "ma", "na", "wa", "ya")
LETTERS = "بتجحخدرزسشصضطعغفقكلمنهوي"


def name(draw: random.Random) -> str:
    return "".join(draw.choice(SYLLABLES) for _ in range(draw.randint(2, 4))).capitalize()


def write_dump(path: Path, rows: int) -> list[str]:
    draw = random.Random(1)  # noqa: S311 - made-up villages
    names = []
    with path.open("w", encoding="utf-8") as stream:
        for number in range(rows):
            latin = f"{name(draw)} {name(draw)}"
            arabic = "ال" + "".join(draw.choices(LETTERS, k=draw.randint(4, 7)))
            names.append(arabic)
            lat, lon = 32 + 5 * draw.random(), 36 + 6 * draw.random()
            cells = [
                number,
                latin,
                latin,
                f"Al {latin},{arabic}",
                f"{lat:.5f}",
                f"{lon:.5f}",
                "P",
                "PPL",
                "SY",
                "",
                "07",
                "",
                "",
                "",
                0,
            ]
            stream.write("\t".join(map(str, [*cells, "", 300, "Asia/Damascus", "2020-01-01"])) + "\n")
    return names


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        names = write_dump(project / "SY.txt", rows)
        before = time.process_time()
        imported = import_file(project / "SY.txt", "geonames", project=project)
        took = time.process_time() - before
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = imported.path.stat().st_size / 1e6
        print(f"import: {imported.places:,} rows in {took:.1f} s of CPU, peak {peak:,.0f} MB, index {size:,.0f} MB")
        before = time.process_time()
        gazetteer = Gazetteer((), imports.opened(project))
        print(f"open: {(time.process_time() - before) * 1000:.1f} ms")
        asked = [text.key(each) for each in random.Random(2).sample(names, 5000)]  # noqa: S311
        measure("lookup of a name", gazetteer.lookup, asked)
        measure("lookup of no name", gazetteer.lookup, [f"{each} x" for each in asked])
        measure("kinds of a name", gazetteer.kinds, asked)
        measure("kinds of no name", gazetteer.kinds, [f"{each} y" for each in asked])


def measure(what: str, call: object, asked: list[str]) -> None:
    assert callable(call)
    before = time.process_time()
    for key in asked:
        call(key)
    print(f"{what}: {(time.process_time() - before) / len(asked) * 1e6:.1f} µs")


if __name__ == "__main__":
    main()
