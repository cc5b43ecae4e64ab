"""Arabic peoples and commanders that no lexicon knows, beside a verb by which a town is won («استولى الغجريون على البلدة»)."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import labelled, verbal
from whoheld.extract.phrases.spelling import foreign
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit

_ARTICLE = "ال"
_SUBJECTS, _OBLIQUES = ("ون",), ("ين",)
"""Endings of plurals of people as subjects, and in the genitive."""
_SHORTEST = 7
"""Letters of the article, of a people's name and of its plural ending («الغجريون»)."""
_ADJECTIVE = frozenset({"function", "direction"})
"""Classes of words by which a people is told from another («الشماليون»)."""
_LONGEST_NAME = 3
_HANDS = frozenset({"hand", "control"})
"""Triggers whose noun stands before whose a place is («بيد الشماليين», «تحت سيطرة بيافرا»)."""
_ELATIVE = "ا"
"""How broken plurals begin that may be spelled as foreign names are («أعداء»)."""
_SHORTEST_NAME = 5
_TO_HANDOVER = 6
"""Words from a verb of handing over to whom a place is given."""


def stranger(units: Sequence[Unit], first: int) -> int:
    """The last word of a people or a commander beside a verb or verbal noun of taking a town, or -1."""
    before = units[first - 1] if first and not units[first].gap else None
    captures = before is not None and _captures(before)
    if "commander" in units[first].cues:
        return _received(units, first) if _given(units, first) else _named(units, first + 1, governs=captures)
    if before is None:
        return -1
    if _in_hands(units, first - 1):
        return first if _names_one(units, first) else _people(units, first, _OBLIQUES)
    if not captures:
        return -1
    if "colour" in units[first].cues:
        return first
    finite = not before.reading.article and any(entry.tense in FINITE for entry in before.entries if "capture" in entry.traits)
    return _people(units, first, _SUBJECTS if finite else _OBLIQUES)


def _given(units: Sequence[Unit], first: int) -> bool:
    """Whether a place is handed over to whom a unit begins to name («سلمت القدس إلى الجنرال اللنبي»)."""
    if not first or units[first].gap or not labelled(units[first - 1], "to"):
        return False
    return any("handover" in entry.traits for unit in units[max(0, first - _TO_HANDOVER) : first] for entry in unit.entries)


def _received(units: Sequence[Unit], first: int) -> int:
    """The last word of the unknown name behind a rank, or -1."""
    last = first
    while last + 1 < min(len(units), first + 1 + _LONGEST_NAME) and not units[last + 1].gap and _may_name(units[last + 1]):
        last += 1
    return last if last > first else -1


def _may_name(unit: Unit) -> bool:
    return not (unit.tags - {"given", "name_start"} or unit.reading.preposition) and unit.word.isalpha() and not verbal(unit.word)


def _captures(unit: Unit) -> bool:
    return "trigger" in unit.tags and any("capture" in entry.traits for entry in unit.entries)


def _in_hands(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun stands behind a preposition that tells in whose hands a place is or comes («بيد», «تحت سيطرة»)."""
    unit = units[at]
    noun = any(entry.tag == "trigger" and entry.value in _HANDS and entry.tense == "noun" for entry in unit.entries)
    own = unit.reading.article or any(entry.pronoun for entry in unit.entries)
    return noun and not own and (bool(unit.reading.preposition) or (at > 0 and "preposition" in units[at - 1].tags))


def _names_one(units: Sequence[Unit], at: int) -> bool:
    """Whether a side that is called by a colour, or a word spelled as foreign names are, is all that a noun governs."""
    unit, after = units[at], units[at + 1] if at + 1 < len(units) else None
    ends = after is None or bool(after.gap) or bool(after.tags) or after.word.isdigit()
    if "colour" in unit.cues:
        return True
    named = not unit.tags and unit.word.isalpha() and len(unit.word) >= _SHORTEST_NAME and not unit.word.startswith(_ELATIVE)
    return ends and named and foreign(unit.word)


def _people(units: Sequence[Unit], first: int, endings: tuple[str, ...]) -> int:
    """The last word of a definite plural of people with the adjectives that tell which, or -1."""
    unit = units[first]
    if unit.tags or not unit.word.startswith(_ARTICLE) or not unit.word.endswith(endings) or len(unit.word) < _SHORTEST:
        return -1
    last = first
    while last + 1 < len(units) and not units[last + 1].gap and _qualifies(units[last + 1], endings):
        last += 1
    return last


def _qualifies(unit: Unit, endings: tuple[str, ...]) -> bool:
    return unit.tags <= _ADJECTIVE and unit.word.startswith(_ARTICLE) and unit.word.endswith(endings)


def _named(units: Sequence[Unit], first: int, *, governs: bool) -> int:
    """The last word of a commander's unknown name, before his verb or, if that stands before him, what it governs; or -1."""
    for at in range(first, min(first + _LONGEST_NAME, len(units))):
        unit = units[at]
        if at > first and not unit.gap and (labelled(unit, "on") if governs else _captures(unit)):
            return at - 1
        known = unit.tags - {"given", "name_start"}
        if unit.gap or known or unit.cues or unit.reading.preposition or not unit.word.isalpha() or verbal(unit.word):
            return -1
    return -1
