"""Days, imprecise dates and half-open runs of days.

A day is a UTC calendar day (``datetime.date``). An imprecise date is an ISO prefix (``2019``, ``2019-01``, ``2019-01-21``)
or a pair of inclusive bounds of which either may be open.
"""

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

OPEN_MS = 253402300799000
"""The last second of the year 9999 in epoch milliseconds: how an open end is written for readers that need a number."""

_PREFIX = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Bounds(NamedTuple):
    """The first and the last day (both inclusive) on which something may have happened; None is open."""

    earliest: dt.date | None
    latest: dt.date | None


ALWAYS = Bounds(None, None)
"""All days."""


@lru_cache(maxsize=1 << 16)
def bounds(prefix: str) -> Bounds:
    """The first and last day of an ISO prefix.

    Raises:
        ValueError: for anything but an existing year, month or day.
    """
    match = _PREFIX.fullmatch(prefix)
    if match is None:
        raise ValueError(f"not an ISO year, month or day: {prefix!r}")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # noqa: S101 - the pattern requires it
    if month is None:
        return Bounds(dt.date(year, 1, 1), dt.date(year, 12, 31))
    if day is None:
        return Bounds(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))
    return Bounds(dt.date(year, month, day), dt.date(year, month, day))


def prefix(earliest: dt.date | None, latest: dt.date | None) -> str | None:
    """The longest ISO prefix that covers exactly what both days share, or None where they share no year."""
    if earliest is None or latest is None or earliest.year != latest.year:
        return None
    if earliest.month != latest.month:
        return f"{earliest:%Y}"
    return f"{earliest:%Y-%m}" if earliest.day != latest.day else earliest.isoformat()


def to_ms(day: dt.date | None) -> int:
    """Epoch milliseconds of a day's first instant in UTC; an open end is ``OPEN_MS``."""
    if day is None:
        return OPEN_MS
    return (day - dt.date(1970, 1, 1)).days * 86_400_000
