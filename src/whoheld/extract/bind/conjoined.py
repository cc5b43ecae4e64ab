"""How a verb is joined to the one before it, whose subject it then shares."""

from whoheld.extract.bind.shared_subject import in_series
from whoheld.extract.phrases.phrase import parted
from whoheld.extract.sentence.frame import AUXILIARY, Frame
from whoheld.extract.sentence.line import Line

_DATED = frozenset({"weekday", "day", "month", "number", "ordinal", "time", "unit", "reference", "preposition"})
"""Classes of words of a date between a conjunction and its verb ("and on Sunday turned them out")."""


def carried(line: Line, frame: Frame) -> bool:
    """Whether a conjunction joins the verb to one before it, whose subject it shares."""
    if line.units[frame.pivot].reading.conjunction or in_series(line, frame):
        return True
    at = _joined_at(line, frame)
    if line.verb_first and at >= 0 and frame.voice == "noun" and line.units[at].reading.conjunction:
        return "report" in line.units[at].tags  # "هاجم الحشد مواقع القوات وأعلن السيطرة على"
    return at >= 0 and ("conjunction" in line.units[at].tags or contrasts(line, at, frame))


def joint(line: Line, frame: Frame) -> int:
    """The unit by which a verb is joined to the clause before, itself perhaps, or -1."""
    own = line.units[frame.pivot].reading.conjunction or in_series(line, frame)
    at = frame.pivot if own else _joined_at(line, frame)
    return at if carried(line, frame) else -1


def contrasts(line: Line, at: int, frame: Frame) -> bool:
    """Whether "but" joins a verb right behind it to the one before ("took the town but withdrew")."""
    return not line.verb_first and "contrast" in line.units[at].tags and _joined_at(line, frame) == at


def _joined_at(line: Line, frame: Frame) -> int:
    at = frame.pivot - 1
    while at > 0 and (line.units[at].tags & (AUXILIARY | _DATED) or _achieves(line, at)) and not _then(line, at):
        at -= 1
    return at


def _then(line: Line, at: int) -> bool:
    """Whether an adverb joins a verb to what stands before its comma (", then seized the town")."""
    return "conjunction" in line.units[at].tags and parted(line.units[at].gap)


def _achieves(line: Line, at: int) -> bool:
    """Whether a word only says that what the verb behind it tells was done ("and managed to enter the town")."""
    unit = line.units[at]
    return "achieve" in unit.tags and "report" not in unit.tags and line.phrase(at) is None and not line.units[at + 1].gap
