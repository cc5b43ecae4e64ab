"""Which names an English noun for a region may mean, and which are of regions alone, so that no noun for a town means them."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from whoheld.extract.phrases.phrase import Name, Places
from whoheld.extract.places.openings import REGIONS
from whoheld.extract.setting import Setting
from whoheld.model import Place


class Regions:
    """Tells towns and regions apart by who else bears their names.

    Args:
        setting: where the text plays, found out when first asked for.
    """

    def __init__(self, setting: Callable[[], Setting]) -> None:
        self._setting = setting

    def meant(self, phrase: Places, names: list[Name], *, headed: bool) -> list[Name]:
        """Those of some names that a noun may mean: "the province" no town's alone, and "the city" no region's alone.

        A region that bears the name of its town is meant by "the province" behind that of the town ("Homs … the province").
        """
        if phrase.anaphor in REGIONS:
            return [region for name in names if (region := self._region(name))]
        if phrase.anaphor != "settlement" or headed:
            return names
        return [name for name in names if not self._only_region(name)]

    def _region(self, name: Name) -> Name | None:
        if name.kind in REGIONS or name.kind == "district":
            return name
        kind = next((place.kind for place in self._bearers(name) if place.kind in REGIONS), "")
        return replace(name, kind=kind) if kind else None

    def _only_region(self, name: Name) -> bool:
        """Whether a region of a country of which the text speaks bears a name that no town there does ("Chechnya")."""
        bearers = self._bearers(name)
        regions = {place.country for place in bearers if place.kind in REGIONS}
        towns = {place.country for place in bearers if place.kind not in REGIONS}
        return bool(regions) and regions.isdisjoint(towns) and not regions.isdisjoint(self._setting().countries)

    def _bearers(self, name: Name) -> Sequence[Place]:
        return self._setting().bearers(name)
