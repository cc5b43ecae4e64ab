"""The main job, and the work folder that it may draw on."""

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from whoheld.cli.app import app
from whoheld.cli.options import Cluster, Jobs, Out, TheatreName, Title, care, look, options_of, workers
from whoheld.cli.summary import summarise
from whoheld.cli.terminal import err, out, progress
from whoheld.errors import UsageError
from whoheld.store import beside, require_replaceable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whoheld.edition import Care, Look
    from whoheld.model import Issue
    from whoheld.reading import Progress, Reading
    from whoheld.scope import Scope
    from whoheld.timeline import Timeline
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
@options_of(look=look, care=care)
def build(  # noqa: PLR0913, PLR0917 - the options of the command
    articles: Articles = None,
    theatre: TheatreName = "",
    out_folder: Out = Path("out"),
    work: Work = None,
    jobs: Jobs = None,
    cluster: Cluster = None,
    *,
    look: "Look",
    care: "Care",
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
    from whoheld import pipeline

    require_replaceable(out_folder)
    with _work_folder(work, theatre, articles, out_folder) as kept:
        with progress() as report:
            scope = _scope(theatre or kept.settings.theatre, kept if work else None)
            missing = _taken_in(kept, articles or [], jobs, report, tell=work is not None)
            with workers(jobs, cluster, scope, out_folder) as readers:
                reading = pipeline.gather_from(
                    kept, scope, inputs=articles or [], as_of=care.as_of, issues=missing, workers=readers, progress=report
                )
                timeline = _published(kept, reading, scope, out_folder, look, care, report)
        summarise(timeline, len(reading.articles), out_folder)


def _published(  # noqa: PLR0913, PLR0917 - what is published, where, and how
    kept: "WorkFolder", reading: "Reading", scope: "Scope", out_folder: Path, look: "Look", care: "Care", report: "Progress"
) -> "Timeline":
    """Publish what a work folder says, with the words of its owner."""
    from whoheld import edition
    from whoheld.workfolder import CACHE

    return edition.publish(
        reading,
        scope,
        out_folder,
        judgements=kept.judgements(),
        policy=kept.settings.policy,
        look=look._replace(title=look.title or kept.settings.title),
        care=care,
        memory=edition.Memory.of(kept.path / CACHE),
        progress=report,
    )


@contextmanager
def _work_folder(path: Path | None, theatre: str, articles: list[str] | None, out_folder: Path) -> "Iterator[WorkFolder]":
    """The work folder; one for this run only where none is asked for."""
    from whoheld import settings, workfolder

    if path is None:
        if not articles:
            raise UsageError("name articles to read, or a work folder with --work")
        with beside(out_folder, "reading") as folder:
            yield workfolder.create(folder, theatre or "auto")
    elif (path / settings.NAME).exists():
        yield workfolder.opened(path)
    else:
        yield workfolder.create(path, theatre or "auto")


def _scope(theatre: str, kept: "WorkFolder | None") -> "Scope":
    from whoheld.scope import Scope

    return Scope.named(theatre, kept.path if kept else None)


def _taken_in(
    kept: "WorkFolder", articles: list[str], jobs: int | None, report: "Progress", *, tell: bool
) -> "tuple[Issue, ...]":
    """Bring in what is new; returns what is to be said of paths that lead nowhere."""
    from whoheld import reading

    added, missing = reading.take_in(kept, articles, jobs=jobs, progress=report)
    if articles and tell:
        changed = f", {added.versions} of them new versions of known ones" if added.versions else ""
        err.print(Text(f"{kept.path}: {added.new} new articles{changed}; {added.known} were there"))
    return missing
