"""Arabic verbs in the imperfect that tell what came next, and not what is so: «قبل أن يتقدم … ويسيطر», «تقدم ليسيطر»."""

from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_OPENS_OTHER = frozenset({"relative", "report", "contrast", "when", "to", "still", "now"})
"""Classes of words with which another clause opens, or which tell how things are."""


def ensues(line: Line, frame: Frame) -> bool:
    """Whether a verb is subjunctive behind «ل», or joined to one behind «قبل أن», which then is so too."""
    unit = line.units[frame.at]
    if frame.voice != "active" or frame.entry.tense != "present":
        return False
    return unit.reading.preposition == "to" or (unit.reading.conjunction and not unit.gap and _joined_behind(line, frame.at))


def _joined_behind(line: Line, verb: int) -> bool:
    """Whether no verb in the perfect and no other clause stands between a verb and «قبل أن»."""
    for at in line.leftward(verb):
        unit = line.units[at]
        if "before" in unit.tags:
            return "clausal" in unit.tail_cues
        perfect = line.told(at) and line.phrase(at) is None and all(entry.tense != "present" for entry in unit.entries)
        if perfect or not unit.tags.isdisjoint(_OPENS_OTHER):
            break
    return False
