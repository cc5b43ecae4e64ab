"""What one text leaves open, another may decide: of two villages of a name, the one that the other text means by it.

A text counts that nothing but its own words (or a person's decision) decided. It counts from the day of its publication on, and
texts known by then must agree; what came later changes nothing, so that the map as known on a day stays as it was.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from whoheld import text
from whoheld.claims import Claims
from whoheld.locate.resolve import rivals
from whoheld.model import ArticleRef, Claim, Mention, known_by


class _Decision(NamedTuple):
    day: dt.date
    place: str
    article: ArticleRef


def decide(claims: Claims) -> list[Claim]:
    """The claims whose place was ambiguous and is found, since another text, or the same, decides.

    Args:
        claims: located, of all texts.
    """
    names, places, is_open = (claims.table[name] for name in ("named", "place", "open"))
    asked = pc.unique(names.filter(is_open))
    telling = pc.and_(pc.is_in(names, asked), pc.and_(pc.is_valid(places), pc.is_valid(claims.table["known"])))
    decisions = _decisions(claims.some(_rows(telling)))
    found = (_decided(claim, decisions) for claim in claims.some(_rows(is_open)) if rivals(claim.place))
    return [claim for claim in found if claim.place.id]


def _rows(mask: pa.ChunkedArray) -> Iterable[int]:
    rows: list[int] = np.flatnonzero(np.asarray(mask)).tolist()
    return rows


def _decisions(claims: Iterable[Claim]) -> Mapping[str, list[_Decision]]:
    found: dict[str, set[_Decision]] = {}
    for claim in claims:
        day = known_by(claim.article)
        if claim.place.id and day:
            found.setdefault(text.key(claim.place.text), set()).add(_Decision(day, claim.place.id, claim.article))
    return {name: sorted(told, key=lambda each: (each.day, each.article.id, each.place)) for name, told in found.items()}


def _decided(claim: Claim, decisions: Mapping[str, list[_Decision]]) -> Claim:
    published = known_by(claim.article)
    told = decisions.get(text.key(claim.place.text), [])
    if published is None or not told:
        return claim
    own = [each for each in told if each.article.id == claim.article.id]
    known = published if own else max(published, told[0].day)
    telling = own or [each for each in told if each.day <= known]
    meant = {each.place for each in telling}
    chosen = next((rival for rival in rivals(claim.place) if {rival.id} == meant), None)
    if chosen is None:
        return claim
    reason = "the same text decides by another mention" if own else f"another text decides: {_title(telling[-1])}"
    place: Mention = claim.place.model_copy(
        update={name: getattr(chosen, name) for name in ("id", "name", "lon", "lat", "precision_m")}
        | {"reason": f"{reason}; it was {claim.place.reason}", "known_from": known if known > published else None}
    )
    return claim.model_copy(update={"place": place})


def _title(decision: _Decision) -> str:
    return f"{decision.article.title or decision.article.id}, {decision.article.published}"
