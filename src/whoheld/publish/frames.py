"""Where geometry joins the rows: the GeoDataFrame, and the typed Arrow table that GeoParquet and GeoPackage share."""

import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import geopandas
import pyarrow as pa
import pyarrow.parquet as pq
from geopandas import GeoDataFrame

from whoheld.publish.rows import COLUMNS, DATES, Row, rows
from whoheld.timeline import Timeline

__all__ = ["CRS", "GeoDataFrame", "arrow", "controls", "frame", "write_parquet"]

CRS = "EPSG:4326"

_NUMBERS = {"from_ms", "to_ms", "n_claims", "n_independent", "precision_m"}


def controls(timeline: Timeline) -> GeoDataFrame:
    """One row per interval and known time, as a table with points in EPSG:4326 (lon before lat).

    The columns are those of every exported layer; days are ISO text and an open end is null, so that the table also passes
    through ``to_json`` and ``explore``.
    """
    return frame(rows(timeline))


def frame(table: Sequence[Row]) -> GeoDataFrame:
    """Rows with their points."""
    columns = {name: [getattr(row, name) for row in table] for name in COLUMNS}
    points = geopandas.points_from_xy([row.lon for row in table], [row.lat for row in table])
    types = {name: "int64" if name in _NUMBERS else "str" for name in COLUMNS}
    return GeoDataFrame(columns, geometry=points, crs=CRS).astype(types)


def write_parquet(table: Sequence[Row], path: Path, about: Mapping[str, object]) -> None:
    """GeoParquet 1.1 with days as dates.

    Args:
        table: the rows.
        path: the file; replaced.
        about: title, sources, licences; kept as JSON under the file's metadata key ``whoheld``.
    """
    typed = arrow(table)
    told = json.dumps(about, ensure_ascii=False, sort_keys=True).encode()
    pq.write_table(typed.replace_schema_metadata({**typed.schema.metadata, b"whoheld": told}), path, compression="zstd")


def arrow(table: Sequence[Row]) -> pa.Table:
    """Rows as an Arrow table with the types declared (an empty column has one too), WKB geometry and GeoParquet's metadata."""
    buffer = io.BytesIO()
    frame(table).to_parquet(buffer, index=False, schema_version="1.1.0")
    buffer.seek(0)
    plain = pq.read_table(buffer)
    metadata = {key: value for key, value in plain.schema.metadata.items() if key == b"geo"}
    return plain.cast(pa.schema([*map(_field, COLUMNS), pa.field("geometry", pa.binary())], metadata=metadata))


def _field(name: str) -> pa.Field:
    if name in _NUMBERS:
        return pa.field(name, pa.int64())
    return pa.field(name, pa.date32() if name in DATES else pa.string())
