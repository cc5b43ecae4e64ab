"""English commanders whom no registry knows, as the takers of a town ("General Patton captured Palermo")."""

from collections.abc import Sequence

from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit

_LONGEST_NAME = 3
_NAME = frozenset({"given", "name_start"})
_TO_DATE = 9
"""Words from a verb to the date of its deed."""
_YEAR = 4
"""Digits of a year."""
_MEN = frozenset({"armed", "nonstate", "formation"})


def commander(units: Sequence[Unit], first: int) -> int:
    """The last word of the name, with or without a rank before it, of who takes a town by arms; or -1.

    In peace people capture much (voters, a title, a likeness): a name without a rank needs a verb of war alone, or another word
    of war in its sentence, and the month or year of what is told.
    """
    ranked = "commander" in units[first].tail_cues
    if not ranked and (units[first].tags - _NAME or not _opens(units, first)):
        return -1
    verb = _past_name(units, first + ranked)
    if verb < 0 or not _takes(units, verb):
        return -1
    dated = any("month" in unit.tags or _is_year(unit) for unit in units[verb + 2 : verb + 2 + _TO_DATE])
    cues = units[verb].cues
    if ranked:
        return verb - 1 if dated or cues & {"conquest", "warfare"} else -1
    return verb - 1 if dated and ("conquest" in cues or ("warfare" in cues and _of_war(units, verb))) else -1


def _opens(units: Sequence[Unit], first: int) -> bool:
    """Whether a word opens a clause."""
    before = units[first - 1] if first and not units[first].gap else None
    return before is None or not before.tags.isdisjoint(("conjunction", "time", "month")) or _is_year(before)


def _past_name(units: Sequence[Unit], first: int) -> int:
    """The verb right behind a name, or -1."""
    for at in range(first, min(first + _LONGEST_NAME + 1, len(units))):
        unit = units[at]
        if at > first and not unit.gap and _wins(unit):
            return at
        if (unit.gap and at > first) or not unit.capital or unit.tags - _NAME or unit.possessive:
            return -1
    return -1


def _wins(unit: Unit) -> bool:
    """Whether a finite verb tells that a town is taken."""
    taking = "conquest" in unit.cues
    return any(entry.tense in FINITE and (taking or "taking" in entry.traits) for entry in unit.entries)


def _takes(units: Sequence[Unit], verb: int) -> bool:
    """Whether a name is the object right behind a verb."""
    after = units[verb + 1] if verb + 1 < len(units) else None
    return after is not None and not after.gap and after.capital and not after.tags & {"title", "official", "month", "weekday"}


def _is_year(unit: Unit) -> bool:
    return len(unit.word) == _YEAR and unit.word.isdigit()


def _of_war(units: Sequence[Unit], verb: int) -> bool:
    """Whether another word of a sentence than its verb is of war."""
    return any(at != verb and ("warfare" in unit.cues | unit.tail_cues or unit.tags & _MEN) for at, unit in enumerate(units))
