"""What stands in brackets or between two dashes, and leaves the clause around it as it is."""

from collections.abc import Sequence

from whoheld.extract.words.scan import Unit

_DASHES = ("--", "–", "—")
_LONGEST = 30
"""Words of the longest parenthesis."""
_PARTITIVE = frozenset({"quantity", "share"})
"""Classes of words by which only some of those are spoken of who stand before ("some of them linked to")."""


def opening(units: Sequence[Unit], closes: int) -> int:
    """The first unit of the parenthesis that ends before a unit, or 0."""
    gap = units[closes].gap
    bracket = ")" in gap
    dash = next((dash for dash in _DASHES if dash in gap), "")
    for at in range(closes - 1, max(0, closes - 1 - _LONGEST), -1) if bracket or dash else ():
        if units[at].gap.endswith("(") if bracket else dash in units[at].gap:
            return 0 if "conjunction" in units[at].tags else at  # "Beni (and Butembo)"
        if ")" in units[at].gap:
            return 0
    return 0


def of_some(units: Sequence[Unit], at: int) -> bool:
    """Whether a unit stands in a parenthesis on some of those who are named before it ("groups -- some of ISIS -- took")."""
    opens = next((n for n in range(at, 0, -1) if units[n].gap), 0)
    while opens > 0 and units[opens].tags.isdisjoint(_PARTITIVE):
        opens = next((n for n in range(opens - 1, 0, -1) if units[n].gap), 0)
    led = "preposition" in units[opens + 1].tags if opens + 1 < len(units) else False  # ", some of", and not ", the last IS town"
    marks = {"(", *_DASHES} | ({","} if led else set())
    return opens > 0 and units[opens].gap in marks and any(unit.gap for unit in units[at + 1 :])
