"""What a text has spoken of so far: whom a pronoun means, which town "the town" is, and where the text is about."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from whoheld.actors import Meaning, choose
from whoheld.extract.bind import Frame
from whoheld.extract.line import Line
from whoheld.extract.phrase import Name, Party, Phrase, Places, Toponyms

_REACH = 3
"""How many sentences back a pronoun or "the town" may point."""


@dataclass(slots=True)
class Setting:
    """Where and when a text plays: countries, the most named first, and the year."""

    countries: list[str] = field(default_factory=list)
    year: int | None = None

    def meaning(self, meanings: tuple[Meaning, ...]) -> Meaning | None:
        """The actor that a name means here, or None where several remain."""
        for country in self.countries:
            if any(country in meaning.countries for meaning in meanings) and (found := choose(meanings, (country,), self.year)):
                return found
        return choose(meanings, self.countries, self.year)


def countries(lines: Iterable[Line], toponyms: Toponyms, default: Iterable[str]) -> list[str]:
    """The countries that a text names, by their names and by its places; the theatre's where it names none."""
    votes: Counter[str] = Counter()
    for line in lines:
        for unit in line.units:
            if entry := unit.entry("country"):
                votes[entry.value] += 2
        for phrase in line.phrases:
            if isinstance(phrase, Places):
                votes.update(_countries_of(phrase.names, toponyms))
    return [country for country, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))] or list(default)


def _countries_of(names: Iterable[Name], toponyms: Toponyms) -> Counter[str]:
    votes: Counter[str] = Counter()
    for name in names:
        if name.known:
            found = {place.country for place in toponyms.lookup(name.key) if place.country}
            if len(found) == 1:
                votes.update(found)
    return votes


class Discourse:
    """The lines of a text read so far, and what their pronouns mean."""

    def __init__(self) -> None:
        self._lines: list[Line] = []

    def add(self, line: Line) -> None:
        """The next line."""
        self._lines.append(line)

    def party(self, line: Line, frame: Frame, role: str) -> Party | None:
        """Who a frame's actor or loser is, pronouns and phrases that point back resolved as far as the text allows."""
        said = frame.actor if role == "actor" else frame.loser
        if said is not None and not said.anaphor:
            return said
        if said is None and frame.pronoun_role != role:
            return None
        gender = "" if said is not None else frame.pronoun
        other = frame.loser if role == "actor" else frame.actor
        return self._antecedent(line, said.first if said is not None else frame.at, gender, other) or said

    def _antecedent(self, line: Line, start: int, gender: str, other: Party | None) -> Party | None:
        """The nearest party that a pronoun may mean; one that itself points back leads further."""
        for party, at in self._parties(line, start):
            if _agrees(gender, party) and party is not other:
                return party if not party.anaphor else self._antecedent(at, party.first, party.gender, other) or party
        return None

    def names(self, line: Line, phrase: Places, before: int) -> list[Name]:
        """The names of places that a phrase means: its own, or those that it points back to; empty if to none."""
        if phrase.names:
            return phrase.names
        for places in self._places(line, min(phrase.first, before)):
            if places.anaphor:
                if places.anaphor == "many":
                    return []
                continue
            if not any(name.known for name in places.names) and places.case in {"", "list", "comma", "by", "with"} and not line.heads(places):
                continue
            if phrase.anaphor == "many" or len(places.names) == 1 or phrase.anaphor != "pronoun":
                kinds = {name.kind for name in places.names}
                if phrase.anaphor in {"pronoun", "many", "settlement"} or phrase.anaphor in kinds:
                    return places.names if phrase.anaphor == "many" else places.names[-1:]
        return []

    def _parties(self, line: Line, start: int) -> Iterator[tuple[Party, Line]]:
        """The parties spoken of before, the likeliest first: the nearest here, then what earlier sentences are about."""
        yield from ((phrase, line) for phrase in reversed(line.phrases) if isinstance(phrase, Party) and phrase.last < start)
        for earlier in self._earlier(line):
            parties = [phrase for phrase in earlier.phrases if isinstance(phrase, Party)]
            for phrase in sorted(parties, key=lambda party: party.case not in {"", "comma", "list"}):
                yield phrase, earlier

    def _earlier(self, line: Line) -> Iterator[Line]:
        before = [other for other in self._lines if other.sentence.start < line.sentence.start]
        for earlier in reversed(before[-_REACH:]):
            if line.sentence.paragraph - earlier.sentence.paragraph > 1:
                return
            yield earlier

    def _places(self, line: Line, start: int) -> Iterator[Places]:
        for phrase, _ in self._back(line, start):
            if isinstance(phrase, Places):
                yield phrase

    def _back(self, line: Line, start: int) -> Iterator[tuple[Phrase, Line]]:
        yield from ((phrase, line) for phrase in reversed(line.phrases) if phrase.last < start)
        for earlier in self._earlier(line):
            yield from ((phrase, earlier) for phrase in reversed(earlier.phrases))


def _agrees(gender: str, party: Party) -> bool:
    return not gender or gender == "n" or not party.gender or gender == party.gender
