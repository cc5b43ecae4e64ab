"""Sides that are told by the region whose men they are: "forces from Ethiopia's Tigray region"."""

from collections.abc import Sequence

from whoheld.extract.parties.nations import Nations
from whoheld.extract.phrases.phrase import Party, labelled
from whoheld.extract.words.scan import Unit

_TO_REGION = 7
"""Words from "from" to the name of the region ("from Ethiopia's northern Tigray region")."""
_REGIONAL = frozenset({"people"})
_TO_ITS_NAME = frozenset({"article", "adverb", "direction", "head", "preposition", "led"})
"""Classes of words between "from" and the name of a region ("from the breakaway region of")."""


class Homelands:
    """Finds the sides that the regions of their men tell, in one language.

    Args:
        nations: of those who are called by a region and a noun for men.
        capitals: whether the language writes names with capitals.
    """

    def __init__(self, nations: Nations, *, capitals: bool) -> None:
        self._nations = nations
        self._capitals = capitals

    def of(self, units: Sequence[Unit], party: Party, binding: int) -> Party | None:
        """The party with the region that a preposition behind it leads to, meaning whom that tells, or None."""
        if not self._capitals or party.meanings or not labelled(units[binding], "from"):
            return None
        for at in range(binding + 1, min(len(units), binding + _TO_REGION)):
            unit = units[at]
            if unit.gap:
                return None
            if unit.capital and unit.tags <= _REGIONAL:
                return self._at_home(units, party, at)
            if not (unit.tags <= _TO_ITS_NAME or ("country" in unit.tags and unit.possessive)):
                return None
        return None

    def _at_home(self, units: Sequence[Unit], party: Party, first: int) -> Party | None:
        last = first
        while last + 1 < len(units) and units[last + 1].capital and not units[last + 1].tags and units[last + 1].gap in {"", "-"}:
            last += 1
        meanings = self._nations.men_of([unit.word for unit in units[first : last + 1]], party.noun)
        if not meanings:
            return None
        last += last + 1 < len(units) and "head" in units[last + 1].tags and not units[last + 1].gap
        party.last, party.end, party.meanings, party.proper = last, units[last].stop, meanings, True
        party.unknown = party.anaphor = party.repeats = False
        return party
