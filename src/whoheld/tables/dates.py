"""Days in tables: instants, and days in fixed formats."""

import datetime as dt
from collections.abc import Iterable


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
