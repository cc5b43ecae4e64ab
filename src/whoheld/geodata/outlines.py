"""``outlines.geojson``: the outlines of provinces, districts and regions, as far as a theatre has them."""

import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError

from whoheld.errors import DataError
from whoheld.model import Frozen

AREA_KINDS = frozenset({"province", "district", "region"})
"""Kinds of places that are drawn as the area that they are, and never as a town."""

Point = tuple[Annotated[float, Field(ge=-180, le=180)], Annotated[float, Field(ge=-90, le=90)]]
"""Longitude and latitude."""

_LEAST = 4


def _closed(ring: tuple[Point, ...]) -> tuple[Point, ...]:
    if len(ring) < _LEAST or ring[0] != ring[-1]:
        raise ValueError("a ring ends at the point where it began, and has three others at least")
    return ring


Ring = Annotated[tuple[Point, ...], AfterValidator(_closed)]


class _Properties(Frozen):
    label: Point


class _Geometry(Frozen):
    type: Literal["MultiPolygon"]
    coordinates: tuple[tuple[Ring, ...], ...]


class Outline(Frozen):
    """A feature of the file: the outline of the place whose id it bears, and in it the point where its name stands."""

    type: Literal["Feature"]
    id: str
    properties: _Properties
    geometry: _Geometry

    def rings(self) -> tuple[Ring, ...]:
        """All its rings, holes too, for drawing as lines."""
        return tuple(ring for polygon in self.geometry.coordinates for ring in polygon)


class _File(Frozen):
    type: Literal["FeatureCollection"]
    features: tuple[Outline, ...]


def read_outlines(path: Path) -> tuple[Outline, ...]:
    """The outlines of one theatre; none where it has no such file.

    Raises:
        DataError: the file is not as described; the message names the place.
    """
    if not path.exists():
        return ()
    try:
        content = json.loads(path.read_text("utf-8"))
        return _File.model_validate_json(json.dumps(content)).features
    except ValidationError as error:
        where = error.errors()[0]["loc"]
        named = content["features"][where[1]].get("id", "no id") if where[:1] == ("features",) and len(where) > 1 else "the file"
        raise DataError(f"{named}: {error.errors()[0]['msg']}", path=path) from error
    except (OSError, ValueError) as error:
        raise DataError(f"cannot be read: {error}", path=path) from error
