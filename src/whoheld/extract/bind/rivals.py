"""Two who each say that they have a place: "Russia and Ukraine both claim control of it", "Both sides say they hold it"."""

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.sentence.frame import AUXILIARY, BARE, Frame
from whoheld.extract.sentence.line import Line
from whoheld.model import Relation

_BETWEEN = AUXILIARY | {"pronoun", "preposition", "article", "relative", "to", "adverb", "still"}
"""Classes of words from a verb of saying to what both say of themselves ("say that they are in full control")."""
_COUNTED = frozenset({"both", "adverb", "quantity"})


def rivals(line: Line, frame: Frame) -> tuple[Party, ...]:
    """The two parties that are the subject of the verb of saying right before a hold or a gain, or none."""
    said = _said(line, frame)
    last = said - 1
    while last > 0 and line.units[last].tags & _COUNTED and line.phrase(last) is None and not line.units[last + 1].gap:
        last -= 1
    second = line.phrase(last) if said > 0 else None
    joint = second.first - 1 if isinstance(second, Party) and second.case == "list" else 0
    while joint > 0 and "article" in line.units[joint].tags:
        joint -= 1
    first = line.phrase(joint - 1) if joint > 0 and "conjunction" in line.units[joint].tags else None
    if not (isinstance(first, Party) and isinstance(second, Party)) or first.possessive or second.possessive:
        return ()
    return (first, second) if first.case in BARE else ()


def by_both(line: Line, frame: Frame) -> bool:
    """Whether both sides, whoever they are, say so of a place."""
    noun = _said(line, frame) - 1
    while noun > 0 and line.units[noun].tags & _COUNTED and line.phrase(noun) is None and not line.units[noun].gap:
        noun -= 1
    if noun < 1 or "rival" not in line.units[noun].cues or line.units[noun].gap:
        return False
    first = noun - 1
    while first > 0 and "rival" in line.units[first].cues and not line.units[first].gap:
        first -= 1  # "both warring parties"
    counted = line.units[first]
    return bool(counted.tags & {"both", "number"}) or "universal" in counted.cues


def _said(line: Line, frame: Frame) -> int:
    """The verb of saying whose subject a hold or a gain is told of, or 0."""
    has = frame.trigger.relation in {Relation.HOLDS, Relation.GAINED} and frame.voice in {"active", "noun", "state"}
    for at in range(frame.at - 1, 0, -1) if has and not line.verb_first else ():
        unit = line.units[at]
        if unit.gap or line.units[at + 1].gap or line.phrase(at) is not None:
            return 0
        if "report" in unit.tags:
            return at
        if unit.tags.isdisjoint(_BETWEEN):
            return 0
    return 0
