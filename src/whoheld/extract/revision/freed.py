"""Places that are told to be freed, by nobody who is named, from whom the text has let take them."""

from collections.abc import Sequence

from whoheld.extract.dates.words import says
from whoheld.extract.phrases.meaning import same
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.revision.compared import came_after, days_after, long_after, praised
from whoheld.extract.revision.undone import goes_back
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.write import Reading
from whoheld.model import Modality, Relation

_BEFALLS = frozenset({"fall", "hand", "occupy"})
"""Triggers in whose words nobody tells of his own success («سقطت بيد», «احتل»), as whose loss a liberation is told."""
_TAKES = frozenset({"take", "capture", "freed"})
"""Triggers of deeds that are done once: what is "cleared" or "secured" who took it may do the week after."""


def holder_before(reading: Reading, told: Sequence[Reading]) -> Party | None:
    """Who had a place that is told to be freed («احتل الألمان باريس … ثم حررت المدينة»), and so did not free it, or None."""
    freed = reading.relation is Relation.GAINED and (reading.frame.trigger.boast or praised(reading))
    if not freed or reading.loser is not None or reading.frame.actor is not None:
        return None
    last = _last_taken(reading, told)
    if last is None or last.actor is None or praised(last) or same(reading.said.party, last.actor):
        return None
    own = reading.frame.voice == "active" and not (_of_place(reading.frame) or _unlike(reading.frame, last.actor))
    taken = last.frame.trigger.name in _BEFALLS or long_after(reading, last) or _afterwards(reading, last)
    return last.actor if taken and not own else None


def of_opponent(reading: Reading, gain: Reading) -> bool:
    """Whether somebody else calls a place free of whose capture only the winner himself has told, or which was denied.

    So in «أعلنت الكتائب السيطرة على أجدابيا. من جهته قال ناشط إن المدينة محررة»: whose it is he does not say.
    """
    if reading.name.key != gain.name.key or gain.line is reading.line or reading.said.end == reading.said.start:
        return False
    in_turn = any("for_his_part" in unit.cues | unit.tail_cues for unit in reading.line.units[: reading.frame.at])
    own = gain.said.modality is Modality.DENIED or same(gain.said.party, gain.actor)
    return in_turn and own and not same(reading.said.party, gain.actor)


def _last_taken(reading: Reading, told: Sequence[Reading]) -> Reading | None:
    """The gain of a place that is told last before another, where who gained it has not lost it since."""
    here = [r for r in told if r.name.key == reading.name.key and r.actor is not None and _before(r, reading)]
    gain = next((r for r in reversed(here) if r.relation is Relation.GAINED), None)
    lost = (r for r in here if r.relation is Relation.LOST)
    return gain if gain is not None and not any(same(r.actor, gain.actor) and _before(gain, r) for r in lost) else None


def _afterwards(reading: Reading, taken: Reading) -> bool:
    """Whether a place is told to be freed some time after it was taken, and not as the same success once more."""
    if reading.frame.trigger.name not in _TAKES:
        return False
    return _later(reading) or days_after(reading, taken) or (goes_back(reading) and came_after(reading, taken))


def _later(reading: Reading) -> bool:
    """Whether a date is told as so long after another ("two days later")."""
    date = reading.date
    return date is not None and any(says(reading.line.units, at, "later", "after") for at in range(date.first, date.last + 1))


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
