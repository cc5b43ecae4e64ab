"""The day of the sentence before, of what is told to have come with it, or by the same speaker in the same report."""

from collections.abc import Callable, Iterable

from whoheld.extract.dates import Dated
from whoheld.extract.dates.words import says
from whoheld.extract.phrases.meaning import same
from whoheld.extract.sentence.line import Line
from whoheld.extract.write import Reading
from whoheld.text import key

_OPENING = 6
"""Words of a sentence among which its main verb stands."""
_ARTICLE = "ال"


def came_then(reading: Reading, before: Line, dates: Callable[[Line], list[Dated]]) -> tuple[Line, Dated] | None:
    """The day of what was told before, with which something "came" ("The attack came as the army took Bor"), or None."""
    units, at = reading.line.units, reading.frame.at
    opening = range(1, min(_OPENING, at))
    came = next((n for n in opening if "coinciding" in units[n - 1].cues and "when" in units[n].tags), None)
    if came is None or any(reading.line.told(n) for n in range(came - 1)):
        return None
    days = [date for date in dates(before) if date.latest is not None and not (date.since or date.ahead)]
    return (before, days[0]) if days and days[0].earliest == days[0].latest else None


def said_then(reading: Reading, told: Iterable[Reading], text: str) -> tuple[Line, Dated] | None:
    """The day of a report with which its speaker goes on ("The army said on Sunday … It said …", «وأضافت المصادر»), or None.

    Args:
        reading: of an undated event.
        told: the readings of the sentence before.
        text: the article's.
    """
    units = reading.line.units
    if reading.said.end == reading.said.start or any(says(units, at, "earlier") for at in range(len(units))):
        return None
    for other in told:
        date = other.date
        if date is not None and _says(other.line, date) and _same_speaker(reading, other, text):
            return other.line, date
    return None


def _says(line: Line, date: Dated) -> bool:
    """Whether a day is that of a verb of saying, with no other verb between."""
    for way in (range(date.first - 1, -1, -1), range(date.last + 1, len(line.units))):
        for at in way:
            if "report" in line.units[at].tags:
                return date.earliest == date.latest
            if "trigger" in line.units[at].tags or line.told(at):
                break
    return False


def _same_speaker(reading: Reading, other: Reading, text: str) -> bool:
    one, two = reading.said, other.said
    return same(one.party, two.party) if one.party or two.party else _noun(one.start, text) == _noun(two.start, text)


def _noun(start: int, text: str) -> str:
    """The first word of who says something, without its article («مصادر محلية», «المصادر»)."""
    return key(text[start:].split(maxsplit=1)[0]).removeprefix(_ARTICLE)
