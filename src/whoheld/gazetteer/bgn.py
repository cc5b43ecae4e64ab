"""Back from the BGN romanisation to Arabic: gazetteers have many villages in that form only, and it loses next to nothing.

BGN/PCGN marks every long vowel and emphatic consonant; only short vowels, which Arabic does not write, stand without.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import compress

COUNTRIES = frozenset(
    ("AE", "BH", "DZ", "EG", "EH", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE")
)
"""Where a name in Latin letters is an Arabic one."""
_SIGNS = str.maketrans("-ʻʼ", " ‘’")
_MARK = re.compile("[āīūţḩşḑ‘’á\u0327]")
_ARTICLE = re.compile(r"(?<!\S)(?:a[lrsşztţdḑn]|az̧|ash|ath|adh) (?=\S)")
_LONG = (("īy", "ي"), ("ay", "ي"), ("aw", "و"), ("iy", "ي"), ("uw", "و"), ("ā", "ا"), ("ī", "ي"), ("ū", "و"), ("á", "ي"))
_CONSONANTS = (
    *(("’i", "يi"), ("’ī", "يī"), ("’u", "وu"), ("’ū", "وū")),
    *(("ţ", "ط"), ("ḩ", "ح"), ("ş", "ص"), ("ḑ", "ض"), ("z̧", "ظ"), ("‘", "ع"), ("’", "ء")),
    *(("kh", "خ"), ("gh", "غ"), ("sh", "ش"), ("th", "ث"), ("dh", "ذ")),
)
_SINGLE = str.maketrans("btjdrzsfqklmnhwyg", "بتجدرزسفقكلمنهويج")
_WRITTEN = _SINGLE | {ord(unwritten): None for unwritten in "aiu|"}
_DOUBLED = re.compile(r"([^\W\d_aiu])\1")
_FEMININE = re.compile(r"ah\b|at(?= )")
_LAST_VOWEL = re.compile(r"[aiu](?!\S)")
"""Ends no word in BGN, where a final -a is -ah, -ā or -á."""
_FIRST_VOWEL = re.compile(r"(?<![^\s|])[aiu]")
_WHOLE = re.compile(r"[\u0600-\u06ff ]+")


def arabic_keys(names: Sequence[str]) -> list[str]:
    """The look-up keys of the Arabic spellings that BGN forms stand for; empty for names that are not in that form."""
    lines = "\n".join([name.replace("\n", " ") for name in names]).lower()
    forms = unicodedata.normalize("NFC", lines).translate(_SIGNS).split("\n") if names else []
    told = [bool(_MARK.search(form) or _ARTICLE.search(form)) and not _LAST_VOWEL.search(form) for form in forms]
    written = iter(_written("\n".join(compress(forms, told))))
    return [next(written) if is_told else "" for is_told in told]


def _written(lines: str) -> list[str]:
    lines = _ARTICLE.sub("ال|", lines)
    for latin, arabic in _CONSONANTS:
        lines = lines.replace(latin, arabic)
    lines = _FEMININE.sub("ه", _DOUBLED.sub(r"\1", lines))
    lines = _FIRST_VOWEL.sub("ا", lines)
    for latin, arabic in _LONG:
        lines = lines.replace(latin, arabic)
    return [form if _WHOLE.fullmatch(form) else "" for form in lines.translate(_WRITTEN).split("\n")]
