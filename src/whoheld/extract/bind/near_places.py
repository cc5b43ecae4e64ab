"""Nouns for land of which a name only says near what they lie: "the area near Damascus, which rebels hold"."""

from whoheld.extract.phrases.phrase import Places
from whoheld.extract.sentence.line import Line

_BESIDE = frozenset({"near", "toward"})
_LAND = frozenset({"landmark", "expanse", "holding"})
"""Cues of nouns for land that is no town."""
_TO_NOUN = 3
"""Words from a name back to the noun that lies near it."""


def land_beside(line: Line, phrase: Places) -> int | None:
    """The unit of the noun for land that is told to lie near a place, which a relative behind it takes up, or None."""
    if line.verb_first or phrase.case not in _BESIDE or not phrase.names:
        return None
    for at in range(phrase.first - 1, max(line.begins, phrase.first - _TO_NOUN) - 1, -1):
        unit = line.units[at]
        if line.phrase(at) is not None:
            return None
        if "area" in unit.tags or not unit.cues.isdisjoint(_LAND):
            return at
        if unit.tags.isdisjoint(("preposition", "article", "direction")):
            return None
    return None


def called_land(line: Line, phrase: Places) -> Places | None:
    """What a relative behind a place takes up where land lies near that: the land's name, else nothing; the place itself else."""
    noun = land_beside(line, phrase)
    if noun is None:
        return phrase
    named = line.phrase(noun - 1) if noun and not line.units[noun].gap else None
    return named if isinstance(named, Places) and named.names else None
