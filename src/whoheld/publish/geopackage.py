"""The GeoPackage: the layer ``control``, and related to it every claim, place and actor, so that a click leads to the words."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pyogrio

from whoheld.publish import frames
from whoheld.publish.nountables import ACTORS, CLAIMS, PLACES, NounTable
from whoheld.publish.qml import style
from whoheld.publish.rows import SEPARATOR, Row
from whoheld.timeline import Timeline

_STYLES = """
CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256),
    f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,
    owner TEXT(30), ui TEXT(30), update_time DATETIME
)
"""
"""Where QGIS looks for the style of a layer in a GeoPackage."""

_STAMP = "1970-01-01T00:00:00.000Z"
"""Stands wherever the format wants the hour of writing, so that one input gives one sequence of bytes."""

_RELATED = """
CREATE TABLE gpkgext_relations (
    id INTEGER PRIMARY KEY AUTOINCREMENT, base_table_name TEXT NOT NULL, base_primary_column TEXT NOT NULL DEFAULT 'id',
    related_table_name TEXT NOT NULL, related_primary_column TEXT NOT NULL DEFAULT 'id', relation_name TEXT NOT NULL,
    mapping_table_name TEXT NOT NULL UNIQUE
);
CREATE TABLE control_claims (base_id INTEGER NOT NULL, related_id INTEGER NOT NULL);
INSERT INTO gpkgext_relations VALUES (1, 'control', 'fid', 'claims', 'fid', 'attributes', 'control_claims');
INSERT INTO gpkg_extensions VALUES
    ('gpkgext_relations', NULL, 'gpkg_related_tables', 'http://www.opengis.net/doc/IS/gpkg-rte/1.0', 'read-write'),
    ('control_claims', NULL, 'gpkg_related_tables', 'http://www.opengis.net/doc/IS/gpkg-rte/1.0', 'read-write');
"""
"""The related tables extension of the GeoPackage standard (OGC 18-000)."""


def write_gpkg(timeline: Timeline, table: Sequence[Row], path: Path, about: Mapping[str, object]) -> None:
    """A GeoPackage that QGIS opens with its dates and relations.

    Args:
        timeline: where the claims, places and actors come from.
        table: the rows of ``control``.
        path: the file; it must not exist.
        about: title, sources, licences; kept as the metadata of the file.
    """
    told = {key: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) for key, value in about.items()}
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": _STAMP})
    try:
        pyogrio.write_arrow(
            frames.arrow(table),
            path,
            layer="control",
            driver="GPKG",
            geometry_name="geometry",
            geometry_type="Point",
            crs=frames.CRS,
            dataset_metadata=told,
        )
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        _complete(database, timeline, table)


def _complete(database: sqlite3.Connection, timeline: Timeline, table: Sequence[Row]) -> None:
    database.execute("BEGIN")
    for nouns, found in ((CLAIMS, timeline.claims), (PLACES, timeline.places), (ACTORS, timeline.actors)):
        _add_table(database, nouns, [found[key] for key in sorted(found)])
    for statement in filter(str.strip, _RELATED.split(";")):
        database.execute(statement)
    database.execute(_STYLES)
    shown = ["", "", "control", "geometry", "whoheld", style(table), "", True, "what is known now, by actor", "", None, _STAMP]
    database.execute("INSERT INTO layer_styles VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", shown)
    database.executemany("INSERT INTO control_claims VALUES (?, ?)", _related(table, sorted(timeline.claims)))
    database.execute("UPDATE gpkg_metadata_reference SET timestamp = ?", [_STAMP])
    database.execute("COMMIT")
    database.execute("VACUUM")


def _add_table(database: sqlite3.Connection, nouns: NounTable, found: Sequence[object]) -> None:
    columns = ", ".join(f'"{name}" {kind}' for name, kind in nouns.columns.items())
    database.execute(f'CREATE TABLE "{nouns.name}" (fid INTEGER PRIMARY KEY, {columns})')
    database.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change) VALUES (?, 'attributes', ?, ?)",
        [nouns.name, nouns.name, _STAMP],
    )
    marks = ", ".join("?" * (len(nouns.columns) + 1))
    rows = ([fid, *nouns.values(noun)] for fid, noun in enumerate(found, 1))
    database.executemany(f'INSERT INTO "{nouns.name}" VALUES ({marks})', rows)  # noqa: S608 - our own names


def _related(table: Sequence[Row], claims: Sequence[str]) -> Iterator[tuple[int, int]]:
    fid_of = {claim: fid for fid, claim in enumerate(claims, 1)}
    for fid, row in enumerate(table, 1):
        for claim in row.claim_ids.split(SEPARATOR):
            yield fid, fid_of[claim]
