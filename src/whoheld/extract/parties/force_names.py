"""English words for forces: names told by their capitals, and adjectives that tell of something else than a force."""

from collections.abc import Container, Sequence

from whoheld.extract.parties.nations import REBELS
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.words.scan import Unit

_OF_REGIONS = frozenset({"people", "country", "direction", "actor", "adverb"})
"""Classes of words between an adjective and the noun for a place ("the rebel Serb region")."""


def goes_on(unit: Unit) -> bool:
    """Whether a word belongs to an armed noun before it ("resistance groups")."""
    return "armed" in unit.tags or "group" in unit.cues


def calls_band(unit: Unit) -> bool:
    """Whether a name is a common noun for a band, by which one in its country is called ("rebel group")."""
    return bool(unit.tail_cues & {"band", "group"}) and all(meaning.alias.text.islower() for meaning in unit.meanings)


def bears_name(units: Sequence[Unit], party: Party) -> bool:
    """Whether capitals from first to last make a party's name that no registry knows ("the Northern Storm Brigade")."""
    return party.last > party.first and all(unit.capital for unit in units[party.first : party.last + 1])


def of_other(units: Sequence[Unit], at: int, nouns: Container[str]) -> bool:
    """Whether an adjective of a state, and none of the ``nouns``, tells of which sort something else is ("a federal judge")."""
    after = units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
    if after is None or "statal" not in units[at].tags or not after.tags <= {"head"}:
        return False
    site = units[at].capital and after.capital and "head" in after.tags  # "the First Military Region has lost its seat"
    return site or (units[at].word not in nouns and not after.capital)


def qualifies(units: Sequence[Unit], at: int, nouns: Container[str]) -> bool:
    """Whether an adjective, and none of the ``nouns``, only tells of which sort a place is, or one who is named himself.

    So in "the rebel Serb region of", and in "the separatist leader Denis Pushilin".
    """
    if not units[at].tags >= REBELS or units[at].word in nouns:
        return False
    noun = at + 1
    while noun < len(units) and not units[noun].gap and units[noun].tags and units[noun].tags <= _OF_REGIONS:
        noun += 1
    if noun >= len(units) or units[noun].gap:
        return False
    place = "head" in units[noun].tags and units[noun].tags <= {"head", "function"}
    return place or ("title" in units[noun].tags and noun + 1 < len(units) and _person(units[noun + 1]))


def _person(unit: Unit) -> bool:
    return "actor" in unit.tags and unit.capital and not unit.gap


def of_war(unit: Unit) -> bool:
    """Whether a name is that of a side in a war, and not of a country or capital whose friends others are ("GNA-aligned")."""
    governs = any(meaning.actor.kind == "government" for meaning in unit.meanings)
    return bool(unit.meanings) and "country" not in unit.tags and (unit.upper or not governs)
