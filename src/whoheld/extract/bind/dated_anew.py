"""Members of an Arabic list of which the time is told anew before them («ثم في 5 كانون الأول على حماة، وبعدها بيومين حمص»)."""

from whoheld.extract.phrases.phrase import Phrase, Places, parted
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.times import DATED, UNGOVERNED, time_before
from whoheld.extract.words.letters import TIMES
from whoheld.extract.words.scan import Unit

_CLOSING = (TIMES - {"time"}) | {"preposition", "conjunction", "direction", "relative"}
"""Classes of words behind a member that begin no predicate of it."""
_ARTICLE = "ال"


def dated_anew(line: Line, first: Places, phrase: Phrase) -> bool:
    """Whether a place goes on with a list behind a time of its own, in the slot of the place before or in none."""
    if not isinstance(phrase, Places) or not phrase.names or phrase.modifier:
        return False
    if not (phrase.case in UNGOVERNED or phrase.case == _slot(line, first)) or not (opens := time_before(line, phrase)):
        return False
    return all(_of_member(line.units[at]) for at in range(first.last + 1, opens)) and _ends(line, phrase)


def _slot(line: Line, member: Places) -> str:
    """The case of the first of the places that are listed up to one."""
    before = (place.case for place in reversed(line.phrases) if isinstance(place, Places) and place.first <= member.first)
    return next((case for case in before if case not in {"list", "comma"}), member.case)


def _of_member(unit: Unit) -> bool:
    """Whether a word may belong to the member before: to its own time, or an adjective («قاعدة الوطية الجوية»)."""
    return _adjective(unit) or bool(unit.tags & DATED) or unit.word[0].isdigit()


def _adjective(unit: Unit) -> bool:
    return not unit.gap and not unit.tags and unit.word.startswith(_ARTICLE)


def _ends(line: Line, phrase: Places) -> bool:
    """Whether no predicate follows a place and those joined to it («وفي مارس الخرطوم كانت هادئة»)."""
    after = phrase.last + 1
    while isinstance(member := line.phrase(after), Places) and member.first == after and member.case == "list":
        after = member.last + 1
    while after < len(line.units) and _adjective(line.units[after]):
        after += 1
    unit = line.units[after] if after < len(line.units) else None
    return unit is None or parted(unit.gap) or bool(unit.tags & _CLOSING)
