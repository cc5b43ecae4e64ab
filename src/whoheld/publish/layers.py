"""The layers that are text: GeoJSON and the table for spreadsheets."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from whoheld.publish.escaping import cell
from whoheld.publish.rows import COLUMNS, DATES, Row


def features(rows: Iterable[Row]) -> str:
    """Rows as GeoJSON features, one a line."""
    return ",\n".join(json.dumps(_feature(row), ensure_ascii=False, allow_nan=False) for row in rows)


def write_geojson(features: Iterable[str], path: Path, about: Mapping[str, object]) -> None:
    """An RFC 7946 feature collection, one feature a line; what ``about`` tells stands beside the features as foreign members."""
    head = json.dumps({"type": "FeatureCollection", **about}, ensure_ascii=False, sort_keys=True)
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(f'{head[:-1]}, "features": [\n')
        for number, some in enumerate(filter(None, features)):
            stream.write(f",\n{some}" if number else some)
        stream.write("\n]}\n")


def _feature(row: Row) -> dict[str, object]:
    properties = {name: getattr(row, name) for name in COLUMNS}
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": [row.lon, row.lat]}, "properties": properties}


def lines(rows: Iterable[Iterable[object]]) -> str:
    """Rows as lines of a CSV, with no cell that would run as a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerows([cell(value) if isinstance(value, str) else value for value in row] for row in rows)
    return stream.getvalue()


def write_csv(lines_of_rows: Iterable[str], path: Path, about: Mapping[str, object]) -> None:
    """A table that spreadsheets open as text, with the mark by which they know UTF-8.

    Sources and licences, for which a CSV has no place, stand beside it in ``…csv-metadata.json`` (CSV on the Web, W3C).
    """
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        stream.write(lines([Row._fields]))
        stream.writelines(lines_of_rows)
    beside = path.with_name(f"{path.name}-metadata.json")
    beside.write_text(json.dumps(_described(path.name, about), ensure_ascii=False, indent=1) + "\n", "utf-8", newline="\n")


def _described(name: str, about: Mapping[str, object]) -> dict[str, object]:
    columns = [{"name": column, "titles": column, "datatype": _datatype(column)} for column in Row._fields]
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "url": name,
        "dc:title": about["title"],
        "dc:source": about["attribution"],
        "dc:description": about["note"],
        "dialect": {"encoding": "utf-8", "header": True},
        "tableSchema": {"columns": columns},
    }


def _datatype(column: str) -> str:
    kind = Row.__annotations__[column]
    if column in DATES:
        return "date"
    return {int: "integer", float: "number"}.get(kind, "string")
