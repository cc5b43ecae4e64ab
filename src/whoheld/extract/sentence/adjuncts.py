"""What an Arabic clause sets between its verb and what that governs: when, after what fight, how, with whose help."""

from typing import TYPE_CHECKING, NamedTuple

from whoheld.extract.phrases.phrase import COMMAS, Party, labelled
from whoheld.extract.words.letters import FINITE

if TYPE_CHECKING:
    from whoheld.extract.sentence.line import Line
    from whoheld.extract.words.scan import Unit

_TIMES = frozenset({"day", "weekday", "month", "time", "number", "ordinal", "unit", "dual", "reference", "about", "hijri"})
_PLAIN = frozenset({"common", "function", "operation", "war", "quantity", "adverb", "direction"}) | _TIMES
"""Classes of words that a noun of manner or of a fight is, or by which it is qualified."""
_DURING = frozenset({"through", "in"})
"""Prepositions before a time."""
_GENITIVE = frozenset({"", "of", "after", "owner"})
"""Cases of a phrase that may be the genitive of the word before it."""
_WHOSE = frozenset({"with", "from"})
"""Cases of those with whom one fights or who help."""
_DATE_GAPS = frozenset({"", "/", "(", "(/", "/ "})
_BREAKING = frozenset({"after", "before", "when", "hypothesis", "contrast", "trigger"})
"""Classes of words that tell more than when."""
_GOVERNING = frozenset({"preposition", "trigger", "light", "become", "still", "achieve", "had"})
"""Classes of words with which a clause goes on behind an adjunct."""
_CALLED = frozenset({"title", "official", "given", "name_start", "common"})
"""Classes of the words of an office and a name."""
_LONGEST_NAME = 4
_LONGEST = 9
_QUALIFIED = 3
"""Words of an adjunct behind which the name of a place is no genitive («بعد معارك عنيفة مدينة …», not «بعد معركة الموصل»)."""


class Adjuncts(NamedTuple):
    """The units of the adjuncts of a sentence that tell of no place and of no other deed.

    Attributes:
        nouns: of those that begin with a noun of a fight, of manner or of help, or tell until when; dates: of those that are
            only a date.
    """

    nouns: frozenset[int] = frozenset()
    dates: frozenset[int] = frozenset()


def release(line: "Line") -> None:
    """Takes phrases right behind an adjunct for no genitive of its adjective («بعد معارك عنيفة القوات الحكومية على»)."""
    for phrase in line.phrases:
        if phrase.case in _GENITIVE and phrase.first - 1 in line.adjuncts.nouns:
            phrase.case = ""


def adjuncts(line: "Line") -> Adjuncts:
    """The adjuncts of a sentence, found in one pass over it."""
    found, at = (set[int](), set[int]()), line.begins
    while at < len(line.units):
        end, dated = _end(line, at), _times(line, at)
        found[dated].update(range(at, end))
        at = max(end, at + 1)
    return Adjuncts(*map(frozenset, found))


def _end(line: "Line", at: int) -> int:
    """One past the adjunct that opens at a unit, or 0."""
    unit = line.units[at]
    if line.phrase(at) is not None or (unit.gap and COMMAS.isdisjoint(unit.gap) and unit.gap != "("):
        return 0
    if _times(line, at):
        return _resumed(line, at, _past_times(line, at))
    if at + 1 == len(line.units):
        return 0
    if at > line.begins and _until(line, at):
        return _resumed(line, at, _past_times(line, at + 1))
    if not _leads(line, at):
        return 0
    return _resumed(line, at, _past_noun(line, at))


def _until(line: "Line", at: int) -> bool:
    """Whether a unit leads to the time until which something is told, and to no clause («حتى مساء الجمعة», «حتى عام 2014»)."""
    entry, after = line.units[at].entry("time"), line.units[at + 1]
    return entry is not None and entry.value == "until" and not after.gap and _dated(after) and line.phrase(at + 1) is None


def _leads(line: "Line", at: int) -> bool:
    """Whether a word leads to a noun of a fight, of manner or of help («بعد», «بشكل», «دون», «بدعم»)."""
    unit = line.units[at]
    if "led" in unit.tags:
        return True
    if "after" in unit.tags or "backing" in unit.tags or labelled(unit, "through"):
        return "clausal" not in unit.tail_cues and not line.times(at)
    after = line.units[at + 1] if at + 1 < len(line.units) else None
    in_fight = labelled(unit, "in") and after is not None and "operation" in after.tags  # «في هجوم مضاد»
    whose = line.units[at + 2] if at + 2 < len(line.units) else None
    over = whose is not None and (whose.word.startswith("ال") or "trigger" in whose.tags)  # «في معركة السيطرة على»
    return (in_fight and not over) or "manner" in unit.cues


def _times(line: "Line", at: int) -> bool:
    """Whether a unit, or what it governs, belongs to a date («الثلاثاء», «في 12 يناير», «خلال الساعات الماضية»)."""
    unit, after = line.units[at], line.units[at + 1] if at + 1 < len(line.units) else None
    governs = any(labelled(unit, label) for label in _DURING) and after is not None and not after.gap
    return _dated(unit) or (governs and after is not None and _dated(after) and line.phrase(at + 1) is None)


def _dated(unit: "Unit") -> bool:
    return (tells_time(unit) and unit.tags.isdisjoint(_BREAKING)) or unit.word.isdigit()


def tells_time(unit: "Unit") -> bool:
    """Whether a word is of a time, and no noun for what is only called by a date («شارع 14 أكتوبر», «جامعة», «مستشفى»)."""
    if "time" not in unit.tags:
        return bool(unit.tags & _TIMES)
    named = (entry := unit.entry("time")) is not None and entry.value == "called"
    return not named or bool(unit.tags & (_TIMES - {"time"}))


def _past_times(line: "Line", at: int) -> int:
    end = at + 1
    while end < len(line.units) and line.phrase(end) is None and line.units[end].gap in _DATE_GAPS and _dated(line.units[end]):
        end += 1
    return end


def _past_noun(line: "Line", at: int) -> int:
    """One past the noun that a word leads to and what qualifies it, or 0 where that is a deed or a place."""
    end = at + 1
    if "led" in line.units[at].tags:
        return _past_name(line, end)
    if "manner" not in line.units[at].cues:
        if not _noun(line, end):
            return 0
        end += 1
    while end < min(at + _LONGEST, len(line.units)):
        party = line.phrase(end) or (line.phrase(end + 1) if "preposition" in line.units[end].tags else None)
        if isinstance(party, Party) and party.case in _WHOSE and not line.units[end].gap:
            end = party.last + 1
        elif _lasts(line, end) or ("backing" in line.units[at].tags and _by_whom(line, end)):
            end += 2
        elif _qualifies(line, end) and not (labelled(line.units[at], "in") and _dated(line.units[end])):
            end += 1  # the day of «في هجوم خاطف ظهر الأربعاء» is that of the deed too
        else:
            break
    return end


def _past_name(line: "Line", at: int) -> int:
    """One past the office and the name of who leads men («بقيادة العقيد أحمد»)."""
    end = at
    while end < min(at + _LONGEST_NAME, len(line.units)) and not line.units[end].gap and line.phrase(end) is None:
        if line.units[end].tags - _CALLED:
            break
        end += 1
    return end


def _noun(line: "Line", at: int) -> bool:
    """Whether a unit is an indefinite noun of no deed but a fight."""
    unit = line.units[at] if at < len(line.units) else None
    if unit is None or unit.gap or line.phrase(at) is not None or unit.reading.article or unit.word.startswith("ال"):
        return False
    fight = all(entry.tense == "" for entry in unit.entries if entry.tag == "trigger")
    return fight and unit.tags <= (_PLAIN | {"trigger"} | ({"plan"} if "trigger" in unit.tags else set())) - _TIMES  # «بعد قتال»


def _by_whom(line: "Line", at: int) -> bool:
    """Whether a preposition leads to a definite noun for those who help («من الحلفاء»)."""
    after = line.units[at + 1] if at + 1 < len(line.units) and labelled(line.units[at], "from") else None
    return after is not None and not after.gap and after.word.startswith("ال") and line.phrase(at + 1) is None


def _lasts(line: "Line", at: int) -> bool:
    """Whether a unit is a verb for how long something lasted («استمرت ثلاثة أيام», «دامت ساعات»)."""
    unit, after = line.units[at], line.units[at + 1] if at + 1 < len(line.units) else None
    plain = not unit.gap and line.phrase(at) is None and unit.tags <= {"still", "ongoing"} and not unit.reading.article
    return plain and after is not None and not after.gap and bool(after.tags & {"number", "unit", "dual", "quantity"})


def _qualifies(line: "Line", at: int) -> bool:
    """Whether a unit goes on with the noun of an adjunct: an adjective, or when and how long."""
    unit = line.units[at]
    plain = unit.tags <= _PLAIN | {"whole"} and not any(entry.tense in FINITE for entry in unit.entries)
    return not unit.gap and line.phrase(at) is None and plain and not unit.reading.conjunction


def _resumed(line: "Line", at: int, end: int) -> int:
    """``end``, if the clause goes on there: behind a second comma, or with what a verb governs."""
    if end <= at or end >= len(line.units):
        return 0
    after, aside = line.units[end], not COMMAS.isdisjoint(line.units[at].gap)
    if aside or (after.gap and after.gap != ")"):
        return end if aside and not COMMAS.isdisjoint(after.gap) else 0
    phrase = line.phrase(end)
    if phrase is not None and phrase.case in _GENITIVE:
        manner = "manner" in line.units[at].cues
        entirely = manner and end == at + 1 and "whole" in after.tags  # "بشكل كامل مدينة هجين"
        whole = entirely or end - at + manner >= _QUALIFIED or _times(line, at)
        return end if whole else 0
    if phrase is not None:
        return end
    return end if after.reading.preposition or not after.tags.isdisjoint(_GOVERNING) else 0
