"""Whether words like "the Iran-backed militia" or "the Islamic militant group" can be of the one side of rebels of a text."""

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from whoheld.extract.phrases.meaning import ids
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.model import Actor

_BACKED = frozenset({"allied", "backing"})
"""Classes of words that tell of an ally."""
_TO_ALLY = 2
"""Words from "backed" to by whom ("backed by the Iranians")."""


def fits(
    party: Party, rebels: Actor, lines: Sequence[Line], actor_of: Callable[[Party], Actor | None], faith: Collection[str]
) -> bool:
    """Whether somebody who is only described may be the rebels: their text calls them so allied, or their names so minded.

    Args:
        party: who is described.
        rebels: the one side of rebels that is named.
        lines: of the text.
        actor_of: tells whom a party means.
        faith: the words that tell that men fight for their religion.
    """
    told_in = next((line for line in lines if any(phrase is party for phrase in line.phrases)), None)
    if told_in is None or told_in.verb_first:
        return True
    units = told_in.units[party.first : party.last + 1]
    backers = [before for before, unit in pairwise(units) if "allied" in unit.tags]
    if backers:
        called = any(alias.text.casefold().startswith(f"{backer.word}-") for alias in rebels.aliases for backer in backers)
        kin = any(rebels.parent in {meaning.actor.id for meaning in backer.meanings} for backer in backers)
        return called or kin or any(_backed(line, backer, party, rebels, actor_of) for line in lines for backer in backers)
    minded = any("faith" in unit.cues for unit in units)
    return not minded or any(
        word.removesuffix("s") in faith for alias in rebels.aliases for word in alias.text.casefold().split()
    )


def _backed(line: Line, backer: Unit, party: Party, rebels: Actor, actor_of: Callable[[Party], Actor | None]) -> bool:
    """Whether a sentence tells that the rebels are allied to somebody ("the Iran-backed Houthis", "backed by Iran")."""
    named = (p for p in line.phrases if isinstance(p, Party) and p is not party and ids(p))
    if not any((actor := actor_of(p)) is not None and actor.id == rebels.id for p in named):
        return False
    own = range(party.first, party.last + 1) if any(phrase is party for phrase in line.phrases) else range(0)
    for at, unit in enumerate(line.units):
        if unit.tags & _BACKED and at not in own:
            beside = line.units[max(0, at - 1) : at + 1 + _TO_ALLY]
            if any(_same(other, backer) for other in beside if other is not unit):
                return True
    return False


def _same(one: Unit, other: Unit) -> bool:
    """Whether two words name one country or one body."""
    country, another = one.entry("country"), other.entry("country")
    if country is not None and another is not None:
        return country.value == another.value
    return one.word == other.word
