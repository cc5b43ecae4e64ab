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
        if not units[at - 1].tags.isdisjoint(_CLAUSE):
            return 0
        gap = set(units[at].gap)
        dash = gap & _DASHES and units[at].start - units[at - 1].end > _SPACED
        if dash or (":" in gap and at > 1):
            return at
    return 0
