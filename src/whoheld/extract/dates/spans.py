"""Arithmetic of days: what "last Friday", "in August" or "six years ago" mean on a given day. All bounds are inclusive."""

import calendar
import datetime as dt

from hijridate import Hijri

from whoheld.interval import Bounds

NOWHERE = Bounds(None, None)
_GREGORIAN_YEARS = range(1800, 2100)
_WEEK = dt.timedelta(days=7)
_MONTH = dt.timedelta(days=31)
_HOURS = 24
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_HIJRI_YEARS = range(1343, 1501)


def day(reference: Bounds, offset: int) -> Bounds:
    """So many days from a reference that is one known day; open otherwise."""
    if reference.latest is None or reference.earliest != reference.latest:
        return NOWHERE
    found = reference.latest + dt.timedelta(days=offset)
    return Bounds(found, found)


_A_FEW = {"day": (2, 10), "week": (10, 84), "month": (60, 340)}
"""How many days lie between two events of which one was a few days, weeks or months after the other."""


def some(reference: Bounds, unit: str, *, later: bool) -> Bounds:
    """The days in which something was that happened some days, weeks or months before or after; open for other units."""
    if unit not in _A_FEW or reference.earliest is None or reference.latest is None:
        return NOWHERE
    near, far = _A_FEW[unit] if later else (-most for most in reversed(_A_FEW[unit]))
    return Bounds(reference.earliest + dt.timedelta(days=near), reference.latest + dt.timedelta(days=far))


def of_late(reference: Bounds) -> Bounds:
    """The days right before one known day in which something was "in the last days"; open where they are of two months.

    So vague a time tells the month at the most, and of two months neither.
    """
    first, last = day(reference, -_A_FEW["day"][1]), day(reference, -1)
    same = first.earliest and last.latest and first.earliest.replace(day=1) == last.latest.replace(day=1)
    return Bounds(first.earliest, last.latest) if same else NOWHERE


def onward(reference: Bounds, limit: Bounds) -> Bounds:
    """Some time after a reference, and no later than the limit; open where either is."""
    if reference.earliest is None or limit.latest is None or reference.earliest >= limit.latest:
        return NOWHERE
    return Bounds(reference.earliest, limit.latest)


def weekday(reference: Bounds, number: int, *, strictly: bool) -> Bounds:
    """The last weekday (Monday is 0) on or before the reference day; ``strictly`` before it."""
    if reference.latest is None or reference.earliest != reference.latest:
        return NOWHERE
    back = (reference.latest.weekday() - number) % 7
    return day(reference, -(back or (7 if strictly else 0)))


def next_weekday(reference: Bounds, number: int) -> Bounds:
    """The first such weekday after the reference day."""
    if reference.latest is None:
        return NOWHERE
    return day(reference, (number - reference.latest.weekday()) % 7 or 7)


def month(year: int, number: int) -> Bounds:
    """A whole month."""
    return Bounds(dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1]))


def year(number: int) -> Bounds:
    """A whole year, open where no newspaper could mean it."""
    return Bounds(dt.date(number, 1, 1), dt.date(number, 12, 31)) if number in _GREGORIAN_YEARS else NOWHERE


def date(number: int, month_number: int, day_number: int) -> Bounds:
    """One day, open where the calendar has none."""
    if number not in _GREGORIAN_YEARS or not 1 <= day_number <= calendar.monthrange(number, month_number)[1]:
        return NOWHERE
    found = dt.date(number, month_number, day_number)
    return Bounds(found, found)


def day_of(month: Bounds, number: int | None) -> Bounds:
    """A day of a month; open where the month is, or has none such."""
    return date(month.earliest.year, month.earliest.month, number) if month.earliest and number else NOWHERE


def last_month(reference: Bounds, number: int, day_number: int | None = None, *, strictly: bool = False) -> Bounds:
    """The last such month (or day of it) that has begun by the reference; ``strictly`` none that runs then."""
    if reference.latest is None:
        return NOWHERE
    runs = strictly and reference.latest.month == number
    for candidate in (reference.latest.year - runs, reference.latest.year - 1):
        found = date(candidate, number, day_number) if day_number else month(candidate, number)
        if found.earliest and found.earliest <= reference.latest:
            return found
    return NOWHERE


def first_month(reference: Bounds, number: int, day_number: int | None = None) -> Bounds:
    """The first such month (or day of it) that ends on or after the first day of the reference."""
    if reference.earliest is None:
        return NOWHERE
    for candidate in (reference.earliest.year, reference.earliest.year + 1):
        found = date(candidate, number, day_number) if day_number else month(candidate, number)
        if found.latest and found.latest >= reference.earliest:
            return found
    return NOWHERE


def last_day(reference: Bounds, number: int) -> Bounds:
    """The last day with this number in its month on or before the reference ("the 21st")."""
    if reference.latest is None:
        return NOWHERE
    at = reference.latest
    for _ in range(3):  # of two months that follow each other one has every number
        found = date(at.year, at.month, number)
        if found.latest and found.latest <= reference.latest:
            return found
        at = at.replace(day=1) - dt.timedelta(days=1)
    return NOWHERE


def season(number: int, name: str) -> Bounds:
    """The season of a year, northern; the winter of a year may be either of two, so it is the year."""
    if number not in _GREGORIAN_YEARS or name == "winter":
        return year(number)
    first = _SEASONS[name]
    return Bounds(month(number, first).earliest, month(number, first + 2).latest)


def last_season(reference: Bounds, name: str) -> Bounds:
    """The last such season that has begun by the reference."""
    begun = last_month(reference, _SEASONS[name])
    if begun.earliest is None:
        return NOWHERE
    months = begun.earliest.year * 12 + begun.earliest.month + 1
    return Bounds(begun.earliest, month(months // 12, months % 12 + 1).latest)


def first_season(reference: Bounds, name: str) -> Bounds:
    """The first such season of which more than a month lies after the first day of the reference."""
    if reference.earliest is None:
        return NOWHERE
    for number in (reference.earliest.year - 1, reference.earliest.year, reference.earliest.year + 1):
        first, last = month(number, _SEASONS[name]).earliest, shifted(month(number, _SEASONS[name]), "month", 2).latest
        if first and last and last - reference.earliest > _MONTH:
            return Bounds(first, last)
    return NOWHERE


def weekend(reference: Bounds) -> Bounds:
    """The last Saturday and Sunday of which one has begun by the reference day."""
    saturday = weekday(reference, 5, strictly=False).latest
    return Bounds(saturday, saturday + dt.timedelta(days=1)) if saturday else NOWHERE


def next_month(reference: Bounds, number: int) -> Bounds:
    """The first such month after the reference."""
    if reference.latest is None:
        return NOWHERE
    return month(reference.latest.year + (number <= reference.latest.month), number)


def shifted(reference: Bounds, unit: str, count: int) -> Bounds:
    """So many units from the reference, as precise as the unit and as the reference: months to the month, the rest to the day."""
    if reference.latest is None:
        return NOWHERE
    if unit in {"hour", "day", "week"}:
        if reference.earliest is None:
            return NOWHERE
        days = dt.timedelta(days=round(count / _HOURS) if unit == "hour" else count * (7 if unit == "week" else 1))
        return Bounds(reference.earliest + days, reference.latest + days)
    if unit == "month":
        if (reference.earliest or reference.latest).replace(day=1) != reference.latest.replace(day=1):
            return NOWHERE
        months = reference.latest.year * 12 + reference.latest.month - 1 + count
        return month(months // 12, months % 12 + 1)
    return year(reference.latest.year + count * (10 if unit == "decade" else 1))


def leading(reference: Bounds, unit: str, count: int) -> Bounds:
    """The days of so many units right before the reference ("in the two days before")."""
    first, last = shifted(reference, unit, -count), shifted(reference, "day", -1)
    return Bounds(first.earliest, last.latest) if first.earliest and last.latest else NOWHERE


def trailing(reference: Bounds, unit: str, count: int) -> Bounds:
    """The days from so many units before the reference day until it ("in the past two weeks")."""
    start = shifted(reference, "day", -1) if unit == "hour" and count < _HOURS else shifted(reference, unit, -count)
    return Bounds(start.earliest, reference.latest) if start.earliest else NOWHERE


def whole(reference: Bounds, unit: str, count: int) -> Bounds:
    """The calendar unit so many away from the one of the reference ("last week" is -1, "this year" 0).

    Weeks begin on Sunday or on Monday, as readers differ: theirs run from a Sunday to the next, both inclusive; one that is
    over ends before the reference day.
    """
    if unit != "week":
        return shifted(reference, unit, count)
    at = day(reference, count * 7)
    if at.latest is None:
        return NOWHERE
    sunday = at.latest - dt.timedelta(days=(at.latest.weekday() + 1) % 7)
    end = sunday + _WEEK
    over = reference.latest is not None and count < 0 and end >= reference.latest
    return Bounds(sunday, end - dt.timedelta(days=1) if over else end)


def clipped(days: Bounds, published: Bounds) -> Bounds:
    """Days of which those after the day of writing are left out, all perhaps: nobody reports what is to come."""
    if published.latest and days.earliest and days.earliest > published.latest:
        return NOWHERE
    if published.latest and days.earliest and days.latest and days.earliest <= published.latest < days.latest:
        return Bounds(days.earliest, published.latest)
    return days


def hijri(number: int | None, month_number: int, day_number: int | None, reference: Bounds) -> Bounds:
    """A month or day of the Islamic calendar (Umm al-Qura); without a year the last one before the reference."""
    years = [number] if number else _hijri_years(reference)
    for candidate in years:
        if candidate not in _HIJRI_YEARS:
            continue
        first = Hijri(candidate, month_number, 1)
        length = first.month_length()
        if day_number and day_number > length:
            continue
        start = dt.date(*Hijri(candidate, month_number, day_number or 1).to_gregorian().datetuple())
        if number or (reference.latest and start <= reference.latest):
            return Bounds(start, start if day_number else start + dt.timedelta(days=length - 1))
    return NOWHERE


THIRDS = ("early", "middle", "late")
"""The parts of a month that words for its beginning, middle and end tell."""


def third(month: Bounds, part: str) -> Bounds:
    """The ten days of a month that one of ``THIRDS`` tells; the whole month where none does."""
    if month.earliest is None or month.latest is None or part not in THIRDS:
        return month
    first = month.earliest + dt.timedelta(days=10 * THIRDS.index(part))
    return Bounds(first, month.latest if part == "late" else first + dt.timedelta(days=9))


def _hijri_years(reference: Bounds) -> list[int]:
    if reference.latest is None:
        return []
    about = int((reference.latest.year - 622) * 33 / 32) + 1
    return [about + 1, about, about - 1, about - 2]
