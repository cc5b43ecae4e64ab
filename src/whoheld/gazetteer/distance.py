"""Distances on the globe."""

import math

_MEAN_RADIUS_M = 6_371_009.0


def metres(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """The great-circle distance between two points, WGS 84 degrees, lon before lat."""
    phi, other_phi = math.radians(lat), math.radians(other_lat)
    half_chord = (
        math.sin((other_phi - phi) / 2) ** 2
        + math.cos(phi) * math.cos(other_phi) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    )
    return 2 * _MEAN_RADIUS_M * math.asin(min(1.0, math.sqrt(half_chord)))
