"""Provinces and districts as their theatres outline them; the others are drawn as squares."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from whoheld import geodata
from whoheld.geodata.outlines import Outline, read_outlines


def outlines(places: Iterable[str]) -> dict[str, Outline]:
    """Place id -> outline, of those of the places that have one.

    Args:
        places: full ids; what stands before the colon is the theatre.
    """
    found, folder = {}, geodata.folder()
    for place in places:
        theatre, _, own = place.partition(":")
        if own in (known := _of(folder / theatre / "outlines.geojson")):
            found[place] = known[own]
    return found


@cache
def _of(path: Path) -> dict[str, Outline]:
    return {outline.id: outline for outline in read_outlines(path)}
