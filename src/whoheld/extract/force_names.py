"""English names of forces that no registry knows, told by their capitals ("the Northern Storm Brigade")."""

from collections.abc import Container, Sequence

from whoheld.extract.nations import REBELS
from whoheld.extract.phrase import Party
from whoheld.extract.scan import Unit

_OF_REGIONS = frozenset({"people", "country", "direction", "actor", "adverb"})
"""Classes of words between an adjective and the noun for a place ("the rebel Serb region")."""


def goes_on(unit: Unit) -> bool:
    """Whether a word belongs to an armed noun before it ("resistance groups")."""
    return "armed" in unit.tags or "group" in unit.cues


def bears_name(units: Sequence[Unit], party: Party) -> bool:
    """Whether capitals from first to last make a party's name that no registry knows ("the Northern Storm Brigade")."""
    return party.last > party.first and all(unit.capital for unit in units[party.first : party.last + 1])


def of_other(units: Sequence[Unit], at: int, nouns: Container[str]) -> bool:
    """Whether an adjective of a state, and none of the ``nouns``, tells of which sort something else is ("a federal judge")."""
    adjective = "statal" in units[at].tags and units[at].word not in nouns and at + 1 < len(units)
    return adjective and not units[at + 1].gap and units[at + 1].tags <= {"head"} and not units[at + 1].capital


def qualifies_place(units: Sequence[Unit], at: int, nouns: Container[str]) -> bool:
    """Whether an adjective, and none of the ``nouns``, only tells of which sort a place is ("the rebel Serb region of")."""
    if not units[at].tags >= REBELS or units[at].word in nouns:
        return False
    place = at + 1
    while place < len(units) and not units[place].gap and units[place].tags <= _OF_REGIONS and units[place].tags:
        place += 1
    return (
        place < len(units) and not units[place].gap and units[place].tags <= {"head", "function"} and "head" in units[place].tags
    )


def of_war(unit: Unit) -> bool:
    """Whether a name is that of a side in a war, and not of a country or capital whose friends others are ("GNA-aligned")."""
    governs = any(meaning.actor.kind == "government" for meaning in unit.meanings)
    return bool(unit.meanings) and "country" not in unit.tags and (unit.upper or not governs)
