"""The published folder: written from a timeline, and read back into one."""

import datetime as dt
import json
import re
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
from pydantic import BaseModel, ValidationError

from whoheld import timeline as folding
from whoheld.errors import DataError
from whoheld.interval import ALWAYS
from whoheld.issues import Issues
from whoheld.memo import Kept
from whoheld.model import Actor, Claim, Issue, Judgement, Place, known_by
from whoheld.publish import geoparquet, layers, manifest, nountables
from whoheld.publish.geopackage import write_gpkg
from whoheld.publish.kml import Placemarks, write_kml
from whoheld.publish.manifest import About, Files
from whoheld.publish.qml import Kind, style
from whoheld.publish.sheets import sheets, unfolded
from whoheld.publish.wording import limit_lines
from whoheld.timeline import Timeline

OUTPUTS = (
    "claims.jsonl",
    "control.csv",
    "control.csv-metadata.json",
    "control.geojson",
    "control.gpkg",
    "control.kml",
    "control.parquet",
    "control.qml",
    "issues.jsonl",
)
"""What is written beside the manifest and the page."""

_ID = re.compile(r'"id":"((?:[^"\\]|\\.)*)"')

Noun = TypeVar("Noun", bound=BaseModel)


def write(  # noqa: PLR0913 - the first three are what is published where, the others by name
    timeline: Timeline,
    folder: Path,
    about: About,
    *,
    inputs: Files = Files(),  # noqa: B008 - immutable
    issues: Iterable[Issue] = (),
    page: Callable[[], str] | None = None,
    pages: Kept | None = None,
) -> None:
    """Write every layer, the claims, the issues and the manifest.

    Args:
        timeline: what to publish.
        folder: made if missing; what it holds of the same names is replaced.
        about: title, theatre, attribution; goes into the manifest and, in part, into every layer.
        inputs: the files that were read.
        issues: what the stages before did not do, and why; the timeline's own are added.
        page: gives the whole of ``index.html``, where one is made; asked when all else is written.
        pages: the timeline's sheets, where they are made already.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pages = pages or sheets(timeline, about.limits.window)
    told, styled = _told(about), style(_kinds(pages))
    (folder / "control.gpkg").unlink(missing_ok=True)
    # Arrow and SQLite fill the database while Python writes what is text.
    with ThreadPoolExecutor(1) as beside:
        packed = beside.submit(write_gpkg, timeline, pages, styled, folder / "control.gpkg", told)
        (folder / "control.qml").write_text(styled, encoding="utf-8", newline="\n")
        _write_layers(pages, folder, about, told)
        _write_lists(folder, timeline, issues)
        packed.result()
    if page is not None:
        (folder / "index.html").write_text(page(), encoding="utf-8", newline="\n")
    manifest.write(folder, [*OUTPUTS, "index.html"] if page is not None else OUTPUTS, about, timeline, inputs)


def _write_layers(pages: Kept, folder: Path, about: About, told: dict[str, object]) -> None:
    layers.write_geojson(_column(pages, "geojson"), folder / "control.geojson", told)
    layers.write_csv(_column(pages, "csv"), folder / "control.csv", told)
    placemarks = (Placemarks(**some) for found in _column(pages, "kml") for some in found or ())
    write_kml(placemarks, folder / "control.kml", title=about.title, attribution=(*limit_lines(about.limits), *about.attribution))
    geoparquet.write_parquet(pages, folder / "control.parquet", told)


def _write_lists(folder: Path, timeline: Timeline, issues: Iterable[Issue]) -> None:
    listed = (Issues.of(issues) + timeline.issues).renamed(manifest.public_name).in_order()
    for name, lines in (("claims.jsonl", timeline.claims.lines()), ("issues.jsonl", listed.lines())):
        with (folder / name).open("wb") as stream:
            stream.writelines(line + b"\n" for line in lines)


def _kinds(pages: Kept) -> set[Kind]:
    found = (rows.select(Kind._fields) for rows in unfolded(pages, "rows"))
    return {Kind(**kind) for rows in found for kind in pa.table(rows).group_by(list(Kind._fields)).aggregate([]).to_pylist()}


def _column(pages: Kept, name: str) -> Iterator[Any]:
    """What one kind of file is made of, place by place."""
    for batch in pages.batches(name):
        yield from filter(None, batch[name].to_pylist())


def newest_day(claims: Iterable[Claim]) -> dt.date | None:
    """The newest day on which any of the claims was published; None where nobody says."""
    return max(filter(None, (known_by(claim.article) for claim in claims)), default=None)


def read(folder: Path, *, known_at: dt.date | None = None) -> Timeline:
    """The timeline of a published folder, folded again from its claims.

    Args:
        folder: as ``write`` left it.
        known_at: use only what was published by this day.

    Raises:
        DataError: a file is missing or damaged.
    """
    return Published(folder).timeline(known_at)


class Published:
    """A published folder, of which no more is read than what is asked for.

    Args:
        folder: as ``write`` left it.

    Raises:
        DataError: a file is missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._edition = manifest.read(folder)
        self.places = {place.id: place for place in _nouns(folder / "control.gpkg", nountables.PLACES, Place)}
        """All that claims speak of, by id."""

    def timeline(self, known_at: dt.date | None = None, about: Collection[str] | None = None) -> Timeline:
        """What was published, folded again.

        Args:
            known_at: use only what was published by this day.
            about: the ids of the places whose claims are read; all claims without it.
        """
        fold = self._edition.fold
        actors = _nouns(self._folder / "control.gpkg", nountables.ACTORS, Actor)
        return folding.build(
            _claims(self._folder / "claims.jsonl", about),
            [_retraction(article, day) for article, day in sorted(fold.retracted.items())],
            fold.policy,
            min(filter(None, (known_at, fold.known_at)), default=None),
            reprints=fold.reprints,
            places=self.places,
            actors={actor.id: actor for actor in actors},
        )

    def changed(self, before: dt.date, after: dt.date, known_at: dt.date | None = None) -> frozenset[str]:
        """The ids of the places that changed hands or status between two days, by the layer; all where it shows but some days."""
        if self._edition.limits.window != ALWAYS:
            return frozenset(self.places)
        known = geoparquet.known(self._folder / "control.parquet", known_at)
        old, new = (geoparquet.standing(known, day) for day in (before, after))
        return frozenset(place for place in {*old, *new} if old.get(place) != new.get(place))


def _claims(path: Path, places: Collection[str] | None) -> list[Claim]:
    """The claims about some places, or all; lines that name none of them are not taken apart."""
    if places is None:
        return list(_read_lines(path, Claim))
    ids = {json.dumps(place, ensure_ascii=False)[1:-1] for place in places}
    told = _read_lines(path, Claim, lambda line: not ids.isdisjoint(_ID.findall(line)))
    return [claim for claim in told if claim.place.id in places]


def _retraction(article: str, day: dt.date) -> Judgement:
    return Judgement(claim=article, action="retract", who="", when=dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC))


def _told(about: About) -> dict[str, object]:
    days = {"as_of": about.as_of.isoformat()} if about.as_of else {}
    left_out = limit_lines(about.limits)
    limits = {"limits": list(left_out)} if left_out else {}
    return {
        "title": about.title,
        "attribution": list(about.attribution),
        "generator": f"whoheld {about.version}",
        "note": "Shows what was reported, not what was true. Rows without known_to are what is known now.",
        **days,
        **limits,
    }


def _nouns(path: Path, nouns: nountables.NounTable, noun: type[Noun]) -> list[Noun]:
    columns = ", ".join(nouns.columns)
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            found = database.execute(f"SELECT {columns} FROM {nouns.name} ORDER BY fid").fetchall()  # noqa: S608 - our own names
        return [noun.model_validate(nountables.parse(nouns, row)) for row in found]
    except (sqlite3.Error, ValueError) as error:
        raise DataError(f"its table of {nouns.name} cannot be read: {error}", path=path) from error


def _read_lines(path: Path, noun: type[Noun], wanted: Callable[[str], bool] = bool) -> Iterator[Noun]:
    try:
        with path.open(encoding="utf-8", newline="\n") as stream:
            for number, line in enumerate(stream, 1):
                if wanted(line):
                    yield _parsed(line, noun, path, number)
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"cannot be read: {error}", path=path) from error


def _parsed(line: str, noun: type[Noun], path: Path, row: int) -> Noun:
    try:
        return noun.model_validate_json(line)
    except ValidationError as error:
        raise DataError(f"not a whoheld record: {error.errors()[0]['msg']}", path=path, row=row) from error
