"""Arabic nouns of control that only open a clause on what they are worth, whoever is told to need that."""

from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_SHE = "ت"
"""How the imperfect begins of which a feminine noun is the subject."""
_TO_WORTH = 12
"""Words from a place, and what says where it lies, to what its control is held to be."""
_CLAUSES = frozenset({"relative", "report", "contrast", "when", "after"})


def weighed(line: Line, frame: Frame) -> bool:
    """Whether a noun of control only opens a clause that says what it is worth, and who is told behind it is somebody else.

    So in «السيطرة على المطار تمثل نصرا كبيرا، لأن الدعم السريع يتمركز فيه».
    """
    if _needed(line, frame):
        return True
    opens = frame.at == line.begins or "to" in line.units[frame.at - 1].tags
    last = max((phrase.last for phrase in frame.places), default=0)
    verb = line.units[last + 1] if last + 1 < len(line.units) else None
    opens = opens and not line.units[frame.at].reading.preposition  # but «بسيطرتها على أديغرات تكون القوات قد وصلت»
    if not opens or verb is None or verb.gap or frame.at > last or "hold" not in frame.trigger.traits:
        return False
    actor = frame.actor
    apart = actor is None or (actor.first > last and any(unit.gap for unit in line.units[last + 1 : actor.first + 1]))
    return apart and verb.word.startswith(_SHE) and verb.tags <= {"common"} and line.phrase(last + 1) is None


def _needed(line: Line, frame: Frame) -> bool:
    """Whether a deed is the subject of a clause by which it is needed («تعد السيطرة على بارا ضرورية», «استعادة بارا مهمة»).

    Who is named behind that needs it, and has not done it.
    """
    noun = line.units[frame.pivot]
    before = line.units[frame.pivot - 1] if frame.pivot > line.begins else None
    appraised = before is not None and "appraising" in before.cues and not noun.gap
    leads = appraised or before is None or "clausal" in before.cues | before.tail_cues
    if not leads or noun.reading.preposition or not frame.places:
        return False
    first = max(frame.at, *(phrase.last for phrase in frame.places)) + 1
    for at in range(first, min(first + _TO_WORTH, len(line.units))):
        unit = line.units[at]
        if line.phrase(at) is None and "needed" in unit.cues:
            return appraised or at == first
        if (line.told(at) and line.phrase(at) is None) or not unit.tags.isdisjoint(_CLAUSES):
            break
    return False
