"""English adjectives of two words before a name."""

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
