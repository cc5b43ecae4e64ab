"""What may part two members of an English list: where or when the second is so, or an aside on the first."""

from whoheld.extract.phrases.phrase import Phrase, Places, parted
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

TIMES = frozenset({"day", "weekday", "month", "time", "number", "ordinal", "unit", "dual", "reference"})
"""Classes of words of dates."""
DATED = TIMES | {"conjunction", "adverb", "preposition", "after", "before", "article", "function"}
_FARTHER = DATED | {"direction", "indefinite"}
LONGEST_TIME = 8


def _lies(line: Line, at: int) -> bool:
    """Whether a word only tells where something lies ("… and, east of the Euphrates, the Omar field")."""
    phrase = line.phrase(at)
    beside = isinstance(phrase, Places) and phrase.case in {"toward", "near"}
    return not line.verb_first and (beside or "landmark" in line.units[at].cues)


def dates(unit: Unit) -> bool:
    """Whether a word may stand in what says when something happened."""
    return bool(unit.tags & DATED) or unit.word[0].isdigit()


def behind_and(line: Line, first: Places, phrase: Phrase) -> bool:
    """Whether an aside between "and" and a place only says where or when it is ("Goma and, farther south, Bukavu")."""
    between = line.units[first.last + 1 : phrase.first]
    if phrase.case != "comma" or not 1 < len(between) <= LONGEST_TIME or "conjunction" not in between[0].tags:
        return False
    plain = all(_aside(unit) and line.phrase(first.last + 1 + n) is None for n, unit in enumerate(between))
    return plain and between[0].gap in {"", ","} and "," in between[1].gap


def dated_behind_and(line: Line, first: Places, phrase: Phrase) -> bool:
    """Whether an aside between two places names the day or year of the second alone ("Bo and, in 1996, Koidu")."""
    units = line.units[first.last + 1 : phrase.first]
    return any(unit.word[0].isdigit() or unit.tags & {"month", "weekday", "day"} for unit in units)


def _aside(unit: Unit) -> bool:
    """Whether a word may stand in an aside on where or when a place was held, or for how long ("and, for a week, Koidu")."""
    return unit.tags <= _FARTHER or "unit" in unit.tags


def dates_apart(line: Line, first: int, stop: int) -> bool:
    """Whether only the time of the second part two members of a list ("took Bama on Monday and, two days later, Gwoza")."""
    units = line.units[first:stop]
    dated = all(dates(unit) or _lies(line, n) for n, unit in enumerate(units, first))
    return dated and 0 < len(units) <= LONGEST_TIME and any("conjunction" in unit.tags for unit in units)


def past_apposition(line: Line, at: int) -> int:
    """The first unit behind an aside without a verb that begins at a unit ("Kanpaikti, a border town, and in May …"), or 0."""
    if at >= len(line.units) or "," not in line.units[at].gap:
        return 0
    closes = next((n for n in range(at + 1, len(line.units)) if parted(line.units[n].gap) and not line.inside(n)), 0)
    told = any(line.told(n) and line.phrase(n) is None for n in range(at, closes))
    return 0 if told or "conjunction" not in line.units[closes].tags else closes
