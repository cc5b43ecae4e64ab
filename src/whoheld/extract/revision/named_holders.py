"""Whose a place is that "militants" hold: of the armed group by name that its text tells to hold or to have taken it."""

from collections.abc import Sequence

from whoheld.extract.phrases.meaning import armed_group, ids, of_state
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.write import Reading
from whoheld.model import Extent, Relation, Telling

_HAD = frozenset({Relation.HOLDS, Relation.GAINED})

_ATTRIBUTIVE = frozenset({"reduced", "compound"})
"""Voices that only tell which place is meant ("held by militants")."""


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
    """The armed groups by name that are told to have as much of a place, or to have taken it once.

    Of a place that is news to have changed hands nothing is said: it was held by one before, and is by another since.
    """
    same = [other for other in readings if other.name.key == reading.name.key and other.name.kind == reading.name.kind]
    lost = {id_ for other in same for party in _losers(other) for id_ in ids(party)}
    had_been = reading.telling is Telling.BACKGROUND and reading.frame.voice not in _ATTRIBUTIVE
    if had_been and (beaten := [p for other in same for p in _losers(other) if _armed(p)]):
        return beaten  # of whom it was before
    if any(_is_news(other) for other in same) or not lost.isdisjoint(ids(reading.actor)):
        return []
    extents = {Extent.WHOLE, reading.extent}
    had = (o.actor for o in same if o is not reading and o.relation in _HAD and o.extent in extents and o.actor is not None)
    return [party for party in had if _armed(party) and lost.isdisjoint(ids(party))]


def _armed(party: Party) -> bool:
    """Whether a party is an armed group by its name."""
    named = bool(party.meanings) and all(armed_group(meaning) for meaning in party.meanings)
    return named and not of_state(party)


def _is_news(reading: Reading) -> bool:
    """Whether a place is told as news to be gained as a whole."""
    return reading.relation is Relation.GAINED and reading.telling is Telling.EVENT and reading.extent is Extent.WHOLE


def _losers(reading: Reading) -> list[Party]:
    """Those who are told to have lost a place."""
    told = (reading.loser, reading.actor if reading.relation is Relation.LOST else None)
    return [party for party in told if party is not None]
