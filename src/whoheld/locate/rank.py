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
from whoheld.gazetteer.keys import squashed
from whoheld.locate.candidates import Finder, Named
from whoheld.locate.context import Words
from whoheld.locate.heads import LOCALITY, countries
from whoheld.locate.whereabouts import Whereabouts
from whoheld.model import Candidate, Mention, Place

WEIGHTS: Mapping[str, float] = {
    "theatre": 3.0,
    "kind": 2.0,
    "parent": 3.0,
    "whereabouts": 5.0,
    "neighbours": 4.0,
    "population": 3.0,
}
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
_TOWN_PEOPLE = 20_000
_NEAR_MATCH_REACH_M, _VILLAGE_REACH_M = 75_000, 150_000
_LEAST_GUESSED = 6
"""Letters of a name that may be a misspelling where the text names no other place."""
_AREAS = frozenset({"country", "province", "district", "region"})
_BARE: Mapping[str, float] = {"country": 0.9, "province": 0.85, "region": 0.85, "district": 0.7}
"""Of a name with no word of its kind: a town rather than the province around it, and a country nearly as likely as a town."""
_LOCALITIES: Mapping[str, float] = {
    "district": 1.0, "settlement": 0.9, "region": 0.9, "quarter": 0.7, "site": 0.7, "province": 0.5,
}  # fmt: skip
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
        whereabouts: where the text says that the place lies.
        others: for each other place of the text the likeliest candidates.
        fully: some place bears the name together with that word.
    """

    words: Words
    kind_said: str = ""
    whereabouts: Whereabouts | None = None
    others: tuple[tuple[Candidate, ...], ...] = ()
    fully: bool = False


class Ranker:
    """Scores the places that a mention may mean."""

    def __init__(self, gazetteer: Gazetteer, finder: Finder) -> None:
        self._gazetteer = gazetteer
        self._finder = finder

    def rank(self, mention: Mention, named: Sequence[Named], around: Around) -> tuple[Candidate, ...]:
        """Candidates, the best first; equal ones by id."""
        near = _neighbours([each.place for each in named], around.others)
        towns = [each.place for each in named if each.place.kind == "settlement"]
        around = around._replace(fully=any(each.full for each in named))
        rows = [
            self._features(mention, each.place, around) | {"neighbours": by, "kind": _kind(mention, each, around, towns)}
            for each, by in zip(named, near, strict=True)
        ]
        telling = [name for name in WEIGHTS if len({row[name].value for row in rows}) > 1]
        scored = (_candidate(each, row, telling) for each, row in zip(named, rows, strict=True))
        return tuple(sorted(scored, key=lambda candidate: (-candidate.score, candidate.id)))

    def _features(self, mention: Mention, place: Place, around: Around) -> dict[str, Feature]:
        return {
            "theatre": self._theatre(place),
            "parent": self._parent(mention, place, around.words),
            "whereabouts": self._whereabouts(place, around.whereabouts),
            "population": _population(self._gazetteer.population(place)),
        }

    def against(self, mention: Mention, named: Named, around: Around) -> str:
        """Why the text cannot mean the place, in words; empty where it may."""
        place, words = named.place, around.words
        if place.kind == "quarter" and place.parent:  # Every old city has an Old City.
            town = self._gazetteer.get(place.parent)
            told = town is None or words.says(town, mention.start, mention.end) is not None or _has_name_of(mention, town)
            return "" if told else "the text does not name its town"
        fit = around.whereabouts and around.whereabouts.fit(place, self._gazetteer.parents(place))
        if fit and fit.excluded:
            return fit.reason
        parent = self._parent(mention, place, words).value
        if parent < _SAID_BESIDE and not self._finder.at_home(place):
            return "the text says nothing of where it lies"
        return "" if fit or parent >= _SAID_BESIDE else self._out_of_reach(mention, named, around)

    def _out_of_reach(self, mention: Mention, named: Named, around: Around) -> str:
        """A misspelling, or a village that only the world's gazetteers know, is meant only near what else the text names."""
        village = named.place.kind == "settlement" and not self._gazetteer.is_own(named.place.id)
        people = self._gazetteer.population(named.place) or _UNKNOWN_POPULATION
        if not (self._finder.home and (named.near or (village and people < _TOWN_PEOPLE))):
            return ""
        reach_m = _NEAR_MATCH_REACH_M if named.near else _VILLAGE_REACH_M
        spots = [(c[0].lon, c[0].lat, _reach(c[0], _AREAS)) for c in around.others]
        key = text.key(mention.text)
        spots += [(p.lon, p.lat, _reach(p, _AREAS)) for p in around.words.places(self._gazetteer.own) if not _bears(p, key)]
        away = [metres(named.place.lon, named.place.lat, lon, lat) - wide for lon, lat, wide in spots]
        if not away:
            return "too short a name to guess from" if named.near and len(squashed(key)) < _LEAST_GUESSED else ""
        return "" if min(away) <= reach_m else f"nothing that the text names lies within {reach_m // 1000} km of it"

    def _whereabouts(self, place: Place, said: Whereabouts | None) -> Feature:
        if said is None:
            return Feature(0.0)
        fit = said.fit(place, self._gazetteer.parents(place))
        return Feature(0.0 if fit.excluded else fit.value, fit.reason)

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
    bare = (said == "settlement" and kind in _BARE) or (said == LOCALITY and kind in _LOCALITIES)
    return said == kind or bare or frozenset({said, kind}) in _KIN


def _kind(mention: Mention, named: Named, around: Around, towns: Sequence[Place]) -> Feature:
    said, place = around.kind_said or mention.kind, named.place
    if place.kind == said or named.full:
        return Feature(1.0, f"is {kind_in_words(place.kind)}")
    if said == LOCALITY and not around.fully:
        return Feature(_LOCALITIES.get(place.kind, 0.0))
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


def _bears(place: Place, key: str) -> bool:
    return any(text.key(name) == key for names in place.names.values() for name in names)


def _reach(place: Place | Candidate, kinds: Container[str]) -> float:
    return place.precision_m if place.kind in kinds else 0.0


def _lies_in(town: Place, area: Place) -> bool:
    inside = metres(town.lon, town.lat, area.lon, area.lat) <= area.precision_m
    return area.kind != "country" and (town.parent == area.id or (town.country == area.country and inside))


def _population(counted: int | None) -> Feature:
    people = counted or _UNKNOWN_POPULATION
    return Feature(min(math.log10(people) / _LARGEST_LOG_POPULATION, 1.0), f"{people:,} people" if counted else "")
