"""Options that several commands share, and what their words mean."""

import datetime as dt
import re
from collections.abc import Callable
from contextlib import contextmanager
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.text import Text

from whoheld.cli.days import day_or_none, window
from whoheld.cli.starting import load_edition
from whoheld.cli.terminal import err
from whoheld.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whoheld.edition import Care, Look
    from whoheld.parts import Workers
    from whoheld.scope import Scope

TheatreName = Annotated[
    str,
    typer.Option(
        "--theatre", "-t", help="The conflict: a folder of geodata (`whoheld check` lists them), or auto.", show_default=False
    ),
]
Out = Annotated[Path, typer.Option("--out", "-o", help="The folder to publish into; it is replaced whole or not at all.")]
Title = Annotated[str | None, typer.Option("--title", help="The title of the map page; the theatre's by default.")]
Language = Annotated[Literal["en", "ar"] | None, typer.Option(help="The page's language at first; the reader's own without it.")]
Quotes = Annotated[
    bool, typer.Option("--evidence/--no-evidence", help="Put the quotes into the page; claims.jsonl has them anyway.")
]
Areas = Annotated[bool, typer.Option("--areas", help="Draw estimated areas from the start; they are marked as estimated.")]
Basemap = Annotated[str, typer.Option(help="outline, none, or an https tile address, for which the page then asks the network.")]
First = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="YYYY-MM-DD",
        help="The first day that page and layers show; the war's first change without it.",
    ),
]
Last = Annotated[str | None, typer.Option("--to", metavar="YYYY-MM-DD", help="The last day that they show.")]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="YYYY-MM-DD", help="The day to look from; later dates cannot be true. The newest date by default."
    ),
]
Delay = Annotated[
    str | None,
    typer.Option(metavar="72h", help="Show nothing that was published later than so long (h, d) before --as-of, in whole days."),
]
Coarsen = Annotated[
    str | None, typer.Option(metavar="5km", help="Round every point to cells of this size (m, km); its precision says so.")
]
Redact = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Take the names in this file, one on a line, out of all that is published."),
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", min=1, help="How many processes read articles; all processors by default.")
]
Cluster = Annotated[
    str | None,
    typer.Option("--cluster", help="Read articles with Dask: the address of a scheduler, tcp://…, or local.", show_default=False),
]

_HOURS = {"h": 1, "d": 24}
_METRES = {"m": 1, "km": 1000}


def look(  # noqa: PLR0913, PLR0917 - the options of an edition's look
    title: Title = None,
    language: Language = None,
    evidence: Quotes = True,
    areas: Areas = False,
    basemap: Basemap = "outline",
    first: First = None,
    last: Last = None,
) -> "Look":
    """How an edition looks.

    Raises:
        UsageError: a day is none.
    """
    from whoheld.edition import Look

    return Look(title, language, evidence, areas, basemap, window(first, last))


def care(as_of: AsOf = None, delay: Delay = None, coarsen: Coarsen = None, redact: Redact = None) -> "Care":
    """What is left out of an edition.

    Raises:
        UsageError: one of the options means nothing.
    """
    from whoheld.edition import Care
    from whoheld.redaction import Redaction

    hours = _measure(delay, _HOURS, "--delay", "72h or 3d")
    metres = _measure(coarsen, _METRES, "--coarsen", "5km or 500m")
    return Care(
        as_of=day_or_none(as_of),
        delay=None if hours is None else dt.timedelta(hours=hours),
        cell_m=None if metres is None else round(metres),
        redaction=Redaction.of_file(redact) if redact else None,
    )


def options_of(**groups: Callable[..., Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Gives a command the options of functions like ``look``, and what they make of them under the name given here.

    Args:
        groups: name of one of the command's parameters -> function whose parameters are options.
    """

    def give(command: Callable[..., None]) -> Callable[..., None]:
        of_group = {name: list(signature(make).parameters.values()) for name, make in groups.items()}
        taken = [
            parameter.replace(kind=Parameter.KEYWORD_ONLY)
            for own in signature(command).parameters.values()
            for parameter in of_group.get(own.name, [own])
        ]

        @wraps(command)
        def run(**given: Any) -> None:  # noqa: ANN401 - whatever the command line says
            load_edition()
            made = {
                name: make(**{parameter.name: given.pop(parameter.name) for parameter in of_group[name]})
                for name, make in groups.items()
            }
            command(**given, **made)

        run.__annotations__ = {parameter.name: parameter.annotation for parameter in taken}
        run.__signature__ = Signature(taken)  # type: ignore[attr-defined]
        return run

    return give


def _measure(written: str | None, units: dict[str, int], option: str, example: str) -> float | None:
    if written is None:
        return None
    match = re.fullmatch(r"(\d{1,6}(?:\.\d{1,3})?)\s?([a-z]{1,2})", written.strip().lower())
    if match is None or match[2] not in units or float(match[1]) <= 0:
        raise UsageError(f"{option} {written!r} is not understood: write it as {example}")
    return float(match[1]) * units[match[2]]


@contextmanager
def workers(jobs: int | None, cluster: str | None, scope: "Scope", out: Path) -> "Iterator[Workers]":
    """Who reads articles: this process alone, several, or a cluster, whose files go when the block ends well."""
    from whoheld.processes import FEW, Processes

    if cluster is None:
        yield Processes(jobs, few=FEW)
        return
    from whoheld.cluster import Cluster

    def tell(sentence: str) -> None:
        err.print(Text(f"whoheld: {sentence}"))

    dask = Cluster(cluster, out.absolute().with_name(f".{out.name}.parts"), scope, jobs, tell=tell)
    yield dask
    dask.forget()
