"""What "but" excepts from all of something ("all of Kunduz but the airport is held by"), and where it opens a clause instead."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import parted
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit
from whoheld.lang import Entry

_LONGEST = 7
"""Words of what is told as a whole, from the word for all of it on."""
_HELPING = frozenset({"be", "have", "had", "modal", "still"})
_TELLING = frozenset({"trigger", "light"})
_EXCEPT = (Entry("except", "", ""), Entry("preposition", "about", ""))


def settle_exceptions(units: Sequence[Unit]) -> None:
    """Reads a "but" behind all of something as a word that excepts."""
    for at, unit in enumerate(units):
        if "exceptive" in unit.cues and "contrast" in unit.tags and _excepts(units, at):
            unit.entries, unit.tags = _EXCEPT, frozenset(entry.tag for entry in _EXCEPT)


def _excepts(units: Sequence[Unit], at: int) -> bool:
    """Whether all of something stands before a unit and a name behind it, and no verb that another one answers."""
    if at + 1 >= len(units) or units[at].gap or units[at + 1].gap or not _names(units[at + 1]):
        return False
    whole = next((n for n in range(at - 1, max(-1, at - 1 - _LONGEST), -1) if _universal(units[n])), -1)
    if whole < 0 or any(_told(unit) or parted(unit.gap) for unit in units[whole + 1 : at]):
        return False
    return not (_predicated(units, whole, before=True) and _predicated(units, at, before=False))


def _names(unit: Unit) -> bool:
    """Whether a word may open what is excepted."""
    return unit.capital or bool(unit.tags & {"article", "share", "head", "number", "quantity", "direction"})


def _universal(unit: Unit) -> bool:
    return "whole" in unit.tags or "universal" in unit.cues


def _told(unit: Unit) -> bool:
    """Whether a word is a verb."""
    return bool(unit.tags & _HELPING) or any(entry.tense in FINITE and entry.tag in _TELLING for entry in unit.entries)


def _predicated(units: Sequence[Unit], start: int, *, before: bool) -> bool:
    """Whether a verb stands before or behind a unit in its clause."""
    step = -1 if before else 1
    at = start + step
    while 0 <= at < len(units) and not parted(units[at + before].gap):
        if _told(units[at]):
            return True
        at += step
    return False
