"""One gazetteer in one SQLite file: names folded to keys, places by id, a bitmap that answers "no such name" at once."""

import gc
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np

from whoheld.errors import DataError
from whoheld.gazetteer import bgn
from whoheld.gazetteer.keys import fold_version, keys, squashed
from whoheld.gazetteer.romanise import plain_forms
from whoheld.gazetteer.sounding import consonants
from whoheld.model import Place

LAYOUT = 10
"""Changes with the tables below, and with what names are put under."""
ROMANISED, SOUNDING = "~", "^"
"""Begin the keys of a name's plain romanised form and of its consonants."""

UNKNOWN_LANGUAGE = "und"
_BATCH = 20_000
_BITS_PER_KEY = 24
_ROMANISED_COUNTRIES = frozenset(
    (
        *(
            "AE",
            "AF",
            "AM",
            "AZ",
            "BG",
            "BH",
            "BY",
            "DJ",
            "DZ",
            "EG",
            "EH",
            "ER",
            "GE",
            "IL",
            "IQ",
            "IR",
            "JO",
            "KG",
            "KM",
            "KW",
            "KZ",
        ),
        *(
            "LB",
            "LY",
            "MA",
            "MD",
            "ME",
            "MK",
            "MR",
            "OM",
            "PK",
            "PS",
            "QA",
            "RS",
            "RU",
            "SA",
            "SD",
            "SO",
            "SY",
            "TD",
            "TJ",
            "TM",
            "TN",
        ),
        *("UA", "UZ", "XK", "YE"),
    )
)
"""Where names in Latin letters are renderings of another script."""
_ARABIC_LETTERS = ("\u0620", "\u06d5")

_TABLES = """
CREATE TABLE IF NOT EXISTS about (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS layer (n INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, source TEXT NOT NULL, sha256 TEXT);
CREATE TABLE IF NOT EXISTS place (n INTEGER PRIMARY KEY, layer INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL,
  name TEXT NOT NULL, names TEXT NOT NULL, lon REAL NOT NULL, lat REAL NOT NULL, precision_m INTEGER NOT NULL,
  parent TEXT, country TEXT, population INTEGER);
CREATE INDEX IF NOT EXISTS place_country ON place (country) WHERE kind = 'country';
CREATE TABLE IF NOT EXISTS name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
_INSERT = "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_PLACE = """SELECT p.id, p.kind, p.name, p.names, p.lon, p.lat, p.precision_m, p.parent, p.country, p.population, l.source
  FROM place p JOIN layer l ON l.n = p.layer """


class Entry(NamedTuple):
    """A row of a gazetteer on its way into an index.

    Attributes:
        spellings: pairs of language code (``und`` where unknown) and spelling; the first of a language is the one shown.
        lon, lat: WGS 84 degrees.
    """

    id: str
    kind: str
    name: str
    spellings: tuple[tuple[str, str], ...]
    lon: float
    lat: float
    precision_m: int
    parent: str | None = None
    country: str | None = None
    population: int | None = None


class Layer(NamedTuple):
    """Where entries come from: a name that a later import of the same file replaces, and the source shown with every place."""

    name: str
    source: str
    sha256: str | None = None


def add(path: Path, layer: Layer, entries: Iterable[Entry]) -> int:
    """Put entries into the index at ``path`` (made where missing), all or none, in place of an older layer of that name.

    Returns:
        How many were put.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript(_TABLES)
        connection.execute("PRAGMA temp_store = FILE")
        connection.execute("BEGIN IMMEDIATE")
        number = _new_layer(connection, layer)
        with _collector_at_rest():
            count = _put(connection, number, entries)
        _write_bitmap(connection)
        connection.execute("CREATE INDEX IF NOT EXISTS place_id ON place (id)")
        about = (("layout", str(LAYOUT)), ("fold", fold_version()))
        connection.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", about)
        connection.execute("COMMIT")
    finally:
        connection.close()
    return count


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """A quarter of a long import goes into searching for cycles, of which flat rows have none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _new_layer(connection: sqlite3.Connection, layer: Layer) -> int:
    old = connection.execute("SELECT n FROM layer WHERE name = ?", (layer.name,)).fetchone()
    if old:
        connection.execute("DELETE FROM name WHERE place IN (SELECT n FROM place WHERE layer = ?)", old)
        connection.execute("DELETE FROM place WHERE layer = ?", old)
        connection.execute("DELETE FROM layer WHERE n = ?", old)
    return connection.execute("INSERT INTO layer (name, source, sha256) VALUES (?, ?, ?)", layer).lastrowid or 0


def _put(connection: sqlite3.Connection, layer: int, entries: Iterable[Entry]) -> int:
    """Names wait in a staging table, because a tree filled in the order of its keys is many times faster to fill."""
    connection.execute("CREATE TEMP TABLE staged (key TEXT, place INTEGER)")
    first = (connection.execute("SELECT max(n) FROM place").fetchone()[0] or 0) + 1
    number = first
    waiting = iter(entries)
    while batch := list(islice(waiting, _BATCH)):
        numbered = list(enumerate(batch, number))
        connection.executemany(_INSERT, (_row(n, layer, entry) for n, entry in numbered))
        connection.executemany("INSERT INTO staged VALUES (?, ?)", _names(numbered))
        number += len(batch)
    connection.execute("INSERT OR IGNORE INTO name SELECT key, place FROM staged ORDER BY key, place")
    connection.execute("DROP TABLE staged")
    return number - first


def _row(number: int, layer: int, entry: Entry) -> tuple[object, ...]:
    names = "\n".join([f"{language}\t{spelling}" for language, spelling in entry.spellings])
    return (number, layer, entry.id, entry.kind, entry.name, names, *entry[4:])


def _names(numbered: list[tuple[int, Entry]]) -> Iterator[tuple[str, int]]:
    spelt = [(spelling, n) for n, entry in numbered for spelling in {entry.name, *(s for _, s in entry.spellings)}]
    bulk = keys([spelling for spelling, _ in spelt])
    named = {(key, n) for key, (_, n) in zip(bulk, spelt, strict=True) if key}
    yield from named
    yield from ((squashed(key), n) for key, n in named if " " in key and _ARABIC_LETTERS[0] <= key[0] <= _ARABIC_LETTERS[1])
    yield from ((key, n) for n, entry in numbered if entry.country in bgn.COUNTRIES and (key := _arabic_key(entry)))
    countries = {n for n, entry in numbered if entry.country in _ROMANISED_COUNTRIES}
    romanised = [(key, n) for key, n in named if n in countries and key[0] < _ARABIC_LETTERS[0]]
    foreign = [(n, entry.name) for n, entry in numbered if n in countries and entry.country not in bgn.COUNTRIES]
    sounds = (consonants(key) for key in keys([name for _, name in foreign]))
    yield from ((SOUNDING + sound, n) for sound, (n, _) in zip(sounds, foreign, strict=True) if sound)
    forms = plain_forms([key for key, _ in romanised])
    yield from ((ROMANISED + form, n) for form, (_, n) in zip(forms, romanised, strict=True) if form)


def _arabic_key(entry: Entry) -> str:
    known = any(_ARABIC_LETTERS[0] <= spelling[:1] <= _ARABIC_LETTERS[1] for _, spelling in entry.spellings)
    return "" if known else bgn.arabic_key(entry.name)


def _write_bitmap(connection: sqlite3.Connection) -> None:
    count = connection.execute("SELECT count(*) FROM name").fetchone()[0]
    bits = 1 << max(13, (count * _BITS_PER_KEY).bit_length() - 1)
    found = connection.execute("SELECT DISTINCT key FROM name")
    hashes = np.fromiter((zlib.crc32(key.encode()) for (key,) in found), dtype=np.uint32)
    flags = np.zeros(bits, dtype=bool)
    flags[hashes & (bits - 1)] = True
    bitmap = np.packbits(flags, bitorder="little").tobytes()
    connection.execute("INSERT OR REPLACE INTO about VALUES ('bitmap', ?)", (bitmap,))


class Index:
    """An index opened for reading.

    Args:
        path: a file that ``add`` made.

    Raises:
        DataError: it is no such file, or was made by another version.
    """

    def __init__(self, path: Path) -> None:
        try:
            uri = f"{path.absolute().as_uri()}?mode=ro"
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._connection.execute(f"PRAGMA mmap_size = {1 << 31}")
            about = dict(self._connection.execute("SELECT key, value FROM about"))
        except sqlite3.Error as error:
            raise DataError(f"not a place index ({error}); delete it and import again", path=path) from error
        if (about.get("layout"), about.get("fold")) != (str(LAYOUT), fold_version()):
            self._connection.close()
            raise DataError("a place index of another version of whoheld; delete it and import again", path=path)
        self._bitmap: bytes = about["bitmap"]
        self._mask = len(self._bitmap) * 8 - 1

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def may_have(self, key: str) -> bool:
        """False: no place bears that name. True: probably one does."""
        bit = zlib.crc32(key.encode()) & self._mask
        return bool(self._bitmap[bit >> 3] >> (bit & 7) & 1)

    def lookup(self, key: str) -> tuple[Place, ...]:
        """The places that bear that name, in the order of import."""
        if not self.may_have(key):
            return ()
        where = "WHERE p.n IN (SELECT place FROM name WHERE key = ?) ORDER BY p.n"
        return tuple(_place(row) for row in self._connection.execute(_PLACE + where, (key,)))

    def kinds(self, key: str) -> frozenset[str]:
        """The kinds of the places that bear that name."""
        if not self.may_have(key):
            return frozenset()
        rows = self._connection.execute("SELECT p.kind FROM name n JOIN place p ON p.n = n.place WHERE n.key = ?", (key,))
        return frozenset(kind for (kind,) in rows)

    def countries(self) -> dict[str, Place]:
        """The countries by their ISO 3166 codes."""
        rows = map(_place, self._connection.execute(_PLACE + "WHERE p.kind = 'country' ORDER BY p.n"))
        return {place.country: place for place in rows if place.country}

    def get(self, place_id: str) -> Place | None:
        """The place of that id."""
        row = self._connection.execute(_PLACE + "WHERE p.id = ?", (place_id,)).fetchone()
        return _place(row) if row else None


def _place(row: tuple[str, str, str, str, float, float, int, str | None, str | None, int | None, str]) -> Place:
    names: dict[str, tuple[str, ...]] = {}
    for line in row[3].split("\n") if row[3] else ():
        language, _, spelling = line.partition("\t")
        names[language] = (*names.get(language, ()), spelling)
    return Place.model_construct(  # Own rows: validated on their way in, read by the thousand.
        id=row[0],
        kind=row[1],
        name=row[2],
        names=names,
        lon=row[4],
        lat=row[5],
        precision_m=row[6],
        parent=row[7],
        country=row[8],
        population=row[9],
        source=row[10],
    )
