"""Days on which a deed is remembered, which are not its own ("On Friday they marked the anniversary of its fall")."""

import datetime as dt
from collections.abc import Sequence

from whoheld.extract.dates.calendar import Dated
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_ALMOST_A_YEAR = dt.timedelta(days=300)


def before_memory(dated: Sequence[Dated], line: Line, frame: Frame, written: dt.date | None) -> list[Dated]:
    """The dates of a sentence, of a deed that is only remembered those that may be its own.

    Args:
        dated: the dates of the sentence.
        line: the sentence.
        frame: of the deed.
        written: the last day on which the text may have been written, near which deeds are remembered.
    """
    verb = frame.voice != "noun"
    if not dated or (verb and line.verb_first) or not (_years_before if verb else _remembered)(line, frame.at):
        return list(dated)
    long_ago = written - _ALMOST_A_YEAR if written is not None else dt.date.min
    return [date for date in dated if date.ahead or (date.latest is not None and date.latest < long_ago)]


def _remembered(line: Line, noun: int) -> bool:
    """Whether a clause is of an anniversary, or counts the years or months since a deed ("a year since the fall of Goma")."""
    at = noun - 1
    while at > line.begins and "article" in line.units[at].tags:
        at -= 1
    counts = at > line.begins and "onset" in line.units[at].cues and "unit" in line.units[at - 1].tags
    return counts or any("memory" in line.units[left].cues for left in line.leftward(noun))


def _years_before(line: Line, verb: int) -> bool:
    """Whether a clause counts the years since what it tells ("Vukovar mourned, 25 years after Yugoslav troops took the town")."""
    opens = next((at for at in line.leftward(verb) if line.units[at].tags & {"after", "when", "relative"}), 0)
    counted = line.units[opens - 1].entry("unit") if opens > line.begins else None
    return counted is not None and counted.value == "year" and not line.units[opens].gap and "after" in line.units[opens].tags
