"""The base map that needs no network: coasts, boundaries, rivers and lakes as lines, cut to where the reports are."""

import json
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from whoheld import geodata

KINDS = ("coast", "lake", "river", "boundary", "disputed")
"""In the order in which they are drawn. No country is filled, and a line that is not agreed on is dashed."""

UNITS_PER_DEGREE = 10_000

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

Points = npt.NDArray[np.float64]
"""Points of a line, or of many: longitude and latitude."""


class _Lines(NamedTuple):
    """The lines of one kind, one after the other: their points, and of each point the number of its line."""

    points: Points
    line: npt.NDArray[np.int64]


def cut(box: Box) -> Iterator[tuple[int, npt.NDArray[np.int64]]]:
    """The lines that reach into a box, as the index of their kind and points in ``UNITS_PER_DEGREE``."""
    for kind, lines in enumerate(_lines(geodata.folder() / "world" / "lines.geojson")):
        for piece in _inside(lines, box):
            yield kind, np.rint(piece * UNITS_PER_DEGREE).astype(np.int64)


@cache
def _lines(path: Path) -> tuple[_Lines, ...]:
    features = json.loads(path.read_text("utf-8"))["features"]
    by_kind = {feature["properties"]["kind"]: feature["geometry"]["coordinates"] for feature in features}
    return tuple(
        _Lines(np.array(list(chain.from_iterable(lines)), float), np.repeat(np.arange(len(lines)), list(map(len, lines))))
        for lines in (by_kind[kind] for kind in KINDS)
    )


def _inside(lines: _Lines, box: Box) -> Iterator[Points]:
    """The runs of a line whose segments touch the box, each with one point beyond it on either side."""
    start, end = lines.points[:-1], lines.points[1:]
    low, high = np.minimum(start, end), np.maximum(start, end)
    west, south, east, north = box
    across = (low[:, 0] <= east) & (high[:, 0] >= west)
    touching = across & (low[:, 1] <= north) & (high[:, 1] >= south) & (lines.line[1:] == lines.line[:-1])
    edges = np.flatnonzero(np.diff(np.concatenate([[False], touching, [False]]).astype(np.int8)))
    for first, last in edges.reshape(-1, 2):
        yield lines.points[first : last + 1]
