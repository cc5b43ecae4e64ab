"""The year of a month, a day or a season that is told without one: of the story, or the last before the day of writing."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from whoheld.extract.dates import spans
from whoheld.extract.dates.match import Told
from whoheld.extract.dates.story import of_a_month
from whoheld.interval import Bounds

_NEWS = dt.timedelta(days=15)
"""So long after its news a report is written, which recalls what was months ago without its year."""
_RECENT_NEWS = dt.timedelta(days=200)
_RECENT = dt.timedelta(days=100)
"""In so many days a month is told without its year, whichever year was named before: in February "in December" is the last."""

_STEP_BACK, _FEW_DAYS = dt.timedelta(days=62), dt.timedelta(days=31)
"""So far a story steps back in its year without naming it; a month, and where deeds are told in turn, less."""
_UNDATED = 3
"""Sentences without a date over which a story of years ago goes on."""

_Turn = Callable[[Bounds], Bounds]


def of_date(told: Told, month: int, day: int | None, *, pointed: bool) -> Bounds:
    """The month or day of the year of which the text tells, which may not be the last such before it was written.

    Args:
        told: what was told before.
        month: of the year.
        day: of the month.
        pointed: whether a word points back to that year ("that June").
    """
    first, last = partial(_turn, spans.first_month, month, day), partial(_turn, spans.last_month, month, day)
    lately = last(told.published)
    if told.remembered.latest is not None or (pointed and told.previous.latest is not None):
        stands = told.previous if told.here else told.story
        return first(told.remembered if told.remembered.latest is not None else stands)
    if told.joined == "flashback":
        return last(told.story)
    if told.story.latest is None and told.published.latest is None and told.coming.latest is not None:
        return last(told.coming)
    goes_on = told.tale or _goes_on(told, lately)
    if told.joined == "relative":
        return min((first(told.story), last(told.story)), key=partial(_far, told)) if goes_on else lately
    onward = partial(_onward, told, first, last)
    if (
        turns := {"back": (last,), "after": (onward,), "listed": (onward,), "either": (first, last)}.get(told.joined)
    ) is not None:
        # "took one town in May 2015 and lost another in August"
        return min((*(turn(told.previous) for turn in turns), lately), key=partial(_far, told))
    return onward(told.story) if goes_on or _same_weeks(told, last(told.story)) else lately


def _onward(told: Told, first: _Turn, last: _Turn, reference: Bounds) -> Bounds:
    """The next such month or day, or one shortly before in the same year, to which a story steps back without naming it."""
    back, deeds = last(reference), told.joined == "after"
    month = back.earliest != back.latest
    if reference.earliest is None or back.earliest is None or back.earliest.year != reference.earliest.year:
        return first(reference)
    near = reference.earliest - back.earliest <= (_FEW_DAYS if deeds or month else _STEP_BACK)
    in_turn = deeds and month  # "took it in July and lost it in June"
    return back if near and of_a_month(reference) and not in_turn else first(reference)


def _same_weeks(told: Told, back: Bounds) -> bool:
    """Whether a day lies a few days before that at which a text stands which has told no news, so that it shares its year."""
    day, stands = back.latest, told.story.earliest
    near = day is not None and stands is not None and back.earliest == day and stands - day <= _FEW_DAYS
    return near and told.fresh and not told.news and not told.joined and of_a_month(told.story)


def _turn(find: Callable[[Bounds, int, int | None], Bounds], month: int, day: int | None, reference: Bounds) -> Bounds:
    return find(reference, month, day)


def _far(told: Told, days: Bounds) -> dt.timedelta:
    """How far days are from the date told before; days that are unknown or yet to come are nowhere."""
    first, last, written = told.previous.earliest, days.latest, told.published.latest
    known = first is not None and last is not None and (written is None or last <= written)
    return abs(last - first) if known and first and last else dt.timedelta.max


def _goes_on(told: Told, lately: Bounds) -> bool:
    """Whether a month without its year goes on with a story of years ago, or of nobody knows when it was written."""
    written, day = told.published.latest, lately.earliest
    if written is None or looks_back(told, lately):
        return True
    old = told.fresh and day is not None and told.story.latest is not None and told.story.latest < day
    lead = told.lead.latest
    news = lead is not None and written - lead < _NEWS and not told.here
    return old and day is not None and day.year < written.year and written - day > (_RECENT_NEWS if news else _RECENT)


def looks_back(told: Told, lately: Bounds) -> bool:
    """Whether a text that has told no news goes on with a story of more than a year before it was written.

    Where it has told what is so today, what may have been some weeks ago (``lately``, the last such day) is taken for news.
    """
    written, stands = told.published.latest, told.story.latest
    weeks = told.today and written is not None and lately.latest is not None and written - lately.latest <= _FEW_DAYS
    goes_on = told.undated <= _UNDATED and not told.news and not weeks and told.joined != "aside"
    return goes_on and written is not None and stands is not None and written.year - stands.year > 1


def of_day(told: Told, day: int) -> Bounds:
    """A bare "the 25th": of the month that the text last named where that is over or nobody knows when it was written."""
    named_last = told.previous if told.here else told.story
    first, last, written = named_last.earliest, named_last.latest, told.published.latest
    if first is None or last is None or first.replace(day=1) != last.replace(day=1):
        return spans.last_day(told.published, day)
    over = written is None or last < written.replace(day=1)
    return spans.date(last.year, last.month, day) if over else spans.last_day(told.published, day)


def of_the_month(told: Told, day: int) -> Bounds:
    """A day "of the month" («في 22 من الشهر»): of the one that the story has just named, in news of the one that runs."""
    story = told.here or (told.fresh and not told.news)
    return of_day(told, day) if story else spans.last_day(told.published, day)


def of_season(told: Told, name: str, *, pointed: bool) -> Bounds:
    """A season of the year of which the text tells ("that winter"), or the last that has begun."""
    stands = told.previous if told.here else told.story
    lately = spans.last_season(told.published, name)
    back = stands.latest is not None and (pointed or looks_back(told, lately))
    return spans.first_season(stands, name) if back else lately
