"""For whom an Arabic spokesman speaks whose side no lexicon knows or quotation marks part from him: «متحدث باسم "طالبان"»."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from whoheld.extract.parties.group_names import QUOTES, may_be_part
from whoheld.extract.parties.maker import PartyMaker
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.words.scan import Unit

At = Callable[[Sequence[Unit], int], Party | None]
_LONGEST = 8
"""Words of the longest name between quotation marks."""
_PLAIN = 3
"""Words of the longest that stands without them."""
_CLOSING = frozenset('»"”)')
_TO = "to"
"""The class of «إن», before which a spokesman's phrase ends."""


def spokesman(units: Sequence[Unit], office: int, at: At, maker: PartyMaker) -> Party | None:
    """Whom a spokesman speaks for by a name in quotation marks or one that nobody knows, or None.

    Args:
        units: of the sentence.
        office: the unit that ends in «باسم».
        at: reads the party that begins at a unit.
        maker: of the party that the name is.
    """
    first = office + 1
    if first >= len(units):
        return None
    if units[first].gap not in QUOTES:
        return _of_unknown(units, office, maker)
    stops = (n for n in range(first + 1, min(first + 1 + _LONGEST, len(units))) if _CLOSING.intersection(units[n].gap))
    stop = next(stops, first)
    side = at(units, first)
    if side is not None and (side.last >= stop - 1 or side.meanings):
        return replace(side, first=office, last=max(side.last, stop - 1))
    return _unknown(units, office, range(first, stop), maker) if stop > first else None


def _of_unknown(units: Sequence[Unit], office: int, maker: PartyMaker) -> Party | None:
    """The party of a spokesman whose side's bare name no lexicon knows («متحدث باسم فانو إن»), or None."""
    first = office + 1
    if units[first].gap or not _names(units[first]):
        return None
    for at in range(first, min(first + 1 + _PLAIN, len(units))):
        if at > first and (_TO in units[at].tags or units[at].gap):
            return _unknown(units, office, range(first, at), maker)
        if not may_be_part(units[at]):
            return None
    return None


def _names(unit: Unit) -> bool:
    """Whether an unknown noun without its article begins a name (not «الرئاسة», which is of the state at home)."""
    return not unit.tags and not unit.word.startswith("ال")


def _unknown(units: Sequence[Unit], office: int, name: range, maker: PartyMaker) -> Party:
    party = maker.make(units, name.start, name.stop - 1, -1)
    party.first, party.unknown, party.anaphor = office, True, False
    party.statal = party.regular = False
    return party
