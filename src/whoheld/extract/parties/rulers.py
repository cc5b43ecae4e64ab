"""English men who are told by the name of who rules their country: "President Ghani's government", "forces loyal to King X"."""

from collections.abc import Sequence

from whoheld.extract.words.scan import Unit

_NAMES = 3
"""Words of the longest name of a ruler that no registry knows."""


def rules(units: Sequence[Unit], last: int) -> bool:
    """Whether the name that ends at a unit is that of who rules, as the office before it says, and no longer did."""
    first = last
    while first > 0 and last - first < _NAMES - 1 and _named(units[first - 1]) and not units[first].gap:
        first -= 1
    return _named(units[last]) and first > 0 and not units[first].gap and _holds_office(units, first - 1)


def ruler_end(units: Sequence[Unit], office: int) -> int:
    """The last word of the name of who rules, whose office stands at a unit, or -1."""
    last = office
    while last + 1 < len(units) and last - office < _NAMES and _named(units[last + 1]) and not units[last + 1].gap:
        last += 1
    return last if last > office and _holds_office(units, office) else -1


def _holds_office(units: Sequence[Unit], at: int) -> bool:
    before = units[at - 1] if at else None
    gone = before is not None and "former" in before.cues and units[at].gap in {"", "-"}
    return "ruler" in units[at].tail_cues and not gone


def _named(unit: Unit) -> bool:
    return unit.capital and not unit.tags
