"""Conditions that English tells by the order of its words ("Had the rebels taken the town, …")."""

from whoheld.extract.phrases.phrase import Party, Places, parted
from whoheld.extract.sentence.line import Line


def inverted(line: Line, first: int, verb: int) -> bool:
    """Whether a subject stands between "had" and its verb; a place does where "had" opens the clause."""
    if line.units[first].gap or first >= verb:
        return False
    subject = line.phrase(first) or line.phrase(first + ("article" in line.units[first].tags))
    opens = first - 1 == line.begins or parted(line.units[first - 1].gap)
    stands = isinstance(subject, Party) or (isinstance(subject, Places) and opens)
    last = subject.last if subject is not None and stands else first if "pronoun" in line.units[first].tags else verb
    return last < verb and all(unit.tags & {"adverb", "be"} for unit in line.units[last + 1 : verb])
