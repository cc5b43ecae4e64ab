"""Verbal nouns of a language that puts the verb first, where they only tell what somebody is about to do or works towards."""

from whoheld.extract.marks.worth import weighed
from whoheld.extract.phrases.next_clause import so_that
from whoheld.extract.phrases.phrase import HARD, Party, labelled, parted, verbal
from whoheld.extract.sentence.frame import BREAKS, Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_CLAUSES = BREAKS | {"relative", "report"}
"""Classes of words that open a clause."""
_GOVERNING = frozenset({"preposition", "after", "before", "when"})
_FUTURE, _PRESENT = ("سي", "ست"), ("ي", "ت")
_SEEKING = frozenset({"plan", "attempt", "failure"})
_AIMS = _SEEKING | frozenset({"modal", "operation"})
"""Classes of words that govern what is only sought."""
_UNKNOWN = frozenset({"opposing"})
"""What a verbal noun may be that no lexicon knows as one («لمحاربة»)."""
_SUBORDINATING = _CLAUSES - {"report"} | {"to", "pronoun", "conditional"}
"""Classes of words that open a clause with a verb of its own."""
_DAYS = frozenset({"day", "unit"})
_COMPLETING, _NOUN = frozenset({"ending", "achieve", "ceased"}), ("ال", "ا", "ف")
"""Classes of verbal nouns that tell the end of something, and how they begin («الانتهاء», «استكمال», «فراغه»)."""
_TO_OUTCOME = 5
"""Words from a place to the verb that says what an event would lead to."""
_TO_FAR = 4
"""Words from «عن» back to what says how far somebody is («بعيدة كل البعد عن»)."""
_TO, _AND = "ل", "و"
_NOMINAL = ("ات", "اء", "سه", "اره", "كي", "ور")
"""How nouns and names end that begin like verbs in the future («سيارات», «سيناء», «سياسه», «سيرسكي»)."""


def aimed(line: Line, frame: Frame) -> str:
    """Why a state or a verbal noun is only an aim, or empty.

    A hold is only to be ended ("تتقدم لاستعادتها من قبضة التنظيم"), a deed worked towards ("تعمل القوات على إخراج …"), or one
    of two that are tried ("محاولتهم إسقاط المدينة وإخضاعها").
    """
    if _step(line, frame):
        return "plan"
    if frame.voice == "state":
        sought = (
            _to_end(line, frame.at) or _so_that(line, frame.pivot) or _would_lead_on(line, frame) or _would(line, frame.pivot)
        )
        return "purpose" if sought and not frame.trigger.exceptive else ""
    joined = line.units[frame.at].reading.conjunction
    if frame.voice != "noun":
        alike = joined and _written_alike(line, frame) and (_also_tried(line, frame.at) or _behind_future(line, frame.at))
        return "plan" if alike or _of_day_to_come(line, frame) else ""
    before = line.units[frame.at - 1]
    given_up = _renounced(line, frame.at) and not _gives_up(line, frame)
    renounced = labelled(before, "off") and (given_up or _far_from(line, frame.at - 1))
    led = frame.at - 1 if before.tags.isdisjoint(("achieve", "light")) else frame.at - 2  # «تعمل على استكمال السيطرة»
    worked = led >= 0 and labelled(line.units[led], "on") and _worked_towards(line, frame.at)
    tried = joined and (_also_tried(line, frame.at) or _in_clause_to_come(line, frame.at))
    gains = frame.trigger.relation is Relation.GAINED and "hold" not in frame.trigger.traits
    going_on = gains and "ongoing" in before.tags and not (line.told(frame.at - 1) or line.units[frame.at].gap)
    return "plan" if renounced or worked or tried or going_on or weighed(line, frame) or _would_lead_on(line, frame) else ""


def _would_lead_on(line: Line, frame: Frame) -> bool:
    """Whether of an event and in whose hands it is only told what it would lead to («سقوط بارا بيد المسلحين سيعني …»)."""
    if not any(entry.tag == "trigger" and entry.tense == "noun" for entry in line.units[frame.pivot].entries):
        return False
    first = max((frame.at, *(phrase.last for phrase in frame.places))) + 1
    for at in range(first, min(first + _TO_OUTCOME, len(line.units))):
        unit = line.units[at]
        if unit.gap or line.finite(at) or to_come(line, at):
            return at > first and not unit.gap and foreseen(line, frame.pivot, at)
        if not (isinstance(line.phrase(at), Party) or unit.tags & {"preposition", "trigger"}):
            return False
    return False


def _would(line: Line, noun: int) -> bool:
    """Whether an event is the subject right behind a verb in the future, or only possible («سيعزز سقوط مأرب بيدهم موقعهم»)."""
    if noun <= line.begins or parted(line.units[noun].gap) or line.phrase(noun - 1) is not None:
        return False
    event = any(entry.tag == "trigger" and entry.tense == "noun" for entry in line.units[noun].entries)
    possible = noun > 1 and "dubitative" in line.units[noun - 2].cues and line.units[noun - 1].word.startswith(_PRESENT)
    return event and (to_come(line, noun - 1) or possible)


def _behind_future(line: Line, at: int) -> bool:
    """Whether a verb in the future stands before, to which none in the past can be joined («ستتحرك صوب بارا وطرد …»)."""
    for left in line.leftward(at):
        if to_come(line, left):
            return True
        if not line.units[left].tags.isdisjoint(_CLAUSES) or line.told(left):
            break
    return False


def _in_clause_to_come(line: Line, at: int) -> bool:
    """Whether the first verb of a clause is in the future, whatever describes its goal («سيتجه صوب العند التي …، وتحريرها»)."""
    opens = at - 1
    while opens > line.begins and line.units[opens].tags.isdisjoint(("report", "to", "pronoun")):
        opens -= 1
    clause = (n for n in range(opens, at) if line.phrase(n) is None)
    verb = next((n for n in clause if _yet_to_be(line, n) or (n > opens and line.told(n))), None)
    return verb is not None and _yet_to_be(line, verb)


def _yet_to_be(line: Line, at: int) -> bool:
    return to_come(line, at) or "future_negation" in line.units[at].cues  # «لن يتوانى في دعم الثوار وتطهير المدينة»


def _step(line: Line, frame: Frame) -> bool:
    """Whether what stands behind "after" is only a step of a plan that is told before («تقضي الخطة بكذا، بعد طرد داعش منها»)."""
    opens = frame.at - 1
    if opens < 1 or "after" not in line.units[opens].tags:
        return False
    verb = next((at for at in range(opens - 1, line.begins, -1) if line.told(at) and line.phrase(at) is None), 0)
    return "plan" in line.units[verb].tags and any("scheme" in unit.cues for unit in line.units[max(0, verb - 3) : verb + 2])


def _of_day_to_come(line: Line, frame: Frame) -> bool:
    """Whether an imperfect tells of a day that somebody only awaits («نتطلع إلى يوم تندحر فيه», «اليوم الذي تسقط فيه»)."""
    pointing = line.units[frame.at + 1].entry("bound") if frame.at + 1 < len(line.units) else None
    if frame.entry.tense != "present" or pointing is None or pointing.value != "in":
        return False
    day = frame.at - 1
    day -= day > 0 and "relative" in line.units[day].tags
    return day >= 0 and not line.units[frame.at].gap and bool(line.units[day].tags & _DAYS)


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
        fought_for = left > 0 and "operation" in line.units[left - 1].tags and not unit.gap  # "بدء معركة استعادتها من أيدي"
        joined = unit.reading.conjunction and (_also_tried(line, left) or _in_clause_to_come(line, left))
        led = unit.reading.preposition == "to" or fought_for or joined
        if led and any(e.tag in {"trigger", "light"} and e.tense == "noun" for e in unit.entries):
            return True
    return False


def _so_that(line: Line, verb: int) -> bool:
    """Whether a verb with "to" written on it says what one who acts still wants («يقاتل الجيش لتعود سرت إلى سيطرته»)."""
    unit = line.units[verb]
    if unit.gap or not so_that(unit):
        return False
    before = (line.units[left] for left in line.leftward(verb) if line.phrase(left) is None)
    return any("present" in {entry.tense for entry in unit.entries} or imperfect(unit) for unit in before)


def imperfect(unit: Unit) -> bool:
    """Whether a word that no lexicon knows may be an Arabic verb in the imperfect («تتقدم»)."""
    return not unit.tags and verbal(unit.word) and unit.word.startswith(_PRESENT + _FUTURE)


def to_come(line: Line, at: int) -> bool:
    """Whether a word is an Arabic verb in the future, known or not («ستشارك», «وسيتوجهون»), and no name of men."""
    unit = line.units[at]
    if not line.verb_first or unit.tags or line.phrase(at) is not None:
        return unit.reading.future and line.phrase(at) is None
    bare = unit.word.removeprefix(_AND) if unit.word.startswith((_AND + _FUTURE[0], _AND + _FUTURE[1])) else unit.word
    verb = bare.startswith(_FUTURE) and verbal(bare[1:]) and not bare.endswith(_NOMINAL)
    return verb and (bare != unit.word or not _names_speaker(line, at))


def still_before(line: Line, before: int) -> bool:
    """Whether what comes before a deed is still so or to come («لا يزال أمامه طريق طويل قبل استعادة بارا»)."""
    return any("still" in line.units[left].tags or to_come(line, left) for left in line.leftward(before))


def _names_speaker(line: Line, at: int) -> bool:
    """Whether only a subject stands between a finite verb and a word, which is no verb then («أكد المتحدث سيلفان إيكينج»)."""
    for left in range(at - 1, line.begins - 1, -1):
        if parted(line.units[left + 1].gap) or not line.units[left].tags.isdisjoint(_SUBORDINATING):
            return False
        if line.phrase(left) is None and line.told(left):
            return True
    return False


def for_a_purpose(line: Line, frame: Frame) -> bool:
    """Whether "to" is written on a deed, or on the noun that carries it («لاستعادة السيطرة على»), so only a purpose."""
    carrier = line.units[frame.pivot]
    carried = frame.voice == "noun" and any(entry.tense == "noun" for entry in carrier.entries)
    led = line.units[frame.at].reading.preposition == "to" or (carried and carrier.reading.preposition == "to")
    led = led or (carried and frame.pivot > line.begins and completes_to(line, frame.pivot - 1))
    return led and frame.voice != "state"


def completes_to(line: Line, at: int) -> bool:
    """Whether "to" is written on a noun of completing, which makes what it completes an aim («في عملية لاستكمال السيطرة»)."""
    unit = line.units[at]
    return "achieve" in unit.tags and unit.reading.preposition == "to" and _nominal(unit)


def not_yet(line: Line, after: int, at: int) -> bool:
    """Whether what is to be done first has not been done («بعد أن يفرغ من تطهير درنة», «بعد الانتهاء من تحرير عدن سينطلق»)."""
    first = line.units[after + 1]
    if "clausal" in line.units[after].tail_cues:
        tenses = {entry.tense for entry in first.entries}
        return "present" in tenses or imperfect(first)
    completing = after + 1 < at and not first.tags.isdisjoint(_COMPLETING) and first.word.startswith(_NOUN)
    return completing and any(to_come(line, n) for n in range(line.begins, len(line.units)))


def _worked_towards(line: Line, at: int) -> bool:
    for left in line.leftward(at):
        tags = line.units[left].tags
        if "working" in tags:
            return True
        if not tags.isdisjoint(_CLAUSES) or line.finite(left):
            break
    return False


def _written_alike(line: Line, frame: Frame) -> bool:
    """Whether a verb may as well be a verbal noun, which goes on with the one before it («لتحرير سرت وطرد داعش من درنة»)."""
    unit = line.units[frame.at]
    alike = any(entry.tag == "trigger" and entry.tense == "noun" for entry in unit.entries)
    said = frame.actor is not None and frame.loser is not None and not frame.entry.pronoun  # "لدخول سرت واستعادتها من داعش"
    return alike and not unit.gap and not said


def _also_tried(line: Line, at: int) -> bool:
    """Whether a verbal noun is joined to another that is only aimed at («خطة لتحرير سرت وطرد …», «يسعى إلى …، والسيطرة …»)."""
    for left in range(at - 1, line.begins - 1, -1):
        unit, after = line.units[left], line.units[left + 1]
        if not HARD.isdisjoint(after.gap):
            return False
        if line.phrase(left) is not None:
            continue
        if not unit.tags.isdisjoint(_SEEKING) and _nominal(after) and not after.gap:
            return True
        if _aim(line, left):
            return _sought(line, left)
        if unit.reading.conjunction and any(entry.tense == "noun" for entry in unit.entries):
            continue  # "لعبور الراين وأخذ كولونيا وتحريرها"
        if line.told(left) or not unit.tags.isdisjoint(_CLAUSES - {"relative"}):
            return False
    return False


def _renounced(line: Line, noun: int) -> bool:
    """Whether a verb before «عن» says that somebody gives up what a verbal noun tells («تراجع الجيش عن اقتحام البلدة»)."""
    for at in line.leftward(noun - 1):
        if "renouncing" in line.units[at].cues or line.told(at):
            return "renouncing" in line.units[at].cues
    return False


def _gives_up(line: Line, frame: Frame) -> bool:
    """Whether what is given up is a hold that one had, and no deed that one will not do («تخلى عن سيطرته على المدينة»)."""
    carrier = line.units[frame.pivot]
    lost = any(entry.tag == "light" and entry.value == Relation.LOST for entry in carrier.entries)
    return lost and frame.pivot != frame.at and "hold" in frame.trigger.traits


def _far_from(line: Line, off: int) -> bool:
    """Whether «عن» leads to a deed from which somebody is still far («لا تزال القوات بعيدة جدا عن السيطرة على المدينة»)."""
    return any("distant" in unit.cues and not line.units[off].gap for unit in line.units[max(line.begins, off - _TO_FAR) : off])


def _nominal(unit: Unit) -> bool:
    """Whether a word may be a verbal noun and nothing else."""
    return not unit.reading.article and all(entry.tense == "noun" for entry in unit.entries)


def _aim(line: Line, at: int) -> bool:
    """Whether a unit is a verbal noun, or a word with "to" written on it that no lexicon knows."""
    unit, before = line.units[at], at - 1
    while before > 0 and isinstance(line.phrase(before), Party):
        before -= 1
    governed = bool(unit.reading.preposition) or not line.units[before].tags.isdisjoint(_SEEKING | {"preposition"})
    verbal = any(entry.tense == "noun" for entry in unit.entries)  # «يحاول الجيش كسب معركة في الرمادي وتحريرها»
    told = line.told(at)
    return (verbal and not told) or (governed and (verbal or told)) or (unit.tags <= _UNKNOWN and unit.word.startswith(_TO))


def _sought(line: Line, noun: int) -> bool:
    """Whether a verbal noun is what somebody is after: a word for an aim governs it, or "to" but no verb of success."""
    if labelled(line.units[noun - 1], "off") and _renounced(line, noun):
        return True
    purpose = line.units[noun].reading.preposition == "to" or line.units[noun].tags <= _UNKNOWN
    for left in range(noun - 1, line.begins - 1, -1):
        tags = line.units[left].tags
        if line.phrase(left) is not None:
            continue
        if not tags.isdisjoint(_AIMS):
            return True
        if line.told(left) or not tags.isdisjoint(_CLAUSES):
            return purpose and "achieve" not in tags
    return purpose
