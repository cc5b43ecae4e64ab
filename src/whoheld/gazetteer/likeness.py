"""How alike two spellings are: edit distance that a confused dot or vowel costs less than a confused letter.

A name is compared twice, whole and by its bones: Arabic without dots (ح and خ, ب and ن are written alike), Latin and Cyrillic in
the plain form without vowels.
"""

import re

from rapidfuzz.distance import OSA

from whoheld.gazetteer.romanise import plain

_DOTLESS = str.maketrans("تثنيجخذزشضظغق", "ببببححدرسصطعف")
_VOWELS = re.compile(r"(?<!^)[aiu]")
_ALLOWED = 0.25
"""A quarter of a name's letters may differ: البوحاخر for البوخاطر (two letters of six, one of them a dot) is just inside."""


def likeness(key: str, other: str) -> float:
    """1 for one spelling, 0 where more than a quarter of the letters (the article not counted) differ."""
    flesh, other_flesh = _flesh(key), _flesh(other)
    letters = max(len(flesh.removeprefix("ال")), 1)
    cost = (OSA.distance(flesh, other_flesh) + OSA.distance(_bones(flesh), _bones(other_flesh))) / 2
    return 1 - cost / letters if cost <= _ALLOWED * letters else 0.0


def _flesh(key: str) -> str:
    return plain(key) or key.replace(" ", "")


def _bones(flesh: str) -> str:
    return _VOWELS.sub("", flesh) if flesh.isascii() else flesh.translate(_DOTLESS)
