"""Whose men an officer calls "ours" of whom no sentence says for whom he fights: theirs who are told to have the same place."""

from collections.abc import Callable, Sequence

from whoheld.extract.discourse.first_person import FIRST
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.write import Reading
from whoheld.model import Relation


def name_our_men(readings: Sequence[Reading], side: Callable[[Party | None], str]) -> None:
    """Gives what a person says that "our forces" did to the one side of which the text tells the same of the place.

    Args:
        readings: all that the text tells.
        side: tells the side of a party, or nothing of one whom nobody knows.
    """
    for reading in readings:
        gain = reading.relation is Relation.GAINED  # of two sides each may say that it still has a town
        if gain and reading.actor is not None and _ours(reading) and not side(reading.actor):
            told = (r.actor for r in readings if r is not reading and _same_deed(r, reading))
            sides = {name: party for party in told if (name := side(party))}
            reading.actor = next(iter(sides.values())) if len(sides) == 1 else reading.actor


def _ours(reading: Reading) -> bool:
    """Whether "our forces" or "we" of somebody did what a reading tells."""
    frame = reading.frame
    return frame.pronoun == FIRST or (frame.actor is not None and frame.actor.owner == FIRST)


def _same_deed(one: Reading, other: Reading) -> bool:
    return one.relation is other.relation and one.name.key == other.name.key
