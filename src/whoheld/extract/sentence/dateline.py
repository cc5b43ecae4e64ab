"""The dateline at the head of a report ("GOMA, Congo, July 8 –"): where and when it was written, and no event."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import dashed, labelled
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit

_LONGEST = 12
_DATE = 6
_TOWN_AND_AGENCY = 4
_AGENCY = 3
"""Words of the name of an agency between two dashes."""
_DATED = frozenset({"month", "hijri", "weekday", "number", "ordinal", "day"})
_NAMING = frozenset({"outlet", "common", "adverb", "function"})
"""Classes of words by which agencies are called."""
_VERBAL = frozenset({"be", "have", "had", "modal", "trigger", "light", "achieve"})
_BEFORE_VERB = frozenset({"adverb", "function", "time"})
"""Classes of words between a dash and the verb with which a sentence goes on ("– swiftly seized")."""
_CLAUSE = frozenset({"trigger", "report", "be", "have", "had", "modal", "relative", "pronoun"})


def dateline(units: Sequence[Unit]) -> int:
    """The first unit after the dateline that begins a sentence, or 0 where none does."""
    if bracketed := _in_brackets(units):
        return bracketed
    for at in range(1, min(_LONGEST, len(units))):
        gap = units[at].gap
        if gap and ((":" in gap and at > 1) or dashed(units, at)) and not _goes_on(units, at):
            goes_on = _counts(units[at - 1]) or _resumes(units, at)
            goes_on = goes_on or (":" in gap and _arabic_clause(units[:at]))
            headed = not (goes_on or _predicates(units[at])) and all(unit.tags.isdisjoint(_CLAUSE) for unit in units[:at])
            return at if headed and not all(_dates(unit) for unit in units[:at]) else 0
    return 0


def _in_brackets(units: Sequence[Unit]) -> int:
    """The first unit after a dateline in brackets ("(Bamako) The mission left", "(Goma, AFP) Rebels took"), or 0."""
    for at in range(1, min(_DATE, len(units))):
        if ")" in units[at].gap:
            opened = any("(" in unit.gap for unit in units[1 : at + 1])
            names = all(unit.capital and not unit.possessive and _CLAUSE.isdisjoint(unit.tags) for unit in units[:at])
            return at if names and not opened and units[at].capital and units[at].gap.strip() == ")" else 0
    return 0


def _arabic_clause(units: Sequence[Unit]) -> bool:
    """Whether Arabic words before a colon say something, as a town, an agency and a day do not («كثر الحديث عن ود مدني: …»)."""
    words = [unit for unit in units if not unit.word.isascii() and not _dates(unit)]
    return len(words) > _TOWN_AND_AGENCY or any(not unit.tags.isdisjoint(("preposition", "actor")) for unit in words[1:])


def _predicates(unit: Unit) -> bool:
    """Whether a verb stands behind a dash, so that its subject is no dateline ("The army – too – left", no Arabic verb)."""
    told = any(entry.tense in FINITE for entry in unit.entries) or bool(unit.tags & {"be", "have", "had"})
    return told and unit.word.isascii() and not unit.capital


def _dates(unit: Unit) -> bool:
    """Whether a word is one of a date, which alone heads an entry of a chronology ("June 9, 2015: …")."""
    year = any(entry.tag == "unit" and entry.value == "year" for entry in unit.entries)  # "عام 1996: …"
    return bool(unit.tags & _DATED) or unit.word.isdigit() or year or labelled(unit, "in")


def _counts(unit: Unit) -> bool:
    """Whether a word ends a count of days and no date ("needed ten days: …")."""
    return any(entry.tag == "unit" and entry.tense == "many" for entry in unit.entries)


def _resumes(units: Sequence[Unit], at: int) -> bool:
    """Whether another dash closes an aside, behind which the sentence goes on ("Arbin and Zamalka – both in Ghouta – were")."""
    closing = next((n for n in range(at + 1, len(units)) if dashed(units, n)), None)
    if closing is None or not dashed(units, at):
        return False
    verb = next((unit for unit in units[closing:] if not (unit.tags and unit.tags <= _BEFORE_VERB)), units[closing])
    return not verb.tags.isdisjoint(_VERBAL)


def _goes_on(units: Sequence[Unit], at: int) -> bool:
    """Whether only a date or an agency stands between a dash and the next («دمشق - 12 أيار 2016 - …», «القدس- معا- …»)."""
    for following in range(at, min(at + _DATE, len(units))):
        unit = units[following]
        if following > at and dashed(units, following):
            return True
        agency = following < at + _AGENCY and unit.tags <= _NAMING and unit.word[0].isalpha() and not unit.capital
        if unit.tags.isdisjoint(_DATED) and not (unit.word.isdigit() or agency):
            return False
    return False
