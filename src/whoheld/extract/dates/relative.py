"""Dates that are told from the day of writing ("last Friday") or from another date ("two days later")."""

from collections.abc import Sequence
from typing import NamedTuple

from whoheld.extract.dates import spans
from whoheld.extract.dates.match import Match, Told
from whoheld.extract.dates.words import counted, said, says, several, skip
from whoheld.extract.phrases.phrase import labelled
from whoheld.extract.words.scan import Unit
from whoheld.interval import Bounds

_NAMED_DAY = frozenset({"weekday", "day", "month"})
_BESIDE = frozenset({"", "("})
"""What may part a near day from the weekday that it is («أمس (الأربعاء)»)."""
_NTH = frozenset({"nth", "ordinal"})
_LONG = frozenset({"week", "month", "year"})
_TO_STAYING = 6
"""Words from "has remained" to how long it has."""
_LATELY = {"this": 0, "last": -1, "last_but_one": -2}
"""How many units from the one that runs is what is told with one of these words."""


def weekday(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """Friday, last Friday, Friday night; the following Friday is told from another date."""
    day = units[at].entry("weekday")
    if day is None:
        return None
    after = at + 1
    before, modifier = (said(units[at - 1]) if at else ""), (said(units[after]) if after < len(units) else "")
    if "next" in {before, modifier}:
        return Match(after + (modifier == "next"), spans.NOWHERE)
    number = int(day.value)
    if "following" in {before, modifier}:
        return Match(after + (modifier == "following"), spans.next_weekday(told.near("day"), number))
    if "previous" in {before, modifier}:
        return Match(after + (modifier == "previous"), spans.weekday(told.near("day"), number, strictly=True))
    strictly = bool({"last", "last_but_one"} & {before, modifier})
    days = spans.weekday(told.published, number, strictly=strictly)
    days = spans.shifted(days, "week", -1) if modifier == "last_but_one" else days
    return Match(after + (modifier in _LATELY), days)


def weekend(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """Over the weekend, نهاية الأسبوع الماضي."""
    if not says(units, at, "weekend"):
        return None
    modifier = said(units[at + 1]) if at + 1 < len(units) and not units[at + 1].gap else ""
    ahead = "next" in {modifier, said(units[at - 1]) if at else ""}
    return Match(at + 1 + (modifier in {"next", "last"}), spans.NOWHERE if ahead else spans.weekend(told.published))


def near_day(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """Today, yesterday; a weekday beside them says the same, and "اليوم التالي" is told from another date."""
    near = units[at].entry("day")
    if near is None:
        return None
    stop = at + 1
    if stop < len(units) and not units[stop].gap and units[stop].tags & _NTH:
        return None  # "في اليوم الأول من العملية"
    turned = said(units[stop]) if stop < len(units) and not units[stop].gap and int(near.value) == 0 else ""
    if turned in {"previous", "following", "same"}:
        offset = {"previous": -1, "following": 1, "same": 0}[turned]
        return Match(stop + 1, spans.shifted(told.near("day"), "day", offset))
    while stop < len(units) and units[stop].gap in _BESIDE and ("weekday" in units[stop].tags or said(units[stop]) == "part"):
        stop += 1
    return Match(stop, spans.day(told.published, int(near.value)))


def relative_unit(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """Last week, this year, الشهر الماضي; the previous day, that year, the following month."""
    start = skip(units, at, "start")
    if start < len(units) and (entry := units[start].entry("reference")):
        unit, offset = entry.value.split()
        if unit == "monthday":
            month = told.reference.latest
            return Match(start + 1, spans.date(month.year, month.month, int(offset)) if month else spans.NOWHERE)
        if unit == "date":
            return Match(start + 1, told.previous)
        if unit == "after":
            joined = start + 1 < len(units) and "conjunction" in units[start + 1].tags
            return Match(start + 1, spans.onward(told.near("day"), told.published)) if joined or _ends(units, start + 1) else None
        governs = "turning" in units[start].tail_cues and not _alone(units, start + 1)
        reference = told.near(unit)
        same = offset == "0" and unit == "day" and told.here  # "that day" of what its sentence dates to a month is in the month
        return None if governs else Match(start + 1, reference if same else spans.whole(reference, unit, int(offset)))
    for word, noun in ((start, start + 1), (start + 1, start)):
        if max(word, noun) >= len(units) or (entry := units[noun].entry("unit")) is None or units[max(word, noun)].gap:
            continue
        if (match := _turned(units, word, entry.value, start + 2, told)) is not None:
            turn = said(units[word])
            several = entry.tense == "many" and turn in {"last", "previous", "following"}
            return match._replace(days=_several(entry.value, turn, told)) if several else match
    return _part_of(units, at, start, told)


def _several(unit: str, turn: str, told: Told) -> Bounds:
    """When something was in the last days or in those before («خلال الأيام السابقة»), open for what is not told so near."""
    return (
        spans.of_late(told.published if turn == "last" else told.near(unit))
        if unit == "day" and turn != "following"
        else spans.NOWHERE
    )


def _part_of(units: Sequence[Unit], at: int, start: int, told: Told) -> Match | None:
    """Earlier in the month, at the start of the year, منتصف الشهر: of the month or year that runs; اليومين السابقين."""
    if start + 1 < len(units) and (dual := units[start].entry("dual")) and says(units, start + 1, "previous"):
        return Match(start + 2, spans.leading(told.near(dual.value), dual.value, 2))
    named = skip(units, start, "of") if start > at else start
    if start == at or named >= len(units) or units[named].gap or (entry := units[named].entry("unit")) is None:
        return None
    definite = units[named].reading.article or "article" in units[named - 1].tags
    return Match(named + 1, spans.whole(told.published, entry.value, 0)) if definite and entry.value != "day" else None


def _turned(units: Sequence[Unit], word: int, unit: str, stop: int, told: Told) -> Match | None:
    turn = said(units[word])
    if turn in _LATELY and unit != "hour":
        return Match(stop, spans.whole(told.published, unit, _LATELY[turn]))
    if turn in {"previous", "following"} or says(units, word, "same"):
        offset = {"previous": -1, "following": 1}.get(turn, 0)
        return Match(stop, spans.whole(told.near(unit), unit, offset))
    return Match(stop, spans.NOWHERE) if turn in {"next", "each"} else None


def within(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """In the past two days, خلال الأيام الثلاثة الماضية: the days that end with the day of writing.

    "Within a week" says how long it took, and not when.
    """
    named = says(units, at, "within")
    lead = named or _filled(units, at - 1)
    start = skip(units, at + 1, "of") if named else at
    past = says(units, start, "last")
    if not lead and not past:
        return None
    found = counted(units, start + past)
    if found is None:
        return _whole_within(units, start, told) if named or says(units, at - 1, "within") else None
    stop, unit, count = found
    closes = stop < len(units) and not units[stop].gap and says(units, stop, "last")
    if not (past or closes):
        return Match(stop, spans.NOWHERE) if named and unit != "hour" else None
    if past and stop == start + 2 and not lead:
        return None
    return Match(stop + closes, spans.trailing(told.published, unit, count))


def _whole_within(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """خلال الأسبوع الماضي, خلال اليومين الماضيين."""
    if at + 1 >= len(units) or not says(units, at + 1, "last") or units[at + 1].gap:
        return None
    if dual := units[at].entry("dual"):
        return Match(at + 2, spans.trailing(told.published, dual.value, 2))
    unit = units[at].entry("unit")
    if unit is None:
        return None
    several = unit.tense == "many"
    return Match(at + 2, _several(unit.value, "last", told) if several else spans.trailing(told.published, unit.value, 1))


def _filled(units: Sequence[Unit], at: int) -> bool:
    """Whether a preposition before an article says that something filled a time ("over the past week")."""
    at -= at > 0 and "article" in units[at].tags
    entry = units[at].entry("preposition") if at >= 0 else None
    return (entry is not None and entry.value in {"in", "over", "through"}) or says(units, at, "within")


def apart(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """Three days ago, قبل يومين, two days later, قبل ذلك بأسبوع, or a day after what follows."""
    lead = said(units[at])
    start = at + 1 if lead in {"ago", "since", "after", "later", "earlier"} else at
    if start > at and lead in {"later", "earlier"} and start < len(units) and _hours(units[start]):
        return Match(start + 1, told.near("hour"))
    found = counted(units, start) or several(units, start)
    if found is None or (start == at and at and "article" in units[at - 1].tags and found[2] is None):
        return None  # "the days before"
    count = _Count(*found, short=says(units, start, "short"))
    return _led(units, at, count, told) if start > at else _trailed(units, at, count, told)


class _Count(NamedTuple):
    """So many of a unit of time.

    Attributes:
        stop: the unit of the text after it.
        unit: of time.
        number: how many; None for a few.
        short: whether it was less ("less than a week").
    """

    stop: int
    unit: str
    number: int | None
    short: bool = False

    def before(self, reference: Bounds) -> Bounds:
        """The days so long before a reference."""
        if self.number is None:
            return spans.some(reference, self.unit, later=False)
        days = spans.shifted(reference, self.unit, -self.number)
        return Bounds(days.earliest, reference.latest) if self.short and days.earliest else days

    def after(self, reference: Bounds) -> Bounds:
        """The days so long after a reference."""
        if self.number is None:
            return spans.some(reference, self.unit, later=True)
        days = spans.shifted(reference, self.unit, self.number)
        return Bounds(reference.earliest, days.latest) if self.short and reference.earliest else days


def _trailed(units: Sequence[Unit], at: int, count: _Count, told: Told) -> Match | None:
    """A count before the word that turns it: two days ago, two days later, two days after and before what follows."""
    stop = count.stop
    turn = said(units[stop]) if stop < len(units) and not units[stop].gap else ""
    if turn in {"ago", "back"}:  # "two years back", but "won it back two years later"
        return Match(stop + 1, count.before(told.published))
    before = stop < len(units) and "before" in units[stop].tags and not units[stop].gap
    taken_up = (turn == "after" or before) and stop + 1 < len(units) and "pronoun" in units[stop + 1].tags
    stop += taken_up and _ends(units, stop + 2)  # "a week after it, …"
    ends = _ends(units, stop + 1)
    near = told.near(count.unit)
    if turn == "later" or (turn == "after" and ends):
        return Match(stop + 1, count.after(near))
    if turn == "earlier" or (before and ends):
        filled = count.number is not None and _filled(units, at - 1)  # "in the ten days before"
        return Match(stop + 1, spans.leading(near, count.unit, count.number or 0) if filled else count.before(near))
    if turn == "after":
        beyond = any(says(units, n, "beyond") for n in range(max(0, at - 2), at + 1))
        return _after(stop + 1, count, told, beyond=beyond) if stop + 1 < len(units) else None
    return _until(stop + 1, count, told) if before else None


def day_after(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """غداة دخولهم: a day after the event that follows."""
    event = at + 1 < len(units) and not units[at + 1].tags.isdisjoint(("trigger", "light", "report"))
    return _after(at + 1, _Count(at + 1, "day", 1), told) if event and says(units, at, "day_after") else None


def _ago(count: _Count, told: Told) -> Bounds:
    """So many units before the day of writing.

    In a relative clause they are before what its sentence tells, where they would else be after it
    («انسحبوا في أبريل من البلدة التي استولوا عليها قبل أسبوع»).
    """
    days, main = count.before(told.published), told.previous
    if told.joined != "relative" or days.latest is None or main.latest is None or days.latest <= main.latest:
        return days
    first, last = (count.before(Bounds(day, day)) for day in (main.earliest or main.latest, main.latest))
    return Bounds(first.earliest, last.latest)


def _counts_from(units: Sequence[Unit], at: int) -> bool:
    """Whether days are told from an event that follows ("قبل أيام من سقوطها"), and not from today."""
    led = at + 1 < len(units) and labelled(units[at], "from") and not units[at].gap
    return led and units[at + 1].tags.isdisjoint(("day", "now"))


def _led(units: Sequence[Unit], at: int, count: _Count, told: Told) -> Match | None:
    """A count after the word that turns it: قبل يومين, بعد يومين, قبل ذلك بأسبوع (its count attached by a preposition)."""
    lead, attached, stop = said(units[at]), bool(units[at + 1].reading.preposition), count.stop
    if lead == "ago" and _counts_from(units, stop):
        return _until(stop, count, told)
    if lead == "ago":
        return Match(stop, _ago(count, told))
    if lead == "since":
        return Match(stop, count.before(told.published))
    if lead in {"later", "earlier"}:
        near = told.near(count.unit)
        return Match(stop, count.after(near) if lead == "later" else count.before(near)) if attached else None
    if stop < len(units) and _governs_event(units, stop):
        return _after(stop, count, told, beyond=says(units, at + 1, "beyond"))
    if stop < len(units) and units[stop].entry("preposition") is not None and not labelled(units[stop], "through"):
        return None  # not so "وبعد أربع سنوات عبر الإيرانيون"
    return Match(stop, count.after(told.near(count.unit)) if told.previous.latest is not None else spans.NOWHERE)


def _ends(units: Sequence[Unit], at: int) -> bool:
    """Whether nothing follows that the words before it could govern ("a week before, …")."""
    return at >= len(units) or bool(units[at].gap)


def _alone(units: Sequence[Unit], at: int) -> bool:
    """Whether what follows is no event that "the day before" could count from ("the day before in Hajin")."""
    return _ends(units, at) or not units[at].tags.isdisjoint(("preposition", "conjunction"))


def _after(stop: int, count: _Count, told: Told, *, beyond: bool = False) -> Match:
    """When the event was that is named next, so long after which something is told to have been.

    ``beyond`` is longer before ("more than a year after").
    """
    days = count.before(told.previous if told.here else told.published)
    undated = count.number is None and not told.here  # what is told of no day may be of any before today
    return Match(stop, Bounds(None, days.latest) if beyond or undated else days, ahead=True)


def _until(stop: int, count: _Count, told: Told) -> Match:
    """When the event was that is named next, so long before which something is told to have been on a day told here."""
    return Match(stop, count.after(told.previous) if told.here else spans.NOWHERE, ahead=True)


def _hours(unit: Unit) -> bool:
    """Whether it says only "by hours" ("قبلها بساعات"), which leaves the day as it is."""
    entry = unit.entry("unit")
    return entry is not None and (entry.value, entry.tense) == ("hour", "many")


def _governs_event(units: Sequence[Unit], at: int) -> bool:
    """Whether "بعد يومين" goes on to the event that it counts from ("من سيطرته على")."""
    entry = units[at].entry("preposition")
    leads = entry is not None and entry.value in {"from", "on"} and at + 1 < len(units)
    return leads and not units[at + 1].tags.isdisjoint({"trigger", "to", "light", "report"})


def duration(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """For six years: since when a state has gone on."""
    if said(units[at]) not in {"for", "since"} or (found := counted(units, skip(units, at + 1, "last"))) is None:
        return None
    stop, unit, count = found
    if stop < len(units) and said(units[stop]) in {"after", "ago"}:
        return None
    return Match(stop, spans.shifted(told.published, unit, -count), since=True)


def lasting(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """Six years, after a verb of staying («ظلت المدينة ست سنوات في يدهم»): since when a state has gone on."""
    found = counted(units, at)
    if found is None or found[1] not in _LONG:
        return None
    for before in range(at - 1, max(-1, at - 1 - _TO_STAYING), -1):
        if units[before + 1].gap or (before == at - 1 and "preposition" in units[before].tags):
            return None
        if "enduring" in units[before].cues:
            return Match(found[0], spans.NOWHERE)  # «بقيت داريا أربع سنوات»: who knows until when
        if "still" in units[before].tags:
            return Match(found[0], spans.shifted(told.published, found[1], -found[2]), since=True)
    return None


def at_that_time(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """What was so then: on the date that the text has just named ("was then still in rebel hands")."""
    if not (says(units, at, "then") and told.fresh and at + 1 < len(units)) or units[at + 1].gap:
        return None
    lasted = not units[at + 1].tags.isdisjoint(("still", "preposition"))
    return Match(at + 1, told.previous) if lasted else None


def time_of_day(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """By evening, at noon, a few hours later: the day that the text has just named."""
    if not says(units, at, "clock") or not told.fresh or told.day.latest is None or told.previous != told.day:
        return None
    following = units[at + 1 : at + 3] if at + 1 < len(units) and not units[at + 1].gap else []
    led = following[1:] if following and "preposition" in following[0].tags else following[:1]
    dated = any(unit.word[0].isdigit() or not unit.tags.isdisjoint(_NAMED_DAY) for unit in led)
    return None if dated else Match(at + 1, told.day)
