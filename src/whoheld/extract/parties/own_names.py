"""Parties that bear a name of their own which no registry need know: «لواء صقور الغاب», "the Zagros Front"."""

from collections.abc import Sequence

from whoheld.extract.parties.commanders import commander
from whoheld.extract.parties.formations import unit_of
from whoheld.extract.parties.group_names import called, capitals, construct
from whoheld.extract.parties.maker import PartyMaker
from whoheld.extract.parties.nations import STATE, Nations
from whoheld.extract.parties.strangers import stranger
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.words.scan import Unit


class OwnNames:
    """Reads the parties of one language by the names that a noun for a group begins.

    Args:
        maker: makes parties of words.
        nations: of the parties that are called like another of their country.
        capitals: whether the language writes names with capitals.
    """

    def __init__(self, maker: PartyMaker, nations: Nations, *, capitals: bool) -> None:
        self._make = maker.make
        self._nations = nations
        self._capitals = capitals

    def at(self, units: Sequence[Unit], first: int) -> Party | None:
        """The party whose name begins at a unit, where a noun for a group or a verb of taking tells one, or None."""
        if not self._capitals and (last := stranger(units, first)) >= 0:
            return self._make(units, first, last, -1)
        if self._capitals and units[first].capital and (last := commander(units, first)) >= 0:
            return self.bearing(units, first, last)
        if self._capitals and units[first].capital:
            last = max(capitals(units, first), half_of_state(units, first))
        elif "movement" not in units[first].cues and ("band" not in units[first].cues or units[first].meanings):
            return None
        elif self._capitals:
            name = called(units, first + 1)
            return self.bearing(units, *name) if name is not None else None
        else:
            last = construct(units, first)
        return self.bearing(units, first, last) if last > first else None

    def told(self, units: Sequence[Unit], first: int, last: int) -> Party:
        """Men with the name that they are told to bear, which a registry may know («جماعة تدعى …»)."""
        party = self.bearing(units, first, last)
        party.meanings = next((unit.meanings for unit in units[first:last] if unit.meanings), units[last].meanings)
        return party

    def bearing(self, units: Sequence[Unit], first: int, last: int) -> Party:
        """The party whose name the words from ``first`` to ``last`` are."""
        party = self._make(units, first, last, -1)
        party.unknown = True
        return self._nations.called_alike(units, party, last) if self._capitals else party


def half_of_state(units: Sequence[Unit], first: int) -> int:
    """The last word of the men of a state that a point of the compass names ("North Vietnamese troops"), or -1.

    They are not those of the state that has the name without it now.
    """
    compass, after = units[first], units[first + 1] if first + 1 < len(units) else None
    if "compass" not in compass.cues or compass.tail != compass.word or after is None or after.gap or not after.capital:
        return -1
    if "actor" in after.tags:
        state = after.tail != after.word and all(meaning.actor.kind in STATE for meaning in after.meanings)
        return first + 1 if state and not after.possessive else -1
    if "country" not in after.tags or first + 2 >= len(units):
        return -1
    men = units[first + 2]
    return first + 2 if "armed" in men.tags and not men.gap else unit_of(units, first + 2)
