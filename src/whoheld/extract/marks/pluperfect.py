"""Arabic verbs that go on with what a pluperfect recalls: «وكان الجيش قد دخل سرت … وسيطر على مينائها»."""

from whoheld.extract.phrases.next_clause import opens_own
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_HAD = 7
"""Words from the verb "to be" to the particle of its pluperfect, the subject between."""
_PRESENT = frozenset({"contrast", "when", "still", "now", "become", "report", "to"})
"""Classes of words behind which a sentence no longer recalls."""


def recalls_on(line: Line, frame: Frame) -> bool:
    """Whether a verb in the past is joined to one in the pluperfect with which its sentence begins."""
    verb = frame.pivot
    past = line.told(verb) and all(entry.tense != "present" for entry in line.units[verb].entries)
    first = line.begins
    if not past or "had" not in line.units[first].tags or verb == first or not opens_own(line.units, verb):
        return False
    particle = next((at for at in range(first, min(first + _HAD, verb)) if _of_pluperfect(line, at)), None)
    return particle is not None and all(unit.tags.isdisjoint(_PRESENT) for unit in line.units[particle + 1 : verb])


def _of_pluperfect(line: Line, at: int) -> bool:
    """Whether a verb in the past stands behind the particle that makes a pluperfect of it («كان … قد دخل»)."""
    unit = line.units[at]
    particle = not unit.cues.isdisjoint(("dubitative", "recapping")) or not unit.tail_cues.isdisjoint(("dubitative",))
    return particle and at + 1 < len(line.units) and any(entry.tense == "past" for entry in line.units[at + 1].entries)
