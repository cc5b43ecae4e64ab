"""Verbal nouns of a language that puts the verb first, where they only tell what somebody is about to do or works towards."""

from whoheld.extract.phrases.phrase import labelled
from whoheld.extract.sentence.frame import BREAKS, Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_CLAUSES = BREAKS | {"relative", "report"}
"""Classes of words that open a clause."""
_GOVERNING = frozenset({"preposition", "after", "before", "when"})
_FUTURE, _PRESENT = ("سي", "ست"), ("ي", "ت")
_JOINED = 4
"""Words from a verbal noun to the one that a conjunction joins to it."""


def aimed(line: Line, frame: Frame) -> str:
    """Why a state or a verbal noun is only an aim, or empty.

    A hold is only to be ended ("تتقدم لاستعادتها من قبضة التنظيم"), a deed worked towards ("تعمل القوات على إخراج …"), or one
    of two that are tried ("محاولتهم إسقاط المدينة وإخضاعها").
    """
    if frame.voice == "state":
        return "purpose" if not frame.trigger.exceptive and _to_end(line, frame.at) else ""
    if frame.voice != "noun":
        return ""
    if labelled(line.units[frame.at - 1], "on") and _worked_towards(line, frame.at):
        return "plan"
    return "plan" if line.units[frame.at].reading.conjunction and _also_tried(line, frame.at) else ""


def foreseen(line: Line, noun: int, at: int) -> bool:
    """Whether a verb at a unit says what an event would lead to that is its subject («إن سقوط الفاشر سيعني …»)."""
    if not line.verb_first or line.phrase(at) is not None or _governed(line, noun):
        return False
    unit, before = line.units[at], line.units[at - 1]
    if noun == 0 or line.units[noun].reading.preposition:
        return noun == 0 and _yet(unit, before)
    return _yet(unit, before)


def impending(line: Line, frame: Frame) -> Unit | None:
    """What says of a deed that a verbal noun names that it is near («السيطرة على بارا، إحدى أبرز المدن، باتت وشيكة»), or None."""
    if not line.verb_first or frame.voice != "noun" or not frame.places:
        return None
    for at in range(max(frame.at, *(phrase.last for phrase in frame.places)) + 1, len(line.units) - 1):
        unit, said = line.units[at], line.units[at + 1]
        if "become" in unit.tags:
            said = line.units[min(at + 2, len(line.units) - 1)] if "preposition" in said.tags else said
            near = "impending" in said.cues or not said.tags.isdisjoint(("modal", "plan"))
            return said if near and not unit.reading.conjunction else None
        if line.finite(at) or not unit.tags.isdisjoint(_CLAUSES):
            break
    return None


def _governed(line: Line, noun: int) -> bool:
    """Whether a word right before a noun governs it; «مشيرا إلى أن» is no "until"."""
    reported = noun > 1 and "when" in line.units[noun - 1].tags and "report" in line.units[noun - 2].tags
    return not (reported or line.units[noun - 1].tags.isdisjoint(_GOVERNING))


def _yet(unit: Unit, before: Unit) -> bool:
    """Whether a verb is in the future, or only possible ("ستفتح", "قد يغير")."""
    future = unit.reading.future or (not unit.tags and unit.word.startswith(_FUTURE))
    return future or ("dubitative" in before.cues and unit.word.startswith(_PRESENT) and not unit.gap)


def _to_end(line: Line, at: int) -> bool:
    """Whether a verbal noun with "to" written on it leads to the state."""
    for left in line.leftward(at):
        unit = line.units[left]
        if line.phrase(left) is not None:
            continue
        if line.finite(left) or not unit.tags.isdisjoint(_CLAUSES):
            break
        if unit.reading.preposition == "to" and any(e.tag in {"trigger", "light"} and e.tense == "noun" for e in unit.entries):
            return True
    return False


def _worked_towards(line: Line, at: int) -> bool:
    for left in line.leftward(at):
        tags = line.units[left].tags
        if "working" in tags:
            return True
        if not tags.isdisjoint(_CLAUSES) or line.finite(left):
            break
    return False


def _also_tried(line: Line, at: int) -> bool:
    """Whether a verbal noun is joined to another before which a word like "attempt" stands."""
    for left in range(at - 2, max(-1, at - 2 - _JOINED), -1):
        noun = line.units[left + 1]
        if not line.units[left].tags.isdisjoint(("plan", "attempt", "failure")):
            governed = all(entry.tense == "noun" for entry in noun.entries)
            return governed and not noun.gap and not noun.reading.article
        if line.told(left) or not line.units[left].tags.isdisjoint(_CLAUSES):
            break
    return False
