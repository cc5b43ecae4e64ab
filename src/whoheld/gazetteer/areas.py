"""The point of an area that is known only by the towns in it."""

import math
import statistics
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from whoheld.gazetteer.distance import metres

_LONE_TOWN_M = 20_000
"""How far an area is taken to reach around the only town that is known of it."""


def point(towns: Sequence[tuple[float, float]]) -> tuple[float, float, int]:
    """The middle of an area's inhabited land and its reach: nine in ten of its towns lie within.

    Args:
        towns: longitude and latitude of each.

    Returns:
        Longitude, latitude and ``precision_m``.
    """
    lon, lat = _middle({(round(lon * 2) / 2, round(lat * 2) / 2) for lon, lat in towns}) if len(towns) > 1 else towns[0]
    far = [metres(lon, lat, *town) for town in towns]
    reach = statistics.quantiles(far, n=10)[-1] if len(far) > 1 else _LONE_TOWN_M
    return round(lon, 4), round(lat, 4), math.ceil(max(reach, 1) / 1000) * 1000


def _middle(cells: AbstractSet[tuple[float, float]]) -> tuple[float, float]:
    """Midway between the outer twentieths of the half-degree cells that have towns, so that no far island or exclave pulls it."""
    seam = _widest_gap([lon for lon, _ in cells])
    lons = sorted((lon - seam) % 360 for lon, _ in cells)
    lats = sorted(lat for _, lat in cells)
    cut = len(cells) // 20
    lon = seam + (lons[cut] + lons[-1 - cut]) / 2
    return (lon + 180) % 360 - 180, (lats[cut] + lats[-1 - cut]) / 2


def _widest_gap(lons: Sequence[float]) -> float:
    """The longitude where the widest empty stretch ends: there an area that crosses the date line may be cut."""
    ring = sorted(set(lons))
    gaps = [((there - here) % 360 or 360, there) for here, there in zip(ring, [*ring[1:], ring[0]], strict=True)]
    return max(gaps)[1]
