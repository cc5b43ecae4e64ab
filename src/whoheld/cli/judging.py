"""An analyst's word, from a script: on a claim, on an article, or a claim of one's own; ``review`` asks claim by claim."""

import datetime as dt
import getpass
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.text import Text

from whoheld.cli.app import app
from whoheld.cli.terminal import err, out, progress
from whoheld.errors import UsageError
from whoheld.model import Judgement, Relation
from whoheld.publish.escaping import visible

if TYPE_CHECKING:
    from whoheld.desk import Desk

claims = typer.Typer(no_args_is_help=True, help="Claims that a person enters: from a paper, a post, a film.")
app.add_typer(claims, name="claim")

Work = Annotated[Path, typer.Option("--work", "-w", help="The work folder that keeps your word.", show_default=False)]
Who = Annotated[
    str | None, typer.Option(help="Whose word it is; your login name without it. Kept in the work folder, never published.")
]
Why = Annotated[str, typer.Option(help="The reason, for those who read the journal later. Never published.")]


@app.command()
def judge(  # noqa: PLR0913, PLR0917 - what a judgement may say
    claim: Annotated[
        str,
        typer.Argument(help="The id of the claim, or its beginning; to retract an article, the article's.", show_default=False),
    ],
    action: Annotated[
        Literal["accept", "reject", "amend", "retract", "withdraw"],
        typer.Argument(help="withdraw takes an earlier word back; retract is for a whole article.", show_default=False),
    ],
    work: Work,
    place: Annotated[str | None, typer.Option(help="Amend: an id, or a name that means one place.")] = None,
    actor: Annotated[str | None, typer.Option(help="Amend: an id of the theatre, or a name.")] = None,
    relation: Annotated[str | None, typer.Option(help="Amend: gained, holds, lost or contested.")] = None,
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help="Amend: 2019-01-20, 2019-01, FIRST/LAST, or /LAST for by then.")
    ] = None,
    extent: Annotated[str | None, typer.Option(help="Amend: whole, part or area.")] = None,
    who: Who = None,
    why: Why = "",
) -> None:
    """Accept, reject or amend one claim; kept for ever, with its words, and applied by every later build.

    A later word on the same claim goes before an earlier one.

    Examples: `whoheld judge 1f240129 reject --work euphrates --why "another Hajin"`,
    `whoheld judge 41b23488 amend --place syria:hajin --date 2018-12-14 --work euphrates`
    """
    from whoheld import workfolder
    from whoheld.desk import Desk

    amend = {"place": place, "actor": actor, "relation": relation, "when": date, "extent": extent}
    changed = {field: written for field, written in amend.items() if written is not None}
    if (action == "amend") != bool(changed):
        raise UsageError("amend says what to put right: --place, --actor, --relation, --date or --extent; only amend does")
    opened = workfolder.opened(work)
    with progress() as report:
        desk = Desk.opened(opened, report)
    word, about = _word(
        desk, claim, action, changed, {"who": who or getpass.getuser(), "when": dt.datetime.now(dt.UTC), "why": why}
    )
    earlier = opened.judge(word)
    said = f", which now says: {corrections(word.amend)}" if word.amend else ""
    out.print(Text(visible(f"{action}: “{about}”{said}")))
    if warning := desk.unknown(word.amend.get("actor")):
        err.print(Text(visible(warning), style="yellow"))
    if earlier:
        said = f"{earlier.who} said {earlier.action} of it on {earlier.when:%Y-%m-%d}"
        err.print(Text(visible(f"{said}; both are kept, yours counts")))


def _word(desk: "Desk", about: str, action: str, changed: Mapping[str, str], by: Mapping[str, Any]) -> tuple[Judgement, str]:
    """The judgement on a claim, or on an article to retract, and the words by which a person knows it again."""
    from whoheld.review import judgement

    if action == "retract":
        article = desk.article(about)
        return Judgement(claim=article.id, action="retract", **by), article.title or article.source
    claim = desk.claim(about)
    values = {field: desk.amendment(field, written) for field, written in changed.items()}
    return judgement(claim, action, **by, amend=values), claim.evidence.quote


def corrections(amend: Mapping[str, object]) -> str:
    """What an amendment puts right, in words."""
    return ", ".join(f"{'date' if field == 'when' else field} {_correction(value)}" for field, value in amend.items())


def _correction(value: object) -> str:
    """An id or a word; of an actor whom nobody knows the words, of a time its first and last day."""
    if not isinstance(value, Mapping):
        return str(value)
    if "text" in value and "id" in value:
        return str(value["text"])
    return "/".join(str(day or "") for day in dict.fromkeys((value.get("earliest"), value.get("latest"))))


@app.command()
def judgements(work: Work) -> None:
    """What became of every judgement: applied, proposed for a claim that is only like it, or orphaned.

    Example: `whoheld judgements --work euphrates`
    """
    from whoheld import workfolder
    from whoheld.desk import Desk

    with progress() as report:
        followed = Desk.opened(workfolder.opened(work), report).followed
    for word in followed.applied:
        out.print(
            Text(visible(f"applied    {word.claim}  {word.action}  {word.when:%Y-%m-%d}  {word.who}: “{word.quote}” {word.why}"))
        )
    for proposal in followed.proposed:
        word, claim = proposal.judgement, proposal.claim
        out.print(
            Text(visible(f"proposed   {claim.id}  {word.action}  for “{claim.evidence.quote}”; it was said of “{word.quote}”"))
        )
    for word in followed.orphaned:
        out.print(Text(visible(f"orphaned   {word.claim}  {word.action}  {word.when:%Y-%m-%d}  {word.who}: “{word.quote}”")))
    counts = f"{len(followed.applied)} applied, {len(followed.proposed)} proposed, {len(followed.orphaned)} orphaned"
    err.print(Text(f"{counts}; `whoheld review` asks about those that are proposed"))


@claims.command("add")
def add(  # noqa: PLR0913, PLR0917 - what a claim says
    quote: Annotated[
        str, typer.Option(help="The exact words that say it; - reads them from standard input.", show_default=False)
    ],
    place: Annotated[str, typer.Option(help="The words of the quote that name the place.", show_default=False)],
    relation: Annotated[Relation, typer.Option(help="What the actor does with the place.", show_default=False)],
    work: Work,
    actor: Annotated[str | None, typer.Option(help="Who, as the quote names them, or an id of the theatre.")] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="When it was published: a day, month or year.")] = None,
    date: Annotated[str | None, typer.Option(metavar="DATE", help="When it happened: 2019-01-20, 2019-01, FIRST/LAST.")] = None,
    url: Annotated[str | None, typer.Option(help="Where you read it.")] = None,
    archive: Annotated[str | None, typer.Option(help="An archived copy that will not change.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    title: Annotated[str | None, typer.Option(help="What it is called.")] = None,
    who: Who = None,
    why: Why = "",
) -> None:
    """Enter a claim that stands in no article: a PDF, a post, a film. It needs its exact words and where they were read.

    Example: `whoheld claim add --quote "The SDF took Hajin." --place Hajin --relation gained --actor SDF --published 2018-12-15
    --archive https://archive.example/x --work euphrates`
    """
    from whoheld import byhand, workfolder
    from whoheld.desk import when

    opened = workfolder.opened(work)
    days = when(date) if date else None
    entry = byhand.entry(
        quote=sys.stdin.read().strip() if quote == "-" else quote,
        relation=relation,
        place=place,
        actor=actor,
        actor_id=_known(actor, opened.settings.theatre),
        earliest=days and days.earliest,
        latest=days and days.latest,
        published=published,
        publisher=publisher,
        title=title,
        url=url,
        archive=archive,
        who=who or getpass.getuser(),
        entered=dt.datetime.now(dt.UTC),
        why=why,
    )
    made = byhand.add(opened, entry)
    out.print(Text(f"claim {made.id} is kept in {opened.path / byhand.JOURNAL}; the next build places and folds it"))


def _known(actor: str | None, theatre: str) -> str | None:
    """The id of an actor whom the theatre knows."""
    from whoheld.desk import actor_id
    from whoheld.scope import Scope

    return actor_id(actor, Scope.named(theatre).over(())) if actor else None
