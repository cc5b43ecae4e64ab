"""Conditions that are told by the order of words ("Had the rebels taken the town, …", «إن سقطت المدينة»)."""

from whoheld.extract.phrases.phrase import Party, Places, parted, verbal
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line


def supposes(line: Line, at: int, frame: Frame) -> bool:
    """Whether a word opens a condition ("Had the rebels taken the town, …", «لو سيطر», «تخشى مجزرة إن سقطت»)."""
    unit, following = line.units[at], line.units[at + 1]
    if "had" in unit.tags and not line.verb_first:
        return _inverted(line, at + 1, frame.pivot)
    if "conditional" not in unit.tags:
        return False
    opens = at == 0 or unit.gap or unit.reading.conjunction or "report" in line.units[at - 1].tags or _thing(line, at - 1)
    return bool(opens) and line.finite(at + 1) and "trigger" in following.tags


def _inverted(line: Line, first: int, verb: int) -> bool:
    """Whether a subject stands between "had" and its verb; a place does where "had" opens the clause."""
    if line.units[first].gap or first >= verb:
        return False
    subject = line.phrase(first) or line.phrase(first + ("article" in line.units[first].tags))
    opens = first - 1 == line.begins or parted(line.units[first - 1].gap)
    stands = isinstance(subject, Party) or (isinstance(subject, Places) and opens)
    last = subject.last if subject is not None and stands else first if "pronoun" in line.units[first].tags else verb
    return last < verb and all(unit.tags & {"adverb", "be"} for unit in line.units[last + 1 : verb])


def _thing(line: Line, at: int) -> bool:
    """Whether an indefinite noun that is no party's and no place's stands at a unit («مجزرة إن سقطت»)."""
    unit = line.units[at]
    plain = unit.tags <= {"common", "function"} and not unit.reading.preposition and line.phrase(at) is None
    return line.verb_first and plain and unit.word.isalpha() and not (unit.word.startswith("ال") or verbal(unit.word))
