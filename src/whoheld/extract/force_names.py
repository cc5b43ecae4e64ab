"""English names of forces that no registry knows, told by their capitals ("the Northern Storm Brigade")."""

from collections.abc import Container, Sequence

from whoheld.extract.phrase import Party
from whoheld.extract.scan import Unit


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
