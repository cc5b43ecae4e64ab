"""Constructions in which real wire news was misread, in other wars and words: what each text claims, or nothing."""

import csv
import hashlib
from pathlib import Path

from whoheld import pipeline
from whoheld.model import Article
from whoheld.scope import Scope

with (Path(__file__).parent / "wire_news.tsv").open(encoding="utf-8", newline="") as stream:
    ROWS = [(row["language"], row["text"], row["claims"]) for row in csv.DictReader(stream, delimiter="\t")]


def article(language: str, text: str) -> Article:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(id=sha256[:16], text=text, published="2024-05-20", language=language, sha256=sha256, source="test")


def test_what_each_text_claims() -> None:
    articles = {article(language, text).id: text for language, text, _ in ROWS}
    found: dict[str, set[str]] = {text: set() for _, text, _ in ROWS}
    for claim in pipeline.extract([article(language, text) for language, text, _ in ROWS], Scope.named("auto")).claims:
        found[articles[claim.article.id]].add(f"{claim.relation.value} {claim.place.text}")
    assert found == {text: {claim for claim in claims.split("; ") if claim} for _, text, claims in ROWS}
