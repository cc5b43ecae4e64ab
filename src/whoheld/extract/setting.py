"""Where and when a text plays, and which actors its names mean there."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from whoheld.actors import Meaning, Registry, bearer, choose
from whoheld.extract.phrases.phrase import Name, Party, Places, Toponyms, labelled
from whoheld.extract.places.capital_city import of_regions, tells_country
from whoheld.extract.sentence.borders import borders
from whoheld.extract.sentence.line import Line
from whoheld.interval import Bounds
from whoheld.model import Place
from whoheld.text import key

_GENERIC = 2
_MINOR = 3
"""A country named so many times less often than the first is not what the text is about."""
_NAMED, _PLAYS = 2, 2
"""What a country counts that is named or has a place that is, and what it counts more as where something is."""
_AGENT = 1
"""What a country counts that only did something ("talks brokered by China")."""
_FAR_MORE = 10
"""How many times more people a place has than the next of its name, where it alone is meant."""
_LISTED = 10_000_000
"""The people of a place that a theatre lists, so that news means it rather than a namesake."""
_STATES = frozenset({"government", "army"})
_TELLING_COUNTRY = frozenset({"country", "actor"})


@dataclass(slots=True)
class Setting:
    """Where and when a text plays: countries, the most named first, the year, and the first country's government.

    ``governments`` are those that this country has had, of which the year leaves one; ``home`` tells the country of a state,
    ``country_of`` that in which a place lies, or empty, and ``province_of`` the same of one that is no capital; ``bearers`` are
    the places that bear a name.
    """

    countries: list[str] = field(default_factory=list)
    year: int | None = None
    lines: Sequence[Line] = ()
    governments: tuple[Meaning, ...] = ()
    home: Callable[[Sequence[Meaning]], str | None] = lambda _: None
    country_of: Callable[[Name], str] = lambda _: ""
    province_of: Callable[[Name], str] = lambda _: ""
    bearers: Callable[[Name], Sequence[Place]] = lambda _: ()
    government: Meaning | None = field(init=False, default=None)
    _others: "dict[int, Setting]" = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.government = self._governed()

    def then(self, days: Bounds) -> "Setting":
        """The same in the year of what is told of some days; that of the text where they reach into it or are not known."""
        if self.year is None or days.latest is None:
            return self
        last = days.latest.year
        first = days.earliest.year if days.earliest is not None else last
        if first <= self.year <= last:
            return self
        year = last if last < self.year else first
        if year not in self._others:
            self._others[year] = replace(self, year=year)
        return self._others[year]

    def party(self, party: Party, at: Name | None = None) -> Meaning | None:
        """The actor that a party is: by its name, or the country's government where only "troops" are said.

        Of the groups that a name means in several countries, the one of the country of the place at which it acts is meant.
        """
        found = self._local(party.meanings, at) or self.meaning(party.meanings) if party.meanings else None
        if party.numbered and found is None:
            return None if party.meanings else self.army()  # an Indian division of 1945 is no other state's
        army = (party.statal or (party.regular and party.anaphor)) and not party.nonstate  # "the guerrilla units"
        theirs = (
            party.owner == "f" and party.anaphor and any(line.verb_first for line in self.lines[:1])
        )  # «قواتها» of nobody known
        common = army and not (theirs or party.proper) and not party.unknown and party.last - party.first < _GENERIC
        generic = common or (party.ruled and not party.meanings)
        elsewhere = (
            found is not None and bool(found.countries) and self.countries[:1] and self.countries[0] not in found.countries
        )
        return (self.government or found) if generic and (found is None or elsewhere) else found

    def _local(self, meanings: tuple[Meaning, ...], at: Name | None) -> Meaning | None:
        """The group that a name means in the country of a place ("Kurdish fighters" in Sinjar), or None."""
        if at is None or len({meaning.actor.id for meaning in meanings}) == 1 or len(self.countries) == 1:
            return None
        country = self.country_of(at)
        local = [meaning for meaning in meanings if country in meaning.countries and meaning.actor.kind != "government"]
        return choose(local, (country,), self.year) if country in self.countries else None

    def army(self) -> Meaning | None:
        """Whose the units are that only a number names: the one state that the text speaks of, or None of several.

        It is the government at home, or another that alone is named; of several the one that is at home where the text plays.
        """
        named = (self.meaning(unit.meanings) for line in self.lines for unit in line.units if unit.meanings)
        states = {found.actor.side or found.actor.id: found for found in named if found and found.actor.kind in _STATES}
        here = {side: state for side, state in states.items() if self.home((state,)) in self.countries}
        alone = states if self.government is None else here
        for told in (alone, here):
            if len(told) == 1:
                return next(iter(told.values()))
        return None if states or self._abroad() else self.government

    def _abroad(self) -> bool:
        """Whether another country is spoken of, whose units may be meant as well as the government's at home."""
        here = self.home((self.government,)) if self.government is not None else None
        told = (unit.entry("country") for line in self.lines for unit in line.units)
        return here is not None and any(entry.value != here for entry in told if entry is not None)

    def _governed(self) -> Meaning | None:
        """The government of the year; where it leaves not one, the one that alone is named ("the regime's lines")."""
        if (found := self.meaning(self.governments)) or not self.governments:
            return found
        ids = {meaning.actor.id for meaning in self.governments}
        units = (unit for line in self.lines for unit in line.units if unit.meanings)
        named = (choose(unit.meanings, self.countries, self.year) for unit in units)
        told = {meaning.actor.id for meaning in named if meaning is not None and meaning.actor.id in ids}
        return next(meaning for meaning in self.governments if meaning.actor.id in told) if len(told) == 1 else None

    def tells_capital(self, line: Line, phrase: Places) -> bool:
        """Whether it is plain of which country the capital is: its words say so, or the text is about one and no province's."""
        if tells_country(line.units, phrase) or len(self.countries) != 1:
            return tells_country(line.units, phrase)
        return not of_regions((told.units for told in self.lines), latin=not line.verb_first)

    def outlived(self, meaning: Meaning) -> bool:
        """Whether nobody was called so any more in the year."""
        last = [year for year in (meaning.actor.last_year, meaning.alias.last_year) if year is not None]
        return self.year is not None and bool(last) and min(last) < self.year

    def meaning(self, meanings: tuple[Meaning, ...]) -> Meaning | None:
        """The actor that a name means here, or None where several remain of which none governs.

        A name that nobody bears in the year means who alone has ever borne it ("UNITA" in a text of 2010).
        """
        for country in self.countries:
            if any(country in meaning.countries for meaning in meanings) and (found := choose(meanings, (country,), self.year)):
                return found
        governs = self.government is not None and any(meaning.actor.id == self.government.actor.id for meaning in meanings)
        return (
            choose(meanings, self.countries, self.year)
            or (self.government if governs else None)
            or bearer(meanings, self.countries, self.year)
        )


def countries(lines: Iterable[Line], toponyms: Toponyms, registry: Registry, default: Iterable[str]) -> list[str]:
    """The countries that a text names, by their names and by its places; the theatre's where it names none."""
    votes: Counter[str] = Counter()
    haunts = set[str]()
    for line in lines:
        for at, unit in enumerate(line.units):
            if not unit.tags.isdisjoint(_TELLING_COUNTRY) and not (_backs(line, at) or borders(line, at)):
                country = entry.value if (entry := unit.entry("country")) else registry.home(_proper(unit.meanings))
                if country:
                    votes[country] += _AGENT if _acts(line, at) else _NAMED + _PLAYS * _inside(line, at)
                elif unit.meanings and not unit.meanings[0].alias.countries and (haunt := registry.haunt(unit.meanings)):
                    haunts.add(haunt)
        for phrase in line.phrases if line.speaks else ():
            if isinstance(phrase, Places) and not _lends(line, phrase.first):
                for country in filter(None, (country_of(toponyms, name) for name in phrase.names)):
                    votes[country] += _NAMED
    votes.update(sorted(haunts))
    ranked = sorted(votes.items(), key=lambda vote: -vote[1])  # of equals the first that is named
    return [country for country, count in ranked if count * _MINOR >= ranked[0][1]] or list(default)


def _inside(line: Line, at: int) -> bool:
    """Whether a country is told as where something is ("in the Central African Republic", «في مالي»)."""
    before = at - 1 - (at > 1 and "article" in line.units[at - 1].tags)
    return before >= 0 and not line.units[at].gap and labelled(line.units[before], "in")


def _acts(line: Line, at: int) -> bool:
    """Whether a country is told as an agent alone, by its name."""
    named = "country" in line.units[at].tags and not line.units[at].gap and not line.units[at].possessive
    closed = at + 1 == len(line.units) or bool(line.units[at + 1].gap) or "preposition" in line.units[at + 1].tags
    return at > 0 and named and closed and labelled(line.units[at - 1], "by")


def _backs(line: Line, at: int) -> bool:
    """Whether a country is told only as whose allies others are ("Turkish-backed fighters", "backed by Russia and Iran")."""
    joined = at > 1 and "conjunction" in line.units[at - 1].tags and not line.units[at - 2].tags.isdisjoint(_TELLING_COUNTRY)
    if joined and not line.units[at].gap:
        return _backs(line, at - 2)
    before, after = line.units[at - 1 : at] if at else [], line.units[at + 1 : at + 2]
    told, lent = line.verb_first, any(unit.gap in {"", "-"} and "allied" in unit.tags for unit in after)
    lent = lent or any("aid" in unit.cues and (told or not unit.gap) for unit in (before if told else after))
    return lent or any("backing" in unit.tags for unit in before)


def _lends(line: Line, at: int) -> bool:
    """Whether a capital stands for whose help or pressure is told ("with help from Kampala"), and not for where it is told."""
    return not line.verb_first and at > 0 and "backing" in line.units[at - 1].tags and not line.units[at].gap


def _proper(meanings: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """The meanings of a name; a common noun ("government") says nothing of whose it is, nor what is limited to a country."""
    return tuple(meaning for meaning in meanings if not (meaning.alias.countries or meaning.alias.text[:1].islower()))


def country_of(toponyms: Toponyms, name: Name) -> str:
    """The only country in which a name is borne, or that where by far more people live at it than anywhere else, or empty."""
    people: dict[str, int] = {}
    places = toponyms.lookup(name.key) if name.known else ()
    for place in _spelt(places, name.key) if len(places) > 1 else places:
        told = _LISTED if place.population is None else place.population
        people[place.country or ""] = max(people.get(place.country or "", 0), told)
    people.pop("", None)
    ranked = sorted(people, key=lambda country: -people[country])
    alone = len(ranked) == 1 or (len(ranked) > 1 and people[ranked[0]] > _FAR_MORE * people[ranked[1]])
    return ranked[0] if alone else ""


def province_of(toponyms: Toponyms, name: Name) -> str:
    """The country in which a town lies that is not its capital, or empty."""
    country = country_of(toponyms, name)
    seat = toponyms.capital(country) if country else None
    return "" if seat is not None and any(place.id == seat.id for place in toponyms.lookup(name.key)) else country


def bearers_of(toponyms: Toponyms, name: Name) -> Sequence[Place]:
    """The places that bear a name."""
    return toponyms.lookup(name.key) if name.known else ()


def _spelt(places: Sequence[Place], name: str) -> Sequence[Place]:
    """Places without those that a theatre lists by other names only, where it lists one by this ("Marawi", not Merowe)."""
    listed = [place for place in places if place.population is None]
    by_name = [place for place in listed if any(key(spelling) == name for spelt in place.names.values() for spelling in spelt)]
    return [place for place in places if place in by_name or place not in listed] if by_name else places
