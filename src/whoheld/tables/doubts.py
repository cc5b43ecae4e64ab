"""Rows that may be a slip: they count, since they may be right, and are listed."""

import datetime as dt
from collections.abc import Iterator

import pyarrow.compute as pc

from whoheld.claims import Claims
from whoheld.model import Claim, Issue

OUTSIDE, EARLY = "outside", "early"
KINDS = frozenset({OUTSIDE, EARLY})
"""The kinds of issues whose rows are not left out."""

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


def doubts(claims: Claims, box: Box, first_day: dt.date) -> Iterator[Issue]:
    """Of each place that lies outside a theatre one claim, and each claim that was public before the theatre's first day."""
    ones = claims.table.group_by("place").aggregate([("id", "min")])["id_min"].to_pylist()
    for claim in (claims[one] for one in sorted(ones)):
        if not _within(claim.place.lon, claim.place.lat, box):
            yield _issue(claim, OUTSIDE, _where(claim, box))
    early = claims.table.filter(pc.less(claims.table["known"], first_day.toordinal()))["id"].to_pylist()
    for claim in (claims[one] for one in sorted(early)):
        yield _issue(claim, EARLY, f"it was reported on {claim.article.published}, before the theatre's first day, {first_day}")


def _where(claim: Claim, box: Box) -> str:
    swapped = _within(claim.place.lat, claim.place.lon, box)
    hint = "it would lie inside with lon and lat changed for each other" if swapped else "it counts all the same"
    return f"its place lies at lon {claim.place.lon}, lat {claim.place.lat}, outside the theatre: {hint}"


def _within(lon: float | None, lat: float | None, box: Box) -> bool:
    west, south, east, north = box
    return lon is not None and lat is not None and west <= lon <= east and south <= lat <= north


def _issue(claim: Claim, kind: str, message: str) -> Issue:
    row, article = claim.article.title, claim.article.id
    return Issue(stage="ingest", kind=kind, message=message, source=row, article=article, claim=claim.id, text=claim.place.text)
