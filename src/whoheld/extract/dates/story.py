"""From which date a story goes on, and which it only looks back to from there."""

import datetime as dt
from collections.abc import Sequence
from itertools import takewhile

from whoheld.extract.dates.match import Told
from whoheld.extract.dates.words import is_year, says
from whoheld.extract.phrases.phrase import labelled
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit
from whoheld.interval import Bounds

_PAST = dt.timedelta(days=365)
"""So long before it was written lies what a story of years ago tells."""
_TO_HAD = 9
"""Words from a date at the head of a sentence to "had"."""
_TO_VERB = 4
"""Words from "had" back to the relative of its clause."""
_COMMAS, _HARD = frozenset(",،;؛"), frozenset(";؛:")
_NEWS, _TODAY = frozenset({"weekday", "day", "report", "have"}), "now"
"""Classes of words by which a text tells of its own days; with the last of them a history too, by the way."""
_VERBAL = frozenset({"be", "have", "had", "trigger"})
_REDUCED = frozenset({"ed", "participle"})
_ON = frozenset({"conjunction", "before"})
"""Classes of words that lead on to what came next."""


def told(before: Told, units: Sequence[Unit], at: range, days: Bounds) -> tuple[Told, bool]:
    """What is told once a date is read, and whether its sentence may go on from it.

    Args:
        before: what was told until then.
        units: of the sentence.
        at: those of the date.
        days: that it means.
    """
    with_year = any(is_year(units[n]) for n in at)
    if _anniversary(units, at) or (tells_today(units[at.start : at.stop]) and not tells_news(units)):
        return before, False
    before = before._replace(news=before.news or _of_late(before, days))
    if before.joined == "flashback" and not with_year:
        return before._replace(here=True, tale=True), False
    if days.latest is None or _vague(units, at) or (recalled(units, at.start) and (before.here or led_since(units, at.start))):
        return before, False
    aside = (_led_until(units, at.start) and not with_year) or _looks_back(before, units, at.start, days)
    if aside and before.here and led_since(units, at.start):
        return before, False
    exact = days if days.earliest == days.latest else before.day
    lead = before.lead if before.lead.latest is not None else days
    stands = before.story if aside else days
    return before._replace(previous=days, day=exact, lead=lead, story=stands, here=True, fresh=True), True


def _vague(units: Sequence[Unit], at: range) -> bool:
    """Whether "soon after" only tells that something came next, while the story stays in the year in which it stands."""
    return any(entry.tag == "reference" and entry.value.startswith("after") for n in at for entry in units[n].entries)


def _anniversary(units: Sequence[Unit], at: range) -> bool:
    """Whether "this day" only tells that a history is told again on the same day of a year ("On this day: the fall of …")."""
    day = units[at.stop - 1].entry("unit")
    return says(units, at.start, "this") and day is not None and day.value == "day"


def _of_late(told: Told, days: Bounds) -> bool:
    """Whether days are of the year before the text was written."""
    written = told.published.latest
    return written is not None and days.latest is not None and written - days.latest < _PAST


def flashback(told: Told, units: Sequence[Unit], at: int) -> bool:
    """Whether a date is of what had happened before the day at which a story of years ago stands."""
    if told.here or not of_a_month(told.story) or (at and "deadline" in units[at - 1].cues):
        return False
    had = next((n for n in range(at - 1, -1, -1) if "had" in units[n].tags and not _in_aside(units, n, at)), _headed(units, at))
    if had is None:
        return False
    written, stands = told.published.latest, (told.lead.latest, told.story.latest)
    old = written is None or (told.fresh and all(day is not None and written - day > _PAST for day in stands))
    return old and all("report" not in unit.tags for unit in units[:had])  # "said that it had lost the town in April"


def _in_aside(units: Sequence[Unit], had: int, at: int) -> bool:
    """Whether a pluperfect is that of a relative clause that ends before a date ("UNITA, which had regrouped, struck, on …")."""
    opens = next((n for n in range(had - 1, max(-1, had - 1 - _TO_VERB), -1) if "relative" in units[n].tags), None)
    return opens is not None and any(not _COMMAS.isdisjoint(units[n].gap) for n in range(had + 1, at))


def _headed(units: Sequence[Unit], at: int) -> int | None:
    """Where behind a date at its head a sentence tells what had happened then ("In May they had taken Bor"), or None."""
    if at > 1:
        return None
    behind = takewhile(lambda n: not units[n].gap, range(at + 1, min(len(units), at + _TO_HAD)))
    return next((n for n in behind if "had" in units[n].tags), None)


def tells_news(units: Sequence[Unit]) -> bool:
    """Whether a sentence tells of the days in which it is written: what somebody says, has done, or did on Friday."""
    told = [at for at, unit in enumerate(units) if (unit.tags & _NEWS or _TODAY in unit.tags) and not _turned(units, at)]
    return any(_TODAY not in units[at].tags for at in told) or (bool(told) and any("trigger" in unit.tags for unit in units))


def tells_today(units: Sequence[Unit]) -> bool:
    """Whether a sentence tells what is so when it is written ("The road is now a motorway"); in a history so did the past."""
    return any(_TODAY in unit.tags for unit in units)


def _turned(units: Sequence[Unit], at: int) -> bool:
    """Whether a day is told from another ("the following Friday", «اليوم التالي»)."""
    return in_another_year(units, at) or any(says(units, n, "following", "previous", "same") for n in (at - 1, at + 1))


def in_another_year(units: Sequence[Unit], at: int) -> bool:
    """Whether a day, week or month is only like the one that runs, as it was in a year told elsewhere («في مثل هذا الأسبوع»)."""
    return at > 0 and "demonstrative" in units[at].cues and labelled(units[at - 1], "like") and not units[at].gap


def _looks_back(told: Told, units: Sequence[Unit], at: int, days: Bounds) -> bool:
    """Whether a date is one before the story, of what had been so or happened then ("had held the town since August 1998")."""
    stands, last = told.story.earliest, days.latest
    if stands is None or last is None:
        dated = told.published.latest is not None
        return dated and led_since(units, at)  # what has been so "since 2014" is so where the story begins
    if last >= stands:
        return False
    return told.joined == "back" or recalls(units, at)


def _led_until(units: Sequence[Unit], at: int) -> bool:
    """Whether a date is that until which something was so ("held it until July"), while the story may stay before it."""
    return says(units, at - 1, "until") or (at > 0 and "before" in units[at - 1].tags)


def recalls(units: Sequence[Unit], at: int) -> bool:
    """Whether a date is that since which something is so, or of what had been."""
    return led_since(units, at) or pluperfect(units, at)


def pluperfect(units: Sequence[Unit], at: int) -> bool:
    """Whether the clause of a date tells in it what had been."""
    for left in range(at - 1, -1, -1):
        if "had" in units[left].tags:
            return True
        if not _COMMAS.isdisjoint(units[left + 1].gap):
            return False
    return False


def of_a_month(days: Bounds) -> bool:
    """Whether days are all of one month."""
    return days.earliest is not None and days.latest is not None and days.earliest.replace(day=1) == days.latest.replace(day=1)


def led_since(units: Sequence[Unit], at: int) -> bool:
    """Whether a date is told as that since which something is so."""
    return says(units, at - 1, "since") or (at > 0 and "onset" in units[at - 1].cues)


def joined(units: Sequence[Unit], told_to: int, at: int) -> str:
    """How a date is joined to the one that ends before ``told_to``: see ``Told``."""
    between = units[told_to:at]
    if any(not _HARD.isdisjoint(unit.gap) for unit in between):
        return ""
    if any("relative" in unit.tags for unit in between):
        return "relative"
    if any("had" in unit.tags for unit in between):
        return "back"
    if _led_after(between):
        return "either" if any(map(_joins_on, between)) else "back"
    if any(_conjoined(unit) or not unit.tags.isdisjoint(_ON) for unit in between):
        return "after" if any(map(_verbal, between)) else "listed"
    return "listed" if _shares_verb(between) else "aside" if _closes_aside(units, told_to) else ""


def _led_after(between: Sequence[Unit]) -> bool:
    """Whether "after" may lead to what is dated next ("after the army left in May").

    What is joined on behind a comma it does not reach ("after eleven days of fighting, and in June", "soon after, and in June").
    """
    after = next((n for n, unit in enumerate(between) if "after" in unit.tags and not led_since(between, n + 1)), None)
    return after is not None and not any(not _COMMAS.isdisjoint(unit.gap) and _conjoined(unit) for unit in between[after:])


def _conjoined(unit: Unit) -> bool:
    """Whether a word joins another deed to one before, or sets one against it ("won in May after …, but lost it in July")."""
    return unit.reading.conjunction or not unit.tags.isdisjoint(("conjunction", "contrast"))


def _verbal(unit: Unit) -> bool:
    return bool(unit.tags & _VERBAL) or any(entry.tense in FINITE for entry in unit.entries)


def _joins_on(unit: Unit) -> bool:
    """Whether another deed may begin with a word, which "after" may tell of then ("and lifted the siege after …")."""
    return _conjoined(unit) or not _COMMAS.isdisjoint(unit.gap)


def _closes_aside(units: Sequence[Unit], stop: int) -> bool:
    """Whether what ends here between commas only said what had become of something ("Hajin, lost in May 2015, was")."""
    if stop >= len(units) or _COMMAS.isdisjoint(units[stop].gap):
        return False
    opens = next((units[at] for at in range(stop - 1, 0, -1) if not _COMMAS.isdisjoint(units[at].gap)), None)
    return opens is not None and any(entry.tense in _REDUCED for entry in opens.entries)


def _shares_verb(between: Sequence[Unit]) -> bool:
    """Whether what is dated next stands behind a comma without a verb of its own ("fell in April 1993, Aghdam in July")."""
    apart = any(not _COMMAS.isdisjoint(unit.gap) for unit in between)
    return apart and not any(map(_verbal, between))


def planned(units: Sequence[Unit]) -> int:
    """Where something to come begins: from a date after that nothing is counted that has happened."""
    return next((at for at, unit in enumerate(units) if "modal" in unit.tags or unit.reading.future), len(units))


def recalled(units: Sequence[Unit], at: int) -> bool:
    """Whether a relative clause recalls a date, from which the text does not go on ("… which it had taken in")."""
    for left in range(at - 1, -1, -1):
        if "relative" in units[left].tags:
            return True
        if not _COMMAS.isdisjoint(units[left + 1].gap):
            return False
    return False
