"""Where geometry joins the rows: the GeoDataFrame."""

from collections.abc import Sequence

import geopandas
from geopandas import GeoDataFrame

from whoheld.publish.rows import COLUMNS, NUMBERS, Row, rows
from whoheld.timeline import Timeline

__all__ = ["GeoDataFrame", "controls"]

_CRS = "EPSG:4326"


def controls(timeline: Timeline) -> GeoDataFrame:
    """One row per interval and known time, as a table with points in EPSG:4326 (lon before lat).

    The columns are those of every exported layer; days are ISO text and an open end is null, so that the table also passes
    through ``to_json`` and ``explore``.
    """
    return _frame(rows(timeline))


def _frame(table: Sequence[Row]) -> GeoDataFrame:
    columns = {name: [getattr(row, name) for row in table] for name in COLUMNS}
    points = geopandas.points_from_xy([row.lon for row in table], [row.lat for row in table])
    types = {name: "int64" if name in NUMBERS else "str" for name in COLUMNS}
    return GeoDataFrame(columns, geometry=points, crs=_CRS).astype(types)
