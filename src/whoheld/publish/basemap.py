"""The base map that needs no network: coasts, boundaries, rivers and lakes as lines, cut to where the reports are."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from whoheld import geodata

KINDS = ("coast", "lake", "river", "boundary", "disputed")
"""In the order in which they are drawn. No country is filled, and a line that is not agreed on is dashed."""

UNITS_PER_DEGREE = 10_000

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

_Line = list[list[float]]


def cut(box: Box) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The lines that reach into a box, as the index of their kind and points in ``UNITS_PER_DEGREE``."""
    for kind, lines in enumerate(_lines(geodata.folder() / "world" / "lines.geojson")):
        for line in lines:
            for piece in _inside(line, box):
                yield kind, [(round(lon * UNITS_PER_DEGREE), round(lat * UNITS_PER_DEGREE)) for lon, lat in piece]


@cache
def _lines(path: Path) -> tuple[list[_Line], ...]:
    features = json.loads(path.read_text("utf-8"))["features"]
    by_kind = {feature["properties"]["kind"]: feature["geometry"]["coordinates"] for feature in features}
    return tuple(by_kind[kind] for kind in KINDS)


def _inside(line: Sequence[Sequence[float]], box: Box) -> Iterator[_Line]:
    """The runs of a line whose segments touch the box, each with one point beyond it on either side."""
    run: _Line = []
    for start, end in pairwise(line):
        if _touches(start, end, box):
            run = run or [list(start)]
            run.append(list(end))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _touches(start: Sequence[float], end: Sequence[float], box: Box) -> bool:
    west, south, east, north = box
    across = min(start[0], end[0]) <= east and max(start[0], end[0]) >= west
    return across and min(start[1], end[1]) <= north and max(start[1], end[1]) >= south
