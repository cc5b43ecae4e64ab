"""Events that are told in the present of a day still to come: «وتتسلم باكو كلبجر في 25 نوفمبر»."""

from whoheld.extract.dates.words import is_year
from whoheld.extract.write import Reading
from whoheld.interval import Bounds
from whoheld.model import Relation

_EVENTS = frozenset({Relation.GAINED, Relation.LOST})
_LONG_PAST = 250
"""Days since the last such day of a year, of which nobody would tell in the present without its year."""


def foretold(reading: Reading, written: Bounds) -> bool:
    """Whether an Arabic verb in the present tells an event of a day or month that comes only after the day of writing."""
    told = reading.line.verb_first and reading.frame.entry.tense == "present" and reading.relation in _EVENTS
    past = (
        reading.frame.at > 0 and "shortening" in reading.line.units[reading.frame.at - 1].tail_cues
    )  # "لم تدخلها إلا في فبراير"
    date = reading.date if told and not past else None
    if date is None or date.latest is None or written.latest is None or date.since:
        return False
    units = reading.line.units[date.first : date.last + 1]
    dated = any("month" in unit.tags for unit in units) and not any(is_year(unit) for unit in units)
    return dated and (written.latest - date.latest).days > _LONG_PAST
