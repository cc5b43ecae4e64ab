"""Who gained a place where its clause does not say: the sentence's one winner, the side that boasts of it, the last winner."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from whoheld.extract.finding import Finding
from whoheld.extract.phrase import Party
from whoheld.extract.write import Reading
from whoheld.model import Relation

_OFFICES = frozenset({"title", "official"})
_BACK = 2
"""How many sentences back the last winner is remembered."""


def name_winners(findings: Sequence[Finding]) -> None:
    """Gives a gain without an actor to whom its text lets gain, and a loss without one to the side that admits it."""
    last: Party | None = None
    since = 0
    for _, group in groupby(findings, key=lambda finding: id(finding.line)):
        sentence = list(group)
        _share_winner(sentence)
        for reading in _readings(sentence):
            if reading.actor is None:
                reading.actor = _speaking(reading) or (last if _may_continue(reading, last) else None)
        told = [r.actor for r in _readings(sentence) if r.relation is Relation.GAINED and r.actor is not None]
        last, since = (told[-1], 0) if told else (last, since + 1)
        last = last if since < _BACK else None


def _readings(findings: Sequence[Finding]) -> Iterator[Reading]:
    return (reading for finding in findings for reading in finding.readings)


def _speaking(reading: Reading) -> Party | None:
    """The side that says so: it boasts of a gain, or admits a loss."""
    speaker = reading.said.party or _spokesman_of(reading)
    if speaker is None or speaker is reading.loser:
        return None
    tags = frozenset[str]().union(*(unit.tags for unit in reading.line.units))
    admits = "admission" in tags
    boasts = "boast" in tags and not admits
    told = admits if reading.relation is Relation.LOST else boasts and reading.relation is Relation.GAINED
    return speaker if told else None


def _spokesman_of(reading: Reading) -> Party | None:
    """The side for which a named speaker speaks ("said Talal Silo, spokesman for the SDF")."""
    line = reading.line
    for at in range(1, len(line.units) - 1):
        if line.units[at - 1].tags & _OFFICES and not line.units[at].tags.isdisjoint(("preposition", "time")):
            after = at + 1 + ("article" in line.units[at + 1].tags)
            party = line.phrase(after)
            if isinstance(party, Party) and reading.said.end:
                return party
    return None


def _may_continue(reading: Reading, last: Party | None) -> bool:
    return reading.relation is Relation.GAINED and last is not None and not _same(reading.loser, last)


def _share_winner(findings: Sequence[Finding]) -> None:
    """Gives a gain without an actor to the one actor that the same sentence lets gain, where there is just one."""
    gains = [reading for reading in _readings(findings) if reading.relation is Relation.GAINED]
    winners = {_ids(reading.actor): reading.actor for reading in gains if reading.actor is not None}
    if len(winners) != 1 or not next(iter(winners)):
        return
    winner = next(iter(winners.values()))
    for reading in gains:
        if reading.actor is None and not _same(reading.loser, winner):
            reading.actor = winner


def _ids(party: Party | None) -> tuple[str, ...]:
    return tuple(sorted(meaning.actor.id for meaning in party.meanings)) if party is not None else ()


def _same(loser: Party | None, winner: Party | None) -> bool:
    return not set(_ids(loser)).isdisjoint(_ids(winner))
