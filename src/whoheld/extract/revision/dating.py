"""What tells of a deed, or of somebody beside one, only when something else was done."""

from collections.abc import Iterable

from whoheld.extract.phrases.phrase import Party, Places
from whoheld.extract.revision.compared import praised
from whoheld.extract.sentence.line import Line
from whoheld.extract.write import Reading
from whoheld.model import Telling

_WHEN = frozenset({"after", "before"})
"""Classes of words by which a deed tells when another was done."""


def of_other_side(reading: Reading, gains: Iterable[Reading]) -> bool:
    """Whether a fall only dates what somebody won back ("After the fall of Bria, the army recaptured …"), whose it hardly is.

    So does an aside on a place ("In Donetsk province, annexed in May, Ukraine won back a village").
    """
    beside = dates(reading) or (reading.frame.voice == "reduced" and not reading.line.verb_first)
    return beside and not praised(reading) and all(map(praised, gains))


def dates(reading: Reading) -> bool:
    """Whether a deed only tells when another was done ("after the fall of Bria", "a month before Bria fell")."""
    line, frame = reading.line, reading.frame
    falls = frame.voice == "active" and "subject" in frame.trigger.place and bool(frame.places)
    noun = frame.voice == "noun" and frame.pivot == frame.at
    at = frame.places[0].first if falls else frame.at
    return (falls or noun) and bool(line.units[dates_deed(line, at)].tags & _WHEN)


def dates_deed(line: Line, noun: int) -> int:
    """The unit before a noun of a deed and its article, by which it may only date what else is told ("since the fall of")."""
    place = line.phrase(noun - 1)
    at = (place.first if isinstance(place, Places) and place.possessive else noun) - 1
    while at > line.begins and "article" in line.units[at].tags and not line.units[at + 1].gap:
        at -= 1
    return max(at, line.begins)


def only_dates(line: Line, party: Party) -> bool:
    """Whether of somebody is only told since when something has been so ("the first to fall since NATO troops left")."""
    for at in range(party.first - 1, line.begins, -1):
        if "onset" in line.units[at].cues:
            return True
        if line.units[at].gap or line.phrase(at) is not None or "trigger" in line.units[at].tags:
            return False
    return False


def recalled(reading: Reading) -> bool:
    """Whether a reading only recalls what was before."""
    return reading.telling is Telling.BACKGROUND
