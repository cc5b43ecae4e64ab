"""Gazetteers of others, imported into the index of a user or of a project folder."""

import codecs
import hashlib
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import platformdirs

from whoheld.errors import DataError, UsageError
from whoheld.gazetteer.entry import Entry, Layer
from whoheld.gazetteer.formats import BadRow, geonames, hdx, osm, table
from whoheld.gazetteer.formats.table import Columns
from whoheld.gazetteer.index import Index
from whoheld.gazetteer.indexing import add

Format = Literal["geonames", "hdx", "osm", "csv"]

_INDEX = "places.sqlite"
_PREFIX = re.compile(r"[^a-z0-9]+")
_OWN_PREFIX = re.compile(r"[a-z0-9][a-z0-9-]*")


_TOLD_EVERY = 10_000
Progress = Callable[[int], None]


class Imported(NamedTuple):
    """What an import did.

    Attributes:
        places: how many are now in the index.
        bad: rows that were left out, with their numbers and why.
        path: the file that holds them.
    """

    places: int
    bad: tuple[BadRow, ...]
    path: Path


class Options(NamedTuple):
    """What a format needs to be told beside the file.

    Attributes:
        columns: of a ``csv``.
        alternate_names: ``alternateNamesV2`` file of a ``geonames`` dump.
        country: of all places of an ``osm`` export.
        source: shown with every place; None takes the format's own.
        prefix: what stands before the colon of the ids of a ``csv``; None takes the file's name.
    """

    columns: Columns | None = None
    alternate_names: Path | None = None
    country: str | None = None
    source: str | None = None
    prefix: str | None = None


def index_path(project: Path | None = None) -> Path:
    """The index of a project folder, or this user's; for that the environment's ``WHOHELD_DATA`` may name another folder."""
    own = os.environ.get("WHOHELD_DATA") or platformdirs.user_data_dir("whoheld", appauthor=False)
    return (project or Path(own)) / _INDEX


def opened(project: Path | None = None) -> tuple[Index, ...]:
    """The imported indexes that exist: the project's, then the user's.

    Raises:
        DataError: one cannot be read.
    """
    paths = [index_path(project), index_path()] if project else [index_path()]
    return tuple(Index(path) for path in paths if path.exists())


def import_file(
    path: Path,
    form: Format,
    *,
    project: Path | None = None,
    options: Options = Options(),  # noqa: B008 - immutable
    progress: Progress = lambda _places: None,
) -> Imported:
    """Read a gazetteer file into an index, in place of an earlier import of a file of that name; all its good rows or none.

    Args:
        path: the file; it is read as what ``form`` says and never guessed at.
        form: how it is written.
        project: the project folder whose index takes it; None is the user's own.
        options: what the format needs beside the file.
        progress: told now and then how many places have been read.

    Raises:
        UsageError: the file, or a column of the mapping, is missing.
        DataError: the file is not of that form, or has no good row.
    """
    if not path.is_file():
        raise UsageError(f"{path}: there is no such file")
    if _begins(path) in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        raise DataError("is written in UTF-16; save it as UTF-8", path=path)
    bad: list[BadRow] = []
    into = index_path(project)
    into.parent.mkdir(parents=True, exist_ok=True)
    source = options.source or {"geonames": geonames.SOURCE, "hdx": hdx.SOURCE, "osm": osm.SOURCE}.get(form, path.name)
    entries = _good(_rows(path, form, options), bad, path, progress)
    places = add(into, Layer(f"{form}:{path.name}", source, _sha256(path)), entries)
    return Imported(places, tuple(bad), into)


def _rows(path: Path, form: Format, options: Options) -> Iterator[Entry | BadRow]:
    if form == "geonames":
        return geonames.read(path, options.alternate_names)
    if form == "hdx":
        return hdx.read(path)
    if form == "osm":
        return osm.read(path, options.country)
    if options.columns is None:
        raise UsageError("a csv needs a mapping of columns: at least name, lon and lat")
    if options.prefix is not None and not _OWN_PREFIX.fullmatch(options.prefix):
        raise UsageError(f"--prefix {options.prefix!r}: small letters, digits and hyphens stand before the colon of an id")
    return table.read(path, options.columns, options.prefix or _PREFIX.sub("-", path.stem.lower()).strip("-") or "csv")


def _good(rows: Iterator[Entry | BadRow], bad: list[BadRow], path: Path, progress: Progress) -> Iterator[Entry]:
    good = 0
    for item in rows:
        if isinstance(item, BadRow):
            bad.append(item)
        else:
            good += 1
            if good % _TOLD_EVERY == 0:
                progress(good)
            yield item
    if not good:
        why = f"; the first is row {bad[0].row}: {bad[0].why}" if bad else ""
        raise DataError(f"not one usable row{why}", path=path)


def _begins(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(2)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
