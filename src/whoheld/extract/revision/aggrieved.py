"""Who is told to suffer by a gain, and so did not make it ("The capture of Goma humiliated the army")."""

from whoheld.extract.bind.from_whom import is_blow
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.sentence.line import Line
from whoheld.extract.write import Reading

_TO_VERB = 14
"""Words from the noun of a gain to the verb that tells what it did to somebody."""
_BEFORE = frozenset({"article", "possessive", "adverb", "be", "have", "had", "to"})
"""Classes of words between that verb and whom it befell."""


def aggrieved(reading: Reading) -> Party | None:
    """Whom the gain that a noun tells is said to have harmed, or to whom a gain is a blow, or None."""
    line, at = reading.line, reading.frame.at
    if line.verb_first:
        return None
    behind = range(at + 1, min(at + _TO_VERB, len(line.units)))
    told = (n for n in behind if "harming" in line.units[n].cues) if reading.frame.voice == "noun" else iter(())
    verb = next(told, -1)
    return _whom(line, verb + 1) if verb > 0 else next((_whom(line, n + 2) for n in behind if is_blow(line, n)), None)


def _whom(line: Line, first: int) -> Party | None:
    """The party that stands at a unit or behind words that do not count, or None."""
    while first < len(line.units) and line.phrase(first) is None and line.units[first].tags & _BEFORE:
        first += 1
    party = line.phrase(first)
    return party if isinstance(party, Party) else None
