"""Which theatre an article is read in: the one that the user names, or for each article the one that it speaks of."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from math import fsum
from pathlib import Path

from whoheld import geodata, lang
from whoheld.actors import Phrase, phrase
from whoheld.errors import UsageError
from whoheld.geodata import Theatre
from whoheld.lang.descriptors import names_nobody
from whoheld.model import Article
from whoheld.text import IGNORED, fold, key, words

AUTO = "auto"
ANY_WAR = "world"
"""The theatre of articles that no other theatre's names stand out in."""

_POSSESSIVE = re.compile(rf"{IGNORED}s\b")
_SHORTEST = 3
_ENOUGH = 0.9
"""Below this weight a text speaks of no theatre: one place or armed group of its own is enough, a common noun is not."""
_COUNTRY, _NAME, _PARTNER, _COMMON_NOUN = 2.0, 1.0, 0.9, 0.25
"""What one naming weighs: the country where a theatre lies says more than a town, whose name others share; another country of it,
whose army may fight elsewhere too, less ("Palmyra … Russian aircraft"); and "the rebels" are everywhere."""

_NEARLY = 0.5
"""How much of the best theatre's weight one must have that includes it."""


class Scope:
    """The theatres of a run.

    Args:
        theatres: those to choose from.
        work: the work folder whose gazetteers and decisions on names take part.
    """

    def __init__(self, theatres: Sequence[Theatre], work: Path | None = None) -> None:
        self.work = work
        self._theatres = {theatre.id: theatre for theatre in theatres}
        self._chosen: dict[str, str] = {}

    @classmethod
    def named(cls, name: str, work: Path | None = None) -> "Scope":
        """The scope of ``--theatre NAME``; ``auto`` is all theatres that exist, others are parted by commas.

        Raises:
            UsageError: there is no such theatre; the message lists those that exist.
        """
        wanted = geodata.theatres() if name == AUTO else [part.strip() for part in name.split(",")]
        try:
            return cls([geodata.theatre(part) for part in wanted], work)
        except UsageError as error:
            raise UsageError(f"{error}; or {AUTO}") from error

    @property
    def theatres(self) -> tuple[str, ...]:
        """The ids of the theatres to choose from."""
        return tuple(self._theatres)

    def of(self, article: Article) -> Theatre:
        """The theatre to read an article in."""
        if article.id not in self._chosen:
            self._chosen[article.id] = self._choose(article)
        return self._theatres[self._chosen[article.id]]

    def _choose(self, article: Article) -> str:
        if len(self._theatres) == 1:
            return next(iter(self._theatres))
        theatres = tuple(sorted(self._theatres))
        known = _weights(theatres)
        named = [known[name] for name in _names(article, theatres)]
        # An exact sum, because the rounding of a plain one would change with the order of the names.
        weights = {theatre: fsum(weight.get(theatre, 0) for weight in named) for theatre in {ANY_WAR, *theatres}}
        best = min(weights, key=lambda theatre: (-weights[theatre], theatre))
        if weights[best] < _ENOUGH and ANY_WAR in self._theatres:
            return ANY_WAR
        best = self._wider(best, weights)
        return best if weights[best] and best in self._theatres else next(iter(self._theatres))

    def _wider(self, best: str, weights: Mapping[str, float]) -> str:
        """The theatre that includes the best one, where the text speaks of both ("Palmyra and Ramadi")."""
        likely = max(_ENOUGH, _NEARLY * weights[best])
        including = (name for name, each in sorted(self._theatres.items()) if best in each.file.includes and name != ANY_WAR)
        return next((name for name in including if weights[name] >= likely), best)

    def over(self, names: Iterable[str]) -> Theatre:
        """One theatre made of those that articles were read in: for the fold, the title and the sources of the whole."""
        parts = [self._theatres[name] for name in sorted(set(names) or self._theatres)]
        return parts[0] if len(parts) == 1 else _combined(parts)


def _combined(parts: Sequence[Theatre]) -> Theatre:
    first = parts[0].file
    west, south, east, north = zip(*(part.file.bbox for part in parts), strict=True)
    file = first.model_copy(
        update={
            "title": {
                language: " · ".join(part.file.title.get(language, part.file.title["en"]) for part in parts)
                for language in first.title
            },
            "bbox": (min(west), min(south), max(east), max(north)),
            "countries": tuple(dict.fromkeys(country for part in parts for country in part.file.countries)),
            "first_day": min(part.file.first_day for part in parts),
            "attribution": tuple(dict.fromkeys(line for part in parts for line in part.file.attribution)),
            "sides": {actor: side for part in reversed(parts) for actor, side in part.file.sides.items()},
            "source": tuple({source.name: source for part in parts for source in part.file.source}.values()),
        }
    )
    actors = {actor.id: actor for part in reversed(parts) for actor in part.actors}
    places = {place.id: place for part in parts for place in part.places}
    return replace(
        parts[0], id="+".join(part.id for part in parts), file=file, actors=tuple(actors.values()), places=tuple(places.values())
    )


@cache
def _weights(theatres: tuple[str, ...]) -> dict[str, dict[str, float]]:
    """Folded name -> what its naming weighs for each theatre; a name of n theatres weighs a part in n for each."""
    named: dict[str, dict[str, float]] = {}
    found = [geodata.theatre(name) for name in theatres]
    for theatre in found:
        for spelling, weight in _spellings(theatre):
            known = named.setdefault(key(spelling), {})
            known[theatre.id] = max(weight, known.get(theatre.id, 0))
    for country, spellings in _countries():
        owners = [theatre for theatre in found if country in theatre.file.countries]
        weights = {theatre.id: _COUNTRY if country == theatre.file.countries[0] else _PARTNER for theatre in owners}
        named |= {key(spelling): weights or {ANY_WAR: _COUNTRY} for spelling in spellings}
    return {
        name: {theatre: weight / len(owners) for theatre, weight in owners.items()}
        for name, owners in named.items()
        if len(name) >= _SHORTEST
    }


def _spellings(theatre: Theatre) -> Iterator[tuple[str, float]]:
    """The names of a theatre's own places and actors, those of included theatres left to them."""
    own = geodata.part(theatre.id)
    for place in own.places:
        yield from ((spelling, _NAME) for spellings in place.names.values() for spelling in spellings)
    for actor in own.actors:
        called = {phrase(name) for name in actor.names.values()}
        yield from ((name, _COMMON_NOUN if _is_common(name, called) else _NAME) for name in actor.names.values())
        for alias in actor.aliases:  # what means an actor in some countries only does not tell which country is spoken of
            yield alias.text, _COMMON_NOUN if alias.countries or _is_common(alias.text, called) else _NAME


def _is_common(spelling: str, called: Container[Phrase]) -> bool:
    """Whether common nouns alone make an alias, none of them the actor's name: "Islamist fighters", and not "peshmerga"."""
    said = phrase(spelling)
    if any((word,) in called for word in said):
        return False
    return spelling.islower() or any(names_nobody(code, said) for code in lang.languages())


def _countries() -> Iterator[tuple[str, tuple[str, ...]]]:
    for code in lang.languages():
        yield from lang.pack(code).countries.items()


@cache
def _longest(theatres: tuple[str, ...]) -> Mapping[str, int]:
    """First word of a known name -> how many words the longest such name has."""
    longest: dict[str, int] = {}
    for name in _weights(theatres):
        first, *rest = name.split(" ")
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    return longest


def _names(article: Article, theatres: tuple[str, ...]) -> set[str]:
    """The known names that the title and text speak, each once, whatever is written before them as one word.

    Of a name inside a longer one nobody speaks ("Moro National Liberation Front"), but of the country or town whose it is.
    """
    known, longest = _weights(theatres), _longest(theatres)
    spoken = words(_POSSESSIVE.sub("", fold(f"{article.title or ''}\n{article.text}")))
    found, common = set(), _lexicon(article.language)
    beginning = {word: starts for word in set(spoken) if (starts := _beginnings(word, longest, common))}
    covered = 0
    for at, word in enumerate(spoken) if beginning else ():
        for first, most in beginning.get(word, ()):
            found.add(first)
            for stop in range(at + 2, min(at + most, len(spoken)) + 1):
                name = " ".join((first, *spoken[at + 1 : stop]))
                if name in known and stop > covered:
                    found.add(name)
                    covered = stop
    return found & known.keys()


@cache
def _lexicon(code: str) -> frozenset[str]:
    """The words that a language's lexicon knows by themselves."""
    return frozenset(phrase[0] for phrase in lang.phrases(code) if len(phrase) == 1) if code in lang.languages() else frozenset()


def _beginnings(word: str, longest: Mapping[str, int], common: Container[str]) -> list[tuple[str, int]]:
    """The first words of names that a word may be, with the number of words of the longest such name.

    Args:
        word: as it is folded.
        longest: the first words of the known names.
        common: whole words, which are no letter and a name («كبرى» is not "as Burri").
    """
    stems = (word, word[1:]) if word.startswith(lang.clitics()) and word not in common else (word,)
    return [(stem, longest[stem]) for stem in stems if stem in longest]
