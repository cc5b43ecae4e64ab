"""Countries that are only told as neighbours of where something happens ("near the border with Chad")."""

from whoheld.extract.phrases.phrase import labelled
from whoheld.extract.sentence.line import Line

_TO_BORDER = 4
"""Words from a border to the country on its other side."""


def borders(line: Line, at: int) -> bool:
    """Whether a country is only a neighbour ("the Iraqi border", "a post with Uganda", «الحدود مع», "neighbouring Mali")."""
    after, before = line.units[at + 1 : at + 2], line.units[max(0, at - _TO_BORDER) : at]
    adjective = not line.verb_first and any("border" in u.cues and not u.gap for u in after)
    noun = any("border" in unit.cues for unit in before)
    beside = bool(before) and (labelled(before[-1], "with") or "border" in before[-1].cues)
    led = before[-1 - ("article" in before[-1].tags) :] if before else []
    close = any(labelled(unit, "near") and unit.word != unit.tail for unit in led)  # but "across Sudan"
    neighbouring = bool(before) and "neighbour" in before[-1].cues
    return adjective or (noun and beside) or close or neighbouring
