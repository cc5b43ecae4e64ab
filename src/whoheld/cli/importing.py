"""``import``: a table of dated statuses, published as articles are."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from whoheld.cli.app import app
from whoheld.cli.options import Out, look, options_of
from whoheld.cli.terminal import out, progress
from whoheld.errors import UsageError
from whoheld.publish.escaping import visible
from whoheld.store import beside, require_replaceable

if TYPE_CHECKING:
    from whoheld.edition import Look
    from whoheld.reading import Reading
    from whoheld.tables import Imported, TableMapping
    from whoheld.timeline import Timeline


@app.command("import")
@options_of(look=look)
def import_table(  # noqa: PLR0913 - the options of the command
    table: Annotated[Path, typer.Argument(help="A CSV (UTF-8) or Parquet file of dated statuses.", show_default=False)],
    mapping: Annotated[
        str,
        typer.Option(help="What its columns mean: a TOML file, or ukraine-wikipedia or viina.", show_default=False),
    ],
    theatre: Annotated[
        str | None, typer.Option("--theatre", "-t", help="The conflict, or auto for any; the mapping's own without it.")
    ] = None,
    out_folder: Out = Path("out"),
    work: Annotated[Path | None, typer.Option("--work", "-w", help="A work folder whose gazetteers and pins take part.")] = None,
    *,
    look: "Look",
) -> None:
    """Turn a table of dated statuses into claims, each with its row and link as evidence, and publish them as build does.

    Every row becomes a claim or is listed in issues.jsonl with the reason. docs/tables.md explains how to write a mapping.

    Examples: `whoheld import log.csv --mapping ukraine-wikipedia -o out/`,
    `whoheld import statuses.parquet --mapping my-table.toml --theatre syria`
    """
    from whoheld import edition, pipeline, tables
    from whoheld.scope import Scope

    require_replaceable(out_folder)
    if work is not None and not work.is_dir():
        raise UsageError(f"there is no work folder {work}: name one that is there, or leave --work out")
    rules = tables.load(mapping)
    titled = look._replace(title=look.title or rules.title)
    scope = Scope.named(_theatre(theatre, rules, mapping), work)
    known = scope.over(())
    tables.require(rules, mapping, (actor.id for actor in known.actors), known.file.languages)
    with beside(out_folder, "making") as folder:
        with progress() as report:
            report("import", 0, None)
            reading, found = pipeline.imported(table, rules, scope, keep=folder / "claims.arrow", progress=report)
            timeline = edition.publish(reading, scope, out_folder, look=titled, memory=edition.Memory.of(folder), progress=report)
        _summarise(reading, found, timeline, out_folder)


def _theatre(named: str | None, rules: "TableMapping", mapping: str) -> str:
    if named is None and rules.theatre is None:
        raise UsageError(f"whose actors and places does the table name? Give --theatre, or `theatre = …` in {mapping}")
    return named or str(rules.theatre)


def _summarise(reading: "Reading", found: "Imported", timeline: "Timeline", folder: Path) -> None:
    """The closing table: how many rows speak, how many do not and why, and what came of them."""
    from whoheld import tables

    left_out = sum(found.left_out.values())
    counts = [
        (found.rows, f"{_rows(found.rows)} in the table"),
        (found.claimed, f"{_rows(found.claimed)} that became claims"),
        *([(found.repeating, "rows that say what the rows around them say")] if found.repeating else []),
        *([(left_out, f"{_rows(left_out)} left out, each with the reason")] if left_out else []),
        (len(reading.claims), "claims"),
        (len(timeline.places), "places"),
        (timeline.intervals.num_rows, "intervals"),
        (len(timeline.disputed()), "places disputed at some time"),
    ]
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(justify="right")
    table.add_column()
    for count, words in counts:
        table.add_row(str(count), words)
    out.print(table)
    examples = {issue.kind: issue for issue in reversed(reading.issues)}
    doubted = Counter(issue.kind for issue in reading.issues if issue.kind in tables.DOUBTS)
    for some, one, what in (
        (found.left_out, "row", "left out"),
        (found.in_part, "cell", "left out of rows that became claims"),
        (doubted, "row", "that count, but may be a slip"),
    ):
        for kind, count in sorted(some.items(), key=lambda told: (-told[1], told[0])):
            example, things = examples[kind], one if count == 1 else f"{one}s"
            out.print(Text(visible(f"{count} {things} {what}, {kind}: as in {example.source}, {example.message}")))
    listed = f"Each is listed in {folder / 'issues.jsonl'}. " if reading.issues else ""
    out.print(Text(f"{listed}Open {folder / 'index.html'} in any browser."))


def _rows(count: int) -> str:
    return "row" if count == 1 else "rows"
