"""What an Arabic noun for forces governs that no registry knows: «قوات الشمال», «قوات مجلس الدفاع», «قوات عبد الملك بهلوان»."""

from collections.abc import Sequence

from whoheld.extract.parties.group_names import ends, may_be_part, qualified
from whoheld.extract.phrases.phrase import labelled, verbal
from whoheld.extract.phrases.spelling import NOUN
from whoheld.extract.words.scan import Unit

_NISBA = ("ون", "ين", "يه", "ي")
"""Endings of the adjectives of countries."""
ABSOLUTE = ("ون", "ين")
"""Endings of plurals that no name follows («متمردون مأرب» are two phrases)."""
_ARTICLE = "ال"
_CONSTRUCT = ("و", "ي")
"""Endings of plurals for men before whose men they are, so that a name follows them («مسلحو تيغراي»)."""
_HALF = 3
"""Letters of an unknown word that is half a name («قره باغ»)."""
_LANDS = frozenset({"country", "people"})


def genitive(units: Sequence[Unit], noun: int) -> int:
    """The last word of whose forces an indefinite noun says that they are, told by a side, a body or a servant's name, or -1."""
    men, at = units[noun], noun + 1
    owned = any(entry.pronoun for entry in men.entries)
    if men.word.startswith(_ARTICLE) or men.reading.article or owned or at >= len(units) or units[at].gap:
        return -1
    if _side(units[at]) or "host" in units[at].cues:
        return _with_nation(units, at)
    return _body(units, at) if "polity" in units[at].cues else servant(units, at)


def servant(units: Sequence[Unit], at: int) -> int:
    """The last word of a name that begins with whose servant one is («عبد الملك بهلوان»), or -1."""
    name = at + 1
    if "servant" not in units[at].cues or name >= len(units) or units[name].gap or not _definite(units[name]):
        return -1
    surname = units[name + 1] if name + 1 < len(units) else None
    plain = surname is not None and not (surname.gap or surname.tags) and surname.word.isalpha() and not _definite(surname)
    return name + 1 if plain and surname is not None and not verbal(surname.word) and ends(units, name + 2) else name


def _body(units: Sequence[Unit], at: int) -> int:
    """The last word of a government or an alliance that is told by its land or its purpose, or -1."""
    told = units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
    if told is None or told.reading.preposition or told.reading.conjunction:
        return -1
    if "statal" in units[at].tags and not _side(told):
        return -1  # «حكومة الخرطوم» is that of the country
    if "head" in units[at].tags and told.tags <= {"actor"} and told.word.isalpha() and not _definite(told):
        return at + 1  # «قوات إقليم أوروميا»
    if not told.tags and "head" not in units[at].tags and "statal" not in units[at].tags and _bare(told):
        half = at + 2 < len(units) and len(told.word) <= _HALF and _bare(units[at + 2]) and not units[at + 2].tags
        return at + 1 + half  # «قوات جمهورية قره باغ»
    if told.tags & _LANDS and told.tags <= _LANDS | {"function", "head"} and not told.meanings:
        return at + 1
    return qualified(units, at + 1) if _definite(told) and (_side(told) or may_be_part(told)) else -1


def _bare(unit: Unit) -> bool:
    """Whether a word is joined to the one before it without an article, as the name of a land is."""
    plain = not (unit.gap or _definite(unit) or unit.reading.conjunction or unit.reading.preposition)
    return plain and unit.word.isalpha() and not unit.word.startswith("و")


def _with_nation(units: Sequence[Unit], at: int) -> int:
    """The last word of a name with the adjective of its country («قوات الثورة الليبية»)."""
    last = qualified(units, at)
    after = units[last + 1] if last + 1 < len(units) and not units[last + 1].gap else None
    national = last == at and after is not None and _definite(after) and "country" in after.tags
    return last + national


def _side(unit: Unit) -> bool:
    """Whether a point of the compass is a land by itself («الشمال»)."""
    return labelled(unit, "direction") and unit.word.startswith(_ARTICLE) and unit.word == unit.tail


def _definite(unit: Unit) -> bool:
    return unit.word.startswith(_ARTICLE) or unit.reading.article


def told_by_word(units: Sequence[Unit], first: int) -> bool:
    """Whether an indefinite armed noun is told apart by the unknown word after it ("مقاتلو خاتمة", "قوات حفتر").

    A garrison is that of its town («حامية قندوز»).
    """
    if "defender" in units[first].cues:
        return False
    following = units[first + 1]
    bare = not following.tags and following.word[0].isalpha() and not following.word.startswith(("ال", "و"))
    definite = units[first].reading.article or units[first].reading.stem.startswith("ال")
    definite = definite or units[first].tail.startswith("ال")  # «قوات الأمم المتحدة سيول»
    entry = units[first].entry("armed")
    owned = (entry is not None and entry.pronoun) or units[first].word.endswith(ABSOLUTE)
    aim = following.word.startswith("ل") and NOUN.fullmatch(following.word[1:])  # "مدرعات لتعزيز"
    joined = units[first].word.endswith(_CONSTRUCT)
    return bare and not (following.gap or definite or owned or aim or (verbal(following.word) and not joined))


def closed(adjective: Unit, following: Unit) -> bool:
    """Whether an adjective without the article ends a party before a word with it («دخل جنود إماراتيون المكلا»)."""
    indefinite = "country" in adjective.tags and adjective.word.endswith(_NISBA) and not adjective.word.startswith("ال")
    return indefinite and not following.tags and following.word.startswith("ال")
