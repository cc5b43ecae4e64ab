"""Deeds of which somebody is only accused: "Kyiv accused Russia of capturing Snake Island", "is accused of overrunning Bama"."""

from whoheld.extract.phrases.phrase import labelled
from whoheld.extract.sentence.frame import AUXILIARY, Frame
from whoheld.extract.sentence.line import Line


def accused(line: Line, frame: Frame) -> int:
    """The English verb by which somebody is accused of what a frame tells, or -1."""
    of = frame.pivot - 1
    while of > line.begins and line.units[of].tags & (AUXILIARY | {"adverb"}) and not line.units[of + 1].gap:
        of -= 1
    if line.verb_first or of <= line.begins or not labelled(line.units[of], "of"):
        return -1
    for at in line.leftward(of):
        if "accusing" in line.units[at].cues:
            return at
        if not line.units[at].tags.isdisjoint(("relative", "report", "trigger")):
            break
    return -1


def passive(line: Line, accusing: int) -> bool:
    """Whether only who is accused is told ("is accused of", "The rebels, accused of")."""
    helped = accusing == line.begins or bool(line.units[accusing].gap) or "be" in line.units[accusing - 1].tags
    return helped or labelled(line.units[accusing + 1], "of") or labelled(line.units[accusing + 1], "by")
