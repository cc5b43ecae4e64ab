"""Ranking: named features with readable weights turn the places that a mention may mean into scored candidates.

The score is the agreement of the name times the weighted mean of what speaks for the place, so that no context lifts a bad
spelling over a good one. A feature that says the same of all candidates of a mention does not count. The weights were set by hand
and checked against labelled toponyms (``whoheld evaluate --places``).
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from whoheld import text
from whoheld.gazetteer import Gazetteer
from whoheld.gazetteer.distance import metres
from whoheld.locate.candidates import Finder, Named
from whoheld.locate.context import Words
from whoheld.locate.heads import LOCALITY, TOWN, countries
from whoheld.locate.neighbours import AREAS, Feature, neighbours
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
TOLD_COUNTRY, SAID_BESIDE, PROVINCE_BESIDE = 0.35, 0.7, 1.0
"""What a country is worth that a text speaks of, and one that it says beside a name; and a province, of which there are many."""
UNKNOWN_POPULATION, _UNKNOWN_AREA_POPULATION = 300, 100_000
"""A place whose people nobody counted is taken for a village, an area for a small province."""
_LARGEST_LOG_POPULATION = 7.0
_BARE: Mapping[str, float] = {"country": 0.9, "province": 0.85, "region": 0.85, "district": 0.7}
"""Of a name with no word of its kind: a town rather than the province around it, and a country nearly as likely as a town."""
_LOCALITIES: Mapping[str, float] = {
    "district": 1.0, "settlement": 0.9, "region": 0.9, "quarter": 0.7, "site": 0.7, "province": 0.5,
}  # fmt: skip
_UNNAMED = 0.5
"""Of a quarter, base or site that the text calls nothing but its name."""
_NAMED_AFTER_TOWN = 0.2
"""Of a province whose town bears the same name, or a site of any town's name: the bare name is the town's."""
_KIN = {
    frozenset({"settlement", "quarter"}): 0.5,
    frozenset({"district", "quarter"}): 0.6,
    frozenset({"airport", "base"}): 0.7,
    frozenset({"district", "province"}): 0.6,
    frozenset({"province", "region"}): 0.7,
    **{frozenset({kind, "site"}): 0.6 for kind in ("airport", "base", "camp", "crossing", "dam", "oil_field")},
}
"""How far a place of one kind may be what a text calls by another; one that is known as a site only may be any sort of site."""


class Around(NamedTuple):
    """What is known of a mention's surroundings.

    Attributes:
        kind_said: the kind of place that a word beside the name says, or empty.
        whereabouts: where the text says that the place lies.
        among_strangers: whether the text lists the name with others of which hardly one is known.
    """

    words: Words
    kind_said: str = ""
    whereabouts: Whereabouts | None = None
    among_strangers: bool = False


class Weighed(NamedTuple):
    """A mention, the places that it may mean, and what speaks for each of these beside the other mentions of the text."""

    mention: Mention
    named: Sequence[Named]
    around: Around
    features: Sequence[Mapping[str, Feature]]


Others = Sequence[Sequence[Candidate]]
"""For each other place of the text the likeliest candidates, the best first."""


class Ranker:
    """Scores the places that a mention may mean."""

    def __init__(self, gazetteer: Gazetteer, finder: Finder) -> None:
        self._gazetteer = gazetteer
        self._finder = finder

    def weigh(self, mention: Mention, named: Sequence[Named], around: Around) -> Weighed:
        """All features of the places but the neighbours, which are known when all mentions have been weighed."""
        towns = [each.place for each in named if each.place.kind == "settlement"]
        fully = any(each.full for each in named)
        features = [
            self._features(mention, each.place, around) | {"kind": _kind(mention, each, around.kind_said, towns, fully=fully)}
            for each in named
        ]
        return Weighed(mention, named, around, features)

    def rank(self, weighed: Weighed, others: Others = ()) -> tuple[Candidate, ...]:
        """Candidates, the best first; equal ones by id."""
        near = neighbours([each.place for each in weighed.named], others)
        rows = [{**told, "neighbours": by} for told, by in zip(weighed.features, near, strict=True)]
        telling = [name for name in WEIGHTS if len({row[name].value for row in rows}) > 1]
        scored = (_candidate(each, row, telling) for each, row in zip(weighed.named, rows, strict=True))
        return tuple(sorted(scored, key=lambda candidate: (-candidate.score, candidate.id)))

    def _features(self, mention: Mention, place: Place, around: Around) -> dict[str, Feature]:
        return {
            "theatre": self._theatre(place),
            "parent": self._parent(mention, place, around.words),
            "whereabouts": self._whereabouts(place, around.whereabouts),
            "population": _population(place, self._gazetteer.population(place)),
        }

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
                value = (1.0 if beside else 0.5) * (SAID_BESIDE if parent.kind == "country" else PROVINCE_BESIDE)
                if value > best.value:
                    best = Feature(value, f"the text says {spelling}" + (" beside it" if beside else ""))
        said_country = place.country and not best.value and words.says_any(countries().get(place.country, frozenset()))
        return Feature(TOLD_COUNTRY, f"the text speaks of {place.country}") if said_country else best


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


def may_be(kind_said: str, mention: Mention, kind: str) -> bool:
    """Whether a mention may be of that kind: a district is no town of its name, but an unnamed kind is any, as in Azovstal."""
    said = kind_called(mention, kind_said)
    if said == LOCALITY:
        return kind in _LOCALITIES
    return said == kind or frozenset({said, kind}) in _KIN or (said == "settlement" and not kind_said)


def kind_called(mention: Mention, kind_said: str) -> str:
    """The kind that a text gives a place, by a word beside the name or elsewhere; a town where it says none."""
    return kind_said or mention.kind or TOWN


def _kind(mention: Mention, named: Named, kind_said: str, towns: Sequence[Place], *, fully: bool) -> Feature:
    """How far the place is of the kind that the text says.

    Args:
        mention: which may say the kind itself.
        named: the place.
        kind_said: by a word beside the name, or empty.
        towns: the settlements among the candidates.
        fully: some candidate bears the name together with the word of its kind.
    """
    said, place = kind_called(mention, kind_said), named.place
    if place.kind == said or named.full:
        return Feature(1.0, f"is {kind_in_words(place.kind)}")
    if said == LOCALITY and not fully:
        return Feature(_LOCALITIES.get(place.kind, 0.0))
    if said == "settlement" and not kind_said:
        after_town = any(_lies_in(town, place) for town in towns) if place.kind in _BARE else bool(towns)
        return Feature(_NAMED_AFTER_TOWN if after_town else _BARE.get(place.kind, _UNNAMED))
    return Feature(_KIN.get(frozenset({said, place.kind}), 0.0))


def has_name_of(name: str, town: Place) -> bool:
    """Whether a name has a town's in it: West Mosul, حمص القديمة."""
    words = f" {text.key(name)} "
    return any(f" {text.key(name)} " in words for names in town.names.values() for name in names)


def _lies_in(town: Place, area: Place) -> bool:
    inside = metres(town.lon, town.lat, area.lon, area.lat) <= area.precision_m
    return area.kind != "country" and (town.parent == area.id or (town.country == area.country and inside))


def _population(place: Place, counted: int | None) -> Feature:
    people = counted or (_UNKNOWN_AREA_POPULATION if place.kind in AREAS else UNKNOWN_POPULATION)
    return Feature(min(math.log10(people) / _LARGEST_LOG_POPULATION, 1.0), f"{people:,} people" if counted else "")
