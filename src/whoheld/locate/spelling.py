"""Other ways to write a name as a text has it: tried only where the name as written is not known.

Each rule is knowledge of a script's grammar. None strips to fewer than three letters, and none touches words that tell
neighbouring villages apart (فوقاني "upper", تحتاني "lower", شرقي "eastern", غربي "western").
"""

from collections.abc import Iterator
from typing import NamedTuple

from whoheld.gazetteer.keys import squashed

_LEAST_LETTERS = 3
_CLITICS = ("وبال", "فبال", "وكال", "وال", "فال", "بال", "كال")
_TO_THE = ("لل", "ولل", "فلل")
_BARE_CLITICS = ("و", "ف", "ب", "ك", "ل", "وب", "ول", "وك", "فب", "فل", "فك")
_TRIBES = ("البو ", "ابو ", "الابو ", "بو ")
_CYRILLIC_ENDINGS = (
    ("ского", "ский"), ("ской", "ская"), ("ском", "ск"), ("ому", "ое"), ("ого", "ое"), ("ой", "ая"), ("ой", "а"), ("ом", "ое"),
    ("ом", ""), ("ым", ""), ("ем", ""), ("ев", ""), ("ою", "а"), ("ею", "я"), ("ей", "я"), ("ах", "ы"),
    ("ами", "ы"), ("ов", "ы"), ("ке", "ка"), ("ці", "ка"), ("ки", "ка"), ("ку", "ка"), ("а", ""), ("у", ""),
    ("ю", "ь"), ("я", "ь"), ("е", "а"), ("е", ""), ("ы", "а"), ("и", "а"), ("и", "ь"), ("и", "я"),
    ("і", ""), ("і", "а"), ("ові", "ів"), ("ова", "ів"), ("єва", "їв"), ("у", "а"), ("ю", "я"),
)  # fmt: skip


class Variant(NamedTuple):
    """Another key, how far it agrees with the name as written (1 = wholly), and why it may be the same name."""

    key: str
    agreement: float
    reason: str


def variants(key: str) -> Iterator[Variant]:
    """Keys that the name may have in a gazetteer, the most likely first; the key itself is not among them."""
    for variant in _all(key):
        if variant.key != key and len(squashed(variant.key)) >= _LEAST_LETTERS:
            yield variant


def _all(key: str) -> Iterator[Variant]:
    if key[:1].isascii():
        yield from _latin(key)
    elif "\u0400" <= key[:1] < "\u0530":
        yield from _cyrillic(key)
    else:
        yield from _arabic(key)


def _arabic(key: str) -> Iterator[Variant]:
    yield from _arabic_words(key)
    if key.endswith("اء"):
        yield Variant(key.removesuffix("ء"), 0.95, "without the final hamza")
        for variant in _arabic_words(key.removesuffix("ء")):
            yield variant._replace(agreement=variant.agreement * 0.97, reason=f"{variant.reason} and the final hamza")
    elif key.endswith("ا"):
        yield Variant(key + "ء", 0.95, "with a final hamza")


def _arabic_words(key: str) -> Iterator[Variant]:
    yield Variant(squashed(key), 0.97, "written without the space")
    for tribe in _TRIBES:
        for written in (tribe, tribe.strip()):
            if key.startswith(written):
                yield from (Variant(other + key.removeprefix(written), 0.95, "ابو and البو are one") for other in _TRIBES)
    for clitic in _CLITICS:
        if key.startswith(clitic):
            yield Variant("ال" + key.removeprefix(clitic), 0.93, f"without {clitic.removesuffix('ال')}")
    for clitic in _TO_THE:
        if key.startswith(clitic):
            yield Variant("ال" + key.removeprefix(clitic), 0.93, f"without {clitic.removesuffix('ل')}")
    yield Variant(key.removeprefix("ال"), 0.92, "without the article")
    yield Variant("ال" + key, 0.92, "with the article")
    for clitic in _BARE_CLITICS:
        if key.startswith(clitic):
            yield Variant(key.removeprefix(clitic), 0.88, f"without {clitic}")


def _latin(key: str) -> Iterator[Variant]:
    first, _, rest = key.partition(" ")
    if first in {"the", "al", "el", "ul", "ar", "as", "ash", "at", "ad", "an", "az", "er", "es", "esh"} and rest:
        yield Variant(rest, 0.93, "without the article")
        yield Variant(f"al {rest}", 0.95, "the article as al-")
    else:
        yield Variant(f"al {key}", 0.93, "with the article")
    if key.startswith("st "):
        yield Variant("saint " + key.removeprefix("st "), 0.97, "st for saint")
    yield Variant(squashed(key), 0.95, "written without the space")


def _cyrillic(key: str) -> Iterator[Variant]:
    for ending, nominative in _CYRILLIC_ENDINGS:
        if key.endswith(ending):
            yield Variant(key.removesuffix(ending) + nominative, 0.93, "in another case")
