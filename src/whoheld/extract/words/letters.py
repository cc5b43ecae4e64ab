"""Letters written on a word that belong to other words: conjunctions, prepositions, the article, the future."""

from collections.abc import Iterator
from typing import NamedTuple

from whoheld.lang import Entry, Writing

FINITE = frozenset({"past", "present", "passive", "base", "ed"})
TIMES = frozenset({"day", "weekday", "month", "time", "number", "ordinal", "unit", "dual", "reference"})
"""Classes of words of dates."""
_SHORT = 2
"""Letters of the conjunctions to which no other is joined («واو» is a town)."""

_LIKE = "like"
"""What «ك» means, which no pronoun follows."""


class Reading(NamedTuple):
    """One way to take the letters written on a word off it."""

    stem: str
    conjunction: bool = False
    preposition: str = ""
    article: bool = False
    future: bool = False


def readings(word: str, writing: Writing) -> Iterator[Reading]:
    """The ways to take the letters written on a word off it, the word as it stands first."""
    yield Reading(word)
    for conjunction in ("", *writing.conjunctions):
        if word.startswith(conjunction) and len(word) > len(conjunction) + 1:
            yield from _without_prefixes(word[len(conjunction) :], bool(conjunction), writing)


def _without_prefixes(word: str, conjunction: bool, writing: Writing) -> Iterator[Reading]:
    if conjunction:
        yield Reading(word, conjunction)
    yield from _without_article(word, conjunction, "", writing)
    for elided, letter in writing.elided.items():
        if word.startswith(elided) and len(word) > len(elided) + 1:
            label = writing.prepositions[letter]
            yield Reading(writing.article + word[len(elided) :], conjunction, label)
            yield Reading(word[len(elided) :], conjunction, label, article=True)
    for letter, label in writing.prepositions.items():
        if word.startswith(letter) and len(word) > len(letter) + 1:
            yield Reading(word[len(letter) :], conjunction, label)
            yield from _without_article(word[len(letter) :], conjunction, label, writing)
    if writing.future and word.startswith(writing.future):
        yield Reading(word[len(writing.future) :], conjunction, future=True)


def _without_article(word: str, conjunction: bool, label: str, writing: Writing) -> Iterator[Reading]:
    if writing.article and word.startswith(writing.article) and len(word) > len(writing.article) + 1:
        yield Reading(word[len(writing.article) :], conjunction, label, article=True)


def may_carry(entry: Entry, reading: Reading) -> bool:
    """Whether a word of the lexicon may have these letters written on it."""
    finite = entry.tense in FINITE
    if reading.future:
        return entry.tense == "present"
    if reading.article:
        return (
            not finite
            and not entry.pronoun
            and entry.tag not in {"pair", "relative", "bound", "pronoun"}  # «الله» is no «له»
            and (entry.tag != "preposition" or entry.value == "direction")
        )
    if reading.preposition:
        if entry.tag == "bound" and reading.preposition == _LIKE:
            return False  # «كاليه» is Calais
        return (
            entry.tense == "present" and reading.preposition == "to"
            if finite
            else entry.tag not in {"preposition", "pronoun", "relative"}
        )
    return not (reading.conjunction and entry.tag == "conjunction" and len(reading.stem) <= _SHORT)
