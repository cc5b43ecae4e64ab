"""What a set of articles says, and where its articles come from: files, or a work folder."""

import datetime as dt
import io
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import pyarrow as pa
import pyarrow.compute as pc

from whoheld import byhand, ingest, intake, stored
from whoheld.articles import SCHEMA, Articles
from whoheld.claims import Claims
from whoheld.errors import UsageError
from whoheld.ingest import Version
from whoheld.ingest.inputs import STDIN
from whoheld.intake import Added
from whoheld.interval import bounds
from whoheld.issues import Issues
from whoheld.model import Issue
from whoheld.publish.manifest import Files, input_files, of_bytes
from whoheld.stored import Copy
from whoheld.timeline import flattened, independence
from whoheld.workfolder import WorkFolder

Noun = TypeVar("Noun")

Progress = Callable[[str, int, int | None], None]
"""Called with the stage's name, how many of its items are done, and of how many (None while unknown)."""

Compare = Callable[[Articles], frozenset[tuple[str, str]]]


def _each_with_each(articles: Articles) -> frozenset[tuple[str, str]]:
    return independence.reprints(list(articles.each()))


def silent(stage: str, done: int, total: int | None) -> None:
    """Show no progress."""


@dataclass(frozen=True)
class Reading:
    """What a set of articles says.

    Attributes:
        articles: sorted by id.
        inputs: what they were read from, hashed.
        claims: located; sorted by id.
        issues: everything that was not done on the way, with its reason.
        theatres: ids of those that the articles were read in.
        attribution: a line for each source beside those of the theatres, with its licence.
        compare: finds the pairs among articles that are near-identical.
    """

    articles: Articles
    inputs: Files
    claims: Claims = field(default_factory=lambda: Claims.of(()))
    issues: Issues = field(default_factory=lambda: Issues.of(()))
    theatres: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()
    compare: Compare = _each_with_each

    @cached_property
    def reprints(self) -> tuple[tuple[str, str], ...]:
        """Pairs of ids of near-identical articles that claim something, sorted."""
        telling = set(self.claims.table["article"].unique().to_pylist())
        return tuple(sorted(self.compare(self.articles.only(telling))))


def read(
    inputs: Sequence[str | Path], *, as_of: dt.date | None = None, jobs: int | None = None, progress: Progress = silent
) -> Reading:
    """The articles of files, folders, globs and standard input (``-``), in an order that the arguments' order does not change.

    Args:
        inputs: what to read.
        as_of: an article published after this day is listed and left out, for its date cannot be true.
        jobs: how many processes read pages and feeds; the number of processors, up to eight, by default.
        progress: told of every file.

    Raises:
        UsageError: nothing among the inputs could be read.
    """
    piped = _piped(inputs)
    items = ingest.read(inputs, stdin=io.BytesIO(piped), jobs=jobs, progress=_of_ingest(progress))
    names = [Path(name) for name in ingest.files(inputs)[0] if name != STDIN]
    files = Files([*([of_bytes(STDIN, piped)] if piped else []), *input_files([*names, *map(ingest.sidecar, names)])])
    articles, issues = _parted(items)
    reading = _until(Reading(Articles.of(articles), files, issues=Issues.of(issues)), as_of)
    if not reading.articles:
        raise UsageError(f"nothing could be read from {', '.join(map(str, inputs))}{reasons(reading.issues)}")
    return reading


def take_in(
    work: WorkFolder, inputs: Sequence[str | Path], *, jobs: int | None = None, progress: Progress = silent
) -> tuple[Added, tuple[Issue, ...]]:
    """Bring what is new among the inputs into a work folder; with an issue for each that leads nowhere.

    Raises:
        DataError: a line of a journal is damaged.
        UsageError: another process has been adding articles for too long.
    """
    return intake.take_in(work, inputs, piped=_piped(inputs), jobs=jobs, progress=_of_ingest(progress))


def recall(
    work: WorkFolder, *, inputs: Sequence[str | Path] = (), as_of: dt.date | None = None, issues: Iterable[Issue] = ()
) -> Reading:
    """The articles of a work folder, as ``read`` gives those of files.

    Args:
        work: the folder.
        inputs: what was to be brought into it just before.
        as_of: as for ``read``.
        issues: what else is to be said.

    Raises:
        DataError: something in it is not as it was stored.
        UsageError: there is no article in it, nor a claim entered by hand.
    """
    kept, seen = stored.last(work.kept(), "source", "sha256"), work.seen()
    versions, copies = _parted(ingest.unique(stored.documents(kept)))
    of_articles, of_files = (Issues(flattened(table["issues"])) for table in (kept, stored.last(seen, "name")))
    reading = Reading(
        Articles(_headings(kept, versions), work.text),
        Files.of_rows(flattened(seen["files"])),
        issues=Issues.of(issues) + of_articles + of_files + copies,
    )
    reading = _until(reading, as_of)
    if reading.articles or any(byhand.entries(work)):
        return reading
    if inputs:
        raise UsageError(f"nothing could be read from {', '.join(map(str, inputs))}{reasons(reading.issues)}")
    said = reasons(reading.issues) or f": name some, as in `whoheld build ARTICLES --work {work.path}`"
    raise UsageError(f"{work.path} holds no article yet{said}")


def _parted(items: Iterable[Noun | Issue]) -> tuple[list[Noun], list[Issue]]:
    """What was found, and what is to be said."""
    nouns: list[Noun] = []
    issues: list[Issue] = []
    for item in items:
        if isinstance(item, Issue):
            issues.append(item)
        else:
            nouns.append(item)
    return nouns, issues


def _headings(kept: pa.Table, versions: Sequence[Version[Copy]]) -> pa.Table:
    """The headings of some versions of articles."""
    rows, known_from = ([version.article.row for version in versions], [version.known_from for version in versions])
    table = kept.select(SCHEMA.names).take(pa.array(rows, pa.int64()))
    return table.set_column(SCHEMA.get_field_index("known_from"), "known_from", pa.array(known_from, pa.date32()))


def _until(reading: Reading, as_of: dt.date | None) -> Reading:
    """Without the articles that a day cannot know; each is listed."""
    if as_of is None:
        return reading
    table = reading.articles.table
    first = (day and bounds(day).earliest for day in table["published"].to_pylist())
    later = pa.array([day is not None and day > as_of for day in first], pa.bool_())
    left_out = table.filter(later).select(["published", "source", "id"]).to_pylist()
    return replace(
        reading,
        articles=reading.articles.only(table.filter(pc.invert(later))["id"].to_pylist()),
        issues=reading.issues + [_future(**article, as_of=as_of) for article in left_out],
    )


def _future(*, published: str, source: str, id: str, as_of: dt.date) -> Issue:  # noqa: A002 - a column's name
    message = f"its publication date {published} lies after {as_of}, the day asked about: it was left out"
    return Issue(stage="ingest", kind="future_date", message=message, source=source, article=id)


def _of_ingest(progress: Progress) -> Callable[[int, int], None]:
    return lambda done, total: progress("ingest", done, total)


def _piped(inputs: Sequence[str | Path]) -> bytes:
    return sys.stdin.buffer.read() if STDIN in map(str, inputs) else b""


def reasons(issues: Iterable[Issue]) -> str:
    """Why nothing came of some inputs, for the end of a message."""
    said = sorted({f"{issue.source}: {issue.message}" for issue in issues})[:5]
    return f": {'; '.join(said)}" if said else ""
