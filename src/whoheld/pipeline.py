"""The order of the stages: bytes -> articles -> claims -> located claims -> timeline -> files."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from whoheld import ingest, locate, timeline
from whoheld.actors import Registry
from whoheld.errors import UsageError
from whoheld.extract import Extractor
from whoheld.gazetteer import Gazetteer
from whoheld.geodata import Theatre
from whoheld.model import Article, Claim, Issue, Judgement
from whoheld.timeline import Timeline, independence

Progress = Callable[[str, int, int | None], None]
"""Called with the stage's name, how many of its items are done, and of how many (None while unknown)."""


def silent(stage: str, done: int, total: int | None) -> None:
    """No progress to show."""


@dataclass(frozen=True)
class Reading:
    """What the articles said: the articles themselves, their claims, and everything that was not done with its reason."""

    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()


def read(inputs: Sequence[str | Path], *, progress: Progress = silent) -> Reading:
    """The articles of files, folders, globs and standard input (``-``), in an order that the arguments' order does not change.

    Raises:
        UsageError: nothing among the inputs could be read.
    """
    articles: list[Article] = []
    issues: list[Issue] = []
    for item in ingest.read(inputs):
        if isinstance(item, Article):
            articles.append(item)
        else:
            issues.append(item)
        progress("ingest", len(articles) + len(issues), None)
    if not articles:
        reasons = "; ".join(sorted({f"{issue.source}: {issue.message}" for issue in issues})[:5])
        raise UsageError(f"nothing could be read from {', '.join(map(str, inputs))}" + (f" ({reasons})" if reasons else ""))
    return Reading(articles=tuple(sorted(articles, key=_article_order)), issues=tuple(issues))


def extract(articles: Sequence[Article], theatre: Theatre, *, progress: Progress = silent) -> Reading:
    """The claims of each article, their places not yet found."""
    extractor = Extractor(Registry(theatre.actors), Gazetteer.open(theatre), theatre)
    claims: list[Claim] = []
    issues: list[Issue] = []
    for done, article in enumerate(articles, 1):
        found = extractor.extract(article)
        claims += found.claims
        issues += found.issues
        progress("extract", done, len(articles))
    return Reading(tuple(articles), tuple(claims), tuple(issues))


def find_places(
    articles: Sequence[Article], claims: Iterable[Claim], theatre: Theatre, *, progress: Progress = silent
) -> Reading:
    """The same claims with their places found, or with the reason why not."""
    gazetteer = Gazetteer.open(theatre)
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article.id, []).append(claim)
    located: list[Claim] = []
    issues: list[Issue] = []
    for done, article in enumerate(articles, 1):
        found = locate.locate(article, by_article.get(article.id, []), gazetteer, theatre)
        located += found.claims
        issues += found.issues
        progress("locate", done, len(articles))
    return Reading(tuple(articles), tuple(sorted(located, key=lambda claim: claim.id)), tuple(issues))


def fold(
    reading: Reading, theatre: Theatre, *, judgements: Sequence[Judgement] = (), known_at: dt.date | None = None
) -> Timeline:
    """The timeline of located claims, with the names that a reader needs beside it."""
    gazetteer = Gazetteer.open(theatre)
    ids = sorted({claim.place.id for claim in reading.claims if claim.place.id})
    places = {place.id: place for place in map(gazetteer.get, ids) if place}
    return timeline.build(
        reading.claims,
        judgements,
        theatre.policy(),
        known_at,
        reprints=independence.reprints(reading.articles),
        places=places,
        actors={actor.id: actor for actor in theatre.actors},
    )


def _article_order(article: Article) -> tuple[str, str]:
    return (article.id, article.url or "")
