"""Questions put to a published folder."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from whoheld.cli.app import app
from whoheld.cli.terminal import out, visible
from whoheld.errors import UsageError
from whoheld.interval import bounds
from whoheld.model import Claim, Control, Place
from whoheld.text import key

if TYPE_CHECKING:
    from whoheld.timeline import Timeline

Folder = Annotated[Path, typer.Argument(help="A folder that `whoheld build` published.", show_default=False)]
Day = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day asked about; the whole history without it.")]
KnownOn = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Use only what was published by this day.")]


@app.command()
def show(
    folder: Folder,
    place: Annotated[str, typer.Option(help="A place's name in any script, or its id.")],
    on: Day = None,
    known_on: KnownOn = None,
) -> None:
    """The answer in the terminal: who held the place, when, according to whose words.

    Example: `whoheld show out/ --place Hajin --on 2019-01-20`
    """
    from whoheld.publish import files

    timeline = files.read(folder, known_at=day(known_on))
    for found in named(timeline, place):
        _heading(found)
        asked = day(on)
        controls = [control for control in timeline.controls if control.place_id == found.id]
        if asked is not None:
            controls = [control for control in controls if _touches(control, asked)]
            out.print(Text(f"on {asked}:" if controls else f"on {asked}: no report says who held it"))
        for control in controls:
            _interval(control, timeline)
        _unused(found, timeline)


def day(text: str | None) -> dt.date | None:
    """A day of the command line.

    Raises:
        UsageError: anything but an existing YYYY-MM-DD.
    """
    if text is None:
        return None
    try:
        first, last = bounds(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is not a day: write it as 2019-01-20") from error
    if first != last:
        raise UsageError(f"{text!r} is not one day: write it as 2019-01-20")
    return first


def named(timeline: "Timeline", name: str) -> list[Place]:
    """The reported places that bear a name in any script, or have it as their id.

    Raises:
        UsageError: none does; the message names some that would.
    """
    wanted = key(name)
    found = [place for place in timeline.places.values() if place.id == name or wanted in _keys(place)]
    if not found:
        close = sorted(place.name for place in timeline.places.values() if any(wanted in known for known in _keys(place)))
        some = close or sorted(place.name for place in timeline.places.values())
        raise UsageError(f"no report names a place {name!r}; reported are, among others: {', '.join(some[:12])}")
    return sorted(found, key=lambda place: place.id)


def _keys(place: Place) -> set[str]:
    return {key(place.name), *(key(spelling) for spellings in place.names.values() for spelling in spellings)}


def _touches(control: Control, asked: dt.date) -> bool:
    first = control.valid_from_earliest or control.valid_from
    last = control.valid_to_latest or control.valid_to
    open_end = control.valid_to is None or control.valid_to_latest is None
    return first <= asked and (open_end or last is None or asked < last)


def _heading(place: Place) -> None:
    others = [spellings[0] for language, spellings in sorted(place.names.items()) if language != "en" and spellings]
    out.print()
    out.print(Text(visible(" · ".join([place.name, *others])), style="bold"))
    out.print(
        Text(f"{place.kind}, {place.lon:.4f} E {place.lat:.4f} N, within {place.precision_m:,} m ({place.id})", style="dim")
    )


def _interval(control: Control, timeline: "Timeline") -> None:
    actor = timeline.actors.get(control.actor or "")
    holder = (actor.names.get("en") or control.actor) if actor else control.actor
    others = f" with {', '.join(control.other_actors)}" if control.other_actors else ""
    out.print()
    line = Text(f"{holder or 'nobody named'}{others}", style="bold").append(f"  {control.status.value}", style="italic")
    line.append(f"  {_days(control)}")
    sources = "source" if control.n_independent == 1 else "independent sources"
    line.append(f"  ({control.n_independent} {sources}, last reported {control.last_reported})", style="dim")
    out.print(line)
    for claim in (timeline.claims[claim_id] for claim_id in control.claims):
        quote(claim)
    for claim in (timeline.claims[claim_id] for claim_id in control.against):
        quote(claim, label="against: ")


def _days(control: Control) -> str:
    begin = f"from {control.valid_from}"
    if control.valid_from_earliest is None:
        begin = f"on or before {control.valid_from}"
    elif control.valid_from_earliest != control.valid_from:
        begin = f"from between {control.valid_from_earliest} and {control.valid_from}"
    if control.valid_to is None:
        return f"{begin}, no end reported"
    if control.valid_to_latest != control.valid_to:
        return f"{begin} until between {control.valid_to} and {control.valid_to_latest}"
    return f"{begin} until {control.valid_to}"


def quote(claim: Claim, *, label: str = "") -> None:
    """The words of a claim, who says them, and where they stand."""
    words = Text(f"  {label}“").append(visible(claim.evidence.quote), style="italic").append("”")
    out.print(words)
    said = [claim.speaker.text] if claim.speaker and claim.speaker.text else []
    where = [*said, claim.article.publisher, claim.article.published or "undated", claim.article.url]
    reading = f"{claim.relation.value}, {claim.modality.value}, {claim.telling.value}"
    out.print(Text(f"    {visible(' · '.join(filter(None, where)))}  [{reading}; claim {claim.id}]", style="dim"))


def _unused(place: Place, timeline: "Timeline") -> None:
    listed = [claim for claim in timeline.background if claim.place.id == place.id]
    if listed:
        out.print()
        out.print(Text("told as background, changing no interval:"))
        for claim in listed:
            quote(claim)


@app.command()
def check(
    theatre: Annotated[str | None, typer.Argument(help="One theatre; all of them without it.", show_default=False)] = None,
) -> None:
    """Validate geodata and language packs; each fault is named with its file and row."""
    from whoheld import check as checks

    findings = checks.check(theatre)
    if findings:
        table = Table("file", "row", "what is wrong", box=None, pad_edge=False)
        for finding in findings:
            table.add_row(escape(str(finding.path)), escape(str(finding.row or "")), escape(finding.message))
        out.print(table)
        raise typer.Exit(1)
    out.print("geodata and language packs are sound")
