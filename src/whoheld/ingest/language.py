"""The language of a text by its script, then by letters and small words that only one language has.

A dispatch may be so short that it has no small word ("SDF captured Hajin"): then the words for deeds and armed men in the
language packs tell.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from whoheld import lang

_SAMPLE = 20_000
_SCRIPTS = {
    "arabic": re.compile("[\u0620-\u064a\u0671-\u06d5\ufb50-\ufdff\ufe70-\ufefc]"),
    "cyrillic": re.compile("[\u0400-\u052f]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f]"),
    "hebrew": re.compile("[\u05d0-\u05ea]"),
    "greek": re.compile("[\u0370-\u03ff]"),
    "armenian": re.compile("[\u0531-\u0587]"),
    "georgian": re.compile("[\u10d0-\u10ff]"),
}
_ALONE = {"hebrew": "he", "greek": "el", "armenian": "hy", "georgian": "ka"}

# Letters that one language writes and its neighbours in the same script do not.
_LETTERS = {
    "arabic": (("ku", "ێۆڕڵەڤ"), ("ur", "ٹڈڑے"), ("fa", "کی")),
    "cyrillic": (("be", "ўЎ"), ("uk", "їієґЇІЄҐ"), ("sr", "ђћџљњЂЋЏЉЊ"), ("ru", "ыэъЫЭЪ")),
}
_USUAL = {"arabic": "ar", "cyrillic": "ru"}
_TELLING_SHARE = 0.02
"""A language's own letters must make up this share: a foreign name in an Arabic text brings a few of them along."""

_SMALL_WORDS = {
    "en": "the of and to in that was were is from by with for on as has have had it its at",
    "fr": "le la les des et du un une est dans que qui par pour sur au aux avec sont ont l d",
    "de": "der die das und den von zu mit ist im nicht ein eine auf dem des sich wurde haben",
    "es": "el la los las de y que en del un una por con para se su al fue han es",
    "it": "il lo la gli di e che un una per con del della nel è sono ha alla dal",
    "tr": "ve bir bu için ile de da olarak olan daha kadar sonra tarafından ise göre",
    "ku": "û li ji bi di ku de yên yê ya ye jî hat hatin bo",
}
_LATIN_WORDS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_SPACES = {code: " " for code in (*range(0x250), *range(0x2000, 0x2070)) if not chr(code).isalpha()}
"""Everything beside the letters of Latin text, punctuation and all."""
_FEW = 3
"""Small words below which a text is a dispatch, of which every word is looked at."""
_DEEDS = frozenset({"trigger", "light", "armed"})
_SHORTEST = 3
"""Letters of a word that tells: shorter ones are written alike in many languages."""
_ARTICLE_OF_A_NAME = re.compile(r"\b[AaEe][Ll][\s-](?=[A-Z])")
"""That of "El Fasher" is no Spanish word."""
_ACCENTED = re.compile("[\u0080-\u024f]")


def detect(text: str) -> str:
    """The ISO 639-1 code of the language most of the text is in, ``und`` where it has no letters or words that tell."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return _latin(sample)
    letters = Counter(sample)  # a text has thousands of letters, and some sixty different ones
    counts = dict.fromkeys(_SCRIPTS, 0)
    for letter, count in letters.items():
        if script := _script(letter):
            counts[script] += count
    script = max(counts, key=lambda name: counts[name])
    if not counts[script]:
        return "und"
    if script == "latin":
        return _latin(sample)
    return _ALONE.get(script) or _by_letters(letters, script, counts[script])


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return next((script for script, pattern in _SCRIPTS.items() if pattern.match(letter)), "")


def letter_share(text: str) -> float:
    """How many of the characters of a sample are letters, 0 to 1."""
    sample = text[:_SAMPLE]
    return sum(map(str.isalpha, sample)) / max(len(sample), 1)


def known_share(text: str) -> float:
    """How many of the letters of a sample are of a script that is known here, 0 to 1; 1 where there are none."""
    letters = list(filter(str.isalpha, text[:_SAMPLE]))
    return sum(bool(_script(letter)) for letter in letters) / len(letters) if letters else 1.0


def accented_share(text: str) -> float:
    """How many of the Latin letters of a sample are not among A to Z, 0 to 1; 0 for text in another script."""
    sample = text[:_SAMPLE]
    latin = len(_SCRIPTS["latin"].findall(sample))
    return len(_ACCENTED.findall(sample)) / latin if latin else 0.0


def _by_letters(found: Mapping[str, int], script: str, total: int) -> str:
    for language, letters in _LETTERS[script]:
        if sum(found.get(letter, 0) for letter in letters) > _TELLING_SHARE * total:
            return language
    return _USUAL[script]


def _latin(sample: str) -> str:
    hits = _small(_words(sample))
    best = max(hits, key=lambda language: hits[language])
    if hits[best] >= _FEW:
        return best
    words = _words(_ARTICLE_OF_A_NAME.sub("", sample))
    small = _small(words)
    telling = {language: small[language] + sum(word in _deeds(language) for word in words) for language in small}
    # Of two that are told by as many words, that whose small words they are: others may write its words for deeds too.
    best = max(telling, key=lambda language: (telling[language], small[language]))
    return best if telling[best] else "und"


def _words(sample: str) -> Counter[str]:
    return Counter(sample.lower().translate(_SPACES).split())


def _small(words: Mapping[str, int]) -> dict[str, int]:
    """How many small words of each language stand among some words."""
    return {language: sum(words.get(word, 0) for word in small) for language, small in _LATIN_WORDS.items()}


@cache
def _deeds(language: str) -> frozenset[str]:
    """The words of a language's pack for what is done to places and who does it; nothing where it has no pack."""
    if language not in lang.languages():
        return frozenset()
    phrases = lang.phrases(language).items()
    single = (phrase[0] for phrase, entries in phrases if len(phrase) == 1 and any(entry.tag in _DEEDS for entry in entries))
    return frozenset(word for word in single if len(word) >= _SHORTEST)
