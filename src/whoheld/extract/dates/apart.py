"""Dates that are told by how long before or after today or another date they were ("two days ago", "a few weeks later")."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from whoheld.extract.dates import spans
from whoheld.extract.dates.match import Match, Told
from whoheld.extract.dates.words import counted, ends, filled, halved, said, says, several, skip
from whoheld.extract.phrases.phrase import labelled
from whoheld.extract.words.scan import Unit
from whoheld.interval import Bounds

_HALF_A_WEEK = dt.timedelta(days=3)
"""By how much a count of weeks may be off that is only about so many."""
_LONG = frozenset({"week", "month", "year"})
_TO_STAYING = 6
"""Words from "has remained" to how long it has."""


class _Count(NamedTuple):
    """So many of a unit of time.

    Attributes:
        stop: the unit of the text after it.
        unit: of time.
        number: how many; None for a few.
        short: whether it was less ("less than a week").
        half: whether it was half a unit more.
        rough: whether it was only about so many.
    """

    stop: int
    unit: str
    number: int | None
    short: bool = False
    half: bool = False
    rough: bool = False

    def before(self, reference: Bounds) -> Bounds:
        """The days so long before a reference."""
        if self.number is None:
            return spans.some(reference, self.unit, later=False)
        days = spans.shifted(reference, self.unit, -self.number)
        if self.half:
            return Bounds(spans.shifted(reference, self.unit, -self.number - 1).earliest, days.latest)
        if self.rough and self.unit == "week" and days.earliest and days.latest:
            return Bounds(days.earliest - _HALF_A_WEEK, min(days.latest + _HALF_A_WEEK, reference.latest or days.latest))
        return Bounds(days.earliest, reference.latest) if self.short and days.earliest else days

    def after(self, reference: Bounds) -> Bounds:
        """The days so long after a reference."""
        if self.number is None:
            return spans.some(reference, self.unit, later=True)
        days = spans.shifted(reference, self.unit, self.number)
        if self.half:
            return Bounds(days.earliest, spans.shifted(reference, self.unit, self.number + 1).latest)
        return Bounds(reference.earliest, days.latest) if self.short and reference.earliest else days


def apart(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """Three days ago, قبل يومين, two days later, قبل ذلك بأسبوع, or a day after what follows."""
    lead = said(units[at])
    start = at + 1 if lead in {"ago", "since", "after", "later", "earlier"} else at
    if start > at and lead in {"later", "earlier"} and start < len(units) and _hours(units[start]):
        return Match(start + 1, told.near("hour"))
    count = _count(units, start)
    if count is None or (start == at and at and "article" in units[at - 1].tags and count.number is None):
        return None  # "the days before"
    return _led(units, at, count, told) if start > at else _trailed(units, at, count, told)


def _count(units: Sequence[Unit], at: int) -> _Count | None:
    if (exact := counted(units, at)) is not None:
        return _Count(exact[0], exact[1], exact[2], short=says(units, at, "short"), rough=_roughly(units, at, exact[0]))
    if (half := halved(units, at)) is not None:
        return _Count(half[0], half[1], half[2], half=True)
    few = several(units, at)
    return _Count(few[0], few[1], None) if few is not None else None


def _roughly(units: Sequence[Unit], at: int, stop: int) -> bool:
    """Whether a count is told to be no exact one ("about two weeks", «قبل نحو أسبوعين», «أسبوعين تقريبا»)."""
    beside = (*units[max(0, at - 1) : at + 1], *(unit for unit in units[stop : stop + 1] if not unit.gap))
    return any("rough" in unit.cues | unit.tail_cues for unit in beside)


def _trailed(units: Sequence[Unit], at: int, count: _Count, told: Told) -> Match | None:
    """A count before the word that turns it: two days ago, two days later, two days after and before what follows."""
    stop = count.stop
    if _exactly(units, stop):
        return _after(stop + 2, count, told)
    turn = said(units[stop]) if stop < len(units) and not units[stop].gap else ""
    if turn in {"ago", "back"}:  # "two years back", but "won it back two years later"
        return Match(stop + 1, count.before(told.published))
    before = stop < len(units) and "before" in units[stop].tags and not units[stop].gap
    taken_up = (turn == "after" or before) and stop + 1 < len(units) and "pronoun" in units[stop + 1].tags
    stop += taken_up and ends(units, stop + 2)  # "a week after it, …"
    closes = ends(units, stop + 1)
    near = told.near(count.unit)
    if turn == "later" or (turn == "after" and closes):
        return Match(stop + 1, count.after(near))
    if turn == "earlier" or (before and closes):
        whole = count.number is not None and filled(units, at - 1)  # "in the ten days before"
        return Match(stop + 1, spans.leading(near, count.unit, count.number or 0) if whole else count.before(near))
    if turn == "after":
        beyond = any(says(units, n, "beyond") for n in range(max(0, at - 2), at + 1))
        return _after(stop + 1, count, told, beyond=beyond) if stop + 1 < len(units) else None
    return _until(stop + 1, count, told) if before else None


def _exactly(units: Sequence[Unit], at: int) -> bool:
    """Whether "to the day after" makes a count exact ("five months to the day after")."""
    exact = at + 2 < len(units) and labelled(units[at], "to") and "reference" in units[at + 1].tags
    return exact and not units[at].gap and "turning" in units[at + 1].tail_cues


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
    if lead == "ago":
        return _until(stop, count, told) if _counts_from(units, stop) else Match(stop, _ago(count, told))
    if lead == "since":
        return Match(stop, count.before(told.published))
    if lead in {"later", "earlier"}:
        near = told.near(count.unit)
        return Match(stop, count.after(near) if lead == "later" else count.before(near)) if attached else None
    if stop < len(units) and _governs_event(units, stop):
        return _after(stop, count, told, beyond=says(units, at + 1, "beyond"))
    if stop < len(units) and units[stop].entry("preposition") is not None and not _goes_on(units, at, stop):
        return None
    return Match(stop, count.after(told.near(count.unit)) if told.previous.latest is not None else spans.NOWHERE)


def _goes_on(units: Sequence[Unit], at: int, stop: int) -> bool:
    """Whether a preposition behind a count is of what came then («وبعد أربع سنوات عبر الإيرانيون», «وبعد شهرين على صنعاء»)."""
    named = stop + 1 < len(units) and not units[stop + 1].tags
    return labelled(units[stop], "through") or (units[at].reading.conjunction and labelled(units[stop], "on") and named)


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
    rough = _roughly(units, at + 1, stop)
    return Match(stop, _Count(stop, unit, count, rough=rough).before(told.published), since=True)


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
