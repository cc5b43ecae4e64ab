"""What an edition for the public leaves out, so that it harms nobody: news too fresh, points too exact.

The evidence stays whole in the work folder, or with the articles. Each limit is stated on the page and in every layer.
"""

import datetime as dt
import math
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pyarrow.compute as pc

from whoheld.ingest import sidecar
from whoheld.model import Candidate, Claim, Judgement, Mention, Place
from whoheld.pipeline import Grounds
from whoheld.publish.manifest import Files, public_name
from whoheld.reading import Reading

_M_PER_DEGREE = 111_195
_HALF_DIAGONAL = math.sqrt(0.5)

Located = TypeVar("Located", Place, Mention, Candidate)


def withheld(reading: Reading, until: dt.date) -> Reading:
    """Only what was published by a day. What nobody dates may be newer, and is left out; so is every word about it."""
    known, claims, issues = reading.articles.known(), reading.claims.table, reading.issues
    articles = reading.articles.table.filter(pc.fill_null(pc.less_equal(known, until.toordinal()), False))
    files = {Path(name) for each in articles["source"].to_pylist() for name in (each, each.rpartition(":")[0])}
    names = {public_name(file) for path in files if path.name for file in (path, sidecar(path))}
    told = articles["id"].combine_chunks()
    placed = pc.fill_null(pc.less_equal(claims["place_known"], until.toordinal()), True)
    return replace(
        reading,
        articles=reading.articles.only(told.to_pylist()),
        claims=reading.claims.only(pc.and_(pc.is_in(claims["article"], told), placed)),
        issues=issues.only(pc.is_in(issues.table["article"], told)),
        inputs=Files(file for file in reading.inputs if file.name in names),
    )


def spoken_of(judgements: Iterable[Judgement], reading: Reading) -> tuple[Judgement, ...]:
    """The judgements on articles of a reading; the others would tell of what is left out."""
    texts = set(reading.articles.table["sha256"].to_pylist())
    about = (reading.claims, reading.articles)
    return tuple(
        j for j in judgements if any(j.claim in some for some in about) or (j.statement and j.statement.article in texts)
    )


def coarsened(given: Grounds, cell_m: int) -> Grounds:
    """Every point moved to the middle of a cell of a grid, its precision widened by as much as it may have moved."""
    return given._replace(
        claims=given.claims.mapped(lambda claim: _coarse_claim(claim, cell_m)),
        places={place.id: _coarse(place, cell_m) for place in given.places.values()},
    )


def _coarse_claim(claim: Claim, cell_m: int) -> Claim:
    candidates = tuple(_coarse(candidate, cell_m) for candidate in claim.place.candidates)
    return claim.model_copy(update={"place": _coarse(claim.place, cell_m).model_copy(update={"candidates": candidates})})


def _coarse(located: Located, cell_m: int) -> Located:
    if located.lon is None or located.lat is None:
        return located
    step = cell_m / _M_PER_DEGREE
    digits = max(0, math.ceil(-math.log10(step)))
    lat = _middle(located.lat, step, digits)
    lon = _middle(located.lon, step / max(math.cos(math.radians(lat)), step), digits)
    moved_m = _HALF_DIAGONAL * (cell_m + _M_PER_DEGREE / 10**digits)
    precision_m = (located.precision_m or 0) + math.ceil(moved_m)
    return located.model_copy(update={"lon": lon, "lat": lat, "precision_m": precision_m})


def _middle(degrees: float, step: float, digits: int) -> float:
    return round((math.floor(degrees / step) + 0.5) * step, digits)
