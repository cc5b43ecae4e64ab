"""How Arabic words are spelled that are names of places, and how those that are nouns."""

import re

from whoheld.extract.phrases.phrase import verbal

_NASAL = "نغ"
"""How syllables of names in the Far East end, and no Arabic word."""
_ATTACHED = "لبك"
"""Prepositions that are written on their noun."""
NO_NAME_BEGINS, NO_NAME_ENDS = ("ال", "لل"), ("ات", "ين", "ون", "هم", "ها", "هما", "ه")
"""How Arabic nouns begin or end that are hardly names of places."""
NOUN = re.compile(r"ا\w+ا\w|\wوا\wي?\w|\w\wا\wي\w?|\w\wاي\w|ت\w\wي\w")
"""Infinitives ("اتفاق", "تدريب") and broken plurals ("زوارق", "صواريخ", "مشاريع", "مباني", "وثائق")."""
_PLURAL = re.compile(r"\w[\wا]ا\wي?\w|ا\w\wا\w|\w\wو\w")
"""Plurals and infinitives that show no case, or hardly one ("مواقع", "مناطق", "اسلحه", "وقود")."""
_IMPERFECT = re.compile(r"ي(?:ت\w{3,4}|ست\w{2,4}|ن\w{3}|\wا\w\w)|ت(?:ت\w{3,4}|ست\w{2,4})")
_MEN = ("ون", "ين")
"""Endings of nouns for men, which change before whose men they are."""
_NOMINATIVE = "ون"
_SHORTEST_MEN = 5
_SHORT = 2
_LONG = 7
_SHORTEST_PROPER = 4
_ITS_OBJECT = "ها"
_LONG_VOWELS = "اوي"
_CONSONANTAL = "وي"
"""Letters that are no long vowels where a word begins with them ("وصول")."""


def foreign(word: str, *, governed: bool = False) -> bool:
    """Whether a folded Arabic word is spelled as foreign names are, and as common nouns hardly ever.

    Behind a preposition of its own, which ``governed`` says, no other is written on it, and no plural is in the nominative.
    """
    long = sum(word[word[0] in _CONSONANTAL :].count(vowel) for vowel in _LONG_VOWELS) > 1
    noun = NOUN.fullmatch(word) or (not governed and word[0] in _ATTACHED and NOUN.fullmatch(word[1:]))  # "لإطلاق"
    ends = word.endswith(NO_NAME_ENDS) and not (governed and word.endswith(_NOMINATIVE))  # «على ثاتون»
    return long and not (noun or word.startswith(NO_NAME_BEGINS) or ends)


def slavic(word: str, endings: tuple[str, ...]) -> bool:
    """Whether a word ends as names of villages in Slavic languages do ("كراسنويه"), and not as an adjective ("ثانوية")."""
    return len(word) >= _LONG and word.endswith(endings)


def second(first: str, word: str) -> bool:
    """Whether an unknown word after an unknown name of a place is rather its second part ("شيرن تاجاب", "دا نانغ")."""
    syllables = len(first) <= _SHORT or first.endswith(_NASAL)
    if word.endswith(_NASAL) or (syllables and len(word) < _SHORTEST_PROPER):
        return True
    if word.startswith((*NO_NAME_BEGINS, "و")) or word.endswith((*NO_NAME_ENDS, "ا", "اء")) or NOUN.fullmatch(word):
        return False
    if verbal(word) and (word.endswith("ي") or not foreign(word)):
        return False
    return foreign(word) or (foreign(first) and len(word) > _SHORT and not _PLURAL.fullmatch(word))


def proper(word: str, *, known: bool = False) -> bool:
    """Whether an object that bears no article is rather a name: a noun would show its accusative, unless its form shows none."""
    if len(word) < _SHORTEST_PROPER or word.startswith((*NO_NAME_BEGINS, "ب", "ل")) or NOUN.fullmatch(word):
        return known and foreign(word)
    ends = ("ات", "ين", "هم", "ها", "هما") if known else (*NO_NAME_ENDS, "ان", "ا", "اء", "نا")
    return not word.endswith(ends) and not _PLURAL.fullmatch(word) and not verbal(word)


def tells(word: str) -> bool:
    """Whether an unknown word is rather a verb: joined with "and", or with its object written on it."""
    return (word[0] == "و" and word.endswith(("ت", "وا"))) or (word.endswith(_ITS_OBJECT) and len(word) > _SHORTEST_PROPER)


def imperfect(word: str) -> bool:
    """Whether an unknown word is spelled as verbs of the derived forms are («يتقدم», «تتمركز»), and as hardly any name."""
    return _IMPERFECT.fullmatch(word) is not None


def forms(noun: str) -> frozenset[str]:
    """An Arabic noun for men, with the forms that it has before whose men they are («المقاتلون», «مقاتلي التنظيم»)."""
    stem = noun[:-2]
    return frozenset({noun, stem + "و", stem + "ي"} if noun.endswith(_MEN) and len(noun) >= _SHORTEST_MEN else {noun})
