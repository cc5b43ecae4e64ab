"""Men who are told by whom they are for: whose they are only as far as a registry says so ("pro-Hadi tribesmen"), or a name."""

from collections.abc import Callable, Sequence

from whoheld.actors import Meaning, Registry
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.words.scan import Unit

_Reads = Callable[[Sequence[Unit], int], Party | None]
_Makes = Callable[[Sequence[Unit], int, int, int], Party]

_MEN = ("forces", "fighters", "troops", "militias")
"""How registries call men who are for somebody."""
_LONGEST = 4
"""Words from "pro" to the noun for its men."""


def favours(units: Sequence[Unit], first: int) -> int:
    """The noun for the men who are for somebody told behind a hyphen, or -1."""
    if "favouring" not in units[first].cues or first + 1 >= len(units) or units[first + 1].gap != "-":
        return -1
    for at in range(first + 1, min(first + _LONGEST, len(units))):
        if units[at].gap and at > first + 1:
            return -1
        if "armed" in units[at].tags and at > first + 1:
            return at
        if not units[at].capital:
            return -1
    return -1


def sided_with(units: Sequence[Unit], first: int, men: int, registry: Registry) -> tuple[Meaning, ...]:
    """Those whom the registry calls by for whom they are, whatever it calls the men."""
    names, words = registry.names(), tuple(unit.word for unit in units[first:men])
    return next((tuple(found) for noun in _MEN if (found := names.get((*words, noun)))), ())


def loyal_to(units: Sequence[Unit], first: int, at: _Reads, make: _Makes) -> Party | None:
    """Men whose Arabic name says only that they are loyal, where it is told to whom («القوات الموالية لحزب الله»), or None.

    Args:
        units: of the sentence.
        first: the name.
        at: reads the party that begins at a unit.
        make: makes a party of words.
    """
    after = units[first + 1] if "siding" in units[first].tail_cues and first + 1 < len(units) else None
    if after is None or after.gap or after.reading.preposition != "to" or (leader := at(units, first + 1)) is None:
        return None
    party = make(units, first, leader.last, -1)
    party.meanings, party.proper, party.unknown = leader.meanings, bool(leader.meanings), not leader.meanings
    return party
