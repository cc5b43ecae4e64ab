"""The layers that are text: GeoJSON and the table for spreadsheets."""

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from whoheld.publish.escaping import cell
from whoheld.publish.rows import COLUMNS, Row


def write_geojson(table: Sequence[Row], path: Path, about: Mapping[str, object]) -> None:
    """An RFC 7946 feature collection, one feature a line; what ``about`` tells stands beside the features as foreign members."""
    head = json.dumps({"type": "FeatureCollection", **about}, ensure_ascii=False, sort_keys=True)
    features = ",\n".join(json.dumps(_feature(row), ensure_ascii=False, allow_nan=False) for row in table)
    path.write_text(f'{head[:-1]}, "features": [\n{features}\n]}}\n', encoding="utf-8", newline="\n")


def _feature(row: Row) -> dict[str, object]:
    properties = {name: getattr(row, name) for name in COLUMNS}
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [row.lon, row.lat]}, "properties": properties}


def write_csv(table: Sequence[Row], path: Path) -> None:
    """A table that spreadsheets open as text: with the mark by which they know UTF-8, and no cell that would run as a formula."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(Row._fields)
        writer.writerows([cell(value) if isinstance(value, str) else value for value in row] for row in table)
