"""The history of one place in one status column: what its entries claim when those are gone that were slips or say no day."""

import datetime as dt
from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from whoheld.tables.entries import Entry, LeftOut, wording
from whoheld.tables.mapping import Columns, TableMapping
from whoheld.tables.spoken import AsOf, as_of, stale


def settled(entries: Sequence[Entry], mapping: TableMapping) -> tuple[list[Entry], list[LeftOut]]:
    """The entries of one place and column that claim something, by report and day, and the others."""
    distinct, repeated = _distinct(entries, mapping.columns)
    said = {entry.row.number: as_of(entry, mapping) for entry in distinct}
    dated = [replace(entry, as_of=said[entry.row.number].day) for entry in distinct]
    unknown = [entry for entry in dated if entry.rule is None]
    what = "its status is {!r}, which the mapping does not know"
    left_out = [LeftOut(e.row, "unknown_status", what.format(e.row.fields[e.column].strip())) for e in unknown]
    within = dt.timedelta(hours=mapping.revert_hours)
    lasting, reverted = _without_reverts([entry for entry in dated if entry.rule is not None], within)
    kept, corrected = _last_of_days(lasting)
    outdated = stale(_without_reverts([*kept, *unknown], within)[0], said)
    told, undated = _told(kept, {number: word for number, word in said.items() if number not in outdated})
    told, replaced = _last_of_days(told)
    told, later = _last_on_days(told)
    return _overtaken(told), [*repeated, *left_out, *reverted, *corrected, *replaced, *later, *undated]


def _distinct(entries: Iterable[Entry], columns: Columns) -> tuple[list[Entry], list[LeftOut]]:
    """The entries without those that say word by word what another row says."""
    first: dict[str, Entry] = {}
    repeated: list[LeftOut] = []
    for entry in entries:
        told = first.setdefault(wording(entry, columns), entry)
        if told is not entry:
            repeated.append(LeftOut(entry.row, "repeated", f"row {told.row.number} says the same"))
    return list(first.values()), repeated


def _told(entries: Iterable[Entry], said: dict[int, AsOf]) -> tuple[list[Entry], list[LeftOut]]:
    """The entries with the days that they speak of, and those whose words for that are none."""
    told: list[Entry] = []
    undated: list[LeftOut] = []
    for entry in entries:
        word = said.get(entry.row.number, AsOf())
        if word.wrong:
            undated.append(LeftOut(entry.row, "undated", word.wrong))
        else:
            told.append(replace(entry, as_of=word.day))
    return told, undated


def _last_of_days(entries: Iterable[Entry]) -> tuple[list[Entry], list[LeftOut]]:
    """What the last instant of each day says, and what it replaced; what came about before that of which it speaks stays."""
    kept: list[Entry] = []
    replaced: list[LeftOut] = []
    for _, group in groupby(entries, key=lambda e: e.reported.date()):
        looks = _looks(group)
        for at, look in enumerate(looks):
            for entry in look:
                last = next((after for after in looks[:at:-1] if after[0].day <= entry.day), look)
                if entry.status in _statuses(last):
                    kept.append(entry)
                else:
                    replaced.append(_superseded(entry, last, "of the same day says {} instead"))
    return kept, replaced


def _last_on_days(entries: Iterable[Entry]) -> tuple[list[Entry], list[LeftOut]]:
    """Of what is said of one day, if on several, the last word."""
    looks = _looks(entries)
    last = {entry.day: [other for other in look if other.day == entry.day] for look in looks for entry in look}
    kept: list[Entry] = []
    replaced: list[LeftOut] = []
    for entry in (entry for look in looks for entry in look):
        words = last[entry.day]
        if entry.status in _statuses(words):
            kept.append(entry)
        else:
            replaced.append(_superseded(entry, words, "of a later report says {} of the same day instead"))
    return kept, replaced


def _superseded(entry: Entry, last: Sequence[Entry], said: str) -> LeftOut:
    """The row of an entry that the last word goes before; ``said`` tells how, with a place for the status."""
    return LeftOut(entry.row, "superseded", f"row {last[0].row.number} {said.format(repr(last[0].status))}")


def _overtaken(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, by their reports, and of those that speak of an older day whether they still held when they were reported.

    They did not where a row tells, no earlier than they, of another status on a day between the two.
    """
    changes: list[tuple[dt.date, str]] = []
    known: set[tuple[dt.date, str]] = set()
    told: list[Entry] = []
    for look in reversed(_looks(entries)):
        for change in {(entry.day, entry.status) for entry in look} - known:
            known.add(change)
            insort(changes, change)
        told += [replace(entry, past=_is_overtaken(entry, changes)) for entry in reversed(look)]
    return told[::-1]


def _is_overtaken(entry: Entry, changes: Sequence[tuple[dt.date, str]]) -> bool:
    later = bisect_right(changes, entry.day, key=lambda change: change[0])
    for day, status in changes[later:]:
        if day > entry.reported.date():
            return False
        if status != entry.status:
            return True
    return False


def _without_reverts(entries: Iterable[Entry], within: dt.timedelta) -> tuple[list[Entry], list[LeftOut]]:
    """Drop each run of one status that gave way, in time, to the status before it."""
    runs: list[list[Entry]] = []
    reverted: list[LeftOut] = []
    for statuses, group in groupby(_looks(entries), key=_statuses):
        run = [entry for look in group for entry in look]
        if len(runs) > 1 and _statuses(runs[-2]) == statuses and _takes_back(runs[-2][-1], runs[-1][0], run[0], within):
            hours = within.total_seconds() / 3600
            message = f"its status was taken back by row {run[0].row.number} in less than {hours:.0f} hours"
            reverted += [LeftOut(entry.row, "reverted", message) for entry in runs.pop()]
            runs[-1] += run
        else:
            runs.append(run)
    return [entry for run in runs for entry in run], reverted


def _takes_back(before: Entry, flip: Entry, back: Entry, within: dt.timedelta) -> bool:
    """Whether a row takes another back, which it does not where that stood for as long, or each tells of a later day."""
    days = flip.as_of is not None and back.as_of is not None and before.day < flip.day < back.day
    return back.reported - flip.reported < within and not days


def _looks(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The entries of each instant, by the days of which they speak: nothing else says which of them is the later one."""
    in_order = sorted(entries, key=lambda e: (e.reported, e.day))
    return [list(group) for _, group in groupby(in_order, key=lambda e: e.reported)]


def _statuses(entries: Iterable[Entry]) -> set[str]:
    return {entry.status for entry in entries}
