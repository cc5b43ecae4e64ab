"""A work folder opened on an analyst's desk: its claims, what became of earlier judgements, and what a correction may say."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from rapidfuzz import fuzz, process

from whoheld import pipeline
from whoheld.errors import UsageError
from whoheld.following import Followed, follow
from whoheld.gazetteer import Gazetteer
from whoheld.gazetteer.distance import metres
from whoheld.geodata import Theatre
from whoheld.interval import bounds
from whoheld.locate.find import find
from whoheld.model import Article, Basis, Candidate, Claim, Extent, Place, Relation, When
from whoheld.reading import Progress, Reading, silent
from whoheld.review import Doubt, doubts
from whoheld.scope import Scope
from whoheld.timeline import Timeline
from whoheld.workfolder import WorkFolder

_LIKE = 60
"""Of rapidfuzz's hundred: "RFS" is RSF and "Blob" nobody."""
_SHOWN = 5
"""Namesakes that a message lists."""

Noun = TypeVar("Noun")


@dataclass(frozen=True)
class Desk:
    """What judging needs of a work folder.

    Attributes:
        work: the folder.
        reading: its claims as they were read, before any judgement.
        followed: what became of the judgements so far.
        timeline: as it stands with them.
        theatre: of the whole.
        gazetteer: where places are looked up.
    """

    work: WorkFolder
    reading: Reading
    followed: Followed
    timeline: Timeline
    theatre: Theatre
    gazetteer: Gazetteer

    @classmethod
    def opened(cls, work: WorkFolder, progress: Progress = silent) -> "Desk":
        """Read what is to be read, and fold it.

        Raises:
            DataError: something in the folder is not as it was stored.
            UsageError: there is nothing in it.
        """
        scope = Scope.named(work.settings.theatre, work.path)
        reading = pipeline.gather_from(work, scope, progress=progress)
        said = list(work.judgements())
        theatre = scope.over(reading.theatres)
        folded = pipeline.fold(pipeline.grounds(reading, scope, judgements=said, policy=work.settings.policy))
        return cls(work, reading, follow(said, reading.claims), folded, theatre, Gazetteer.open(theatre, work.path))

    def queue(self) -> list[Doubt]:
        """The claims that a person should look at, those with most reasons first."""
        return doubts(self.timeline, self.reading.claims, self.followed)

    def claim(self, claim_id: str) -> Claim:
        """The claim of that id, or the only one whose id begins so.

        Raises:
            UsageError: there is none, or more than one.
        """
        return _only(self.reading.claims, claim_id, "claim", "`whoheld show`, claims.jsonl and the map's panels name them")

    def article(self, article_id: str) -> Article:
        """The article of that id, or the only one whose id begins so.

        Raises:
            UsageError: there is none, or more than one.
        """
        return _only(self.reading.articles, article_id, "article", "claims.jsonl names them")

    def neighbours(self, lon: float, lat: float, within_m: float) -> list[Place]:
        """The theatre's places around a point."""
        return [place for place in self.theatre.places if metres(lon, lat, place.lon, place.lat) <= within_m]

    def candidates(self, written: str) -> tuple[Candidate, ...]:
        """What a name may mean, best first."""
        return find(written, self.gazetteer, self.theatre).candidates

    def amendment(self, field: str, written: str) -> object:
        """What a correction puts in the place of a field.

        Args:
            field: ``place``, ``actor``, ``relation``, ``extent`` or ``when``.
            written: an id or a name, a word, or a day, month, year or ``FIRST/LAST``.

        Raises:
            UsageError: it cannot mean anything, or several things; the message says what would.
        """
        make: Mapping[str, Callable[[str], object]] = {
            "place": self._place,
            "actor": self._actor,
            "relation": lambda word: _word(word, [relation.value for relation in Relation]),
            "extent": lambda word: _word(word, [extent.value for extent in Extent]),
            "when": when,
        }
        value = make[field](written.strip())
        return value.model_dump(mode="json") if isinstance(value, When) else value

    def _place(self, written: str) -> str:
        if self.gazetteer.get(written):
            return written
        found = find(written, self.gazetteer, self.theatre)
        if found.id:
            return found.id
        ids = ", ".join(f"{candidate.id} ({candidate.name})" for candidate in found.candidates[:_SHOWN])
        hint = f"name it by its id: {ids}" if ids else "no gazetteer has a name like it"
        raise UsageError(f"{written!r} means no one place: {hint}")

    def _actor(self, written: str) -> object:
        return actor_id(written, self.theatre) or {"id": None, "text": written}

    def unknown(self, value: object) -> str | None:
        """What is to be said of an actor, as ``amendment`` gives it, whom nobody registered; None of another."""
        if not isinstance(value, Mapping) or "text" not in value:
            return None
        written = str(value["text"])
        names = {name: actor.id for actor in self.theatre.actors for name in (actor.id, *actor.names.values())}
        near = process.extract(written, list(names), scorer=fuzz.WRatio, processor=str.casefold, score_cutoff=_LIKE, limit=_SHOWN)
        alike = ", ".join(dict.fromkeys(names[name] for name, _, _ in near))
        hint = f"; if you mean one of these, judge again: {alike}" if alike else ""
        return f"nobody registered is called {written!r}: these words become a party of their own on the map{hint}"


def actor_id(written: str, theatre: Theatre) -> str | None:
    """The actor of that id or name; None where the theatre does not know it, or knows several."""
    if written in theatre.registry:
        return written
    meaning = theatre.registry.meaning(written, theatre.file.countries)
    return meaning.actor.id if meaning else None


def _only(nouns: Mapping[str, Noun], wanted: str, kind: str, where: str) -> Noun:
    if wanted in nouns:
        return nouns[wanted]
    found = [name for name in nouns if wanted and name.startswith(wanted)]
    if len(found) == 1:
        return nouns[found[0]]
    if found:
        raise UsageError(f"{len(found)} ids of a {kind} begin with {wanted!r}: write more of it, as in {found[0]}")
    raise UsageError(f"there is no {kind} {wanted!r} here: {where}")


def _word(written: str, words: Iterable[str]) -> str:
    found = [word for word in words if written and word.startswith(written.lower())]
    if len(found) != 1:
        raise UsageError(f"{written!r} is none of {', '.join(words)}")
    return found[0]


def when(written: str) -> When:
    """The days of a written time: a day, month or year, ``FIRST/LAST``, or ``/LAST`` for by then.

    Raises:
        UsageError: it is none.
    """
    first, slash, last = (part.strip() for part in written.partition("/"))
    earliest = _bound(first, 0) if first else None
    latest = _bound(last if slash else first, 1) if (last if slash else first) else None
    if (earliest is None and latest is None) or (earliest and latest and latest < earliest):
        raise UsageError(f"{written!r} is no time: write 2019-01-20, 2019-01, 2019-01-20/2019-01-25, or /2019-01-20 for by then")
    return When(earliest=earliest, latest=latest, basis=Basis.STATED)


def _bound(written: str, end: int) -> dt.date | None:
    try:
        return bounds(written)[end]
    except ValueError as error:
        raise UsageError(f"{written!r} is no day that exists: write it as 2019-01-20, or a month or year") from error
