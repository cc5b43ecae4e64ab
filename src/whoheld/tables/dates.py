"""Days in tables: instants, and days in fixed formats."""

import datetime as dt
from collections.abc import Iterable

_DIGITS = 8
"""Of a day that is written without marks between."""


def instant(text: str) -> dt.datetime | None:
    """An ISO day (``2022-02-24``, ``20220224``) or instant, in UTC; None where it is none."""
    if text.strip().isdecimal() and len(text.strip()) != _DIGITS:  # seconds of a clock, in which ISO would see a day and an hour
        return None
    try:
        found = dt.datetime.fromisoformat(text.strip())
        return found.replace(tzinfo=dt.UTC) if found.tzinfo is None else found.astimezone(dt.UTC)
    except (ValueError, OverflowError):  # the first and the last day there is, in another zone
        return None


def day(text: str, formats: Iterable[str]) -> dt.date | None:
    """A day in the first format that fits, else as ISO writes it; None where it is none."""
    for pattern in formats:
        try:
            return dt.datetime.strptime(text.strip(), pattern).replace(tzinfo=dt.UTC).date()
        except ValueError:
            continue
    found = instant(text)
    return found and found.date()
