"""Dates in prose: a small grammar over the units of a sentence, for any language whose pack lists the words."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from whoheld.extract import spans
from whoheld.extract.scan import Unit
from whoheld.interval import Bounds

_DATE_TAGS = frozenset({"month", "hijri", "weekday", "day", "unit", "dual", "time", "number", "ordinal"})
_DAYS_IN_MONTH = 31
_SLASHED = frozenset({"/", "-", "."})


class Dated(NamedTuple):
    """A date expression.

    Attributes:
        first, last: units, both inclusive.
        earliest, latest: the days that it means; None where they are open or cannot be known.
        since: whether it says when something began that goes on.
        ahead: whether it dates what follows it ("two days after …").
    """

    first: int
    last: int
    earliest: dt.date | None
    latest: dt.date | None
    since: bool = False
    ahead: bool = False


class _Match(NamedTuple):
    stop: int
    days: Bounds
    since: bool = False
    ahead: bool = False


class Calendar:
    """Reads the date expressions of one text.

    Args:
        published: the day, month or year against which "Friday" and "last month" are meant.
    """

    def __init__(self, published: Bounds) -> None:
        self._published = published
        self._previous = Bounds(None, None)
        self._here = False
        self._rules: tuple[Callable[[Sequence[Unit], int], _Match | None], ...] = (
            self._numeric,
            self._duration,
            self._apart,
            self._calendar_date,
            self._hijri,
            self._weekday,
            self._near_day,
            self._relative_unit,
            self._year,
        )

    def find(self, units: Sequence[Unit]) -> list[Dated]:
        """The date expressions of a sentence, in order."""
        return list(self._find(units))

    def _find(self, units: Sequence[Unit]) -> Iterator[Dated]:
        at, self._here = 0, False
        while at < len(units):
            unit = units[at]
            begins = not unit.tags.isdisjoint(_DATE_TAGS) or unit.word[0].isdigit()
            match = self._match(units, at) if begins else None
            if match is None:
                at += 1
                continue
            days = match.days
            if days.latest is not None:
                self._previous, self._here = days, True
            yield Dated(at, match.stop - 1, days.earliest, days.latest, match.since, match.ahead)
            at = match.stop

    def _match(self, units: Sequence[Unit], at: int) -> _Match | None:
        return next((match for rule in self._rules if (match := rule(units, at))), None)

    def _numeric(self, units: Sequence[Unit], at: int) -> _Match | None:
        """21/1/2019, 2019-01-21."""
        if (
            at + 2 >= len(units)
            or not _digits(units[at])
            or units[at + 1].gap not in _SLASHED
            or units[at + 2].gap not in _SLASHED
        ):
            return None
        parts = [_number(units[n]) or 0 for n in range(at, at + 3)]
        year, month, day = (parts[0], parts[1], parts[2]) if parts[0] > _DAYS_IN_MONTH else (parts[2], parts[1], parts[0])
        if not 1 <= month <= 12:  # noqa: PLR2004 - months
            month, day = day, month
        return _Match(at + 3, spans.date(year, month, day)) if 1 <= month <= 12 else None  # noqa: PLR2004 - months

    def _calendar_date(self, units: Sequence[Unit], at: int) -> _Match | None:
        """21 January 2019, January 21, early January, January 2019, and the same with the year left out."""
        start = _skip(units, at, ("start", "ordinal_of", "month_word"))
        day = _day_number(units[start]) if start < len(units) else None
        month_at = _skip(units, start + 1, ("of", "month_word", "ordinal_of")) if day else start
        if month_at >= len(units) or (month := units[month_at].entry("month")) is None:
            return None
        if units[month_at].gap not in {"", ",", "("} and month_at > at:
            return None
        stop = _same_month(units, month_at + 1, month.value)
        if day is None and stop < len(units) and (day := _day_number(units[stop])) and not _is_year(units[stop]):
            stop += 1
        else:
            day = day if month_at > start else None
        return self._with_year(units, at, stop, int(month.value), day)

    def _with_year(self, units: Sequence[Unit], at: int, stop: int, month: int, day: int | None) -> _Match:
        modifier = _time(units[stop]) if stop < len(units) and not units[stop].gap else ""
        year_at = _skip(units, stop, ("of", "year_word"))
        if year_at < len(units) and _is_year(units[year_at]) and units[year_at].gap in {"", ","}:
            year = _number(units[year_at]) or 0
            return _Match(year_at + 1, spans.date(year, month, day) if day else spans.month(year, month))
        if year_at > stop and year_at < len(units) and (year_at := stop) is None:
            return _Match(stop, spans.NOWHERE)
        before = _time(units[at - 1]) if at else ""
        if "following" in {before, modifier} and not day:
            return _Match(stop + (modifier == "following"), spans.next_month(self._previous, month))
        if "next" in {before, modifier}:
            return _Match(stop + (modifier == "next"), spans.NOWHERE)
        stop += modifier in {"last", "this"}
        relative = self._year_of(units, stop)
        if relative is not None:
            return _Match(relative[0], spans.date(relative[1], month, day) if day else spans.month(relative[1], month))
        return _Match(stop, spans.last_month(self._published, month, day))

    def _year_of(self, units: Sequence[Unit], at: int) -> tuple[int, int] | None:
        """Where "of last year" or "من العام الماضي" after a month ends, and which year it is."""
        start = _skip(units, at, ("of",))
        if start == at or self._published.latest is None:
            return None
        match = self._relative_unit(units, start)
        if (
            match is None
            or match.days.earliest is None
            or match.days.latest is None
            or match.days.earliest.year != match.days.latest.year
        ):
            return None
        return match.stop, match.days.latest.year

    def _hijri(self, units: Sequence[Unit], at: int) -> _Match | None:
        day = _day_number(units[at])
        month_at = _skip(units, at + 1, ("of", "month_word")) if day else at
        if month_at >= len(units) or (month := units[month_at].entry("hijri")) is None:
            return None
        year_at = _skip(units, month_at + 1, ("of", "year_word"))
        year = _number(units[year_at]) if year_at < len(units) and _digits(units[year_at]) else None
        stop = year_at + 1 if year else month_at + 1
        return _Match(stop, spans.hijri(year, int(month.value), day, self._published))

    def _weekday(self, units: Sequence[Unit], at: int) -> _Match | None:
        weekday = units[at].entry("weekday")
        if weekday is None:
            return None
        after = at + 1
        if (
            after < len(units)
            and (match := self._calendar_date(units, after))
            and units[after].gap in {"", ",", "،"}
            and _day_number(units[after])
        ):
            return match
        before, modifier = (_time(units[at - 1]) if at else ""), (_time(units[after]) if after < len(units) else "")
        if "next" in {before, modifier}:
            return _Match(after + (modifier == "next"), spans.NOWHERE)
        strictly = "last" in {before, modifier}
        return _Match(
            after + (modifier in {"last", "this"}), spans.weekday(self._published, int(weekday.value), strictly=strictly)
        )

    def _near_day(self, units: Sequence[Unit], at: int) -> _Match | None:
        """Today, yesterday; a weekday beside them says the same."""
        near = units[at].entry("day")
        if near is None:
            return None
        stop = at + 1
        while stop < len(units) and not units[stop].gap and ("weekday" in units[stop].tags or _time(units[stop]) == "part"):
            stop += 1
        return _Match(stop, spans.day(self._published, int(near.value)))

    def _relative_unit(self, units: Sequence[Unit], at: int) -> _Match | None:
        """Last week, this year, الشهر الماضي; the previous day, the following month."""
        start = _skip(units, at, ("start",))
        for word, noun in ((start, start + 1), (start + 1, start)):
            if max(word, noun) >= len(units) or (unit := units[noun].entry("unit")) is None or units[max(word, noun)].gap:
                continue
            said = _time(units[word])
            if said in {"last", "this"}:
                return _Match(start + 2, spans.whole(self._published, unit.value, -1 if said == "last" else 0))
            if said in {"previous", "following"}:
                reference = self._reference()
                return _Match(start + 2, spans.shifted(reference, unit.value, -1 if said == "previous" else 1))
            if said in {"next", "each"}:
                return _Match(start + 2, spans.NOWHERE)
        return None

    def _apart(self, units: Sequence[Unit], at: int) -> _Match | None:
        """Three days ago, قبل يومين, two days later, or a day after what follows."""
        lead = _time(units[at])
        start = at + 1 if lead in {"ago", "since", "after"} else at
        counted = _count(units, start)
        if counted is None:
            return None
        stop, unit, count = counted
        said = lead if start > at else (_time(units[stop]) if stop < len(units) and not units[stop].gap else "")
        past = start == at
        if said == "ago" or (said == "since" and not past):
            return _Match(stop + past, spans.shifted(self._published, unit, -count))
        if said in {"later", "earlier"} and past:
            return _Match(stop + 1, spans.shifted(self._reference(), unit, count if said == "later" else -count))
        if said == "after" and _leads_clause(units, stop + past):
            reference = self._previous if self._here else self._published
            return _Match(stop + past, spans.shifted(reference, unit, -count), ahead=True)
        return None

    def _duration(self, units: Sequence[Unit], at: int) -> _Match | None:
        """For six years: since when a state has gone on."""
        if _time(units[at]) not in {"for", "since"} or (counted := _count(units, _skip(units, at + 1, ("last",)))) is None:
            return None
        stop, unit, count = counted
        if stop < len(units) and _time(units[stop]) in {"after", "ago"}:
            return None
        return _Match(stop, spans.shifted(self._published, unit, -count), since=True)

    def _year(self, units: Sequence[Unit], at: int) -> _Match | None:
        start = _skip(units, at, ("year_word", "start"))
        if start >= len(units) or not _is_year(units[start]) or (units[start].gap and start > at):
            return None
        if start == at and not (at and _introduces_year(units[at - 1])):
            return None
        return _Match(start + 1, spans.year(_number(units[start]) or 0))

    def _reference(self) -> Bounds:
        return self._previous if self._previous.latest is not None else self._published


def _time(unit: Unit) -> str:
    entry = unit.entry("time")
    return entry.value if entry else ""


def _skip(units: Sequence[Unit], at: int, kinds: tuple[str, ...]) -> int:
    while at < len(units):
        unit = units[at]
        said = {entry.value for entry in unit.entries if entry.tag == "time"}
        of = "of" in kinds and (
            ((entry := unit.entry("preposition")) is not None and entry.value in {"of", "from", "in"}) or "article" in unit.tags
        )
        if not (said & set(kinds) or of):
            return at
        at += 1
    return at


def _digits(unit: Unit) -> bool:
    return unit.word.isdigit()


def _number(unit: Unit) -> int | None:
    if unit.word.isdigit() and len(unit.word) <= 4:  # noqa: PLR2004 - digits of a year
        return int(unit.word)
    entry = unit.entry("number")
    return int(entry.value) if entry else None


def _day_number(unit: Unit) -> int | None:
    """A day of a month: 21, 21st, العاشر."""
    word = unit.word.rstrip("stndrh") if unit.word[0].isdigit() else ""
    if word.isdigit() and 1 <= int(word) <= _DAYS_IN_MONTH:
        return int(word)
    entry = unit.entry("ordinal")
    return int(entry.value) if entry else None


def _is_year(unit: Unit) -> bool:
    return unit.word.isdigit() and len(unit.word) == 4 and unit.word[:2] in {"19", "20"}  # noqa: PLR2004 - digits of a year


def _introduces_year(unit: Unit) -> bool:
    entry = unit.entry("preposition")
    return (entry is not None and entry.value in {"in", "of"}) or not unit.tags.isdisjoint(("after", "before", "time"))


def _same_month(units: Sequence[Unit], at: int, value: str) -> int:
    """Past a second name of the same month ("كانون الثاني/يناير")."""
    if (
        at < len(units)
        and (again := units[at].entry("month"))
        and again.value == value
        and units[at].gap in {"", "/", "(", "-", "–"}
    ):
        return at + 1
    return at


def _count(units: Sequence[Unit], at: int) -> tuple[int, str, int] | None:
    """A number and a unit of time: where they end, the unit, and how many."""
    at = _skip(units, at, ("about",))
    if at >= len(units):
        return None
    if dual := units[at].entry("dual"):
        return at + 1, dual.value, 2
    if unit := units[at].entry("unit"):
        return (at + 1, unit.value, 1) if not units[at].reading.article else None
    count = 1 if units[at].word in {"a", "an"} else _number(units[at])
    if count is None or at + 1 >= len(units) or units[at + 1].gap or (unit := units[at + 1].entry("unit")) is None:
        return None
    return at + 2, unit.value, count


def _leads_clause(units: Sequence[Unit], at: int) -> bool:
    return at < len(units)
