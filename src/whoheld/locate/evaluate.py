"""How often locating is right, on labelled toponyms, beside two yardsticks: the largest namesake, the best to be found."""

import statistics
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from whoheld import text
from whoheld.gazetteer import Gazetteer
from whoheld.gazetteer.distance import metres
from whoheld.geodata import Theatre
from whoheld.locate.gold import GoldText, Labelled
from whoheld.locate.resolve import resolve
from whoheld.model import Mention, Place

WIDE_M = 161_000
"""A hundred miles: the customary measure of toponym resolution."""
CLOSE_M = 20_000


class Figures(NamedTuple):
    """Shares are of all mentions measured; errors are kilometres, over the mentions that got a place.

    Attributes:
        found: had a candidate.
        within_161_km, within_20_km: got a place so near the true one.
        oracle_within_161_km: have such a candidate at all, first or not.
        population_within_161_km: would have it if the most populous place of exactly that name were taken.
    """

    mentions: int
    found: float
    within_161_km: float
    within_20_km: float
    mean_error_km: float
    median_error_km: float
    ambiguous: float
    oracle_within_161_km: float
    population_within_161_km: float


class _Outcome(NamedTuple):
    mention: Mention
    error_m: float | None
    oracle: bool
    population: bool


def evaluate(
    gold: Iterable[GoldText],
    gazetteer: Gazetteer,
    theatre: Theatre | None = None,
    measure: Callable[[Labelled], bool] = lambda label: True,  # noqa: ARG005 - every label by default
) -> Figures:
    """Locate every labelled mention with its text as context, and compare.

    Args:
        gold: labelled texts.
        gazetteer: where to look.
        theatre: the matter of the texts; None for the whole world.
        measure: which labels count; the others still are context.
    """
    outcomes = []
    for item in gold:
        mentions = [label.mention for label in item.labels]
        located = resolve(item.text, mentions, gazetteer, theatre)
        outcomes += [_outcome(label, m, gazetteer) for label, m in zip(item.labels, located, strict=True) if measure(label)]
    return _figures(outcomes)


def _outcome(label: Labelled, located: Mention, gazetteer: Gazetteer) -> _Outcome:
    error = None if located.lon is None or located.lat is None else metres(label.lon, label.lat, located.lon, located.lat)
    oracle = any(metres(label.lon, label.lat, c.lon, c.lat) <= WIDE_M for c in located.candidates)
    namesakes = gazetteer.lookup(text.key(located.text))
    largest = max(namesakes, key=lambda place: place.population or 0, default=None)
    return _Outcome(located, error, oracle, largest is not None and _near(label, largest))


def _near(label: Labelled, place: Place) -> bool:
    return metres(label.lon, label.lat, place.lon, place.lat) <= WIDE_M


def _figures(outcomes: Sequence[_Outcome]) -> Figures:
    errors = [outcome.error_m for outcome in outcomes if outcome.error_m is not None]

    def share(holds: Callable[[_Outcome], bool]) -> float:
        return round(sum(map(holds, outcomes)) / max(len(outcomes), 1), 4)

    return Figures(
        mentions=len(outcomes),
        found=share(lambda o: bool(o.mention.candidates)),
        within_161_km=share(lambda o: o.error_m is not None and o.error_m <= WIDE_M),
        within_20_km=share(lambda o: o.error_m is not None and o.error_m <= CLOSE_M),
        mean_error_km=round(statistics.fmean(errors) / 1000, 1) if errors else 0.0,
        median_error_km=round(statistics.median(errors) / 1000, 1) if errors else 0.0,
        ambiguous=share(lambda o: bool(o.mention.reason and o.mention.reason.startswith("ambiguous"))),
        oracle_within_161_km=share(lambda o: o.oracle),
        population_within_161_km=share(lambda o: o.population),
    )
