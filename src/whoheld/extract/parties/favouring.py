"""English men who are told by whom they are for ("pro-Hadi tribesmen"): whose they are only as far as a registry says so."""

from collections.abc import Sequence

from whoheld.actors import Meaning, Registry
from whoheld.extract.words.scan import Unit

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
