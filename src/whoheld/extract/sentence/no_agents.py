"""Parties before an Arabic verb that do not do what it tells: who suffers another deed, is governed, or owns some places."""

from whoheld.extract.phrases.phrase import Party, Phrase
from whoheld.extract.sentence.line import Line

_PLURAL = "وا"
"""The ending of an Arabic verb whose subject stands before it."""
_PLACES = frozenset({"head", "container"})
"""Classes of nouns for places, which a country may own."""
_COUNTED = frozenset({"quantity", "number", "bound", "preposition"})
"""Classes of words between a verb and its object."""


def object_of_plural(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase stands behind a verb whose own ending is its subject («باغتوا الحامية»)."""
    at = phrase.first - 1
    while at > 0 and line.units[at].tags & _COUNTED:
        at -= 1
    return (
        phrase.case in {"", "of"}
        and at >= 0
        and line.units[at].word.endswith(_PLURAL)
        and len(line.units[at].word) > len(_PLURAL)
    )


def governed(line: Line, party: Party) -> bool:
    """Whether an Arabic party that bears no preposition is an object all the same, or a genitive.

    So behind a verb whose subject a pronoun is («أضافت أنها هزمت القوات»), behind an infinitive that a preposition governs
    («تمكنت من دحر المليشيا») and as whose positions are meant («قصفت مواقع الفرقة»).
    """
    at = party.first - 1
    beside = at >= 1 and not line.units[party.first].gap and line.phrase(at) is None
    if not (line.verb_first and beside and party.case in {"", "of"}):
        return False
    before, noun = line.units[at - 1], line.units[at]
    label = before.entry("preposition")
    led = noun.reading.preposition or (label is not None and label.value != "direction" and not noun.gap)
    infinitive = led and any(entry.tense == "noun" for entry in noun.entries)
    return bool(infinitive) or "position" in noun.tags or (not noun.gap and before.entry("pronoun") is not None)


def country_of_places(line: Line, party: Party) -> bool:
    """Whether a country only tells where the places lie whose noun stands right before it («رابع مدن أفغانستان»)."""
    noun = line.units[party.first - 1] if party.first and not line.units[party.first].gap else None
    return (
        noun is not None and "country" in line.units[party.first].tags and bool(noun.tags & _PLACES) and not noun.reading.article
    )
