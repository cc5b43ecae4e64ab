"""From the principal parts of a word to all its written forms: English and Arabic inflection.

A pack writes a verb as its principal parts (``take took taken``, ``استولى يستولي استيلاء``); what follows from them is
knowledge of the language and stands here. Forms are spelled as the press spells them, without vowel marks.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple


class Form(NamedTuple):
    """One written form.

    Attributes:
        text: the form; a particle follows after a space.
        tense: ``past``, ``present``, ``base``, ``ing``, ``participle``, ``ed`` (past and participle alike),
            ``passive`` or ``noun``.
        gender: of the subject that the form agrees with (``m``, ``f``, ``p``), or empty.
        pronoun: gender of the attached object or possessive pronoun, or empty.
    """

    text: str
    tense: str
    gender: str = ""
    pronoun: str = ""


_VOWELS = "aeiou"
_STRESSED = ("pel", "mit", "cur", "bat", "trol", "run", "gin", "deter", "but", "gret")
"""Last syllables of verbs of several that are stressed."""
_PRONOUNS = {"ه": "m", "ها": "f", "هم": "p", "هما": "p"}
_OWN = {**_PRONOUNS, "نا": "s"}


def english_verb(parts: str) -> Iterator[Form]:
    """All forms of ``base [past participle] [+ particle]``."""
    verb, _, particle = parts.partition("+")
    base, *irregular = verb.split()
    tail = f" {particle.strip()}" if particle else ""
    past = irregular[0] if irregular else _english_ed(base)
    participle = irregular[-1] if irregular else past
    yield Form(base + tail, "base")
    yield Form(_english_s(base) + tail, "present")
    yield Form(_english_ing(base, past) + tail, "ing")
    if past == participle:
        yield Form(past + tail, "ed")
    else:
        yield Form(past + tail, "past")
        yield Form(participle + tail, "participle")


def english_noun(parts: str) -> Iterator[Form]:
    """A noun and its plural."""
    yield Form(parts, "noun")
    yield Form(_english_s(parts), "noun")


def _english_s(word: str) -> str:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _doubles(word: str) -> bool:
    """Whether the last letter of a verb is doubled: a stressed syllable of one vowel ends in one consonant."""
    spelled = word.replace("qu", "qw")
    *_, before, vowel, last = " ", *spelled
    closed = last not in "aeiouwxy" and vowel in _VOWELS and before not in _VOWELS
    return closed and (sum(letter in _VOWELS for letter in spelled) == 1 or word.endswith(_STRESSED))


def _english_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ied"
    return word + (word[-1] if _doubles(word) else "") + "ed"


def _english_ing(word: str, past: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith("ee"):
        return word[:-1] + "ing"
    doubles = _doubles(word) or past == f"{word}{word[-1]}ed"  # "transferred"
    return word + (word[-1] if doubles else "") + "ing"


def arabic_verb(parts: str) -> Iterator[Form]:
    """All third-person and first-plural forms of ``perfect imperfect [masdar]``, with attached object pronouns.

    A part that is written like another word's is left out as ``-``.
    """
    perfect, imperfect, *masdars = parts.split()
    if perfect != "-":
        yield from _perfect(perfect, imperfect)
    if imperfect != "-":
        yield from _imperfect(imperfect)
    for masdar in masdars:
        yield from arabic_noun(masdar)


def _perfect(verb: str, imperfect: str) -> Iterator[Form]:
    defective, hollow = verb[-1] in "ىا", verb[-2] == "ا" and imperfect[-2:-1] in {"ي", "و", "ا"}
    stem = verb[:-1] if defective else verb
    open_stem = stem + "ا" if defective else stem
    short = stem + "ي" if defective else verb[:-2] + verb[-1] if hollow else verb
    yield from _with_objects(verb, open_stem, "past", "m")
    yield from _with_objects(stem + "ت", stem + "ت", "past", "f")
    yield from _with_objects(stem + "وا", stem + "و", "past", "p")
    yield from _with_objects(short + "نا", short + "نا", "past", "s")
    if len(verb) > 3:  # noqa: PLR2004 - of a short verb the press hardly uses it, and عدن is a city
        yield Form(short + "ن", "past", "p")
    yield Form((short if defective else stem) + "ا", "past", "p")
    yield Form(stem + "تا", "past", "p")
    if hollow and len(verb) > 3:  # noqa: PLR2004 - the passive of a short verb looks like a noun
        passive = verb[:-2] + "ي" + verb[-1]
        yield Form(passive, "passive", "m")
        yield Form(passive + "ت", "passive", "f")
        yield from (Form(passive + ending, "passive", "p") for ending in ("ا", "تا", "وا"))
    if defective and verb[0] in "أا" and len(verb) > 3:  # noqa: PLR2004 - as before; of «تخلى» it is written like a noun
        yield Form(stem + "ي", "passive", "m")
        yield Form(stem + "يت", "passive", "f")


def _imperfect(verb: str) -> Iterator[Form]:
    defective, hollow = verb[-1] in "يىو", verb[-2] in "يوا"
    stem = verb[1:-1] if defective else verb[1:]
    for prefix, gender in (("ي", "m"), ("ت", "f"), ("ن", "s")):
        yield from _with_objects(prefix + verb[1:], prefix + verb[1:].replace("ى", "ا"), "present", gender)
        if defective:
            yield Form(prefix + stem, "present", gender)
        if hollow and len(verb) > 4:  # noqa: PLR2004 - the jussive of a short verb is written like another word ("تعد")
            short = prefix + verb[1:-2] + verb[-1]
            yield from _with_objects(short, short, "jussive", gender)
    for prefix, ending in (("ي", "ون"), ("ي", "ان"), ("ت", "ان")):
        link = "ي" if defective and ending == "ان" else ""
        yield from _with_objects(prefix + stem + link + ending, prefix + stem + link + ending, "present", "p")
    yield from _with_objects("ي" + stem + "وا", "ي" + stem + "و", "present", "p")


def _with_objects(bare: str, bound: str, tense: str, gender: str) -> Iterator[Form]:
    yield Form(bare, tense, gender)
    for suffix, pronoun in _PRONOUNS.items():
        yield Form(bound + suffix, tense, gender, pronoun)


def arabic_noun(parts: str) -> Iterator[Form]:
    """A noun, its accusative, and the noun with attached pronouns."""
    bound = parts[:-1] + "ت" if parts.endswith("ة") else parts[:-1] + "ئ" if parts.endswith("ء") else parts
    bound = parts[:-1] + "ا" if parts.endswith("ى") else bound
    yield Form(parts, "noun")
    if not parts.endswith(("ة", "ا", "ى", "ء")):
        yield Form(parts + "ا", "noun")
    for suffix, pronoun in _OWN.items():
        yield Form(bound + suffix, "noun", "", pronoun)
        if parts.endswith("ء"):
            yield Form(parts + suffix, "noun", "", pronoun)
            yield Form(parts[:-1] + "ؤ" + suffix, "noun", "", pronoun)


def arabic_adjective(parts: str) -> Iterator[Form]:
    """An adjective or participle with feminine, dual and sound plurals; what it governs stays as it is («متحالفة مع»)."""
    word, space, governed = parts.partition(" ")
    stem = word[:-1] + "ي" if word.endswith("ى") else word
    for ending, gender in (
        ("", "m"),
        ("ا", "m"),
        ("ة", "f"),
        ("ان", "p"),
        ("ون", "p"),
        ("ين", "p"),
        ("تان", "p"),
        ("تين", "p"),
        ("ات", "p"),
    ):
        yield Form(stem + ending + space + governed, "participle", gender)


def listed(parts: str) -> Iterator[Form]:
    """A word as it stands, for languages whose packs list every form."""
    yield Form(parts, "past")


VERBS: Mapping[str, Callable[[str], Iterator[Form]]] = {"english": english_verb, "arabic": arabic_verb, "none": listed}
NOUNS: Mapping[str, Callable[[str], Iterator[Form]]] = {"english": english_noun, "arabic": arabic_noun, "none": listed}
PARTICIPLES: Mapping[str, Callable[[str], Iterator[Form]]] = {"english": english_noun, "arabic": arabic_adjective, "none": listed}
