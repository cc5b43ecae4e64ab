"""Which date of a sentence belongs to which claim: the nearest in its own clause, else that of the report which carries it."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain

from whoheld.extract.dates import spans
from whoheld.extract.dates.asides import in_closed_aside
from whoheld.extract.dates.calendar import Dated
from whoheld.extract.dates.clauses import (
    THEN,
    comma,
    coordinate,
    divided,
    tells,
    then_on,
)
from whoheld.extract.dates.following import beside, following
from whoheld.extract.dates.in_turn import by_rank, in_turn
from whoheld.extract.dates.items import in_items, of_item
from whoheld.extract.dates.linked import (
    clefted,
    consequent,
    led_in,
    of_attack,
    of_cause,
    of_entry,
    of_whole,
    since_event,
    when,
    within_hours,
)
from whoheld.extract.dates.members import of_member
from whoheld.extract.dates.reported import of_report, said_on
from whoheld.extract.dates.telling import telling
from whoheld.extract.dates.words import is_year
from whoheld.extract.phrases.next_clause import predicated
from whoheld.extract.phrases.phrase import Name, Places, parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.interval import Bounds

_AHEAD = 6
"""How far from "two days after" the verb that it dates may stand."""
_LEADS_ALONE = frozenset({"preposition", "article", "adverb", "time", "function"})
"""Classes of words that lead to a date that stands alone between commas («، أي يوم الخميس،»)."""
_PAST = frozenset({"past", "ed"})
_HELPERS = 3
"""Words before a verb among which "has now" stands."""


def choose(dated: Sequence[Dated], line: Line, frame: Frame, name: Name, *, lasts: bool) -> Dated | None:
    """The date of what a frame says of one place, or None where the sentence does not date it.

    Args:
        dated: the dates of the sentence.
        line: the sentence.
        frame: what was told in it.
        name: the place of which it was told.
        lasts: whether it is a state, which "for two years" dates, and not an event.
    """
    if (counted := next((date for date in dated if _counts_from(line, date, name)), None)) is not None:
        return counted
    led_to, known = of_member(telling(dated, line, frame, lasts=lasts), line, frame, name)
    if led_to is not None:
        return led_to
    known = [date for date in known if not in_closed_aside(line, date, frame)]
    clause = partial(_clause, known, line, frame)
    if frame.trigger.apart and not any(date.first > frame.at for date in known):
        return said_on(known, line, frame, name, lambda: set(clause()))
    if frame.trigger.apart:
        known = [date for date in known if date.first > frame.at]
    known = [date for date in known if date.first > frame.at or not _has_now(line, frame)]
    if not known:
        return _held_then(dated, line, frame) if lasts else None
    listed = not line.verb_first and in_items(line, frame)
    after, before = (of_item if listed else following)(known, line, frame, name), _before(known, line, frame)
    if lasts and after is None and _now(line, frame):
        return None
    apart = after is not None and not listed and (comma(line, frame.at + 1, after.first) or _then(line, name, after))
    if apart and before and not comma(line, before.last + 1, frame.at):
        after = None
    if after is not None and (not line.verb_first or frame.voice == "noun") and _then(line, name, after):
        after = None
    after = None if after is not None and _later(line, name, after) else after
    own = (
        in_turn(known, line, frame, name)
        or by_rank(known, line, frame, name)
        or beside(known, line, frame, name)
        or after
        or _counted(known, line, frame)
        or before
    )
    found = (
        own
        or of_entry(known, line, frame)
        or consequent(known, line, frame)
        or clefted(known, line, frame)
        or of_report(_of_frame(known, line, frame), line, frame, name, lambda: set(clause()))
        or led_in(known, line, frame)
        or when(known, line, frame)
        or within_hours(known, line, frame)
        or (since_event(known, line, frame) if lasts else _of_other_deed(known, line, frame))
    )
    return _by_its_year(line, found, known)


def _of_other_deed(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date of what an event is told to have followed, or to have made whole."""
    return of_cause(dated, line, frame) or of_attack(dated, line, frame) or of_whole(dated, line, frame)


def _by_its_year(line: Line, date: Dated | None, dated: Sequence[Dated]) -> Dated | None:
    """A date, or what tells its year where it only counts years ("Twelve years ago they took Bor, in the war of 1996")."""
    if date is None or date.earliest is None or date.latest is None or _with_year(line, date):
        return date
    if Bounds(date.earliest, date.latest) != spans.year(date.earliest.year):
        return date
    years = range(date.earliest.year - 1, date.earliest.year + 2)
    behind = (other for other in dated if other.first > date.last)
    named = (other for other in behind if other.earliest is not None and other.earliest.year in years)
    return next((other for other in named if _with_year(line, other)), date)


def _with_year(line: Line, date: Dated) -> bool:
    return any(is_year(unit) for unit in line.units[date.first : date.last + 1])


def _counts_from(line: Line, date: Dated, name: Name) -> bool:
    """Whether a date is that of a place which it is counted from ("took Goma on 27 January, a day after Sake")."""
    place = line.phrase(date.last + 1) if date.ahead else None
    return isinstance(place, Places) and place.first == date.last + 1 and any(named.start == name.start for named in place.names)


def _of_frame(dated: Sequence[Dated], line: Line, frame: Frame) -> list[Dated]:
    """The dates of a sentence but those of a clause behind which the frame's own begins with a subject of its own."""
    return [date for date in dated if date.first > frame.at or not _of_predicate_before(line, date, frame, _has_subject)]


def _now(line: Line, frame: Frame) -> bool:
    """Whether a state is told of now, whatever day is told before it ("left on Friday, and the town is now theirs")."""
    return any("now" in line.units[at].tags for at in line.leftward(frame.at))


def _has_now(line: Line, frame: Frame) -> bool:
    """Whether English tells what has been done by now, whenever it was before ("Eight years later it has now been retaken")."""
    helpers = line.units[max(line.begins, frame.pivot - _HELPERS) : frame.at]
    now = any("now" in unit.tags for unit in helpers) and any("have" in unit.tags for unit in helpers)
    return now and not line.verb_first


def _then(line: Line, name: Name, date: Dated) -> bool:
    """Whether another place is told to have followed before a date is told ("أخذ ديسي، ثم كومبولتشا في اليوم التالي")."""
    return any(start >= name.end for start in _thens(line, date.first))


@lru_cache(maxsize=8)
def _thens(line: Line, stop: int) -> tuple[int, ...]:
    """Where words for what came next begin before a unit; the same for each place of a sentence."""
    return tuple(unit.start for unit in line.units[:stop] if unit.tags >= THEN)


def _later(line: Line, name: Name, date: Dated) -> bool:
    """Whether a date stands before "and, after" so much fighting, behind which a place is told ("and, after days, Torit")."""
    units = line.units[date.last + 1 : date.last + 3]
    led = len(units) > 1 and "conjunction" in units[0].tags and "," in units[1].gap and "after" in units[1].tags
    return led and not line.verb_first and units[0].end < name.start


def _counted(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date that is told from the frame's own event ("three days after they took the town")."""
    return next((date for date in dated if date.ahead and date.last < frame.pivot and _reaches(date, line, frame)), None)


def _reaches(date: Dated, line: Line, frame: Frame) -> bool:
    between = range(date.last + 1, frame.pivot)
    breaks = any(parted(line.units[n].gap) for n in (*between, frame.pivot))
    told = [n for n in between if "trigger" in line.units[n].tags]
    second = frame.pivot - 1 in between and "conjunction" in line.units[frame.pivot - 1].tags  # "a day after it came and took"
    first = not breaks and (not told or second)
    second = second or any("become" in line.units[n].tags for n in between)  # "a day after it became the third town to fall"
    return first and len(between) < _AHEAD * (1 + second) and not divided(line, date.last + 1, frame.pivot, frame)


def _before(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    if not any(date.last < frame.at for date in dated):
        return None
    clause = set(_clause(dated, line, frame))
    for date in reversed(dated):
        whole = date.last in clause and not date.ahead and not divided(line, date.last + 1, frame.at, frame)
        if whole and not (_of_predicate_before(line, date, frame) or then_on(line, date, frame.at)):
            return date
    return None


def _held_then(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date of a deed behind which its subject only held the place then ("took it in June but held it for a few hours")."""
    before = next((date for date in reversed(dated) if date.last < frame.at), None)
    if line.verb_first or before is None or before.ahead or before.since or frame.entry.tense not in _PAST:
        return None
    between = line.units[before.last + 1 : frame.at]
    joined = bool(between) and "contrast" in between[0].tags and all("adverb" in unit.tags for unit in between[1:])
    return before if joined else None


def _has_subject(line: Line, first: int) -> bool:
    """Whether a clause begins with a subject of its own ("… on Saturday and Tripoli is under rebel control")."""
    subject = line.phrase(first)
    return subject is not None and predicated(line.units, subject.last)


def _begins(line: Line, at: int) -> bool:
    return coordinate(line, at) or _has_subject(line, at)


def _of_predicate_before(line: Line, date: Dated, frame: Frame, begins: Callable[[Line, int], bool] = _begins) -> bool:
    """Whether a date is said of a predicate to which the frame's own is joined ("fell in 2015 and is now in their hands")."""
    if _between_commas(line, date) and "conjunction" in line.units[_lead(line, date) - 1].tags:
        return False  # "took it in May and, in June, lost …"
    told = any(tells(line, at) and "trigger" in line.units[at].tags for at in line.leftward(date.first))
    conjunctions = (at for at in range(date.last + 1, frame.at - 1) if "conjunction" in line.units[at].tags)
    return told and (_listed(line, frame) or any(begins(line, at + 1) for at in conjunctions))


def _listed(line: Line, frame: Frame) -> bool:
    """Whether a predicate is one of several that only commas part ("took the town in May, lost it again and …")."""
    return not line.verb_first and parted(line.units[frame.pivot].gap) and line.finite(frame.pivot)


def _clause(dated: Sequence[Dated], line: Line, frame: Frame) -> Iterator[int]:
    """The units of the frame's clause before it, with those of dates that stand alone between commas."""
    yield from line.leftward(frame.at)
    alone = [range(date.first, date.last + 1) for date in dated if date.last < frame.at and _between_commas(line, date)]
    if alone:
        wide = set(line.leftward(frame.at, asides=True))
        yield from (at for at in chain.from_iterable(alone) if at in wide)


def _lead(line: Line, date: Dated) -> int:
    """Where the words that lead to a date begin."""
    first = date.first
    while first and not parted(line.units[first].gap) and line.units[first - 1].tags & _LEADS_ALONE:
        first -= 1
    return first


def _between_commas(line: Line, date: Dated) -> bool:
    units, first = line.units, _lead(line, date)
    opens = first == 0 and any(parted(unit.gap) for unit in units[date.first + 1 : date.last + 1])  # "On Saturday, May 18, …"
    begun = first > 0 and (
        parted(units[first].gap) or "conjunction" in units[first - 1].tags
    )  # "… and a day later, on Sunday, it"
    return (opens or begun) and date.last + 1 < len(units) and parted(units[date.last + 1].gap)
