"""A hold that is told with how long it lasted, and so is over: «سيطروا على المدينة من 2012 إلى 2013», «ظلت عاما في قبضتهم»."""

from dataclasses import replace

from whoheld.extract.dates import Dated
from whoheld.extract.dates.clauses import comma
from whoheld.extract.dates.words import says
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
_TO_LENGTH = 8
"""Words from a verb of staying to how long."""


def lasted(reading: Reading) -> Reading:
    """A gain as a hold of some time ago, where its sentence says how long it lasted; else the reading as it is."""
    trigger = reading.frame.trigger
    held = Relation.HOLDS in {trigger.present, trigger.relation} and reading.frame.voice in {"active", "passive"}
    if not held or not (reading.relation is Relation.GAINED or _is_over(reading)):
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
    if line.verb_first or reading.relation is not Relation.HOLDS or frame.entry.tense not in {"past", "ed"}:
        return False
    helpers = list(line.before(frame.at, _HELPERS))
    return all(unit.tags.isdisjoint(("have", "had", "still")) for unit in helpers)  # "had ruled it for six years" till now


def _length_of(reading: Reading, date: Dated) -> bool:
    """Whether a date only says how long what a verb tells lasted ("occupied it for five weeks")."""
    told, units = reading.frame.at, reading.line.units
    if date.first < told or not says(units, date.first, "for") or comma(reading.line, told + 1, date.first):
        return False
    counted = (entry for unit in units[date.first : date.last + 1] for entry in unit.entries if entry.tag in _LENGTHS)
    over = reading.relation is Relation.HOLDS
    return any(over or entry.value in _LONG for entry in counted)  # for some hours one only comes and goes


def endured(line: Line, frame: Frame) -> bool:
    """Whether a verb tells how long a place stayed as it is told to have been («عاشت ثلاث سنوات تحت حكمهم»)."""
    stays = next((at for at in line.leftward(frame.at) if "enduring" in line.units[at].cues), None)
    if stays is None:
        return False
    within = range(stays + 1, min(max(frame.at, stays) + _TO_LENGTH, len(line.units)))
    lengths = (at for at in within if line.units[at].tags & _LENGTHS and line.units[at].gap.strip("«»()") == "")
    first = next(lengths, None)
    return first is not None and not any(says(line.units, at, "since", "ago") for at in range(stays, first))
