"""How alike two spellings are: edit distance that a confused dot or vowel costs less than a confused letter.

A name is compared twice, whole and by its bones: Arabic without dots (ح and خ, ب and ن are written alike), Latin without vowels,
doublings and the choice of letters that romanisations leave open (``sh``/``ch``, ``q``/``k``, ``dh``/``d``).
"""

import re

from rapidfuzz.distance import OSA

_DOTLESS = str.maketrans("تثنيجخذزشضظغق", "ببببححدرسصطعف")
_DIGRAPHS = (("kh", "x"), ("gh", "g"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("th", "t"), ("dh", "d"), ("ph", "f"))
_LETTERS = str.maketrans({"q": "k", "c": "k", "z": "s", "j": "g", "w": None, "y": None, "h": None})
_VOWELS = re.compile(r"[aeiou]")
_DOUBLED = re.compile(r"(.)\1+")
_LATIN_ARTICLE = re.compile(r"^(?:al|el|ul|ash|esh|as|es|ad|ed|ar|er|at|et|an|en|az|ez|adh|ath) ")
_ALLOWED = 0.25
"""A quarter of a name's letters may differ: البوحاخر for البوخاطر (two letters of six, one of them a dot) is just inside."""


def bones(key: str) -> str:
    """What careless or differing spelling leaves of a key."""
    if not key.isascii():
        return key.translate(_DOTLESS)
    bare = _LATIN_ARTICLE.sub("", key).replace(" ", "")
    for pair, letter in _DIGRAPHS:
        bare = bare.replace(pair, letter)
    return bare[:1].translate(_LETTERS) + _DOUBLED.sub(r"\1", _VOWELS.sub("", bare[1:]).translate(_LETTERS))


def likeness(key: str, other: str) -> float:
    """1 for one spelling, 0 where more than a quarter of the letters (the article not counted) differ."""
    letters = max(len(key.removeprefix("ال")), 1)
    cost = (OSA.distance(key, other) + OSA.distance(bones(key), bones(other))) / 2
    return 1 - cost / letters if cost <= _ALLOWED * letters else 0.0
