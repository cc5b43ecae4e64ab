"""What every reader checks of a row, and how it says that a row is no good."""

import io
import math
import re
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple

from whoheld.errors import DataError

_MOST = 1e10
_UNREADABLE = re.compile("[\0\ud800-\udfff]")
LONGEST_LINE = 1 << 20
_MOST_LATITUDE, _MOST_LONGITUDE = 90.0, 180.0

PRECISION_M = {
    "country": 500_000,
    "province": 50_000,
    "region": 50_000,
    "district": 20_000,
    "settlement": 2_000,
    "quarter": 1_000,
    "airport": 2_000,
    "base": 2_000,
    "dam": 1_000,
    "crossing": 1_000,
    "oil_field": 5_000,
    "camp": 1_000,
    "site": 1_000,
}
"""How far the true centre may lie from a published point, by kind, where the source does not say.

Its keys are all kinds there are.
"""


class BadRow(NamedTuple):
    """A row that was left out.

    Attributes:
        row: its line in the file, or the feature's number, counted from 1.
        why: what is wrong with it.
        file: of the alternate names, the file's name; else the gazetteer's own.
    """

    row: int
    why: str
    file: str | None = None


class UnusableError(ValueError):
    """A value that makes its row unusable."""


class Ids:
    """The ids of one file."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def claim(self, each: str) -> None:
        """Take an id for a row.

        Raises:
            UnusableError: an earlier row has it.
        """
        if each in self._seen:
            raise UnusableError(f"the id {each} stands in an earlier row")
        self._seen.add(each)


def point(lon: object, lat: object) -> tuple[float, float]:
    """A longitude and latitude, checked; a comma may stand for the decimal point.

    Raises:
        UnusableError: they are no point on the globe, or 0/0, which stands for a missing one.
    """
    try:
        x, y = float(str(lon).replace(",", ".")), float(str(lat).replace(",", "."))
    except ValueError:
        raise UnusableError(f"longitude {lon!r} and latitude {lat!r} are no numbers") from None
    if -_MOST_LONGITUDE <= x <= _MOST_LONGITUDE and -_MOST_LATITUDE <= y <= _MOST_LATITUDE and (x or y):
        return x, y
    raise UnusableError(_no_point(x, y))


def _no_point(lon: float, lat: float) -> str:
    """Why two numbers are no point on the globe."""
    if not (math.isfinite(lon) and math.isfinite(lat)):
        return f"longitude {lon} and latitude {lat} are no finite numbers"
    if abs(lat) > _MOST_LATITUDE:
        swapped = "; longitude and latitude look swapped" if abs(lon) <= _MOST_LATITUDE and abs(lat) <= _MOST_LONGITUDE else ""
        return f"latitude {lat} is beyond the pole{swapped}"
    if abs(lon) > _MOST_LONGITUDE:
        return f"longitude {lon} is beyond 180 degrees"
    return "0/0 stands for a missing point"


def spelling(value: str) -> str:
    """A name with single spaces.

    Raises:
        UnusableError: it is empty.
    """
    name = " ".join(value.split())
    if not name:
        raise UnusableError("no name")
    return name


def readable(value: str) -> str:
    """A text as it is.

    Raises:
        UnusableError: it holds NUL, or bytes that are not UTF-8.
    """
    try:
        value.encode()  # in half the time of a search
        sound = "\0" not in value
    except UnicodeEncodeError:
        sound = False
    if not sound and (found := _UNREADABLE.search(value)):
        what = "NUL" if found.group() == "\0" else "bytes that are not UTF-8"
        raise UnusableError(f"{what} near {value[max(found.start() - 20, 0) : found.end() + 20]!r}")
    return value


def kind(value: str) -> str:
    """A kind of place.

    Raises:
        UnusableError: there is no such kind.
    """
    if value not in PRECISION_M:
        raise UnusableError(f"unknown kind {value!r}; those that exist: {', '.join(PRECISION_M)}")
    return value


def population(value: str) -> int | None:
    """A head count; None where there is none, or 0, which stands for unknown.

    Raises:
        UnusableError: it is no whole number, or none of people.
    """
    people = _amount(value, "population")
    if not people.is_integer():
        raise UnusableError(f"population {value} is no whole number of people")
    return int(people) or None


def precision(value: str) -> int | None:
    """How far the true centre may lie, in metres; None where nothing is said.

    Raises:
        UnusableError: it is no number.
    """
    return math.ceil(_amount(value, "precision")) or None


def _amount(value: str, what: str) -> float:
    try:
        amount = float(value.replace(",", "")) if value.strip() else 0.0
    except ValueError:
        raise UnusableError(f"{what} {value!r} is no number") from None
    if not 0 <= amount <= _MOST:
        raise UnusableError(f"{what} {value} is out of all bounds")
    return amount


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a UTF-8 file, or of ``NAME.txt`` in ``NAME.zip``, numbered from 1, without a byte order mark.

    Foreign bytes stay visible as surrogates; a line without end comes in pieces, so that it cannot fill the memory.

    Raises:
        DataError: the archive is none, or lacks that file.
    """
    with _opened(path) as stream, io.TextIOWrapper(stream, "utf-8-sig", "surrogateescape", newline="\n") as decoded:
        for number, line in enumerate(iter(partial(decoded.readline, LONGEST_LINE), ""), 1):
            yield number, line.rstrip("\r\n")


def _opened(path: Path) -> IO[bytes]:
    if path.suffix != ".zip":
        return path.open("rb")
    try:
        return zipfile.ZipFile(path).open(f"{path.stem}.txt")
    except (zipfile.BadZipFile, KeyError) as error:
        raise DataError(f"not a zip archive with {path.stem}.txt in it: {error}", path=path) from error
