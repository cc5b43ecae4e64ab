"""Days of the command line."""

import datetime as dt

from whoheld.errors import UsageError
from whoheld.interval import Bounds, bounds


def day(text: str) -> dt.date:
    """A day of the command line.

    Raises:
        UsageError: anything but an existing YYYY-MM-DD.
    """
    try:
        first, last = bounds(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is not a day: write it as 2019-01-20") from error
    if first is None or first != last:
        raise UsageError(f"{text!r} is not one day: write it as 2019-01-20")
    return first


def day_or_none(text: str | None) -> dt.date | None:
    """A day of the command line that may be left out."""
    return None if text is None else day(text)


def window(first: str | None, last: str | None) -> Bounds:
    """The days from one to another, both inclusive; an end that is left out is open.

    Raises:
        UsageError: an end is no day, or the last lies before the first.
    """
    ends = Bounds(day_or_none(first), day_or_none(last))
    if ends.earliest and ends.latest and ends.latest < ends.earliest:
        raise UsageError(f"--to {last} lies before --from {first}")
    return ends
