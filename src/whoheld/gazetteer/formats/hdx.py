"""Populated places as OCHA publishes them on HDX: CSV or Excel with P-codes, the areas above each place beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from whoheld.errors import DataError
from whoheld.gazetteer import areas
from whoheld.gazetteer.entry import UNKNOWN_LANGUAGE, Entry
from whoheld.gazetteer.formats import row
from whoheld.gazetteer.formats.row import BadRow, UnusableError
from whoheld.gazetteer.formats.table import opened
from whoheld.gazetteer.formats.workbook import sheets

SOURCE = "OCHA Common Operational Datasets, humdata.org"
_PLACE = r"(?:feature|place|ppl|location|settlement|village|popplace|adm(?:in)?_?4)?"
_PLACE_NAME = re.compile(rf"{_PLACE}_?(?:ref)?_?name_?([a-z]{{2}})?|adm(?:in)?_?4_([a-z]{{2}})", re.IGNORECASE)
_PLACE_CODE = re.compile(rf"{_PLACE}_?p_?-?code", re.IGNORECASE)
_AREA_NAME = re.compile(r"adm(?:in)?_?([0-3])_?(?:ref)?_?name_?([a-z]{2})?|adm(?:in)?([0-3])_([a-z]{2})", re.IGNORECASE)
_AREA_CODE = re.compile(r"adm(?:in)?_?([0-3])_?p_?code", re.IGNORECASE)
_LON = re.compile(r"lon(?:g|gitude)?(?:_?x)?|x|point_x|x_?coord\w*", re.IGNORECASE)
_LAT = re.compile(r"lat(?:itude)?(?:_?y)?|y|point_y|y_?coord\w*", re.IGNORECASE)
_WANTED = "no name, P-code, longitude and latitude"
_KINDS = {0: "country", 1: "province", 2: "district", 3: "district"}


class _Layout(NamedTuple):
    """Which column tells what; languages and levels are keys."""

    code: str
    lon: str
    lat: str
    names: Mapping[str, str]
    area_codes: Mapping[int, str]
    area_names: Mapping[tuple[int, str], str]


class _Area(NamedTuple):
    kind: str
    spellings: tuple[tuple[str, str], ...]
    parent: str | None
    country: str | None
    points: list[tuple[float, float]]


def read(path: Path) -> Iterator[Entry | BadRow]:
    """The places of a CSV or an Excel workbook, and after them the areas they lie in, each with the middle of its places.

    Raises:
        DataError: the header (of a workbook, of each of its sheets) has no name, P-code, longitude or latitude.
    """
    layout, body = _table(path)
    found: dict[str, _Area] = {}
    ids = row.Ids()
    for number, cells in body:
        if isinstance(cells, str):
            yield BadRow(number, cells)
            continue
        if cells[layout.code].startswith("#"):  # The row of HXL tags below the header.
            continue
        try:
            entry = _entry(cells, layout)
            ids.claim(entry.id)
            _note_areas(cells, layout, entry, found)
            yield entry
        except UnusableError as error:
            yield BadRow(number, str(error))
    yield from (_area(code, area) for code, area in found.items())


def _table(path: Path) -> tuple[_Layout, Iterator[tuple[int, dict[str, str] | str]]]:
    """The columns and rows of a CSV, or of the first sheet of a workbook that lists places."""
    if path.suffix.lower() != ".xlsx":
        table = opened(path)
        if layout := _layout(table.header):
            return layout, table.body
        raise DataError(f"{_WANTED} among its columns {', '.join(table.header[:40])}", path=path, row=1)
    seen = []
    for sheet in sheets(path):
        if layout := _layout(sheet.header):
            return layout, iter(sheet.body)
        seen.append(sheet.name)
    raise DataError(f"{_WANTED} among the columns of its sheets {', '.join(seen)}", path=path)


def _layout(header: Sequence[str]) -> _Layout | None:
    """What the columns tell; None where they are not those of a list of places."""

    def matching(pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], str]]:
        return ((match, column) for column in header if (match := pattern.fullmatch(column)))

    names = {(match[1] or match[2] or UNKNOWN_LANGUAGE).lower(): column for match, column in matching(_PLACE_NAME)}
    code, lon, lat = (next((column for _, column in matching(pattern)), "") for pattern in (_PLACE_CODE, _LON, _LAT))
    if not (names and code and lon and lat):
        return None
    area_names = {
        (int(match[1] or match[3]), (match[2] or match[4] or UNKNOWN_LANGUAGE).lower()): column
        for match, column in matching(_AREA_NAME)
    }
    area_codes = {int(match[1]): column for match, column in matching(_AREA_CODE)}
    return _Layout(code, lon, lat, names, area_codes, area_names)


def _entry(cells: Mapping[str, str], layout: _Layout) -> Entry:
    row.readable("".join(cells.values()))
    lon, lat = row.point(cells[layout.lon], cells[layout.lat])
    spellings = [(language, row.spelling(cells[column])) for language, column in layout.names.items() if cells[column].strip()]
    code = cells[layout.code].strip()
    if not code:
        raise UnusableError("no P-code")
    above = [cells[column] for _, column in sorted(layout.area_codes.items()) if cells[column]]
    return Entry(
        id=f"hdx:{code}",
        kind="settlement",
        name=row.spelling(dict(reversed(spellings)).get("en") or (spellings[0][1] if spellings else "")),
        spellings=tuple(spellings),
        lon=lon,
        lat=lat,
        precision_m=row.PRECISION_M["settlement"],
        parent=f"hdx:{above[-1]}" if above else None,
        country=code[:2] if code[:2].isalpha() else None,
    )


def _note_areas(cells: Mapping[str, str], layout: _Layout, place: Entry, found: dict[str, _Area]) -> None:
    parent = None
    for level, column in sorted(layout.area_codes.items()):
        code = cells[column]
        spelt = tuple(
            (language, row.spelling(cells[name]))
            for (of, language), name in layout.area_names.items()
            if of == level and cells[name].strip()
        )
        if code and spelt:
            area = found.setdefault(code, _Area(_KINDS[level], spelt, parent, place.country, []))
            area.points.append((place.lon, place.lat))
            parent = f"hdx:{code}"


def _area(code: str, area: _Area) -> Entry:
    lon, lat, precision_m = areas.point(area.points)
    name = dict(reversed(area.spellings)).get("en", area.spellings[0][1])
    return Entry(f"hdx:{code}", area.kind, name, area.spellings, lon, lat, precision_m, area.parent, area.country)
