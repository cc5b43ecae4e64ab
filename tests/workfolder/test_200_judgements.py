"""Of 200 judged claims, after another extraction and edits to articles: each word is where it belongs, asks, or is listed."""

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks import corpus

from whoheld import lang, parts, pipeline, reading
from whoheld.following import Followed, follow
from whoheld.model import Claim, Judgement
from whoheld.review import judgement
from whoheld.scope import Scope

JUDGED = 200
NOW = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("judged") / "articles"
    corpus.write(folder, JUDGED + 20)
    return folder


def read(folder: Path) -> list[Claim]:
    """The claims of a folder, read in this process, which has the changed lexicon."""
    scope = Scope.named(corpus.THEATRE)
    told = list(reading.read([folder], jobs=1).articles.each())
    return list(pipeline.locate(told, pipeline.extract(told, scope).claims, scope).claims)


@pytest.fixture(scope="module")
def words(articles: Path) -> dict[str, tuple[Claim, Judgement]]:
    """The first claim of each of 200 articles, and a word on it, by the claim's id."""
    by_article = {claim.article.url: claim for claim in reversed(read(articles))}
    judged = [by_article[url] for url in sorted(by_article)][:JUDGED]
    assert len(judged) == JUDGED
    return {claim.id: (claim, judgement(claim, "reject", who="a", when=NOW)) for claim in judged}


@pytest.fixture
def other_lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """English without the verb ``seize``, and with another way to say who speaks."""
    original = lang.load

    def changed(path: Path) -> lang.Pack:
        text = path.read_text("utf-8").replace(' "seize",', "").replace(' "reseize",', "")
        (tmp_path / path.name).write_text(text, "utf-8")
        return original(tmp_path / path.name)

    monkeypatch.setattr(lang, "load", changed)
    for cached in (lang.pack, lang.phrases, parts.shipped):
        cached.cache_clear()
    yield
    for cached in (lang.pack, lang.phrases, parts.shipped):
        cached.cache_clear()


def fates(words: dict[str, tuple[Claim, Judgement]], now: list[Claim]) -> tuple[Followed, Counter[str]]:
    """Follow, and hold every word that was applied against the statement that it was said of."""
    followed = follow([word for _, word in words.values()], now)
    found = {claim.id: claim for claim in now}
    before = {word.quote + str(word.statement): claim for claim, word in words.values()}
    for word in followed.applied:
        judged, claim = before[word.quote + str(word.statement)], found[word.claim]
        assert statement(claim) == statement(judged), "a word was applied to another statement"
    reached = {(word.quote, word.statement) for word in followed.applied}
    proposed = {(p.judgement.quote, p.judgement.statement) for p in followed.proposed} - reached
    fate = Counter(
        "applied" if (word.quote, word.statement) in reached
        else "proposed" if (word.quote, word.statement) in proposed
        else "orphaned"
        for _, word in words.values()
    )  # fmt: skip
    assert fate["orphaned"] == len({(word.quote, word.statement) for word in followed.orphaned})
    return followed, fate


def statement(claim: Claim) -> tuple[object, ...]:
    return claim.article.url, claim.relation, claim.actor.id or claim.actor.text, claim.place.text, claim.evidence.quote


def test_after_a_changed_lexicon(words: dict[str, tuple[Claim, Judgement]], articles: Path, other_lexicon: None) -> None:
    _, fate = fates(words, read(articles))
    seized = sum("seized" in claim.evidence.quote for claim, _ in words.values())
    assert seized > 20
    assert fate.total() == JUDGED
    assert fate["orphaned"] + fate["proposed"] >= seized
    assert fate["applied"] >= 0.95 * (JUDGED - seized)


def test_after_small_edits_to_30_percent_of_the_articles(words: dict[str, tuple[Claim, Judgement]], articles: Path) -> None:
    chance = random.Random(3)  # noqa: S311 - a spread, no secret
    paths = sorted(articles.glob("*.txt"))
    edited = dict.fromkeys(chance.sample(paths, round(0.3 * len(paths))))
    kept = {path: path.read_text("utf-8") for path in edited}
    try:
        for number, path in enumerate(edited):
            path.write_text(EDITS[number % len(EDITS)](kept[path]), "utf-8")
        _, fate = fates(words, read(articles))
    finally:
        for path, text in kept.items():
            path.write_text(text, "utf-8")
    assert fate.total() == JUDGED
    names = {path.stem for path in edited}
    assert fate["applied"] >= sum((claim.article.url or "").rpartition("/")[2] not in names for claim, _ in words.values())
    assert fate["proposed"] > 0


def another_town(text: str) -> str:
    town = next(place.name for place in corpus.towns() if place.name in text)
    return text.replace(town, next(place.name for place in corpus.towns() if place.name != town), 1)


EDITS = (
    lambda text: f"{text}\n\nThis article was corrected.",
    lambda text: f"Updated.\n\n{text}",
    lambda text: text.replace(" on ", " early on ", 1),
    lambda text: text.replace("\n\n", "\n\nThe day was quiet elsewhere.\n\n", 1),
    lambda text: text.replace("captured", "retook", 1).replace("seized", "took", 1),
    another_town,
)
