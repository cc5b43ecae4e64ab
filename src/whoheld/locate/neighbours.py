"""How near a place lies to the other places of a text: two places of one report mostly lie side by side, or in one province."""

from collections.abc import Container, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from whoheld.gazetteer.distance import metres_between
from whoheld.model import Candidate, Place

AREAS = frozenset({"country", "province", "district", "region"})
_TOWN_M, _PROVINCE_M, _COUNTRY_M = 10_000, 50_000, 500_000
"""Side by side, else in a province, else in a country: three measures of near, in equal parts."""
_TOLD_M = 100_000


class Feature(NamedTuple):
    """How much one thing speaks for a place (0..1), and what it is in words; no words where it says nothing."""

    value: float
    reason: str = ""


def reach(place: Place | Candidate, kinds: Container[str]) -> float:
    """How far a place of those kinds reaches from its point, in metres; 0 for others."""
    return place.precision_m if place.kind in kinds else 0.0


def neighbours(places: Sequence[Place], others: Sequence[Sequence[Candidate]]) -> list[Feature]:
    """For each place how near the likeliest of each other mention lies, by mean and best; the reason names the nearest."""
    if not places or not others:
        return [Feature(0.0)] * len(places)
    every = [candidate for candidates in others for candidate in candidates]
    apart = metres_between([(p.lon, p.lat) for p in places], [(c.lon, c.lat) for c in every])
    wide = np.add.outer([reach(p, {"country"}) for p in places], [reach(c, AREAS) for c in every])
    distance = np.maximum(apart - wide, 0.0)
    loud = sum(1 / (1 + distance / half) for half in (_TOWN_M, _PROVINCE_M, _COUNTRY_M)) / 3
    loud *= np.array([candidate.score for candidate in every])
    weighed = {place.id for place in places}
    loud[:, [candidate.id in weighed for candidate in every]] = 0.0  # Shusha speaks neither for itself nor for its region.
    begins = [0, *accumulate(len(candidates) for candidates in others)][:-1]
    closeness = np.maximum.reduceat(loud, begins, axis=1)
    values = (closeness.max(axis=1) + closeness.mean(axis=1)) / 2
    apart[apart == 0] = np.inf
    nearest = apart.argmin(axis=1)
    return [
        Feature(float(value), f"{row[at] / 1000:.0f} km from {every[at].name}" if row[at] < _TOLD_M else "")
        for value, row, at in zip(values, apart, nearest, strict=True)
    ]
