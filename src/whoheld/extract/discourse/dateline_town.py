"""The town from which a report is sent, where its first sentence speaks of "the city" and names none."""

from collections.abc import Callable, Iterator

from whoheld.actors import Registry
from whoheld.extract.phrases.phrase import Name, Party, Places, labelled
from whoheld.extract.sentence.line import Line

_NAMING = frozenset({"month", "weekday", "day", "people", "country", "official", "title", "outlet"})
"""Classes of words with a capital that name no place."""


class Dateline:
    """The dateline of an English text.

    Args:
        earlier: the lines before one, up to so many, the last first.
        province_of: the country in which a town lies that is not its capital, where correspondents live, or empty.
        registry: where those are at home who are told of.
    """

    def __init__(
        self, earlier: Callable[[Line, int], Iterator[Line]], province_of: Callable[[Name], str], registry: Registry
    ) -> None:
        self._earlier = earlier
        self._province_of = province_of
        self._registry = registry

    def town(self, line: Line, phrase: Places) -> list[Name]:
        """The town of the dateline that "the city" means in the first sentence of a report, or none.

        It is not meant behind a headline, which may have named another, where anything in the sentence may be a name, or where
        it tells of a group that is at home elsewhere ("DUBAI – M23 rebels captured the town").
        """
        first = bool(line.begins) and next(self._earlier(line, 1), None) is None
        if phrase.anaphor != "settlement" or not first or _told_apart(line, phrase):
            return []
        town = _written_in(line)
        country = self._province_of(town) if town is not None and _names_none(line) else ""
        parties = (party for party in line.phrases if isinstance(party, Party))
        at_home = bool(country) and all(self._may_be(party, country) for party in parties)
        return [town] if town is not None and at_home else []

    def _may_be(self, party: Party, country: str) -> bool:
        """Whether those of whom a text tells are in a country by what they are called; an army may be in any."""
        if party.bare or self._registry.home(party.meanings):
            return True  # "rebels" are everywhere
        haunt = self._registry.haunt(party.meanings)
        countries = {haunt} if haunt else {limit for meaning in party.meanings for limit in meaning.countries}
        return not countries or country in countries


def _written_in(line: Line) -> Name | None:
    """The town with which a dateline begins, or None."""
    place = line.written_in
    name = place.names[0] if place is not None and len(place.names) == 1 else None
    return name if name is not None and name.known and name.kind == "settlement" else None


def _told_apart(line: Line, phrase: Places) -> bool:
    """Whether more is said behind "the town", which tells which is meant ("the town where he was born")."""
    after = line.units[phrase.last + 1] if phrase.last + 1 < len(line.units) else None
    return after is not None and not after.gap and ("relative" in after.tags or labelled(after, "of"))


def _names_none(line: Line) -> bool:
    """Whether a sentence names no place, and has no unknown word with a capital that may be the name of one."""
    if any(isinstance(told, Places) and told.names for told in line.phrases):
        return False
    units = list(enumerate(line.units))[line.begins + 1 :]
    return all(line.phrase(at) is not None or not unit.capital or unit.tags & _NAMING for at, unit in units)
