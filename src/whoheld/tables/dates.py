"""Days in tables: instants, days in fixed formats, and the dates of short English prose."""

import calendar
import datetime as dt
import re
from collections.abc import Iterable

from whoheld.interval import Bounds, bounds

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?P<by>\bby\s+)?(?:(?P<part>early|mid|late)[- ])?"
    rf"(?:\b(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\b,?|\b(?P<month2>{_MONTH})\b(?:\s+(?P<day2>\d{{1,2}})\b(?!\d))?,?)?"
    rf"\s{{0,9}}\b(?P<year>(?:19|20)\d{{2}})\b",
    re.IGNORECASE,
)
_SINCE = re.compile(rf"\bbetween\s+(?P<day>\d{{1,2}})(?:\s+(?P<month>{_MONTH}))?\s*(?:-|–|and)\s*$", re.IGNORECASE)
"""What may stand before the last day of a range."""
_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


def instant(text: str) -> dt.datetime | None:
    """An ISO day (``2022-02-24``, ``20220224``) or instant, in UTC; None where it is none."""
    try:
        found = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found.replace(tzinfo=dt.UTC) if found.tzinfo is None else found.astimezone(dt.UTC)


def day(text: str, formats: Iterable[str]) -> dt.date | None:
    """A day in the first format that fits, None where none does."""
    for pattern in formats:
        try:
            return dt.datetime.strptime(text.strip(), pattern).replace(tzinfo=dt.UTC).date()
        except ValueError:
            continue
    return None


def prose(text: str) -> Bounds | None:
    """The days of a date in prose; None without a year.

    "27 May 2022", "March 1 2022", "mid-April 2014", "by March 2022", "in 2022", "between 15–16 May 2023".
    """
    match = _DATE.search(text)
    if match is None:
        return None
    year, month = match["year"], match["month"] or match["month2"]
    number = match["day"] or match["day2"]
    prefix = "-".join([year, *([f"{_MONTHS[month.casefold()]:02}"] if month else []), *([f"{int(number):02}"] if number else [])])
    try:
        first, last = bounds(prefix)
    except ValueError:
        return None
    assert first is not None  # noqa: S101 - a prefix has both ends
    assert last is not None  # noqa: S101
    if match["part"] and month and not number:
        low, high = _PARTS[match["part"].casefold()]
        first, last = first.replace(day=low), min(last, first.replace(day=min(high, last.day)))
    return Bounds(None if match["by"] else _began(text[: match.start()], first), last)


def _began(before: str, last: dt.date) -> dt.date:
    """The first day of a range ("between 28 August – 1 September 2023") of which the last is known, else that day itself."""
    since = _SINCE.search(before)
    if since is None:
        return last
    try:
        first = last.replace(month=_MONTHS[since["month"].casefold()] if since["month"] else last.month, day=int(since["day"]))
    except ValueError:
        return last
    return min(first, last)
