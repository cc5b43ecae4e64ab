"""Where Arabic says that there is fighting when its noun governs no town: above all in some, or where men have attacked."""

from whoheld.extract.bind.scenes import settled
from whoheld.extract.phrases.phrase import Places, labelled
from whoheld.extract.sentence.line import Line
from whoheld.model import Extent

_WHERE, _SMALL = frozenset({"in", "at"}), frozenset({"settlement", "quarter", "district"})
_ATTACKED = _WHERE | {"", "on", "inside"}
_TO_STATE = 4
"""Words from a noun of fighting to what says that it goes on."""


def above_all(line: Line, at: int) -> Places | None:
    """The towns in which Arabic says that fighting is above all («تدور المعارك في البلاد، خصوصا في ملكال وبور»), or None."""
    for n in range(at + 1, len(line.units) - 1):
        unit, after = line.units[n], line.units[n + 1]
        if "listing" in unit.tags and not after.gap and (labelled(after, "in") or after.reading.preposition == "at"):
            place = line.phrase(n + 1) or line.phrase(n + 2)
            named = isinstance(place, Places) and bool(place.names) and place.case in _WHERE and not place.modifier
            small = isinstance(place, Places) and all(n.kind in _SMALL and n.extent is not Extent.AREA for n in place.names)
            return place if isinstance(place, Places) and named and small else None
        if line.told(n) or "relative" in unit.tags:
            break
    return None


def goes_on_where_attacked(line: Line, at: int) -> Places | None:
    """The town that men are told to attack in a sentence that says of the fighting only that it goes on, or None.

    So in «هاجم المسلحون ثكنة في مدينة بني، وقال مصدر إن القتال مستمر».
    """
    behind = line.units[at + 1 : at + _TO_STATE]
    definite = line.units[at].word.removeprefix("و").startswith("ال") and not line.units[at].reading.preposition
    if not definite or not any("ongoing" in unit.tags and not unit.gap for unit in behind):
        return None
    if any(isinstance(line.phrase(n), Places) for n in line.rightward(at)):
        return None
    attack = next((n for n in range(at - 1, line.begins - 1, -1) if "raid" in line.units[n].tags), None)
    if attack is None:
        return None
    towns = (p for p in line.phrases if isinstance(p, Places) and attack < p.first <= p.last < at)
    return next((town for town in towns if town.case in _ATTACKED and settled(town) and not town.modifier), None)


def outcome(line: Line, at: int) -> int | None:
    """Where Arabic begins to say what fighting led to, and where («أسفرت المعارك عن نزوح الآلاف في الأبيض»), or None."""
    verb = line.units[at - 1] if line.verb_first and at > line.begins and not line.units[at].gap else None
    if verb is None or "achieve" not in verb.tags:
        return None
    return next((n for n in line.rightward(at) if labelled(line.units[n], "off")), None)
