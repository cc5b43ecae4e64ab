"""Foreign names in Arabic letters: فوفتشانسك is Vovchansk, خاركيف is Kharkiv; what both scripts tell is the consonants."""

import re

from whoheld.gazetteer.romanise import latin

_LEAST_CONSONANTS = 4
_ARABIC = str.maketrans("بتطدضذسصشثزظجغهكقخفلمنر", "bttdddsssszzgggkkxflmnr", "اويعءح ")
_PAIRS = (("shch", "s"), ("kh", "x"), ("zh", "z"), ("gh", "g"), ("ph", "f"), ("sh", "s"), ("ch", "s"), ("ts", "s"))
_LATIN = str.maketrans("pvhqcj", "bfgkkg", "aeiouyw ")
_AFFRICATE = re.compile("ت(?=[شس])")
_DOUBLED = re.compile(r"(.)\1+")


def consonants(key: str) -> str:
    """The consonants of a key in Arabic, Latin or Cyrillic letters, likes made one; empty where they are fewer than four."""
    form = latin(_AFFRICATE.sub("", key).translate(_ARABIC))
    for pair, letter in _PAIRS:
        form = form.replace(pair, letter)
    told = _DOUBLED.sub(r"\1", form.translate(_LATIN))
    return told if len(told) >= _LEAST_CONSONANTS and told.isascii() else ""
