"""The GeoPackage: the layer ``control``, and related to it every claim, place and actor, so that a click leads to the words."""

import errno
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pyarrow as pa
import pyarrow.compute as pc

from whoheld.publish.escaping import printable
from whoheld.publish.geoparquet import points
from whoheld.publish.nountables import ACTORS, CLAIMS, PLACES, NounTable
from whoheld.publish.rows import COLUMNS, DATES, NUMBERS, SEPARATOR
from whoheld.timeline import Timeline

_STAMP = "1970-01-01T00:00:00.000Z"
"""Stands wherever the format wants the hour of writing, so that one input gives one sequence of bytes."""

_HEADER = b"GP\x00\x01\xe6\x10\x00\x00"
"""Of a geometry: version 1, little-endian, without an envelope, EPSG:4326."""

_AT_ONCE = 5_000


def write_gpkg(  # noqa: PLR0913, PLR0917 - what the tables are made of
    timeline: Timeline, rows: pa.Table, claims: pa.Table, style: str, path: Path, about: Mapping[str, object]
) -> None:
    """A GeoPackage that QGIS opens with its dates and relations.

    Args:
        timeline: where the places and actors come from.
        rows: of ``control``, by ``sheets.ROW``.
        claims: by the columns of ``nountables.CLAIMS``, sorted by id.
        style: of the layer, as QGIS writes it.
        path: the file; it must not exist.
        about: title, sources, licences; kept as the metadata of the file.

    Raises:
        OSError: it cannot be written.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN; {_script('geopackage')}")
            _add_control(database, rows)
            for nouns, found in ((PLACES, timeline.places), (ACTORS, timeline.actors)):
                _add_table(database, nouns, (nouns.values(found[key]) for key in sorted(found)))
            _add_table(database, CLAIMS, _tuples(claims))
            database.executemany("INSERT INTO control_claims VALUES (?, ?)", _related(rows, claims))
            _add_about(database, style, about)
            database.executescript(_script("geopackage_index"))  # which first commits what has been begun
    except sqlite3.OperationalError as error:
        raise OSError(errno.EIO, f"cannot be written, is the disk full? ({error})", str(path)) from error


def _script(name: str) -> str:
    return files("whoheld.publish").joinpath("templates", f"{name}.sql").read_text("utf-8")


def _add_control(database: sqlite3.Connection, rows: pa.Table) -> None:
    columns = ", ".join(f'"{name}" {_type(name)}' for name in COLUMNS)
    database.execute(f"CREATE TABLE control (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, {columns})")
    ends = [pc.min_max(rows[axis]).as_py() for axis in ("lon", "lat")]
    box = [end[side] for side in ("min", "max") for end in ends]
    database.execute(
        "INSERT INTO gpkg_contents VALUES ('control', 'features', 'control', '', ?, ?, ?, ?, ?, 4326)", [_STAMP, *box]
    )
    database.execute("INSERT INTO gpkg_geometry_columns VALUES ('control', 'geom', 'POINT', 4326, 0, 0)")
    geometry = (_HEADER + point.tobytes() for point in points(rows))
    table = pa.table({name: rows[name].cast(pa.string()) if name in DATES else rows[name] for name in COLUMNS})
    marks = ", ".join("?" * (len(COLUMNS) + 2))
    body = ((fid, geom, *row) for fid, (geom, row) in enumerate(zip(geometry, _tuples(table), strict=True), 1))
    database.executemany(f"INSERT INTO control VALUES ({marks})", body)  # noqa: S608 - our own names
    lons, lats = rows["lon"].to_pylist(), rows["lat"].to_pylist()
    boxes = ((fid, lon, lon, lat, lat) for fid, (lon, lat) in enumerate(zip(lons, lats, strict=True), 1))
    database.executemany("INSERT INTO rtree_control_geom VALUES (?, ?, ?, ?, ?)", boxes)


def _type(column: str) -> str:
    return "DATE" if column in DATES else "INTEGER" if column in NUMBERS else "TEXT"


def _add_table(database: sqlite3.Connection, nouns: NounTable, rows: Iterable[Sequence[object]]) -> None:
    columns = ", ".join(f'"{name}" {kind}' for name, kind in nouns.columns.items())
    database.execute(f'CREATE TABLE "{nouns.name}" (fid INTEGER PRIMARY KEY, {columns})')
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change) VALUES (?, 'attributes', ?, ?)",
        [nouns.name, nouns.name, _STAMP],
    )
    marks = ", ".join("?" * (len(nouns.columns) + 1))
    body = ([fid, *row] for fid, row in enumerate(rows, 1))
    database.executemany(f'INSERT INTO "{nouns.name}" VALUES ({marks})', body)  # noqa: S608 - our own names


def _tuples(table: pa.Table) -> Iterator[tuple[object, ...]]:
    """The rows of a table, a few at a time."""
    for batch in table.to_batches(_AT_ONCE):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _related(rows: pa.Table, claims: pa.Table) -> Iterator[tuple[int, int]]:
    fid_of = {claim: fid for fid, claim in enumerate(claims["claim_id"].to_pylist(), 1)}
    for fid, named in enumerate(rows["claim_ids"].to_pylist(), 1):
        for claim in named.split(SEPARATOR):
            yield fid, fid_of[claim]


def _add_about(database: sqlite3.Connection, style: str, about: Mapping[str, object]) -> None:
    shown = ["", "", "control", "geom", "whoheld", style, "", True, "what is known now, by actor", "", None, _STAMP]
    database.execute("INSERT INTO layer_styles VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", shown)
    told = {key: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for key, value in about.items()}
    items = "".join(f"    <MDI key={quoteattr(key)}>{escape(printable(told[key]))}</MDI>\n" for key in sorted(told))
    metadata = f"<GDALMultiDomainMetadata>\n  <Metadata>\n{items}  </Metadata>\n</GDALMultiDomainMetadata>\n"
    database.execute("INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'http://gdal.org', 'text/xml', ?)", [metadata])
    database.execute("INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?, 1, NULL)", [_STAMP])
