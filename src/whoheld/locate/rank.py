"""Ranking: named features with readable weights turn the places that a mention may mean into scored candidates.

The score is the agreement of the name times the weighted mean of what speaks for the place, so that no context lifts a bad
spelling over a good one. A feature that is silent on all candidates of a mention does not count. The weights were set by hand and
checked against labelled toponyms (``whoheld evaluate --places``).
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from whoheld.gazetteer import Gazetteer
from whoheld.gazetteer.distance import metres
from whoheld.locate.candidates import Finder, Named
from whoheld.locate.context import Words
from whoheld.model import Candidate, Mention, Place

WEIGHTS: Mapping[str, float] = {"theatre": 3.0, "kind": 2.0, "parent": 3.0, "neighbours": 2.0, "population": 2.0}
_FLOOR = 0.25
"""What a name alone is worth; the features share the rest."""
_PROVINCE_M, _COUNTRY_M = 50_000, 500_000
"""Two places of one report lie typically in a province, else in a country: at these distances a neighbour speaks half as loud."""
_LARGEST_LOG_POPULATION = 7.0
_BARE: Mapping[str, float] = {"country": 1.0, "province": 0.85, "region": 0.85, "district": 0.7}
"""Of a name with no word of its kind: a town rather than the province around it, but a country as likely as a town."""
_KIN = {frozenset({"settlement", "quarter"}): 0.7, frozenset({"airport", "base"}): 0.7, frozenset({"district", "province"}): 0.6}


class Feature(NamedTuple):
    """How much one thing speaks for a place (0..1), and what it is in words; no words where it says nothing."""

    value: float
    reason: str = ""


class Around(NamedTuple):
    """What is known of a mention's surroundings: the text's words, and for each other place of it the likeliest candidates."""

    words: Words
    others: tuple[tuple[Candidate, ...], ...] = ()


class Ranker:
    """Scores the places that a mention may mean."""

    def __init__(self, gazetteer: Gazetteer, finder: Finder) -> None:
        self._gazetteer = gazetteer
        self._finder = finder

    def rank(self, mention: Mention, named: Sequence[Named], around: Around) -> tuple[Candidate, ...]:
        """Candidates, the best first; equal ones by id."""
        rows = [self._features(mention, each.place, around) for each in named]
        telling = {name for row in rows for name, feature in row.items() if feature.value}
        scored = (_candidate(each, row, telling) for each, row in zip(named, rows, strict=True))
        return tuple(sorted(scored, key=lambda candidate: (-candidate.score, candidate.id)))

    def _features(self, mention: Mention, place: Place, around: Around) -> dict[str, Feature]:
        return {
            "theatre": self._theatre(place),
            "kind": _kind(mention, place),
            "parent": self._parent(mention, place, around.words),
            "neighbours": _neighbours(place, around.others),
            "population": _population(place),
        }

    def _theatre(self, place: Place) -> Feature:
        if self._gazetteer.is_own(place.id):
            return Feature(1.0, "a place of the theatre")
        return Feature(0.8, self._finder.home) if self._finder.at_home(place) else Feature(0.0)

    def _parent(self, mention: Mention, place: Place, words: Words) -> Feature:
        best = Feature(0.0)
        for parent in self._gazetteer.parents(place):
            said = words.says(parent, mention.start, mention.end)
            if said:
                spelling, beside = said
                value = (1.0 if beside else 0.5) * (0.7 if parent.kind == "country" else 1.0)
                if value > best.value:
                    best = Feature(value, f"the text says {spelling}" + (" beside it" if beside else ""))
        return best


def _candidate(named: Named, features: Mapping[str, Feature], telling: set[str]) -> Candidate:
    whole = sum(WEIGHTS[name] for name in telling)
    speaking = sum(WEIGHTS[name] * features[name].value for name in telling)
    score = named.agreement * (_FLOOR + (1 - _FLOOR) * (speaking / whole if whole else 0.0))
    place = named.place
    return Candidate(
        id=place.id,
        name=place.name,
        lon=place.lon,
        lat=place.lat,
        precision_m=place.precision_m,
        kind=place.kind,
        score=round(score, 4),
        reasons=(named.reason, *(feature.reason for feature in features.values() if feature.reason)),
    )


def _kind(mention: Mention, place: Place) -> Feature:
    if place.kind == mention.kind:
        return Feature(1.0, f"is a {place.kind.replace('_', ' ')}")
    if mention.kind == "settlement" and place.kind in _BARE:
        return Feature(_BARE[place.kind])
    return Feature(_KIN.get(frozenset({mention.kind, place.kind}), 0.0))


def _neighbours(place: Place, others: Sequence[Sequence[Candidate]]) -> Feature:
    """The mean over the text's other places of how near the likeliest of each lies; the reason names the nearest."""
    closeness, nearest = [], (math.inf, "")
    for candidates in others:
        best = 0.0
        for other in candidates:
            distance = metres(place.lon, place.lat, other.lon, other.lat)
            if distance:  # None: the same place, or two at their parent's point.
                best = max(best, other.score * (0.5 / (1 + distance / _PROVINCE_M) + 0.5 / (1 + distance / _COUNTRY_M)))
                nearest = min(nearest, (distance, other.name))
        closeness.append(best)
    value = (max(closeness) + sum(closeness) / len(closeness)) / 2 if closeness else 0.0
    return Feature(value, f"{nearest[0] / 1000:.0f} km from {nearest[1]}" if nearest[0] < 2 * _PROVINCE_M else "")


def _population(place: Place) -> Feature:
    if not place.population:
        return Feature(0.0)
    return Feature(min(math.log10(place.population) / _LARGEST_LOG_POPULATION, 1.0), f"{place.population:,} people")
