"""Dates that are told from the day of writing ("last Friday", "this year") or from another date ("the following month")."""

from collections.abc import Sequence

from whoheld.extract.dates import spans
from whoheld.extract.dates.match import Match, Told
from whoheld.extract.dates.words import counted, ends, filled, said, says, skip
from whoheld.extract.dates.years import looks_back
from whoheld.extract.words.scan import Unit
from whoheld.interval import Bounds

_NAMED_DAY = frozenset({"weekday", "day", "month"})
_BESIDE = frozenset({"", "("})
"""What may part a near day from the weekday that it is («أمس (الأربعاء)»)."""
_NTH = frozenset({"nth", "ordinal"})
_LATELY = {"this": 0, "last": -1, "last_but_one": -2}
"""How many units from the one that runs is what is told with one of these words."""


def weekday(units: Sequence[Unit], at: int, told: Told) -> Match | None:
    """Friday, last Friday, Friday night; the following Friday is told from another date."""
    day = units[at].entry("weekday")
    if day is None or _called(units, at):
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


def _called(units: Sequence[Unit], at: int) -> bool:
    """Whether a quarter or village is called by a day («سوق الخميس»)."""
    return at > 0 and not units[at].gap and said(units[at - 1]) == "called" and "common" in units[at - 1].tags


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
            return Match(start + 1, spans.onward(told.near("day"), told.published)) if joined or ends(units, start + 1) else None
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
    """Earlier in the month, at the start of the year, منتصف الشهر; اليومين السابقين.

    It is the month or year that runs, or that of a story of years ago («دخلوها في أغسطس 1996 وانسحبوا نهاية العام»).
    """
    if start + 1 < len(units) and (dual := units[start].entry("dual")) and says(units, start + 1, "previous"):
        return Match(start + 2, spans.leading(told.near(dual.value), dual.value, 2))
    named = skip(units, start, "of") if start > at else start
    if start == at or named >= len(units) or units[named].gap or (entry := units[named].entry("unit")) is None:
        return None
    definite = units[named].reading.article or "article" in units[named - 1].tags
    if not definite or entry.value == "day":
        return None
    runs = spans.whole(told.published, entry.value, 0)
    return Match(named + 1, spans.whole(told.story, entry.value, 0) if looks_back(told, runs) else runs)


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
    lead = named or filled(units, at - 1)
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


def _alone(units: Sequence[Unit], at: int) -> bool:
    """Whether what follows is no event that "the day before" could count from ("the day before in Hajin")."""
    return ends(units, at) or not units[at].tags.isdisjoint(("preposition", "conjunction"))


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
