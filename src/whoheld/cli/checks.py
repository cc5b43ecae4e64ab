"""What the program can say of itself and of what it published: whether all is sound."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from whoheld.cli.app import app
from whoheld.cli.terminal import out
from whoheld.publish.escaping import visible


@app.command()
def check(
    theatre: Annotated[str | None, typer.Argument(help="One theatre; all of them without it.", show_default=False)] = None,
) -> None:
    """Validate geodata and language packs; each fault is named with its file and row. Lists the theatres where all is well."""
    from whoheld import geodata
    from whoheld.check import check as find_faults

    findings = find_faults(theatre)
    if findings:
        for fault in findings:
            out.print(Text(visible(f"{fault.path}{_row(fault.row)}: {fault.message}")))
        raise typer.Exit(1)
    for name in [theatre] if theatre else geodata.theatres():
        found = geodata.theatre(name)
        out.print(Text(f"{name:<10} {found.file.title['en']}: {len(found.actors)} actors, {len(found.places)} places"))
    out.print("geodata and language packs are sound")


@app.command()
def register(
    name: Annotated[str, typer.Argument(help="The actor's name as texts write it.", show_default=False)],
    theatre: Annotated[str, typer.Option("--theatre", "-t", help="The theatre whose actors.toml gets it.")] = "world",
    language: Annotated[str, typer.Option(help="The language of the name.")] = "en",
) -> None:
    """Register an armed actor that texts name; whatever else is known of it is written beside it by hand.

    Example: `whoheld register "Red Falcon Brigade" --theatre world`
    """
    from whoheld.check import register as add

    actor, path = add(name, theatre, language)
    out.print(Text(visible(f"{name} is {actor} in {path}: build again")))


@app.command()
def verify(
    folder: Annotated[Path, typer.Argument(help="A published folder or a work folder.", show_default=False)],
    work: Annotated[
        Path | None, typer.Option("--work", "-w", help="The work folder with the articles of a published one.")
    ] = None,
) -> None:
    """Hash everything again and hold every quote against its article; each row that fails is named.

    Example: `whoheld verify out/`
    """
    from whoheld.verify import verify as find_failures

    failures = find_failures(folder, work)
    if failures:
        for failure in failures:
            out.print(Text(visible(f"{failure.path}{_row(failure.row)}: {failure.message}")))
        raise typer.Exit(1)
    out.print(Text(f"{folder} is as it was written"))


def _row(row: object) -> str:
    return f", row {row}" if row else ""
