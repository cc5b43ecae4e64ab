"""The places that a mention may mean, before anything is known of the text around it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from whoheld import lang, text
from whoheld.gazetteer import Gazetteer, Near
from whoheld.gazetteer.romanise import plain
from whoheld.geodata import Theatre
from whoheld.locate.heads import TOWN, countries, is_head, kind_alone, without_head
from whoheld.locate.spelling import Variant, variants
from whoheld.model import Place

_FOLDED = 0.98
_BYNAME = 0.9
_ROMANISED = 0.95
_SOUNDING = 0.75
_AREAS = frozenset({"country", "province", "district", "region"})
_LEAST_LETTERS = 3
_POSSESSIVE = re.compile(r"['’]s\b")
_NEAR = 0.9
"""A perfect near match would agree so far; its likeness lowers it."""


class Named(NamedTuple):
    """A place, how far its name agrees with the mention's (0..1), and why.

    Attributes:
        near: the name is but a near match; heard: by its consonants, as Arabic renders foreign names.
        respelt: it is another spelling than the place has, with an article or in other letters.
        full: the place bears the name together with the word of its kind: منطقة دونيتسك.
    """

    place: Place
    agreement: float
    reason: str
    near: bool = False
    heard: bool = False
    respelt: bool = False
    full: bool = False

    @property
    def sure(self) -> bool:
        """Whether the name is the mention's in some spelling of its own, and no guess."""
        return not self.near and self.agreement >= _BYNAME

    @property
    def written(self) -> bool:
        """Whether the place's main name, in some language, is written so, but for letters that are written alike."""
        return not self.near and self.agreement >= _FOLDED


class Finder:
    """Finds places by name in a gazetteer, with an eye on where the theatre lies."""

    def __init__(self, gazetteer: Gazetteer, theatre: Theatre | None) -> None:
        self._gazetteer = gazetteer
        self._area = theatre.file if theatre else None
        self._prefix = f"{theatre.id}:" if theatre else ""
        self.home = "in the theatre" if theatre else ""

    def at_home(self, place: Place) -> bool:
        """Whether the place lies in the theatre; without a theatre, every place does."""
        if self._area is None or self._gazetteer.is_own(place.id):
            return True
        west, south, east, north = self._area.bbox
        ours = not self._area.countries or place.country in self._area.countries
        return ours and west <= place.lon <= east and south <= place.lat <= north

    def is_borrowed(self, place: Place) -> bool:
        """Whether the place is a theatre's that this one includes, as the world includes them all."""
        return self._gazetteer.is_own(place.id) and not place.id.startswith(self._prefix)

    def well_known(self, key: str) -> tuple[Place, ...]:
        """The places that a text may name to say where another lies: the theatre's, and its areas that others know."""
        if len(key) < _LEAST_LETTERS or key in _words_of_dates():
            return ()
        places = self._gazetteer.lookup(key) or self._gazetteer.lookup(without_head(key).key)
        known = (place for place in places if self.at_home(place) and place.kind != "quarter")
        return tuple(place for place in known if place.kind in _AREAS or self._gazetteer.is_own(place.id))

    def own(self, key: str) -> Sequence[Place]:
        """The theatre's places of that name; August is none of them."""
        return () if key in _words_of_dates() else self._gazetteer.own(key)

    def find(self, name: str, fuller: Sequence[str] = ()) -> tuple[Named, ...]:
        """Every place that the name may mean: as written anywhere; on a miss in the theatre, there also respelt, then nearly.

        Args:
            name: as a text writes it.
            fuller: the name together with words of its kind, مطار الطبقة; they count where the theatre has such a name.
        """
        key = text.key(name)
        if not self._gazetteer.lookup(key):
            key = text.key(_POSSESSIVE.sub("", name))
        if not key:
            return ()
        found = {named.place.id: named for whole in fuller for named in self._fully(whole)}
        for place in self._gazetteer.lookup(key):
            found.setdefault(place.id, _exact(place, name))
        noun = self.home and kind_alone(key)
        if is_head(key) or noun == TOWN:  # In a war «المدينة» is hardly ever Medina.
            return tuple(named for named in found.values() if self._gazetteer.is_own(named.place.id))
        if not noun and not self._any_at_home(found.values()):
            self._respelt(key, found)
        if not noun and not self._any_at_home(found.values()):
            self._nearly(key, name, found)
        return tuple(found.values())

    def _fully(self, name: str) -> Iterator[Named]:
        key = text.key(name)
        known = [_exact(place, name) for place in self._gazetteer.lookup(key)]
        respelt = [Named(place, v.agreement, v.reason) for v in variants(key) for place in self._gazetteer.lookup(v.key)]
        return (named._replace(full=True) for named in known or respelt if self.at_home(named.place))

    def _any_at_home(self, found: Iterable[Named]) -> bool:
        return any(self.at_home(named.place) for named in found)

    def _respelt(self, key: str, found: dict[str, Named]) -> None:
        for code, words in countries().items():
            if key in words and (country := self._gazetteer.country(code)):
                found.setdefault(country.id, Named(country, _FOLDED, f"a word for {country.name}"))
        for named in self._other_spellings(key):
            if self.at_home(named.place):
                found.setdefault(named.place.id, named)

    def _other_spellings(self, key: str) -> Iterator[Named]:
        """In groups from the surest: the first group with a place in the theatre is the last."""
        bare = without_head(key)
        respelt = [
            *variants(key),
            *([Variant(bare.key, _FOLDED, "without the word of its kind"), *variants(bare.key)] if bare.kind else ()),
        ]
        for variant in respelt:
            group = [
                Named(place, variant.agreement, variant.reason, respelt=variant.agreement < _FOLDED)
                for place in self._gazetteer.lookup(variant.key)
            ]
            yield from group
            if self._any_at_home(group):
                return
        for near in self._romanised(bare.key):
            yield Named(near.place, _ROMANISED * near.likeness**0.5, f"another romanisation: {near.spelling}", respelt=True)

    def _romanised(self, key: str) -> Iterator[Near]:
        """Names in Cyrillic letters also without the endings of their cases."""
        cases = (variant.key for variant in variants(key)) if not key.isascii() else ()
        for form in dict.fromkeys((key, *cases)):
            yield from self._gazetteer.romanised(form)

    def _nearly(self, key: str, name: str, found: dict[str, Named]) -> None:
        for near in self._gazetteer.near(without_head(key).key):
            reason = f"near match: {name} ~ {near.spelling}"
            found.setdefault(near.place.id, Named(near.place, _NEAR * near.likeness, reason, near=True))
        if self._area and not self._any_at_home(found.values()):
            heard = (place for place in self._gazetteer.sounding(without_head(key).key) if self.at_home(place))
            found.update({place.id: _heard(place) for place in heard})


def _heard(place: Place) -> Named:
    return Named(place, _SOUNDING, f"near match: sounds like {place.name}", near=True, heard=True)


@cache
def _words_of_dates() -> frozenset[str]:
    """August is a town too, but «في آب» and "in August" say when."""
    told = (lang.pack(code).dates for code in lang.languages())
    tables = (t for dates in told for t in (dates.months, dates.hijri_months, dates.weekdays, dates.units, dates.duals))
    keys = {text.key(word) for table in tables for words in table.values() for word in words}
    return frozenset(keys | {key.split()[0] for key in keys if " " in key})  # تشرين الثاني begins with a dam of Syria.


def _exact(place: Place, name: str) -> Named:
    spelt = any(name in spellings for spellings in place.names.values()) or name == place.name
    if not name.isascii() and _is_rendered(place, name):
        return Named(place, _FOLDED, f"the Arabic that {place.name} renders")
    if _is_byname(place, name):
        return Named(place, _BYNAME, f"another name of {place.name}")
    return Named(place, 1.0, "name as written") if spelt else Named(place, _FOLDED, "name but for letters written alike")


def _is_rendered(place: Place, name: str) -> bool:
    """Whether no spelling of the place is in the name's script."""
    key = text.key(name)
    spellings = (place.name, *(spelling for spelt in place.names.values() for spelling in spelt))
    return key[:1] >= "\u0600" and not any(text.key(spelling)[:1] >= "\u0600" for spelling in spellings)


def _is_byname(place: Place, name: str) -> bool:
    """Whether a list of names in no known language has the name beside a quite different main one in the same script."""
    key, main = text.key(name), text.key(place.name)
    told = any(text.key(spelling) == key for language, spelt in place.names.items() if language != "und" for spelling in spelt)
    return key.isascii() and main.isascii() and not told and plain(key) != plain(main)
