"""Gazetteers: bring them in, ask them, and keep decisions on ambiguous names."""

from functools import partial
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.text import Text

from whoheld.cli.app import app
from whoheld.cli.terminal import err, out, progress
from whoheld.errors import UsageError
from whoheld.publish.escaping import visible

places = typer.Typer(no_args_is_help=True, help="Gazetteers: import, fetch and search them, and pin a name to a place.")
app.add_typer(places, name="places")

Project = Annotated[Path | None, typer.Option("--work", "-w", help="A work folder; your own index without it.")]
TheatreName = Annotated[str | None, typer.Option("--theatre", "-t", help="A theatre; everywhere without it.")]
_BAD_SHOWN = 20


@places.command("import")
def import_places(  # noqa: PLR0913, PLR0917 - the options of the command
    file: Annotated[Path, typer.Argument(help="The gazetteer file.", show_default=False)],
    form: Annotated[Literal["geonames", "hdx", "osm", "csv"], typer.Option("--format", help="How the file is written.")],
    work: Project = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            help="For csv: WHAT=COLUMN, once for each: name=town, lon=x, lat=y; id=code keeps the ids; ar=name_ar (a language),"
            " kind==dam (one value); also country, parent, population and precision_m.",
        ),
    ] = None,
    alternate_names: Annotated[Path | None, typer.Option(help="For geonames: the alternateNamesV2 file.")] = None,
    country: Annotated[str | None, typer.Option(help="For osm: the country of all places, ISO 3166 alpha-2.")] = None,
    source: Annotated[str | None, typer.Option(help="Shown with every place; the format's own name without it.")] = None,
    prefix: Annotated[
        str | None, typer.Option(help="For csv: what stands before the colon of the ids; the file's name without it.")
    ] = None,
) -> None:
    """Read a gazetteer into the local index; bad rows are reported with their numbers and the good ones load.

    Examples: `whoheld places import SY.txt --format geonames`,
    `whoheld places import towns.csv --format csv --column name=asciiname --column lon=longitude --column lat=latitude`,
    `whoheld places import viina_places.csv --format csv --column name=asciiname --column lon=longitude --column lat=latitude
    --column id=geonameid --prefix geonames --work WORK`
    """
    from whoheld.gazetteer.formats.table import mapping
    from whoheld.gazetteer.imports import Options, import_file

    options = Options(mapping(columns) if columns else None, alternate_names, country, source, prefix)
    with progress() as report:
        report("import", 0, None)
        done = import_file(file, form, project=work, options=options, progress=lambda places: report("import", places, None))
        report("import", done.places, done.places)
    for bad in done.bad[:_BAD_SHOWN]:
        err.print(Text(visible(f"{bad.file or file}, row {bad.row}: {bad.why}; left out")))
    if len(done.bad) > _BAD_SHOWN:
        err.print(Text(f"and {len(done.bad) - _BAD_SHOWN} more rows were left out"))
    err.print(Text(f"{done.places} places from {file} are in {done.path}, {len(done.bad)} rows left out"))


@places.command()
def fetch(
    countries: Annotated[list[str], typer.Argument(help="ISO 3166 codes, as in SY IQ.", show_default=False)],
    server: Annotated[str | None, typer.Option(help="Another server that has the dumps.")] = None,
    work: Project = None,
) -> None:
    """Download the GeoNames dumps of countries and import them; a broken download is continued by the next call."""
    from whoheld.gazetteer.download import fetch as download
    from whoheld.gazetteer.imports import import_file

    for country in countries:
        with progress() as report:
            fetched = download(country.upper(), base=server, progress=partial(report, country))
        done = import_file(fetched.path, "geonames", project=work)
        err.print(Text(f"{country}: {done.places} places, {len(done.bad)} rows left out; sha256 {fetched.sha256}"))


@places.command()
def find(
    name: Annotated[str, typer.Argument(help="A place's name in any script.", show_default=False)],
    near: Annotated[str | None, typer.Option(help="A place that is named beside it.")] = None,
    theatre: TheatreName = None,
    work: Project = None,
) -> None:
    """What a name may mean: ranked candidates, and why.

    Example: `whoheld places find السوسة --near هجين --theatre syria`
    """
    from whoheld import geodata
    from whoheld.gazetteer import Gazetteer
    from whoheld.locate.find import find as find_places

    where = geodata.theatre(theatre) if theatre else None
    gazetteer = Gazetteer.open(where, work)
    if near and not find_places(near, gazetteer, where).candidates:
        err.print(Text(visible(f"no gazetteer has a place {near!r}: it says nothing of where {name} lies")))
    mention = find_places(name, gazetteer, where, near)
    for found in mention.candidates:
        point = f"{found.lon:.4f} E {found.lat:.4f} N, within {found.precision_m:,} m"
        out.print(
            Text(f"{found.score:.2f}  {visible(found.name)}", style="bold").append(
                f"  {found.kind}  {found.id}", style="not bold"
            )
        )
        out.print(Text(f"      {point}; {visible('; '.join(found.reasons))}", style="dim"))
    out.print(Text(visible(f"{mention.id}: {mention.reason}" if mention.id else f"nothing is chosen: {mention.reason}")))


@places.command()
def pin(
    name: Annotated[str, typer.Argument(help="The name as texts write it.", show_default=False)],
    place: Annotated[str, typer.Argument(help="The id of the place it means, as `places find` shows it.", show_default=False)],
    work: Annotated[Path, typer.Option("--work", "-w", help="The work folder that keeps the decision.")] = Path("work"),
    theatre: TheatreName = None,
) -> None:
    """Decide what a name means; the decision is kept in the work folder and survives every re-run.

    Example: `whoheld places pin "السوسة" syria:susah --theatre syria`
    """
    from whoheld import geodata
    from whoheld.gazetteer import Gazetteer
    from whoheld.gazetteer.pins import Pin
    from whoheld.gazetteer.pins import pin as keep

    where = geodata.theatre(theatre) if theatre else None
    found = Gazetteer.open(where, work if work.is_dir() else None).get(place)
    if found is None:
        raise UsageError(f"no gazetteer has a place {place!r}: `whoheld places find {name}` lists ids")
    keep(work, Pin(text=name, place=place, theatre=theatre))
    err.print(Text(visible(f"{name} means {found.name} ({found.id}) in {theatre or 'every theatre'}")))
