"""How a place stayed in a story of years ago ("took Knin in 1995. Prijedor remained under Serb control"), no state of today."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from whoheld.extract.dates import Dated
from whoheld.extract.dates.story import recalled, tells_news
from whoheld.extract.dates.words import is_year
from whoheld.extract.finding import Finding
from whoheld.extract.phrases.phrase import HARD
from whoheld.extract.sentence.line import Line
from whoheld.extract.write import Reading
from whoheld.model import Relation, Telling

_AGO = dt.timedelta(days=365)
"""So long before it was written lies what a story of years ago tells."""
_TO_DATE = 2
"""Sentences from a state to the one that first says when all this was."""
_PAST = frozenset({"past", "ed"})
_PERFECT = frozenset({"have", "had", "modal", "to"})
_BESIDE = frozenset({"conjunction", "when", "contrast"})
"""Classes of words that join what was so to what happened then ("took Bo in 1998, while the RUF held Makeni")."""


def recall_states(
    findings: Sequence[Finding], lines: Sequence[Line], dates: Callable[[Line], list[Dated]], written: dt.date | None
) -> None:
    """Dates how a place was or stayed by what is told beside it, among dates that all lie years before; else it is recalled.

    Args:
        findings: all of a text, with what other sentences date of them.
        lines: its sentences.
        dates: the date expressions of a line.
        written: the last day on which the text may have been written.
    """
    past = [reading for finding in findings for reading in finding.readings if _was_so(reading)]
    if not past or written is None:
        return
    for reading in past:
        at = lines.index(reading.line)
        told = _dated_before(lines[: at + 1], dates)
        of_today = any(tells_news(line.units) for line in lines[max(0, at - 1) : at + 1])
        if not (told or of_today):
            told, of_today = _dated_next(lines[at + 1 : at + 1 + _TO_DATE], dates)
        if not told or of_today or written - max(told) <= _AGO:
            continue
        if (date := _beside(reading, dates(reading.line))) is not None:
            reading.lent = reading.line, date
        else:
            reading.telling = Telling.BACKGROUND


def _of_wars(line: Line) -> Iterator[dt.date]:
    """The ends of the years by which wars are called («حرب 1948»)."""
    for at, unit in enumerate(line.units[1:], 1):
        if unit.word.isdigit() and is_year(unit) and "war" in line.units[at - 1].tags and not unit.gap:
            yield dt.date(int(unit.word), 12, 31)


def _dated_before(lines: Sequence[Line], dates: Callable[[Line], list[Dated]]) -> list[dt.date]:
    told = [date.latest for line in lines for date in dates(line) if date.latest is not None]
    return told + [day for line in lines for day in _of_wars(line)]


def _dated_next(lines: Sequence[Line], dates: Callable[[Line], list[Dated]]) -> tuple[list[dt.date], bool]:
    """The dates of the next sentence that has any, with whether the text tells news by then ("was in Serb hands. In 1995 …")."""
    for line in lines:
        if tells_news(line.units) or _is_so(line):
            return [], True
        if told := _dated_before([line], dates):
            return told, False
    return [], False


def _is_so(line: Line) -> bool:
    """Whether a sentence tells in the present how things are ("The army is preparing an attack")."""
    if line.verb_first:
        return False
    copulas = (before for before, unit in pairwise(line.units) if "be" in unit.tags and "past_copula" not in unit.cues)
    return any(before.tags.isdisjoint(_PERFECT) for before in copulas)


def _was_so(reading: Reading) -> bool:
    """Whether it is told undated, in the past tense, that somebody had a place («ظلت بأيديهم», "held", "was in their hands")."""
    if reading.relation is not Relation.HOLDS or reading.telling is not Telling.STATE:
        return False
    line, frame = reading.line, reading.frame
    tells = _stayed if line.verb_first else _was
    return tells(line, frame.at, frame.voice) and reading.date is None and reading.lent is None


def _stayed(line: Line, at: int, _: str) -> bool:
    return "enduring" in line.units[at].cues or any("enduring" in line.units[n].cues for n in line.leftward(at))


def _was(line: Line, at: int, voice: str) -> bool:
    """Whether the verb of a state is in the past: its own, or the next before it in its clause."""
    if voice == "active":
        return _finite_past(line, at)
    for left in line.leftward(at):
        tags = line.units[left].tags
        if _finite_past(line, left) or "past_copula" in line.units[left].cues:
            return True
        if "be" in tags or not tags.isdisjoint(_BESIDE):
            return False
    return False


def _finite_past(line: Line, at: int) -> bool:
    """Whether a verb is finite and in the past ("held", "remained"), which a participle beside "is" is not."""
    return any(entry.tense in _PAST and entry.value for entry in line.units[at].entries) and line.finite(at)


def _beside(reading: Reading, dates: Sequence[Dated]) -> Dated | None:
    """The date of a deed to whose clause that of a state is joined, or None."""
    units, at = reading.line.units, reading.frame.at
    before = [date for date in dates if date.last < at and not (date.ahead or date.since or date.span)]
    if reading.line.verb_first or not before or before[-1].latest is None or recalled(units, before[-1].first):
        return None
    between = units[before[-1].last + 1 : at]
    joined = any(unit.tags & _BESIDE or HARD & set(unit.gap) for unit in between)
    return before[-1] if joined else None
