"""Deeds that came some days after what is told, so that they are of no day of it («قبل أيام من سيطرته على الرمادي»)."""

from typing import TYPE_CHECKING

from whoheld.extract.phrases.phrase import labelled

if TYPE_CHECKING:
    from whoheld.extract.sentence.line import Line

_UNITS = frozenset({"unit", "dual"})
_COUNTS = _UNITS | {"number", "quantity", "adverb", "function"}
"""Classes of a unit of time and of the words that count it («قبل أشهر قليلة من»)."""


def days_before(line: "Line", noun: int) -> int:
    """The word «قبل» that leads so to a noun, or to that of which a state is told («من سقوط صنعاء بأيديهم»), or 0."""
    place = line.phrase(noun - 1) if line.verb_first and noun else None
    fallen = place is not None and place.first and "trigger" in line.units[place.first - 1].tags
    at = (place.first - 1 if place is not None and fallen else noun) - 1
    if not line.verb_first or at <= 1 or not labelled(line.units[at], "from"):
        return 0
    opens = next((n for n in range(at - 1, -1, -1) if line.units[n + 1].gap or line.units[n].tags.isdisjoint(_COUNTS)), 0)
    timed = any(not line.units[n].tags.isdisjoint(_UNITS) for n in range(opens + 1, at))
    return opens if timed and "before" in line.units[opens].tags and not line.units[opens + 1].gap else 0
