"""What a theatre knows: places, actors, and the numbers of the fold."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, NonNegativeInt, PositiveInt

from whoheld.model.frozen import Frozen


class Place(Frozen):
    """A place of a gazetteer.

    Attributes:
        id: ``syria:hajin``, ``geonames:172415``.
        names: language code -> spellings, the first of each is the one shown.
        lon, lat: WGS 84 degrees.
        precision_m: how far the true centre may lie from the point.
        parent: id of the admin unit or town it belongs to.
        ids: the same place in other gazetteers, ``geonames:172415``.
        country: ISO 3166 alpha-2.
        source: where the point comes from; says so where it is the parent's.
    """

    id: str
    kind: str
    name: str
    names: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    lon: float
    lat: float
    precision_m: int
    parent: str | None = None
    country: str | None = None
    population: int | None = None
    source: str
    ids: tuple[str, ...] = ()


class Alias(Frozen):
    """One way the press writes an actor, without clitics, and where and when it means that actor.

    ``gender`` is the grammatical gender a pronoun would have ("m", "f", "p"), for languages that mark it.
    """

    text: str
    language: str
    gender: Literal["m", "f", "p"] | None = None
    countries: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None


class Actor(Frozen):
    """A party to a war.

    Attributes:
        id: ``SDF``; stable, used in exports.
        names: language code -> the name shown. A name shown is also an alias.
        aliases: other names and abbreviations; an alias without limits of its own has the actor's.
        colour: ``#rrggbb``, neutral, never a flag's; None leaves the choice to the map.
        kind: ``government``, ``army``, ``armed_group``, ``coalition`` or ``police``.
        parent: the actor it is part of.
        side: actors of one side are one voice when they speak of themselves.
        countries, first_year, last_year: where and when its aliases mean it; empty is everywhere and always.
    """

    id: str
    names: Mapping[str, str]
    aliases: tuple[Alias, ...] = ()
    colour: str | None = None
    kind: Literal["government", "army", "armed_group", "coalition", "police"] = "armed_group"
    parent: str | None = None
    side: str | None = None
    countries: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None


class Policy(Frozen):
    """The numbers and facts of a theatre that the fold needs.

    Attributes:
        stale_after_days: an interval without a report for longer is drawn pale; it never ends by silence.
        dispute_window_days: contradicting claims within it dispute each other.
        agree_sources: independent sources that settle a dispute.
        sides: actor id -> side.
        source_sides: publisher or host name -> the side whose outlet it is.
    """

    stale_after_days: PositiveInt = 120
    dispute_window_days: NonNegativeInt = 7
    agree_sources: PositiveInt = 2
    sides: Mapping[str, str] = Field(default_factory=dict)
    source_sides: Mapping[str, str] = Field(default_factory=dict)
