"""Arabic deeds that are taken for known: in a relative clause, behind «بعد إعلان», celebrated, a sign or a cause."""

from whoheld.extract.phrases.phrase import Party, Places, parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_COUNTING = frozenset({"preposition", "unit", "dual", "number", "quantity", "ordinal", "adverb"})
"""Classes of words between «بعد» and the noun of an announcement («بعد ثلاثة أيام على إعلان»)."""
_CLAUSES = frozenset({"relative", "report", "contrast", "when", "to", "conditional"})
_HELPING = frozenset({"had", "adverb", "achieve"})
"""Classes of words that open a relative clause before its verb («التي كان الجيش قد سيطر عليها»)."""
_DAYS = frozenset({"weekday", "day"})
_TO_NOUN = 6
"""Words from the noun of an announcement to what is announced, who announces it between."""
_TO_TIMES = 4
"""Words from a verb to how often it was so."""
_TO_FEELING = 3
"""Words from a verb or noun of joy to the deed at which one rejoices («هنأ الشعب العراقي بتحرير»)."""
_TO_SIGN = 14
"""Words from a deed to what it is said to be («تحرير المحافظات من قبل المقاومة مؤشر»)."""


def recapped(line: Line, frame: Frame) -> bool:
    """Whether a sentence takes a gain or a loss for known and tells something else."""
    carried = frame.voice == "state" and frame.pivot != frame.at  # «سقوط المدينة بيد الجيش ضربة»
    if line.sentence.headline or not (carried or frame.trigger.relation in {Relation.GAINED, Relation.LOST}):
        return False
    if any("times" in unit.cues | unit.tail_cues for unit in line.units[frame.pivot : frame.pivot + _TO_TIMES]):
        return True  # «وقعت ثلاث مرات بيد المتمردين»
    if frame.voice == "noun" and (_after_announcement(line, frame.at) or _felt(line, frame.at)):
        return True
    if frame.voice in {"noun", "state"} and not line.told(frame.pivot):
        return _is_sign(line, frame.pivot) or _opens_sentence(line, frame.pivot)
    return frame.entry.tense == "past" and _of_known(line, frame)


def _after_announcement(line: Line, noun: int) -> bool:
    """Whether something happened after a deed was announced («بعد إعلان تحرير», «بعد أيام على إعلان الحكومة استعادة»)."""
    said = next((n for n in range(noun - 1, max(line.begins, noun - _TO_NOUN), -1) if _announcement(line.units[n])), 0)
    if not said or any(parted(unit.gap) or "relative" in unit.tags for unit in line.units[said + 1 : noun + 1]):
        return False
    after = said - 1
    while after > line.begins and line.units[after].tags & _COUNTING and not line.units[after + 1].gap:
        after -= 1
    return "after" in line.units[after].tags and "clausal" not in line.units[after].tail_cues


def _announcement(unit: Unit) -> bool:
    return "assertion" in unit.cues and "report" in unit.tags


def _felt(line: Line, noun: int) -> bool:
    """Whether somebody rejoices at a deed, or wishes another joy of it."""
    before = line.before(noun, _TO_FEELING) if line.units[noun].reading.preposition == "at" else ()
    return any("rejoicing" in unit.cues for unit in before)


def _opens_sentence(line: Line, noun: int) -> bool:
    """Whether a sentence begins with what a deed has brought about («بسقوط ماريوبول في يد الروس خسرت كييف منفذا»)."""
    told = any(line.told(at) and line.phrase(at) is None for at in range(noun + 1, len(line.units)))
    return noun == line.begins and line.units[noun].reading.preposition == "at" and told


def _is_sign(line: Line, noun: int) -> bool:
    """Whether a deed is the subject of a clause that says what it is («أن تحرير المحافظات مؤشر قوي على», «تعد خسارتها ضربة»)."""
    before = line.units[noun - 1] if noun > line.begins else None
    leads = before is None or "appraising" in before.cues or "clausal" in before.cues | before.tail_cues
    if not leads or line.units[noun].reading.preposition:
        return False
    for at in range(noun + 1, min(noun + _TO_SIGN, len(line.units))):
        unit = line.units[at]
        if "appraisal" in unit.cues:
            return True
        if (line.told(at) and "appraising" not in unit.cues and line.phrase(at) is None) or not unit.tags.isdisjoint(_CLAUSES):
            break
    return False


def _of_known(line: Line, frame: Frame) -> bool:
    """Whether a verb stands in a clause on a side or a place that is known by it, and no day of the news is told there."""
    relative = next((at for at in line.leftward(frame.pivot) if "relative" in line.units[at].tags or line.told(at)), 0)
    known = line.phrase(relative - 1) if relative > line.begins + 1 else None
    named = isinstance(known, Party) or (isinstance(known, Places) and known.anaphor != "many")
    if "relative" not in line.units[relative].tags or not named or any("copula" in unit.tags for unit in line.units):
        return False
    own = frame.pivot == relative + 1 or bool(line.units[relative + 1].tags & _HELPING)  # not «الذين يسمون أنفسهم كذا قد سيطروا»
    if not own or any(parted(unit.gap) for unit in line.units[relative + 1 : frame.pivot + 1]):
        return False
    first = known.first if known is not None else 0
    opens = first == line.begins or "ranking" in line.units[first - 1].cues or line.units[first - 1].tags & {"ordinal", "last"}
    clause = (line.units[n].tags for n in line.rightward(relative))
    return not opens and all(tags.isdisjoint(_DAYS) for tags in clause)
