"""How alike two spellings are: edit distance that a confused dot or vowel costs less than a confused letter.

A name is compared twice, whole and by its bones: Arabic without dots (ح and خ, ب and ن are written alike), Latin and Cyrillic in
the plain form without vowels.
"""

import re

from rapidfuzz.distance import OSA

from whoheld.gazetteer.romanise import plain

_DOTLESS = str.maketrans("تثنيجخذزشضظغق", "ببببححدرسصطعف")
_VOWELS = re.compile(r"(?<!^)(?:[au]|i(?!a$))")
"""All but the first letter and the y of a final -iyah, by which Salamiyah is not Salam."""
_SHORT = 4
"""Names so short are like only by transposed letters, dots or vowels: any other letter makes another name (شوشا, قوشا)."""
_BRIEF, _BRIEF_LATIN = 5, 7
"""Names so short are like by one letter only, Buyir is not Duwayr; in Latin letters those too that differ in a consonant, since
writers of another tongue's names waver in its vowels: Qarqas is not Karak."""
_NUMBER = re.compile(r"\d+")
_ALLOWED = 0.25
"""A quarter of a name's letters may differ: البوحاخر for البوخاطر (two letters of six, one of them a dot) is just inside."""
_INITIALS = ("aiu", "gjk", "bpv", "ij", "dt", "sz")
"""First letters of plain forms that write one sound; any other makes another name (Ishasha is not Shasha), since writers
seldom miss the first."""


def likeness(key: str, other: str) -> float:
    """1 for one spelling, 0 where more than a quarter of the letters (the article not counted) differ.

    Names of as many words are compared word by word too, because two long names may share all but the word that matters.
    """
    number, other_number = _NUMBER.findall(key), _NUMBER.findall(other)
    if number and other_number and number != other_number:  # The 17th division is not the 1st.
        return 0.0
    words, other_words = key.split(), other.split()
    if len(words) == len(other_words) > 1 and not all(map(_likeness, words, other_words)):
        return 0.0
    return _likeness(key, other)


def _likeness(key: str, other: str) -> float:
    body, other_body = flesh(key), flesh(other)
    letters = max(len(body.removeprefix("ال")), 1)
    alike = _bones(body) == _bones(other_body)
    if letters <= _SHORT and not alike and sorted(body) != sorted(other_body):
        return 0.0
    if not _begin_alike(_bones(body), _bones(other_body)):
        return 0.0
    edits = OSA.distance(body, other_body)
    if letters <= (_BRIEF_LATIN if body.isascii() and not alike else _BRIEF) and edits > 1:
        return 0.0
    cost = (edits + OSA.distance(_bones(body), _bones(other_body))) / 2
    return 1 - cost / letters if cost <= _ALLOWED * letters else 0.0


def _begin_alike(bones: str, other: str) -> bool:
    return bones[:1] == other[:1] or any(bones[:1] in letters and other[:1] in letters for letters in _INITIALS)


def flesh(key: str) -> str:
    """What is compared of a key: its plain form, or the key without spaces. Like names are like in half of it at least."""
    return plain(key) or key.replace(" ", "")


def _bones(body: str) -> str:
    return _VOWELS.sub("", body) if body.isascii() else body.translate(_DOTLESS)
