"""Back from the BGN romanisation to Arabic: gazetteers have many villages in that form only, and it loses next to nothing.

BGN/PCGN marks every long vowel and emphatic consonant; only short vowels, which Arabic does not write, stand without.
"""

import re
import unicodedata

COUNTRIES = frozenset(
    ("AE", "BH", "DZ", "EG", "EH", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE")
)
"""Where a name in Latin letters is an Arabic one."""
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


def arabic_key(name: str) -> str:
    """The look-up key of the Arabic spelling that a BGN form stands for; empty where the name is not in that form."""
    form = unicodedata.normalize("NFC", name.lower()).replace("-", " ").replace("ʻ", "‘").replace("ʼ", "’")
    if not (_MARK.search(form) or _ARTICLE.search(form)) or _LAST_VOWEL.search(form):
        return ""
    form = _ARTICLE.sub("ال|", form)
    for latin, arabic in _CONSONANTS:
        form = form.replace(latin, arabic)
    form = _FEMININE.sub("ه", _DOUBLED.sub(r"\1", form))
    form = _FIRST_VOWEL.sub("ا", form)
    for latin, arabic in _LONG:
        form = form.replace(latin, arabic)
    form = form.translate(_WRITTEN)
    return form if _WHOLE.fullmatch(form) else ""
