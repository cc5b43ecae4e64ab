"""Back from the BGN romanisation to Arabic: gazetteers have many villages in that form only, and it loses next to nothing."""

import re
import unicodedata
from collections.abc import Mapping

COUNTRIES = frozenset(
    ("AE", "BH", "DZ", "EG", "EH", "IQ", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE")
)
"""Where a name in Latin letters is an Arabic one."""
_ARTICLE = re.compile(r"\b(?:a[lrsztdn]|ash|ath|adh|el|el-) (?=\w)")
_LONG = (("ay", "ي"), ("aw", "و"), ("iy", "ي"), ("uw", "و"), ("ā", "ا"), ("ī", "ي"), ("ū", "و"), ("á", "ي"), ("ó", "و"))
_MARKED: Mapping[str, str] = {"ţ": "ط", "ḩ": "ح", "ş": "ص", "ḑ": "ض", "z̧": "ظ", "‘": "ع", "’": "ء"}
_PAIRS = (("kh", "خ"), ("gh", "غ"), ("sh", "ش"), ("th", "ث"), ("dh", "ذ"))
_SINGLE = str.maketrans("btjdrzsfqklmnhwyg", "بتجدرزسفقكلمنهويج")
_DOUBLED = re.compile(r"([^\W\d_aiu])\1")
_SHORT = re.compile(r"(?<=\w)[aiueo]|(?<=[ع])[aiueo]")
_WHOLE = re.compile(r"[\u0600-\u06ff ]+")


def arabic_key(name: str) -> str:
    """The look-up key of the Arabic spelling that a BGN form stands for; empty where the name is not in that form."""
    form = unicodedata.normalize("NFC", name.lower()).replace("-", " ").replace("ʻ", "‘").replace("ʼ", "’")
    form = _ARTICLE.sub("ال", form)
    for latin, arabic in (*_MARKED.items(), *_PAIRS):
        form = form.replace(latin, arabic)
    form = re.sub(r"ah\b", "ه", _DOUBLED.sub(r"\1", form))
    for latin, arabic in _LONG:
        form = form.replace(latin, arabic)
    form = re.sub(r"(^|\s)[aiueo]", r"\1ا", form)
    form = _SHORT.sub("", form).translate(_SINGLE)
    return form if _WHOLE.fullmatch(form) else ""
