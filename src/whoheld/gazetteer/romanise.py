"""One plain form for the many ways to write an Arabic, Ukrainian or Russian name in Latin letters.

BGN, press and French romanisations of Arabic, and those of Cyrillic, differ in vowels, doublings and a handful of consonants:
Al-Sousa and As Sūsah, Hajeen and Hajīn, Soueida and Suwayda, Avdeevka and Avdiyivka. The plain form keeps what they agree on.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

ARTICLE = re.compile(r"^(?:al|el|ul|ash|esh|as|es|ad|ed|ar|er|at|et|an|en|az|ez|adh|ath) (?=..)", re.MULTILINE)
_CYRILLIC = str.maketrans("абвгґдезиіїйклмнопрстуфыэёў", "abvggdeziiiiklmnoprstufieeu", "ъь") | {
    ord(letter): latin
    for letter, latin in zip("єжхцчшщюя", ("ie", "zh", "kh", "ts", "ch", "sh", "shch", "iu", "ia"), strict=True)
}
_LEAST_LETTERS = 4
"""Shorter forms are shared by too many names."""
_STEPS = tuple(
    (re.compile(pattern, re.MULTILINE), plain)
    for pattern, plain in (
        (" ", ""),
        ("shch|sch|sh|ch", "s"),
        ("kh", "h"),
        ("gh", "g"),
        ("th", "t"),
        ("dh", "d"),
        ("ph", "f"),
        ("dj", "j"),
        ("zh", "j"),
        ("[qc]", "k"),
        ("y", "i"),
        ("^(?:ie|ia)", "a"),
        ("(?:ai|ei|ee|ie|ii)+", "i"),
        ("(?:au|aw|ou|oo|ow|uw|iw)+", "u"),
        ("[ae]h?$", "a"),
        ("e", "a"),
        ("[ow]", "u"),
        (r"([^\n])\1+", r"\1"),
    )
)


def latin(key: str) -> str:
    """A key in Cyrillic letters spelled in Latin ones; others as they are."""
    return key.translate(_CYRILLIC)


def plain_forms(keys: Sequence[str]) -> list[str]:
    """The plain forms of keys in Latin or Cyrillic letters; empty for other scripts and for forms of fewer than four letters."""
    if not keys:
        return []
    lines = ARTICLE.sub("", latin("\n".join(keys)))
    for pattern, replacement in _STEPS:
        lines = pattern.sub(replacement, lines)
    return [form if len(form) >= _LEAST_LETTERS and form.isascii() else "" for form in lines.split("\n")]


@lru_cache(maxsize=65_536)
def plain(key: str) -> str:
    """The plain form of one key."""
    return plain_forms([key])[0]
