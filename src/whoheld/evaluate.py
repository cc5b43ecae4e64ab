"""Extraction against a gold set: predictions in the scorer's form, and what was missed or invented."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from whoheld.extract import Extractor
from whoheld.interval import prefix
from whoheld.model import Article, Claim


class Text(NamedTuple):
    """One labelled text: its record in ``gold.jsonl`` and the article."""

    record: Mapping[str, Any]
    article: Article


def texts(gold: Path) -> Iterator[Text]:
    """The labelled texts of a folder with ``gold.jsonl`` and ``texts/ID.txt``."""
    with (gold / "gold.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            text = (gold / "texts" / f"{record['id']}.txt").read_bytes().decode("utf-8")
            yield Text(
                record,
                Article(
                    id=record["id"],
                    text=text,
                    published=record.get("published"),
                    published_basis="given" if record.get("published") else "unknown",
                    language=record["lang"],
                    sha256=record["sha256"],
                    source=record["id"],
                ),
            )


def prediction(claim: Claim) -> dict[str, Any]:
    """A claim as the scorer reads it."""
    return {
        "place_start": claim.place.start,
        "place_end": claim.place.end,
        "place_text": claim.place.text,
        "place_names": [claim.place.text],
        "actor": claim.actor.id,
        "actor_names": [claim.actor.text] if claim.actor.text else [],
        "relation": claim.relation.value,
        "date": prefix(claim.when.earliest, claim.when.latest),
        "extent": claim.extent.value,
        "modality": claim.modality.value,
    }


def predictions(extractor: Extractor, labelled: Sequence[Text]) -> Iterator[dict[str, Any]]:
    """One record for each text, with its claims; denied claims are left out."""
    for text in labelled:
        claims = extractor.extract(text.article).claims
        yield {"id": text.record["id"], "claims": [prediction(claim) for claim in claims if claim.modality.value != "denied"]}
