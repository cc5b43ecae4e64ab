"""Reads the marks of a frame from the words around its trigger."""

from collections.abc import Sequence

from whoheld.extract.marks.after import end_of, mark_after
from whoheld.extract.marks.aims import aimed
from whoheld.extract.marks.before import mark_before
from whoheld.extract.marks.ensuing import ensues
from whoheld.extract.marks.entries import told_of_day
from whoheld.extract.marks.going_on import going_on
from whoheld.extract.marks.headlines import headlines
from whoheld.extract.marks.indirect import announced_before, past_aside, reported, said_behind
from whoheld.extract.marks.infinitives import joined_to_purpose, once_so, topic
from whoheld.extract.marks.lasted import endured
from whoheld.extract.marks.marks import Marks
from whoheld.extract.marks.pluperfect import recalls_on
from whoheld.extract.marks.raids import raid
from whoheld.extract.marks.recapped import recapped
from whoheld.extract.marks.remaining import excepted_state, left_over
from whoheld.extract.marks.titles import named_only
from whoheld.extract.marks.unrealised import unrealised
from whoheld.extract.phrases.phrase import Party, labelled, parted
from whoheld.extract.saying.announcement import opens_with_announcement
from whoheld.extract.saying.report import rejects
from whoheld.extract.sentence.days_before import days_before
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.senses import by_degrees
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_DATED = frozenset({"weekday", "month", "ordinal", "season"})
_WHEN = frozenset({"weekday", "day", "month", "reference", "after", "before"})
"""Classes of words that say when."""


def read(line: Line, frame: Frame, *, verb_first: bool) -> Marks:
    """The marks of a frame."""
    marks = Marks(refusal="question" if line.sentence.question else "")
    if frame.voice == "compound":
        marks.refuse("ended" if once_so(line, frame) else "", line.units[frame.at])
        return marks
    if (verb := next((line.units[n] for n in (frame.at, frame.pivot) if line.units[n].reading.future), None)) is not None:
        marks.refuse("modal", verb)
    elif topic(line, frame) or _ordered(line, frame):
        marks.refuse("plan", line.units[frame.at])
    elif _under_way(line, frame):
        marks.refuse("under_way", line.units[frame.at])
    elif (governing := going_on(line, frame)) is not None:
        marks.refuse("under_way", governing)
    marks.refuse(*unrealised(line, frame))
    if not opens_with_announcement(line, frame):
        mark_after(line, frame, marks)
    if frame.voice == "noun" and _supposed(line, after := end_of(frame) + 1):
        marks.refuse("hypothesis", line.units[after])
    purpose = mark_before(line, frame, marks, verb_first=verb_first)
    marks.background = marks.background or endured(line, frame)
    shifted = marks.background and ((past_aside(line, frame) and reported(line, frame)) or said_behind(line, frame))
    marks.background = marks.background and not shifted
    recalled = verb_first and (announced_before(line, frame) or _noted(line, frame) or recalls_on(line, frame))
    recalled = recalled or (verb_first and recapped(line, frame))
    marks.background = marks.background or recalled
    marks.background = marks.background or days_before(line, frame.at) > 0
    marks.refuse("purpose" if joined_to_purpose(line, frame) else "", line.units[frame.pivot])
    marks.refuse("denial" if (rejected := rejects(line, frame)) else "", rejected)
    marks.refuse("raid" if (raided := raid(line, frame)) else "", raided)
    if verb_first:
        marks.relation = Relation.GAINED if marks.relation is Relation.HOLDS and headlines(line, frame) else marks.relation
        marks.negated = marks.negated or _joined_to_negated(line, frame)
        marks.refuse(aimed(line, frame))
        marks.refuse("plan" if (cause := named_only(line, frame)) else "", cause)
    elif frame.actor is not None and frame.trigger.relation is not Relation.CONTESTED and _neither(line, frame.actor):
        marks.refuse("negation")
    _except(line, frame, marks)
    _negate(line, frame, marks, purpose=purpose)
    marks.ensued = marks.ensued or told_of_day(line, frame) or (verb_first and ensues(line, frame))
    return marks


def _noted(line: Line, frame: Frame) -> bool:
    """Whether a sentence adds a change that its reader is to remember («يذكر أن الجيش سيطر على …»), which is no news then."""
    opens = line.units[line.begins]
    change = frame.trigger.relation in {Relation.GAINED, Relation.LOST} and frame.entry.tense != "present"
    return change and "to" in opens.tags and "noting" in opens.cues and line.begins < frame.at


def _except(line: Line, frame: Frame, marks: Marks) -> None:
    """Takes a place that is excepted from what is no longer so for what it makes of the frame."""
    if excepted_state(line, frame):
        marks.no_longer, marks.negated, marks.still = False, False, True
    elif marks.no_longer and not frame.trigger.exceptive and _excepted(line, frame):
        marks.refuse("negation")


def _negate(line: Line, frame: Frame, marks: Marks, *, purpose: bool) -> None:
    """Takes a negation or a purpose for what it makes of the frame."""
    if frame.trigger.exceptive:
        said = marks.no_longer or (marks.negated and frame.trigger.relation is not Relation.LOST) or frame.voice == "ended"
        said = said and ("remnant" not in frame.trigger.traits or left_over(line, frame))
        marks.refusal = "" if said else "no negation"
        marks.no_longer = False
    elif marks.negated and not marks.no_longer and _only_then(line, frame):
        marks.ensued = True
        marks.relation = Relation.GAINED if frame.voice == "state" else marks.relation  # "لم تقع في قبضتهم إلا بعد شهر"
    elif purpose or (marks.negated and not marks.no_longer):
        marks.refuse("purpose" if purpose else "negation")


def _excepted(line: Line, frame: Frame) -> bool:
    """Whether a place is excepted from what is no longer so ("لم تعد تسيطر سوى على مطار كويرس")."""
    first = frame.places[0].first if frame.places else 0
    return any("except" in unit.tags for unit in line.units[frame.at + 1 : first])


def _only_then(line: Line, frame: Frame) -> bool:
    """Whether what is negated is told to have come true at last («لم يدخلها الجيش إلا يوم الجمعة»)."""
    carrier = line.units[frame.pivot]
    becomes = "become" in carrier.tags or any(entry.value == Relation.GAINED for entry in carrier.entries)
    told = (frame.voice == "state" and becomes) or frame.voice in {"active", "noun"}  # "لم يتمكن الجيش من دخولها إلا"
    if not line.verb_first:
        return _not_until(line, frame)
    if not told:
        return False
    excepted = next((at for at in line.rightward(frame.at) if "except" in line.units[at].tags), len(line.units))
    after = excepted + 1 + (excepted + 1 < len(line.units) and labelled(line.units[excepted + 1], "in"))
    return after < len(line.units) and _tells_when(line.units[after : after + 2])


def _not_until(line: Line, frame: Frame) -> bool:
    """Whether English tells on what day a change came about at last ("did not fall until May", "was not taken until 12 May")."""
    change = frame.trigger.relation in {Relation.GAINED, Relation.LOST} and frame.voice in {"active", "passive", "noun"}
    last = max((frame.at, *(phrase.last for phrase in frame.places), *(p.last for p in (frame.actor,) if p is not None)))
    until = line.units[last + 1 : last + 3] if change else []
    dated = len(until) > 1 and "until" in until[0].cues and not (until[0].gap or until[1].gap)
    return dated and (bool(until[1].tags & _DATED) or until[1].word[0].isdigit())


def _tells_when(units: Sequence[Unit]) -> bool:
    first = units[0]
    part = (entry := first.entry("time")) is not None and entry.value == "part"  # "إلا فجر اليوم"
    year = "unit" in first.tags and units[-1].word.isdigit()  # "إلا عام 2012"
    ranked = "ordinal" in first.tags and "month" in units[-1].tags  # "إلا في الرابع من حزيران"
    return part or year or ranked or bool(first.tags & _WHEN) or first.word.isdigit()


def _joined_to_negated(line: Line, frame: Frame) -> bool:
    """Whether an Arabic verb is joined to one that «لم» negates for both («لم يدخل الجيش المدينة ويسيطر عليها»)."""
    own = frame.actor is not None and frame.actor.first > frame.at
    if frame.entry.tense != "present" or not line.units[frame.at].reading.conjunction or own:
        return False
    verb = next((at for at in line.leftward(frame.at) if line.told(at) and line.phrase(at) is None), 0)
    imperfect = any(entry.tense == "present" for entry in line.units[verb].entries)
    return verb > 0 and imperfect and "shortening" in line.units[verb - 1].tail_cues


def _neither(line: Line, party: Party) -> bool:
    """Whether something is denied of two parties ("Neither the army nor the rebels hold the town")."""
    before = party.first - 1
    while before > 0 and "article" in line.units[before].tags:
        before -= 1
    return before >= 0 and "neither" in line.units[before].cues and not parted(line.units[before + 1].gap)


def _ordered(line: Line, frame: Frame) -> bool:
    """Whether an English verb without a subject tells what is to be done ("Objective: seize Kupyansk and push on")."""
    listed = line.units[frame.at].gap.strip()[-1:] == ":"
    alone = listed or (frame.at == line.begins and frame.actor is None)
    return not line.verb_first and alone and frame.voice == "active" and frame.entry.tense == "base"


def _under_way(line: Line, frame: Frame) -> bool:
    """Whether an event goes on and is not over ("is losing", "are pulling out of"); what one is holding, one holds."""
    if frame.entry.tense != "ing" or frame.trigger.relation in {Relation.HOLDS, Relation.CONTESTED}:
        return False
    if frame.trigger.relation is Relation.LOST and any("past_copula" in unit.cues for unit in line.before(frame.at, 2)):
        return False  # "announced that it was pulling its troops out of Izium"
    if by_degrees(line, frame):
        return False
    helpers = [unit.tags for unit in line.before(frame.at, 2)]
    return bool(helpers) and ("be" in helpers[0] or ("adverb" in helpers[0] and "be" in helpers[-1]))


def _supposed(line: Line, at: int) -> bool:
    """Whether a condition follows at once ("سقوط إدلب إن حدث")."""
    return at < len(line.units) and "hypothesis" in line.units[at].tags and not line.units[at].gap
