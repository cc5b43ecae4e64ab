"""Any CSV with a header, by a mapping from what whoheld wants to know to the columns that tell it."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from whoheld.errors import DataError, UsageError
from whoheld.gazetteer.entry import Entry
from whoheld.gazetteer.formats import row
from whoheld.gazetteer.formats.row import BadRow, UnusableError
from whoheld.model import Frozen


class Columns(Frozen):
    """Which column tells what.

    Attributes:
        name: the name shown.
        id: unique in the file; None numbers the rows.
        names: language code -> column with spellings parted by ``|`` or ``;``.
        kind, country: a column, or one value for all rows as ``=settlement`` or ``=UA``.
        parent: an id of the same file.
    """

    name: str
    lon: str
    lat: str
    id: str | None = None
    names: Mapping[str, str] = Field(default_factory=dict)
    kind: str = "=settlement"
    country: str | None = None
    parent: str | None = None
    population: str | None = None
    precision_m: str | None = None

    def wanted(self) -> tuple[str, ...]:
        """The columns that the file must have."""
        told = (*(getattr(self, field) for field in type(self).model_fields if field != "names"), *self.names.values())
        return tuple(column for column in told if column and not column.startswith("="))


_FIELDS = tuple(field for field in Columns.model_fields if field != "names")
_DELIMITERS = ",;\t"
_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja "
    "jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb "
    "nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq "
    "sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu und "
    "arc arz apc ckb crh kmr syr tig zza"
)
_LANGUAGES = frozenset(_CODES.split())
"""Codes of ISO 639-1, and of the languages without one in which this program's wars name places."""


def mapping(pairs: Sequence[str]) -> Columns:
    """A mapping from words of the command line: ``name=asciiname``, ``kind==settlement``, ``ar=name_ar`` for names in a language.

    Raises:
        UsageError: a word is no such pair, or name, lon or lat is missing.
    """
    told: dict[str, str] = {}
    names: dict[str, str] = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not (equals and column):
            raise UsageError(f"{pair!r} maps nothing: write FIELD=COLUMN")
        if field not in _FIELDS and field not in _LANGUAGES:
            raise UsageError(
                f"{pair!r}: {field!r} is neither a field ({', '.join(_FIELDS)}) nor the code of a language, as ar or uk"
            )
        (told if field in _FIELDS else names)[field] = column
    if missing := [field for field in ("name", "lon", "lat") if field not in told]:
        raise UsageError(f"the mapping lacks {', '.join(missing)}")
    return Columns.model_validate(told | {"names": names})


def read(path: Path, columns: Columns, prefix: str) -> Iterator[Entry | BadRow]:
    """The rows of a CSV as entries with ids ``prefix:id``.

    Raises:
        UsageError: the file lacks a column of the mapping; the message says which it has.
        DataError: there is no header.
    """
    table = opened(path)
    if missing := [column for column in columns.wanted() if column not in table.header]:
        raise UsageError(f"{path} has no column {', '.join(missing)}; it has {', '.join(table.header[:40])}")
    ids = row.Ids()
    for number, cells in table.body:
        if isinstance(cells, str):
            yield BadRow(number, cells)
            continue
        try:
            entry = _entry(cells, columns, prefix, number)
            ids.claim(entry.id)
            yield entry
        except UnusableError as error:
            yield BadRow(number, str(error))


class Table(NamedTuple):
    """A CSV.

    Attributes:
        header: the names of its columns.
        body: the rows below, each with its line and its cells by column; in place of a row that is none, what is wrong with it.
    """

    header: tuple[str, ...]
    body: Iterator[tuple[int, dict[str, str] | str]]


def opened(path: Path) -> Table:
    """A CSV whose cells are parted by what parts its header: commas, semicolons or tabs.

    Raises:
        DataError: there is no header.
    """
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
        first = stream.readline(row.LONGEST_LINE)
        delimiter = max(_DELIMITERS, key=first.count)
        try:
            stream.seek(0)
            header = tuple(column.strip() for column in next(csv.reader(stream, delimiter=delimiter)))
        except (StopIteration, csv.Error) as error:
            raise DataError(f"no header row of a CSV ({error})", path=path, row=1) from error
    return Table(header, _body(path, header, delimiter))


def _body(path: Path, header: tuple[str, ...], delimiter: str) -> Iterator[tuple[int, dict[str, str] | str]]:
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
        table = csv.reader(stream, delimiter=delimiter)
        next(table)
        while True:
            try:
                cells = next(table)
            except StopIteration:
                return
            except csv.Error as error:
                yield table.line_num, str(error)
                continue
            if len(cells) == len(header):
                yield table.line_num, dict(zip(header, cells, strict=True))
            elif cells:
                yield table.line_num, f"{len(cells)} cells under {len(header)} columns"


def _entry(cells: Mapping[str, str], columns: Columns, prefix: str, number: int) -> Entry:
    row.readable("".join(cells.values()))

    def told(column: str | None) -> str:
        if column is None:
            return ""
        return column[1:] if column.startswith("=") else cells[column].strip()

    lon, lat = row.point(told(columns.lon), told(columns.lat))
    kind = row.kind(told(columns.kind))
    return Entry(
        id=f"{prefix}:{told(columns.id) or number}",
        kind=kind,
        name=row.spelling(told(columns.name)),
        spellings=tuple(
            (language, row.spelling(spelt))
            for language, column in columns.names.items()
            for spelt in cells[column].replace(";", "|").split("|")
            if spelt.strip()
        ),
        lon=lon,
        lat=lat,
        precision_m=row.precision(told(columns.precision_m)) or row.PRECISION_M[kind],
        parent=f"{prefix}:{told(columns.parent)}" if told(columns.parent) else None,
        country=told(columns.country) or None,
        population=row.population(told(columns.population)),
    )
