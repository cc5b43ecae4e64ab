"""Which dates of a sentence may be of what a frame tells, and not of an attribute, another deed, state or relative clause."""

from collections.abc import Sequence

from whoheld.extract.dates.beside import beside_announced
from whoheld.extract.dates.calendar import Dated
from whoheld.extract.dates.clauses import (
    comma,
    joins_on,
    of_concession,
    of_deed,
    of_its_past,
    of_relative,
    of_subject,
    tells,
)
from whoheld.extract.dates.story import led_since
from whoheld.extract.dates.words import says
from whoheld.extract.phrases.phrase import Places, parted
from whoheld.extract.sentence.days_before import days_before
from whoheld.extract.sentence.frame import Frame, apposed
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.reactions import reaction

_TO_COUNT = 6
"""Words from "the sixth" to the verb of the place that is counted."""
_TO_RENOWN = 4
"""Words from a comma to what a place is known for ("once the main site of")."""
_NAMED, _TURNED = frozenset({"weekday", "day", "month", "season"}), ("last", "this", "later", "earlier")
_ARTICLE, _NISBA = "ال", ("ي", "يه")
"""How a definite adjective begins, and how one ends that is no participle («الساحلية»)."""
_TELLS = frozenset({"report", "have"})


def telling(dated: Sequence[Dated], line: Line, frame: Frame, *, lasts: bool) -> list[Dated]:
    """The dates that may be of what a frame tells, and not of an attribute, another deed, state or relative clause."""
    attribute = frame.voice == "compound"  # "rebel-held Douma has been a target since 2014"
    apart = (days_before(line, frame.at) or beside_announced(line, frame.at)) if dated else 0
    known = [date for date in dated if _dates(date, line, lasts=lasts) and not (attribute and date.since)]
    known = [date for date in known if date.last >= apart and not (lasts and of_its_past(line, date, frame.at))]
    if apposed(line, frame):
        known = [date for date in known if not comma(line, frame.at + 1, date.first)]  # "…, in IS hands, was taken on Friday"
    known = [date for date in known if lasts or not (of_deed(line, date, frame.at) or _counted_since(line, date, frame))]
    known = [date for date in known if lasts or not _of_state_before(line, date, frame)]
    known = [date for date in known if lasts or not (_of_apposition(line, date, frame) or _of_attribute(line, date, frame))]
    known = [date for date in known if not _of_renown(line, date, frame)]
    if known and frame.voice in {"noun", "state"} and reaction(line, frame.pivot) >= 0:
        known = [date for date in known if date.first > frame.at]
    known = [date for date in known if not (_lasted(line, date) and _long_ago(known, line, frame))]
    known = [date for date in known if not ((lasts and _of_verb_before(line, date, frame)) or _preceded(line, date, frame))]
    known = [date for date in known if not (of_relative(line, date, frame) or of_subject(line, date, frame))]
    return [date for date in known if not of_concession(line, date, frame.at)]


def _lasted(line: Line, date: Dated) -> bool:
    return date.since and says(line.units, date.first, "for")


def _long_ago(dated: Sequence[Dated], line: Line, frame: Frame) -> bool:
    """Whether a month or a year before a verb dates it, so that "for eleven days" only tells how long it lasted then."""
    before = (date for date in dated if date.last < frame.at and not date.since and date.earliest != date.latest)
    return any(all(line.units[at].tags.isdisjoint(_TELLS) for at in range(date.last, frame.at)) for date in before)


def _of_verb_before(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether a date is that of a deed behind which a state is told ("left on Friday but still hold", «سيطروا أمس، وبقيت»)."""
    on = any(_tells_on(line, at) for at in range(date.last + 1, frame.at + 1)) or _said_then(line, date, frame)
    on = on or _since_first(line, date, frame)
    return (on and (line.verb_first or _told_before(line, date))) or date.last < _still_apart(line, frame)


def _of_state_before(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether something before has only gone on since a date («ما زالوا عالقين منذ يونيو، وسيطر الجيش»), and no event is its."""
    between = line.units[date.last + 1 : frame.at + 1] if line.verb_first and date.last < frame.at else ()
    apart = any("،" in unit.gap and (unit.reading.conjunction or n == len(between) - 1) for n, unit in enumerate(between))
    return apart and led_since(line.units, date.first) and any("still" in unit.tags for unit in line.units[: date.first])


def _since_first(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether a second predicate tells what is so beside what has been so since a date ("since 1998 and controls Q")."""
    between = line.units[date.last + 1 : frame.at]
    joined = bool(between) and "conjunction" in between[0].tags and all("adverb" in unit.tags for unit in between[1:])
    return joined and not line.verb_first and line.finite(frame.at) and led_since(line.units, date.first)


def _still_apart(line: Line, frame: Frame) -> int:
    """Where a clause begins behind a deed that tells what is still so ("On Monday they took Bor, and … still holds"), or 0."""
    still = next((at for at in line.leftward(frame.at) if "still" in line.units[at].tags), 0)
    opens = next((at for at in range(still, 0, -1) if parted(line.units[at].gap)), 0)
    clause = joins_on(line, opens) or not line.units[opens].tags.isdisjoint(("when", "contrast"))
    present = any(entry.tense == "present" for entry in line.units[frame.at].entries)
    told = any("trigger" in line.units[at].tags and tells(line, at) for at in range(opens))
    return opens if present and clause and told else 0


def _preceded(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether what a frame tells is told to have come before a date («رفعوا العلم أمس، وسبق ذلك إعلان السيطرة على …»).

    So it is in «فقدوا باغا السبت، وخسروا قبلها مالام فاتوري».
    """
    joined = (at for at in range(date.last + 1, frame.at) if joins_on(line, at) and says(line.units, at, "earlier"))
    behind = date.last < frame.at and says(line.units, frame.at + 1, "earlier")
    return line.verb_first and (behind or next(joined, None) is not None)


def _tells_on(line: Line, at: int) -> bool:
    """Whether what is so still is told here, beside what happened."""
    unit = line.units[at]
    if line.verb_first:
        return parted(unit.gap) and unit.reading.conjunction and "still" in unit.tags
    conceded = "when" in unit.tags and parted(unit.gap) and not says(line.units, at, "when")  # ", though it still runs"
    return conceded or "contrast" in unit.tags or ("still" in unit.tags and "conjunction" in line.units[at - 1].tags)


def _said_then(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether a joined clause says who tells what is so ("took Goma on Monday, and residents say that it is theirs")."""
    says = any("report" in line.units[at].tags and line.finite(at) for at in range(date.last + 2, frame.at))
    return says and not line.verb_first and "conjunction" in line.units[date.last + 1].tags


def _told_before(line: Line, date: Dated) -> bool:
    return any("trigger" in line.units[at].tags and tells(line, at) for at in range(date.first))


def _dates(date: Dated, line: Line, *, lasts: bool) -> bool:
    """Whether a date can be that of a state or an event; "on Friday" and "a week later" are so even where nobody knows which."""
    words = range(date.first, date.last + 1)
    named = any(line.units[at].tags & _NAMED or says(line.units, at, *_TURNED) for at in words)
    known = (date.latest is not None or named) and not _first_since(line, date)
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


def _of_apposition(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether a date only says since when a place had been something ("retook the airbase, besieged since 2013, on Tuesday")."""
    if line.verb_first or not frame.places or not led_since(line.units, date.first):
        return False
    opens = next((at for at in range(date.first - 1, frame.at, -1) if parted(line.units[at].gap) and not line.inside(at)), 0)
    called = opens > frame.places[-1].last and opens < date.first - 1
    return called and not any(line.finite(at) for at in range(opens, date.first))


def _of_attribute(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether a date only says since when an Arabic place has been what a participle calls it («الموصل المحتلة منذ 2014»).

    Or since when it has fallen so many times.
    """
    behind = _past_region(line, max(frame.at, frame.places[-1].last) + 1, date.first) if frame.places else len(line.units)
    if not line.verb_first or behind >= date.first or not (date.since or led_since(line.units, date.first)):
        return False
    unit = line.units[behind]
    if any("times" in between.cues | between.tail_cues for between in line.units[frame.pivot : date.first]):
        return True  # «وقعت ثلاث مرات بيد المتمردين منذ 2015»
    called = unit.word.startswith(_ARTICLE) and not unit.word.endswith(_NISBA) and line.phrase(behind) is None
    return called and not any(parted(line.units[at].gap) for at in range(behind, date.first))


def _past_region(line: Line, at: int, stop: int) -> int:
    """Past what a place is called by the region that it is the capital of («ود مدني عاصمة ولاية الجزيرة الخاضعة لـ»)."""
    while at < stop and not line.units[at].gap and ("container" in line.units[at].tags or isinstance(line.phrase(at), Places)):
        at += 1
    return at


def _of_renown(line: Line, date: Dated, frame: Frame) -> bool:
    """Whether a date is that of what a place is known for ("captured Hama, home to a massacre in 1982", "founded in 1935")."""
    if line.verb_first or not frame.places or date.first < frame.places[-1].last:
        return False
    opens = next((at for at in range(date.first - 1, frame.at, -1) if parted(line.units[at].gap) and not line.inside(at)), 0)
    known = range(opens, min(opens + _TO_RENOWN, date.first)) if opens > frame.places[-1].last else range(0)
    return any("renown" in line.units[at].cues and "preposition" in line.units[at + 1].tags for at in known)
