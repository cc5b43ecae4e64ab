"""What the program can say of itself: whether its data are sound."""

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from whoheld.cli.app import app
from whoheld.cli.terminal import out


@app.command()
def check(
    theatre: Annotated[str | None, typer.Argument(help="One theatre; all of them without it.", show_default=False)] = None,
) -> None:
    """Validate geodata and language packs; each fault is named with its file and row. Lists the theatres where all is well."""
    from whoheld import geodata
    from whoheld.check import check as find_faults

    findings = find_faults(theatre)
    if findings:
        table = Table("file", "row", "what is wrong", box=None, pad_edge=False)
        for finding in findings:
            table.add_row(Text(str(finding.path)), Text(str(finding.row or "")), Text(finding.message))
        out.print(table)
        raise typer.Exit(1)
    for name in [theatre] if theatre else geodata.theatres():
        found = geodata.theatre(name)
        out.print(Text(f"{name:<10} {found.file.title['en']}: {len(found.actors)} actors, {len(found.places)} places"))
    out.print("geodata and language packs are sound")
