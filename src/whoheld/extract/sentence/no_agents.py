"""Parties before an Arabic verb that do not do what it tells: who suffers the deed before, and the country of some places."""

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


def country_of_places(line: Line, party: Party) -> bool:
    """Whether a country only tells where the places lie whose noun stands right before it («رابع مدن أفغانستان»)."""
    noun = line.units[party.first - 1] if party.first and not line.units[party.first].gap else None
    return (
        noun is not None and "country" in line.units[party.first].tags and bool(noun.tags & _PLACES) and not noun.reading.article
    )
