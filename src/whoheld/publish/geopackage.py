"""The GeoPackage: the layer ``control``, and related to it every claim, place and actor, so that a click leads to the words."""

import errno
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from importlib.resources import files
from itertools import chain
from pathlib import Path

import pyarrow as pa

from whoheld.memo import Kept
from whoheld.publish.escaping import xml
from whoheld.publish.geoparquet import points
from whoheld.publish.nountables import ACTORS, CLAIMS, PLACES, NounTable
from whoheld.publish.rows import COLUMNS, DATES, NUMBERS, SEPARATOR
from whoheld.publish.sheets import box, unfolded
from whoheld.timeline import Timeline, flattened

_STAMP = "1970-01-01T00:00:00.000Z"
"""Stands wherever the format wants the hour of writing, so that one input gives one sequence of bytes."""

_HEADER = b"GP\x00\x01\xe6\x10\x00\x00"
"""Of a geometry: version 1, little-endian, without an envelope, EPSG:4326."""


def write_gpkg(timeline: Timeline, pages: Kept, style: str, path: Path, about: Mapping[str, object]) -> None:
    """A GeoPackage that QGIS opens with its dates and relations.

    Args:
        timeline: where the places and actors come from.
        pages: the sheets, whose rows and claims are the other tables, place by place.
        style: of the layer, as QGIS writes it.
        path: the file; it must not exist.
        about: title, sources, licences; kept as the metadata of the file.

    Raises:
        OSError: it cannot be written.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN; {_script('geopackage')}")
            _add_control(database, pages)
            for nouns, found in ((PLACES, timeline.places), (ACTORS, timeline.actors)):
                _add_table(database, nouns, (nouns.values(found[key]) for key in sorted(found)))
            _add_table(database, CLAIMS, _tuples(unfolded(pages, "claims")))
            database.executemany("INSERT INTO control_claims VALUES (?, ?)", _related(pages))
            _add_about(database, style, about)
            database.executescript(_script("geopackage_index"))  # which first commits what has been begun
    except sqlite3.OperationalError as error:
        raise OSError(errno.EIO, f"cannot be written, is the disk full? ({error})", str(path)) from error


def _script(name: str) -> str:
    return files("whoheld.publish").joinpath("templates", f"{name}.sql").read_text("utf-8")


def _add_control(database: sqlite3.Connection, pages: Kept) -> None:
    columns = ", ".join(f'"{name}" {_type(name)}' for name in COLUMNS)
    database.execute(f"CREATE TABLE control (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, {columns})")
    database.execute(
        "INSERT INTO gpkg_contents VALUES ('control', 'features', 'control', '', ?, ?, ?, ?, ?, 4326)",
        [_STAMP, *(box(pages) or (None,) * 4)],
    )
    database.execute("INSERT INTO gpkg_geometry_columns VALUES ('control', 'geom', 'POINT', 4326, 0, 0)")
    marks = ", ".join("?" * (len(COLUMNS) + 2))
    body = ((fid, *row) for fid, row in enumerate(chain.from_iterable(map(_drawn, unfolded(pages, "rows"))), 1))
    database.executemany(f"INSERT INTO control VALUES ({marks})", body)  # noqa: S608 - our own names
    ends = _tuples(rows.select(["lon", "lat"]) for rows in unfolded(pages, "rows"))
    boxes = ((fid, lon, lon, lat, lat) for fid, (lon, lat) in enumerate(ends, 1))
    database.executemany("INSERT INTO rtree_control_geom VALUES (?, ?, ?, ?, ?)", boxes)


def _drawn(rows: pa.RecordBatch) -> Iterator[tuple[object, ...]]:
    """Rows of ``control``, without their numbers."""
    columns = (rows[name].cast(pa.string()) if name in DATES else rows[name] for name in COLUMNS)
    geometry = (_HEADER + point.tobytes() for point in points(rows))
    return zip(geometry, *(column.to_pylist() for column in columns), strict=True)


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


def _tuples(batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[object, ...]]:
    for batch in batches:
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _related(pages: Kept) -> Iterator[tuple[int, int]]:
    """Which row rests on which claim, by their numbers; a row rests on claims of its own place."""
    rows = claims = 0
    for batch in pages.batches("rows", "claims"):
        told, found = (flattened(batch[name]) for name in batch.schema.names)
        fid_of = {claim: fid for fid, claim in enumerate(found["claim_id"].to_pylist(), claims + 1)}
        for fid, named in enumerate(told["claim_ids"].to_pylist(), rows + 1):
            yield from ((fid, fid_of[claim]) for claim in named.split(SEPARATOR))
        rows, claims = rows + told.num_rows, claims + found.num_rows


def _add_about(database: sqlite3.Connection, style: str, about: Mapping[str, object]) -> None:
    shown = ["", "", "control", "geom", "whoheld", style, "", True, "what is known now, by actor", "", None, _STAMP]
    database.execute("INSERT INTO layer_styles VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", shown)
    told = {key: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for key, value in about.items()}
    items = "".join(f'    <MDI key="{key}">{xml(told[key])}</MDI>\n' for key in sorted(told))
    metadata = f"<GDALMultiDomainMetadata>\n  <Metadata>\n{items}  </Metadata>\n</GDALMultiDomainMetadata>\n"
    database.execute("INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'http://gdal.org', 'text/xml', ?)", [metadata])
    database.execute("INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?, 1, NULL)", [_STAMP])
