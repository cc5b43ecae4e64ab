"""Whose spokesman a person whom the registry knows is: his own side's («المتحدث باسم القوات المسلحة اليمنية يحيى سريع»)."""

from collections.abc import Sequence
from itertools import pairwise

from whoheld.extract.phrases.meaning import ids
from whoheld.extract.phrases.phrase import Party, Phrase
from whoheld.extract.words.scan import Unit

_OFFICES = frozenset({"title", "voice", "official"})
_FORCES = frozenset({"armed", "statal", "country"})
"""Classes of words that name forces and states, and no person."""


def name_spokesmen(units: Sequence[Unit], phrases: Sequence[Phrase]) -> None:
    """Lets the forces for which a person speaks be those of his side, where others bear the same name."""
    for forces, person in pairwise(phrases):
        if isinstance(forces, Party) and isinstance(person, Party) and _speaks_for(units, forces, person):
            forces.meanings = person.meanings


def _speaks_for(units: Sequence[Unit], forces: Party, person: Party) -> bool:
    first = units[person.first]
    named = bool(person.meanings) and first.tail != first.word and first.tags.isdisjoint(_FORCES)
    if not named or not forces.meanings or ids(forces) & ids(person):
        return False
    between = units[forces.last + 1 : person.first]
    office = between or units[forces.first : forces.first + 1]
    beside = not any(unit.gap for unit in (*between, first))
    return beside and all(not unit.tags.isdisjoint(_OFFICES) for unit in office)
