"""The date of an event that one sentence tells undated and another dates."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from whoheld.extract.dates import Dated, choose
from whoheld.extract.finding import Finding
from whoheld.extract.phrases.meaning import same
from whoheld.extract.phrases.phrase import Name
from whoheld.extract.revision.chronicle import of_entries
from whoheld.extract.revision.same_day import came_then, said_then
from whoheld.extract.revision.undone import goes_back
from whoheld.extract.sentence.line import Line
from whoheld.extract.write import Reading
from whoheld.model import Relation, Telling
from whoheld.text import key

_EVENTS = frozenset({Relation.GAINED, Relation.LOST})
_SUDDEN = _EVENTS | {Relation.CONTESTED}
_REACH = 4
"""How many sentences behind a lead that names no place ("took three villages on Friday") its date is still the news'."""

_LONG_AGO = dt.timedelta(days=31)
"""How long before the day of writing a deed was that the news is not."""
_TO_VERB = 2
"""Words from "have" to its participle."""

_When = tuple[Line, Dated]
_Told = tuple[Reading, Dated]


def lend_dates(
    findings: Sequence[Finding], lines: Sequence[Line], text: str, dates: Callable[[Line], list[Dated]], written: dt.date | None
) -> None:
    """Gives an undated event the date that the text gives it elsewhere: of the same place, else in a lead that names none.

    Args:
        findings: all of a text, winners named.
        lines: its sentences.
        text: the article's.
        dates: the date expressions of a line.
        written: the last day on which the text may have been written.
    """
    readings = [(reading, reading.date) for finding in findings for reading in finding.readings]
    if not any(date is None for _, date in readings):
        return
    leads = list(_leads(findings, dates))
    told: defaultdict[str, list[_Told]] = defaultdict(list)
    for reading, date in readings:
        if date is not None:
            told[_named(reading, text)].append((reading, date))
    for reading, date in readings:
        if reading.relation not in _EVENTS or date is not None or reading.lent is not None:
            continue
        alike = [told for told in told[_named(reading, text)] if not _recapped(reading, told, written)]
        if reading.telling is Telling.BACKGROUND:
            reading.lent = _elsewhere(reading, [told for told in alike if told[0].line is reading.line])
        else:
            reading.lent = _elsewhere(reading, alike) or _led(reading, leads, lines)
    _of_sentence_before([reading for reading, _ in readings], lines, text, dates)


def _of_sentence_before(
    readings: Sequence[Reading], lines: Sequence[Line], text: str, dates: Callable[[Line], list[Dated]]
) -> None:
    """Gives an undated event the day of the sentence before where it is told to have come with it, or in the same report."""
    of_line: defaultdict[Line, list[Reading]] = defaultdict(list)
    for reading in readings:
        of_line[reading.line].append(reading)
    for before, line in pairwise(lines):
        for reading in of_line.get(line, ()):
            undated = reading.lent is None and not dates(line)
            if undated and reading.relation in _SUDDEN and reading.telling is not Telling.BACKGROUND:
                reading.lent = came_then(reading, before, dates) or said_then(reading, of_line.get(before, ()), text)
    for line, head, date in of_entries(lines, text, dates):
        for reading in of_line.get(line, ()):
            if reading.lent is None and reading.relation in _SUDDEN and reading.telling is not Telling.BACKGROUND:
                reading.lent = head, date


def _named(reading: Reading, text: str) -> str:
    return key(text[reading.name.start : reading.name.end])


def _elsewhere(reading: Reading, told: Sequence[_Told]) -> _When | None:
    """The one day on which the text says elsewhere that the same happened to the same place.

    Args:
        reading: of an undated event.
        told: what the text dates of places called the same.
    """
    alike = [
        (other.line, date) for other, date in told if other.relation is reading.relation and same(other.actor, reading.actor)
    ]
    return alike[0] if len({(date.earliest, date.latest) for _, date in alike}) == 1 and alike[0][1].latest is not None else None


def _recapped(news: Reading, told: _Told, written: dt.date | None) -> bool:
    """Whether the same was done long before the news ("has retaken Palmyra. It also retook it in 2016"); then it is recalled."""
    other, date = told
    if goes_back(news) and not (goes_back(other) or news.line.verb_first) and other.telling is Telling.BACKGROUND:
        return True  # "have retaken Lunsar. They had seized it on 29 May, but …"
    alike = other.relation is news.relation and same(other.actor, news.actor)
    if not alike or news.telling is Telling.BACKGROUND or other.line.units[0].start <= news.line.units[0].start:
        return False
    if written is None or date.latest is None or written - date.latest <= _LONG_AGO:
        return False
    recalled = other.telling is Telling.BACKGROUND and news.line.verb_first
    again = recalled or any("recapping" in unit.cues for unit in other.line.units) or (_has_done(news) and not _has_done(other))
    other.telling = Telling.BACKGROUND if again else other.telling
    return again


def _has_done(reading: Reading) -> bool:
    """Whether a deed is told in the perfect ("has retaken")."""
    at = reading.frame.at
    return any("have" in unit.tags for unit in reading.line.units[max(0, at - _TO_VERB) : at])


def _leads(findings: Sequence[Finding], dates: Callable[[Line], list[Dated]]) -> Iterator[tuple[Finding, Dated]]:
    """The findings that tell of places without naming them, with their dates."""
    for finding in findings:
        places = finding.frame.places
        if finding.refusal == "no place" and finding.relation in _EVENTS and any(phrase.anaphor for phrase in places):
            unit = finding.line.units[finding.frame.at]
            name = Name(unit.start, unit.end, "", known=False)
            date = choose(dates(finding.line), finding.line, finding.frame, name, lasts=False)
            if date is not None and date.latest is not None:
                yield finding, date


def _led(reading: Reading, leads: Sequence[tuple[Finding, Dated]], lines: Sequence[Line]) -> _When | None:
    """The date of the lead before a reading that tells the same of the same actor."""
    at = lines.index(reading.line)
    for finding, date in leads:
        near = 0 < at - lines.index(finding.line) <= _REACH
        named = reading.frame.trigger.names and finding.actor is None and reading.actor is None
        if near and finding.relation is reading.relation and (named or same(finding.actor, reading.actor)):
            return finding.line, date
    return None
