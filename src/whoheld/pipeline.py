"""The order of the stages: bytes -> articles -> claims -> located claims -> timeline."""

import datetime as dt
import hashlib
import io
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from whoheld import ingest, parts, tables, timeline
from whoheld import locate as locating
from whoheld.actors import Registry
from whoheld.errors import UsageError
from whoheld.extract import Extractor
from whoheld.gazetteer import Gazetteer
from whoheld.geodata import Theatre
from whoheld.ingest.inputs import STDIN, files, sidecar
from whoheld.model import Article, Claim, Issue, Judgement
from whoheld.parts import HERE, Found, Workers
from whoheld.publish.manifest import Digest, File, Size, input_files
from whoheld.scope import Scope
from whoheld.tables import TableMapping
from whoheld.timeline import Timeline, independence

Progress = Callable[[str, int, int | None], None]
"""Called with the stage's name, how many of its items are done, and of how many (None while unknown)."""


def silent(stage: str, done: int, total: int | None) -> None:
    """Show no progress."""


@dataclass(frozen=True)
class Reading:
    """What a set of articles says.

    Attributes:
        articles: sorted by id.
        inputs: the files they were read from, hashed.
        claims: located; sorted by id.
        issues: everything that was not done on the way, with its reason.
    """

    articles: tuple[Article, ...]
    inputs: tuple[File, ...]
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()

    @cached_property
    def reprints(self) -> tuple[tuple[str, str], ...]:
        """Pairs of ids of near-identical articles, sorted."""
        return tuple(sorted(independence.reprints(self.articles)))


def read(inputs: Sequence[str | Path], *, progress: Progress = silent) -> Reading:
    """The articles of files, folders, globs and standard input (``-``), in an order that the arguments' order does not change.

    Raises:
        UsageError: nothing among the inputs could be read.
    """
    piped = sys.stdin.buffer.read() if STDIN in map(str, inputs) else b""
    items = list(ingest.read(inputs, stdin=io.BytesIO(piped), progress=lambda done, total: progress("ingest", done, total)))
    articles = sorted((item for item in items if isinstance(item, Article)), key=_by_id)
    issues = tuple(item for item in items if isinstance(item, Issue))
    if not articles:
        raise UsageError(f"nothing could be read from {', '.join(map(str, inputs))}{_reasons(issues)}")
    return Reading(tuple(articles), _hashed(inputs, piped), issues=issues)


def extract(articles: Sequence[Article], scope: Scope, *, progress: Progress = silent) -> Found:
    """The claims of each article, their places not yet found."""
    extractors: dict[str, Extractor] = {}
    claims: list[Claim] = []
    issues: list[Issue] = []
    for done, article in enumerate(articles, 1):
        theatre = scope.of(article)
        if theatre.id not in extractors:
            extractors[theatre.id] = extractor(theatre, scope.work)
        found = extractors[theatre.id].extract(article)
        claims += found.claims
        issues += found.issues
        progress("extract", done, len(articles))
    return Found(tuple(claims), tuple(issues))


def extractor(theatre: Theatre, work: Path | None = None) -> Extractor:
    """What reads claims in a theatre, with the places that a work folder adds."""
    return Extractor(Registry(theatre.actors), Gazetteer.open(theatre, work), theatre)


def locate(articles: Sequence[Article], claims: Iterable[Claim], scope: Scope, *, progress: Progress = silent) -> Found:
    """The same claims with their places found, or with the reason why not; one text may decide what another leaves open."""
    gazetteers: dict[str, Gazetteer] = {}
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article.id, []).append(claim)
    located: list[Claim] = []
    issues: list[Issue] = []
    for done, article in enumerate(articles, 1):
        theatre = scope.of(article)
        if theatre.id not in gazetteers:
            gazetteers[theatre.id] = Gazetteer.open(theatre, scope.work)
        found = locating.locate(article, by_article.get(article.id, []), gazetteers[theatre.id], theatre)
        located += found.claims
        issues += found.issues
        progress("locate", done, len(articles))
    decided = locating.by_other_texts(located, issues)
    return Found(tuple(sorted(decided.claims, key=_by_id)), decided.issues)


def gather(
    inputs: Sequence[str | Path],
    scope: Scope,
    *,
    workers: Workers = HERE,
    progress: Progress = silent,
) -> Reading:
    """Everything that the articles say, with the places found: the first three stages in a row.

    Args:
        inputs: as for ``read``.
        scope: the theatres.
        workers: who extracts and locates.
        progress: is told how many articles are done.

    Raises:
        UsageError: nothing among the inputs could be read.
    """
    articles = read(inputs, progress=progress)
    said = understand(articles.articles, scope, workers=workers, progress=progress)
    return Reading(articles.articles, articles.inputs, said.claims, (*articles.issues, *said.issues))


def understand(
    articles: Sequence[Article],
    scope: Scope,
    *,
    workers: Workers = HERE,
    progress: Progress = silent,
) -> Found:
    """The located claims of articles, sorted by id, whoever reads them and in whichever order they are done."""
    cut = parts.cut(articles, scope)
    found: dict[int, Found] = {}
    done = 0
    progress("extract", 0, len(articles))
    for number, said in workers.read(cut):
        found[number] = said
        done += len(cut[number].articles)
        progress("extract", done, len(articles))
    ordered = [found[number] for number in sorted(found)]
    claims = sorted((claim for said in ordered for claim in said.claims), key=_by_id)
    return Found(*locating.by_other_texts(claims, [issue for said in ordered for issue in said.issues]))


def imported(table: Path, mapping: TableMapping, scope: Scope, *, progress: Progress = silent) -> Reading:
    """What a table of dated statuses says; its rows stand in the place of articles.

    Raises:
        DataError: the table cannot be read, or lacks a column of the mapping.
        UsageError: no row of it became a claim.
    """
    gazetteer = Gazetteer.open(scope.over(()), scope.work)
    found = tables.read(table, mapping, gazetteer, progress=lambda done, total: progress("import", done, total))
    if not found.claims:
        raise UsageError(f"no row of {table} became a claim{_reasons(found.issues)}")
    return Reading((), input_files([table]), found.claims, found.issues)


def fold(reading: Reading, scope: Scope, *, judgements: Sequence[Judgement] = (), known_at: dt.date | None = None) -> Timeline:
    """The timeline of located claims, with the names that a reader needs beside it."""
    theatre = scope.over(reading.articles)
    gazetteer = Gazetteer.open(theatre, scope.work)
    ids = {claim.place.id for claim in reading.claims if claim.place.id}
    places = {place.id: place for place in map(gazetteer.get, sorted(ids)) if place}
    actors = {actor.id: actor for actor in theatre.actors}
    return timeline.build(
        reading.claims, judgements, theatre.policy(), known_at, reprints=reading.reprints, places=places, actors=actors
    )


def _by_id(noun: Article | Claim) -> str:
    return noun.id


def _hashed(inputs: Sequence[str | Path], piped: bytes) -> tuple[File, ...]:
    """The files that were read with the metadata beside them, and what came in through the pipe."""
    names = [Path(name) for name in files(inputs)[0] if name != STDIN]
    read = input_files([*names, *map(sidecar, names)])
    if not piped:
        return read
    digest = Digest(sha256=hashlib.sha256(piped).hexdigest())
    return (File(name=STDIN, digest=digest, annotations=Size(size=len(piped))), *read)


def _reasons(issues: Sequence[Issue]) -> str:
    return ": " + "; ".join(sorted({f"{issue.source}: {issue.message}" for issue in issues})[:5]) if issues else ""
