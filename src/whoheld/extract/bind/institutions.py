"""Hospitals, camps and the like that somebody runs in a town, who does not thereby hold the town."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import Name, Party, Places
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_IN_TOWN = frozenset({"in", "of", "at", "inside", "near"})
"""Cases of the town whose institution is named before it."""


def only_run(line: Line, frame: Frame, named: Sequence[tuple[Name, Places]], actor: Party | None) -> bool:
    """Whether what is run is an institution in the places and not these ("a hospital in Bukavu, run by the foundation").

    Of a camp or port the same is told only where nobody known or armed runs it ("the port of Berbera, run by DP World").
    """
    if line.verb_first or frame.voice != "reduced" or "running" not in line.units[frame.at].cues:
        return False
    return all(_institution_before(line, place) or (_camp(line, place) and _no_army(line, actor)) for _, place in named)


def _institution_before(line: Line, place: Places) -> bool:
    at = place.first - 2
    return place.case in _IN_TOWN and at >= 0 and bool({"institution"} & (line.units[at].cues | line.units[at].tail_cues))


def _camp(line: Line, place: Places) -> bool:
    return any("facility" in line.units[n].cues | line.units[n].tail_cues for n in range(place.first, place.last + 1))


def _no_army(line: Line, actor: Party | None) -> bool:
    """Whether nobody is named who bears arms: neither one whom the registry knows nor one whom a noun calls so."""
    words = line.units[actor.first : actor.last + 1] if actor is not None and actor in line.phrases else []
    return actor is None or not (actor.meanings or any("armed" in unit.tags for unit in words))
