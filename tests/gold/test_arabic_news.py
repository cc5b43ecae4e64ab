"""Constructions of the Arabic press, from many wars: what each sentence claims, or nothing."""

import csv
import hashlib
from pathlib import Path

from whoheld import pipeline
from whoheld.model import Article
from whoheld.scope import Scope

with (Path(__file__).parent / "arabic_news.tsv").open(encoding="utf-8", newline="") as stream:
    ROWS = [(row["sentence"], row["claims"]) for row in csv.DictReader(stream, delimiter="\t")]


def article(sentence: str) -> Article:
    sha256 = hashlib.sha256(sentence.encode()).hexdigest()
    return Article(id=sha256[:16], text=sentence, published="2020-01-10", language="ar", sha256=sha256, source="test")


def test_what_each_sentence_claims() -> None:
    articles = {article(sentence).id: sentence for sentence, _ in ROWS}
    found: dict[str, set[str]] = {sentence: set() for sentence, _ in ROWS}
    for claim in pipeline.extract([article(sentence) for sentence, _ in ROWS], Scope.named("auto")).claims:
        found[articles[claim.article.id]].add(f"{claim.relation.value} {claim.place.text}")
    assert found == {sentence: {claim for claim in claims.split("; ") if claim} for sentence, claims in ROWS}
