"""The layers, read back by the libraries that the viewers themselves read with."""

import csv
import datetime as dt
import json
import os
import shutil
import subprocess
from pathlib import Path

import duckdb
import geopandas
import pyogrio
import pytest
from fastkml import KML, Placemark
from fastkml.times import TimeSpan
from fastkml.utils import find_all
from made_up import ABOUT

from whoheld.publish import files
from whoheld.publish.rows import Row, rows
from whoheld.timeline import Timeline

DAY = dt.date(2019, 1, 30)
NPM = Path(__file__).parents[2] / "build" / "viewers"
KEPLER = """
const { processGeojson } = require("@kepler.gl/processors");
const layer = JSON.parse(require("node:fs").readFileSync(process.argv[2], "utf8"));
const read = processGeojson(layer);
const at = (name) => read.fields.findIndex((field) => field.name === name);
console.log(JSON.stringify({
  types: Object.fromEntries(read.fields.map(({ name, type }) => [name, type])),
  rows: read.rows.map((row) => [row[at("place_id")], row[at("from_ms")], row[at("to_ms")], row[at("known_to")]]),
}));
"""
MAPLIBRE = """
const { featureFilter } = require("@maplibre/maplibre-gl-style-spec");
const { features } = JSON.parse(require("node:fs").readFileSync(process.argv[2], "utf8"));
const day = Number(process.argv[3]);
const shown = ["all", ["==", ["get", "known_to"], null], ["<=", ["get", "from_ms"], day], [">", ["get", "to_ms"], day]];
const { filter } = featureFilter(shown, "layers[0].filter");
const found = features.filter((feature) => filter({ zoom: 8 }, { type: 1, properties: feature.properties }));
console.log(JSON.stringify(found.map((feature) => feature.properties.place_id)));
"""


@pytest.fixture
def out(history: Timeline, tmp_path: Path) -> Path:
    files.write(history, tmp_path / "out", ABOUT)
    return tmp_path / "out"


def now(timeline: Timeline) -> list[Row]:
    return [row for row in rows(timeline) if row.known_to is None]


def shown(timeline: Timeline) -> set[str]:
    return set(timeline.at(DAY))


@pytest.mark.parametrize("name", ["control.geojson", "control.gpkg", "control.kml", "control.csv"])
def test_gdal_finds_every_interval(out: Path, history: Timeline, name: str) -> None:
    layers = [layer for layer, geometry in pyogrio.list_layers(out / name) if geometry is not None or name.endswith("csv")]
    count = sum(pyogrio.read_info(out / name, layer=layer, force_feature_count=True)["features"] for layer in layers)
    assert count == (len(now(history)) if name.endswith("kml") else len(rows(history)))


def test_geopandas_reads_the_geoparquet_with_its_points(out: Path, history: Timeline) -> None:
    found = geopandas.read_parquet(out / "control.parquet")
    assert found.crs == "EPSG:4326"
    assert [(point.x, point.y) for point in found.geometry] == [(row.lon, row.lat) for row in rows(history)]


def test_duckdb_answers_who_held_what_on_a_day(out: Path, history: Timeline) -> None:
    control = duckdb.read_parquet(str(out / "control.parquet"))
    held = f"known_to IS NULL AND valid_from <= DATE '{DAY}' AND (valid_to IS NULL OR valid_to > DATE '{DAY}')"
    assert {place for (place,) in control.filter(held).project("place_id").fetchall()} == shown(history)
    assert str(dict(zip(control.columns, control.types, strict=True))["geometry"]).startswith(("GEOMETRY", "BLOB"))


def test_a_kml_reader_validates_it_and_sees_the_time_spans(out: Path, history: Timeline) -> None:
    read = KML.parse(out / "control.kml", strict=True, validate=True)
    found = []
    for placemark in find_all(read, of_type=Placemark):
        assert isinstance(placemark.times, TimeSpan)
        end = placemark.times.end
        found.append((placemark.name, str(placemark.times.begin), str(end) if end else None))
    assert sorted(found, key=str) == sorted(((row.name, row.valid_from, row.valid_to) for row in now(history)), key=str)


def test_the_csv_says_beside_itself_what_its_columns_are_and_whose_it_is(out: Path) -> None:
    said = json.loads((out / "control.csv-metadata.json").read_text("utf-8"))
    with (out / said["url"]).open(encoding="utf-8-sig", newline="") as stream:
        header = next(csv.reader(stream))
    assert [column["name"] for column in said["tableSchema"]["columns"]] == header
    assert said["dc:source"] == list(ABOUT.attribution)


@pytest.fixture
def node() -> str:
    """Node with the viewers' own packages: ``make viewers`` brings them."""
    path = shutil.which("node")
    if path is None or not (NPM / "node_modules").is_dir():
        pytest.skip("`make viewers` installs what kepler.gl and MapLibre read with, and runs this")
    return path


def run(node: str, script: str, folder: Path, *arguments: object) -> object:
    path = folder / "read.cjs"
    path.write_text(script, "utf-8")
    ran = subprocess.run(
        [node, path, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "NODE_PATH": str(NPM / "node_modules")},
    )
    return json.loads(ran.stdout)


@pytest.mark.viewers
def test_kepler_finds_times_in_the_geojson(node: str, out: Path, history: Timeline, tmp_path: Path) -> None:
    read = run(node, KEPLER, tmp_path, out / "control.geojson")
    assert read["types"]["from_ms"] == "timestamp"
    assert read["types"]["_geojson"] == "geojson"
    assert read["rows"] == [[row.place_id, row.from_ms, row.to_ms, row.known_to] for row in rows(history)]


@pytest.mark.viewers
def test_maplibre_shows_what_the_page_shows_with_the_filter_of_our_docs(
    node: str, out: Path, history: Timeline, tmp_path: Path
) -> None:
    day_ms = (DAY - dt.date(1970, 1, 1)).days * 86_400_000
    assert set(run(node, MAPLIBRE, tmp_path, out / "control.geojson", day_ms)) == shown(history)
