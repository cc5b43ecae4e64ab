"""The seat of a numbered unit of an army, which is a place and no party ("مقر الفرقة السابعة عشرة")."""

from collections.abc import Sequence

from whoheld.extract.scan import Unit

_LONGEST = 3
"""Words of the longest number of a unit with its arm ("السابعة عشرة مشاة")."""


def seat(units: Sequence[Unit], first: int) -> int:
    """The last unit of the seat that begins at a unit, or -1."""
    number = first + 2
    if "seat" not in units[first].tags or number >= len(units) or units[first + 1].tags.isdisjoint(("armed", "army_region")):
        return -1
    if units[first + 1].gap or units[number].gap or not numbered(units[number]):
        return -1
    last = number
    while last + 1 < min(len(units), number + _LONGEST) and not units[last + 1].gap and units[last + 1].tags <= {"number"}:
        if not units[last + 1].tags and units[last + 1].word not in ARMS:
            break
        last += 1
    return last


ARMS = frozenset(
    {
        "مشاه",
        "مدرع",
        "مدرعه",
        "مدفعيه",
        "عشره",
        "عشر",
        "مغاوير",
        "مدرعات",
        "دبابات",
        "مظلات",
        "مظلي",
        "جبلي",
        "قوات",
        "خاصه",
        "آليه",
    }
    | {"ميكانيكيه", "صاعقه", "حدود", "مهام", "احتياط", "بحريه", "هجوميه", "هجومي", "ميكانيكي", "آلي"}
)
"""Words beside the number of a unit, as folding writes them."""


def numbered(unit: Unit) -> bool:
    """Whether a word is the number of a unit."""
    return unit.word[0].isdigit() or "nth" in unit.tags
