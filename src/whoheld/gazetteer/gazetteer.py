"""The places that texts may mean: a theatre's own, then imported gazetteers, then the world's towns; one place is told once."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Self

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from whoheld.gazetteer import bgn, imports, pins, sites, world
from whoheld.gazetteer.distance import metres
from whoheld.gazetteer.index import Index
from whoheld.gazetteer.keys import keys, squashed
from whoheld.gazetteer.likeness import flesh, likeness
from whoheld.gazetteer.names import ROMANISED, SOUNDING
from whoheld.gazetteer.romanise import latin, plain, plain_forms
from whoheld.gazetteer.sounding import consonants
from whoheld.geodata import Theatre
from whoheld.model import Place

_SAME_PLACE_M = 15_000
_POPULATED = frozenset({"settlement", "quarter"})
_AREAS = frozenset({"country", "province", "district", "region"})
_CACHED = 65_536
_LEAST_ALIKE = 0.5
"""Half of the letters: what differs by more is never a near match, which allows a quarter, dots and vowels at half price."""


class Near(NamedTuple):
    """A place whose name is spelled much like the one asked for.

    Attributes:
        spelling: the place's spelling that is like it.
        likeness: 1 for equal, above 0.
    """

    place: Place
    spelling: str
    likeness: float


class Gazetteer:
    """Places by name, by likeness of name, and by id.

    Args:
        places: the theatre's, which go before all others.
        indexes: other gazetteers, the more trusted first.
        decisions: a person's decisions, place ids by look-up key.
    """

    def __init__(
        self, places: Sequence[Place], indexes: Sequence[Index], decisions: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._pins = decisions
        self._indexes = tuple(indexes)
        self._own = {place.id: place for place in places}
        towns_last = sorted(places, key=lambda place: place.kind in _POPULATED)
        self._twins = {outer: place for place in towns_last for outer in place.ids}
        self.lookup = lru_cache(_CACHED)(self._lookup)
        self.kinds = lru_cache(_CACHED)(self._kinds)
        self.get = lru_cache(_CACHED)(self._get)
        self._area = lru_cache(_CACHED)(self._find_area)
        self._above = lru_cache(_CACHED)(self._chain)

    @classmethod
    def open(cls, theatre: Theatre | None, project: Path | None = None) -> Self:
        """A theatre's places, imported gazetteers and the world's towns; the first use on a machine builds the world's index.

        Args:
            theatre: whose places go before all others; None for no theatre.
            project: folder whose imported gazetteers and decisions on names hold too.

        Raises:
            DataError: an imported index or the file of decisions cannot be used.
        """
        decided = pins.read(project, theatre.id if theatre else None) if project else {}
        return cls(theatre.places if theatre else (), (*imports.opened(project), world.index()), decided)

    @cached_property
    def _spellings(self) -> Sequence[tuple[Place, str, str]]:
        return list(_spellings(list(self._own.values())))

    @cached_property
    def _spelt(self) -> Mapping[str, str]:
        """Key of a name of the theatre's places -> how it is first spelt."""
        return {key: spelling for _, spelling, key in reversed(self._spellings)}

    @cached_property
    def _named(self) -> Mapping[str, list[Place]]:
        """Key -> the theatre's places of that name; who only wants a place by its id does without."""
        named: dict[str, list[Place]] = {}
        for place, _, key in self._spellings:
            for form in dict.fromkeys((key, squashed(key))) if not key.isascii() else (key,):
                bearers = named.setdefault(form, [])
                if place not in bearers:
                    bearers.append(place)
        return named

    def pinned(self, key: str) -> str | None:
        """The id of the place that a person decided the name means."""
        return self._pins.get(key)

    def is_own(self, place_id: str) -> bool:
        """Whether the place is one of the theatre's."""
        return place_id in self._own

    def own(self, key: str) -> Sequence[Place]:
        """The theatre's places that bear the name of that ``text.key``."""
        return self._named.get(key, ())

    def own_near(self, town: Place, kind: str, reach_m: float) -> tuple[Place, ...]:
        """The theatre's places of that kind that lie so near a town."""
        alike = (place for place in self._own.values() if place.kind == kind)
        return tuple(place for place in alike if metres(place.lon, place.lat, town.lon, town.lat) <= reach_m)

    def _lookup(self, key: str) -> tuple[Place, ...]:
        """The places that bear the name of that ``text.key``; the theatre's first, none twice."""
        return self._told(self._named.get(key, ()), key)

    def _told(self, own: Iterable[Place], key: str) -> tuple[Place, ...]:
        found = {place.id: place for place in own}
        for index in self._indexes:
            for place in index.lookup(key):
                told = self._twin(place) or next((seen for seen in found.values() if _same(seen, place)), place)
                found.setdefault(told.id, told)
        return tuple(found.values())

    def _kinds(self, key: str) -> frozenset[str]:
        """The kinds of the places that bear that name; empty where none does."""
        own = frozenset(place.kind for place in self._named.get(key, ()))
        return own.union(*(index.kinds(key) for index in self._indexes))

    def _get(self, place_id: str) -> Place | None:
        """The place of that id, ``syria:hajin``, ``geonames:172415``, or a town's site, ``syria:hajin+airport``."""
        if place_id in self._own:
            return self._own[place_id]
        if made := sites.town_and_kind(place_id):
            town, kind = made
            return (place := self.get(town)) and sites.of_town(place, kind)
        return next((place for index in self._indexes if (place := index.get(place_id))), None)

    def numbered(self, number: str) -> tuple[str, ...]:
        """The ids of imported places that are this number behind whatever prefix."""
        ids = (f"{prefix}:{number}" for prefix in self._prefixes)
        return tuple(place_id for place_id in ids if self.get(place_id))

    @cached_property
    def _prefixes(self) -> tuple[str, ...]:
        return tuple(sorted({prefix for index in self._indexes for prefix in index.prefixes()}))

    @cached_property
    def _sounds(self) -> dict[str, list[Place]]:
        grouped: dict[str, list[Place]] = {}
        keys_in_ascii = [key for key in self._named if key.isascii()]
        for key, sound in zip(keys_in_ascii, consonants(keys_in_ascii), strict=True):
            foreign = [place for place in self._named[key] if place.country not in bgn.COUNTRIES]
            if sound and foreign:
                grouped.setdefault(sound, []).extend(foreign)
        return grouped

    def sounding(self, key: str) -> tuple[Place, ...]:
        """Places whose foreign name has the consonants of a key in Arabic letters; none where these are fewer than four."""
        sound = "" if key.isascii() else consonants([key])[0]
        return self._told(self._sounds.get(sound, ()), SOUNDING + sound) if sound else ()

    def country(self, code: str) -> Place | None:
        """The country of that ISO 3166 alpha-2 code."""
        return self._countries.get(code)

    @cached_property
    def _countries(self) -> dict[str, Place]:
        found: dict[str, Place] = {}
        for index in reversed(self._indexes):
            found |= index.countries()
        return found | {place.country: place for place in self._own.values() if place.kind == "country" and place.country}

    def capital(self, code: str) -> Place | None:
        """The seat of the government of a country by its ISO 3166 code; None of one that has moved it in living memory."""
        place = self.get(world.capitals().get(code, ""))
        return (place and self._twin(place)) or place

    def population(self, place: Place) -> int | None:
        """The people of a place, or of the same place in another gazetteer; None where nobody counted them."""
        others = (other for place_id in place.ids for index in self._indexes if (other := index.get(place_id)))
        return place.population or next((other.population for other in others if other.population), None)

    def parents(self, place: Place) -> tuple[Place, ...]:
        """The areas that a place lies in, the smallest first; the theatre's entry of one that several gazetteers have."""
        return self._above(place.parent) if place.parent else ()

    def _chain(self, area_id: str | None) -> tuple[Place, ...]:
        """An area and those above it; the way up ends where it would turn in a circle."""
        found: dict[str, Place] = {}
        while area_id and (area := self._area(area_id)) and area.id not in found:
            found[area.id] = area
            area_id = area.parent
        return tuple(found.values())

    def _find_area(self, place_id: str) -> Place | None:
        area = self.get(place_id)
        return area if area is None or self.is_own(area.id) else self._twin(area) or area

    @cached_property
    def _plain(self) -> dict[str, list[str]]:
        """The keys of the theatre's names by what likeness compares of them."""
        grouped: dict[str, list[str]] = {}
        for key, form in zip(self._spelt, plain_forms(list(self._spelt)), strict=True):
            grouped.setdefault(form or squashed(key), []).append(key)
        return grouped

    def near(self, key: str, limit: int = 5) -> tuple[Near, ...]:
        """Places of the theatre, and of nowhere else, that the key may be a misspelling of, the most alike first."""
        alike = process.extract(
            flesh(key), self._plain.keys(), scorer=OSA.normalized_similarity, score_cutoff=_LEAST_ALIKE, limit=None
        )
        others = [other for form, _, _ in alike for other in self._plain[form] if _script(other) == _script(key)]
        scored = ((-likeness(key, other), OSA.distance(key, other), other) for other in others)
        found: dict[str, Near] = {}
        for score, _, other in sorted(each for each in scored if each[0])[:limit]:
            for place in self._named[other]:
                found.setdefault(place.id, Near(place, self._spelt[other], -score))
        return tuple(found.values())

    def romanised(self, key: str) -> tuple[Near, ...]:
        """Places whose name in Latin letters is another romanisation of the key's (which may be Cyrillic)."""
        form = plain(key)
        if not form:
            return ()
        places = self._told((place for other in self._plain.get(form, ()) for place in self._named[other]), ROMANISED + form)
        return tuple(_nearest(place, key, form) for place in places)

    def _twin(self, place: Place) -> Place | None:
        """The theatre's entry for a place that another gazetteer has too."""
        if place.id in self._twins:
            return self._twins[place.id]
        shared = (own for _, _, key in _spellings([place]) for own in self._named.get(key, ()))
        return next((own for own in shared if _same(own, place)), None)


def _spellings(places: Sequence[Place]) -> Iterable[tuple[Place, str, str]]:
    pairs = [(p, s) for p in places for s in dict.fromkeys((p.name, *(s for names in p.names.values() for s in names)))]
    for (place, spelling), key in zip(pairs, keys([spelling for _, spelling in pairs]), strict=True):
        if key:
            yield place, spelling, key


def _script(key: str) -> int:
    """Which of the blocks of letters a key begins in: Latin and its kin, Cyrillic, or Hebrew, Arabic and what follows."""
    return (key[:1] >= "\u0400") + (key[:1] >= "\u0530")


def _nearest(place: Place, key: str, form: str) -> Near:
    alike = [
        (Indel.normalized_similarity(latin(key), latin(other)), spelling)
        for _, spelling, other in _spellings([place])
        if plain(other) == form
    ]
    likeness, spelling = max(alike, default=(0.0, place.name))
    return Near(place, spelling, likeness)


def _same(place: Place, other: Place) -> bool:
    """Whether two gazetteers that share a name of it tell of one place; two areas' points may lie as far apart as they reach."""
    alike = place.kind == other.kind or {place.kind, other.kind} <= _POPULATED
    apart = place.id.split(":")[0] != other.id.split(":")[0]
    area = place.kind in _AREAS and place.country == other.country
    within = place.precision_m + other.precision_m if area else 0
    return alike and apart and metres(place.lon, place.lat, other.lon, other.lat) <= max(_SAME_PLACE_M, within)
