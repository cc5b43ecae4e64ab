"""The day of which a row says that it speaks, and whether it only was left standing there."""

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from whoheld.tables.dates import day
from whoheld.tables.entries import Entry
from whoheld.tables.mapping import TableMapping

_ZONES = dt.timedelta(days=1)
"""It may be tomorrow where a row speaks of."""


class AsOf(NamedTuple):
    """What a row says of the day of which it speaks.

    Attributes:
        day: that day.
        said: the day that is written there, or the words that are none; None where there is nothing.
        wrong: why it is no day that the row can speak of.
    """

    day: dt.date | None = None
    said: dt.date | str | None = None
    wrong: str | None = None


def as_of(entry: Entry, mapping: TableMapping) -> AsOf:
    """What a row says of the day of which it speaks."""
    column, reported = mapping.columns.as_of, entry.reported.date()
    text = entry.row.fields.get(column or "", "").strip()
    if not text:
        return AsOf()
    found = day(text, mapping.as_of_formats)
    if found is None:
        return AsOf(said=text, wrong=f"its {column} is {text!r}, which is a day in none of the mapping's as_of_formats")
    if found > reported + _ZONES:
        return AsOf(said=found, wrong=f"its {column}, {found}, came after {reported}, when it was reported")
    return AsOf(found if found <= reported else None, found)


def stale(entries: Sequence[Entry], said: Mapping[int, AsOf]) -> set[int]:
    """The numbers of rows whose day was left standing when the status beside it changed, however it is spelled.

    Args:
        entries: those that lasted, also of statuses that the mapping does not know, by their reports.
        said: of each row what it says of its day.
    """
    found: set[int] = set()
    outdated: set[dt.date | str] = set()
    first: dict[dt.date | str, set[str]] = {}
    before: list[Entry] = []
    for _, group in groupby(entries, key=lambda e: e.reported):
        look = list(group)
        statuses = {entry.status for entry in look}
        outdated |= {word for e in before if e.status not in statuses and (word := said[e.row.number].said)}
        told: dict[dt.date | str, set[str]] = {}
        for entry in look:
            if word := said[entry.row.number].said:
                told.setdefault(word, set()).add(entry.status)
        for word, some in told.items():
            first.setdefault(word, some)
        found |= {
            entry.row.number
            for entry in look
            if (word := said[entry.row.number].said) and (word in outdated or entry.status not in first[word])
        }
        before = look
    return found
