"""The words that help a participle: "be" and "have", past an adverb, a date or another participle between."""

from collections.abc import Sequence
from itertools import takewhile

from whoheld.extract.sentence.frame import AUXILIARY
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.letters import TIMES
from whoheld.extract.words.scan import Unit

_HELPERS = 7
"""Words before a participle among which "be" and "have" stand."""
_HELPING = frozenset({"be", "have", "had"})
_DATED = TIMES | {"preposition", "adverb", "article"}
"""Classes of words of a date."""


def helpers(line: Line, at: int) -> list[Unit]:
    """The helping words before a participle, the nearest first."""
    before = list(line.before(at, _HELPERS))
    if not line.verb_first:
        before = _without_participle(_without_date(before))
    return list(takewhile(lambda unit: not unit.tags.isdisjoint(AUXILIARY), before))


def _without_participle(before: list[Unit]) -> list[Unit]:
    """The words before a participle without another that it is joined to, or what is said of its subject."""
    if len(before) > 2 and "adverb" in before[0].tags and "conjunction" in before[1].tags:  # noqa: PLR2004
        before = before[1:]  # "was assaulted and briefly occupied"
    if len(before) > 1 and "conjunction" in before[0].tags and participle(before[1]):
        before = before[2:]  # "had entered and taken", "was besieged and captured"
    if len(before) > 1 and declared(before[1::-1]):
        before = before[1:]
    if len(before) > 2 and "ordinal" in before[0].tags and "article" in before[1].tags:  # noqa: PLR2004
        before = before[2:]  # "was the first seized"
    return before


def _without_date(before: list[Unit]) -> list[Unit]:
    """The words before a participle without a date that stands behind "have" or "be" ("had on Monday also retaken")."""
    helper = next((n for n, unit in enumerate(before) if unit.tags & _HELPING), 0)
    between = before[:helper]
    dated = bool(between) and "preposition" in between[-1].tags and any(unit.tags & TIMES for unit in between)
    if not dated or not all(unit.tags & _DATED or unit.word.isdigit() for unit in between):
        return before
    return [*(unit for unit in between if "adverb" in unit.tags and not unit.tags & TIMES), *before[helper:]]


def participle(unit: Unit) -> bool:
    """Whether a word is a participle, known or by its ending."""
    known = any(entry.tense in {"ed", "participle"} for entry in unit.entries)
    return known or (not unit.tags and unit.word.endswith("ed"))


def declared(units: Sequence[Unit]) -> bool:
    """Whether "be" and a verb of saying stand before a participle ("was declared liberated")."""
    return "be" in units[0].tags and "report" in units[1].tags and not units[1].gap and participle(units[1])
