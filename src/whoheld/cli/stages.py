"""``build``, and each of its stages alone."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from whoheld import stagefiles
from whoheld.cli.app import app
from whoheld.cli.terminal import err, out, progress
from whoheld.model import Article, Claim, Issue
from whoheld.publish.escaping import visible

if TYPE_CHECKING:
    from whoheld.pipeline import Reading
    from whoheld.timeline import Timeline

Articles = Annotated[
    list[str],
    typer.Argument(help="Files, folders, globs, or - for standard input: plain text, HTML, JSON Lines.", show_default=False),
]
TheatreName = Annotated[
    str,
    typer.Option("--theatre", "-t", help="The conflict: a folder of geodata. `whoheld check` lists them.", show_default=False),
]
Out = Annotated[Path, typer.Option("--out", "-o", help="The folder to publish into; it is replaced whole or not at all.")]
Work = Annotated[Path, typer.Option("--work", "-w", help="The work folder that the stages hand their files through.")]
Own = Annotated[
    Path | None, typer.Option("--work", "-w", help="A work folder whose gazetteers and pinned names take part; none is needed.")
]
Title = Annotated[str | None, typer.Option("--title", help="The title of the map page; the theatre's by default.")]
Language = Annotated[str, typer.Option(help="The page's language at first: en or ar.")]
Quotes = Annotated[
    bool, typer.Option("--evidence/--no-evidence", help="Put the quotes into the page; claims.jsonl has them anyway.")
]
Areas = Annotated[bool, typer.Option("--areas", help="Draw estimated areas from the start; they are marked as estimated.")]
Basemap = Annotated[str, typer.Option(help="outline, none, or an https tile address, for which the page then asks the network.")]


@app.command()
def build(  # noqa: PLR0913, PLR0917 - the options of the command
    articles: Articles,
    theatre: TheatreName = "auto",
    out_folder: Out = Path("out"),
    work: Own = None,
    title: Title = None,
    language: Language = "en",
    evidence: Quotes = True,
    areas: Areas = False,
    basemap: Basemap = "outline",
) -> None:
    """The main job: articles in, a published folder out.

    Writes index.html (open it in any browser, no network needed), control.geojson, .parquet, .gpkg, .kml, .csv, claims.jsonl,
    issues.jsonl (what was not done and why) and manifest.json.

    Example: `whoheld build articles/ --theatre syria --out out/`
    """
    from whoheld import edition, pipeline
    from whoheld.scope import Scope

    scope = Scope.named(theatre, work)
    with progress() as report:
        reading = pipeline.gather(articles, scope, progress=report)
        report("timeline", 0, 1)
        timeline = pipeline.fold(reading, scope)
        report("timeline", 1, 1)
        report("publish", 0, 1)
        edition.publish(
            timeline, reading, scope.over(reading.articles), out_folder, edition.Look(title, language, evidence, areas, basemap)
        )
        report("publish", 1, 1)
    summarise(reading, timeline, out_folder)


@app.command()
def ingest(articles: Articles, work: Work = Path("work")) -> None:
    """Read articles into WORK/cache/articles.jsonl."""
    from whoheld import pipeline

    with progress() as report:
        read = pipeline.read(articles, progress=report)
    stagefiles.write(work, "articles", read.articles)
    stagefiles.write(work, "inputs", read.inputs)
    stagefiles.write(work, "issues.ingest", read.issues)
    _said(work, "articles", len(read.articles), read.issues)


@app.command()
def extract(theatre: TheatreName = "auto", work: Work = Path("work")) -> None:
    """Take the claims out of WORK/cache/articles.jsonl into WORK/cache/extracted.jsonl."""
    from whoheld import pipeline
    from whoheld.scope import Scope

    with progress() as report:
        found = pipeline.extract(stagefiles.read(work, "articles", Article), Scope.named(theatre, work), progress=report)
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

    reading = _reading(work)
    folded = pipeline.fold(reading, Scope.named(theatre, work))
    stagefiles.write(work, "controls", folded.controls)
    stagefiles.write(work, "issues.timeline", folded.issues)
    _said(work, "controls", len(folded.controls), folded.issues)


@app.command()
def publish(  # noqa: PLR0913, PLR0917 - the options of the command
    theatre: TheatreName = "auto",
    work: Work = Path("work"),
    out_folder: Out = Path("out"),
    title: Title = None,
    language: Language = "en",
    evidence: Quotes = True,
    areas: Areas = False,
    basemap: Basemap = "outline",
) -> None:
    """Publish the claims of a work folder: the page and all layers."""
    from whoheld import edition, pipeline
    from whoheld.scope import Scope

    reading = _reading(work)
    scope = Scope.named(theatre, work)
    folded = pipeline.fold(reading, scope)
    edition.publish(
        folded, reading, scope.over(reading.articles), out_folder, edition.Look(title, language, evidence, areas, basemap)
    )
    summarise(reading, folded, out_folder)


def _reading(work: Path) -> "Reading":
    from whoheld.pipeline import Reading
    from whoheld.publish.manifest import File

    issues = [issue for stage in ("ingest", "extract", "locate") for issue in stagefiles.read(work, f"issues.{stage}", Issue)]
    articles, inputs = stagefiles.read(work, "articles", Article), stagefiles.read(work, "inputs", File)
    return Reading(articles, inputs, stagefiles.read(work, "claims", Claim), tuple(issues))


def summarise(reading: "Reading", timeline: "Timeline", folder: Path) -> None:
    """The closing table: how much was read, found, located, and what was left out with its reason."""
    located = sum(claim.place.id is not None for claim in reading.claims)
    disputed = len({control.place_id for control in timeline.controls if control.status == "disputed"})
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(justify="right")
    table.add_column()
    for count, words in (
        (len(reading.articles), "articles read"),
        (len(reading.claims), "claims"),
        (located, "of them located"),
        (len(reading.claims) - located, "unresolved or ambiguous, listed and drawn nowhere"),
        (len(timeline.places), "places on the map"),
        (disputed, "places disputed at some time"),
    ):
        table.add_row(str(count), words)
    out.print(table)
    _skipped(reading.issues)
    out.print(Text(f"Open {folder / 'index.html'} in any browser."))


def _skipped(issues: Sequence[Issue]) -> None:
    skipped = [issue for issue in issues if issue.stage == "ingest"]
    if skipped:
        table = Table("skipped or flagged", "what", "why", box=None, pad_edge=False)
        for issue in skipped:
            table.add_row(Text(visible(issue.source or "")), Text(issue.kind), Text(visible(issue.message)))
        out.print(table)
    rest = Counter((issue.stage, issue.kind) for issue in issues if issue.stage != "ingest")
    if rest:
        words = ", ".join(f"{count} {kind}" for (_, kind), count in sorted(rest.items()))
        out.print(Text(f"listed in issues.jsonl: {words}"))


def _said(work: Path, name: str, count: int, issues: Sequence[Issue]) -> None:
    err.print(Text(f"{stagefiles.path_of(work, name)}: {count} rows, {len(issues)} issues listed beside it"))
