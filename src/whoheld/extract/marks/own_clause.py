"""Whether a conjunction opens the clause of a trigger, so that what stands before it says nothing of it."""

from whoheld.extract.phrases.phrase import Party, labelled
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.model import Relation

_AMID = frozenset({"inside", "with"})
"""Prepositions behind which Arabic tells what goes on meanwhile («وسط تصاعد القتال», «مع احتدام المعارك»)."""


def begins_own(line: Line, at: int, frame: Frame, *, verb_first: bool) -> bool:
    """Whether what a conjunction joins here is the trigger's own clause and not a noun of a list."""
    helped = frame.voice == "state" and bool(line.units[at].tags & {"have", "had", "be"})
    subject = not verb_first and (helped or isinstance(line.phrase(at), Party) or _town_is(line, at, frame))
    told = line.units[at].tags & {"trigger", "pronoun"} or (not verb_first and "achieve" in line.units[at].tags and line.told(at))
    return at in {frame.at, frame.pivot} or bool(told) or subject  # "have stopped the advance and continue to hold the town"


def amid(line: Line, at: int, frame: Frame) -> bool:
    """Whether an Arabic preposition opens what is told of fighting beside another deed («نزح المدنيون وسط تصاعد القتال»)."""
    if frame.trigger.relation is not Relation.CONTESTED or frame.voice != "noun" or not at < frame.at - 1:
        return False
    goes_on = all("ongoing" in unit.tags for unit in line.units[at + 1 : frame.at])
    return goes_on and any(labelled(line.units[at], label) for label in _AMID)


def _town_is(line: Line, at: int, frame: Frame) -> bool:
    """Whether the place of a state opens a clause of its own ("The fighting had ended and the town was under their control")."""
    first = at + ("article" in line.units[at].tags)
    place = frame.places[0] if frame.voice == "state" and frame.places else None
    if place is None or line.phrase(first) is not place or place.last + 1 >= len(line.units):
        return False
    return "be" in line.units[place.last + 1].tags and not line.units[place.last + 1].gap
