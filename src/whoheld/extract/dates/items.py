"""The dates of places that semicolons part ("seized Gao on 31 March; Kidal on 2 April"): each has that of its own item."""

from collections.abc import Sequence

from whoheld.extract.dates.calendar import Dated
from whoheld.extract.phrases.phrase import Name
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.series import past_tail

_PARTS = frozenset(";؛")


def in_items(line: Line, frame: Frame) -> bool:
    """Whether semicolons part the places that a frame tells of."""
    last = max((phrase.first for phrase in frame.places), default=frame.at)
    return any(_PARTS & set(unit.gap) for unit in line.units[frame.at + 1 : last + 1])


def of_item(dated: Sequence[Dated], line: Line, frame: Frame, name: Name) -> Dated | None:
    """The date in the tail of a place's own item; where no item but the last has one, that of the last."""
    items = [phrase for phrase in frame.places if phrase.first > frame.at]
    dates = [_in_tail(dated, line, phrase.last + 1) for phrase in items]
    own = next((date for phrase, date in zip(items, dates, strict=True) if name in phrase.names), None)
    return own or (dates[-1] if dates and not any(dates[:-1]) else None)


def _in_tail(dated: Sequence[Dated], line: Line, first: int) -> Dated | None:
    stop = past_tail(line, first)
    return next((date for date in dated if first <= date.first < stop), None)
