"""A side that is told by the land in which it is, and which is not that land's government ("Sudan's Rapid Support Forces")."""

from collections.abc import Callable, Sequence

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.words.scan import Unit

_LANDS = frozenset({"country", "actor_anaphor"})
"""Classes of words behind a land that call no side of its own ("Russia's Ukraine offensive", "Ukraine's enemy")."""


def of_land(units: Sequence[Unit], land: Party, read: Callable[[Sequence[Unit], int], Party | None]) -> Party | None:
    """The side named right behind the land whose it is said to be, or None.

    What is only called after a side is none ("Israel's Hamas war").
    """
    at = land.last + 1
    owns = land.possessive and "country" in units[land.last].tags and at < len(units) and not units[at].gap
    if not owns or not units[at].tags.isdisjoint(_LANDS):
        return None
    side = read(units, at)
    if side is None or side.anaphor or not side.meanings or _calls(units, side.last + 1):
        return None
    side.first, side.start = land.first, land.start
    return side


def _calls(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun that no class knows goes on behind a name, which then only says of what sort it is."""
    after = units[at] if at < len(units) and not units[at].gap else None
    return after is not None and not after.tags and not after.word.endswith("ed")
