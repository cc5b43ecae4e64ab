"""How much of a place is meant where not its own phrase says so, but what stands beside the trigger or is excepted behind it."""

from whoheld.extract.bind.other_parts import excepted
from whoheld.extract.phrases.phrase import Places, labelled
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.senses import by_degrees
from whoheld.model import Extent

_TO_ADVERB = 3
"""Words from an adverb like "partly" to its verb, or to the noun of its state ("largely under the control")."""

_TO_SHARE = 2
"""Words from a place to how much of it is meant («في معظمها»)."""

_TO_EXCEPTED = 5
"""Words from one that excepts to what is excepted."""


def in_part(line: Line, frame: Frame) -> bool:
    """Whether a word beside a trigger says that only a part is meant ("partly occupied it", «تخضع تعز في معظمها لسلطة»).

    It may be the trigger itself («أما سرت فمعظمها مع الجيش»).
    """
    beside = [*line.before(frame.at, _TO_ADVERB)]
    if line.verb_first:
        first = frame.places[0].first if frame.places and frame.places[0].first > frame.at else frame.at + 1
        last = frame.places[-1].last + 1 if frame.places else first
        beside += [*line.units[frame.at : first], *line.units[last : last + _TO_SHARE]]
    said = any("in_part" in unit.cues | unit.tail_cues and not unit.reading.conjunction for unit in beside)
    if said or excepted(line, frame):
        return True
    return not line.verb_first and (_partly_by(line, frame.at + 1) or _not_all(line, frame) or by_degrees(line, frame))


def _partly_by(line: Line, at: int) -> bool:
    """Whether an adverb of several words parts a passive from its agent ("is controlled in part by")."""
    adverb, agent = line.units[at : at + 1], line.units[at + 1 : at + 2]
    by = bool(agent) and labelled(agent[0], "by")
    return by and "adverb" in adverb[0].tags and "portion" in adverb[0].tail_cues


def _not_all(line: Line, frame: Frame) -> bool:
    """Whether a part of the only place that a frame names is excepted ("control Marawi, except for a few districts").

    Parts without a name are those of each of several.
    """
    but = max((phrase.last for phrase in frame.places), default=frame.at) + 1
    if but >= len(line.units) or "except" not in line.units[but].tags:
        return False
    behind = (line.phrase(at) for at in range(but + 1, min(but + _TO_EXCEPTED, len(line.units))))
    parts = next((phrase for phrase in behind if phrase is not None), None)
    only = len(frame.places) == 1 and len(frame.places[0].names) <= 1
    shares = [name.extent is Extent.PART for phrase in frame.places for name in phrase.names]
    if not only and shares[-1:] == [True] and not all(shares):
        return False  # "from Farah and most of Helmand, with the exception of three districts"
    return isinstance(parts, Places) and (only or (not parts.names and (parts.anaphor == "many" or parts.extent is Extent.PART)))
