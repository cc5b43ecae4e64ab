"""The history of one place in one status column: what its entries claim when those are gone that were slips or say no day."""

import datetime as dt
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from whoheld.tables.dates import day
from whoheld.tables.entries import Entry, LeftOut, wording
from whoheld.tables.mapping import Columns, TableMapping

_ZONES = dt.timedelta(days=1)
"""It may be tomorrow where a row speaks of."""


def settled(entries: Sequence[Entry], mapping: TableMapping) -> tuple[list[Entry], list[LeftOut]]:
    """The entries of one place and column, in their order, that claim something, with their days, and the others."""
    distinct, repeated = _distinct(entries, mapping.columns)
    unknown = [entry for entry in distinct if entry.rule is None]
    what = "its status is {!r}, which the mapping does not know"
    left_out = [LeftOut(e.row, "unknown_status", what.format(e.row.fields[e.column].strip())) for e in unknown]
    within = dt.timedelta(hours=mapping.revert_hours)
    lasting, reverted = _without_reverts([entry for entry in distinct if entry.rule is not None], within)
    kept, replaced = _last_of_days(lasting)
    outdated = _stale([*kept, *unknown], mapping, within)
    told, undated = _dated(kept, mapping, outdated)
    return told, [*repeated, *left_out, *reverted, *replaced, *undated]


def _distinct(entries: Iterable[Entry], columns: Columns) -> tuple[list[Entry], list[LeftOut]]:
    """The entries without those that say word by word what another row says."""
    first: dict[str, Entry] = {}
    repeated: list[LeftOut] = []
    for entry in entries:
        told = first.setdefault(wording(entry, columns), entry)
        if told is not entry:
            repeated.append(LeftOut(entry.row, "repeated", f"row {told.row.number} says the same"))
    return list(first.values()), repeated


def _last_of_days(entries: Iterable[Entry]) -> tuple[list[Entry], list[LeftOut]]:
    """What the last instant of each day says, and what it replaced."""
    kept: list[Entry] = []
    replaced: list[LeftOut] = []
    for _, group in groupby(entries, key=lambda e: e.reported.date()):
        *_, last = looks = _instants(group)
        for entry in (entry for look in looks for entry in look):
            if entry.status in _statuses(last):
                kept.append(entry)
            else:
                message = f"row {last[-1].row.number} of the same day says {last[-1].status!r} instead"
                replaced.append(LeftOut(entry.row, "superseded", message))
    return kept, replaced


def _without_reverts(entries: Iterable[Entry], within: dt.timedelta) -> tuple[list[Entry], list[LeftOut]]:
    """Drop each run of one status that gave way, in time, to the status before it."""
    runs: list[list[Entry]] = []
    reverted: list[LeftOut] = []
    for statuses, group in groupby(_instants(entries), key=_statuses):
        run = [entry for look in group for entry in look]
        if len(runs) > 1 and _statuses(runs[-2]) == statuses and run[0].reported - runs[-1][0].reported <= within:
            message = f"its status was taken back by row {run[0].row.number} within {within.total_seconds() / 3600:.0f} hours"
            reverted += [LeftOut(entry.row, "reverted", message) for entry in runs.pop()]
            runs[-1] += run
        else:
            runs.append(run)
    return [entry for run in runs for entry in run], reverted


def _instants(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The entries of each instant: nothing says which of them is the later one."""
    return [list(group) for _, group in groupby(entries, key=lambda e: e.reported)]


def _statuses(entries: Iterable[Entry]) -> set[str]:
    return {entry.status for entry in entries}


def _stale(entries: Iterable[Entry], mapping: TableMapping, within: dt.timedelta) -> set[int]:
    """The numbers of rows whose as-of text was left standing when the status beside it changed, if only from an unknown one."""
    as_of = mapping.columns.as_of
    lasting, _ = _without_reverts(sorted(entries, key=lambda e: e.reported), within)
    found: set[int] = set()
    outdated: set[str] = set()
    for before, after in pairwise(lasting if as_of else ()):
        if after.status != before.status:
            outdated.add(before.row.fields.get(as_of or "", ""))
        if after.row.fields.get(as_of or "", "") in outdated:
            found.add(after.row.number)
    return found


def _dated(entries: Iterable[Entry], mapping: TableMapping, outdated: Container[int]) -> tuple[list[Entry], list[LeftOut]]:
    """The entries with the days that they speak of, and those of which that cannot be told."""
    dated: list[Entry] = []
    undated: list[LeftOut] = []
    for entry in entries:
        text = "" if entry.row.number in outdated else entry.row.fields.get(mapping.columns.as_of or "", "")
        found = day(text, mapping.as_of_formats) if text else None
        if text and found is None:
            message = f"its {mapping.columns.as_of} is {text!r}, which is a day in none of the mapping's as_of_formats"
            undated.append(LeftOut(entry.row, "undated", message))
        elif found and found > entry.reported.date() + _ZONES:
            message = f"its {mapping.columns.as_of}, {found}, came after {entry.reported.date()}, when it was reported"
            undated.append(LeftOut(entry.row, "undated", message))
        else:
            dated.append(replace(entry, as_of=found if found and found <= entry.reported.date() else None))
    return dated, undated
