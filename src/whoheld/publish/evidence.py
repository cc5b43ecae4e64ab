"""The words behind the colours: the claims of a few places to a chunk, each chunk compressed so that it inflates on a click."""

import gzip
import json
from collections.abc import Iterator, Sequence
from typing import Any

from whoheld.model import Claim, Party, known_by
from whoheld.publish.escaping import link
from whoheld.timeline import Known, Timeline

_CHUNK_CHARACTERS = 60_000
"""Inflates and parses well within one screen frame."""


def chunks(timeline: Timeline, places: Sequence[str], rows: Sequence[Sequence[Known]]) -> Iterator[tuple[int, bytes]]:
    """Chunks of evidence with the number of consecutive places that each holds.

    Args:
        timeline: whose claims.
        places: ids, in the order of the payload.
        rows: of each place, in the order of the payload.
    """
    by_place: dict[str, list[Claim]] = {place: [] for place in places}
    for claim in timeline.claims.values():
        if claim.place.id in by_place:
            by_place[claim.place.id].append(claim)
    pending: list[str] = []
    for place, known in zip(places, rows, strict=True):
        pending.append(_place(sorted(by_place[place], key=_order), known))
        if sum(map(len, pending)) > _CHUNK_CHARACTERS:
            yield len(pending), squeeze("[" + ",".join(pending) + "]")
            pending = []
    if pending:
        yield len(pending), squeeze("[" + ",".join(pending) + "]")


def squeeze(text: str) -> bytes:
    """UTF-8 and gzip, without a time stamp."""
    return gzip.compress(text.encode("utf-8", "surrogatepass"), 9, mtime=0)


def record(claim: Claim) -> dict[str, Any]:
    """What the page shows of a claim. The quote and where the place stands in it count code points."""
    article, evidence, place = claim.article, claim.evidence, claim.place
    return {
        "id": claim.id,
        "relation": claim.relation.value,
        "actor": _party(claim.actor),
        "loser": _party(claim.loser),
        "speaker": _party(claim.speaker),
        "extent": claim.extent.value,
        "telling": claim.telling.value,
        "modality": claim.modality.value,
        "when": [_iso(claim.when.earliest), _iso(claim.when.latest), claim.when.basis.value, claim.when.text],
        "quote": [evidence.prefix, evidence.quote, evidence.suffix],
        "mention": [place.start - evidence.start, place.end - evidence.start],
        "named": place.text,
        "reason": place.reason,
        "title": article.title,
        "publisher": article.publisher,
        "url": link(article.url),
        "published": article.published,
        "public": _iso(known_by(article)),
        "review": claim.review and [claim.review.action, claim.review.day.isoformat(), list(claim.review.fields)],
        "language": article.language,
    }


def _place(claims: Sequence[Claim], rows: Sequence[Known]) -> str:
    number = {claim.id: index for index, claim in enumerate(claims)}
    record_of_rows = [
        [[number[claim] for claim in which if claim in number] for which in (known.control.claims, known.control.against)]
        for known in rows
    ]
    value = {"claims": [record(claim) for claim in claims], "rows": record_of_rows}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _order(claim: Claim) -> tuple[str, str]:
    return (claim.article.published or "9999", claim.id)


def _party(party: Party | None) -> list[str | None] | None:
    return None if party is None else [party.id, party.text]


def _iso(day: object) -> str | None:
    return str(day) if day else None
