"""Entries of a chronology: the date before the colon is that of each sentence of its paragraph ("12 Mar: … They also take")."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from whoheld.extract.dates import Dated
from whoheld.extract.sentence.line import Line

_LEADS = frozenset(":–—")
_BREAK = "\n"
_LABEL = 8
"""Words of the longest date that heads an entry, and one more."""
_TO_DATE = 2
"""Words before the date of an entry ("On", "By late")."""


def of_entries(lines: Sequence[Line], text: str, dates: Callable[[Line], list[Dated]]) -> Iterator[tuple[Line, Line, Dated]]:
    """The undated sentences of each entry behind its first, with that first one and the date that heads it."""
    head = _head(lines[0], dates) if lines else None
    for before, line in pairwise(lines):
        if _BREAK in text[before.units[-1].end : line.units[0].start]:
            head = _head(line, dates)
        elif head is not None and not dates(line):
            yield line, *head


def _head(line: Line, dates: Callable[[Line], list[Dated]]) -> tuple[Line, Dated] | None:
    """A sentence with the date alone before its colon or dash, or None."""
    lead = next((at for at in range(1, min(len(line.units), _LABEL)) if not _LEADS.isdisjoint(line.units[at].gap)), 0)
    date = next((date for date in dates(line) if date.last + 1 == lead and date.latest is not None), None) if lead else None
    return (line, date) if date is not None and date.first <= _TO_DATE and not (date.since or date.ahead) else None
