"""The marks behind a trigger: what is said of it and of its place ("the capture of Hajin failed")."""

from whoheld.extract.marks.aims import foreseen, impending
from whoheld.extract.marks.marks import Marks
from whoheld.extract.phrases.phrase import COMMAS, Party, parted
from whoheld.extract.saying.report import denies_other
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.relatives import relative_end
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_PLACE_BEFORE = frozenset({"passive", "reduced", "state"})
"""Voices whose place stands before the trigger, so that what follows is no object of it."""
_NEAR = 4
"""Words within which a mark is of a trigger."""
_COPULA = 4
"""Words from a noun's place to what is said of it: a copula and an article may come between."""
_CLAUSE = 8
"""The same of a short relative clause, which is said of the noun as a whole ("whose seizure was their long-held ambition")."""
_NOT_YET = ("modal", "plan")
_HELPING = frozenset({"be", "have", "had", "adverb"})


def mark_after(line: Line, frame: Frame, marks: Marks) -> None:
    """Marks that stand after the trigger ("capture of Hajin failed", "lost control", "is not confirmed")."""
    marks.refuse("modal" if (near := impending(line, frame)) else "", near)
    for at in line.rightward(frame.at):
        unit = line.units[at]
        split = (
            frame.trigger.relation is Relation.CONTESTED and "copula" in frame.trigger.place
        )  # "is divided between … supporters of"
        before = frame.voice in _PLACE_BEFORE or split
        placed = bool(frame.places) and (at >= frame.places[0].first > frame.at or before)
        told_so = line.verb_first and _tells_sense(line, frame, at)
        placed = placed or _said_of_place(line, frame, at)
        if "other_sense" in unit.tags and (told_so or not placed) and _changes_sense(line, frame, at):
            marks.refuse("other_sense", unit)
        marks.refuse("other_sense" if _tells_as_what(frame, unit, at) else "", unit)
        if _predicated(line, frame, at) and not marks.refusal and not _governs(line, at):
            by_it = line.verb_first and unit.reading.preposition == "at"  # "تسليم الضمير إلى الجيش باتفاق"
            marks.refuse(next((reason for reason in _NOT_YET if reason in unit.tags and not by_it), ""), unit)
            marks.refuse("modal" if foreseen(line, frame.at, at) else "", unit)
        shared = frame.voice == "noun" and (light := unit.entry("light")) is not None and light.value == Relation.CONTESTED
        shared = shared and "hold" in frame.trigger.traits
        divided = shared and line.verb_first  # "السيطرة على المدينة مقسمة بين"
        marks.relation = marks.relation or (Relation.CONTESTED if divided else None)
        marks.no_longer = marks.no_longer or (_ended(line, frame, at) and "ceased" in unit.tags and not line.verb_first)
        denied = "denial" in unit.tags and at < relative_end(line, frame.at)
        if denied and not shared and not denies_other(line, at, frame):
            marks.refuse("denial", unit)
        if at == frame.at + 1 and "past_modal" in unit.cues and not unit.gap:
            marks.refuse("modal", unit)  # "Goma, whose fall would be a blow"
        if "relative" in unit.tags and parted(unit.gap):
            return  # "the capture of the town, which the army denied", is claimed all the same
        marks.returned = marks.returned or ("returned" in unit.tags and at <= end_of(frame) + _NEAR)
        if "hypothesis" in unit.tags and frame.voice == "noun":
            marks.refuse("hypothesis", unit)
        is_so = "copula" in unit.tags  # "السيطرة على الباب هي الهدف التالي"
        other = not {"trigger", "report"}.isdisjoint(unit.tags) and not (is_so or _described(line, at))
        if other and not any(p.first <= at <= p.last for p in frame.places):
            return  # but "the fall of Elephant Pass would …"


def _described(line: Line, at: int) -> bool:
    """Whether an English word only leads to the noun behind it ("remains a priority", "was the rebels' declared aim")."""
    if "still" in line.units[at].tags:
        return not line.verb_first
    unit, after = line.units[at], line.units[at + 1] if at + 1 < len(line.units) else None
    participle = not line.verb_first and any(entry.tense in {"ed", "participle"} for entry in unit.entries)
    before = line.units[at - 1]
    led = unit.gap == "-" or (not unit.gap and (before.possessive or bool(before.tags & {"article", "possessive"})))
    return participle and led and after is not None and not after.gap and "plan" in after.tags


def _said_of_place(line: Line, frame: Frame, at: int) -> bool:
    """Whether a unit follows a relative clause on a place that is full («في نيالا التي يسيطر عليها الجيش ارتفعت الأسعار»)."""
    if not line.verb_first or frame.voice != "active" or frame.actor is None or not frame.places:
        return False
    return frame.places[-1].last < frame.at < frame.actor.first and at > frame.actor.last


def _tells_as_what(frame: Frame, unit: Unit, at: int) -> bool:
    """Whether a word says as what somebody is held or taken ("held Hamas responsible", "had been taken prisoner")."""
    taken = "captive" in unit.cues and at == frame.at + 1
    return not unit.gap and (taken or ("verdict" in unit.cues and _of_object(frame, at)))


def _of_object(frame: Frame, at: int) -> bool:
    """Whether a word says as what an object is held ("held Hamas responsible")."""
    return frame.voice == "active" and bool(frame.places) and at == frame.places[-1].last + 1


def _ended(line: Line, frame: Frame, at: int) -> bool:
    """Whether a unit tells what became of a hold that a noun speaks of ("Georgian control of Kodori ended")."""
    hold = frame.voice == "noun" and frame.pivot == frame.at and frame.trigger.relation is Relation.HOLDS
    verb = end_of(frame) + 1
    while verb < len(line.units) and not line.verb_first and line.units[verb].tags & _HELPING:
        verb += 1  # "their hold on Uvira has ended"
    return hold and at == verb


def _tells_sense(line: Line, frame: Frame, at: int) -> bool:
    """Whether a word right after a noun or its place is what is meant ("تحت السيطرة النارية", "استعاد برشلونة صدارة الدوري")."""
    unit = line.units[at]
    after = frame.voice == "active" and bool(frame.places) and at == frame.places[-1].last + 1 and not unit.gap
    return (at == frame.at + 1 and "function" not in unit.tags) or (after and frame.actor is None)


def _changes_sense(line: Line, frame: Frame, at: int) -> bool:
    """Whether a word after a trigger is near enough to give it another sense: a particle right after it ("took off")."""
    tags = line.units[at].tags
    if frame.trigger.relation is Relation.CONTESTED and "ongoing" in tags:
        return False  # "fighting took place"
    if frame.trigger.relation is Relation.LOST and tags >= {"function", "other_sense"}:
        return False  # "the army pulled out"
    if (frame.loser is not None or _drives_them(line, frame, at)) and "function" in tags:
        return at == frame.at + 1 and "driven out" not in frame.trigger.place  # "drove out the rebels", but "drove them out"
    if "preposition" in tags:
        return at == frame.at + 1
    return at <= frame.at + _NEAR and not any(
        parted(line.units[n].gap) and not line.inside(n) for n in range(frame.at + 1, at + 1)
    )


def _drives_them(line: Line, frame: Frame, at: int) -> bool:
    """Whether a particle tells that those of whom its sentence has spoken are driven out ("… before the army drove them out")."""
    them = at == frame.at + 2 and "object_pronoun" in line.units[at - 1].cues and "driven out" in frame.trigger.place
    return them and any(isinstance(p, Party) and p.last < frame.at and p is not frame.actor for p in line.phrases)


def _governs(line: Line, at: int) -> bool:
    """Whether a word governs the deed after it, so that it is said of another event ("بضياع المدينة واعدا باسترجاعها")."""
    after = line.units[at + 1] if at + 1 < len(line.units) else None
    return after is not None and bool(after.reading.preposition) and line.phrase(at + 1) is None and not after.gap


def end_of(frame: Frame) -> int:
    """The last unit of a trigger and its places."""
    return max([frame.at, *(phrase.last for phrase in frame.places)])


def _predicated(line: Line, frame: Frame, at: int) -> bool:
    """Whether a unit is what is said of a noun and its place ("the capture of Mosul is imminent"), and no aim of its verb."""
    carried = frame.pivot != frame.at and not line.verb_first  # "took control of Goma and vowed to"
    named = (frame.voice == "noun" and not carried) or frame.entry.tense == "ing"
    last = max(frame.at, frame.places[-1].last) if frame.places else at  # "Kidal, whose recapture is the aim"
    relative = bool(frame.places) and frame.places[-1].last < frame.at and not line.verb_first
    if not named or not 0 < at - last <= (_CLAUSE if relative else _COPULA):
        return False
    between = range(last + 1, at + 1)
    if any("genitive" in line.units[n].tail_cues and "portion" in line.units[n].cues for n in between):
        return False  # "the withdrawal from Goma was part of a plan"
    return not any(COMMAS & set(line.units[n].gap) for n in between) and not _aims(line.units[at], frame)


def _aims(unit: Unit, frame: Frame) -> bool:
    """Whether a phrase says what a verb that carries a noun is done for ("took control of Bama in a bid to")."""
    purpose = "infinitive" in unit.tail_cues and "purposive" in unit.cues
    return purpose or (frame.pivot != frame.at and "linking" in unit.tail_cues and unit.tail != unit.word)
