"""Putting entries into an index: one SQLite file, each import a layer of it, all or nothing."""

import gc
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path

import numpy as np

from whoheld.gazetteer.entry import Entry, Layer
from whoheld.gazetteer.keys import fold_version
from whoheld.gazetteer.names import name_keys

LAYOUT = 12
"""Changes with the tables below, and with the keys that names are put under."""
_BATCH = 20_000
_STAGED_AT_ONCE = 500
"""A call for each name costs as much again as keeping it."""
_BITS_PER_KEY = 24
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
        _stage(connection, list(chain.from_iterable(name_keys(numbered))))
        number += len(batch)
    connection.execute("INSERT OR IGNORE INTO name SELECT key, place FROM staged ORDER BY key, place")
    connection.execute("DROP TABLE staged")
    return number - first


def _stage(connection: sqlite3.Connection, flat: Sequence[str | int]) -> None:
    """Stage keys and numbers that stand in turn."""
    for at in range(0, len(flat), 2 * _STAGED_AT_ONCE):
        some = flat[at : at + 2 * _STAGED_AT_ONCE]
        marks = ",".join(["(?,?)"] * (len(some) // 2))
        connection.execute(f"INSERT INTO staged VALUES {marks}", some)  # noqa: S608 - question marks only


def _row(number: int, layer: int, entry: Entry) -> tuple[object, ...]:
    names = "\n".join([f"{language}\t{spelling}" for language, spelling in entry.spellings])
    return (number, layer, entry.id, entry.kind, entry.name, names, *entry[4:])


def _write_bitmap(connection: sqlite3.Connection) -> None:
    count = connection.execute("SELECT count(*) FROM name").fetchone()[0]
    bits = 1 << max(13, (count * _BITS_PER_KEY).bit_length() - 1)
    found = connection.execute("SELECT CAST(key AS BLOB) FROM name")
    hashes = np.fromiter(map(zlib.crc32, chain.from_iterable(found)), dtype=np.uint32)
    flags = np.zeros(bits, dtype=bool)
    flags[hashes & (bits - 1)] = True
    bitmap = np.packbits(flags, bitorder="little").tobytes()
    connection.execute("INSERT OR REPLACE INTO about VALUES ('bitmap', ?)", (bitmap,))
