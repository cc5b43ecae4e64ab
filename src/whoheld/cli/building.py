"""The main job, and the work folder that it may draw on."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from whoheld.cli.app import app
from whoheld.cli.days import window
from whoheld.cli.options import (
    Areas,
    AsOf,
    Basemap,
    Cluster,
    Coarsen,
    Delay,
    First,
    Jobs,
    Language,
    Last,
    Out,
    Quotes,
    Redact,
    TheatreName,
    Title,
    care,
    workers,
)
from whoheld.cli.summary import summarise
from whoheld.cli.terminal import err, out, progress
from whoheld.errors import UsageError

if TYPE_CHECKING:
    from whoheld.edition import Care
    from whoheld.parts import Workers
    from whoheld.reading import Progress, Reading
    from whoheld.scope import Scope
    from whoheld.workfolder import WorkFolder

Articles = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files, folders, globs, or - for standard input: text, HTML, JSON Lines, RSS, Atom, WARC. With --work, what is new.",
        show_default=False,
    ),
]
Work = Annotated[
    Path | None,
    typer.Option(
        "--work",
        "-w",
        help="A work folder: keeps articles and judgements; made if missing.",
        show_default=False,
    ),
]


@app.command()
def init(
    name: Annotated[Path, typer.Argument(help="The new folder.", show_default=False)],
    theatre: TheatreName = "auto",
    title: Title = None,
) -> None:
    """Make a work folder: it keeps articles, your judgements and settings, so that a later build reads only what is new.

    Everything in it is text that you can read, keep in git and merge: whoheld.toml (theatre, title, numbers of the policy),
    articles.jsonl, judgements.jsonl, and the articles themselves.

    Example: `whoheld init euphrates --theatre syria`, then `whoheld build articles/ --work euphrates`
    """
    from whoheld import workfolder

    made = workfolder.create(name, theatre, title=title)
    out.print(Text(f"{made.path} is ready. Bring articles in with:  whoheld build ARTICLES... --work {made.path}"))


@app.command()
def build(  # noqa: PLR0913, PLR0917 - the options of the command
    articles: Articles = None,
    theatre: TheatreName = "",
    out_folder: Out = Path("out"),
    work: Work = None,
    title: Title = None,
    language: Language = None,
    evidence: Quotes = True,
    areas: Areas = False,
    basemap: Basemap = "outline",
    first: First = None,
    last: Last = None,
    as_of: AsOf = None,
    delay: Delay = None,
    coarsen: Coarsen = None,
    redact: Redact = None,
    jobs: Jobs = None,
    cluster: Cluster = None,
) -> None:
    """The main job: articles in, a published folder out.

    Writes index.html (open it in any browser, no network needed), control.geojson, .parquet, .gpkg, .kml, .csv, claims.jsonl,
    issues.jsonl (what was not done and why) and manifest.json.

    With --work, articles are kept, only new ones are read, and your judgements apply.
    To publish without harm: --delay holds back fresh news, --coarsen blurs points, --redact takes names out. The work folder
    keeps the evidence whole.
    With --cluster, Dask workers read the articles, in parts that are kept beside the output until it is published: a build that
    was broken off goes on where it stood.

    Examples: `whoheld build articles/ --theatre syria --out out/`, `whoheld build new.html --work euphrates`,
    `whoheld build --work euphrates --delay 72h --coarsen 5km --redact names.txt --out public/`
    """
    from whoheld import edition

    careful, shown = care(as_of, delay, coarsen, redact), window(first, last)
    kept = _work_folder(work, theatre) if work else None
    scope = _scope(theatre, kept)
    with progress() as report, workers(jobs, cluster, scope, out_folder) as readers:
        reading = _gather(articles or [], scope, kept, careful, jobs, readers, report)
        report("publish", 0, 1)
        timeline = edition.publish(
            reading,
            scope,
            out_folder,
            judgements=kept.judgements() if kept else (),
            policy=kept.settings.policy if kept else {},
            look=edition.Look(title or (kept.settings.title if kept else None), language, evidence, areas, basemap, shown),
            care=careful,
        )
        report("publish", 1, 1)
    summarise(timeline, len(reading.articles), out_folder)


def _work_folder(path: Path, theatre: str) -> "WorkFolder":
    from whoheld import settings, workfolder

    if not (path / settings.NAME).exists():
        return workfolder.create(path, theatre or "auto")
    return workfolder.opened(path)


def _scope(theatre: str, kept: "WorkFolder | None") -> "Scope":
    from whoheld.scope import AUTO, Scope

    return Scope.named(theatre or (kept.settings.theatre if kept else AUTO), kept.path if kept else None)


def _gather(  # noqa: PLR0913, PLR0917 - what the command was given
    articles: list[str],
    scope: "Scope",
    kept: "WorkFolder | None",
    careful: "Care",
    jobs: int | None,
    readers: "Workers",
    report: "Progress",
) -> "Reading":
    from whoheld import pipeline, reading

    if kept is None:
        if not articles:
            raise UsageError("name articles to read, or a work folder with --work")
        return pipeline.gather(articles, scope, as_of=careful.as_of, jobs=jobs, workers=readers, progress=report)
    added, missing = reading.take_in(kept, articles, jobs=jobs, progress=report)
    if articles:
        changed = f", {added.versions} of them new versions of known ones" if added.versions else ""
        err.print(Text(f"{kept.path}: {added.new} new articles{changed}; {added.known} were there"))
    return pipeline.gather_from(kept, scope, as_of=careful.as_of, issues=missing, workers=readers, progress=report)
