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
_LETTERS = (
    *((" ", ""), ("shch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "h"), ("gh", "g"), ("th", "t"), ("dh", "d")),
    *(("ph", "f"), ("dj", "j"), ("zh", "j"), ("q", "k"), ("c", "k"), ("y", "i")),
)
_FIRST = re.compile("^i[ea]", re.MULTILINE)
_FRONT = re.compile("[aei](?:i|(?<=[ei])e)(?:[aei]i|[ei]e)*")
"""Runs of ai, ei, ee, ie and ii; a pattern that begins with its letters is searched for twice as fast."""
_BACK = re.compile("[aiou](?:w|(?<=[ao])u|(?<=o)o)(?:[aiou]w|[ao]u|oo)*")
"""Runs of au, ou, oo, aw, iw, ow and uw."""
_LAST = ("ah\n", "eh\n", "e\n")
_VOWELS = str.maketrans("eow", "auu")
_DOUBLED = re.compile(r"([^\n])\1+")


def latin(key: str) -> str:
    """A key in Cyrillic letters spelled in Latin ones; others as they are."""
    return key.translate(_CYRILLIC)


def plain_forms(keys: Sequence[str]) -> list[str]:
    """The plain forms of keys in Latin or Cyrillic letters; empty for other scripts and for forms of fewer than four letters."""
    if not keys:
        return []
    bodies = ARTICLE.sub("", latin("\n".join(keys))).split("\n")
    distinct = list(dict.fromkeys(bodies))  # of one place many names differ by the article only
    forms = dict(zip(distinct, _simplified("\n".join(distinct)), strict=True))
    return [forms[body] for body in bodies]


def _simplified(lines: str) -> list[str]:
    lines += "\n"
    for written, letter in _LETTERS:
        lines = lines.replace(written, letter)
    lines = _BACK.sub("u", _FRONT.sub("i", _FIRST.sub("a", lines)))
    for ending in _LAST:
        lines = lines.replace(ending, "a\n")
    forms = _DOUBLED.sub(r"\1", lines.translate(_VOWELS)).split("\n")[:-1]
    return [form if len(form) >= _LEAST_LETTERS and form.isascii() else "" for form in forms]


@lru_cache(maxsize=65_536)
def plain(key: str) -> str:
    """The plain form of one key."""
    return plain_forms([key])[0]
