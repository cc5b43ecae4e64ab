"""Figures of speech: a town that a mood, the weather or a disease takes, or that gives in to what is no side."""

from whoheld.extract.phrases.phrase import Party, labelled
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_UNDER = ("under", "in", "facing", "to")
"""Prepositions behind which stands what a town falls under, or to whom."""
_YIELDED = ("facing", "to")
_TO = "ل"


def figurative(line: Line, frame: Frame) -> bool:
    """Whether a place is only said to be taken by what holds none («بعد سيطرة الهدوء على», «سقطت تحت وطأة البرد»)."""
    if not line.verb_first or frame.actor is not None:
        return False
    if any(_figure(line, at + 1) for at in (frame.pivot, frame.at)):
        return True
    falls = frame.voice == "active" and "subject" in frame.trigger.place
    yields = "yielding" in frame.trigger.traits and _yields(line, frame)
    return falls and (yields or _falls_under(line, frame))


def _figure(line: Line, at: int) -> bool:
    return at < len(line.units) and "figurative" in line.units[at].cues and not line.units[at].gap


def _falls_under(line: Line, frame: Frame) -> bool:
    """Whether a preposition leads to a figure of speech, right behind it or behind a noun («في دائرة الجوع»)."""
    for at in line.rightward(frame.at):
        if not _figure(line, at) or line.phrase(at) is not None:
            continue
        if _leads(line, at - 1) and line.phrase(at - 1) is None:
            return True
        own = _attached(line.units[at]) or (_governs(line, at - 1) and "season" not in line.units[at].tags)
        if own:
            return True
    return False


def _leads(line: Line, noun: int) -> bool:
    """Whether a preposition governs the noun at a unit."""
    return not line.units[noun].gap and _governs(line, noun - 1) and not labelled(line.units[noun], "in")


def _governs(line: Line, at: int) -> bool:
    return any(labelled(line.units[at], label) for label in _UNDER)


def _yields(line: Line, frame: Frame) -> bool:
    """Whether it is told behind a place to what it gives in, which is no party («لريال مدريد», «أمام ضيفتها»)."""
    at = max(frame.at, *(phrase.last for phrase in frame.places)) + 1 if frame.places else len(line.units)
    if at >= len(line.units) or line.units[at].gap or isinstance(line.phrase(at), Party):
        return False
    unit = line.units[at]
    return _attached(unit) or any(labelled(unit, label) for label in _YIELDED)


def _attached(unit: Unit) -> bool:
    """Whether «لـ» is written on a noun, of an unknown one as well («لريال مدريد»)."""
    return unit.reading.preposition == "to" or (not unit.tags and unit.word.startswith(_TO))
