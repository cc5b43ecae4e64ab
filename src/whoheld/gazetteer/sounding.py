"""Foreign names in Arabic letters: فوفتشانسك is Vovchansk, خاركيف is Kharkiv; what both scripts tell is the consonants."""

import re
from collections.abc import Sequence

from whoheld.gazetteer.romanise import latin

_LEAST_CONSONANTS = 4
_ARABIC = str.maketrans("بتطدضذسصشثزظجغهكقخفلمنر", "bttdddsssszzgggkkxflmnr", "اويعءح ")
_PAIRS = (("shch", "s"), ("kh", "x"), ("zh", "z"), ("gh", "g"), ("ph", "f"), ("sh", "s"), ("ch", "s"), ("ts", "s"))
_LATIN = str.maketrans("pvhqcj", "bfgkkg", "aeiouyw ")
_AFFRICATE = re.compile("ت(?=[شس])")
_DOUBLED = re.compile(r"(.)\1+")


def consonants(keys: Sequence[str]) -> list[str]:
    """The consonants of keys in Arabic, Latin or Cyrillic letters, likes made one; empty where they are fewer than four."""
    lines = latin(_AFFRICATE.sub("", "\n".join(keys)).translate(_ARABIC))
    for pair, letter in _PAIRS:
        lines = lines.replace(pair, letter)
    told = _DOUBLED.sub(r"\1", lines.translate(_LATIN)).split("\n") if keys else []
    return [form if len(form) >= _LEAST_CONSONANTS and form.isascii() else "" for form in told]
