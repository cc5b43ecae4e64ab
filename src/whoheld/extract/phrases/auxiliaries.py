"""Commas that part no clause: those which Arabic news sets between a subject and the «قد» of its pluperfect."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import COMMAS, parted
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit

_LONGEST = 14
"""Words of the longest subject between «كان» and «قد»."""
_ASIDE = 2
"""Commas of an aside on the subject."""


def join_pluperfects(units: Sequence[Unit]) -> None:
    """Takes the commas out of «وكانت وزارة الدفاع، قد أعلنت» and «وكان الناطق، أمس، قد أعلن»."""
    for at, unit in enumerate(units):
        if unit.gap and unit.gap in COMMAS and "dubitative" in unit.cues:
            for comma in _of_subject(units, at):
                units[comma].gap = ""


def _of_subject(units: Sequence[Unit], particle: int) -> list[int]:
    """The units behind commas from an auxiliary to its particle, where a subject and at most an aside stand between them."""
    commas = [particle]
    for at in range(particle - 1, max(-1, particle - 1 - _LONGEST), -1):
        unit = units[at]
        if "had" in unit.tags:
            return commas if at < particle - 1 else []
        if "relative" in unit.tags or any(entry.tense in FINITE for entry in unit.entries):
            break
        if parted(unit.gap):
            if unit.gap not in COMMAS or len(commas) == _ASIDE:
                break
            commas.append(at)
    return []
