"""A map in letters, for the terminal."""

import math
from collections.abc import Iterable

from whoheld.model import Place

_COLUMNS, _ROWS = 49, 13
_CENTRE = (_ROWS // 2, _COLUMNS // 2)
_KM_PER_DEGREE = 111.2
_NAMED = "abcdefghijklmnopqrstuvwxyz"
_TOGETHER = 3


def sketch(lon: float, lat: float, places: Iterable[Place], *, radius_km: float = 25, own: str = "") -> str:
    """A small map in letters, north up, of the places around a point; ``+`` is the point, and a line below names each letter.

    Of places that would share a letter the nearest ones are named.

    Args:
        lon: of the point.
        lat: of the point.
        places: around it, and at it.
        radius_km: from the point to the upper edge.
        own: the name of the place that the point is drawn for.
    """
    per_row = 2 * radius_km / (_ROWS - 1)
    shrink = math.cos(math.radians(lat))
    cells: dict[tuple[int, int], list[str]] = {_CENTRE: [own] if own else []}
    for place in sorted(places, key=lambda p: (math.hypot((p.lon - lon) * shrink, p.lat - lat), p.id)):
        column = _CENTRE[1] + round((place.lon - lon) * shrink * _KM_PER_DEGREE / per_row * 2)
        row = _CENTRE[0] - round((place.lat - lat) * _KM_PER_DEGREE / per_row)
        if 0 <= row < _ROWS and 0 <= column < _COLUMNS and (len(cells) <= len(_NAMED) or (row, column) in cells):
            cells.setdefault((row, column), []).append(place.name)
    grid = [[" "] * _COLUMNS for _ in range(_ROWS)]
    legend = [f"{radius_km:g} km to the upper edge"]
    for mark, ((row, column), names) in zip(f"+{_NAMED}", cells.items(), strict=False):
        grid[row][column] = mark
        legend += [f"{mark} {_told(names)}"] if names else []
    return "\n".join(["".join(row).rstrip() for row in grid] + ["; ".join(legend)])


def _told(names: Iterable[str]) -> str:
    each = list(dict.fromkeys(names))
    return " / ".join(each[:_TOGETHER]) + " …" * (len(each) > _TOGETHER)
