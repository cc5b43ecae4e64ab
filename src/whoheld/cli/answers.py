"""Questions put to a published folder: who held a place, many incidents at once, all evidence for a place, what changed."""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.table import Table
from rich.text import Text

from whoheld.cli.app import app
from whoheld.cli.days import day, day_or_none, window
from whoheld.cli.terminal import err, out
from whoheld.errors import UsageError
from whoheld.model import Claim, Control, Place
from whoheld.publish.escaping import visible

if TYPE_CHECKING:
    from whoheld.timeline import Timeline

Folder = Annotated[Path, typer.Argument(help="A folder that `whoheld build` published.", show_default=False)]
PlaceName = Annotated[str, typer.Option("--place", help="A place's name in any script, or its id.", show_default=False)]
Day = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day asked about; the whole history without it.")]
First = Annotated[str, typer.Option("--from", metavar="YYYY-MM-DD", help="The earlier day.", show_default=False)]
Last = Annotated[str, typer.Option("--to", metavar="YYYY-MM-DD", help="The later day.", show_default=False)]
Spoken = Annotated[Literal["en", "ar"], typer.Option("--language", help="The language of the document; quotes stay as written.")]
KnownOn = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Use only what was published by this day.")]


@app.command()
def show(folder: Folder, place: PlaceName, on: Day = None, known_on: KnownOn = None) -> None:
    """The answer in the terminal: who held the place, when, according to whose words.

    Example: `whoheld show out/ --place Hajin --on 2019-01-20`
    """
    from whoheld.publish import rows, search
    from whoheld.publish.answers import silence
    from whoheld.timeline import covers

    timeline, asked = _about(folder, place, known_on), day_or_none(on)
    for found in search.named(timeline.places, place):
        _heading(found)
        controls = [control for control in timeline.controls if control.place_id == found.id]
        if asked is not None:
            told = rows.on(controls, asked)
            between = ": in transition" if told and not covers(told[0], asked) else ":"
            out.print(Text(f"on {asked}{between}" if told else f"on {asked}: {silence(controls, asked, timeline.actors)}"))
            controls = told
        for control in controls:
            _interval(control, timeline)
        _background(found, timeline)
        _left_out(found, timeline)


@app.command()
def ask(  # noqa: PLR0913, PLR0917 - the options of the command
    folder: Folder,
    incidents: Annotated[Path, typer.Argument(help="A CSV with a place name or lon and lat, and a date.", show_default=False)],
    answers: Annotated[Path | None, typer.Option("--out", "-o", help="Where the table goes; standard output without it.")] = None,
    within_km: Annotated[float, typer.Option(min=0, help="How far a reported place may lie from a point it answers for.")] = 10,
    known_on: KnownOn = None,
    named: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="ROLE=HEADER", help="Which column is place, lon, lat or date; may be repeated."),
    ] = None,
    dates: Annotated[Literal["dmy", "mdy"] | None, typer.Option(help="How days like 03/04/2018 are written.")] = None,
) -> None:
    """Who held it then? for a whole table of incidents: each row comes back with holder, status, distance, quotes and links.

    The table is a CSV of any encoding, parted by commas, semicolons or tabs, and comes back parted so, in UTF-8. Days are read
    where they have one reading (2018-12-20, 20 December 2018, 20/12/2018). A row that is not understood comes back with the
    reason.

    Examples: `whoheld ask out/ incidents.csv -o answered.csv`, `whoheld ask out/ list.csv --column date=Tag --dates dmy`
    """
    from whoheld.publish import ask as asking
    from whoheld.publish import files, search

    table = io.StringIO()
    roles = dict(pair.partition("=")[::2] for pair in named or [])
    within_m, published = round(within_km * 1000), files.Published(folder)
    if known_on is None:
        reported = search.Reported(published.places)
        about = asking.answering(reported, incidents, within_m=within_m, named=roles, order=dates)
        timeline = published.timeline(about=about)
    else:  # which places were reported by then, only all the claims say
        timeline, reported = published.timeline(day(known_on)), None
    counts = asking.ask(timeline, incidents, table, within_m=within_m, named=roles, order=dates, reported=reported)
    if answers is None:
        sys.stdout.write(table.getvalue())
    else:
        answers.write_text(table.getvalue(), encoding="utf-8-sig", newline="")
    said = ", ".join(f"{count} {status}" for status, count in sorted(counts.items()))
    err.print(Text(f"{counts.total()} rows: {said}"))


@app.command()
def dossier(
    folder: Folder,
    place: PlaceName,
    target: Annotated[Path, typer.Option("--out", "-o", help="A .html or .md file.", show_default=False)],
    known_on: KnownOn = None,
    language: Spoken = "en",
) -> None:
    """All the evidence for one place, as one document ready to attach.

    Example: `whoheld dossier out/ --place Hajin -o hajin.html`
    """
    from whoheld.publish import dossier as dossiers
    from whoheld.publish import manifest, search

    form = _form(target)
    timeline = _about(folder, place, known_on)
    (found,) = _one(search.named(timeline.places, place))
    target.write_text(
        dossiers.render(dossiers.dossier(timeline, found, language), manifest.read(folder), form), "utf-8", newline="\n"
    )
    err.print(Text(f"{target} written"))


@app.command()
def diff(  # noqa: PLR0913, PLR0917 - the options of the command
    folder: Folder,
    first: First,
    last: Last,
    known_on: KnownOn = None,
    target: Annotated[Path | None, typer.Option("--out", "-o", help="A Markdown file instead of the terminal.")] = None,
    language: Spoken = "en",
) -> None:
    """What changed hands between two days.

    Example: `whoheld diff out/ --from 2018-12-01 --to 2019-03-23`
    """
    from whoheld.publish import differences, files, manifest

    window(first, last)
    before, after = day(first), day(last)
    published, known_at = files.Published(folder), day_or_none(known_on)
    timeline = published.timeline(known_at, published.changed(before, after, known_at))
    table = differences.differences(timeline, before, after, language)
    if target is not None:
        attribution = manifest.read(folder).attribution
        target.write_text(differences.as_markdown(table, before, after, attribution, language), "utf-8", newline="\n")
        err.print(Text(f"{target} written, {len(table)} places"))
        return
    shown = Table("place", str(before), str(after), "certain since", box=None, pad_edge=False)
    for row in table:
        shown.add_row(*(Text(visible(cell)) for cell in (row.place, row.before, row.after, row.since)))
    out.print(shown)
    err.print(Text(f"{len(table)} places changed hands or status, as reported"))


def _about(folder: Path, place: str, known_on: str | None) -> "Timeline":
    """What is said of the places of a name."""
    from whoheld.publish import files, search

    published = files.Published(folder)
    named = search.named(published.places, place)
    return published.timeline(day_or_none(known_on), {found.id for found in named})


def _form(target: Path) -> Literal["html", "md"]:
    if target.suffix == ".html":
        return "html"
    if target.suffix == ".md":
        return "md"
    raise UsageError(f"{target.name}: a dossier is a .html or a .md file")


def _one(found: tuple[Place, ...]) -> tuple[Place]:
    if len(found) > 1:
        ids = ", ".join(f"{place.id} ({place.name}, {place.kind})" for place in found)
        raise UsageError(f"several reported places bear this name; name one by its id: {ids}")
    return (found[0],)


def _heading(place: Place) -> None:
    others = [spellings[0] for language, spellings in sorted(place.names.items()) if language != "en" and spellings]
    out.print()
    out.print(Text(visible(" · ".join(dict.fromkeys([place.name, *others]))), style="bold"))
    point = f"{place.lon:.4f} E {place.lat:.4f} N, within {place.precision_m:,} m"
    out.print(Text(f"{place.kind}, {point} ({place.id})", style="dim"))


def _interval(control: Control, timeline: "Timeline") -> None:
    from whoheld.publish.differences import state
    from whoheld.publish.dossier import days

    sources = "1 source" if control.n_independent == 1 else f"{control.n_independent} independent sources"
    line = Text(visible(state(control, timeline)), style="bold").append(f"  {days(control)}", style="not bold")
    out.print()
    out.print(line.append(f"  ({sources}, last reported {control.last_reported})", style="not bold dim"))
    for claim_id in control.claims:
        _quote(timeline.claims[claim_id])
    for claim_id in control.against:
        _quote(timeline.claims[claim_id], label="against: ")


def _quote(claim: Claim, *, label: str = "") -> None:
    from whoheld.publish.wording import row_of

    out.print(Text(f"  {label}“").append(visible(claim.evidence.quote), style="italic").append("”"))
    speaker = claim.speaker.text if claim.speaker else None
    where = [speaker, claim.article.publisher, row_of(claim), claim.article.published or "undated", claim.article.url]
    reading = f"{claim.relation.value}, {claim.modality.value}, {claim.telling.value}"
    out.print(Text(f"    {visible(' · '.join(filter(None, where)))}  [{reading}; claim {claim.id}]", style="dim"))


def _background(place: Place, timeline: "Timeline") -> None:
    listed = [claim for claim in timeline.background if claim.place.id == place.id]
    if listed:
        out.print()
        out.print(Text("said of it, but starting and ending no interval:"))
        for claim in listed:
            _quote(claim)


def _left_out(place: Place, timeline: "Timeline") -> None:
    """What takes no part in the answer, and why."""
    for issue in timeline.left_out():
        claim = timeline.claims[issue.claim] if issue.claim else None
        if claim and claim.place.id == place.id:
            out.print()
            out.print(Text(visible(f"takes no part: {issue.message}")))
            _quote(claim)
