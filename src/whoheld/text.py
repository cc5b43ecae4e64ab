"""Folding for matching, without losing the way back: ``len(fold(s)) == len(s)``, so every offset is the original's.

Letters that differ only in hamza, marks, case or script variant become one; what is dropped in a key (tatweel, diacritics,
apostrophes) stays in the folded text as ``IGNORED`` so that nothing moves.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

IGNORED = "ـ"
"""Stands in folded text for a character that matching passes over (it is the Arabic tatweel)."""

_ARABIC = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ۀ": "ه", "ہ": "ه",
    "ک": "ك", "ڪ": "ك", "گ": "ك", "ڤ": "ف", "پ": "ب", "چ": "ج", "ژ": "ز",
}  # fmt: skip
_APOSTROPHES = "'’‘ʼʻ`´ʾʿ"
_FOLDED_RANGES = ((0x41, 0x5B), (0xC0, 0x250), (0x370, 0x530), (0x1E00, 0x2000), (0xFB50, 0xFE00), (0xFE70, 0xFF00))


def _fold_character(char: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", char.lower()) if not unicodedata.combining(c))
    bare = "".join(_ARABIC.get(c, c) for c in bare)
    return bare if len(bare) == 1 else char


def _table() -> dict[int, str]:
    table = {cp: _fold_character(chr(cp)) for low, high in _FOLDED_RANGES for cp in range(low, high)}
    # A breve or diaeresis makes another letter in Cyrillic, all but the ё that is often printed as е.
    table.update({cp: chr(cp).lower() for cp in range(0x400, 0x530)} | {ord("ё"): "е", ord("Ё"): "е"})
    table.update({ord(c): f for c, f in _ARABIC.items()})
    table.update({0x660 + n: str(n) for n in range(10)} | {0x6F0 + n: str(n) for n in range(10)})
    marks = [*range(0x300, 0x370), *range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6ED), 0x640]
    invisible = [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF]
    table.update(dict.fromkeys([*marks, *invisible, *map(ord, _APOSTROPHES)], IGNORED))
    return table


_FOLD = _table()
_WORD = re.compile(rf"([^\W_{IGNORED}]+(?:{IGNORED}+[^\W_{IGNORED}]+)*)")


class Token(NamedTuple):
    """A word: its span in code points of the original, its key, and how many of its code points a possessive ending has."""

    start: int
    end: int
    key: str
    ending: int = 0


def fold(text: str) -> str:
    """The text with look-alike letters made one; the same length, so offsets hold."""
    return text.translate(_FOLD)


def tokens(folded: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of folded text between two offsets; hyphens and spaces part words, ignored characters inside do not."""
    found, at = list[Token](), start
    pieces = _WORD.split(folded[start:end])  # what lies between words, and the words: cheaper than a match for each
    for between, word in zip(pieces[::2], pieces[1::2], strict=False):
        first = at + len(between)
        at = first + len(word)
        found.append(Token(first, at, word.replace(IGNORED, "") if IGNORED in word else word))
    return found


def words(folded: str) -> list[str]:
    """The keys of the words of folded text, where nobody asks where they stand."""
    return [word.replace(IGNORED, "") if IGNORED in word else word for word in _WORD.findall(folded)]


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """What two spellings of one name share: folded words with single spaces, nothing ignored."""
    return " ".join(words(fold(name)))
