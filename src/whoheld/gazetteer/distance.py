"""Distances on the globe."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_MEAN_RADIUS_M = 6_371_009.0


def metres(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """The great-circle distance between two points, WGS 84 degrees, lon before lat."""
    phi, other_phi = math.radians(lat), math.radians(other_lat)
    half_chord = (
        math.sin((other_phi - phi) / 2) ** 2
        + math.cos(phi) * math.cos(other_phi) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    )
    return 2 * _MEAN_RADIUS_M * math.asin(min(1.0, math.sqrt(half_chord)))


def metres_between(points: Sequence[tuple[float, float]], others: Sequence[tuple[float, float]]) -> NDArray[np.float64]:
    """The great-circle distances from each point (a row) to each other (a column); points are longitude and latitude."""
    lon, lat = np.radians(np.array(points, dtype=float)).T[:, :, None]
    other_lon, other_lat = np.radians(np.array(others, dtype=float)).T[:, None, :]
    half_chord = np.sin((other_lat - lat) / 2) ** 2 + np.cos(lat) * np.cos(other_lat) * np.sin((other_lon - lon) / 2) ** 2
    distances: NDArray[np.float64] = 2 * _MEAN_RADIUS_M * np.arcsin(np.sqrt(np.minimum(half_chord, 1.0)))
    return distances
