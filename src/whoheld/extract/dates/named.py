"""Dates that the calendar names: days, months, seasons and years, of either calendar."""

from collections.abc import Sequence

from whoheld.extract.dates import spans, years
from whoheld.extract.dates.match import Match, Told
from whoheld.extract.dates.relative import relative_unit
from whoheld.extract.dates.story import pluperfect
from whoheld.extract.dates.words import (
    DAYS_IN_MONTH,
    conjoined,
    day_number,
    figure,
    introduces_year,
    is_year,
    number,
    said,
    says,
    skip,
    year_at,
)
from whoheld.extract.phrases.phrase import dashed, labelled
from whoheld.extract.words.scan import Unit
from whoheld.interval import Bounds

_SLASHED = frozenset({"/", "-", "."})
_MONTHS = range(1, 13)
_JOINED = frozenset({"", ",", "("})
_DASH = frozenset({"-", "–", "—"})
_NO_NOUN = frozenset({"preposition", "conjunction", "pronoun", "article", "have", "had", "be"})
"""Classes of words before which "the 17th" counts nothing."""
_LATELY = frozenset({"last", "this"})
_TO_YEAR = 7
"""Words from a month to the next of a list of which the last names the year."""
_LISTED, _ENDS_LIST = frozenset({"", ",", "،"}), frozenset({"trigger", "report"})
_LEADS_MONTH = frozenset({"preposition", "after", "before", "time", "reference", "unit"})
"""Classes of words before the name of a month when something happened in it."""
_HIJRA = "ه"
"""The letter of the Islamic era behind a year, as it is folded."""
_YEAR_DIGITS = 4


def numeric(units: Sequence[Unit], at: int, _: Told) -> Match | None:
    """21/1/2019, 2019-01-21."""
    following = units[at + 1 : at + 3]
    if len(following) < 2 or not figure(units[at]) or any(unit.gap not in _SLASHED for unit in following):  # noqa: PLR2004 - month, year
        return None
    parts = [number(units[n]) or 0 for n in range(at, at + 3)]
    year, month, day = (parts[0], parts[1], parts[2]) if parts[0] > DAYS_IN_MONTH else (parts[2], parts[1], parts[0])
    if month not in _MONTHS:
        month, day = day, month
    return Match(at + 3, spans.date(year, month, day)) if month in _MONTHS else None


def calendar_date(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """21 January 2019, January 21, 3-5 January, early January, January 2019, and the same with the year left out."""
    start = skip(units, at, "start", "ordinal_of", "month_word")
    first = day_number(units[start]) if start < len(units) else None
    last_at = _second_day(units, start + 1) if first else None
    month_at = skip(units, (start if last_at is None else last_at) + 1, "of", "month_word", "ordinal_of") if first else start
    if month_at >= len(units) or (month := units[month_at].entry("month")) is None:
        return None
    if units[month_at].gap not in _JOINED and month_at > at:
        return None
    stop, days = _same_month(units, month_at + 1, month.value), (first, last_at and day_number(units[last_at]))
    if month_at == start:
        stop, days = _days_after(units, stop)
    match = _with_year(units, at, stop, (int(month.value), days[0]), told)
    last = day_number(units[match.stop]) if days[0] and match.stop < len(units) and units[match.stop].gap in _DASH else None
    return _up_to(match, days[1] or last, match.stop + (last is not None and not days[1]))


def _second_day(units: Sequence[Unit], at: int) -> int | None:
    """The unit of the last day in "3-5 January" or "between 3 and 5 January", or None."""
    if at >= len(units):
        return None
    joined = "conjunction" in units[at].tags or "to" in units[at].tags
    at += joined
    dashed = at < len(units) and (units[at].gap in _DASH or units[at].word != figure(units[at]) or units[at].reading.conjunction)
    return at if at < len(units) and (joined or dashed) and day_number(units[at]) else None


def _days_after(units: Sequence[Unit], stop: int) -> tuple[int, tuple[int | None, int | None]]:
    """Where "January 21" or "January 3-5" ends, and its days."""
    follows = stop < len(units) and not is_year(units[stop]) and units[stop].gap in {"", ",", "."}
    day = day_number(units[stop]) if follows else None
    if day is None:
        return stop, (None, None)
    last = units[stop + 1] if stop + 1 < len(units) and units[stop + 1].gap in _DASH else None
    until = day_number(last) if last is not None else None
    return stop + 1 + (until is not None), (day, until)


def _up_to(match: Match, last: int | None, stop: int) -> Match:
    """The match with a later last day of its month."""
    day = match.days.latest
    if last is None or day is None or last < day.day:
        return match
    return match._replace(stop=stop, days=Bounds(match.days.earliest, spans.date(day.year, day.month, last).latest or day))


def _with_year(units: Sequence[Unit], at: int, stop: int, date: tuple[int, int | None], told: Told) -> Match:
    """The month or day with the year that is said, or meant."""
    month, day = date
    named = year_at(units, stop)
    if named is not None:
        return Match(named + 1, _dated(number(units[named]) or 0, month, day))
    if relative := _year_of(units, stop, told):
        return Match(relative[0], _dated(relative[1], month, day))
    lately = _modifier(units, stop) in _LATELY  # "دخلوا في أيار الماضي تدمر التي سقطت في كانون الثاني 2014"
    if shared := None if lately else _year_ahead(units, stop, date):
        return Match(stop, _dated(shared, month, day))
    if not lately and told.story.latest is None and not told.news and pluperfect(units, at) and (main := _main_date(units, stop)):
        return Match(stop, spans.last_month(main, month, day))
    return _beside_another(units, at, stop, date, told) or _unsaid(units, at, stop, date, told)


def _main_date(units: Sequence[Unit], at: int) -> Bounds | None:
    """The month that a sentence goes on to name with its year ("had ruled since January, fell on 13 April 1918")."""
    for then in range(at, len(units)):
        month = units[then].entry("month")
        stop = _days_after(units, then + 1)[0] if month is not None else at
        if month is not None and (named := year_at(units, stop)) is not None:
            return spans.month(number(units[named]) or 0, int(month.value))
    return None


def _beside_another(units: Sequence[Unit], at: int, stop: int, date: tuple[int, int | None], told: Told) -> Match | None:
    """The month or day before or after another ("the following May", "the previous November"), or None."""
    month, day = date
    before, modifier = said(units[at - 1]) if at else "", _modifier(units, stop)
    if "following" in {before, modifier} and not day:
        return Match(stop + (modifier == "following"), spans.next_month(told.previous, month))
    if modifier == "following" and not units[stop].word.isascii():  # «في الأول من تشرين الأول التالي», not "on 1 May following"
        return Match(stop + 1, spans.day_of(spans.next_month(told.previous, month), day))
    if "previous" in {before, modifier}:
        return Match(stop + (modifier == "previous"), spans.last_month(told.reference, month, day, strictly=not day))
    return None


def _unsaid(units: Sequence[Unit], at: int, stop: int, date: tuple[int, int | None], told: Told) -> Match:
    """The month or day with the year that is meant by "last", "this" or by the story."""
    month, day = date
    before, modifier = said(units[at - 1]) if at else "", _modifier(units, stop)
    if "next" in {before, modifier}:
        return Match(stop + (modifier == "next"), spans.NOWHERE)
    lately = not _LATELY.isdisjoint((before, modifier))
    strictly = "last" in {before, modifier} and not day
    days = (
        spans.last_month(told.published, month, day, strictly=strictly)
        if lately
        else years.of_date(told, month, day, pointed=_pointed(units, at))
    )
    return Match(stop + (modifier in _LATELY), days)


def _modifier(units: Sequence[Unit], stop: int) -> str:
    """What the word behind a month or season says of it, or empty."""
    return said(units[stop]) if stop < len(units) and not units[stop].gap else ""


def _pointed(units: Sequence[Unit], at: int) -> bool:
    """Whether a word before a month or season points back to a year told before ("that June")."""
    return at > 0 and "distal" in units[at - 1].cues and not units[at].gap


def _year_ahead(units: Sequence[Unit], at: int, date: tuple[int, int | None]) -> int | None:
    """The year that the last of several dates names of one list ("took Hit in June, Ana on 3 July and Rutba on 5 July 2014")."""
    last, reach, joined = date, at + _TO_YEAR, False
    for then in range(at, len(units)):
        unit = units[then]
        if then >= reach or unit.gap not in _LISTED or unit.tags & _ENDS_LIST or says(units, then, "since"):
            return None
        joined = joined or "conjunction" in unit.tags or unit.reading.conjunction
        if (month := unit.entry("month")) is None:
            continue
        stop, (after, _) = _days_after(units, then + 1)
        last, before = (int(month.value), after or day_number(units[then - 1])), last
        if not _precedes(before, last):
            return None
        if (named := year_at(units, stop)) is not None:
            return number(units[named]) if joined else None
        reach = stop + _TO_YEAR
    return None


def _precedes(one: tuple[int, int | None], other: tuple[int, int | None]) -> bool:
    """Whether a month or day of it comes before another in the year."""
    (month, day), (later, later_day) = one, other
    return month < later or (month == later and day is not None and later_day is not None and day < later_day)


def _dated(year: int, month: int, day: int | None) -> Bounds:
    return spans.date(year, month, day) if day else spans.month(year, month)


def _year_of(units: Sequence[Unit], at: int, told: Told) -> tuple[int, int] | None:
    """Where "of last year", "last year", "of that year" or "من العام الماضي" ends, and which year it is."""
    start = skip(units, at, "of")
    if start >= len(units) or units[start].gap.strip(","):
        return None
    match = relative_unit(units, start, told)
    year = match.days.latest.year if match and match.days.latest else None
    of_years = match is not None and any(
        (entry := unit.entry("unit") or unit.entry("reference")) and entry.value.startswith("year")
        for unit in units[start : match.stop]
    )
    return (match.stop, year) if match and year and of_years else None


def _same_month(units: Sequence[Unit], at: int, value: str) -> int:
    """Past a second name of the same month ("كانون الثاني/يناير")."""
    again = units[at].entry("month") if at < len(units) else None
    return at + 1 if again and again.value == value and units[at].gap in {"", "/", "(", "-", "–"} else at


def hijri(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """10 Muharram 1440, Ramadan 10, العاشر من محرم, غرة محرم 1446هـ, أواخر رمضان."""
    day, part = day_number(units[at]), next((part for part in spans.THIRDS if says(units, at, part)), "")
    month_at = skip(units, at + 1, "of", "month_word") if day or part else at
    if month_at >= len(units) or (month := units[month_at].entry("hijri")) is None:
        return None
    stop = month_at + 1
    if not day and stop < len(units) and not units[stop].gap and (day := day_number(units[stop])):
        stop += 1
    year_word = skip(units, stop, "of", "year_word")
    year = _hijri_year(units[year_word]) if year_word < len(units) else None
    if not (day or part or year or _in_month(units, at)):
        return None
    days = spans.hijri(year, int(month.value), day, told.published)
    return Match(year_word + 1 if year else stop, days if day else spans.third(days, part))


def _in_month(units: Sequence[Unit], at: int) -> bool:
    """Whether a month that is a name of people as well is one here: something happened "in" it («في رمضان», «اللواء رمضان»)."""
    unit = units[at]
    several = unit.end - unit.start > len(unit.word)  # "شهر رمضان", "ربيع الأول"
    led = at > 0 and not unit.gap and not units[at - 1].tags.isdisjoint(_LEADS_MONTH)
    return several or led or bool(unit.reading.preposition)


def _hijri_year(unit: Unit) -> int | None:
    """A year, perhaps with the letter of its era on it («1432هـ»)."""
    digits = figure(unit) or unit.word.removesuffix(_HIJRA)
    return int(digits) if digits.isdecimal() and len(digits) <= _YEAR_DIGITS else None


def day_of_month(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """The 21st, the 5th of this month, "20 من الشهر الجاري"."""
    day = day_number(units[at])
    if day is None:
        return None
    start = skip(units, at + 1, "of")
    match = relative_unit(units, start, told) if start < len(units) and not units[start].gap else None
    if match and match.days.latest and match.days.earliest and match.days.earliest.month == match.days.latest.month:
        return Match(match.stop, spans.date(match.days.latest.year, match.days.latest.month, day))
    noun = start + 1 < len(units) and not units[start + 1].gap and "unit" in units[start + 1].tags  # "5 هذا الشهر"
    if start == at + 1 and says(units, start, "this") and not units[start].gap and not noun:
        return Match(start + 1, spans.last_day(told.published, day))  # "20 الجاري": of the month that runs
    if says(units, start, "of_it") and not units[start].gap and told.reference.latest:
        return Match(start + 1, spans.date(told.reference.latest.year, told.reference.latest.month, day))
    of = start > at + 1 or "ordinal" in units[at].tags  # "السادس عشر من" has it in itself
    if of and start < len(units) and _the_month(units[start]):
        return Match(start + 1, years.of_the_month(told, day))
    defined = at > 0 and "article" in units[at - 1].tags
    spelled = "ordinal" in units[at].tags and at > 1 and labelled(units[at - 2], "on")  # "on the ninth"
    unit = "actor" in units[at].tags  # "forces from the 9th Division and …"
    ordinal = defined and not (unit or figure(units[at])) and (units[at].word[0].isdigit() or spelled)
    alone = at + 1 == len(units) or units[at + 1].gap or not units[at + 1].tags.isdisjoint(_NO_NOUN)
    return Match(at + 1, years.of_day(told, day)) if ordinal and alone else None


def _the_month(unit: Unit) -> bool:
    """Whether "of the month" is said of the one that runs ("في 22 من الشهر")."""
    entry = unit.entry("unit")
    return entry is not None and entry.value == "month" and unit.reading.article and not unit.gap


def feast(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """New Year's Day, Christmas Eve 1991."""
    found = units[at].entry("feast")
    if found is None:
        return None
    month, day = map(int, found.value.split())
    return _with_year(units, at, at + 1, (month, day), told)


def season(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """In the summer of 2015, last summer, the spring."""
    found = units[at].entry("season")
    if found is None:
        return None
    stop = at + 1
    if (named := year_at(units, stop)) is not None:
        return Match(named + 1, spans.season(number(units[named]) or 0, found.value))
    if relative := _year_of(units, stop, told):
        return Match(relative[0], spans.season(relative[1], found.value))
    modifier = _modifier(units, stop)
    if "next" in {said(units[at - 1]) if at else "", modifier}:
        return Match(stop + (modifier == "next"), spans.NOWHERE)
    return Match(stop + (modifier in {"last", "this"}), years.of_season(told, found.value, pointed=_pointed(units, at)))


def year(units: Sequence[Unit], at: int, _: Told) -> Match | None:
    """In 2014, عام 2014, early 2014, the 1990s."""
    start = skip(units, at, "year_word", "start", "of")
    if start >= len(units) or (units[start].gap.strip("-") and start > at):
        return None
    if decade := _decade(units[start]):
        return Match(start + 1, Bounds(spans.year(decade).earliest, spans.year(decade + 9).latest))
    hour = start == at > 0 and units[at].word.startswith("18") and labelled(units[at - 1], "by")  # "by 1830 on Monday"
    if hour or not is_year(units[start]) or (start == at and not (_introduced(units, at) if at else _heads(units))):
        return None
    return Match(start + 1, spans.year(number(units[start]) or 0))


def _introduced(units: Sequence[Unit], at: int) -> bool:
    """Whether what stands before a number of four digits shows that it is a year."""
    return introduces_year(units[at - 1]) or _of_period(units, at) or _next_year(units, at)


def _heads(units: Sequence[Unit]) -> bool:
    """Whether the first word of a sentence heads an entry of a chronology ("1996: Kabul fell to …", «1996 – سقطت كابول»)."""
    return len(units) > 1 and (":" in units[1].gap or dashed(units, 1))


def _next_year(units: Sequence[Unit], at: int) -> bool:
    """Whether a number is the last of years that are listed ("in 2015 and 2018", «عامي 2014 و2015»)."""
    joined = "conjunction" in units[at - 1].tags
    before = at - 1 - joined
    listed = before > 0 and is_year(units[before]) and not units[at].gap and (joined or conjoined(units[at]))
    return listed and introduces_year(units[before - 1])


def _of_period(units: Sequence[Unit], at: int) -> bool:
    """Whether a year behind an article tells of what filled it ("in the 2020 war", "since the 2014 offensive")."""
    if at < 2 or "article" not in units[at - 1].tags:  # noqa: PLR2004 - a preposition and its article
        return False
    return labelled(units[at - 2], "in") or says(units, at - 2, "within") or "onset" in units[at - 2].cues


def _decade(unit: Unit) -> int:
    """The first year of "the 1990s", or 0."""
    digits_, plural = unit.word[:-1], unit.word[-1:] == "s" or unit.possessive
    named = unit.word if unit.possessive else digits_
    return int(named) if plural and len(named) == 4 and named.isdigit() and named.endswith("0") else 0  # noqa: PLR2004 - digits of a year
