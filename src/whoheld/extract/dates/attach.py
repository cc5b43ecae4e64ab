"""Which date of a sentence belongs to which claim: the nearest in its own clause, else that of the report which carries it."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain

from whoheld.extract.dates.calendar import Dated
from whoheld.extract.dates.clauses import THEN, comma, coordinate, divided, lead, of_deed, relative, tells, then_on
from whoheld.extract.dates.in_turn import by_rank, in_turn
from whoheld.extract.dates.items import in_items, of_item
from whoheld.extract.dates.reported import of_report, said_on
from whoheld.extract.dates.words import says
from whoheld.extract.phrases.next_clause import predicated
from whoheld.extract.phrases.phrase import HARD, Name, Places, parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_TO_COUNT = 6
"""Words from "the sixth" to the verb of the place that is counted."""
_AHEAD = 6
"""How far from "two days after" the verb that it dates may stand."""
_NEXT = frozenset(";؛")
"""What parts two statements of one sentence."""
_LEADS = frozenset(":–—-")
"""Punctuation after the date that heads an entry of a chronology."""
_OPENS = frozenset({"after", "before", "when"})
_TOLD_BEFORE = frozenset({"pronoun", "article", "time", "reference", "weekday", "month", "number"})
"""Classes of words of what "before" and "after" govern that is no clause ("Before it, …", "After that day, …")."""
_TELLS = frozenset({"report", "have"})
_LEADS_DATE = frozenset({"preposition", "article", "time"})


def choose(dated: Sequence[Dated], line: Line, frame: Frame, name: Name, *, lasts: bool) -> Dated | None:
    """The date of what a frame says of one place, or None where the sentence does not date it.

    Args:
        dated: the dates of the sentence.
        line: the sentence.
        frame: what was told in it.
        name: the place of which it was told.
        lasts: whether it is a state, which "for two years" dates, and not an event.
    """
    attribute = frame.voice == "compound"  # "rebel-held Douma has been a target since 2014"
    known = [date for date in dated if _dates(date, line, lasts=lasts) and not (attribute and date.since)]
    known = [date for date in known if lasts or not (of_deed(line, date, frame.at) or _counted_since(line, date, frame))]
    known = [date for date in known if not (_lasted(line, date) and _long_ago(known, line, frame))]
    known = [date for date in known if not (lasts and _of_verb_before(line, date, frame))]
    clause = partial(_clause, known, line, frame)
    if frame.trigger.apart and not any(date.first > frame.at for date in known):
        return said_on(known, line, frame, lambda: set(clause()))
    if frame.trigger.apart:
        known = [date for date in known if date.first > frame.at]
    if not known:
        return None
    listed = not line.verb_first and in_items(line, frame)
    after, before = (of_item if listed else _after)(known, line, frame, name), _before(known, line, frame)
    if lasts and after is None and _now(line, frame):
        return None
    apart = after is not None and not listed and (comma(line, frame.at + 1, after.first) or _then(line, name, after))
    if apart and before and not comma(line, before.last + 1, frame.at):
        after = None
    if after is not None and not line.verb_first and _then(line, name, after):
        after = None
    own = (
        in_turn(known, line, frame, name) or by_rank(known, line, frame, name) or after or _counted(known, line, frame) or before
    )
    return (
        own
        or _consequent(known, line, frame)
        or _clefted(known, line, frame)
        or of_report(_of_frame(known, line, frame), line, frame, lambda: set(clause()))
        or _led_in(known, line, frame)
        or _when(known, line, frame)
        or (_since_event(known, line, frame) if lasts else _of_cause(known, line, frame))
    )


def _lasted(line: Line, date: Dated) -> bool:
    return date.since and says(line.units, date.first, "for")


def _long_ago(dated: Sequence[Dated], line: Line, frame: Frame) -> bool:
    """Whether a month or a year before a verb dates it, so that "for eleven days" only tells how long it lasted then."""
    before = (date for date in dated if date.last < frame.at and not date.since and date.earliest != date.latest)
    return any(all(line.units[at].tags.isdisjoint(_TELLS) for at in range(date.last, frame.at)) for date in before)


def _of_frame(dated: Sequence[Dated], line: Line, frame: Frame) -> list[Dated]:
    """The dates of a sentence but those of a clause behind which the frame's own begins with a subject of its own."""
    return [date for date in dated if date.first > frame.at or not _of_predicate_before(line, date, frame, _has_subject)]


def _of_verb_before(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether a date is that of a deed before a comma, behind which a state is told («سيطروا أمس، وبقيت السوسة بيد …»)."""
    opens = (at for at in range(date.last + 1, frame.at) if parted(line.units[at].gap))
    return line.verb_first and any(line.units[at].reading.conjunction and "still" in line.units[at].tags for at in opens)


def _now(line: Line, frame: Frame) -> bool:
    """Whether a state is told of now, whatever day is told before it ("left on Friday, and the town is now theirs")."""
    return any("now" in line.units[at].tags for at in line.leftward(frame.at))


def _dates(date: Dated, line: Line, *, lasts: bool) -> bool:
    """Whether a date can be that of a state or an event; a day of the week is one even where its date cannot be known."""
    known = date.latest is not None or "weekday" in line.units[date.first].tags
    known = known and not _first_since(line, date)
    return known and (lasts or not says(line.units, date.first, "for"))


def _first_since(line: Line, date: Dated) -> bool:
    """Whether a date only says how long something had not happened ("the first time since 2016 that …", «لأول مرة منذ 2013»)."""
    led = date.first if says(line.units, date.first, "since") else date.first - 1
    since = led > 0 and (says(line.units, led, "since") or "onset" in line.units[led].cues)
    return since and says(line.units, led - 1, "nth_time") and not parted(line.units[led - 1].gap)  # "، الأولى منذ 2014"


def _counted_since(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether a date only says since when places are counted ("the sixth town seized since mid-February")."""
    led = range(max(0, date.first - 2), date.first + 1)  # "since mid-February", "since early in May"
    since = any("onset" in line.units[at].cues and not says(line.units, at - 1, "nth_time") for at in led)
    before = line.units[max(0, frame.at - _TO_COUNT) : frame.at]
    return since and date.first > frame.at and any("ordinal" in unit.tags for unit in before) and not line.verb_first


def _clefted(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date whose event the clause tells ("in 1993, when …", "it was in June 2014 that …")."""
    for date in reversed(dated):
        opens = next((at for at in range(frame.at - 1, date.last, -1) if _opens(line, at)), None)
        if opens is None or date.ahead or divided(line, opens + 1, frame.at, frame):
            continue
        pointed = "reference" in line.units[date.last].tags  # "on Sunday, the same day that they captured the port"
        if _lies_between(line, date.last + 1, opens) if pointed or says(line.units, opens, "when") else _it_was(line, date):
            return date
    return None


def _lies_between(line: Line, first: int, opens: int) -> bool:
    """Whether nothing stands between units but where something was ("had happened in May in the east, when Ruhaybah fell")."""
    return all(
        isinstance(line.phrase(at), Places) or line.units[at].tags & {"preposition", "article", "direction"}
        for at in range(first, opens)
    )


def _opens(line: Line, at: int) -> bool:
    return says(line.units, at, "when") or "relative" in line.units[at].tags


def _it_was(line: Line, date: Dated) -> bool:
    """Whether a date is what "it was" brings forward."""
    first = date.first
    while (
        first and not line.units[first - 1].tags.isdisjoint(_LEADS_DATE | {"adverb"}) and "be" not in line.units[first - 1].tags
    ):
        first -= 1
    return first > 1 and "be" in line.units[first - 1].tags and "pronoun" in line.units[first - 2].tags


def _led_in(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date before a colon, of what is told after it ("On Friday the front gave way: …", "9 June 2015 – …")."""
    colon = next((at for at in range(frame.at, 0, -1) if set(line.units[at].gap) & HARD), None) or _entry(dated, line)
    if colon is None or _LEADS.isdisjoint(line.units[colon].gap):
        return None
    first = next((at for at in range(colon - 1, 0, -1) if set(line.units[at].gap) & HARD), 0)
    return next((date for date in reversed(dated) if first <= date.first and date.last < colon and not date.ahead), None)


def _entry(dated: Sequence[Dated], line: Line) -> int | None:
    """Where the text of an entry of a chronology begins, whose date stands alone before a dash."""
    first = dated[0] if dated[0].first == 0 else None
    after = first.last + 1 if first is not None else len(line.units)
    return after if after < len(line.units) and not _LEADS.isdisjoint(line.units[after].gap) else None


def _then(line: Line, name: Name, date: Dated) -> bool:
    """Whether another place is told to have followed before a date is told ("أخذ ديسي، ثم كومبولتشا في اليوم التالي")."""
    return any(start >= name.end for start in _thens(line, date.first))


@lru_cache(maxsize=8)
def _thens(line: Line, stop: int) -> tuple[int, ...]:
    """Where words for what came next begin before a unit; the same for each place of a sentence."""
    return tuple(unit.start for unit in line.units[:stop] if unit.tags >= THEN)


def _consequent(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date of what a verb tells the consequence of ("غادروا الحقل أمس، فدخله المسلحون")."""
    unit = line.units[frame.at]
    if not (unit.word.startswith("ف") and unit.reading.conjunction):
        return None
    earlier = [date for date in dated if date.last < frame.at and not date.ahead]
    return earlier[-1] if earlier and not relative(line, earlier[-1].last + 1, frame.at) else None


def _since_event(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date of the event since which a state lasts ("since they drove out the rebels in 2016", «منذ دحر داعش في 2016»)."""
    after = range(frame.at + 1, len(line.units))
    opens = next((at for at in after if "onset" in line.units[at].cues or _since(line, at)), None)
    if opens is None or comma(line, frame.at + 1, opens):
        return None
    return next(
        (date for date in dated if date.first > opens and not date.ahead and not comma(line, opens + 1, date.first)), None
    )


def _since(line: Line, at: int) -> bool:
    """Whether a word that leads to a date elsewhere leads to an event here («منذ دحر داعش», «منذ أن دخلوها»)."""
    return line.verb_first and says(line.units, at, "since") and not line.times(at)


def _of_cause(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The day of what an event is told to have followed at once ("خلت دوما بعد خروج آخر الحافلات اليوم")."""
    opens = next((at for at in line.rightward(frame.at) if "after" in line.units[at].tags), None)
    stop = next(
        (at for at in range(frame.at + 1, len(line.units)) if "after" in line.units[at].tags and not line.times(at)), opens
    )
    if not line.verb_first or stop is None or any(parted(line.units[at].gap) for at in range(frame.at + 1, stop + 1)):
        return None
    if stop + 1 == len(line.units) or "trigger" not in line.units[stop + 1].tags:
        return None
    days = (date for date in dated if date.first > stop and not date.ahead and date.earliest == date.latest)
    return next((date for date in days if not comma(line, stop + 1, date.first)), None)


def _when(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date of what happened at the same time ("… when the army ran in June 2014")."""
    opens = next((at for at in range(frame.at + 1, len(line.units)) if says(line.units, at, "when")), None)
    if opens is None or any(set(unit.gap) & HARD for unit in line.units[frame.at + 1 : opens + 1]):
        return None
    return next((date for date in dated if date.first > opens and not comma(line, opens + 1, date.first)), None)


def _counted(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date that is told from the frame's own event ("three days after they took the town")."""
    return next((date for date in dated if date.ahead and date.last < frame.pivot and _reaches(date, line, frame)), None)


def _reaches(date: Dated, line: Line, frame: Frame) -> bool:
    between = range(date.last + 1, frame.pivot)
    breaks = any(parted(line.units[n].gap) for n in (*between, frame.pivot))
    told = [n for n in between if "trigger" in line.units[n].tags]
    second = frame.pivot - 1 in between and "conjunction" in line.units[frame.pivot - 1].tags  # "a day after it came and took"
    first = not breaks and (not told or second)
    return first and len(between) < _AHEAD * (1 + second) and not divided(line, date.last + 1, frame.pivot, frame)


def _after(dated: Sequence[Dated], line: Line, frame: Frame, name: Name) -> Dated | None:
    """The date that follows in the frame's clause; of several in a list of places, each place's own."""
    last = next((at for at in range(frame.at + 1, len(line.units)) if set(line.units[at].gap) & _NEXT), len(line.units))
    follow = [date for date in dated if frame.at < date.first < last and not date.ahead]
    closed = _close(line, frame) if follow else 0
    right = [
        date
        for date in follow
        if _points_back(line, date)
        or (date.first < closed and not _fronts(line, date, name) and not divided(line, frame.at + 1, lead(line, date), frame))
    ]
    if len(right) <= 1:
        return next(iter(right), None)
    stands = next((at for at, unit in enumerate(line.units) if unit.end > name.start), frame.at)
    if right[0].first < min((places.first for places in frame.places), default=0):
        return next((date for date in reversed(right) if date.first < stands), right[0])
    return next((date for date in right if date.first > stands), right[-1] if stands > frame.at else right[0])


def _points_back(line: Line, date: Dated) -> bool:
    """Whether a date is said of what has just been told ("… and that was in May", «وكان ذلك في أيار»)."""
    at = date.first - 1
    while (
        at > 0
        and not line.units[at + 1].gap
        and not line.units[at].tags.isdisjoint(_LEADS_DATE)
        and not says(line.units, at, "it_was")
    ):
        at -= 1
    was = at > 0 and "be" in line.units[at].tags and "sentential" in line.units[at - 1].cues and not line.units[at].gap
    return was or says(line.units, at, "it_was")


def _close(line: Line, frame: Frame) -> int:
    """Where the clause of a frame ends that a subordinate clause before the main one holds ("After taking the town, …")."""
    opening = next((at for at in line.leftward(frame.at) if not line.units[at].tags.isdisjoint(_OPENS)), None)
    if opening is None or any("trigger" in unit.tags or "report" in unit.tags for unit in line.units[:opening]):
        return len(line.units)
    first = next((at for at in range(opening + 1, len(line.units)) if parted(line.units[at].gap) and not line.inside(at)), 0)
    if first <= frame.at and all(line.units[at].tags & _TOLD_BEFORE for at in range(opening + 1, first)):
        return len(line.units)  # "Before it, Homs was taken in May, Hama in June" is no clause
    ends = (at for at in range(frame.at + 1, len(line.units)) if parted(line.units[at].gap) and not line.inside(at))
    return next(ends, len(line.units))


def _fronts(line: Line, date: Dated, name: Name) -> bool:
    """Whether a date opens the clause that is joined on after it ("… and on Saturday moved on", «وفي مساء السبت انهارت»)."""
    first = date.first
    while first and not line.units[first].gap and not line.units[first - 1].tags.isdisjoint(_LEADS_DATE):
        first -= 1
    joined = line.units[first].reading.conjunction or (first > 0 and "conjunction" in line.units[first - 1].tags)
    follows = date.last + 1
    if not joined or follows >= len(line.units) or line.units[follows].gap:
        return False
    other = line.phrase(follows) is not None and name.end < line.units[date.first].start
    subject = not line.verb_first and "pronoun" in line.units[follows].tags  # "and on Tuesday they moved on"
    return line.finite(follows) or other or subject  # "أخذ الفرقة 17 وفي مطلع الشهر الحالي عين عيسى"


def _before(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    if not any(date.last < frame.at for date in dated):
        return None
    clause = set(_clause(dated, line, frame))
    for date in reversed(dated):
        whole = date.last in clause and not date.ahead and not divided(line, date.last + 1, frame.at, frame)
        if whole and not (_of_predicate_before(line, date, frame) or then_on(line, date, frame.at)):
            return date
    return None


def _has_subject(line: Line, first: int) -> bool:
    """Whether a clause begins with a subject of its own ("… on Saturday and Tripoli is under rebel control")."""
    subject = line.phrase(first)
    return subject is not None and predicated(line.units, subject.last)


def _begins(line: Line, at: int) -> bool:
    return coordinate(line, at) or _has_subject(line, at)


def _of_predicate_before(line: Line, date: Dated, frame: Frame, begins: Callable[[Line, int], bool] = _begins) -> bool:
    """Whether a date is said of a predicate to which the frame's own is joined ("fell in 2015 and is now in their hands")."""
    told = any(tells(line, at) and "trigger" in line.units[at].tags for at in line.leftward(date.first))
    conjunctions = (at for at in range(date.last + 1, frame.at - 1) if "conjunction" in line.units[at].tags)
    return told and any(begins(line, at + 1) for at in conjunctions)


def _clause(dated: Sequence[Dated], line: Line, frame: Frame) -> Iterator[int]:
    """The units of the frame's clause before it, with those of dates that stand alone between commas."""
    yield from line.leftward(frame.at)
    alone = [range(date.first, date.last + 1) for date in dated if date.last < frame.at and _between_commas(line, date)]
    if alone:
        wide = set(line.leftward(frame.at, asides=True))
        yield from (at for at in chain.from_iterable(alone) if at in wide)


def _between_commas(line: Line, date: Dated) -> bool:
    units, first = line.units, date.first
    while first and not parted(units[first].gap) and units[first - 1].tags & {"preposition", "article", "adverb", "time"}:
        first -= 1
    opens = first == 0 and any(parted(unit.gap) for unit in units[date.first + 1 : date.last + 1])  # "On Saturday, May 18, …"
    return (opens or (first > 0 and parted(units[first].gap))) and date.last + 1 < len(units) and parted(units[date.last + 1].gap)
