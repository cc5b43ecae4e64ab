"""How a place stayed in a story of years ago («سقطت تكريت في 2014. أما سامراء فبقيت بيد الجيش»), which is no state of today."""

import datetime as dt
from collections.abc import Callable, Sequence

from whoheld.extract.dates import Dated
from whoheld.extract.dates.story import tells_news
from whoheld.extract.finding import Finding
from whoheld.extract.sentence.line import Line
from whoheld.extract.write import Reading
from whoheld.model import Relation, Telling

_AGO = dt.timedelta(days=365)
"""So long before it was written lies what a story of years ago tells."""


def recall_states(
    findings: Sequence[Finding], lines: Sequence[Line], dates: Callable[[Line], list[Dated]], written: dt.date | None
) -> None:
    """Tells as background what an Arabic perfect says of how a place stayed, behind dates that all lie years before.

    Args:
        findings: all of a text, with what other sentences date of them.
        lines: its sentences.
        dates: the date expressions of a line.
        written: the last day on which the text may have been written.
    """
    stayed = [reading for finding in findings for reading in finding.readings if _stayed(reading)]
    if not stayed or written is None:
        return
    for reading in stayed:
        before = lines[: lines.index(reading.line) + 1]
        told = [date.latest for line in before for date in dates(line) if date.latest is not None]
        of_today = any(tells_news(line.units) for line in before[-2:])
        if told and not of_today and written - max(told) > _AGO:
            reading.telling = Telling.BACKGROUND


def _stayed(reading: Reading) -> bool:
    """Whether a verb in the perfect tells undated that somebody still had a place («ظلت بأيديهم»)."""
    if reading.relation is not Relation.HOLDS or reading.telling is not Telling.STATE or not reading.line.verb_first:
        return False
    line, frame = reading.line, reading.frame
    stays = "enduring" in line.units[frame.at].cues or any("enduring" in line.units[n].cues for n in line.leftward(frame.at))
    return stays and reading.date is None and reading.lent is None
