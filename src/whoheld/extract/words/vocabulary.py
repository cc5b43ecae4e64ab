"""The words that Arabic texts use every day, by a spell checker's list: a script without capitals marks no name.

What is not among them, in none of its forms, is a name or a rare word; which of the two, only its place in a sentence tells.
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


@cache
def _everyday() -> frozenset[str]:
    """The words of the list, folded; the checker itself would count them, which takes a second and 40 MB."""
    packed = files(spellchecker) / "resources" / "ar.json.gz"
    return frozenset(fold("\n".join(json.loads(gzip.decompress(packed.read_bytes())))).split("\n"))
