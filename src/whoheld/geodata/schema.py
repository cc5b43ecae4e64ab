"""What stands in a theatre's files, as schemas that refuse what they do not know."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from whoheld.model import Actor, Alias, Frozen

LanguageKey = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(_[mfp])?$")]
"""A language, and for those that mark it the gender a pronoun would have: ``en``, ``ar_f``."""
Year = Annotated[int, Field(ge=1900, le=2100)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
PlaceKind = Literal[
    "country", "province", "district", "region", "settlement", "quarter",
    "airport", "base", "dam", "crossing", "oil_field", "camp", "site",
]  # fmt: skip
"""``region`` is a named stretch of land without an administration; ``site`` a hill, bridge, hospital or the like."""
COLUMNS = ("id", "kind", "parent", "country", "lon", "lat", "precision_m", "ids", "source")
"""What every ``places.csv`` has; each further column is a language, and holds the spellings in it."""


class Source(Frozen):
    """A publisher that reports on the theatre: its hosts, tier (1 best known for checking, 3 a party's own voice), whose side."""

    name: str
    hosts: tuple[str, ...] = ()
    tier: int = Field(default=2, ge=1, le=3)
    side: str | None = None


class TheatreFile(Frozen):
    """``theatre.toml``; ``sides`` says where an actor of an included theatre stands in this war."""

    title: Mapping[str, str]
    bbox: tuple[float, float, float, float]
    countries: tuple[Country, ...]
    first_day: dt.date
    languages: tuple[str, ...]
    includes: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()
    policy: Mapping[str, int] = Field(default_factory=dict)
    sides: Mapping[str, str] = Field(default_factory=dict)
    source: tuple[Source, ...] = ()


class AliasBlock(Frozen):
    """Spellings by language that mean an actor, all within the same limits of country and years."""

    countries: tuple[Country, ...] = ()
    first_year: Year | None = None
    last_year: Year | None = None
    spellings: Mapping[LanguageKey, tuple[str, ...]]

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, block: Mapping[str, Any]) -> dict[str, Any]:
        limits = ("countries", "first_year", "last_year")
        spellings = {language: spelt for language, spelt in block.items() if language not in limits}
        return {limit: block[limit] for limit in limits if limit in block} | {"spellings": spellings}

    def aliases(self) -> Iterable[Alias]:
        """One alias a spelling."""
        limits = {"countries": self.countries, "first_year": self.first_year, "last_year": self.last_year}
        for language, spelt in self.spellings.items():
            code, _, gender = language.partition("_")
            for text in spelt:
                yield Alias.model_validate({"text": text, "language": code, "gender": gender or None, **limits})


class ActorRow(Frozen):
    """One ``[[actor]]`` of ``actors.toml``; the fields are those of ``model.Actor``, its aliases in blocks."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")]
    names: Mapping[str, str]
    kind: Literal["government", "army", "armed_group", "coalition", "police"]
    parent: str | None = None
    side: str | None = None
    colour: Annotated[str, StringConstraints(pattern=r"^#[0-9A-F]{6}$")] | None = None
    countries: tuple[Country, ...] = ()
    first_year: Year | None = None
    last_year: Year | None = None
    alias: tuple[AliasBlock, ...] = ()

    def actor(self) -> Actor:
        """The noun that the other floors know."""
        aliases = tuple(alias for block in self.alias for alias in block.aliases())
        return Actor(aliases=aliases, **self.model_dump(exclude={"alias"}))


class PlaceRow(Frozen):
    """One row of ``places.csv``.

    Without ``lon`` and ``lat`` the parent's point is taken, and its ``precision_m`` where none is given. ``names`` are the
    language columns, spellings parted by ``|``, the first one shown. ``ids`` are identifiers elsewhere, as ``geonames:172415``.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_]*$")]
    kind: PlaceKind
    parent: str | None
    country: Country
    lon: Annotated[float, Field(ge=-180, le=180)] | None
    lat: Annotated[float, Field(ge=-90, le=90)] | None
    precision_m: Annotated[int, Field(ge=1)] | None
    names: Mapping[LanguageKey, tuple[str, ...]]
    ids: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z-]+:\S+$")], ...]
    source: Annotated[str, StringConstraints(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _from_cells(cls, cells: Mapping[str, str]) -> dict[str, Any]:
        names = {column: _spellings(cell) for column, cell in cells.items() if column not in COLUMNS and cell}
        fields: dict[str, Any] = {column: cell or None for column, cell in cells.items() if column in COLUMNS}
        return fields | {"names": names, "ids": _spellings(cells.get("ids", ""))}

    @model_validator(mode="after")
    def _point_or_parent(self) -> "PlaceRow":
        if (self.lon is None) != (self.lat is None):
            raise ValueError("lon and lat: give both, or none to take the parent's point")
        if self.lon is not None and self.precision_m is None:
            raise ValueError("precision_m is missing: how far may the true centre lie from the point?")
        if self.lon is None and self.parent is None:
            raise ValueError("no coordinate, and no parent whose point could be taken")
        if not self.names:
            raise ValueError("no name in any language")
        return self


def _spellings(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in cell.split("|"))))
