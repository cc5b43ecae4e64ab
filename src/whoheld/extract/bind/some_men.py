"""Men of whom Arabic tells that only some of them leave a place, which is not lost by that («سحبت بعض جنودها من كيدال»)."""

from whoheld.extract.phrases.phrase import Party, Places, labelled
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_COUNTS = frozenset({"share", "quantity", "number"})
"""Classes of words by which only so many are told of."""


def only_some(line: Line, frame: Frame) -> bool:
    """Whether a share of somebody's men leaves, or he is told to bring out so many of them.

    Of those who go of themselves a number may be all there were («انسحب مئات المقاتلين من حلب»), but no share is.
    """
    if not line.verb_first or frame.trigger.relation is not Relation.LOST:
        return False
    if frame.voice != "active":
        return frame.voice == "noun" and _counted_people(line, frame.at + 1)
    place = next((phrase for phrase in frame.places if phrase.first > frame.at), None)
    brings = "object" not in frame.trigger.place and _brings_out(line, frame, place)
    for at in range(frame.at + 1, place.first - 1 if place is not None else frame.at + 1):
        unit = line.units[at]
        if _counts(unit, brings=brings) and _of_men(line, at + 1):
            return True
    return False


def _counted_people(line: Line, at: int) -> bool:
    """Whether people who are called by their country alone are counted, who are no army («رحيل مئات السوريين من إدلب»)."""
    counted = line.units[at : at + 2]
    if len(counted) < 2 or counted[0].gap or counted[1].gap or "quantity" not in counted[0].tags:  # noqa: PLR2004
        return False
    return bool(counted[1].tags & {"nationals", "country"}) and "armed" not in counted[1].tags


def _counts(unit: Unit, *, brings: bool) -> bool:
    part = "share" in unit.tags and "whole" not in unit.tags and "predominant" not in unit.cues  # «غادر معظم المقاتلين»
    return part or (brings and bool(unit.tags & _COUNTS) and "whole" not in unit.tags)


def _brings_out(line: Line, frame: Frame, place: Places | None) -> bool:
    """Whether a verb has men as its object, behind who brings them out («سحبت روسيا جنودا من»)."""
    subject = line.phrase(frame.at + 1)
    return isinstance(subject, Party) and place is not None and subject.last + 1 < place.first - 1


def _of_men(line: Line, at: int) -> bool:
    """Whether men are told at a unit, or behind «من»."""
    at += labelled(line.units[at], "from")
    unit = line.units[at] if at < len(line.units) else None
    return unit is not None and not unit.gap and (isinstance(line.phrase(at), Party) or "armed" in unit.tags)
