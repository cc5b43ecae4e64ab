"""What may part two members of an English list: where or when the second is so, or an aside on the first."""

from whoheld.extract.phrases.next_clause import opens_aside, predicated, predicated_behind_aside
from whoheld.extract.phrases.phrase import Phrase, Places, parted
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.times import DATED, LONGEST_TIME
from whoheld.extract.words.letters import TIMES
from whoheld.extract.words.scan import Unit

_REGIONAL = frozenset({"adverb", "direction", "article"})
"""Classes of words that may stand before the name of a region ("in neighbouring Mali")."""
_FARTHER = DATED | {"direction", "indefinite"}


def _lies(line: Line, at: int) -> bool:
    """Whether a word only tells where something lies ("… and, east of the Euphrates, the Omar field")."""
    phrase = line.phrase(at)
    beside = isinstance(phrase, Places) and phrase.case in {"toward", "near"}
    beside = beside or (phrase is not None and in_region(line, phrase))
    return not line.verb_first and (beside or "landmark" in line.units[at].cues)


def in_region(line: Line, phrase: Phrase) -> bool:
    """Whether commas part off behind "and" that the next of a list lies in a region ("Bursa and, in Thrace, Edirne")."""
    lead = phrase.first - 1
    while lead > 0 and line.units[lead].tags & _REGIONAL:
        lead -= 1
    land = "country" in line.units[phrase.last].tags or (isinstance(phrase, Places) and bool(phrase.names))
    named = land and phrase.case == "in" and not line.units[phrase.last].possessive
    after = line.units[phrase.last + 1 : phrase.last + 2]
    return named and lead > 0 and opens_aside(line.units, lead) and bool(after) and "," in after[0].gap


def dates(unit: Unit) -> bool:
    """Whether a word may stand in what says when something happened."""
    return bool(unit.tags & DATED) or unit.word[0].isdigit()


def behind_and(line: Line, first: Places, phrase: Phrase) -> bool:
    """Whether an aside between "and" and a place only says where or when it is ("Goma and, farther south, Bukavu")."""
    between = line.units[first.last + 1 : phrase.first]
    if phrase.case != "comma" or not 1 < len(between) <= LONGEST_TIME or "conjunction" not in between[0].tags:
        return False
    plain = all(_lies(line, n) if line.phrase(n) is not None else _aside(unit) for n, unit in enumerate(between, first.last + 1))
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


def gapped_behind_day(line: Line, first: Places, phrase: Places) -> bool:
    """Whether "and" leads behind a comma to the day of a place that closes its clause ("…, and on Tuesday Sange.")."""
    if phrase.case or not any(name.known for name in phrase.names) or not dates_apart(line, first.last + 1, phrase.first):
        return False
    joint = next((n for n in range(first.last + 1, phrase.first) if "conjunction" in line.units[n].tags), phrase.first)
    ends = phrase.last + 1 >= len(line.units) or parted(line.units[phrase.last + 1].gap)
    return ends and joint + 1 < phrase.first and "," in line.units[joint].gap


def past_apposition(line: Line, at: int) -> int:
    """The first unit behind an aside without a verb that begins at a unit ("Kanpaikti, a border town, and in May …"), or 0."""
    if at >= len(line.units) or "," not in line.units[at].gap:
        return 0
    closes = next((n for n in range(at + 1, len(line.units)) if parted(line.units[n].gap) and not line.inside(n)), 0)
    told = any(line.told(n) and line.phrase(n) is None for n in range(at, closes))
    return 0 if told or "conjunction" not in line.units[closes].tags else closes


def dated_each(line: Line, first: Places, phrase: Places) -> bool:
    """Whether two members of a list have a date each ("took Bama on 26 October, Gwoza and Dikwa over the following weeks")."""
    units, after = line.units[first.last + 1 : phrase.first], line.units[phrase.last + 1 :][:2]
    dated = 0 < len(units) <= LONGEST_TIME and all(map(dates, units))
    return (
        dated
        and len(after) > 1
        and not after[0].gap.strip("(")
        and dates(after[0])
        and bool(after[1].tags & DATED | after[0].tags & TIMES)
    )


def next_told(line: Line, first: Places, phrase: Phrase) -> bool:
    """Whether a place is what the next clause is about ("took Manbij on Friday and al-Bab remains", "…, al-Bab was bombed").

    A verb in the singular tells of the last place alone ("lost Goma and Sake is in their hands").
    """
    verb = line.units[phrase.last + 1] if phrase.last + 1 < len(line.units) else None
    alone = phrase.case == "list" and verb is not None and not verb.gap and "singular" in verb.cues
    apart = alone or phrase.case == "comma" or dates_apart(line, first.last + 1, phrase.first)
    return apart and tells(line, phrase)


def tells(line: Line, phrase: Phrase) -> bool:
    """Whether a verb follows a place, perhaps behind an aside, of which it is the subject then."""
    return predicated(line.units, phrase.last) or predicated_behind_aside(line.units, phrase.last)


def and_in(line: Line, first: Places, phrase: Phrase) -> bool:
    """Whether the last of a list has a preposition of its own ("control of the Santa Marta quarter, and in San Rafael")."""
    lead = phrase.first - 1
    while lead > first.last and "article" in line.units[lead].tags:
        lead -= 1
    if phrase.case != "in" or first.case != "of" or lead != first.last + 2 or "conjunction" not in line.units[lead - 1].tags:
        return False
    return phrase.last + 1 == len(line.units) and "preposition" in line.units[lead].tags
