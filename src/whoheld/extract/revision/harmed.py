"""Who is told to suffer by a gain, and so did not make it ("The capture of Goma humiliated the army")."""

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.write import Reading

_TO_VERB = 14
"""Words from the noun of a gain to the verb that tells what it did to somebody."""
_BEFORE = frozenset({"article", "possessive", "adverb", "be", "have", "had", "to"})
"""Classes of words between that verb and whom it befell."""


def harmed(reading: Reading) -> Party | None:
    """Whom the gain that a noun tells is said to have harmed, or None."""
    line, at = reading.line, reading.frame.at
    if line.verb_first or reading.frame.voice != "noun":
        return None
    verbs = range(at + 1, min(at + _TO_VERB, len(line.units)))
    verb = next((n for n in verbs if "harming" in line.units[n].cues), len(line.units))
    first = verb + 1
    while first < len(line.units) and line.phrase(first) is None and line.units[first].tags & _BEFORE:
        first += 1
    party = line.phrase(first)
    return party if isinstance(party, Party) else None
