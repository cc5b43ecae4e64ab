"""Clauses without a verb of their own, which share that of the clause before («… على حلب والفصائل على إدلب»)."""

from typing import TYPE_CHECKING

from whoheld.extract.phrases.phrase import Party, Places, labelled

if TYPE_CHECKING:
    from whoheld.extract.sentence.line import Line


def second_share(line: "Line", at: int) -> bool:
    """Whether a party with its own place is joined at a unit to the place of another party, whose verb it shares."""
    party, before = line.phrase(at), line.phrase(at - 1)
    if not isinstance(party, Party) or party.first != at or not line.units[at].reading.conjunction:
        return False
    own, on = line.phrase(party.last + 2), line.units[party.last + 1 : party.last + 2]
    governs = isinstance(own, Places) and own.case == "on" and bool(on) and labelled(on[0], "on")
    return governs and isinstance(before, Places) and before.case == "on"
