"""The words behind the colours: the claims of a few places to a chunk, each chunk compressed so that it inflates on a click."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import pyarrow as pa

from whoheld.memo import Memo, Unkept
from whoheld.model import Claim, Party, known_by
from whoheld.publish.escaping import link
from whoheld.publish.reasons import reasons
from whoheld.publish.wording import languages
from whoheld.timeline import Known

_CHUNK_CHARACTERS = 60_000
"""Inflates and parses well within one screen frame."""
_PACKED = pa.schema({"key": pa.string(), "packed": pa.binary()})


def evidence(claims: Iterable[Claim], told: Sequence[Known]) -> str:
    """The claims of a place, and for each of its intervals, in the order of the page, which of them are for and against it."""
    ordered = sorted(claims, key=_order)
    number = {claim.id: index for index, claim in enumerate(ordered)}
    record_of_rows = [
        [[number[claim] for claim in which if claim in number] for which in (known.control.claims, known.control.against)]
        for known in told
    ]
    return _json({"claims": [record(claim) for claim in ordered], "rows": record_of_rows})


def nowhere(claims: Iterable[Claim]) -> str:
    """Claims whose place could not be told; they are listed and never drawn."""
    return _json([record(claim) for claim in sorted(claims, key=lambda claim: (claim.place.text, claim.id))])


def chunks(texts: pa.ChunkedArray, order: Sequence[int], memo: Memo | Unkept) -> list[tuple[int, bytes]]:
    """The evidence of places in chunks, each with the number of consecutive places that it holds.

    Args:
        texts: of each place; they may be long, and are looked at one chunk at a time.
        order: the rows of the places of the payload, in its order.
        memo: keeps chunks that need not be packed again.
    """
    ends = [0, *_ends(texts[row].as_py() for row in order)]
    rows = [order[first:end] for first, end in pairwise(ends)]
    keys = [hashlib.sha256(_whole(texts, some)).hexdigest() for some in rows]

    def pack(which: Sequence[int]) -> Iterator[pa.RecordBatch]:
        for at in which:
            yield pa.RecordBatch.from_pylist([{"packed": squeeze(_whole(texts, rows[at]))}], _PACKED)

    packed = memo.renewed(_PACKED, keys, pack).table("packed")["packed"].to_pylist()
    return list(zip(map(len, rows), packed, strict=True))


def _whole(texts: pa.ChunkedArray, rows: Sequence[int]) -> bytes:
    return b"[" + b",".join(texts[row].as_buffer() for row in rows) + b"]"


def _ends(texts: Iterable[str]) -> Iterator[int]:
    size = at = 0
    for at, text in enumerate(texts, 1):
        size += len(text)
        if size > _CHUNK_CHARACTERS:
            yield at
            size = 0
    if size:
        yield at


def squeeze(text: bytes) -> bytes:
    """Gzip, without a time stamp."""
    return gzip.compress(text, 9, mtime=0)


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
        "reason": None if place.id else _reason(place.reason),
        "title": article.title,
        "publisher": article.publisher,
        "url": link(article.url),
        "published": article.published,
        "public": _iso(known_by(article)),
        "review": claim.review and [claim.review.action, claim.review.day.isoformat(), list(claim.review.fields)],
        "language": article.language,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _reason(reason: str | None) -> dict[str, str] | None:
    """Why a place could not be told, by language."""
    return {language: "; ".join(reasons(reason, language)) for language in languages()} if reason else None


def _order(claim: Claim) -> tuple[str, str]:
    return (claim.article.published or "9999", claim.id)


def _party(party: Party | None) -> list[str | None] | None:
    return None if party is None else [party.id, party.text]


def _iso(day: object) -> str | None:
    return str(day) if day else None
