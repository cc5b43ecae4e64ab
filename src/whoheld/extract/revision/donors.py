"""Whose next success a bare fall is ("Ghazni fell two days later"): his who gained before it in the news, and nobody else's.

Who lost, who is only recalled, and who is told of only later lend themselves to nothing.
"""

from collections.abc import Sequence

from whoheld.extract.phrases.meaning import ids, same
from whoheld.extract.revision.compared import before_news, came_after, long_after, long_since, praised
from whoheld.extract.revision.dating import of_other_side
from whoheld.extract.revision.freed import of_opponent
from whoheld.extract.revision.undone import undone
from whoheld.extract.write import Reading
from whoheld.model import Modality, Relation, Telling

_BACK = 2
"""How many sentences back the last deed is remembered."""
_DEEDS = frozenset({Relation.GAINED, Relation.LOST})


def carry_on(sentences: Sequence[Sequence[Reading]]) -> None:
    """Gives a gain without an actor to the last winner, and of what only "followed" tells what was told before it."""
    deeds: list[tuple[int, Reading]] = []
    for number, sentence in enumerate(sentences):
        for reading in sentence:
            near = [deed for at, deed in deeds if number - at <= _BACK]
            untrue = reading.said.modality is Modality.DENIED
            if reading.actor is None and reading.relation is Relation.GAINED and near and not untrue:
                _continue(reading, near)
                _follow(reading, near[-1])
            if reading.relation in _DEEDS and reading.telling is not Telling.BACKGROUND:
                deeds.append((number, reading))
    _only_winner([reading for sentence in sentences for reading in sentence])


def _follow(reading: Reading, last: Reading) -> None:
    """Tells of a place that nobody gained what has just been told of another ("ISIS lost Tikrit in March. Ramadi followed")."""
    if reading.frame.trigger.elliptic and reading.actor is None and last.actor is not None:
        reading.relation, reading.actor = last.relation, last.actor


def _continue(reading: Reading, deeds: Sequence[Reading]) -> None:
    """Gives a gain to who gained last, unless he has lost something since."""
    for deed in reversed(deeds):
        if deed.relation is Relation.GAINED and deed.actor is not None:
            lost = any(
                same(other.actor, deed.actor) for other in deeds if other.relation is Relation.LOST and _after(other, deed)
            )
            reading.actor = deed.actor if _may_continue(reading, deed) and not lost else None
            return


def _after(one: Reading, other: Reading) -> bool:
    """Whether a text tells one thing after another."""
    return one.name.start > other.name.start


def _may_continue(reading: Reading, last: Reading) -> bool:
    apart = before_news(reading, last) or came_after(reading, last) or came_after(last, reading)
    again = reading.name.key == last.name.key and apart  # "was retaken on Sunday. It was first taken in 2020"
    speaker = reading.said.party
    own = (
        speaker is None or not ids(speaker) or same(speaker, last.actor)
    )  # "Wagner said Bakhmut was taken" tells of no foe's deed
    other = undone(reading, last) or undone(last, reading) or of_other_side(reading, [last])
    other = other or (praised(last) and not praised(reading) and long_after(last, reading))  # "retook it. Mariupol fell in May"
    other = other or of_opponent(reading, last)
    return own and not (again or long_since(reading, last) or same(reading.loser, last.actor) or other)


def _only_winner(readings: Sequence[Reading]) -> None:
    """Gives what is told as the winner's own success ("was recovered") to the one side that the text lets gain."""
    winners = {ids(r.actor): r for r in readings if r.relation is Relation.GAINED and r.actor is not None}
    if len(winners) != 1 or not next(iter(winners)):
        return
    winner = next(iter(winners.values()))
    for reading in readings:
        other = same(reading.loser, winner.actor) or undone(reading, winner) or long_since(reading, winner)
        other = other or of_opponent(reading, winner)
        if reading.actor is None and praised(reading) and not other:
            reading.actor = winner.actor
