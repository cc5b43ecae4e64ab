"""Places that are told to be freed, by nobody who is named, from whom the text has let take them."""

from collections.abc import Sequence

from whoheld.extract.phrases.meaning import same
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.revision.compared import long_after, praised
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.write import Reading
from whoheld.model import Relation

_BEFALLS = frozenset({"fall", "hand", "occupy"})
"""Triggers in whose words nobody tells of his own success («سقطت بيد», «احتل»), as whose loss a liberation is told."""


def holder_before(reading: Reading, told: Sequence[Reading]) -> Party | None:
    """Who had a place that is told to be freed («احتل الألمان باريس … ثم حررت المدينة»), and so did not free it, or None."""
    freed = reading.relation is Relation.GAINED and reading.frame.trigger.boast and reading.line.verb_first
    if not freed or reading.loser is not None or reading.frame.actor is not None:
        return None
    gains = [r for r in told if r.relation is Relation.GAINED and r.name.key == reading.name.key and _before(r, reading)]
    last = next((r for r in reversed(gains) if r.actor is not None), None)
    if last is None or last.actor is None or praised(last) or same(reading.said.party, last.actor):
        return None
    own = reading.frame.voice == "active" and not (_of_place(reading.frame) or _unlike(reading.frame, last.actor))
    taken = last.frame.trigger.name in _BEFALLS or long_after(reading, last)
    return last.actor if taken and not own else None


def _before(other: Reading, reading: Reading) -> bool:
    """Whether one reading is told before another."""
    here = other.line is reading.line
    return other.frame.at < reading.frame.at if here else other.line.units[0].start < reading.line.units[0].start


def _of_place(frame: Frame) -> bool:
    """Whether a verb is said of the place («تحررت المدينة»)."""
    return "subject" in frame.trigger.place


def _unlike(frame: Frame, party: Party) -> bool:
    """Whether a verb in the feminine is not said of men, and so of the town behind it («الألمان … ثم حررت المدينة»)."""
    return frame.entry.gender == "f" and party.gender == "p" and party.also != "f" and not frame.entry.pronoun
