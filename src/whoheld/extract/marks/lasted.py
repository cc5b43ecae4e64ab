"""A hold that is told with how long it lasted, and so is over: "was in their hands for a week", «… من 2012 إلى 2013»."""

from dataclasses import replace

from whoheld.extract.dates import Dated
from whoheld.extract.dates.clauses import comma
from whoheld.extract.dates.words import is_year, says
from whoheld.extract.phrases.phrase import parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.write import Reading
from whoheld.model import Relation, Telling

_LENGTHS = frozenset({"unit", "dual"})
"""Classes of words by which a length is counted."""
_LONG = frozenset({"week", "month", "year", "decade"})
"""Units of a time in which one holds a place."""
_HELPERS = 3
"""Words before a participle among which "have" stands."""
_TO_TIME = 2
"""From the last word of how long something lasted to when it did."""
_COPULAS = frozenset({"be", "have", "had", "still"})
_TO_LENGTH = 8
"""Words from a verb of staying to how long."""
_TO_END = 4
"""Words behind "until" of which one says when or by what a hold ended."""
_ENDING = frozenset({"month", "season", "trigger", "operation", "war"})
_EVEN = frozenset({"preposition", "after", "before"})
"""Classes of words before which «حتى» means "even"."""
_TODAY = frozenset({"weekday", "day", "now"})
"""Classes of words by which "until" tells how things stand, and no end."""


def lasted(reading: Reading) -> Reading:
    """A gain as a hold of some time ago, where its sentence says how long it lasted; else the reading as it is."""
    trigger = reading.frame.trigger
    held = Relation.HOLDS in {trigger.present, trigger.relation} and reading.frame.voice in {"active", "passive"}
    recalled = reading.relation is Relation.HOLDS and reading.telling is Telling.BACKGROUND
    past = recalled or (held and reading.frame.entry.tense == "past") or _is_over(reading)
    if past and (until := _ends(reading)):
        end = next((date for date in reading.dated if 0 <= date.first - until <= 1), None)
        lent = reading.lent if end is None else (reading.line, end)
        return replace(reading, relation=Relation.HOLDS, telling=Telling.BACKGROUND, lent=lent)
    if not (_is_over(reading) or (held and reading.relation is Relation.GAINED)):
        return reading
    date = reading.date
    length = next((other for other in reading.dated if _length_of(reading, other)), None)
    if length is None and not (date is not None and date.span):
        return reading
    dated = [other for other in reading.dated if other is not length]
    return replace(reading, relation=Relation.HOLDS, telling=Telling.BACKGROUND, dated=dated)


def _is_over(reading: Reading) -> bool:
    """Whether an English hold is told in the past, and not as one that goes on ("held it for three years", not "has held")."""
    line, frame = reading.line, reading.frame
    if line.verb_first or reading.relation is not Relation.HOLDS:
        return False
    if frame.voice == "state":
        return _was(line, frame)
    if frame.voice == "reduced":  # "held by them for a week in June", but "held by them for a week" may be until now
        return any(_length_of(reading, date) and _then(reading, date) for date in reading.dated)
    if frame.voice not in {"active", "passive"} or frame.entry.tense not in {"past", "ed"}:
        return False
    helpers = list(line.before(frame.at, _HELPERS))
    return all(unit.tags.isdisjoint(("have", "had", "still")) for unit in helpers)  # "had ruled it for six years" till now


def _was(line: Line, frame: Frame) -> bool:
    """Whether a state is told with "was", and neither with "is" nor with "has been"."""
    copula = next((at for at in line.leftward(frame.at) if line.units[at].tags & _COPULAS), None)
    return copula is not None and "past_copula" in line.units[copula].cues


def _then(reading: Reading, length: Dated) -> bool:
    """Whether a time follows how long something lasted, in which it did ("for a week in June")."""
    return any(0 < date.first - length.last <= _TO_TIME and not date.since for date in reading.dated)


def _length_of(reading: Reading, date: Dated) -> bool:
    """Whether a date only says how long what a verb tells lasted ("occupied it for five weeks", "for a week, was held")."""
    told, line = reading.frame.at, reading.line
    if not says(line.units, date.first, "for") or comma(line, told + 1, date.first):
        return False
    over = reading.relation is Relation.HOLDS
    if date.first < told and not (over and all("trigger" not in unit.tags for unit in line.units[date.last + 1 : told])):
        return False
    counted = (entry for unit in line.units[date.first : date.last + 1] for entry in unit.entries if entry.tag in _LENGTHS)
    return any(over or entry.value in _LONG for entry in counted)  # for some hours one only comes and goes


def _ends(reading: Reading) -> int:
    """Where it is told until when a hold lasted that is over («سيطروا عليها حتى أيار 2014», "was theirs until 2016"), or 0."""
    line, told = reading.line, reading.frame.at
    return next((at for at in range(told + 1, len(line.units)) if _until(line, told, at)), 0)


def _until(line: Line, told: int, at: int) -> bool:
    """Whether «حتى» or "until" leads from a hold to what ended it, in its own clause."""
    tags = line.units[at].tags
    if not ("when" in tags and says(line.units, at, "until")) and (line.verb_first or "before" not in tags):
        return False
    if any(parted(line.units[n].gap) or (n > told + 1 and line.told(n)) for n in range(told + 1, at + 1)):
        return False
    if any("enduring" in unit.cues for unit in line.units[told + 1 : at]):
        return False  # "احتل الجيش صيدا في حزيران 1982 وبقي فيها حتى 1985"
    after = line.units[at + 1 : at + 1 + _TO_END]
    if after and after[0].tags & _EVEN:
        return False  # "احتفظوا بها حتى بعد الهجوم"
    return any(unit.tags & _ENDING or is_year(unit) for unit in after) and not any(unit.tags & _TODAY for unit in after)


def endured(line: Line, frame: Frame) -> bool:
    """Whether a verb tells how long, or until when, a place stayed as it was («عاشت ثلاث سنوات تحت حكمهم», «… حتى 2016»)."""
    stays = next((at for at in (frame.at, *line.leftward(frame.at)) if "enduring" in line.units[at].cues), None)
    if stays is None:
        return False
    if any(_until(line, frame.at, at) for at in range(frame.at + 1, len(line.units))):
        return True
    if frame.voice != "state" and stays != frame.at:
        return False
    within = range(stays + 1, min(max(frame.at, stays) + _TO_LENGTH, len(line.units)))
    lengths = (at for at in within if _length(line, at) and line.units[at].gap.strip("«»()") == "")
    first = next(lengths, None)
    return first is not None and not any(says(line.units, at, "since", "ago") for at in range(stays, first))


def _length(line: Line, at: int) -> bool:
    """Whether a unit counts a length, or is a war through which something stayed so («طوال الحرب»)."""
    tags = line.units[at].tags
    return bool(tags & _LENGTHS) or ("war" in tags and says(line.units, at - 1, "for"))
