"""Years that a text remembers: the sentences behind an anniversary tell of the day that is remembered, and not of news."""

from collections.abc import Sequence

from whoheld.extract.dates import spans
from whoheld.extract.dates.words import number, says
from whoheld.extract.words.scan import Unit
from whoheld.interval import Bounds

_LONG_AGO = 4
"""Years since what is remembered; in a war of fewer the sentences behind an anniversary may as well tell of its news."""
REACH = 2
"""Sentences behind an anniversary that tell of what it remembers."""


def year_remembered(units: Sequence[Unit], written: Bounds) -> Bounds:
    """The year of what a sentence remembers ("the 20th anniversary of", "commemorated the attack of 30 years ago"), or open."""
    if written.latest is None or not any("memory" in unit.cues for unit in units):
        return spans.NOWHERE
    count = next((years for at in range(1, len(units)) if (years := _years_since(units, at))), 0)
    return spans.year(written.latest.year - count) if count >= _LONG_AGO else spans.NOWHERE


def _years_since(units: Sequence[Unit], at: int) -> int:
    """How many years a word counts since what is remembered, with the number before it; 0 where it counts none."""
    unit, before = units[at], units[at - 1]
    if unit.gap.strip("-"):
        return 0
    if "memory" in unit.cues:
        entry = before.entry("ordinal")
        digits = before.word.rstrip("stndrh") if before.word[0].isdigit() else ""
        return int(digits) if digits.isdigit() else int(entry.value) if entry is not None else 0
    after = units[at + 1] if at + 1 < len(units) else None
    year = (entry := unit.entry("unit")) is not None and entry.value == "year"
    past = after is not None and (says(units, at + 1, "ago") or not after.cues.isdisjoint(("onset", "turning")))
    return (number(before) or 0) if year and past else 0
