"""English commanders whom no registry knows, as the takers of a town ("General Patton captured Palermo")."""

from collections.abc import Sequence

from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_LONGEST_NAME = 3
_NAME = frozenset({"given", "name_start"})
_TO_DATE = 9
"""Words from a verb to the date of its deed."""
_YEAR = 4
"""Digits of a year."""
_MEN = frozenset({"armed", "nonstate", "formation"})
_HELPING = frozenset({"have", "had", "adverb"})
"""Classes of words between a name and its verb."""
_LONGEST_ASIDE = 12
"""Words from a name to the verb behind a clause on it."""


def commander(units: Sequence[Unit], first: int) -> int:
    """The last word of the name, with or without a rank before it, of who takes a town by arms; or -1.

    In peace people capture much (voters, a title, a likeness): a name without a rank needs a verb of war alone, or another word
    of war in its sentence, and the month or year of what is told.
    """
    ranked = "commander" in units[first].tail_cues
    if not ranked and (units[first].tags - _NAME or not _opens(units, first)):
        return -1
    after = _past_name(units, first + ranked)
    verb = _predicate(units, after) if ranked and after >= 0 else after
    if any("storm" in unit.cues for unit in units[max(0, first - 1) : after]):
        return -1  # "Hurricane Harvey took"
    if verb < 0 or not _wins(units, verb, helped=verb > after):
        return -1
    control = ranked and _takes_control(units, verb)
    if not (control or _takes(units, verb)):
        return -1
    dated = any("month" in unit.tags or _is_year(unit) for unit in units[verb + 2 : verb + 2 + _TO_DATE])
    cues = units[verb].cues
    if ranked:
        return after - 1 if control or dated or cues & {"conquest", "warfare"} else -1
    return after - 1 if dated and ("conquest" in cues or ("warfare" in cues and _of_war(units, verb))) else -1


def _opens(units: Sequence[Unit], first: int) -> bool:
    """Whether a word opens a clause."""
    before = units[first - 1] if first and not units[first].gap else None
    return before is None or not before.tags.isdisjoint(("conjunction", "time", "month")) or _is_year(before)


def _past_name(units: Sequence[Unit], first: int) -> int:
    """The word right behind a name, or -1."""
    for at in range(first, min(first + _LONGEST_NAME + 1, len(units))):
        unit = units[at]
        if at > first and (unit.gap or not unit.capital):
            return at
        if unit.gap or not unit.capital or unit.tags - _NAME or unit.possessive:
            return -1
    return -1


def _predicate(units: Sequence[Unit], at: int) -> int:
    """The verb behind a commander's name, past who he is told to be and that he has changed sides; or -1.

    So in "Colonel Gadet, who mutinied on Monday, seized" and "General Koang, has defected and taken".
    """
    if units[at].gap == "," and units[at].tags.isdisjoint(_HELPING):
        told = "personal_relative" in units[at].cues
        at = next((n for n in range(at + 1, min(at + _LONGEST_ASIDE, len(units))) if units[n].gap), len(units)) if told else -1
    elif units[at].gap not in {"", ","}:
        return -1
    while 0 <= at < len(units) and units[at].tags & _HELPING:
        at += 1
    if 0 <= at < len(units) - 1 and "turncoat" in units[at].cues and "conjunction" in units[at + 1].tags:
        at += 2
    return at if 0 <= at < len(units) else -1


def _wins(units: Sequence[Unit], verb: int, *, helped: bool) -> bool:
    """Whether a verb tells that a town is taken, a participle behind what helps it or a finite one."""
    unit = units[verb]
    if unit.gap and not helped:
        return False
    tenses = FINITE | {"participle"} if helped else FINITE
    taking = "conquest" in unit.cues or any(entry.tag == "light" and entry.value == Relation.GAINED for entry in unit.entries)
    return any(entry.tense in tenses and (taking or "taking" in entry.traits) for entry in unit.entries)


def _takes_control(units: Sequence[Unit], verb: int) -> bool:
    """Whether control of a name is the object right behind a verb ("seized full control of Bor")."""
    noun = verb + 1
    while noun < len(units) - 1 and "adverb" in units[noun].tags and not units[noun].gap:
        noun += 1
    if noun >= len(units) - 1 or units[noun].gap or not any("hold" in entry.traits for entry in units[noun].entries):
        return False
    return "preposition" in units[noun + 1].tags and not units[noun + 1].gap and _takes(units, noun + 1)


def _takes(units: Sequence[Unit], verb: int) -> bool:
    """Whether a name is the object right behind a verb."""
    after = units[verb + 1] if verb + 1 < len(units) else None
    return after is not None and not after.gap and after.capital and not after.tags & {"title", "official", "month", "weekday"}


def _is_year(unit: Unit) -> bool:
    return len(unit.word) == _YEAR and unit.word.isdigit()


def _of_war(units: Sequence[Unit], verb: int) -> bool:
    """Whether another word of a sentence than its verb is of war."""
    return any(at != verb and ("warfare" in unit.cues | unit.tail_cues or unit.tags & _MEN) for at, unit in enumerate(units))
