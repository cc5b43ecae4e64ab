"""Names behind a definite noun and its adjectives, in a language that puts these after it («العاصمة اليمنية صنعاء»)."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import MODIFIERS
from whoheld.extract.places.names import NameGrammar
from whoheld.extract.places.openings import REGIONS, Opening
from whoheld.extract.places.unknown_names import Found, Governor
from whoheld.extract.words.scan import Unit

_ADJECTIVES = frozenset({"country", "people", "function", "common", "direction", "local", "nationals", "actor", "qualifier"})
"""Classes that such adjectives may have besides."""
_KINDS = REGIONS | {"settlement", "district"}
_NISBA = ("يه", "ي")
_ARTICLE = "ال"


def described_town(units: Sequence[Unit], opening: Opening, names: NameGrammar) -> tuple[Opening, Found] | None:
    """The name that a definite noun for a town and its adjectives lead to, or None («المدينة الساحلية سرت»).

    Args:
        units: of the sentence.
        opening: of the phrase, read up to the noun.
        names: reads the names.
    """
    capital = not opening.kind and opening.at < len(units) and is_capital(units[opening.at])
    noun = opening.at if capital else opening.at - 1
    if noun < 0 or opening.many or not (capital or (opening.definite and opening.kind in _KINDS)):
        return None
    at = noun + 1
    while at < len(units) and at <= noun + MODIFIERS and _qualifies(units[at], names):
        at += 1
    if at == noun + 1 or at >= len(units) or "part_name" in units[noun].tags or units[at].reading.conjunction:
        return None
    found = names.read(units, at, Governor(held=True))
    named = found is not None and (found.name.known or bool(units[at].gap)) and found.name.start == units[at].start
    kind = opening.kind or "settlement"
    return (opening._replace(at=at, kind=kind, definite=False), found) if named and found is not None else None


def is_capital(unit: Unit) -> bool:
    """Whether a word is «العاصمة», which a text says of the seat of a government."""
    return "capital" in unit.cues and unit.reading.article


def _qualifies(unit: Unit, names: NameGrammar) -> bool:
    """Whether a word is a definite adjective that no name is («السورية», «الاستراتيجية», «المحاصرة»)."""
    reading = unit.reading
    if unit.gap or reading.conjunction or reading.preposition or not unit.word.startswith(_ARTICLE):
        return False
    if not unit.tags <= _ADJECTIVES or ("sided" not in unit.cues and names.own(unit.word)):
        return False
    return "country" in unit.tags or names.sort(unit.word.removeprefix(_ARTICLE)) or unit.word.endswith(_NISBA)
