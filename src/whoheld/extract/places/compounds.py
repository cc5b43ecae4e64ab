"""English adjectives of two words: before a name, or with a name that so is none ("a London-based spokesman")."""

from collections.abc import Sequence

from whoheld.extract.words.scan import Unit

_WORDS = 3
"""The two words of an adjective, and the name."""


def past_compound(units: Sequence[Unit], at: int) -> int:
    """Where a name begins behind "of" and an adjective of two words ("the capital of oil-rich Unity state"), or 0."""
    words = units[at : at + _WORDS]
    if at == 0 or len(words) < _WORDS or [unit.gap for unit in words] != ["", "-", ""]:
        return 0
    adjective = not any(unit.tags or unit.capital for unit in words[:2])
    return at + 2 if adjective and words[2].capital and "genitive" in units[at - 1].tail_cues else 0


def compounded(units: Sequence[Unit], at: int) -> bool:
    """Whether a hyphen makes an adjective of a capitalised word, which names no place then ("Roman-era", "Paris-born")."""
    behind = units[at + 1] if units[at].capital and at + 1 < len(units) else None
    return behind is not None and behind.gap == "-" and "compounding" in behind.cues


def told_of(units: Sequence[Unit], at: int) -> bool:
    """Whether a country behind an indefinite noun is the subject of a clause on it ("a region Russia took over in July")."""
    verb = units[at + 1] if at + 1 < len(units) and "country" in units[at].tags else None
    indefinite = any("indefinite" in unit.tags for unit in units[max(0, at - 3) : at])
    return verb is not None and not verb.gap and indefinite and any(entry.tense in {"past", "ed"} for entry in verb.entries)
