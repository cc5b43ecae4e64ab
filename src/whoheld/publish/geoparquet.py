"""GeoParquet 1.1: the rows with their days as dates, and their points in EPSG:4326 (lon before lat)."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

_ENSEMBLE = ("Transit", "G730", "G873", "G1150", "G1674", "G1762", "G2139", "G2296")
_AXES = (("Geodetic latitude", "Lat", "north"), ("Geodetic longitude", "Lon", "east"))
_CRS = {
    "$schema": "https://proj.org/schemas/v0.7/projjson.schema.json",
    "type": "GeographicCRS",
    "name": "WGS 84",
    "datum_ensemble": {
        "name": "World Geodetic System 1984 ensemble",
        "members": [{"name": f"World Geodetic System 1984 ({name})"} for name in _ENSEMBLE],
        "ellipsoid": {"name": "WGS 84", "semi_major_axis": 6378137, "inverse_flattening": 298.257223563},
        "accuracy": "2.0",
        "id": {"authority": "EPSG", "code": 6326},
    },
    "coordinate_system": {
        "subtype": "ellipsoidal",
        "axis": [{"name": name, "abbreviation": short, "direction": to, "unit": "degree"} for name, short, to in _AXES],
    },
    "id": {"authority": "EPSG", "code": 4326},
}
"""EPSG:4326 as PROJJSON writes it."""

_POINT = np.dtype([("order", "u1"), ("type", "<u4"), ("lon", "<f8"), ("lat", "<f8")])


def points(rows: pa.Table) -> npt.NDArray[Any]:
    """The points of rows as well-known binary, 21 bytes each."""
    found = np.empty(rows.num_rows, _POINT)
    found["order"], found["type"] = 1, 1
    found["lon"], found["lat"] = rows["lon"].to_numpy(), rows["lat"].to_numpy()
    return found


def write_parquet(rows: pa.Table, path: Path, about: Mapping[str, object]) -> None:
    """Write the rows of all sheets.

    Args:
        rows: by ``sheets.ROW``.
        path: the file; replaced.
        about: title, sources, licences; kept as JSON under the file's metadata key ``whoheld``.
    """
    geometry = pa.Array.from_buffers(pa.binary(_POINT.itemsize), rows.num_rows, [None, pa.py_buffer(points(rows).tobytes())])
    table = rows.drop_columns(["lon", "lat"]).append_column("geometry", geometry.cast(pa.binary()))
    metadata = {"geo": json.dumps(_geo(rows)), "whoheld": json.dumps(about, ensure_ascii=False, sort_keys=True)}
    pq.write_table(table.combine_chunks().replace_schema_metadata(metadata), path, compression="zstd")


def _geo(rows: pa.Table) -> dict[str, object]:
    ends = [pc.min_max(rows[axis]).as_py() for axis in ("lon", "lat")]
    box = [end[side] for side in ("min", "max") for end in ends]
    column = {"encoding": "WKB", "crs": _CRS, "geometry_types": ["Point"], **({"bbox": box} if rows.num_rows else {})}
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
