"""OpenStreetMap places: GeoJSON as osmium, Overpass or a download site export it, and ``.osm.pbf`` with the extra ``osm``."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from whoheld.errors import DataError
from whoheld.gazetteer.distance import metres
from whoheld.gazetteer.entry import UNKNOWN_LANGUAGE, Entry
from whoheld.gazetteer.formats import pbf, row
from whoheld.gazetteer.formats.row import BadRow, UnusableError

SOURCE = "OpenStreetMap contributors, ODbL 1.0"
_KINDS: Mapping[tuple[str, str], str] = {
    **{("place", value): "settlement" for value in ("city", "town", "village", "hamlet", "isolated_dwelling")},
    **{("place", value): "quarter" for value in ("suburb", "quarter", "neighbourhood", "borough")},
    **{("place", value): "province" for value in ("state", "province")},
    **{("place", value): "district" for value in ("district", "county", "municipality")},
    ("place", "country"): "country",
    ("place", "region"): "region",
    **{("military", value): "base" for value in ("base", "airfield", "barracks")},
    ("aeroway", "aerodrome"): "airport",
    ("waterway", "dam"): "dam",
    ("barrier", "border_control"): "crossing",
    ("amenity", "refugee_site"): "camp",
    ("place", "refugee_site"): "camp",
}
_ADMIN_KINDS = {"2": "country", "4": "province", "5": "district", "6": "district", "7": "district", "8": "district"}
_KEYS = ("place", "aeroway", "military", "waterway", "barrier", "amenity", "boundary")
_OTHER_NAMES = ("alt_name", "old_name", "int_name", "official_name", "loc_name", "short_name")
_NAME_IN = re.compile(r"name(?::(?=[a-z]{2,3}$)|_(?=[a-z]{2}$))([a-z]+)")
"""Some exports write ``name_ar`` for ``name:ar``."""
_CHUNK = 1 << 20
_TYPES = {"node": "n", "nodes": "n", "n": "n", "way": "w", "ways": "w", "w": "w", "relation": "r", "relations": "r", "r": "r"}


def read(path: Path, country: str | None = None) -> Iterator[Entry | BadRow]:
    """The named places of an export; features of other sorts are passed over.

    Args:
        path: ``.osm.pbf``, or GeoJSON (a collection, or one feature a line).
        country: ISO code of all its places, where the export is of one country.

    Raises:
        DataError: it is no such file.
        UsageError: a ``.pbf`` without the extra that reads it.
    """
    features = pbf.features(path, _KEYS, _wanted) if path.suffix == ".pbf" else _geojson(path)
    ids = row.Ids()
    for number, feature in enumerate(features, 1):
        try:
            entry = _entry(feature, country, number)
            if entry:
                ids.claim(entry.id)
                yield entry
        except UnusableError as error:
            yield BadRow(number, str(error))


def _entry(feature: object, country: str | None, number: int) -> Entry | None:
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        raise UnusableError("not a GeoJSON feature with properties")
    tags = {str(key): str(value) for key, value in feature["properties"].items() if value is not None}
    if not _wanted(tags):
        return None
    kind = _kind(tags)
    row.readable("".join(tags.values()))
    lon, lat, reach_m = _spot(feature.get("geometry"))
    spellings = tuple(_spellings(tags))
    return Entry(
        id=_id(feature, tags, number),
        kind=kind,
        name=row.spelling(tags.get("name:en") or tags.get("int_name") or tags.get("name") or spellings[0][1]),
        spellings=spellings,
        lon=lon,
        lat=lat,
        precision_m=max(reach_m, row.PRECISION_M[kind]) if reach_m else row.PRECISION_M[kind],
        country=tags.get("ISO3166-1") or tags.get("is_in:country_code") or country,
        population=_population(tags.get("population", "")),
    )


def _wanted(tags: Mapping[str, str]) -> bool:
    return bool(_kind(tags)) and any(key == "name" or _NAME_IN.fullmatch(key) for key in tags)


def _kind(tags: Mapping[str, str]) -> str:
    if tags.get("boundary") == "administrative":
        return _ADMIN_KINDS.get(tags.get("admin_level", ""), "")
    return next((_KINDS[key, tags[key]] for key in _KEYS if (key, tags.get(key)) in _KINDS), "")


def _spellings(tags: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for key, value in sorted(tags.items(), key=lambda tag: (tag[0] in _OTHER_NAMES, tag[0])):
        in_language = _NAME_IN.fullmatch(key)
        if key == "name" or key in _OTHER_NAMES:
            yield from ((UNKNOWN_LANGUAGE, row.spelling(part)) for part in value.split(";") if part.strip())
        elif in_language:
            yield from ((in_language[1], row.spelling(part)) for part in value.split(";") if part.strip())


def _population(value: str) -> int | None:
    """Mappers write all sorts of things there; what is no number is no head count, and no fault of the place."""
    try:
        return row.population(value)
    except UnusableError:
        return None


def _id(feature: Mapping[str, Any], tags: Mapping[str, str], number: int) -> str:
    told = str(feature.get("id") or tags.get("@id") or tags.get("id") or "")
    kind, _, digits = told.partition("/")
    if kind in _TYPES and digits.isdigit():
        return f"osm:{_TYPES[kind]}{digits}"
    if told[:1] in _TYPES and told[1:].isdigit():
        return f"osm:{told}"
    if tags.get("osm_id", "").lstrip("-").isdigit():
        return f"osm:{_TYPES.get(tags.get('osm_type', 'node'), 'n')}{tags['osm_id']}"
    return f"osm:feature{number}"


def _spot(geometry: object) -> tuple[float, float, int]:
    """The middle of a geometry's box, and half its diagonal in metres (0 for a point)."""
    if not isinstance(geometry, dict):
        raise UnusableError("no geometry")
    try:
        corners = [row.point(*position[:2]) for position in _positions(geometry.get("coordinates"))]
    except TypeError:
        raise UnusableError("coordinates that are no coordinates") from None
    if not corners:
        raise UnusableError("a geometry without coordinates")
    west, east = min(lon for lon, _ in corners), max(lon for lon, _ in corners)
    south, north = min(lat for _, lat in corners), max(lat for _, lat in corners)
    return (west + east) / 2, (south + north) / 2, math.ceil(metres(west, south, east, north) / 2)


def _positions(nested: object) -> Iterator[list[object]]:
    """The positions in nested coordinates, without recursion, so that no depth of nesting harms."""
    waiting = [nested]
    while waiting:
        item = waiting.pop()
        if not isinstance(item, list):
            raise UnusableError("coordinates that are no coordinates")
        if item and not isinstance(item[0], list):
            yield item
        else:
            waiting.extend(item)


def _geojson(path: Path) -> Iterator[object]:
    """Features one by one, so that memory does not grow with the file."""
    decoder, waiting, begun = json.JSONDecoder(), "", False
    with path.open(encoding="utf-8-sig", errors="surrogateescape") as stream:
        for chunk in iter(lambda: stream.read(_CHUNK), ""):
            waiting += chunk
            if not begun:
                waiting, begun = _skip_head(waiting, path)
            while begun:
                waiting = waiting.lstrip(", \t\r\n\x1e")
                try:
                    feature, end = decoder.raw_decode(waiting)
                except (json.JSONDecodeError, RecursionError):
                    break  # Cut off by the chunk's end, or the collection's end.
                yield feature
                waiting = waiting[end:]
    if not begun or (waiting and not waiting.startswith("]")):
        raise DataError("not GeoJSON, or cut off before its end", path=path)


def _skip_head(waiting: str, path: Path) -> tuple[str, bool]:
    """What follows the opening of ``features``, or all of it where there is one feature a line."""
    first = waiting.lstrip(" \t\r\n\x1e")
    if not first.startswith("{"):
        raise DataError("not GeoJSON: it does not begin with an object", path=path)
    if '"FeatureCollection"' not in first[:1000] and '"Feature"' in first[:1000]:
        return first, True
    at = waiting.find('"features"')
    opening = waiting.find("[", at) if at >= 0 else -1
    return (waiting[opening + 1 :], True) if opening >= 0 else (waiting, False)
