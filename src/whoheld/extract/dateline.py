"""The dateline at the head of a report ("GOMA, Congo, July 8 –"): where and when it was written, and no event."""

from collections.abc import Sequence

from whoheld.extract.scan import Unit

_LONGEST = 12
_DASHES = frozenset("-–—")
_SPACED = 2
_DATE = 6
_DATED = frozenset({"month", "hijri", "weekday", "number", "ordinal", "day"})
_CLAUSE = frozenset({"trigger", "report", "be", "have", "had", "modal", "relative", "pronoun"})


def dateline(units: Sequence[Unit]) -> int:
    """The first unit after the dateline that begins a sentence, or 0 where none does."""
    for at in range(1, min(_LONGEST, len(units))):
        gap = units[at].gap
        if gap and ((":" in gap and at > 1) or _dashed(units, at)) and not _goes_on(units, at):
            headed = all(unit.tags.isdisjoint(_CLAUSE) for unit in units[:at]) and not _counts(units[at - 1])
            return at if headed and not all(_dates(unit) for unit in units[:at]) else 0
    return 0


def _dates(unit: Unit) -> bool:
    """Whether a word is one of a date, which alone heads an entry of a chronology ("June 9, 2015: …")."""
    return bool(unit.tags & _DATED) or unit.word.isdigit()


def _counts(unit: Unit) -> bool:
    """Whether a word ends a count of days and no date ("needed ten days: …")."""
    return any(entry.tag == "unit" and entry.tense == "many" for entry in unit.entries)


def _goes_on(units: Sequence[Unit], at: int) -> bool:
    """Whether only a date stands between a dash and the next ("دمشق - 12 أيار 2016 - …")."""
    for following in range(at, min(at + _DATE, len(units))):
        if following > at and _dashed(units, following):
            return True
        if units[following].tags.isdisjoint(_DATED) and not units[following].word.isdigit():
            return False
    return False


def _dashed(units: Sequence[Unit], at: int) -> bool:
    """Whether a dash that no hyphen is stands before a unit."""
    return not _DASHES.isdisjoint(units[at].gap) and units[at].start - units[at - 1].end > _SPACED
