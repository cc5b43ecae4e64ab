"""Whose men an officer calls "ours" of whom no sentence says for whom he fights: theirs who are told to have the same place."""

from collections.abc import Sequence

from whoheld.extract.discourse.first_person import FIRST
from whoheld.extract.phrases.meaning import ids
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.write import Reading


def name_our_men(readings: Sequence[Reading]) -> None:
    """Gives what a person says that "our forces" did to the one side of which the text tells the same of the place."""
    for reading in readings:
        if reading.actor is not None and _ours(reading) and not ids(reading.actor):
            sides = [r.actor for r in readings if r is not reading and _same_deed(r, reading) and r.actor is not None]
            reading.actor = _one(sides) or reading.actor


def _ours(reading: Reading) -> bool:
    """Whether "our forces" or "we" of somebody did what a reading tells."""
    frame = reading.frame
    return frame.pronoun == FIRST or (frame.actor is not None and frame.actor.owner == FIRST)


def _same_deed(one: Reading, other: Reading) -> bool:
    return one.relation is other.relation and one.name.key == other.name.key and bool(ids(one.actor))


def _one(sides: Sequence[Party]) -> Party | None:
    """The first of several parties, where all may be one side."""
    common = frozenset.intersection(*map(ids, sides)) if sides else frozenset()
    return sides[0] if common else None
