"""Ranking: named features with readable weights turn the places that a mention may mean into scored candidates.

The score is the agreement of the name times the weighted mean of what speaks for the place, so that no context lifts a bad
spelling over a good one. A feature that says the same of all candidates of a mention does not count. The weights were set by hand
and checked against labelled toponyms (``whoheld evaluate --places``).
"""

import math
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from whoheld import text
from whoheld.gazetteer import Gazetteer
from whoheld.gazetteer.distance import metres, metres_between
from whoheld.locate.candidates import Finder, Named
from whoheld.locate.context import Words
from whoheld.locate.heads import countries
from whoheld.model import Candidate, Mention, Place

WEIGHTS: Mapping[str, float] = {"theatre": 3.0, "kind": 2.0, "parent": 3.0, "neighbours": 4.0, "population": 3.0}
_FLOOR = 0.25
"""What a name alone is worth; the features share the rest."""
_MISFIT = 0.6
"""What is left of a town's score where the text speaks of an airport or a district."""
_TOWN_M, _PROVINCE_M, _COUNTRY_M = 10_000, 50_000, 500_000
"""Two places of one report lie side by side, else in a province, else in a country: three measures of near, in equal parts."""
_TOLD_M = 100_000
_SAID_BESIDE = 0.7
"""What a country said beside a name is worth; a province, of which there are many, is worth 1."""
_UNKNOWN_POPULATION = 300
"""A place whose people nobody counted is taken for a village."""
_LARGEST_LOG_POPULATION = 7.0
_AREAS = frozenset({"country", "province", "district", "region"})
_BARE: Mapping[str, float] = {"country": 0.9, "province": 0.85, "region": 0.85, "district": 0.7}
"""Of a name with no word of its kind: a town rather than the province around it, and a country nearly as likely as a town."""
_NAMED_AFTER_TOWN = 0.2
"""Of a province whose town bears the same name: the bare name is the town's."""
_KIN = {frozenset({"settlement", "quarter"}): 0.5, frozenset({"airport", "base"}): 0.7, frozenset({"district", "province"}): 0.6}


class Feature(NamedTuple):
    """How much one thing speaks for a place (0..1), and what it is in words; no words where it says nothing."""

    value: float
    reason: str = ""


class Around(NamedTuple):
    """What is known of a mention's surroundings.

    Attributes:
        kind_said: the kind of place that a word beside the name says, or empty.
        others: for each other place of the text the likeliest candidates.
    """

    words: Words
    kind_said: str = ""
    others: tuple[tuple[Candidate, ...], ...] = ()


class Ranker:
    """Scores the places that a mention may mean."""

    def __init__(self, gazetteer: Gazetteer, finder: Finder) -> None:
        self._gazetteer = gazetteer
        self._finder = finder

    def rank(self, mention: Mention, named: Sequence[Named], around: Around) -> tuple[Candidate, ...]:
        """Candidates, the best first; equal ones by id."""
        near = _neighbours([each.place for each in named], around.others)
        towns = [each.place for each in named if each.place.kind == "settlement"]
        rows = [
            self._features(mention, each.place, around) | {"neighbours": by, "kind": _kind(mention, each.place, around, towns)}
            for each, by in zip(named, near, strict=True)
        ]
        telling = [name for name in WEIGHTS if len({row[name].value for row in rows}) > 1]
        scored = (_candidate(each, row, telling) for each, row in zip(named, rows, strict=True))
        return tuple(sorted(scored, key=lambda candidate: (-candidate.score, candidate.id)))

    def _features(self, mention: Mention, place: Place, around: Around) -> dict[str, Feature]:
        return {
            "theatre": self._theatre(place),
            "parent": self._parent(mention, place, around.words),
            "population": _population(self._gazetteer.population(place)),
        }

    def in_question(self, mention: Mention, place: Place, words: Words) -> bool:
        """Whether a text may mean the place: it lies in the theatre, or the text says beside it where it lies.

        A quarter is nobody's without its town: every old city has an Old City.
        """
        if place.kind == "quarter" and place.parent:
            town = self._gazetteer.get(place.parent)
            return town is None or words.says(town, mention.start, mention.end) is not None or _has_name_of(mention, town)
        return self._finder.at_home(place) or self._parent(mention, place, words).value >= _SAID_BESIDE

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
                value = (1.0 if beside else 0.5) * (_SAID_BESIDE if parent.kind == "country" else 1.0)
                if value > best.value:
                    best = Feature(value, f"the text says {spelling}" + (" beside it" if beside else ""))
        said_country = place.country and not best.value and words.says_any(countries().get(place.country, frozenset()))
        return Feature(0.35, f"the text speaks of {place.country}") if said_country else best


def _candidate(named: Named, features: Mapping[str, Feature], telling: Sequence[str]) -> Candidate:
    whole = sum(WEIGHTS[name] for name in telling)
    speaking = sum(WEIGHTS[name] * features[name].value for name in telling)
    fit = 1.0 if features["kind"].value else _MISFIT
    score = fit * named.agreement * (_FLOOR + (1 - _FLOOR) * (speaking / whole if whole else 1.0))
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


def kind_in_words(kind: str) -> str:
    """A kind with its article: an oil field."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind.replace('_', ' ')}"


def may_be(said: str, kind: str) -> bool:
    """Whether what a text calls a settlement, district, airport … may be of that kind; a district is no town of its name."""
    return said == kind or (said == "settlement" and kind in _BARE) or frozenset({said, kind}) in _KIN


def _kind(mention: Mention, place: Place, around: Around, towns: Sequence[Place]) -> Feature:
    said = around.kind_said or mention.kind
    if place.kind == said:
        return Feature(1.0, f"is {kind_in_words(place.kind)}")
    if said == "settlement" and not around.kind_said and place.kind in _BARE:
        return Feature(_NAMED_AFTER_TOWN if any(_lies_in(town, place) for town in towns) else _BARE[place.kind])
    return Feature(_KIN.get(frozenset({said, place.kind}), 0.0))


def _neighbours(places: Sequence[Place], others: Sequence[Sequence[Candidate]]) -> list[Feature]:
    """For each place how near the likeliest of each other mention lies, by mean and best; the reason names the nearest."""
    if not places or not others:
        return [Feature(0.0)] * len(places)
    closeness, nearest = [], [(math.inf, "")] * len(places)
    for candidates in others:
        apart = metres_between([(p.lon, p.lat) for p in places], [(c.lon, c.lat) for c in candidates])
        distance = np.maximum(
            apart - np.add.outer([_reach(p, {"country"}) for p in places], [_reach(c, _AREAS) for c in candidates]), 0.0
        )
        loud = np.mean([1 / (1 + distance / half) for half in (_TOWN_M, _PROVINCE_M, _COUNTRY_M)], axis=0)
        # No distance: the same place, or two at their parent's point; neither says anything.
        closeness.append(np.where(apart > 0, loud * [c.score for c in candidates], 0.0).max(axis=1))
        apart[apart == 0] = math.inf
        told = [(row.min(), candidates[row.argmin()].name) for row in apart]
        nearest = [min(pair) for pair in zip(nearest, told, strict=True)]
    values = (np.max(closeness, axis=0) + np.mean(closeness, axis=0)) / 2
    return [
        Feature(float(value), f"{distance / 1000:.0f} km from {name}" if distance < _TOLD_M else "")
        for value, (distance, name) in zip(values, nearest, strict=True)
    ]


def _has_name_of(mention: Mention, town: Place) -> bool:
    """Whether the mention itself names the town: West Mosul, حمص القديمة."""
    words = f" {text.key(mention.text)} "
    return any(f" {text.key(name)} " in words for names in town.names.values() for name in names)


def _reach(place: Place | Candidate, kinds: Container[str]) -> float:
    return place.precision_m if place.kind in kinds else 0.0


def _lies_in(town: Place, area: Place) -> bool:
    inside = metres(town.lon, town.lat, area.lon, area.lat) <= area.precision_m
    return area.kind != "country" and (town.parent == area.id or (town.country == area.country and inside))


def _population(counted: int | None) -> Feature:
    people = counted or _UNKNOWN_POPULATION
    return Feature(min(math.log10(people) / _LARGEST_LOG_POPULATION, 1.0), f"{people:,} people" if counted else "")
