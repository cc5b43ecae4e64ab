"""The GeoPackage: the layer ``control``, and related to it every claim, place and actor, so that a click leads to the words."""

import errno
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from importlib.resources import files
from itertools import chain
from pathlib import Path

import adbc_driver_manager as adbc
import adbc_driver_sqlite
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from whoheld.memo import Kept
from whoheld.publish import rtree
from whoheld.publish.escaping import xml
from whoheld.publish.geoparquet import points
from whoheld.publish.nountables import ACTORS, CLAIMS, PLACES, NounTable
from whoheld.publish.rows import COLUMNS, DATES, NUMBERS, SEPARATOR
from whoheld.publish.sheets import box, unfolded
from whoheld.timeline import Timeline, flattened

_STAMP = "1970-01-01T00:00:00.000Z"
"""Stands wherever the format wants the hour of writing, so that one input gives one sequence of bytes."""

_UNGUARDED = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
"""A file that is not finished is thrown away."""

_FID = pa.field("fid", pa.int64())
_CLAIMS = CLAIMS.schema().insert(0, _FID)
_DRAWN = pa.schema(
    [_FID, pa.field("geom", pa.binary()), *(pa.field(name, pa.int64() if name in NUMBERS else pa.string()) for name in COLUMNS)]
)
_RELATED = pa.schema({"base_id": pa.int64(), "related_id": pa.int64()})

_HEADER = b"GP\x00\x01\xe6\x10\x00\x00"
"""Of a geometry: version 1, little-endian, without an envelope, EPSG:4326."""


def write_gpkg(timeline: Timeline, pages: Kept, style: str, path: Path, about: Mapping[str, object]) -> None:
    """A GeoPackage that QGIS opens with its dates and relations.

    The tables that grow with the claims are filled by Arrow's own driver, in a tenth of the time that Python takes to hand over
    their values, and without holding up other threads. It brings an SQLite of its own: never are both in one file.

    Args:
        timeline: where the places and actors come from.
        pages: the sheets, whose rows and claims are the other tables, place by place.
        style: of the layer, as QGIS writes it.
        path: the file; it must not exist.
        about: title, sources, licences; kept as the metadata of the layer.

    Raises:
        OSError: it cannot be written.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.executescript(f"{_UNGUARDED} BEGIN; {_script('geopackage')}")
            _add_tables(database, timeline, pages)
            _add_about(database, style, about)
            database.execute("COMMIT")
        with _filling(path) as connection:
            _fill(connection, "control", _numbered(map(_drawn, unfolded(pages, "rows"))), _DRAWN)
            _fill(connection, CLAIMS.name, _numbered(unfolded(pages, "claims")), _CLAIMS)
            _fill(connection, "control_claims", _related(pages), _RELATED)
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.executescript(f"{_UNGUARDED} BEGIN;")
            rtree.fill(database, "rtree_control_geom", *_coordinates(pages))
            database.executescript(_script("geopackage_index"))  # which first commits what has been begun
    except (sqlite3.OperationalError, adbc.Error) as error:
        raise OSError(errno.EIO, f"cannot be written, is the disk full? ({error})", str(path)) from error


@contextmanager
def _filling(path: Path) -> Iterator[adbc.AdbcConnection]:
    """A connection of Arrow's driver, whose work is kept when the block ends well."""
    with closing(adbc_driver_sqlite.connect(str(path.absolute()))) as driver, closing(adbc.AdbcConnection(driver)) as connection:
        with closing(adbc.AdbcStatement(connection)) as statement:
            for pragma in _UNGUARDED.split(";")[:2]:
                statement.set_sql_query(pragma)
                statement.execute_query()
        connection.set_autocommit(False)
        yield connection
        connection.commit()


def _fill(connection: adbc.AdbcConnection, table: str, rows: Iterable[pa.RecordBatch], schema: pa.Schema) -> None:
    """Put rows into a table that has their columns."""
    with closing(adbc.AdbcStatement(connection)) as statement:
        statement.set_options(**{adbc.INGEST_OPTION_TARGET_TABLE: table, adbc.INGEST_OPTION_MODE: adbc.INGEST_OPTION_MODE_APPEND})
        statement.bind_stream(pa.RecordBatchReader.from_batches(schema, rows))
        statement.execute_update()


def _script(name: str) -> str:
    return files("whoheld.publish").joinpath("templates", f"{name}.sql").read_text("utf-8")


def _add_tables(database: sqlite3.Connection, timeline: Timeline, pages: Kept) -> None:
    """All tables, those of places and actors with their rows."""
    columns = ", ".join(f'"{name}" {_type(name)}' for name in COLUMNS)
    database.execute(f"CREATE TABLE control (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, {columns})")
    database.execute(
        "INSERT INTO gpkg_contents VALUES ('control', 'features', 'control', '', ?, ?, ?, ?, ?, 4326)",
        [_STAMP, *(box(pages) or (None,) * 4)],
    )
    database.execute("INSERT INTO gpkg_geometry_columns VALUES ('control', 'geom', 'POINT', 4326, 0, 0)")
    for nouns, found in ((PLACES, timeline.places), (ACTORS, timeline.actors)):
        _add_table(database, nouns, (nouns.values(found[key]) for key in sorted(found)))
    _add_table(database, CLAIMS, ())


def _numbered(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The same rows with their numbers, from 1."""
    done = 0
    for rows in batches:
        yield rows.add_column(0, _FID, pa.array(np.arange(done + 1, done + 1 + rows.num_rows)))
        done += rows.num_rows


def _drawn(rows: pa.RecordBatch) -> pa.RecordBatch:
    """Rows of ``control``, without their numbers."""
    columns = (rows[name].cast(pa.string()) if name in DATES else rows[name] for name in COLUMNS)
    geometry = (_HEADER + point.tobytes() for point in points(rows))
    return pa.RecordBatch.from_arrays([pa.array(geometry, pa.binary()), *columns], schema=_DRAWN.remove(0))


def _coordinates(pages: Kept) -> npt.NDArray[np.float64]:
    """Longitudes and latitudes of all rows: copies, since a part of a batch would keep all of it in memory."""
    found = (np.stack([rows[axis].to_numpy() for axis in ("lon", "lat")]) for rows in unfolded(pages, "rows"))
    return np.hstack([np.empty((2, 0)), *found])


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


def _related(pages: Kept) -> Iterator[pa.RecordBatch]:
    """Which row rests on which claim, by their numbers; a row rests on claims of its own place."""
    rows = claims = 0
    for batch in pages.batches("rows", "claims"):
        told, found = (flattened(batch[name]) for name in batch.schema.names)
        fid_of = {claim: fid for fid, claim in enumerate(found["claim_id"].to_pylist(), claims + 1)}
        named = [claims.split(SEPARATOR) for claims in told["claim_ids"].to_pylist()]
        base = np.repeat(np.arange(rows + 1, rows + 1 + len(named)), list(map(len, named)))
        related = [fid_of[claim] for claim in chain.from_iterable(named)]
        yield pa.RecordBatch.from_arrays([pa.array(base), pa.array(related, pa.int64())], schema=_RELATED)
        rows, claims = rows + told.num_rows, claims + found.num_rows


def _add_about(database: sqlite3.Connection, style: str, about: Mapping[str, object]) -> None:
    shown = ["", "", "control", "geom", "whoheld", style, "", True, "what is known now, by actor", "", None, _STAMP]
    database.execute("INSERT INTO layer_styles VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", shown)
    told = {key: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for key, value in about.items()}
    items = "".join(f'    <MDI key="{key}">{xml(told[key])}</MDI>\n' for key in sorted(told))
    metadata = f"<GDALMultiDomainMetadata>\n  <Metadata>\n{items}  </Metadata>\n</GDALMultiDomainMetadata>\n"
    database.execute("INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'http://gdal.org', 'text/xml', ?)", [metadata])
    # Of the layer: what stands for the whole file GDAL copies into a control.gpkg.aux.xml whenever it reads the file.
    database.execute("INSERT INTO gpkg_metadata_reference VALUES ('table', 'control', NULL, NULL, ?, 1, NULL)", [_STAMP])
