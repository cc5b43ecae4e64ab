"""The words of a time: which may stand in one, and where a place is led in by one of its own."""

from whoheld.extract.phrases.phrase import Places, parted
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.letters import TIMES
from whoheld.extract.words.scan import Unit

DATED = TIMES | {"conjunction", "adverb", "preposition", "after", "before", "article", "function"}
"""Classes of words that may stand in what says when something happened."""
LONGEST_TIME = 8
"""Words of it, at most."""
UNGOVERNED = frozenset({"", "of"})
"""Cases of a place that no preposition of its own governs."""
_AND = "و"


def time_before(line: Line, phrase: Places) -> int:
    """Where the time begins that a conjunction joins on and that stands right before a place, or 0."""
    governed = phrase.case not in UNGOVERNED and "preposition" in line.units[phrase.first - 1].tags
    if line.units[phrase.first].gap or (governed and line.units[phrase.first - 1].gap):
        return 0
    stop = phrase.first - governed
    for at in range(stop - 1, max(0, stop - 1 - LONGEST_TIME), -1):
        unit = line.units[at]
        if not (unit.tags & DATED or unit.word[0].isdigit()):
            return 0
        if _joined(unit):
            then = "conjunction" in line.units[at - 1].tags and not unit.gap
            return at - then if _is_time(line.units[at:stop], governed=governed) else 0
        if parted(unit.gap):
            return 0
    return 0


def _joined(unit: Unit) -> bool:
    written = unit.word.startswith(_AND) and bool(unit.tags & TIMES)  # "وبعدها بيومين"
    return unit.reading.conjunction or "conjunction" in unit.tags or written


def _is_time(units: list[Unit], *, governed: bool) -> bool:
    """Whether words tell a time: before a place without a preposition more than the one word that may describe it."""
    return (governed or len(units) > 1) and any(unit.tags & TIMES or unit.word[0].isdigit() for unit in units)
