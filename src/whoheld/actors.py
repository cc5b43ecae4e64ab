"""The actors of a theatre, and what their many names mean where and when.

One name may mean different actors in different countries and years ("the army"); its limits decide, and where they do not,
the name stays unresolved.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from whoheld.errors import DataError
from whoheld.model import Actor, Alias
from whoheld.text import IGNORED, fold, key, tokens

_POSSESSIVE = IGNORED + "s"
_ARTICLE = "ال"

_JOINTS = frozenset({"of", "for"})
"""Words that join the noun of a name to the rest of it."""
_GOVERNS = frozenset(map(key, ("the government", "government forces", "الحكومة", "القوات الحكومية")))
"""Names that only a country's own government bears there; an army from abroad may be called "the army" too."""

_STATES = frozenset({"government", "army"})
"""Kinds of actors that may govern a country, an army where it is called the government."""

_UNITED_STATES = re.compile(r"\bUS\b")
Phrase = tuple[str, ...]
"""The token keys of a name."""


class Meaning(NamedTuple):
    """One actor that a name may mean, with the alias (and its limits) that says so."""

    actor: Actor
    alias: Alias

    @property
    def countries(self) -> tuple[str, ...]:
        """Where the name means the actor; empty is everywhere."""
        return self.alias.countries or self.actor.countries

    @property
    def years(self) -> tuple[int | None, int | None]:
        """The first and the last year (inclusive) in which the name means the actor; None is open."""
        alias, actor = self.alias, self.actor
        return alias.first_year or actor.first_year, alias.last_year or actor.last_year

    def fits(self, countries: Collection[str], year: int | None) -> bool:
        """Whether the name may mean the actor in these countries and this year; what is not known excludes nothing."""
        first, last = self.years
        in_time = year is None or ((first or year) <= year <= (last or year))
        return in_time and (not countries or not self.countries or not set(countries).isdisjoint(self.countries))

    def abroad(self) -> "Meaning":
        """The same meaning of words that tell themselves whose they are, so that they mean it in every country."""
        return Meaning(self.actor, self.alias.model_copy(update={"countries": ()}))

    def collides(self, other: "Meaning") -> bool:
        """Whether nothing but another actor parts the two: their countries overlap, and so do their years.

        A branch may be called as its parent is in the countries to which the name is limited for it alone, and so may a group
        there bear the own name of another that is borne anywhere (Mozambique's al-Shabab).
        """
        apart = self.countries and other.countries and set(self.countries).isdisjoint(other.countries)
        (first, last), (other_first, other_last) = self.years, other.years
        earlier = last is not None and other_first is not None and last < other_first
        later = first is not None and other_last is not None and other_last < first
        kin = self.actor.parent == other.actor.id or other.actor.parent == self.actor.id
        own = not self.alias.text.islower() and not other.alias.text.islower()
        local = (kin or own) and bool(self.countries) != bool(other.countries)
        return self.actor.id != other.actor.id and not (apart or earlier or later or local)


class Registry:
    """Actors by id and by name.

    Raises:
        DataError: two actors have one id.
    """

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._actors: dict[str, Actor] = {}
        self._names: dict[Phrase, list[Meaning]] = {}
        for number, actor in enumerate(actors, 1):
            if actor.id in self._actors:
                raise DataError(f"two actors have the id {actor.id!r}", path="actors.toml", row=number)
            self._actors[actor.id] = actor
            for alias in _aliases(actor):
                for spelling in _spellings(alias.text):
                    self._names.setdefault(phrase(spelling), []).append(Meaning(actor, alias))
        self._governments = _governments(actors)
        self._nouns = _nouns(self._names)
        self._homes = {actor.id: _home(actor) for actor in actors}
        self._haunts = {actor.id: _only_country(actor) for actor in actors}

    def __getitem__(self, actor_id: str) -> Actor:
        return self._actors[actor_id]

    def __contains__(self, actor_id: object) -> bool:
        return actor_id in self._actors

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def __len__(self) -> int:
        return len(self._actors)

    def names(self) -> Mapping[Phrase, Sequence[Meaning]]:
        """Every name as token keys, with all that it may mean."""
        return self._names

    def meaning(self, name: str, countries: Collection[str] = (), year: int | None = None) -> Meaning | None:
        """What a name means there and then, or None where it is unknown or its limits leave several actors."""
        return choose(self._names.get(phrase(name), ()), countries, year)

    def government(self, country: str, names: Sequence[str] = ()) -> tuple[Meaning, ...]:
        """The governments of a country, for whose officials no name is registered; empty if there is none.

        Args:
            country: its code.
            names: what a language calls it.
        """
        named = {m.actor.id: m for name in names for m in self._names.get(phrase(name), ()) if m.actor.kind == "government"}
        others = self._governments.get(country, ())
        named |= {meaning.actor.id: meaning for meaning in others if meaning.actor.id in named}  # with the years of its rule
        earlier = (m for m in others if not any(m.collides(known) or m.actor.id == known.actor.id for known in named.values()))
        return (*named.values(), *earlier) if named else others

    def people(self, people: str) -> tuple[Meaning, ...]:
        """The side that the fighters of a people are ("Kurdish"; «كردي», as folding writes it)."""
        stem = people.removeprefix(_ARTICLE).removesuffix("ه")
        arabic = [(noun, f"{_ARTICLE}{stem}ه") for noun in ("القوات", "الفصائل", "المليشيات")] if not people.isascii() else []
        spelled = [*arabic, (people, "forces"), (people, "fighters")]
        return next((tuple(self._names[name]) for name in spelled if name in self._names), ())

    def called(self, actor_id: str, noun: str) -> bool:
        """Whether some name of an actor has a noun, given as its token key ("M23 rebels", «حركة الشباب»)."""
        return actor_id in self._nouns.get(noun, ())

    def home(self, meanings: Sequence[Meaning]) -> str | None:
        """The only country of the one government that a name means ("Mali's army"), or None."""
        ids = {meaning.actor.id for meaning in meanings}
        return self._homes.get(ids.pop()) if len(ids) == 1 else None

    def haunt(self, meanings: Sequence[Meaning]) -> str | None:
        """The only country to which names of the one side that a name means are limited ("the Taliban"), or None."""
        ids = {meaning.actor.id for meaning in meanings}
        return self._haunts.get(ids.pop()) if len(ids) == 1 else None

    def collisions(self) -> Iterator[tuple[str, str, str]]:
        """A name and the ids of two actors that share it without disjoint limits of country or years."""
        for meanings in self._names.values():
            for index, one in enumerate(meanings):
                for other in meanings[index + 1 :]:
                    if one.collides(other):
                        yield one.alias.text, one.actor.id, other.actor.id


def _nouns(names: Mapping[Phrase, Sequence[Meaning]]) -> Mapping[str, Collection[str]]:
    """The noun of a name of several words -> the ids of those whom it calls so; an Arabic name begins with it."""
    found: dict[str, set[str]] = {}
    for words, meanings in names.items():
        if len(words) > 1:
            for meaning in meanings:
                noun = words[0].removeprefix(_ARTICLE) if meaning.alias.language == "ar" else _head(words)
                found.setdefault(noun, set()).add(meaning.actor.id)
    return found


def _head(words: Phrase) -> str:
    """The noun of a name, last but for what "of" or "for" adds ("Coalition of Patriots for Change")."""
    joint = next((at for at, word in enumerate(words) if word in _JOINTS and at), len(words))
    return words[joint - 1]


def choose(meanings: Sequence[Meaning], countries: Collection[str], year: int | None) -> Meaning | None:
    """The one actor that the limits leave, preferring a name limited to the countries over one that means it everywhere."""
    fitting = [meaning for meaning in meanings if meaning.fits(countries, year)]
    if not countries:  # "the rebels" and "the NDF" of nobody knows where are no country's
        fitting = [meaning for meaning in fitting if not meaning.alias.countries]
    local = [meaning for meaning in fitting if meaning.countries and countries] or fitting
    return local[0] if len({meaning.actor.id for meaning in local}) == 1 else None


def bearer(meanings: Sequence[Meaning], countries: Collection[str], year: int | None) -> Meaning | None:
    """Who alone has ever borne a name that nobody bears in a year; one with limits of its own is others' beyond them."""
    if any(meaning.fits(countries, year) for meaning in meanings):
        return None
    here = [meaning for meaning in meanings if meaning.fits(countries, None)]
    limits = ((meaning.alias.countries, meaning.alias.first_year, meaning.alias.last_year) for meaning in here)
    return choose(here, countries, None) if not any(any(limit) for limit in limits) else None


def _home(actor: Actor) -> str | None:
    """The only country of a government or army, or None."""
    return _only_country(actor) if actor.kind in {"government", "army"} else None


def _only_country(actor: Actor) -> str | None:
    """The one country to which its names are limited, but for those of the past (in provinces that became states)."""
    lasting = {actor.countries, *(alias.countries for alias in actor.aliases if alias.last_year is None)} - {()}
    countries = lasting or {alias.countries for alias in actor.aliases} - {()}
    only = next(iter(countries)) if len(countries) == 1 else ()
    return only[0] if len(only) == 1 else None


def phrase(name: str) -> Phrase:
    """The token keys of a name, without possessive endings ("Sudan's army"), which a text may write or not."""
    folded = fold(name)
    return tuple(
        token.key[:-1] if folded.endswith(_POSSESSIVE, token.start, token.end) else token.key for token in tokens(folded)
    )


def _governments(actors: Sequence[Actor]) -> Mapping[str, tuple[Meaning, ...]]:
    """Country -> its governments, of which the year leaves one, or the army that is called so."""
    found: dict[str, dict[str, Actor]] = {}
    for actor in actors:
        if actor.kind in _STATES:
            governs = {alias.countries for alias in actor.aliases if key(alias.text) in _GOVERNS}
            for countries in {actor.countries, *governs} if actor.kind == "government" else governs:
                if len(countries) == 1:
                    found.setdefault(countries[0], {})[actor.id] = actor
    return {country: tuple(_named(actor, country) for actor in governments.values()) for country, governments in found.items()}


def _named(actor: Actor, country: str) -> Meaning:
    governs = [alias for alias in actor.aliases if key(alias.text) in _GOVERNS]
    for alias in sorted(governs, key=lambda alias: country not in alias.countries):
        return Meaning(actor, alias)  # with the years in which it governed
    language, name = next(iter(actor.names.items()))
    return Meaning(actor, Alias(text=name, language=language))


def _spellings(name: str) -> Iterator[str]:
    """A name as it is registered, and with points in "U.S."."""
    yield name
    if _UNITED_STATES.search(name):
        yield _UNITED_STATES.sub("U.S.", name)


def _aliases(actor: Actor) -> Iterator[Alias]:
    spelled = {key(alias.text) for alias in actor.aliases}
    for language, name in actor.names.items():
        if key(name) not in spelled:
            yield Alias(text=name, language=language)
    yield from actor.aliases
