"""Every layer, read back by a reader that is not ours."""

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import geopandas
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import pytest
from lxml import etree
from made_up import ABOUT, PLACES

from whoheld.publish import files, frames
from whoheld.publish.rows import rows
from whoheld.timeline import Timeline, build

SCHEMA = [
    "place_id", "name", "actor", "status", "valid_from", "valid_to", "from_ms", "to_ms", "valid_from_earliest", "valid_to_latest",
    "known_from", "known_to", "actor_name", "colour", "other_actors", "extent", "last_reported", "n_claims", "n_independent",
    "precision_m", "quote", "source_url", "claim_ids",
]  # fmt: skip
KML = {"kml": "http://www.opengis.net/kml/2.2"}


@pytest.fixture
def out(history: Timeline, tmp_path: Path) -> Path:
    files.write(history, tmp_path, ABOUT)
    return tmp_path


def without_nulls(record: dict[str, object]) -> dict[str, object]:
    return {name: str(value) for name, value in record.items() if not pd.isna(value) and name != "geometry"}


def records(frame: geopandas.GeoDataFrame) -> list[dict[str, object]]:
    return [without_nulls(record) for record in frame[SCHEMA].to_dict("records")]


def test_the_frame_has_the_schema_of_every_layer(history: Timeline) -> None:
    frame = frames.controls(history)
    assert list(frame.columns) == [*SCHEMA, "geometry"]
    assert frame.crs.to_epsg() == 4326
    assert set(frame.geom_type) == {"Point"}
    hajin = frame[frame["place_id"] == "syria:hajin"].geometry.iloc[0]
    assert (hajin.x, hajin.y) == (PLACES["syria:hajin"].lon, PLACES["syria:hajin"].lat)


def test_open_ends_are_null_and_the_year_9999(history: Timeline) -> None:
    frame = frames.controls(history)
    open_end = frame["valid_to"].isna()
    assert open_end.any()
    assert not open_end.all()
    assert (frame.loc[open_end, "to_ms"] == 253402300799000).all()
    closed = frame[~open_end]
    assert list(closed["to_ms"]) == [pd.Timestamp(day).value // 10**6 for day in closed["valid_to"]]
    assert list(frame["from_ms"]) == [pd.Timestamp(day).value // 10**6 for day in frame["valid_from"]]


def test_what_is_known_of_a_day_never_overlaps(history: Timeline) -> None:
    frame = frames.controls(history)
    now = frame[frame["known_to"].isna()]
    for _, place in now.groupby("place_id"):
        ordered = place.sort_values("from_ms")
        assert (ordered["to_ms"].iloc[:-1].to_numpy() <= ordered["from_ms"].iloc[1:].to_numpy()).all()


def test_every_row_names_its_claims_and_quotes_one_of_them(history: Timeline) -> None:
    for row in rows(history):
        claims = [history.claims[claim] for claim in row.claim_ids.split("; ")]
        assert len(claims) == row.n_claims
        assert row.quote in {claim.evidence.quote for claim in claims}
        assert row.source_url in {claim.article.url for claim in claims}


def test_the_frame_passes_through_geojson(history: Timeline) -> None:
    assert json.loads(frames.controls(history).to_json())["type"] == "FeatureCollection"


@pytest.mark.parametrize("name", ["control.geojson", "control.gpkg", "control.parquet"])
def test_readers_see_the_same_table_in_every_format(out: Path, history: Timeline, name: str) -> None:
    path = out / name
    if path.suffix == ".parquet":
        found = geopandas.read_parquet(path)
    else:
        found = pyogrio.read_dataframe(path, layer=0, datetime_as_string=True)
    expected = frames.controls(history)
    assert records(found) == records(expected)
    assert found.crs.to_epsg() == 4326
    assert list(found.geometry.to_wkb()) == list(expected.geometry.to_wkb())


@pytest.mark.parametrize("name", ["control.geojson", "control.gpkg"])
def test_gis_programs_find_dates(out: Path, name: str) -> None:
    info = pyogrio.read_info(out / name, layer=0)
    types = dict(zip(info["fields"], info["ogr_types"], strict=True))
    dates = ("valid_from", "valid_to", "valid_from_earliest", "valid_to_latest", "known_from", "known_to", "last_reported")
    assert {types[field] for field in dates} == {"OFTDate"}
    assert types["to_ms"] == "OFTInteger64"
    assert info["geometry_type"] == "Point"


def test_geojson_is_rfc_7946(out: Path) -> None:
    collection = json.loads((out / "control.geojson").read_text("utf-8"))
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    assert collection["attribution"] == list(ABOUT.attribution)
    for feature in collection["features"]:
        assert list(feature["properties"]) == SCHEMA
        assert feature["geometry"]["type"] == "Point"


def test_geoparquet_declares_itself(out: Path) -> None:
    schema = pq.read_schema(out / "control.parquet")
    geo = json.loads(schema.metadata[b"geo"])
    assert geo["version"] == "1.1.0"
    assert geo["primary_column"] == "geometry"
    assert geo["columns"]["geometry"]["geometry_types"] == ["Point"]
    assert geo["columns"]["geometry"]["crs"]["id"] == {"authority": "EPSG", "code": 4326}
    assert json.loads(schema.metadata[b"whoheld"])["attribution"] == list(ABOUT.attribution)
    assert str(schema.field("valid_to").type) == "date32[day]"
    assert str(schema.field("other_actors").type) == "string"


def test_geopackage_relates_rows_to_claims(out: Path, history: Timeline) -> None:
    with closing(sqlite3.connect(out / "control.gpkg")) as database:
        related = database.execute(
            "SELECT control.claim_ids, claims.claim_id, claims.quote FROM control"
            " JOIN control_claims ON base_id = control.fid JOIN claims ON claims.fid = related_id"
        ).fetchall()
        assert len(related) == sum(row.n_claims for row in rows(history))
        for claim_ids, claim_id, quote in related:
            assert claim_id in claim_ids.split("; ")
            assert history.claims[claim_id].evidence.quote == quote
        assert database.execute("SELECT count(*) FROM claims").fetchone()[0] == len(history.claims)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_geopackage_carries_its_sources_and_no_hour(out: Path) -> None:
    with closing(sqlite3.connect(out / "control.gpkg")) as database:
        (metadata,) = database.execute("SELECT metadata FROM gpkg_metadata").fetchone()
        stamps = {stamp for (stamp,) in database.execute("SELECT last_change FROM gpkg_contents")}
        stamps |= {stamp for (stamp,) in database.execute("SELECT timestamp FROM gpkg_metadata_reference")}
    assert all(line in metadata for line in ABOUT.attribution)
    assert stamps == {"1970-01-01T00:00:00.000Z"}


def test_geopackage_lists_its_tables(out: Path) -> None:
    assert {name for name, _ in pyogrio.list_layers(out / "control.gpkg")} >= {"control", "claims", "places", "actors"}


def test_reading_the_layers_leaves_nothing_beside_them(out: Path) -> None:
    written = {path.name: path.read_bytes() for path in out.iterdir()}
    for name in ("control.gpkg", "control.geojson", "control.kml", "control.csv"):
        for layer, _ in pyogrio.list_layers(out / name):
            pyogrio.read_info(out / name, layer=layer)
            pyogrio.read_dataframe(out / name, layer=layer)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == written
    assert pyogrio.read_info(out / "control.gpkg", layer="control")["layer_metadata"]["title"] == ABOUT.title


def test_kml_has_a_time_span_for_all_that_is_known_now(out: Path, history: Timeline) -> None:
    root = etree.parse(out / "control.kml").getroot()
    spans = [
        (mark.findtext("kml:name", None, KML), mark.findtext("kml:TimeSpan/kml:begin", None, KML),
         mark.findtext("kml:TimeSpan/kml:end", None, KML))
        for mark in root.iterfind(".//kml:Placemark", KML)
    ]  # fmt: skip
    now = [(row.name, row.valid_from, row.valid_to) for row in rows(history) if row.known_to is None]
    assert sorted(spans, key=str) == sorted(now, key=str)
    description = root.findtext("kml:Document/kml:description", "", KML)
    assert all(line in description for line in ABOUT.attribution)


def test_gdal_reads_the_time_spans_and_colours_of_the_kml(out: Path, history: Timeline) -> None:
    layers = [pyogrio.read_dataframe(out / "control.kml", layer=name) for name, _ in pyogrio.list_layers(out / "control.kml")]
    found = pd.concat(layers)
    now = [row for row in rows(history) if row.known_to is None]
    assert sorted(str(day)[:10] for day in found["begin"]) == sorted(row.valid_from for row in now)
    assert sorted(found["claim_ids"]) == sorted(row.claim_ids for row in now)


def test_kml_colours_are_the_actors(out: Path) -> None:
    root = etree.parse(out / "control.kml").getroot()
    colours = {style.get("id"): style.findtext(".//kml:color", None, KML) for style in root.iterfind(".//kml:Style", KML)}
    assert colours["held-ddaa33"] == "ff33aadd"
    used = {mark.findtext("kml:styleUrl", "", KML).removeprefix("#") for mark in root.iterfind(".//kml:Placemark", KML)}
    assert used == set(colours)


def test_csv_is_safe_in_a_spreadsheet_and_keeps_numbers(out: Path) -> None:
    with (out / "control.csv").open(encoding="utf-8-sig", newline="") as stream:
        table = list(csv.DictReader(stream))
    assert list(table[0]) == [*SCHEMA, "lon", "lat"]
    susah = [row for row in table if row["place_id"] == "syria:as-susah"]
    assert susah[0]["quote"] == "'=As-Susah is ISIS-held"
    assert susah[0]["lon"] == "-0.12"
    assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for row in table for cell in row.values())


def test_a_timeline_without_intervals_gives_every_layer(tmp_path: Path) -> None:
    files.write(build(()), tmp_path, ABOUT)
    assert list(geopandas.read_parquet(tmp_path / "control.parquet").columns) == [*SCHEMA, "geometry"]
    assert json.loads((tmp_path / "control.geojson").read_text("utf-8"))["features"] == []
    assert list(pyogrio.read_info(tmp_path / "control.gpkg", layer="control")["fields"]) == SCHEMA
    assert etree.parse(tmp_path / "control.kml").find(".//kml:Placemark", KML) is None
