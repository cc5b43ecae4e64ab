"""Dates that are told in turn with several places: «في أغسطس وأكتوبر على التوالي», «الأولى في 2014 والثانية في 2015»."""

from collections.abc import Sequence
from functools import lru_cache

from whoheld.extract.dates.calendar import Dated
from whoheld.extract.dates.clauses import divided
from whoheld.extract.dates.words import says
from whoheld.extract.phrases.phrase import Name
from whoheld.extract.places.anaphors import rank_of
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line


def in_turn(dated: Sequence[Dated], line: Line, frame: Frame, name: Name) -> Dated | None:
    """The date of one of several places that are told with as many dates ("بير وأنفيف في أغسطس وأكتوبر على التوالي")."""
    told = _told_in_turn(line, frame.at)
    if told is None:
        return None
    days = [date for date in dated if frame.at < date.first < told]
    starts = [named.start for places in frame.places for named in places.names]
    return days[starts.index(name.start)] if len(days) == len(starts) > 1 and name.start in starts else None


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
