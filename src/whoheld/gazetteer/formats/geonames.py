"""GeoNames country dumps (``SY.txt``), with ``alternateNamesV2`` of the same country where given."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from whoheld.gazetteer.entry import UNKNOWN_LANGUAGE, Entry
from whoheld.gazetteer.formats import row
from whoheld.gazetteer.formats.row import BadRow, UnusableError

SOURCE = "GeoNames, CC BY 4.0"
_COLUMNS = 19
_ALTERNATE_COLUMNS = 4
_LANGUAGE_LETTERS = (2, 3)
_KINDS: Mapping[str, str] = {
    "PPLX": "quarter",
    "ADM1": "province",
    "ADM2": "district",
    "ADM3": "district",
    "ADM4": "district",
    "RGN": "region",
    "AIRP": "airport",
    "AIRF": "airport",
    "AIRB": "base",
    "MILB": "base",
    "INSM": "base",
    "DAM": "dam",
    "CSTM": "crossing",
    "PSTB": "crossing",
    "OILF": "oil_field",
    "GASF": "oil_field",
    "OILR": "oil_field",
    "CMPRF": "camp",
}

Alternates = Mapping[str, list[tuple[int, str, str]]]
"""Names by id, each after its rank and language: the preferred ones of a language first, historic ones last."""


def read(path: Path, alternate_names: Path | None = None) -> Iterator[Entry | BadRow]:
    """The places of a dump; its rivers, hills and other features that nobody holds are passed over."""
    admins = _admins(path)
    alternates: dict[str, list[tuple[int, str, str]]] = {}
    if alternate_names:
        here = {line.split("\t", 1)[0] for _, line in row.lines(path)}  # the file may be that of the whole world
        yield from _note_alternates(alternate_names, here, alternates)
    ids = row.Ids()
    for number, line in row.lines(path):
        cells = line.split("\t")
        if len(cells) != _COLUMNS:
            yield BadRow(number, f"{len(cells)} columns where a GeoNames dump has {_COLUMNS}")
        elif kind := _kind(cells[6], cells[7]):
            try:
                row.readable(line)
                entry = _entry(cells, kind, admins, alternates)
                ids.claim(entry.id)
                yield entry
            except UnusableError as error:
                yield BadRow(number, str(error))


def _kind(feature_class: str, code: str) -> str:
    if feature_class == "A" and code.startswith("PCL"):
        return "country"
    return _KINDS.get(code, "settlement" if feature_class == "P" else "")


def _entry(cells: list[str], kind: str, admins: Mapping[tuple[str, ...], str], alternates: Alternates) -> Entry:
    lon, lat = row.point(cells[5], cells[4])
    told = [(language, name) for _, language, name in sorted(alternates.get(cells[0], ()))]
    spellings = told or [(UNKNOWN_LANGUAGE, spelt) for spelt in cells[3].split(",") if spelt]
    names = row.spelling(cells[1]), tuple(spellings)
    parent, people = _parent(cells, admins), row.population(cells[14])
    return Entry(f"geonames:{cells[0]}", kind, *names, lon, lat, row.PRECISION_M[kind], parent, cells[8] or None, people)


def _admins(path: Path) -> Mapping[tuple[str, ...], str]:
    """Ids of countries, first and second-level areas, by their codes."""
    found = {}
    for _, line in row.lines(path):
        if "\tA\t" not in line:
            continue
        cells = line.split("\t")
        if len(cells) == _COLUMNS and cells[6] == "A":
            depth = 1 if cells[7].startswith("PCL") else {"ADM1": 2, "ADM2": 3}.get(cells[7])
            if depth:
                found[(cells[8], *cells[10 : 9 + depth])] = f"geonames:{cells[0]}"
    return found


def _parent(cells: list[str], admins: Mapping[tuple[str, ...], str]) -> str | None:
    codes = (cells[8], cells[10], cells[11])
    for depth in (3, 2, 1):
        parent = admins.get(codes[:depth]) if codes[depth - 1] else None
        if parent and parent != f"geonames:{cells[0]}":
            return parent
    return None


def _note_alternates(path: Path, here: AbstractSet[str], found: dict[str, list[tuple[int, str, str]]]) -> Iterator[BadRow]:
    """Collect the names that a file has for some ids; links, codes and postcodes are none."""
    for number, line in row.lines(path):
        cells = line.split("\t")
        if len(cells) < _ALTERNATE_COLUMNS:
            yield BadRow(number, f"{len(cells)} columns where alternate names have {_ALTERNATE_COLUMNS} or more", path.name)
        elif cells[1] in here and (not cells[2] or len(cells[2].split("-")[0]) in _LANGUAGE_LETTERS):
            try:
                name = row.spelling(row.readable(cells[3]))
            except UnusableError as error:
                yield BadRow(number, str(error), path.name)
                continue
            historic, preferred = cells[7:8] == ["1"], cells[4:5] == ["1"]
            rank = 2 if historic else 0 if preferred else 1
            found.setdefault(cells[1], []).append((rank, cells[2].split("-")[0] or UNKNOWN_LANGUAGE, name))
