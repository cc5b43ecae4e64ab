"""Which of two parties that a text has named together is meant by his rank («وقالت الأولى إنها …», «واستعاد الثاني …»)."""

from collections.abc import Iterable
from itertools import pairwise

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.sentence.line import Line


def of_pair(line: Line, said: Party, lines: Iterable[Line]) -> Party | None:
    """The first or last of the two parties of ``lines``, latest first, that a conjunction joined and that agree, or None."""
    first = "former_party" in line.units[said.first].cues
    for at in lines:
        parties = [p for p in at.phrases if isinstance(p, Party) and p.town is None and (at is not line or p.last < said.first)]
        for one, other in reversed(list(pairwise(parties))):
            meant = one if first else other
            if _joined(at, one, other) and meant.gender == said.gender:
                return meant
    return None


def needs_pair(line: Line, said: Party) -> bool:
    """Whether a rank says something only of two («الأول», «الثاني»), where «الأخير» is whoever was named last."""
    return "latter_party" not in line.units[said.first].cues


def _joined(line: Line, one: Party, other: Party) -> bool:
    between = line.units[one.last + 1 : other.first]
    written = line.units[other.first].reading.conjunction or other.case == "list"
    return (written and not between) or (len(between) == 1 and "conjunction" in between[0].tags)
