"""Entries of an Arabic chronology, whose present tells what happened on the date that heads them."""

from whoheld.extract.dates.words import is_year
from whoheld.extract.phrases.phrase import dashed
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_LONGEST = 7
"""Words of a date («الأحد، 8 كانون الأول/ديسمبر 2024»)."""
_DATED = frozenset({"month", "hijri", "weekday", "number", "ordinal"})

_LASTS = frozenset({"still", "relative", "when", "had"})
"""Classes of words behind which a verb of holding tells of no news even there («لا تزال طالبان تسيطر»)."""


def told_of_day(line: Line, frame: Frame) -> bool:
    """Whether a verb of holding tells of a gain in «15 أغسطس 2021: طالبان تسيطر على كابول»."""
    present = line.verb_first and frame.voice == "active" and frame.entry.tense == "present" and frame.trigger.present is not None
    opens = _opens(line) if present else 0
    return 0 < opens <= frame.at and all(unit.tags.isdisjoint(_LASTS) for unit in line.units[opens : frame.at])


def _opens(line: Line) -> int:
    """Where the text of a line begins that only its date heads, or 0 of another line."""
    units = line.units
    stop = next((at for at in range(1, min(_LONGEST, len(units))) if ":" in units[at].gap or dashed(units, at)), 0)
    date = all(unit.tags & _DATED or unit.word.isdigit() for unit in units[:stop])
    return stop if date and any("month" in unit.tags or is_year(unit) for unit in units[:stop]) else 0
