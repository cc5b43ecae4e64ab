"""A row of a gazetteer on its way into an index, and the layer that it belongs to."""

from typing import NamedTuple

UNKNOWN_LANGUAGE = "und"


class Entry(NamedTuple):
    """A row of a gazetteer on its way into an index.

    Attributes:
        spellings: pairs of language code (``und`` where unknown) and spelling; the first of a language is the one shown.
        lon, lat: WGS 84 degrees.
    """

    id: str
    kind: str
    name: str
    spellings: tuple[tuple[str, str], ...]
    lon: float
    lat: float
    precision_m: int
    parent: str | None = None
    country: str | None = None
    population: int | None = None


class Layer(NamedTuple):
    """Where entries come from: a name that a later import of the same file replaces, and the source shown with every place."""

    name: str
    source: str
    sha256: str | None = None
