"""A table's rows as entries: which place, public since when, with which status; or why a row is none."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians
from typing import NamedTuple, Protocol

from whoheld.model import Place
from whoheld.tables.dates import instant
from whoheld.tables.mapping import NOTHING, Columns, StatusRule, TableMapping
from whoheld.tables.rows import Row
from whoheld.text import key

_METRES = 111_320
"""Along a degree of latitude."""
_ZONES = dt.timedelta(days=1)
"""It may be tomorrow where a row was reported."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row's status of one place.

    Attributes:
        column: the status column, a source of its own.
        status: its value in lower case.
        rule: what it claims; None where the mapping does not know it.
        reported: from when the row was public, UTC.
        as_of: the day of which it speaks, where the row says so.
        past: it no longer was so on the day of the report, as another row says.
    """

    row: Row
    column: str
    place: Place
    status: str
    rule: StatusRule | None
    reported: dt.datetime
    as_of: dt.date | None = None
    past: bool = False

    @property
    def day(self) -> dt.date:
        """The day of which it speaks, be it that of its report."""
        return self.as_of or self.reported.date()


class LeftOut(NamedTuple):
    """A row that becomes no claim: a short kind, and what a user can do."""

    row: Row
    kind: str
    message: str


_DEGREES = "lon and lat in degrees with a point, as in 37.81 and 48.99"


class Gazetteer(Protocol):
    """Where the ids and names of places come from."""

    def get(self, place_id: str) -> Place | None:
        """The place of that id."""
        ...

    def lookup(self, key: str) -> Sequence[Place]:
        """The places that bear the name of that ``text.key``."""
        ...

    def numbered(self, number: str) -> Sequence[str]:
        """The ids that are this number behind whatever prefix."""
        ...


class Places:
    """The places of a table's rows: by id, or by name and position, homonyms kept apart."""

    def __init__(self, rows: Iterable[Row], mapping: TableMapping, gazetteer: Gazetteer | None) -> None:
        self._mapping = mapping
        self._gazetteer = gazetteer
        self._points: dict[str, list[Place]] = {}
        for row in rows:
            self._learn(row)

    def of(self, row: Row) -> Place | str:
        """The place of a row, or why its id is of none, or its name has no position or several, and what to do."""
        columns = self._mapping.columns
        if columns.id:
            return self._of_id(row.fields.get(columns.id, "").removesuffix(".0"))
        name = row.fields.get(columns.name or "", "").strip()
        if not key(name):
            return f"it names no place: its {columns.name} is {name!r}"
        named, point = self._points.get(key(name), []), self._point(row)
        if point is not None:
            return next(place for place in named if self._same(place, point))
        if len(named) == 1 and not self._written(row):
            return named[0]
        known = f"{len(named)} places of its name have one" if named else "no row has one for its name"
        return f"no single position is known for its place, {name}: {self._written(row) or known}; give {_DEGREES}"

    def _of_id(self, number: str) -> Place | str:
        prefix = self._mapping.place.prefix
        place_id = f"{prefix}:{number}"
        if not number:
            return f"its {self._mapping.columns.id} is empty"
        found = self._gazetteer.get(place_id) if self._gazetteer else None
        how = "import the gazetteer that has it (whoheld places import FILE --work WORK), and give --work WORK here too"
        if not found and self._gazetteer and (others := self._gazetteer.numbered(number)):
            how = f"there is {' and '.join(others)}; if that is the place, import its file again with --prefix {prefix}"
        return found or f"no gazetteer has its place, {place_id}: {how}"

    def _written(self, row: Row) -> str:
        """What a row has for its position that is none."""
        names = (self._mapping.columns.lon or "", self._mapping.columns.lat or "")
        return " and ".join(f"its {name} is {row.fields[name]!r}" for name in names if row.fields.get(name, "").strip())

    def _learn(self, row: Row) -> None:
        columns = self._mapping.columns
        name, point = row.fields.get(columns.name or "", ""), self._point(row)
        if row.flaw or columns.id or point is None or not key(name):
            return
        named = self._points.setdefault(key(name), [])
        if not any(self._same(place, point) for place in named):
            named.append(self._known(name, point) or self._new(name, point))

    def _known(self, name: str, point: tuple[float, float]) -> Place | None:
        """The gazetteer's place of that name at that position, so that tables and articles speak of one place."""
        found = self._gazetteer.lookup(key(name)) if self._gazetteer else ()
        return next((place for place in found if place.kind == self._mapping.place.kind and self._same(place, point)), None)

    def _new(self, name: str, point: tuple[float, float]) -> Place:
        (lon, lat), rule = point, self._mapping.place
        return Place(
            id=f"{rule.prefix}:{key(name).replace(' ', '-')}@{lat:.2f},{lon:.2f}",
            kind=rule.kind,
            name=name,
            lon=lon,
            lat=lat,
            precision_m=rule.precision_m,
            source=self._mapping.title,
        )

    def _point(self, row: Row) -> tuple[float, float] | None:
        columns = self._mapping.columns
        try:
            lon, lat = (float(row.fields[name or ""]) for name in (columns.lon, columns.lat))
        except (KeyError, ValueError):
            return None
        return (lon, lat) if -180 <= lon <= 180 and -90 <= lat <= 90 else None  # noqa: PLR2004 - degrees

    def _same(self, place: Place, point: tuple[float, float]) -> bool:
        east = (place.lon - point[0]) * cos(radians(place.lat))
        return hypot(east, place.lat - point[1]) * _METRES <= self._mapping.place.same_within_m


def entries(row: Row, mapping: TableMapping, places: Places, today: dt.date) -> Iterator[Entry | LeftOut]:
    """What a row says in each of its status columns, or why it says nothing."""
    if row.flaw:
        yield LeftOut(row, *row.flaw)
        return
    written = row.fields.get(mapping.columns.reported, "")
    values = [(column, value) for column in mapping.columns.status if (value := _status(row, column))]
    reported, place = instant(written), places.of(row)
    if not values:
        yield LeftOut(row, "no_status", "it has no status")
    elif reported is None:
        how = "no day or instant as ISO 8601 writes it, like 2022-03-01 or 2022-03-01T10:00:00+02:00"
        yield LeftOut(row, "undated", f"its {mapping.columns.reported} is {written!r}, {how}")
    elif reported.date() > today + _ZONES:
        yield LeftOut(row, "future", f"its {mapping.columns.reported} is {written!r}, a day that has not come yet")
    elif isinstance(place, str):
        yield LeftOut(row, "unresolved", place)
    else:
        for column, value in values:
            yield Entry(row, column, place, value.casefold(), mapping.statuses.get(value.casefold()), reported)


def _status(row: Row, column: str) -> str:
    value = row.fields.get(column, "").strip()
    return "" if value in NOTHING else value


def in_order(rows: Iterable[Row], reported: str) -> list[Row]:
    """Rows by when they were reported, then by what they say; where they stand in the file says nothing."""
    last = dt.datetime.max.replace(tzinfo=dt.UTC)

    def order(row: Row) -> tuple[dt.datetime, list[tuple[str, str]]]:
        return instant(row.fields.get(reported, "")) or last, sorted(row.fields.items())

    return sorted(rows, key=order)


def wording(entry: Entry, columns: Columns) -> str:
    """The text that a row is kept as, of a line a field: the place first, then the status."""
    fields = entry.row.fields
    named = {"place": fields.get(columns.name or "") or entry.place.name, entry.column: fields[entry.column]}
    others = (columns.as_of, columns.note, columns.reported, columns.id, columns.lat, columns.lon, columns.url)
    named |= {name: fields[name] for name in others if name and name in fields}
    return "\n".join(f"{name}: {' '.join(value.split())}" for name, value in named.items())
