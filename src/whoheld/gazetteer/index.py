"""A gazetteer opened for reading: places by folded name and by id, and a bitmap that answers "no such name" at once."""

import sqlite3
import weakref
import zlib
from pathlib import Path

from whoheld.errors import DataError
from whoheld.gazetteer.indexing import LAYOUT
from whoheld.gazetteer.keys import fold_version
from whoheld.model import Place

_PLACE = """SELECT p.id, p.kind, p.name, p.names, p.lon, p.lat, p.precision_m, p.parent, p.country, p.population, l.source
  FROM place p JOIN layer l ON l.n = p.layer """


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
            weakref.finalize(self, self._connection.close)
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
        try:
            bit = zlib.crc32(key.encode()) & self._mask
        except UnicodeEncodeError:  # Half a character, as broken JSON may hold: no name.
            return False
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

    def prefixes(self) -> tuple[str, ...]:
        """What stands before the colon of the ids of its places, sorted."""
        found: list[str] = []
        after = ""
        while (first := self._connection.execute("SELECT min(id) FROM place WHERE id > ?", (after,)).fetchone()[0]) is not None:
            found.append(first.partition(":")[0])
            after = f"{found[-1]};"  # which follows the colon
        return tuple(found)

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
