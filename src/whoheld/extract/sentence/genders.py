"""The gender of Arabic pronouns and of what places are called, by which a pronoun finds what it means."""

import re

from whoheld.extract.phrases.phrase import Places
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_SITE = re.compile(r"ال\w*[^\Wه] ال\w*[^\Wه]")
"""A building that two definite words in the masculine name ("المجمع الحكومي")."""
_HIS = "ه"
"""How a pronoun of the third person ends that is masculine («عليه», «سلموه»)."""
_FEMININE_END = "ه"
"""The last letter of feminine nouns as folding writes it."""


def noun_gender(line: Line, places: Places) -> str:
    """The grammatical gender of places, ``m`` or ``f``; empty where their words do not show it."""
    for unit in line.units[places.first : places.last + 1]:
        if head := unit.entry("head"):
            return "f" if head.tense == "many" or unit.reading.stem.endswith(_FEMININE_END) else "m"
    if any(_SITE.fullmatch(name.key) for name in places.names):
        return "m"
    return "f" if all(name.kind == "settlement" or name.key.endswith(_FEMININE_END) for name in places.names) else ""


def of_landform(line: Line, places: Places) -> bool:
    """Whether a town has its name of a hill, a valley or the like, whose gender it may keep («جبل موية … استولت عليه»)."""
    return places.last > places.first and "landform" in line.units[places.first].tags


def called_gender(line: Line, places: Places) -> str:
    """The gender of the noun that says what places are («الحديدة، ميناء اليمن الرئيسي», «قره باغ إقليم»), or empty."""
    after = line.units[places.last + 1] if places.last + 1 < len(line.units) else None
    beside = after is not None and ("،" in after.gap or not (after.gap or after.reading.article or after.reading.preposition))
    head = after.entry("head") if after is not None and beside and not after.reading.conjunction else None
    if after is None or head is None or head.tense == "many":
        return ""
    return "f" if after.reading.stem.endswith(_FEMININE_END) else "m"


def pronoun_gender(unit: Unit) -> str:
    """The gender of the pronoun in a word, ``m`` or ``f``, or that with which a bare verb agrees; empty for a plural."""
    if pronoun := next((entry.pronoun for entry in unit.entries if entry.pronoun), ""):
        return pronoun if pronoun in {"m", "f"} else ""
    if entry := unit.entry("pronoun"):
        return entry.value if entry.value in {"m", "f"} else ""
    written_on = unit.entry("bound") is not None or unit.reading.preposition  # "لتعود" is feminine
    word = unit.reading.stem if written_on else unit.tail
    if word.endswith(("هم", "هما", "وا", "ون", "تا")):
        return ""
    return "f" if word.endswith(("ها", "هي", "ت")) or word.startswith("ت") else "m"


def masculine(pronoun: Unit) -> bool:
    """Whether an Arabic pronoun is written on a word and masculine, so a man's rather than a town's («عليه», «سلموه»)."""
    attached = pronoun.entry("bound") is not None or any(entry.pronoun for entry in pronoun.entries)
    return attached and pronoun.tail.endswith(_HIS) and pronoun_gender(pronoun) == "m"
