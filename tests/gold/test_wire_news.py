"""Constructions in which real wire news was misread, in other wars and words: what each text claims, or nothing."""

import csv
import hashlib
from pathlib import Path

import pytest

from whoheld import pipeline
from whoheld.model import Article
from whoheld.scope import Scope

with (Path(__file__).parent / "wire_news.tsv").open(encoding="utf-8", newline="") as stream:
    ROWS = [(row["language"], row["text"], row["claims"]) for row in csv.DictReader(stream, delimiter="\t")]


def article(language: str, text: str) -> Article:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article(id=sha256[:16], text=text, published="2024-05-20", language=language, sha256=sha256, source="test")


@pytest.fixture(scope="module")
def found() -> dict[str, set[str]]:
    said: dict[str, set[str]] = {}
    for claim in pipeline.extract([article(language, text) for language, text, _ in ROWS], Scope.named("auto")).claims:
        said.setdefault(claim.article.id, set()).add(f"{claim.relation.value} {claim.place.text}")
    return said


@pytest.mark.parametrize(("language", "text", "claims"), ROWS)
def test_what_a_text_claims(found: dict[str, set[str]], language: str, text: str, claims: str) -> None:
    assert sorted(found.get(article(language, text).id, ())) == [claim for claim in claims.split("; ") if claim]
