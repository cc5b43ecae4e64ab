"""Gains that undo what is told of another: a place that was won back from who had taken it before."""

from collections.abc import Iterable

from whoheld.extract.phrases.phrase import parted
from whoheld.extract.revision.compared import came_after, praised
from whoheld.extract.write import Reading
from whoheld.model import Relation, Telling

_TOLD = frozenset({"passive", "reduced", "active"})
"""Voices of what happened to a place; a noun may tell once more what the verb does."""
_TO_STILL = 2
"""Words from a verb back to "still"."""


def undone(reading: Reading, other: Reading) -> bool:
    """Whether a success is news, and another reading only what was before it ("IS had seized the town. It was retaken …")."""
    later = reading.name.key == other.name.key and came_after(reading, other)
    recalled = other.telling is Telling.BACKGROUND and (reading.telling is not Telling.BACKGROUND or later)
    again = other.line is reading.line and other.place == reading.place  # "which they retook in May, was won back"
    return (
        (again and (_described(reading, other) or regained(reading, other)))
        or won_back(reading, other)
        or (recalled and praised(reading) and (again or not praised(other)))
    )


def _described(reading: Reading, other: Reading) -> bool:
    """Whether an aside only tells who had a place that was taken from him then ("Goma, captured by them in May, was retaken")."""
    voices, between = (other.frame.voice, reading.frame.voice), range(other.frame.at + 1, reading.frame.pivot + 1)
    return voices == ("reduced", "passive") and any(parted(reading.line.units[at].gap) for at in between)


def regained(reading: Reading, other: Reading) -> bool:
    """Whether a place is told to go back, and beside that to be taken by nobody named ("Goma, seized in May, is again …")."""
    if reading.line is not other.line or reading.place != other.place or other.frame.actor is not None:
        return False
    return goes_back(reading) and other.frame.voice in _TOLD and not goes_back(other)


def goes_back(reading: Reading) -> bool:
    """Whether a place is told to come to who had it before ("was retaken", "is once more in their hands")."""
    units, frame = reading.line.units, reading.frame
    return reading.back or any("regaining" in units[at].tags for at in (frame.at, frame.pivot))


def won_back(reading: Reading, other: Reading) -> bool:
    """Whether the second of two passives tells that a place went back ("was seized by them in 2008 and retaken in 2012")."""
    if other.line is not reading.line or other.place != reading.place:
        return False
    passives = (other.frame.voice, reading.frame.voice) == ("passive", "passive") and other.frame.at < reading.frame.at
    alike = reading.frame.trigger is other.frame.trigger or other.frame.trigger.name == "occupy"
    retaken = alike and praised(reading) and not praised(other)
    return passives and (retaken or "passing" in reading.frame.trigger.traits)


def seized_before(reading: Reading, told: Iterable[Reading]) -> bool:
    """Whether "the militants" had a place that another won back ("The SDF retook Hajin. The militants overran it in May")."""
    said = reading.frame.actor
    points = said is not None and said.nonstate and (said.anaphor or said.repeats)
    again = any("recapping" in unit.cues for unit in reading.line.units)  # "The rebels first took it in May"
    if not points or said is reading.actor or again or reading.relation is not Relation.GAINED:
        return False
    back = (r for r in told if praised(r) and r.line is not reading.line and r.name.key == reading.name.key)
    return any(r.actor is reading.actor and (came_after(r, reading) or (r.date is None and _of_month(reading))) for r in back)


def _of_month(reading: Reading) -> bool:
    """Whether a reading is only dated by a month or a year, as news is not."""
    date = reading.date
    return date is not None and None not in {date.earliest, date.latest} and date.earliest != date.latest


def left_with(reading: Reading) -> bool:
    """Whether English only tells what somebody still has, who is rather losing places than taking more of them."""
    line, frame = reading.line, reading.frame
    still = any("still" in unit.tags for unit in line.units[max(line.begins, frame.at - _TO_STILL) : frame.at + 1])
    return reading.relation is Relation.HOLDS and still and not line.verb_first
