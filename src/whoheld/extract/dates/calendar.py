"""Dates in prose: a small grammar over the units of a sentence, for any language whose pack lists the words."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from whoheld.extract.dates import apart, named, relative, spans, story
from whoheld.extract.dates.anniversaries import REACH, year_remembered
from whoheld.extract.dates.match import Match, Told
from whoheld.extract.dates.words import day_number, figure, is_year, number, says, skip, year_at
from whoheld.extract.phrases.phrase import Places, labelled
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit
from whoheld.interval import Bounds

_DATE_TAGS = frozenset(
    {"month", "hijri", "weekday", "day", "unit", "dual", "time", "number", "ordinal", "season", "reference", "feast", "quantity"}
)
_STALE = dt.timedelta(days=10)
"""So long before its publication a report may have been written, as its dateline says."""
_SPAN = dt.timedelta(days=27)
"""Between two days no further apart something happened, and did not last."""
_DIGITS = frozenset("0123456789")
_DIGIT = frozenset({"digit"})
_DASH = frozenset({"-", "–", "—"})
_TELLS_AGAIN = frozenset(",،(")


class Dated(NamedTuple):
    """A date expression.

    Attributes:
        first, last: units, both inclusive.
        earliest, latest: the days that it means; None where they are open or cannot be known.
        since: whether it says when something began that goes on.
        ahead: whether it dates what follows it ("two days after …").
        span: whether it tells from when to when something lasted ("from April to June", "between 2012 and 2014").
    """

    first: int
    last: int
    earliest: dt.date | None
    latest: dt.date | None
    since: bool = False
    ahead: bool = False
    span: bool = False


_Rule = Callable[[Sequence[Unit], int, Told], Match | None]
_RULES: tuple[tuple[_Rule, frozenset[str]], ...] = (
    (named.numeric, frozenset({"digit"})),
    (relative.within, frozenset({"digit", "number", "dual", "time", "unit"})),
    (apart.duration, frozenset({"time"})),
    (apart.apart, frozenset({"digit", "number", "dual", "unit", "time", "quantity"})),
    (apart.day_after, frozenset({"time"})),
    (apart.lasting, frozenset({"digit", "number", "dual", "unit", "time"})),
    (named.calendar_date, frozenset({"digit", "ordinal", "month", "time"})),
    (named.hijri, frozenset({"digit", "ordinal", "hijri", "time"})),
    (named.day_of_month, frozenset({"digit", "ordinal"})),
    (named.season, frozenset({"season"})),
    (named.feast, frozenset({"feast"})),
    (relative.weekday, frozenset({"weekday"})),
    (relative.weekend, frozenset({"time"})),
    (relative.near_day, frozenset({"day"})),
    (relative.relative_unit, frozenset({"unit", "dual", "time", "reference"})),
    (named.year, frozenset({"digit", "time"})),
    (relative.at_that_time, frozenset({"time"})),
    (relative.time_of_day, frozenset({"time"})),
)
"""Each rule with the classes of words of which the first of its expressions has one; the first rule that matches wins."""


@cache
def _rules(classes: frozenset[str]) -> tuple[_Rule, ...]:
    return tuple(rule for rule, begins in _RULES if not begins.isdisjoint(classes))


class Calendar:
    """Reads the date expressions of one text, no further than somebody asks: a text that claims nothing needs no date.

    Args:
        published: the day, month or year against which "Friday" and "last month" are meant.
        lines: of the text.
    """

    def __init__(self, published: Bounds, lines: Sequence[Line]) -> None:
        self._told = Told(published, spans.NOWHERE, coming=_first_with_year(lines) if published.latest is None else spans.NOWHERE)
        self._unread = iter(lines)
        self._memory, self._since_memory = spans.NOWHERE, 0
        self._remembering: set[Line] = set()
        self._dated: dict[Line, tuple[list[Dated], Bounds]] = {}

    def find(self, line: Line) -> tuple[list[Dated], Bounds]:
        """The date expressions of a line, in order, and the day of writing as known by then.

        That is the day of publication, or where this is not known to the day, what a dateline said; the date of a dateline is
        not among those of its line.
        """
        while line not in self._dated:
            following = next(self._unread)
            self._remember(following)
            self._dated[following] = self._read(following.units, following.begins), self._told.published
            self._recall(following)
        return self._dated[line]

    def remembers(self, line: Line) -> bool:
        """Whether a line that was found tells of what an anniversary before it remembers."""
        return line in self._remembering

    def _remember(self, line: Line) -> None:
        """Notes of what year a line tells that stands behind an anniversary and tells no news."""
        self._since_memory += 1
        told = self._memory.latest is not None and self._since_memory <= REACH and not story.tells_news(line.units)
        self._told = self._told._replace(remembered=self._memory if told else spans.NOWHERE)
        self._remembering.update((line,) if told else ())

    def _recall(self, line: Line) -> None:
        """Notes the year that a line remembers of a place."""
        memory = year_remembered(line.units, self._told.published)
        if memory.latest is not None and any(isinstance(phrase, Places) and phrase.names for phrase in line.phrases):
            self._memory, self._since_memory = memory, 0

    def _read(self, units: Sequence[Unit], begins: int) -> list[Dated]:
        fresh, undated = self._told.here, 0 if self._told.here else self._told.undated + 1
        self._told = self._told._replace(here=False, fresh=fresh, undated=undated, tale=self._told.tale and fresh)
        if begins:
            self._written(next((date for date in self._find(units[:begins]) if date.earliest == date.latest), None))
        news, today = story.tells_news(units[begins:]), story.tells_today(units[begins:])
        self._told = self._told._replace(news=self._told.news or news, today=self._told.today or today)
        found = [date for date in self._find(units) if date.first >= begins]
        return [self._counted_from(date, found, units) if date.ahead else date for date in found]

    def _written(self, date: Dated | None) -> None:
        earliest, latest = self._told.published
        if date is None or date.latest is None:
            return
        before = dt.timedelta(0) < latest - date.latest <= _STALE if latest is not None and earliest == latest else False
        if latest is None or before or (earliest or latest) <= date.latest < latest:
            self._told = Told(Bounds(date.earliest, date.latest), spans.NOWHERE)

    def _find(self, units: Sequence[Unit]) -> Iterator[Dated]:
        at, told_to, planned = 0, 0, story.planned(units)
        before: Told | None = None
        while at < len(units):
            unit = units[at]
            begins = not unit.tags.isdisjoint(_DATE_TAGS) or unit.word[-1] in _DIGITS or unit.word[0] in _DIGITS
            if begins:
                flashback = "flashback" if story.flashback(self._told, units, at) else ""
                self._told = self._told._replace(joined=story.joined(units, told_to, at) if told_to else flashback)
            match = self._range(units, at) if begins else None
            if match is not None and match.ahead:
                again = before is not None and _joined(units, at)
                match = (apart.apart(units, at, before) if before and again else None) or match
                before = before if again else self._told
            if match is None or _names(units, at, match.stop) or story.in_another_year(units, at):
                at = at + 1 if match is None else match.stop
                continue
            days = spans.clipped(match.days, self._told.published)
            if not (match.ahead or match.since) and at <= planned:
                self._told, goes_on = story.told(self._told, units, range(at, match.stop), days)
                told_to = (match.stop if story.of_a_month(days) and not story.led_since(units, at) else 0) if goes_on else told_to
            yield Dated(at, match.stop - 1, days.earliest, days.latest, match.since, match.ahead, match.span)
            at = match.stop

    def _match(self, units: Sequence[Unit], at: int) -> Match | None:
        unit = units[at]
        digit = _DIGIT if unit.word[-1] in _DIGITS or unit.word[0] in _DIGITS else frozenset[str]()
        rules = _rules(unit.tags & _DATE_TAGS | digit)
        found = next((match for rule in rules if (match := rule(units, at, self._told))), None)
        after = skip(units, at + 1, "of") if says(units, at, "weekend") else at + 1
        twice = "weekday" in units[at].tags or after > at + 1
        if found and twice and found.stop == at + 1 and after < len(units) and units[after].gap in {"", ",", "،", "("}:
            exact = named.calendar_date(units, after, self._told)  # "Friday, 14 December", "the weekend of 3-4 May"
            return exact if exact and (day_number(units[after]) or "month" in units[after].tags) else found
        return self._named_too(units, at, found) if found is not None and not found.ahead else found

    def _named_too(self, units: Sequence[Unit], at: int, counted: Match) -> Match:
        """A counted day with that by which it is told again ("two weeks later, on 25 July", "a day later (Sunday)")."""
        stop = counted.stop
        first = stop + (stop < len(units) and "preposition" in units[stop].tags)
        if first >= len(units) or _TELLS_AGAIN.isdisjoint(units[stop].gap) or (first > stop and units[first].gap):
            return counted
        if not any(says(units, n, "later", "earlier") or "reference" in units[n].tags for n in range(at, stop)):
            return counted
        named_day, weekday = named.calendar_date(units, first, self._told), relative.weekday(units, first, self._told)
        again = named_day or (weekday if counted.days.latest is None else weekday and counted._replace(stop=weekday.stop))
        return again if again is not None and again.days.earliest == again.days.latest else counted

    def _range(self, units: Sequence[Unit], at: int) -> Match | None:
        """A date, or two that a dash or "between … and …" makes the ends of one."""
        first = self._match(units, at)
        if first is None or first.stop >= len(units) or first.days.earliest is None:
            return first
        stop = first.stop
        opened = at > 0 and says(units, at - 1, "between")
        joined = _leads_to_end(units, at, stop, opened=opened)
        start = stop + joined
        adjacent = not units[stop].gap and "weekday" in units[at].tags and "weekday" in units[stop].tags
        if not (
            joined
            or adjacent
            or units[stop].gap in _DASH
            or (opened and units[stop].word != (figure(units[stop]) or units[stop].reading.stem) and not _in_turn(units, stop))
        ):
            return first
        last = self._end(units, start) if start < len(units) else None
        if last is None or last.ahead or last.days.latest is None or last.days.latest < first.days.earliest:
            return first
        long = last.days.latest - first.days.earliest > _SPAN
        return last._replace(days=Bounds(first.days.earliest, last.days.latest), span=(joined or opened) and long)

    def _end(self, units: Sequence[Unit], at: int) -> Match | None:
        if is_year(units[at]):
            return Match(at + 1, spans.year(number(units[at]) or 0))
        return self._match(units, at)

    def _counted_from(self, date: Dated, found: Sequence[Dated], units: Sequence[Unit]) -> Dated:
        """A date like "three days after …" counted from the date of the event that the sentence goes on to tell."""
        later = next((other for other in found if other.first > date.last and _told_then(other, units)), None)
        if later is not None and not any(unit.gap for unit in units[date.last + 1 : later.first]) and _within(units, date, later):
            return date._replace(earliest=later.earliest, latest=later.latest)  # "بعد يوم من إعلانه يوم الأحد …"
        told = any(other.last < date.first and _told_then(other, units) for other in found)
        if later is None or told:
            return date  # "declared on Thursday, a day after its men took the airport, lost last year"
        reference = self._told._replace(previous=Bounds(later.earliest, later.latest), here=True)
        match = apart.apart(units, date.first, reference)
        return date._replace(earliest=match.days.earliest, latest=match.days.latest) if match else date


def _first_with_year(lines: Sequence[Line]) -> Bounds:
    """The first day or month that a text names with its year where it tells what became of a place; open if none."""
    for line in lines:
        for at in range(len(line.units)):
            if _with_year(line.units, at) and not story.recalls(line.units, at) and _tells_of_place(line):
                first = at - 1 if at and day_number(line.units[at - 1]) and not line.units[at].gap else at
                match = named.calendar_date(line.units, first, Told(spans.NOWHERE, spans.NOWHERE))
                return match.days if match is not None else spans.NOWHERE
    return spans.NOWHERE


def _with_year(units: Sequence[Unit], at: int) -> bool:
    """Whether a month is told with its year."""
    return "month" in units[at].tags and year_at(units, _past_day(units, at + 1)) is not None


def _tells_of_place(line: Line) -> bool:
    told = any("trigger" in unit.tags for unit in line.units)
    return told and any(isinstance(phrase, Places) and phrase.names for phrase in line.phrases)


def _past_day(units: Sequence[Unit], at: int) -> int:
    """Past the day behind its month ("July 4, 1994")."""
    return at + (at < len(units) and not is_year(units[at]) and day_number(units[at]) is not None)


def _leads_to_end(units: Sequence[Unit], at: int, stop: int, *, opened: bool) -> bool:
    """Whether the word behind a date leads to the end of a time that begins with it ("from May to June", «عام 2012 حتى 2015»)."""
    until = says(units, stop, "until")
    ends = until or not units[stop].tags.isdisjoint(("to", "before"))
    led = at > 0 and labelled(units[at - 1], "from")
    return (until and not units[stop].gap) or (opened and (ends or "conjunction" in units[stop].tags)) or (led and ends)


def _joined(units: Sequence[Unit], at: int) -> bool:
    """Whether a conjunction joins what stands at a unit to what was told before it («وبعد شهر من سيطرتها على»)."""
    first = at - (at > 0 and "article" in units[at - 1].tags)
    return units[at].reading.conjunction or (first > 0 and "conjunction" in units[first - 1].tags)


def _in_turn(units: Sequence[Unit], first: int) -> bool:
    """Whether what is told next is told of several things in turn («عامي 2015 و2018 على التوالي»)."""
    return any(says(units, at, "in_turn") for at in range(first, len(units)))


def _told_then(date: Dated, units: Sequence[Unit]) -> bool:
    """Whether a date is that of an event, and not that since which something is so."""
    return date.earliest is not None and not date.ahead and units[date.first - 1].tags.isdisjoint(("after", "before"))


def _within(units: Sequence[Unit], date: Dated, later: Dated) -> bool:
    """Whether a date stands with the noun of the event from which another is counted, and no verb between."""
    between = units[date.last + 1 : later.first]
    return any("report" in unit.tags or "trigger" in unit.tags for unit in between) and not any(
        entry.tense in {"past", "present", "ed"} and entry.tag == "trigger" for unit in between for entry in unit.entries
    )


def _names(units: Sequence[Unit], at: int, stop: int) -> bool:
    """Whether the date is part of a name ("the March 23 Movement", «قصر 22 مايو»)."""
    before = says(units, at - 1, "called", "called_after") and not units[at].gap and not units[at - 1].reading.article
    before = before and (units[at - 1].capital or not units[at - 1].word.isascii())  # but "took the airport last month"
    before = before and (figure(units[at]) != "" or "month" in units[at].tags)  # but "seized Goma Airport Friday"
    before = before and not _of_war(units, at, stop)
    after = says(units, stop, "called_after") and units[stop].gap in {"", "-"} and (units[stop].capital or stop > at + 1)
    unit = at > 0 and "formation" in units[at - 1].tags and figure(units[at]) != "" and not units[at].gap  # "مقر الفرقة 17 و…"
    return before or after or unit or _other_name(units, at, stop)


def _of_war(units: Sequence[Unit], at: int, stop: int) -> bool:
    """Whether a year tells in which war something happened («في حرب 1967», «خلال حرب أكتوبر 1973»)."""
    led = (
        at > 1 and "war" in units[at - 1].tags and (units[at - 2].tags & {"preposition", "when"} or says(units, at - 2, "within"))
    )
    return bool(led) and is_year(units[stop - 1])


def _other_name(units: Sequence[Unit], at: int, stop: int) -> bool:
    """Whether a date in brackets is only the other name of a group that bears a number («حركة إم 23 (23 مارس)»)."""
    group = at > 0 and "actor" in units[at - 1].tags and units[at - 1].tail.isdigit() and units[at].gap.strip() == "("
    return group and stop < len(units) and units[stop].gap.startswith(")")
