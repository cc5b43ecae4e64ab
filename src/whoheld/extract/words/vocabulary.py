"""The words that texts use every day, by a spell checker's list, where no capitals mark a name.

Arabic has none, and an English text in capitals shows none. What is not among them, in none of its forms, is a name or a rare
word; which of the two, only its place in a sentence tells.
"""

import gzip
import json
from functools import cache
from importlib.resources import files

import spellchecker

from whoheld.text import fold

_BEFORE = ("ال", "لل", "وال", "بال", "فال", "كال", "و", "ف", "ب", "ل", "ك", "س")
"""What is written on a word: conjunctions, prepositions, the article, the sign of the future."""
_BEHIND = ("ها", "هم", "هما", "نا", "ه", "ي", "يه", "ات", "ين", "ون", "ان", "تين", "تان", "ا", "ته", "تها", "تهم", "وا", "ت")
"""What is written behind a stem: pronouns, and the endings of plurals, duals, adjectives and verbs."""
_FEMININE, _ARTICLE = "ه", "ال"
_ENGLISH = ("", "s", "es", "d", "ed", "ing", "ly", "er", "ers")
"""Endings of English words."""
_RAREST = 50
"""How often the list says of a word that it was hardly ever found."""
_SHORTEST = 3
"""Letters of the shortest stem."""


def everyday(word: str) -> bool:
    """Whether a folded Arabic word is in everyday use as it stands ("غوميز", "تويتر")."""
    return word in _everyday()


@cache
def rare(word: str) -> bool:
    """Whether a folded Arabic word is in everyday use in none of its forms ("قنفوده", "بارانثان", and not "ثكناتها")."""
    stems = {word} | {word.removeprefix(letters) for letters in _BEFORE if len(word) - len(letters) >= _SHORTEST}
    bare = {stem.removesuffix(letters) for stem in stems for letters in _BEHIND if len(stem) - len(letters) >= _SHORTEST}
    known = _everyday()
    return not any(stem in known or _ARTICLE + stem in known for stem in stems | bare | {stem + _FEMININE for stem in bare})


def everyday_english(word: str) -> bool:
    """Whether a folded English word is in everyday use, in some form ("dislodged", and not "tonacatepeque")."""
    known = _everyday_english()
    bare = (word.removesuffix(ending) for ending in _ENGLISH if len(word) - len(ending) >= _SHORTEST)
    return any(stem in known or stem + "e" in known for stem in bare)


@cache
def _everyday() -> frozenset[str]:
    """The Arabic words of the list, folded; the checker itself would count them, which takes a second and 40 MB."""
    return frozenset(fold("\n".join(_counted("ar"))).split("\n"))


@cache
def _everyday_english() -> frozenset[str]:
    """The English words of the list but the rarest, among which are names ("mosul")."""
    return frozenset(word for word, count in _counted("en").items() if count > _RAREST)


def _counted(language: str) -> dict[str, int]:
    packed = files(spellchecker) / "resources" / f"{language}.json.gz"
    counted: dict[str, int] = json.loads(gzip.decompress(packed.read_bytes()))
    return counted
