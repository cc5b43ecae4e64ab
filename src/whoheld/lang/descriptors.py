"""Which words name nobody: common nouns of armed people, that may be any side's ("the militants", «القوات»)."""

from collections.abc import Sequence
from functools import cache

from whoheld.lang import languages, pack, phrases

_COMMON = frozenset(
    {"armed", "nonstate", "statal", "regular", "actor_anaphor", "cause", "article", "quantity", "number", "adverb", "function"}
)
_LONGEST = 4
"""Words of the longest descriptor that the lexicon gives as a whole ("the rebel armed group")."""


def names_nobody(code: str, words: Sequence[str]) -> bool:
    """Whether words (as token keys, without possessive endings) of a language are common nouns alone."""
    if code not in languages() or not words:
        return False
    at, common = 0, _common(code)
    while at < len(words):
        last = next((n for n in range(min(len(words), at + _LONGEST), at, -1) if tuple(words[at:n]) in common), at)
        if last == at:
            return False
        at = last
    return True


@cache
def _common(code: str) -> frozenset[tuple[str, ...]]:
    common = [phrase for phrase, entries in phrases(code).items() if any(entry.tag in _COMMON for entry in entries)]
    common += [(word,) for word in pack(code).creeds]  # "Islamist fighters"
    return frozenset(common)
