"""The days of a date in short English prose, never narrower than it tells them: "late May – 2 June 2023", "before March 2022"."""

import calendar
import datetime as dt
import re

from whoheld.interval import Bounds, bounds

_DAY = dt.timedelta(days=1)
_AROUND = 3 * _DAY
"""A day that is told as "around" is one of the week that has it in its middle: a day or two are the error of who writes so."""
_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}

_MONTH = rf"\b(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b"
_PART = rf"\b(?:{'|'.join(_PARTS)})\b"
_YEAR = r"\b(?:19|20)\d{2}\b"
_NUMBER = r"\b\d{1,2}\b\+?"
_OF_YEAR = rf"{_NUMBER}(?:\s+{_MONTH})?|{_MONTH}(?:\s+{_NUMBER})?"
_ABOUT = r"\b(?:around|about|circa|approximately|roughly)\s+"
_FIRST = rf"(?:{_ABOUT})?(?:(?:{_PART}[- ])?(?:{_OF_YEAR})(?:,?\s+{_YEAR})?|{_PART}(?=\s+\w+\s)|{_YEAR})"
_LAST = rf"(?:{_PART}[- ])?(?:{_OF_YEAR})?,?\s{{0,9}}{_YEAR}"
_DATE = re.compile(
    rf"(?P<between>\bbetween\s+)?(?:(?P<first>{_FIRST})\s*(?:[-–—/]|\b(?:to|and|or|until|through)\b)\s*)?"
    rf"(?P<about>{_ABOUT})?(?P<last>{_LAST})",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:(?P<until>(?:by|until|till|later than)(?:\s+(?:the\s+)?\w+\s+of)?)|(?P<since>(?:not before|earlier than))"
    r"|before(?P<before>.*)|after(?P<after>.*))\s*$",
    re.IGNORECASE | re.DOTALL,
)
"""What may stand before a date: of what comes before or after something else, the words for that."""


def days(text: str) -> Bounds | None:
    """The first and the last day that a date in prose can mean, of which one may be open; None without a year.

    "27 May 2022", "March 1 2022", "mid-April 2014", "by March 2022", "in 2022", "between 15–16 May 2023".
    """
    match = _DATE.search(text)
    if match is None:
        return None
    found = _range(match["first"], match["last"]) if match["first"] else _date(match["last"])
    if found is None:
        return None
    if match["first"] is None and match["about"]:
        found = _around(found)
    if match["first"] is None and match["between"]:
        return Bounds(found.earliest, None)
    return _limited(found, text[: match.start()], text[match.end() :])


def _range(first: str, last: str) -> Bounds | None:
    """The days from the first of two dates to the last, which share what only one of them says."""
    year, month = _year(last), _month(last) or _month(first)
    end = _date(last, month=month)
    crosses = not _year(first) and year is not None and (_month(first) or 0) > (month or 12)
    begin = _date(first, year=year - 1 if year and crosses else year, month=month)
    if end is None or begin is None:
        return end and Bounds(None, end.latest)
    ends = [day for day in (*begin, *end) if day is not None]
    return Bounds(min(ends), max(ends))


def _date(words: str, *, year: int | None = None, month: int | None = None) -> Bounds | None:
    """The days of one date; its year and its month are the given ones where it says none. None where there is no such day."""
    number, part = re.search(r"\b\d{1,2}\b", words), re.search(_PART, words, re.IGNORECASE)
    year = _year(words) or year
    month = _month(words) or (month if number or part else None)
    prefix = f"{year}" if month is None else f"{year}-{month:02}"
    try:
        whole = bounds(prefix)
        found = bounds(f"{prefix}-{int(number.group()):02}") if number and month else whole
    except ValueError:
        return None
    if "+" in words:
        return Bounds(found.earliest, whole.latest)
    return _part_of(found, part.group()) if part and month and not number else found


def _part_of(month: Bounds, part: str) -> Bounds:
    low, high = _PARTS[part.casefold()]
    assert month.latest is not None  # noqa: S101 - a prefix has both ends
    return Bounds(month.latest.replace(day=low), month.latest.replace(day=min(high, month.latest.day)))


def _around(found: Bounds) -> Bounds:
    """The days around a day; a month or a year is imprecise enough."""
    if found.earliest is None or found.earliest != found.latest:
        return found
    return Bounds(found.earliest - _AROUND, found.latest + _AROUND)


def _limited(found: Bounds, before: str, after: str) -> Bounds:
    """The days of what came before or after a date, or before or after what happened then."""
    limit = _LIMIT.search(before)
    assert found.latest is not None  # noqa: S101 - what is limited has an end
    if limit is None:
        return found
    happened = bool((limit["before"] or limit["after"] or "").strip() or re.match(r"\s*\w", after))
    if limit["until"]:
        return Bounds(None, found.latest)
    if limit["since"]:
        return Bounds(found.earliest, None)
    if limit["before"] is not None:
        return Bounds(None, found.latest if happened or found.earliest is None else found.earliest - _DAY)
    return Bounds(found.earliest if happened else found.latest + _DAY, None)


def _year(words: str) -> int | None:
    found = re.search(_YEAR, words)
    return int(found.group()) if found else None


def _month(words: str) -> int | None:
    found = re.search(_MONTH, words, re.IGNORECASE)
    return _MONTHS[found.group().casefold()] if found else None
