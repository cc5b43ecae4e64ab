"""The base map that needs no network: coasts, boundaries, rivers and lakes as lines, cut to where the reports are."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from platformdirs import user_cache_path

from whoheld import geodata
from whoheld.memo import Memo

KINDS = ("coast", "lake", "river", "boundary", "disputed")
"""In the order in which they are drawn. No country is filled, and a line that is not agreed on is dashed."""

UNITS_PER_DEGREE = 10_000
_HALF_THE_EARTH = 180.0
"""A line that goes farther from one point to the next goes on behind the date line, where a flat map cuts it."""

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

Points = npt.NDArray[np.float64]
"""Points of a line, or of many: longitude and latitude."""


_KEPT = pa.schema({"key": pa.string(), "points": pa.list_(pa.float64()), "lengths": pa.list_(pa.int64())})
"""The lines of a kind: longitudes and latitudes by turns, and how many points each has."""


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
    """The lines of each kind; a user's cache keeps them as arrays, which load in no time."""
    memo = Memo(user_cache_path("whoheld") / "basemap.arrow", hashlib.sha256(path.read_bytes()).hexdigest())
    kept = memo.renewed(_KEPT, KINDS, partial(_parsed, path)).table()
    points, lengths = (kept[name].combine_chunks() for name in ("points", "lengths"))
    return tuple(_of(np.asarray(points[at].values), np.asarray(lengths[at].values)) for at in range(len(KINDS)))


def _of(points: npt.NDArray[np.float64], lengths: npt.NDArray[np.int64]) -> _Lines:
    return _Lines(points.reshape(-1, 2), np.repeat(np.arange(len(lengths)), lengths))


def _parsed(path: Path, which: Sequence[int]) -> Iterator[pa.RecordBatch]:
    features = json.loads(path.read_text("utf-8"))["features"]
    by_kind = {feature["properties"]["kind"]: feature["geometry"]["coordinates"] for feature in features}
    for lines in (by_kind[KINDS[at]] for at in which):
        points = [degrees for line in lines for point in line for degrees in point]
        yield pa.RecordBatch.from_pylist([{"points": points, "lengths": list(map(len, lines))}], _KEPT)


def _inside(lines: _Lines, box: Box) -> Iterator[Points]:
    """The runs of a line whose segments touch the box, each with one point beyond it on either side."""
    start, end = lines.points[:-1], lines.points[1:]
    low, high = np.minimum(start, end), np.maximum(start, end)
    west, south, east, north = box
    around = high[:, 0] - low[:, 0] > _HALF_THE_EARTH
    across = (low[:, 0] <= east) & (high[:, 0] >= west) & ~around
    touching = across & (low[:, 1] <= north) & (high[:, 1] >= south) & (lines.line[1:] == lines.line[:-1])
    edges = np.flatnonzero(np.diff(np.concatenate([[False], touching, [False]]).astype(np.int8)))
    for first, last in edges.reshape(-1, 2):
        yield lines.points[first : last + 1]
