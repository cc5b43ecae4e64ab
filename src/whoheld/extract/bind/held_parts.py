"""The town of whose parts an Arabic clause says in whose hands they are («الأجزاء الخاضعة لسيطرة المعارضة في شرق حلب»)."""

from whoheld.extract.phrases.phrase import Party, Places, labelled
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_BETWEEN = frozenset({"lying", "preposition", "still", "relative", "become", "bound", "had"})
"""Classes of words between the noun for the parts and what says whose they are."""
_TO_NOUN, _TO_HOLDER, _TO_TOWN = 4, 4, 4
"""Words from what says whose they are to that noun, and to the holder; and from him to the town."""
_KINDS = frozenset({"quarter", "settlement", "district"})
_WHERE = frozenset({"in", "from", "direction"})


def held_parts(line: Line, frame: Frame) -> Places | None:
    """The town, in part, that is told behind the holder of its parts, or None.

    Areas of all kinds may lie about a town; of those only what lies on one of its sides is taken for a part of it.
    """
    noun = _noun_of_parts(line, frame.at) if frame.voice in {"reduced", "active", "state"} else None
    if noun is None:
        return None
    holder = next((p for n in range(frame.at + 1, min(frame.at + _TO_HOLDER, len(line.units))) if (p := line.phrase(n))), None)
    if not isinstance(holder, Party):
        return None
    sided = "share" in noun.tags or (head := noun.entry("head")) is None or head.value == "quarter"
    for at in range(holder.last + 1, min(holder.last + 1 + _TO_TOWN, len(line.units))):
        town, unit = line.phrase(at), line.units[at]
        if isinstance(town, Places):
            named = bool(town.names) and not town.modifier and (town.case in _WHERE or "preposition" in line.units[at - 1].tags)
            return town.in_part() if named and sided else None
        sided = sided or labelled(unit, "direction")
        if unit.gap or not (labelled(unit, "in") or labelled(unit, "from") or labelled(unit, "direction")):
            return None
    return None


def _noun_of_parts(line: Line, at: int) -> Unit | None:
    """The definite noun for parts, quarters or areas before what says whose they are, where no name stands there, or None."""
    noun = at - 1
    while noun > max(line.begins, at - _TO_NOUN) and line.units[noun].tags & _BETWEEN and not line.units[noun].gap:
        if isinstance(phrase := line.phrase(noun), Places) and phrase.names:
            return None
        noun -= 1
    unit = line.units[noun] if 0 <= noun < at else None
    if unit is None or not (unit.reading.article or unit.word.startswith("ال")):
        return None
    head = unit.entry("head")
    several = head is not None and head.value in _KINDS and head.tense == "many"
    return unit if several or "share" in unit.tags else None
