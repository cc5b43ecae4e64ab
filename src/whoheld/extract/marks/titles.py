"""Deeds that are only named: as the title of a work, or as what somebody demands of another or offers him."""

from itertools import takewhile

from whoheld.extract.sentence.frame import BREAKS, Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_OPENING = frozenset('"«“(')
_QUOTES = _OPENING | frozenset("»”)")
_LONGEST = 10
"""Words of a title before the deed that it names."""
_TO_QUOTED = 3
"""Words from a title in quotation marks to the noun for what bears it («وثائقيا جديدا عن "سقوط صنعاء"»)."""
_TO_WORK = 2
"""Words from a title to the noun for what bears it («الفيلم الوثائقي "تحرير الموصل"»)."""
_OFFER = 6
"""Words from a verb of offering to what is offered, past who offers it, to whom, and what else («عرضوا الاستسلام وتسليم»)."""
_CLAUSES = BREAKS | {"relative", "report"}


def named_only(line: Line, frame: Frame) -> Unit | None:
    """What shows that an Arabic frame tells of no deed: in a title, or demanded or offered; or None."""
    titled = _titled(line, frame.at)
    if titled or frame.voice != "noun":
        return titled
    return _work(line, frame.at) or _demanding(line, frame.at) or _offered(line, frame.at)


def _titled(line: Line, at: int) -> Unit | None:
    """The noun for a work in whose quoted title a unit stands («رواية «خروج العرب من الأندلس»»), or None."""
    opens = next((n for n in range(at, max(line.begins, at - _LONGEST), -1) if not _QUOTES.isdisjoint(line.units[n].gap)), 0)
    if not opens or _OPENING.isdisjoint(line.units[opens].gap):
        return None
    closed = sum(unit.gap.count('"') for unit in line.units[line.begins : opens]) % 2 == 1 and '"' in line.units[opens].gap
    before = line.units[max(line.begins, opens - _TO_QUOTED) : opens]
    return None if closed else next((unit for unit in reversed(before) if "work" in unit.cues | unit.tail_cues), None)


def _work(line: Line, noun: int) -> Unit | None:
    """The noun for a work of which a verbal noun begins the title («فيلم "سقوط حلب"», «كتاب سقوط بغداد»)."""
    quoted = not _OPENING.isdisjoint(line.units[noun].gap)
    before = line.units[max(0, noun - (_TO_WORK if quoted else 1)) : noun]
    if not quoted and line.units[noun].gap:
        return None
    return next((unit for unit in reversed(before) if "work" in unit.cues | unit.tail_cues), None)


def _demanding(line: Line, noun: int) -> Unit | None:
    """The word of a clause by which somebody makes a deed his condition («تمسك بانسحاب», «ربط السلام بانسحاب»)."""
    if line.units[noun].reading.preposition != "at":
        return None
    for at in line.leftward(noun):
        unit = line.units[at]
        if "demanding" in unit.cues:
            return unit
        if not unit.tags.isdisjoint(_CLAUSES) or (line.finite(at) and line.phrase(at) is None and "trigger" in unit.tags):
            break
    return None


def _offered(line: Line, noun: int) -> Unit | None:
    """The verb by which a deed is only offered («عرض الأعيان تسليم المدينة»), or None."""
    if line.units[noun].reading.preposition or line.units[noun].gap:
        return None
    for at in takewhile(lambda left: left >= noun - _OFFER, line.leftward(noun)):
        unit, phrase = line.units[at], line.phrase(at)
        if "offering" in unit.cues and phrase is None:
            return unit
        if at == noun - 1 and phrase is None and not line.units[noun].reading.conjunction:
            return None  # «عرض التلفزيون لقطات دخول المدينة»
        if not unit.tags.isdisjoint(_CLAUSES):
            break
    return None
