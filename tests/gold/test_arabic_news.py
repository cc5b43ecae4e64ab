"""Constructions of the Arabic press, from many wars: what each sentence claims, or nothing."""

import csv
import hashlib
from pathlib import Path

import pytest

from whoheld import pipeline
from whoheld.model import Article
from whoheld.scope import Scope

with (Path(__file__).parent / "arabic_news.tsv").open(encoding="utf-8", newline="") as stream:
    ROWS = [(row["sentence"], row["claims"]) for row in csv.DictReader(stream, delimiter="\t")]


def article(sentence: str) -> Article:
    sha256 = hashlib.sha256(sentence.encode()).hexdigest()
    return Article(id=sha256[:16], text=sentence, published="2020-01-10", language="ar", sha256=sha256, source="test")


@pytest.fixture(scope="module")
def found() -> dict[str, set[str]]:
    said: dict[str, set[str]] = {}
    for claim in pipeline.extract([article(sentence) for sentence, _ in ROWS], Scope.named("auto")).claims:
        said.setdefault(claim.article.id, set()).add(f"{claim.relation.value} {claim.place.text}")
    return said


@pytest.mark.parametrize(("sentence", "claims"), ROWS)
def test_what_a_sentence_claims(found: dict[str, set[str]], sentence: str, claims: str) -> None:
    assert sorted(found.get(article(sentence).id, ())) == [claim for claim in claims.split("; ") if claim]
