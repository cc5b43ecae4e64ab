"""What a rule of dates is given and what it returns."""

import datetime as dt
from typing import NamedTuple

from whoheld.interval import Bounds


class Told(NamedTuple):
    """What a date may be told from.

    Attributes:
        published: the day, month or year of writing.
        previous: the last date that the text named; open if none.
        day: the last of one day.
        lead: the first date that the text named; a report's is that of its news.
        here: whether this very sentence named it; fresh: whether it or the sentence before did.
        undated: how many sentences without a date stand between that and this one.
        joined: how what is dated here is joined to what this sentence dated before: ``after`` it, ``back`` before it, or not;
            ``listed`` where both are told with one verb;
            ``either`` where it may be both; ``relative`` where a relative clause tells it of something named before;
            ``aside`` where that one only said between commas what had become of something;
            ``flashback`` where its own sentence tells what had happened before that of the one before.
        tale: whether such a sentence stands before, so that what is dated next goes on with a story of years ago.
        story: the last date from which the text goes on, and not one that it only looks back to ("had held it since 1998").
        news: whether the text has told anything of the days in which it was written.
        today: whether it has told, if only by the way, what is so in them ("Tourists now walk the old line").
        remembered: the year that a sentence before remembers, of which this one tells without naming it.
        coming: in a text of nobody knows when, the first date with its year, from which those before it have theirs.
    """

    published: Bounds
    previous: Bounds
    day: Bounds = Bounds(None, None)
    lead: Bounds = Bounds(None, None)
    here: bool = False
    fresh: bool = False
    undated: int = 0
    joined: str = ""
    tale: bool = False
    story: Bounds = Bounds(None, None)
    news: bool = False
    today: bool = False
    coming: Bounds = Bounds(None, None)
    remembered: Bounds = Bounds(None, None)

    @property
    def reference(self) -> Bounds:
        """What "that year" points to: the last date named, else the day of writing."""
        return self.previous if self.previous.latest is not None else self.published

    def near(self, unit: str) -> Bounds:
        """What so many units "later" are counted from: of days, the last day named, whatever year was named since."""
        first, last = self.reference
        vague = unit == "month" and first is not None and last is not None and first.replace(day=1) != last.replace(day=1)
        month = first is not None and last is not None and first.replace(day=1) == last.replace(day=1)
        stale = month and first is not None and self.day.latest is not None and self._passed(first, self.day.latest)
        exact = (unit in {"hour", "day", "week"} or vague) and self.day.latest is not None and not stale
        return self.day if exact else self.reference

    def _passed(self, month: dt.date, day: dt.date) -> bool:
        """Whether a story has left the last day named for a month, a later one or an earlier one named in this sentence."""
        return month > day or (self.here and (month.year, month.month) < (day.year, day.month))


class Match(NamedTuple):
    """A date expression that a rule found: the unit after it, its days (open where they cannot be known).

    ``since``, ``ahead`` and ``span`` are those of ``Dated``.
    """

    stop: int
    days: Bounds
    since: bool = False
    ahead: bool = False
    span: bool = False
