"""Why a text cannot mean a place that bears a mention's name: it lies elsewhere, or too far from all else that the text names.

The less a name itself tells, the nearer the place must lie to what the text speaks of: a town written as the theatre has it may
lie anywhere in it, a village of the world's gazetteers or another spelling only beside that, a misspelling right there.
"""

import math
from collections.abc import Mapping, Sequence

from whoheld import text
from whoheld.gazetteer import Gazetteer
from whoheld.gazetteer.distance import metres
from whoheld.gazetteer.keys import squashed
from whoheld.locate.candidates import Finder, Named
from whoheld.locate.neighbours import AREAS, reach
from whoheld.locate.rank import PROVINCE_BESIDE, SAID_BESIDE, TOLD_COUNTRY, UNKNOWN_POPULATION, Others, Weighed, has_name_of
from whoheld.model import Candidate, Place

_TOWN_PEOPLE, _CITY_PEOPLE = 20_000, 300_000
_QUARTERS = 2
"""Other quarters of a town by which a text that does not name it speaks of it."""
_GUESS_REACH_M, _TOLD_GUESS_REACH_M = 50_000, 100_000
"""A misspelling is of a place so near; where the text says in what part of the country it lies, or the name is a foreign one as
it is heard, twice as far."""
_REACH_M, _TOWN_REACH_M = 150_000, 800_000
_OVER_THE_BORDER_M = 30_000
"""So far from a town of the text a village may lie in a country of which it names nothing else."""
_AMONG_STRANGERS_M, _SIDE_BY_SIDE_M = 50_000, 75_000
"""So near a town of the text a village lies that it lists with unknown names; so near each other two villages vouch for each
other that are namesakes of others elsewhere."""
_LEAST_GUESSED = 6
"""Letters of a name that may be a misspelling where the text names no other place."""

Spots = Sequence[Place | Candidate]
"""Places of the text."""


class Doubts:
    """What speaks against the places that a mention may mean, in the text around it."""

    def __init__(self, gazetteer: Gazetteer, finder: Finder) -> None:
        self._gazetteer = gazetteer
        self._finder = finder

    def against(self, weighed: Weighed, others: Others) -> Mapping[str, str]:
        """By place id, in words, why the text cannot mean the place; empty where it may.

        Args:
            weighed: the mention and its places.
            others: of the other mentions those whose place is no guess.
        """
        spots = self._spots(weighed, others) if weighed.named else ()
        told = (features["parent"].value for features in weighed.features)
        return {
            named.place.id: self._against(weighed, named, others, spots, said)
            for named, said in zip(weighed.named, told, strict=True)
        }

    def _against(self, weighed: Weighed, named: Named, others: Others, spots: Spots, said: float) -> str:
        """Why not this place; ``said`` is how far the text says the areas that it lies in, ``spots`` what else it names."""
        around, place = weighed.around, named.place
        if place.kind == "quarter" and place.parent:  # Every old city has an Old City.
            named_so = self._names_town_of(weighed, place.parent) or self._among_quarters(place.parent, others)
            return "" if named_so else "the text does not name its town"
        fit = around.whereabouts and around.whereabouts.fit(place, self._gazetteer.parents(place))
        if fit and (fit.excluded or (named.near and not fit.there)):
            return fit.reason
        if not self._finder.at_home(place) and said < (TOLD_COUNTRY if named.written else PROVINCE_BESIDE):
            return "the text says nothing of where it lies"
        placed = bool(fit and fit.there) or said >= PROVINCE_BESIDE
        if named.near:
            return _too_far_to_guess(weighed, place, spots, placed=placed or named.heard)
        if placed or not self._finder.home:
            return ""
        respelt = named.respelt and self._too_far_to_respell(place, spots, told=said > 0)
        return respelt or self._too_far_to_be_meant(weighed, place, spots, said)

    def _names_town_of(self, weighed: Weighed, town_id: str) -> bool:
        mention, town = weighed.mention, self._gazetteer.get(town_id)
        said = town is None or weighed.around.words.says(town, mention.start, mention.end) is not None
        return said or (town is not None and has_name_of(mention.text, town))

    def _among_quarters(self, town_id: str, others: Others) -> bool:
        """Whether the text names other quarters of a town: «صيرة والمعلا والتواهي» are of Aden."""
        quarters = [{candidate.id for candidate in candidates if candidate.kind == "quarter"} for candidates in others]
        places = ([self._gazetteer.get(quarter) for quarter in each] for each in quarters)
        return sum(any(place is not None and place.parent == town_id for place in each) for each in places) >= _QUARTERS

    def _too_far_to_respell(self, place: Place, spots: Spots, *, told: bool) -> str:
        """Another spelling of the name is meant only in a part of the world that the text speaks of."""
        ours = self._gazetteer.is_own(place.id) and not self._finder.is_borrowed(place)
        if not (spots or ours or told):
            return "it is spelt otherwise, and the text says nothing of where it lies"
        return _unless_within(_REACH_M, _apart(place, spots))

    def _too_far_to_be_meant(self, weighed: Weighed, place: Place, spots: Spots, said: float) -> str:
        """What only the world's gazetteers know, or a village of another theatre, is meant only near what else the text names.

        A village, and a town of a country of which the text names nothing else, very near; another town or an area in that part
        of the world, unless its country is told, where it may be a city.
        """
        settlement, village = place.kind == "settlement", self._is_village(place)
        if self._gazetteer.is_own(place.id) and not (village and self._finder.is_borrowed(place)):
            return self._of_another_province(weighed, place, spots) if village and said <= TOLD_COUNTRY else ""
        spots = [spot for spot in spots if not village or said or self._vouches(spot, place)]
        city = settlement and bool(said) and self._people(place) >= _CITY_PEOPLE
        foreign = settlement and not city and bool(spots) and not self._of_its_country(place, spots)
        if weighed.around.among_strangers and settlement:
            return _unless_within(_AMONG_STRANGERS_M, self._from_towns(place, spots))
        if foreign and village:
            return _unless_within(_OVER_THE_BORDER_M, self._from_towns(place, spots))
        if said >= SAID_BESIDE or (said and not (village or foreign) and self._finder.at_home(place)):
            return ""
        return _unless_within(_REACH_M if village or foreign else _TOWN_REACH_M, _apart(place, spots))

    def _of_another_province(self, weighed: Weighed, place: Place, spots: Spots) -> str:
        """A village of the theatre far from all else is not meant where another province is said beside the name."""
        if not _unless_within(_REACH_M, _apart(place, spots)):
            return ""
        said = (spot.name for spot in spots if spot.kind == "province" and self._said_beside(weighed, spot))
        province = next(said, "")
        far = f"the text speaks of {province}, and nothing that it names lies within {_REACH_M // 1000} km of it"
        return far if province else ""

    def _said_beside(self, weighed: Weighed, spot: Place | Candidate) -> bool:
        area = self._gazetteer.get(spot.id)
        said = area and weighed.around.words.says(area, weighed.mention.start, weighed.mention.end)
        return bool(said and said[1])

    def _vouches(self, spot: Place | Candidate, place: Place) -> bool:
        """Whether a place of the text tells where a village lies: one that is itself no more sure only right beside it."""
        known = self._gazetteer.get(spot.id)
        sure = known is None or self._gazetteer.is_own(spot.id) or not self._is_village(known)
        return sure or metres(place.lon, place.lat, spot.lon, spot.lat) <= _SIDE_BY_SIDE_M

    def _from_towns(self, place: Place, spots: Spots) -> list[float]:
        return _apart(place, [spot for spot in spots if spot.kind not in AREAS]) or [math.inf]

    def _is_village(self, place: Place) -> bool:
        """Whether a place is a settlement of few people, or of people whom nobody counted."""
        return place.kind == "settlement" and self._people(place) < _TOWN_PEOPLE

    def _people(self, place: Place) -> int:
        return self._gazetteer.population(place) or UNKNOWN_POPULATION

    def _of_its_country(self, place: Place, spots: Spots) -> bool:
        """Whether something else that the text names lies in the country of a place."""
        known = (self._gazetteer.get(spot.id) for spot in spots)
        return any(spot is not None and spot.country == place.country for spot in known)

    def _spots(self, weighed: Weighed, others: Others) -> list[Place | Candidate]:
        """What else the text names: the likeliest place of each other mention, and the theatre's places of other names."""
        namesakes = {place.id for place in self._finder.own(text.key(weighed.mention.text))}
        named = weighed.around.words.places(self._finder.own)
        return [*(candidates[0] for candidates in others), *(place for place in named if place.id not in namesakes)]


def _too_far_to_guess(weighed: Weighed, place: Place, spots: Spots, *, placed: bool) -> str:
    """A misspelling is guessed only near another town of the text, or where that has only areas, in or near one of these."""
    away = _apart(place, [spot for spot in spots if spot.kind not in AREAS]) or _apart(place, spots)
    if not away:
        return "" if len(squashed(text.key(weighed.mention.text))) >= _LEAST_GUESSED else "too short a name to guess from"
    return _unless_within(_TOLD_GUESS_REACH_M if placed else _GUESS_REACH_M, away)


def _apart(place: Place, spots: Spots) -> list[float]:
    """Metres from a place to each of others, an area's from its edge."""
    return [metres(place.lon, place.lat, spot.lon, spot.lat) - reach(spot, AREAS) for spot in spots]


def _unless_within(reach_m: int, away: Sequence[float]) -> str:
    near = not away or min(away) <= reach_m
    return "" if near else f"nothing that the text names lies within {reach_m // 1000} km of it"
