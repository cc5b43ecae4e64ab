"""The order of the stages: bytes -> articles -> claims -> located claims -> timeline."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from whoheld import byhand, parts, reprinted, sayings, timeline
from whoheld import locate as locating
from whoheld.articles import Articles
from whoheld.claims import Claims
from whoheld.errors import UsageError
from whoheld.extract import Extractor
from whoheld.following import follow
from whoheld.gazetteer import Gazetteer
from whoheld.geodata import Theatre
from whoheld.issues import Issues
from whoheld.memo import Memo, Unkept
from whoheld.model import Actor, Article, Claim, Issue, Judgement, Place, Policy
from whoheld.parts import HERE, Workers
from whoheld.processes import FEW, Processes
from whoheld.publish.manifest import input_files
from whoheld.reading import Progress, Reading, read, reasons, recall, silent
from whoheld.scope import Scope
from whoheld.timeline import Timeline, flattened
from whoheld.workfolder import CACHE, WorkFolder

if TYPE_CHECKING:
    from whoheld.tables import Imported, TableMapping


_READERS = Processes(few=FEW)


class Found(NamedTuple):
    """Claims, and what was not done on the way."""

    claims: tuple[Claim, ...]
    issues: tuple[Issue, ...]


class Understood(NamedTuple):
    """What articles say: claims with their places found or not, what was not done, and the theatres that they were read in."""

    claims: Claims
    issues: Issues
    theatres: frozenset[str]


class Grounds(NamedTuple):
    """Everything that a timeline is folded from.

    Attributes:
        claims: located.
        judgements: with the ids that their claims have now.
        policy: numbers and sides.
        reprints: pairs of ids of near-identical articles.
        places: by id, all that claims and amendments speak of.
        actors: by id.
        issues: everything that was not done on the way here.
    """

    claims: Claims
    judgements: tuple[Judgement, ...]
    policy: Policy
    reprints: tuple[tuple[str, str], ...]
    places: Mapping[str, Place]
    actors: Mapping[str, Actor]
    issues: Issues


def gather(  # noqa: PLR0913 - the first two are what is read, the others how
    inputs: Sequence[str | Path],
    scope: Scope,
    *,
    as_of: dt.date | None = None,
    jobs: int | None = None,
    workers: Workers = _READERS,
    progress: Progress = silent,
) -> Reading:
    """Everything that the articles say, with the places found: the first three stages in a row.

    Args:
        inputs: as for ``read``.
        scope: the theatres.
        as_of: as for ``read``.
        jobs: as for ``read``.
        workers: who extracts and locates.
        progress: is told how many articles are done.

    Raises:
        UsageError: nothing among the inputs could be read.
    """
    reading = read(inputs, as_of=as_of, jobs=jobs, progress=progress)
    said = understand(reading.articles, scope, workers=workers, progress=progress)
    return replace(reading, claims=said.claims, issues=reading.issues + said.issues, theatres=tuple(sorted(said.theatres)))


def gather_from(  # noqa: PLR0913 - as above
    work: WorkFolder,
    scope: Scope,
    *,
    inputs: Sequence[str | Path] = (),
    as_of: dt.date | None = None,
    issues: Iterable[Issue] = (),
    workers: Workers = _READERS,
    progress: Progress = silent,
) -> Reading:
    """The same of a work folder, and the claims entered by hand; what was understood before is not read again.

    Raises:
        DataError: something in it is not as it was stored.
        UsageError: there is no article in it, nor a claim entered by hand.
    """
    reading = recall(work, inputs=inputs, as_of=as_of, issues=issues)
    memo = sayings.memo(scope, work.path / CACHE)
    said = understand(reading.articles, scope, memo=memo, workers=workers, progress=progress)
    entries = list(byhand.entries(work))
    quoted = {article.id: article for article in map(byhand.article, entries)}
    entered = locate(list(quoted.values()), map(byhand.claim, entries), scope)
    return replace(
        reading,
        articles=reading.articles.beside(quoted.values()),
        claims=said.claims.replacing(entered.claims),
        issues=reading.issues + said.issues + entered.issues,
        theatres=tuple(sorted({*said.theatres, *(scope.of(article).id for article in quoted.values())})),
        compare=partial(reprinted.remembered, folder=work.path / CACHE, progress=partial(progress, "compare")),
    )


def extract(articles: Sequence[Article], scope: Scope, *, workers: Workers = HERE, progress: Progress = silent) -> Found:
    """The claims of each article, in their order, their places not yet found."""
    claims: list[Claim] = []
    issues: list[Issue] = []
    done = 0
    for said in workers.read(parts.cut(articles, scope, locating=False)):
        claims += map(Claim.model_validate_json, flattened(said["claims"])["json"].to_pylist())
        issues += Issues(flattened(said["issues"]))
        done += said.num_rows
        progress("extract", done, len(articles))
    return Found(tuple(claims), tuple(issues))


def extractor(theatre: Theatre) -> Extractor:
    """What reads claims in a theatre as it is shipped."""
    found, _ = parts.shipped(theatre)
    return found


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
    decided, left = locating.by_other_texts(Claims.of(located), issues)
    return Found(tuple(decided.each()), tuple(left))


def spellings(articles: Iterable[Article], claims: Iterable[Claim], scope: Scope) -> dict[str, tuple[str, ...]]:
    """The id of each place that located claims of these articles mean -> all its names, in every language."""
    theatres = {article.id: scope.of(article) for article in articles}
    gazetteers = {theatre.id: Gazetteer.open(theatre, scope.work) for theatre in theatres.values()}
    told = {claim.place.id: theatres[claim.article.id].id for claim in claims if claim.place.id is not None}
    places = ((found, gazetteers[theatre].get(found)) for found, theatre in told.items())
    return {found: (place.name, *chain.from_iterable(place.names.values())) for found, place in places if place is not None}


def understand(
    articles: Articles,
    scope: Scope,
    *,
    memo: Memo | None = None,
    workers: Workers = _READERS,
    progress: Progress = silent,
) -> Understood:
    """What articles say, whoever reads them; one text may decide what another leaves open."""
    said = sayings.remembered(articles, scope, memo or Unkept(), workers, partial(progress, "extract"))
    claims, issues = locating.by_other_texts(sayings.claims_of(said), sayings.issues_of(said))
    return Understood(claims, issues, frozenset(said.table("theatre")["theatre"].unique().to_pylist()))


def imported(
    table: Path, mapping: "TableMapping", scope: Scope, *, keep: Path | None = None, progress: Progress = silent
) -> "tuple[Reading, Imported]":
    """What a table of dated statuses says, as a reading, of which its rows are the articles, and with its rows counted.

    Args:
        table: a CSV or Parquet file.
        mapping: what its columns mean.
        scope: whose actors and places it names.
        keep: a file to write the claims to, which then stay there instead of in memory.
        progress: told of the histories done (of one place in one status column), and of all.

    Raises:
        DataError: the table cannot be read, or lacks a column of the mapping.
        UsageError: no row of it became a claim.
    """
    from whoheld import tables  # noqa: PLC0415 - one command needs it

    theatre = scope.over(())
    # Ids may be anybody's; names are the table's own, but for the theatre's places, whose names are as well kept.
    gazetteer = Gazetteer.open(theatre, scope.work) if mapping.columns.id else Gazetteer(theatre.places, ())
    found = tables.read(table, mapping, gazetteer, keep=keep, progress=lambda done, total: progress("import", done, total))
    if not found.rows:
        raise UsageError(f"{table} has a header and no row below it")
    if not found.claims:
        raise UsageError(f"no row of {table} became a claim{reasons(found.issues)}")
    attribution = tuple(filter(None, [mapping.attribution]))
    issues = found.issues + tables.doubts(found.claims, theatre.file.bbox, theatre.file.first_day)
    return Reading(Articles.of(()), input_files([table]), found.claims, issues, attribution=attribution), found


def grounds(
    reading: Reading, scope: Scope, *, judgements: Iterable[Judgement] = (), policy: Mapping[str, int] = MappingProxyType({})
) -> Grounds:
    """What the timeline of a reading is folded from, with the names that a reader needs beside it.

    Args:
        reading: what the articles say.
        scope: as it was read in.
        judgements: a person's words; each is applied to the statement that it was said of, or listed.
        policy: numbers that go before the theatre's own.
    """
    theatre = scope.over(reading.theatres)
    gazetteer = Gazetteer.open(theatre, scope.work)
    followed = follow(judgements, reading.claims)
    ids = set(reading.claims.table["place"].unique().to_pylist()) | {word.amend.get("place") for word in followed.applied}
    named = sorted(place for place in ids if isinstance(place, str))
    return Grounds(
        claims=reading.claims,
        judgements=followed.applied,
        policy=theatre.policy().model_copy(update=dict(policy)),
        reprints=reading.reprints,
        places={place.id: place for place in map(gazetteer.get, named) if place},
        actors={actor.id: actor for actor in theatre.actors},
        issues=reading.issues + followed.issues(),
    )


def fold(given: Grounds, known_at: dt.date | None = None, memo: Memo | None = None, *, progress: Progress = silent) -> Timeline:
    """The timeline; with ``known_at`` as it was known on that day. Its issues are those of all stages.

    Args:
        given: what it is folded from.
        known_at: nothing published later counts.
        memo: keeps what is told of each place.
        progress: told of how many places are folded.
    """
    claims, judgements, policy, reprints, places, actors, issues = given
    told = partial(progress, "fold")
    folded = timeline.build(
        claims, judgements, policy, known_at, reprints=reprints, places=places, actors=actors, memo=memo, progress=told
    )
    return replace(folded, issues=issues + folded.issues)
