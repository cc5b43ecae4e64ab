"""The dateline at the head of a report ("GOMA, Congo, July 8 –"): where and when it was written, and no event."""

from collections.abc import Sequence

from whoheld.extract.scan import Unit

_LONGEST = 12
_DASHES = frozenset("-–—")
_SPACED = 2
_CLAUSE = frozenset({"trigger", "report", "be", "have", "had", "modal", "relative", "pronoun"})


def dateline(units: Sequence[Unit]) -> int:
    """The first unit after the dateline that begins a sentence, or 0 where none does."""
    for at in range(1, min(_LONGEST, len(units))):
        gap = units[at].gap
        if gap and ((":" in gap and at > 1) or _dashed(units, at)):
            return at if all(unit.tags.isdisjoint(_CLAUSE) for unit in units[:at]) else 0
    return 0


def _dashed(units: Sequence[Unit], at: int) -> bool:
    """Whether a dash that no hyphen is stands before a unit."""
    return not _DASHES.isdisjoint(units[at].gap) and units[at].start - units[at - 1].end > _SPACED
