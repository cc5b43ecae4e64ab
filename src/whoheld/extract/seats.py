"""The seat of a numbered unit of an army, which is a place and no party ("مقر الفرقة السابعة عشرة")."""

from collections.abc import Sequence

from whoheld.extract.scan import Unit

_LONGEST = 3
"""Words of the longest number of a unit with its arm ("السابعة عشرة مشاة")."""


def seat(units: Sequence[Unit], first: int) -> int:
    """The last unit of the seat that begins at a unit, or -1."""
    numbered = first + 2
    if "seat" not in units[first].tags or numbered >= len(units) or units[first + 1].tags.isdisjoint(("armed", "army_region")):
        return -1
    if units[first + 1].gap or units[numbered].gap or not _number(units[numbered]):
        return -1
    last = numbered
    while last + 1 < min(len(units), numbered + _LONGEST) and not units[last + 1].gap and units[last + 1].tags <= {"number"}:
        if not units[last + 1].tags and units[last + 1].word not in _ARMS:
            break
        last += 1
    return last


_ARMS = frozenset({"مشاه", "مدرع", "مدرعه", "مدفعيه", "عشره", "عشر", "مغاوير"})
"""Words after the number of a unit, as folding writes them."""


def _number(unit: Unit) -> bool:
    return unit.word[0].isdigit() or "nth" in unit.tags
