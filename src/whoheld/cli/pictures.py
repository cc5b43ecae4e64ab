"""The map for people and programs that do not open the page: pictures and tiles."""

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from whoheld.cli.answers import Folder, KnownOn, Spoken
from whoheld.cli.app import app
from whoheld.cli.days import day, day_or_none
from whoheld.cli.terminal import err, progress
from whoheld.errors import UsageError

_STEP = Annotated[str, typer.Option(metavar="DAYS", help="The step between two frames, as in 7d.")]


@app.command()
def picture(  # noqa: PLR0913, PLR0917 - the options of the command
    folder: Folder,
    target: Annotated[
        Path, typer.Option("--out", "-o", help="map.png, map.svg, map.gif, or a folder for frames.", show_default=False)
    ],
    on: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day of a still picture.")] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="YYYY-MM-DD", help="The first day of a moving one.")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="YYYY-MM-DD", help="The last day of a moving one.")] = None,
    every: _STEP = "7d",
    language: Spoken = "en",
    known_on: KnownOn = None,
) -> None:
    """The map of a day, or of many, with date, legend and sources (needs the extra `whoheld[picture]`).

    Examples: `whoheld picture out/ --on 2019-01-20 -o map.png`,
    `whoheld picture out/ --from 2018-09-01 --to 2019-03-24 --every 7d -o map.gif`
    """
    from whoheld.publish import files, manifest
    from whoheld.publish import picture as pictures

    timeline, about = files.read(folder, known_at=day_or_none(known_on)), manifest.read(folder)
    if on is not None:
        pictures.write_picture(timeline, day(on), about, target, language=language)
    elif first is not None and last is not None:
        days = pictures.every(day(first), day(last), _days(every))
        with progress() as report:

            def drawn(frames: int) -> None:
                report("frames", frames, len(days))

            pictures.write_film(timeline, days, about, target, language=language, drawn=drawn)
    else:
        raise UsageError("say which day: --on 2019-01-20, or --from and --to for many")
    err.print(Text(f"{target} written"))


@app.command()
def tiles(
    folder: Folder,
    target: Annotated[Path, typer.Option("--out", "-o", help="The .pmtiles file.", show_default=False)],
) -> None:
    """Vector tiles for MapLibre and other web maps (needs the extra `whoheld[tiles]`)."""
    from whoheld.publish.tiles import write_pmtiles

    write_pmtiles(folder, target)
    err.print(Text(f"{target} written"))


def _days(step: str) -> int:
    number = step.removesuffix("d")
    if not number.isdecimal() or int(number) < 1:
        raise UsageError(f"{step!r} is not a step: write 7d for a week")
    return int(number)
