"""Arabic verbs that go on with what a pluperfect recalls: «وكان الجيش قد دخل سرت … وسيطر على مينائها»."""

from whoheld.extract.phrases.next_clause import opens_own
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_HAD = 7
"""Words from the verb "to be" to the particle of its pluperfect, the subject between."""
_PRESENT = frozenset({"contrast", "when", "still", "now", "become", "report", "to"})
"""Classes of words behind which a sentence no longer recalls."""
_OPENS_OTHER = frozenset({"had", "to", "relative", "report", "contrast", "when", "after"})
"""Classes of words with which the clause of a verb may open."""
_PERFECT = ("ت", "وا")
_IMPERFECT = ("ي", "ت")
"""How verbs in the perfect end, and in the imperfect begin."""


def recalls_on(line: Line, frame: Frame) -> bool:
    """Whether an Arabic verb in the past is joined to one in the pluperfect, which covers both."""
    return _behind_particle(line, frame) or _goes_on(line, frame)


def _behind_particle(line: Line, frame: Frame) -> bool:
    """Whether a verb in the past is joined to one behind «قد» with which its sentence begins."""
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


def _goes_on(line: Line, frame: Frame) -> bool:
    """Whether an Arabic verb goes on from one in the pluperfect, which covers both («كانت القوات تقدمت في مايو وسيطرت على»)."""
    verb = line.units[frame.at]
    own = frame.actor is None or frame.actor.first > frame.at
    if frame.voice != "active" or frame.entry.tense != "past" or own or not verb.reading.conjunction or verb.gap:
        return False
    had = next((at for at in line.leftward(frame.at) if line.units[at].tags & _OPENS_OTHER), 0)
    subject = frame.actor
    first = subject.last + 1 if subject is not None else frame.at
    return "had" in line.units[had].tags and subject is not None and subject.first == had + 1 and _perfect(line, first)


def _perfect(line: Line, at: int) -> bool:
    """Whether a word right behind a subject is a verb in the perfect, or one that no lexicon knows and no imperfect."""
    unit = line.units[at]
    imperfect = unit.word.startswith(_IMPERFECT) and not unit.word.endswith(_PERFECT)  # «تقدمت» is none
    unknown = not (unit.tags or unit.gap or imperfect)
    return any(entry.tense == "past" for entry in unit.entries) or unknown
