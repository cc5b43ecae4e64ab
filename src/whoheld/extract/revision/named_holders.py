"""Whose a place is that "militants" hold: of the armed group by name that its text tells to hold or to have taken it."""

from collections.abc import Sequence

from whoheld.extract.phrases.meaning import armed_group, ids, of_state
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.write import Reading
from whoheld.model import Extent, Relation

_HAD = frozenset({Relation.HOLDS, Relation.GAINED})


def name_holders(readings: Sequence[Reading]) -> None:
    """Gives what men of no name hold to the one armed group whose the same place is told to be.

    It is rather theirs than of whom a text has spoken last ("SDF fighters stand guard. The militant-held town of Mayadin … has
    been under Daesh control since 2014").
    """
    for reading in readings:
        if reading.relation is Relation.HOLDS and (said := reading.frame.actor) is not None and _any_men(reading, said):
            holders = _holders(reading, readings)
            if len({frozenset(ids(party)) for party in holders}) == 1:
                reading.actor = holders[0]


def _any_men(reading: Reading, said: Party) -> bool:
    """Whether a noun tells men of whatever cause ("insurgents"), or one that names nobody here ("rebels")."""
    units = reading.line.units[said.first : said.last + 1] if said in reading.line.phrases else []
    if len(units) != 1 or units[0].capital != (said.first == reading.line.begins):
        return False
    return "any_cause" in units[0].tail_cues or (said.nonstate and not said.meanings)


def _holders(reading: Reading, readings: Sequence[Reading]) -> list[Party]:
    """The armed groups by name that are told to have as much of a place, or to have taken it, and not to have lost it."""
    same = [other for other in readings if other.name.key == reading.name.key and other.name.kind == reading.name.kind]
    extents = {Extent.WHOLE, reading.extent}
    lost = {id_ for other in same for party in _losers(other) for id_ in ids(party)}
    had = (o.actor for o in same if o is not reading and o.relation in _HAD and o.extent in extents and o.actor is not None)
    named = (party for party in had if party.meanings and all(armed_group(meaning) for meaning in party.meanings))
    return [party for party in named if not of_state(party) and lost.isdisjoint(ids(party))]


def _losers(reading: Reading) -> list[Party]:
    """Those who are told to have lost a place."""
    told = (reading.loser, reading.actor if reading.relation is Relation.LOST else None)
    return [party for party in told if party is not None]
