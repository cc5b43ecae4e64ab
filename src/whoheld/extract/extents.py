"""How much of a place is meant where not its own phrase says so, but what stands beside the trigger or is excepted behind it."""

from whoheld.extract.phrases.phrase import Places
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.model import Extent

_TO_ADVERB = 3
"""Words from an adverb like "partly" to its verb, or to the noun of its state ("largely under the control")."""
_TO_SHARE = 2
"""Words from a place to how much of it is meant («في معظمها»)."""


def in_part(line: Line, frame: Frame) -> bool:
    """Whether a word beside a trigger says that only a part is meant ("partly occupied it", «تخضع تعز في معظمها لسلطة»)."""
    first = frame.places[0].first if frame.places and frame.places[0].first > frame.at else frame.at + 1
    beside = [*line.before(frame.at, _TO_ADVERB)]
    if line.verb_first:
        last = frame.places[-1].last + 1 if frame.places else first
        beside += [*line.units[frame.at + 1 : first], *line.units[last : last + _TO_SHARE]]
    told = any("in_part" in unit.cues | unit.tail_cues and not unit.reading.conjunction for unit in beside)
    return told or (not line.verb_first and _but_parts(line, frame))


def _but_parts(line: Line, frame: Frame) -> bool:
    """Whether parts without a name are excepted behind a place ("control the city, except for certain areas")."""
    last = max((phrase.last for phrase in frame.places), default=frame.at)
    if last + 1 >= len(line.units) or "except" not in line.units[last + 1].tags:
        return False
    parts = next((phrase for phrase in line.phrases if phrase.first > last), None)
    return isinstance(parts, Places) and not parts.names and (parts.anaphor == "many" or parts.extent is Extent.PART)
