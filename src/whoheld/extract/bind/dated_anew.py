"""Members of an Arabic list of which the time is told anew before them («ثم في 5 كانون الأول على حماة، وبعدها بيومين حمص»)."""

from whoheld.extract.bind.set_apart import DATED, LONGEST_TIME, TIMES
from whoheld.extract.phrases.phrase import Phrase, Places, parted
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_UNGOVERNED = frozenset({"", "of"})
"""Cases of a place that no preposition of its own governs."""
_CLOSING = (TIMES - {"time"}) | {"preposition", "conjunction", "direction", "relative"}
"""Classes of words behind a member that begin no predicate of it."""
_AND, _ARTICLE = "و", "ال"


def dated_anew(line: Line, first: Places, phrase: Phrase) -> bool:
    """Whether a place goes on with a list behind a time of its own, in the slot of the place before or in none."""
    if not isinstance(phrase, Places) or not phrase.names or phrase.modifier:
        return False
    if not (phrase.case in _UNGOVERNED or phrase.case == first.case) or not (opens := time_before(line, phrase)):
        return False
    return all(_of_member(line.units[at]) for at in range(first.last + 1, opens)) and _ends(line, phrase)


def _of_member(unit: Unit) -> bool:
    """Whether a word may belong to the member before: to its own time, or an adjective («قاعدة الوطية الجوية»)."""
    adjective = not unit.gap and not unit.tags and unit.word.startswith(_ARTICLE)
    return adjective or bool(unit.tags & DATED) or unit.word[0].isdigit()


def time_before(line: Line, phrase: Places) -> int:
    """Where the time begins that a conjunction joins on and that stands right before a place, or 0."""
    governed = phrase.case not in _UNGOVERNED and "preposition" in line.units[phrase.first - 1].tags
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


def _ends(line: Line, phrase: Places) -> bool:
    """Whether no predicate follows a place and those joined to it («وفي مارس الخرطوم كانت هادئة»)."""
    after = phrase.last + 1
    while isinstance(member := line.phrase(after), Places) and member.first == after and member.case == "list":
        after = member.last + 1
    unit = line.units[after] if after < len(line.units) else None
    return unit is None or parted(unit.gap) or bool(unit.tags & _CLOSING)
