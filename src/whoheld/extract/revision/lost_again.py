"""Losses of which a text does not say whose they are: of who has won the place before."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import labelled
from whoheld.extract.revision.compared import came_after, is_loss, said_of
from whoheld.extract.write import Reading
from whoheld.model import Extent, Relation, Telling


def lose_again(readings: Sequence[Reading]) -> None:
    """Gives a loss without a loser to who has just been told to gain the place ("was retaken by the army and lost again")."""
    for reading in readings:
        if reading.actor is None and is_loss(reading):
            gains = (r for r in readings if r.relation is Relation.GAINED and r.actor is not None and r.place == reading.place)
            before = [gain for gain in gains if gain.frame.at < reading.frame.at]
            if before:
                reading.relation, reading.actor = Relation.LOST, before[-1].actor


def lose_later(readings: Sequence[Reading], text: str) -> None:
    """Gives a loss to who has gained the place on an earlier day ("M23 took Goma in May. The city was lost in June").

    What was lost before somebody gained it is only recalled ("The army retook Bama on Monday. It was lost in 2014").
    """
    winners: dict[tuple[str, Extent, str], Reading] = {}
    for reading in readings:
        gain = winners.get(said_of(reading, text))
        if reading.actor is None and gain is not None and (is_loss(reading) or _forsaken(reading)):
            if came_after(reading, gain):
                reading.relation, reading.actor = Relation.LOST, gain.actor
            elif came_after(gain, reading):
                reading.telling = Telling.BACKGROUND
        if reading.relation is Relation.GAINED and reading.actor is not None:
            winners[said_of(reading, text)] = reading


def _forsaken(reading: Reading) -> bool:
    """Whether a place is told to be left, by nobody who is named ("was abandoned", not "by residents" nor "was deserted")."""
    line, at = reading.line, reading.frame.at
    left = reading.relation is Relation.LOST and "forsaking" in reading.frame.trigger.traits
    empty = "adverb" in line.units[at].tags
    return left and not empty and not any(labelled(unit, "by") for unit in line.units[at + 1 : at + 2])
