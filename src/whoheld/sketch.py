"""A map in letters, for the terminal."""

import math
from collections.abc import Iterable

from whoheld.model import Place

_COLUMNS, _ROWS = 49, 13
_KM_PER_DEGREE = 111.2
_NAMED = "abcdefghijklmnopqrstuvwxyz"


def sketch(lon: float, lat: float, places: Iterable[Place], *, radius_km: float = 25) -> str:
    """A small map in letters, north up, of the places around a point; ``+`` is the point, and a line below names each letter."""
    per_row = 2 * radius_km / (_ROWS - 1)
    shrink = math.cos(math.radians(lat))
    grid = [[" "] * _COLUMNS for _ in range(_ROWS)]
    names: list[str] = []
    for place in sorted(places, key=lambda p: (math.hypot((p.lon - lon) * shrink, p.lat - lat), p.id)):
        column = _COLUMNS // 2 + round((place.lon - lon) * shrink * _KM_PER_DEGREE / per_row * 2)
        row = _ROWS // 2 - round((place.lat - lat) * _KM_PER_DEGREE / per_row)
        if 0 <= row < _ROWS and 0 <= column < _COLUMNS and grid[row][column] == " " and len(names) < len(_NAMED):
            grid[row][column] = _NAMED[len(names)]
            names.append(f"{_NAMED[len(names)]} {place.name}")
    if grid[_ROWS // 2][_COLUMNS // 2] == " ":
        grid[_ROWS // 2][_COLUMNS // 2] = "+"
    return "\n".join(["".join(row).rstrip() for row in grid] + [f"{radius_km:g} km to the upper edge; " + ", ".join(names)])
