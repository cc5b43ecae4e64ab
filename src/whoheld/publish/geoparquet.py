"""GeoParquet 1.1: the rows with their days as dates, and their points in EPSG:4326 (lon before lat)."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from whoheld.errors import DataError
from whoheld.memo import Kept, regrouped
from whoheld.publish.sheets import ROW, box, unfolded

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

_ROWS_OF_A_GROUP = 10_000
"""As many in each row group, however the sheets come: some megabytes, which are in memory at one time."""

_STATE = ("place_id", "status", "actor", "other_actors")

_POINT = np.dtype([("order", "u1"), ("type", "<u4"), ("lon", "<f8"), ("lat", "<f8")])


def points(rows: pa.RecordBatch) -> npt.NDArray[Any]:
    """The points of rows as well-known binary, 21 bytes each."""
    found = np.empty(rows.num_rows, _POINT)
    found["order"], found["type"] = 1, 1
    found["lon"], found["lat"] = (rows[axis].to_numpy(zero_copy_only=False) for axis in ("lon", "lat"))
    return found


def write_parquet(pages: Kept, path: Path, about: Mapping[str, object]) -> None:
    """Write the rows of all sheets.

    Args:
        pages: the sheets.
        path: the file; replaced.
        about: title, sources, licences; kept as JSON under the file's metadata key ``whoheld``.
    """
    schema = _located(pa.RecordBatch.from_pylist([], ROW)).schema
    metadata = {"geo": json.dumps(_geo(box(pages))), "whoheld": json.dumps(about, ensure_ascii=False, sort_keys=True)}
    with pq.ParquetWriter(path, schema.with_metadata(metadata), compression="zstd") as writer:
        for rows in regrouped(unfolded(pages, "rows"), _ROWS_OF_A_GROUP):
            writer.write_batch(_located(rows))


def known(path: Path, known_at: dt.date | None = None) -> pa.Table:
    """The rows known on a day, or now, with what they say of their places, without words and points.

    Raises:
        DataError: the file cannot be read.
    """
    try:
        rows = pq.read_table(path, columns=[*_STATE, "valid_from", "valid_to", "known_from", "known_to"])
    except (OSError, pa.ArrowException) as error:
        raise DataError(f"cannot be read: {error}", path=path) from error
    return rows.filter(pc.is_null(rows["known_to"])) if known_at is None else _covering(rows, "known", known_at)


def standing(rows: pa.Table, day: dt.date) -> dict[str, tuple[str, ...]]:
    """Place id -> status, actor and other actors of the row whose certain core holds a day."""
    found = _covering(rows, "valid", day).select(_STATE)
    return {place: tuple(state) for place, *state in zip(*(column.to_pylist() for column in found.columns), strict=True)}


def _covering(rows: pa.Table, axis: str, day: dt.date) -> pa.Table:
    """The rows whose days, half-open and without an end where it is null, hold a day."""
    begun, ended = pc.less_equal(rows[f"{axis}_from"], day), pc.less_equal(rows[f"{axis}_to"], day)
    return rows.filter(pc.and_not(begun, pc.fill_null(ended, False)))


def _located(rows: pa.RecordBatch) -> pa.RecordBatch:
    geometry = pa.Array.from_buffers(pa.binary(_POINT.itemsize), rows.num_rows, [None, pa.py_buffer(points(rows).tobytes())])
    return rows.drop_columns(["lon", "lat"]).append_column("geometry", geometry.cast(pa.binary()))


def _geo(box: Sequence[float]) -> dict[str, object]:
    column = {"encoding": "WKB", "crs": _CRS, "geometry_types": ["Point"], **({"bbox": box} if box else {})}
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}
