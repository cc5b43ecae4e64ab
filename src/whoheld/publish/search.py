"""Finding a reported place by its name in any script and spelling, or by a point on the map."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np

from whoheld.errors import UsageError
from whoheld.gazetteer.distance import metres
from whoheld.gazetteer.likeness import likeness
from whoheld.gazetteer.romanise import plain
from whoheld.model import Place
from whoheld.text import key

_SUGGESTED = 8


class Near(NamedTuple):
    """A place and its distance from the point that was asked about."""

    place: Place
    distance_m: float


class Reported:
    """The places that reports speak of."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self._places = tuple(places[place] for place in sorted(places))
        self._by_id = dict(places)
        self._by_key: defaultdict[str, list[Place]] = defaultdict(list)
        self._by_form: defaultdict[str, list[Place]] = defaultdict(list)
        for place in self._places:
            keys = {key(name) for name in _names(place)}
            for form in keys:
                self._by_key[form].append(place)
            for form in {plain(form) for form in keys} - {""}:
                self._by_form[form].append(place)
        self._directions = _directions(self._places)

    def named(self, name: str) -> tuple[Place, ...]:
        """The places with this id or name; failing that, those whose name is romanised differently; empty where none is.

        Where only one of several is shown under the name (a town, while its province is merely called so too), it is the one.
        """
        if name in self._by_id:
            return (self._by_id[name],)
        wanted = key(name)
        found = tuple(self._by_key.get(wanted) or self._by_form.get(plain(wanted)) or ())
        called = tuple(place for place in found if wanted in {key(shown) for shown in _shown(place)})
        return called if len(called) == 1 else found

    def suggestions(self, name: str) -> list[str]:
        """The names of reported places that are spelled most alike, best first."""
        wanted = key(name)
        alike = {place.name: max(_alike(wanted, key(other)) for other in _names(place)) for place in self._places}
        return sorted((other for other in alike if alike[other]), key=lambda other: (-alike[other], other))[:_SUGGESTED]

    def near(self, lon: float, lat: float) -> Iterator[Near]:
        """All places, the nearest first."""
        closeness = self._directions @ _directions_of(np.array([lon]), np.array([lat]))[0]
        for number in np.argsort(-closeness, kind="stable"):
            place = self._places[number]
            yield Near(place, metres(lon, lat, place.lon, place.lat))


def named(places: Mapping[str, Place], name: str) -> tuple[Place, ...]:
    """The reported places of a name in any script and romanisation, or with it as their id.

    Raises:
        UsageError: none; the message names those that are spelled most alike.
    """
    reported = Reported(places)
    found = reported.named(name)
    if not found:
        alike = reported.suggestions(name)
        others = f"alike are: {', '.join(alike)}" if alike else "the page lists those that are, under Places"
        raise UsageError(f"no report names a place {name!r}; {others}")
    return found


def _shown(place: Place) -> Iterable[str]:
    return (place.name, *(spellings[0] for spellings in place.names.values() if spellings))


def _names(place: Place) -> Iterable[str]:
    return (place.name, *(spelling for spellings in place.names.values() for spelling in spellings))


def _alike(wanted: str, other: str) -> float:
    """1 where one name, in whatever romanisation, is a part of the other."""
    one, two = plain(wanted) or wanted, plain(other) or other
    return 1.0 if wanted and (one in two or two in one) else likeness(wanted, other)


def _directions(places: Iterable[Place]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    points = [(place.lon, place.lat) for place in places]
    return _directions_of(np.array([lon for lon, _ in points]), np.array([lat for _, lat in points]))


def _directions_of(
    lon: np.ndarray[tuple[int], np.dtype[np.float64]], lat: np.ndarray[tuple[int], np.dtype[np.float64]]
) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Unit vectors from the centre of the globe: the nearer two places, the larger the product of theirs."""
    across, up = np.radians(lon), np.radians(lat)
    return np.column_stack([np.cos(up) * np.cos(across), np.cos(up) * np.sin(across), np.sin(up)])
