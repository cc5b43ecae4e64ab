"""What is all that somebody has left: what Arabic excepts from a denied verb of remaining («لم يبق للتنظيم سوى هجين»)."""

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_TO_EXCEPTED = 2
"""Words from what excepts a place to the place."""


def excepted_state(line: Line, frame: Frame) -> bool:
    """Whether a state is told of the place that is excepted from what does not remain («لم يبق سوى تلعفر بيد التنظيم»)."""
    first = frame.places[0].first if line.verb_first and frame.voice == "state" and frame.places else 0
    return line.begins < first < frame.at and any("except" in unit.tags for unit in line.before(first, _TO_EXCEPTED))


def left_over(line: Line, frame: Frame) -> bool:
    """Whether what is excepted is all that somebody has, and not all that he did («لم تقصف القوات سوى إدلب»).

    A place that still lies before somebody is not his («لم يبق أمام الجيش سوى الباغوز»).
    """
    if not line.verb_first:
        return True
    if frame.actor is not None and frame.actor.case == "facing":
        return False
    for at in range(frame.at - 1, line.begins - 1, -1):
        unit = line.units[at]
        if "no_longer" in unit.tags:
            return True
        if "negation" in unit.tags:
            verb = line.units[at + 1]
            return isinstance(line.phrase(at + 1), Party) or "left_over" in verb.cues
    return False
