"""Arabic deeds that are only begun or still go on («بدأ الجيش تطهير الحي», «يواصلون تحرير المدينة»)."""

from whoheld.extract.phrases.phrase import Party, labelled
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation


def going_on(line: Line, frame: Frame) -> Unit | None:
    """The verb that governs the noun of a deed, be its subject between them, and says that it is not done; or None.

    Of a hold it says that one has it («يواصل فرض سيطرته»).
    """
    trigger = frame.trigger
    if not line.verb_first or frame.voice != "noun" or trigger.relation is not Relation.GAINED or trigger.states:
        return None
    before, noun = line.units[frame.at - 1], line.units[frame.at]
    if noun.reading.preposition or ("preposition" in before.tags and not labelled(before, "in")):
        return None  # «العملية التي بدأت في آب إلى استعادة …»
    for left in line.leftward(frame.at):
        unit = line.units[left]
        if "inchoative" in unit.cues and line.phrase(left) is None:
            return unit
        passed = isinstance(line.phrase(left), Party) or line.adjunct(left) or "adverb" in unit.tags
        if not passed and not (left == frame.at - 1 and labelled(unit, "in")):
            return None
    return None
