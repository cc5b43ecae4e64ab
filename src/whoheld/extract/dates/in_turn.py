"""Dates told in turn with several places: «في أغسطس وأكتوبر على التوالي», «الأولى في 2014 والثانية في 2015»."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from whoheld.extract.dates.calendar import Dated
from whoheld.extract.dates.clauses import divided
from whoheld.extract.dates.words import conjoined, says
from whoheld.extract.phrases.phrase import COMMAS, Name, parted
from whoheld.extract.places.anaphors import rank_of
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_SEVERAL = 2
_LEADS_DATE = frozenset({"preposition", "article", "time"})
"""Classes of words that lead to a date."""


def in_turn(dated: Sequence[Dated], line: Line, frame: Frame, name: Name) -> Dated | None:
    """The date of one of several places that are told with as many dates ("بير وأنفيف في أغسطس وأكتوبر على التوالي")."""
    starts = [named.start for places in frame.places for named in places.names]
    if len(dated) < len(starts) or len(starts) < _SEVERAL or name.start not in starts:
        return None
    told = _told_in_turn(line, frame.at)
    days = _listed(dated, line, frame) if told is None else [date for date in dated if frame.at < date.first < told]
    if told is not None and not days:
        days = [date for date in dated if date.last < frame.at]  # "In May and June they took Hit and Ana respectively"
    return days[starts.index(name.start)] if len(days) == len(starts) else None


def _listed(dated: Sequence[Dated], line: Line, frame: Frame) -> list[Dated]:
    """The dates that behind a verb and its places fill a list of their own ("took Hit and Ana in May and June"), or none."""
    phrases = (*frame.places, *filter(None, (frame.actor, frame.loser)))
    told = max([frame.at, *(phrase.last for phrase in phrases)])
    days = [date for date in dated if date.first > told]
    if len(days) < _SEVERAL or any(date.since or date.ahead or date.span for date in days):
        return []
    units, ends = line.units, days[-1].last + 1
    closed = ends == len(units) or parted(units[ends].gap)
    led = all(unit.tags & _LEADS_DATE for unit in units[told + 1 : days[0].first])
    if not (closed and led) or any(unit.gap for unit in units[told + 1 : days[0].first + 1]):
        return []
    return days if all(_joined(line, one.last + 1, two.first) for one, two in pairwise(days)) else []


def _joined(line: Line, first: int, stop: int) -> bool:
    """Whether only "and" or a comma joins a date to the one before it."""
    between, date = line.units[first:stop], line.units[stop]
    with_and = any("conjunction" in unit.tags or conjoined(unit) for unit in (*between, date))
    commas = [unit.gap for unit in (*between, date) if unit.gap]
    led = all(unit.tags & _LEADS_DATE or "conjunction" in unit.tags for unit in between)
    return led and (not commas if with_and else len(commas) == 1 and COMMAS.issuperset(commas[0]))


def by_rank(dated: Sequence[Dated], line: Line, frame: Frame, name: Name) -> Dated | None:
    """The date told of one of several places by its rank among them («سقطت درنة وسرت، الأولى في 2014 والثانية في 2015»)."""
    told = _ranks(line, frame.at)
    starts = [named.start for places in frame.places for named in places.names] if told else []
    if not (starts or line.verb_first):
        return None  # "retook the latter in March, and the former was occupied in May"
    ranks = {rank if rank >= 0 else max(len(starts), 1) - 1: at for rank, at in told}
    rank = starts.index(name.start) if len(starts) > 1 and name.start in starts else len(starts)
    if rank not in ranks or divided(line, frame.at + 1, ranks[rank], frame):
        return None  # «… يوم الأربعاء، وكانت قد اجتاحت الأولى في مايو»
    stop = min((at for at in ranks.values() if at > ranks[rank]), default=len(line.units))
    return next((date for date in dated if ranks[rank] < date.first < stop), None)


@lru_cache(maxsize=8)
def _ranks(line: Line, at: int) -> tuple[tuple[int, int], ...]:
    """The ranks that are told after a verb, each with where; the same for each of its places."""
    found = ((rank_of(line.units[n]), n) for n in range(at + 1, len(line.units)))
    return tuple((rank, n) for rank, n in found if rank is not None)


@lru_cache(maxsize=8)
def _told_in_turn(line: Line, at: int) -> int | None:
    """Where a sentence says after a verb that its days are those of its places in turn; the same for each of its places."""
    return next((n for n in range(at + 1, len(line.units)) if says(line.units, n, "in_turn")), None)
