"""The stages of ``build``, each alone, handing their files on through a work folder's cache."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from whoheld import stagefiles
from whoheld.cli.app import app
from whoheld.cli.days import day_or_none
from whoheld.cli.options import AsOf, Jobs, Out, TheatreName, care, look, options_of
from whoheld.cli.summary import summarise
from whoheld.cli.terminal import err, progress
from whoheld.model import Article, Claim, Issue

if TYPE_CHECKING:
    from whoheld.edition import Care, Look
    from whoheld.model import Judgement
    from whoheld.reading import Reading
    from whoheld.scope import Scope

Articles = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, globs, or - for standard input: text, HTML, JSON Lines, RSS, Atom, WARC.", show_default=False
    ),
]
Work = Annotated[Path, typer.Option("--work", "-w", help="The work folder that the stages hand their files through.")]


@app.command()
def ingest(articles: Articles, work: Work = Path("work"), as_of: AsOf = None, jobs: Jobs = None) -> None:
    """Read articles into WORK/cache/articles.jsonl."""
    from whoheld import reading

    with progress() as report:
        read = reading.read(articles, as_of=day_or_none(as_of), jobs=jobs, progress=report)
    stagefiles.write(work, "articles", list(read.articles.each()))
    stagefiles.write(work, "inputs", list(read.inputs))
    stagefiles.write(work, "issues.ingest", read.issues)
    _said(work, "articles", len(read.articles), read.issues)


@app.command()
def extract(theatre: TheatreName = "auto", work: Work = Path("work"), jobs: Jobs = None) -> None:
    """Take the claims out of WORK/cache/articles.jsonl into WORK/cache/extracted.jsonl."""
    from whoheld import pipeline
    from whoheld.processes import FEW, Processes
    from whoheld.scope import Scope

    articles, scope = stagefiles.read(work, "articles", Article), Scope.named(theatre, work)
    with progress() as report:
        found = pipeline.extract(articles, scope, workers=Processes(jobs, few=FEW), progress=report)
    stagefiles.write(work, "extracted", found.claims)
    stagefiles.write(work, "issues.extract", found.issues)
    _said(work, "extracted", len(found.claims), found.issues)


@app.command()
def locate(theatre: TheatreName = "auto", work: Work = Path("work")) -> None:
    """Find the places of WORK/cache/extracted.jsonl and write WORK/cache/claims.jsonl."""
    from whoheld import pipeline
    from whoheld.scope import Scope

    articles, claims = stagefiles.read(work, "articles", Article), stagefiles.read(work, "extracted", Claim)
    with progress() as report:
        located = pipeline.locate(articles, claims, Scope.named(theatre, work), progress=report)
    stagefiles.write(work, "claims", located.claims)
    stagefiles.write(work, "issues.locate", located.issues)
    _said(work, "claims", len(located.claims), located.issues)


@app.command()
def timeline(theatre: TheatreName = "auto", work: Work = Path("work")) -> None:
    """Fold WORK/cache/claims.jsonl into dated intervals, WORK/cache/controls.jsonl."""
    from whoheld import pipeline
    from whoheld.scope import Scope

    scope = Scope.named(theatre, work)
    folded = pipeline.fold(pipeline.grounds(_reading(work, scope), scope, judgements=_judgements(work)))
    stagefiles.write(work, "controls", folded.controls)
    stagefiles.write(work, "issues.timeline", folded.issues)
    _said(work, "controls", len(folded.controls), folded.issues)


@app.command()
@options_of(look=look, care=care)
def publish(
    look: "Look", care: "Care", theatre: TheatreName = "auto", work: Work = Path("work"), out_folder: Out = Path("out")
) -> None:
    """Publish the claims of a work folder: the page and all layers."""
    from whoheld import edition
    from whoheld.scope import Scope

    scope = Scope.named(theatre, work)
    reading = _reading(work, scope)
    folded = edition.publish(reading, scope, out_folder, judgements=_judgements(work), look=look, care=care)
    summarise(folded, len(reading.articles), out_folder)


def _reading(work: Path, scope: "Scope") -> "Reading":
    from whoheld.articles import Articles
    from whoheld.claims import Claims
    from whoheld.issues import Issues
    from whoheld.publish.manifest import File, Files
    from whoheld.reading import Reading

    issues = [issue for stage in ("ingest", "extract", "locate") for issue in stagefiles.read(work, f"issues.{stage}", Issue)]
    articles, inputs = stagefiles.read(work, "articles", Article), Files(stagefiles.read(work, "inputs", File))
    theatres = tuple(sorted({scope.of(article).id for article in articles}))
    claims = Claims.of(stagefiles.read(work, "claims", Claim))
    return Reading(Articles.of(articles), inputs, claims, Issues.of(issues), theatres)


def _judgements(work: Path) -> "Iterator[Judgement]":
    from whoheld.workfolder import WorkFolder

    return WorkFolder(work).judgements()


def _said(work: Path, name: str, count: int, issues: Sequence[Issue]) -> None:
    err.print(Text(f"{stagefiles.path_of(work, name)}: {count} rows, {len(issues)} issues listed beside it"))
