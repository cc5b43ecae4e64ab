"""The dates that stand before members of an Arabic list: each of what follows it («على حلب، ثم في 5 كانون الأول على حماة»)."""

from collections.abc import Sequence

from whoheld.extract.dates.calendar import Dated
from whoheld.extract.phrases.phrase import Name, Places, parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.times import time_before


def of_member(dated: Sequence[Dated], line: Line, frame: Frame, name: Name) -> tuple[Dated | None, list[Dated]]:
    """The date that leads to one place or to the member of its list before it, and the dates that lead to none.

    A date that follows a place behind the one that is led to is its own.
    """
    leading = _leading(dated, line, frame) if line.verb_first and dated else []
    if not leading:
        return None, list(dated)
    leads = {id(date) for date, _ in leading}
    own = next((date for date, stands in reversed(leading) if stands <= name.start), None)
    left = [date for date in dated if id(date) not in leads and (own is not None or date.first < leading[0][0].first)]
    return (next((date for date in left if _behind(line, name, date)), own) if own else None), left


def _behind(line: Line, name: Name, date: Dated) -> bool:
    """Whether a date follows a place before any other place, clause or verb does («…، وهي رواية أكدها الجيش اليوم»)."""
    ends = next((at for at, unit in enumerate(line.units) if unit.end >= name.end), len(line.units))
    between = (phrase for phrase in line.phrases if ends < phrase.last < date.first)
    told = (
        line.told(at) or parted(line.units[at].gap) or "relative" in line.units[at].tags for at in range(ends + 1, date.first)
    )
    return ends < date.first and not any(told) and not any(isinstance(phrase, Places) for phrase in between)


def _leading(dated: Sequence[Dated], line: Line, frame: Frame) -> list[tuple[Dated, int]]:
    """The dates behind a verb that lead to places, each with where its place begins."""
    found = list[tuple[Dated, int]]()
    for phrase in line.phrases:
        if phrase.first > frame.at and isinstance(phrase, Places) and phrase.names and (opens := time_before(line, phrase)):
            found += [(date, phrase.names[0].start) for date in dated if opens <= date.first and date.last < phrase.first]
    return found
