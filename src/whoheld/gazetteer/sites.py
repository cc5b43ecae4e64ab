"""Sites and districts that no gazetteer has, told by the town whose name they bear: the airport of Goma, the port of Ras Lanuf.

Such a place has an id made of the town's, stands at the town's point, says so in its source, and is as precise as its kind
allows.
"""

from collections.abc import Mapping
from typing import NamedTuple

from whoheld.model import Place

_JOIN = "+"


class _Site(NamedTuple):
    """How far from the middle of a town such a site of its lies, in metres, and what it is called, in English and Arabic.

    Of the 31 airports that the theatres know together with the town of their name four fifths lie within 20 km of it; of the
    other kinds too few are known to count, and the distances are set as wide or wider.
    """

    reach_m: int
    english: str
    arabic: str


_SITES: Mapping[str, _Site] = {
    "airport": _Site(20_000, "airport", "مطار"),
    "base": _Site(20_000, "base", "قاعدة"),
    "camp": _Site(20_000, "camp", "مخيم"),
    "crossing": _Site(20_000, "crossing or port", "معبر أو ميناء"),
    "dam": _Site(20_000, "dam", "سد"),
    "district": _Site(25_000, "district", "مديرية أو ناحية"),
    "oil_field": _Site(30_000, "field or plant", "حقل أو منشأة"),
}


def is_told_by_town(kind: str) -> bool:
    """Whether a place of that kind lies at or around the town whose name it bears."""
    return kind in _SITES


def of_town(town: Place, kind: str) -> Place:
    """The town's site of that kind.

    Raises:
        KeyError: such a place is not told by its town.
    """
    site = _SITES[kind]
    names = {"en": (f"{town.name} ({site.english})",)}
    if arabic := town.names.get("ar"):
        names["ar"] = (f"{arabic[0]} ({site.arabic})",)
    return Place(
        id=f"{town.id}{_JOIN}{kind}",
        kind=kind,
        name=names["en"][0],
        names=names,
        lon=town.lon,
        lat=town.lat,
        precision_m=max(site.reach_m, town.precision_m),
        parent=town.id,
        country=town.country,
        source=f"no citable point, point of {town.name}: {town.source}",
    )


def town_and_kind(place_id: str) -> tuple[str, str] | None:
    """The id of the town and the kind in the id of such a site; None for any other id."""
    town, join, kind = place_id.rpartition(_JOIN)
    return (town, kind) if join and kind in _SITES else None
