"""Indirect speech: what a clause is under a verb of saying, and what is not said yet."""

from itertools import pairwise

from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_NEAR = 4
"""Words from a verb of saying to its "that"."""


def past_aside(line: Line, frame: Frame) -> bool:
    """Whether an aside parts a predicate from its subject ("said that Um Rawaba, the second city, had been recovered")."""
    walked = list(line.leftward(frame.pivot))
    return not line.verb_first and any(at > left + 1 for at, left in pairwise(walked))


def reported(line: Line, frame: Frame) -> bool:
    """Whether a clause is what somebody says, so that the pluperfect is only a shifted past."""
    for left in line.leftward(frame.pivot):
        tags = line.units[left].tags
        if "report" in tags or ("relative" in tags and any("report" in unit.tags for unit in line.before(left, _NEAR))):
            return True
        if not tags.isdisjoint(("after", "relative")):
            return False
    return False


def yet_to_say(line: Line, at: int) -> bool:
    """Whether something is not said yet ("is expected to announce the fall of", "من المتوقع أن تعلن")."""
    if line.units[at].reading.future:
        return True
    before = at - 1
    while before > 0 and "to" in line.units[before].tags and not line.units[before + 1].gap:
        before -= 1
    led = before < at - 1 or any(entry.tense == "base" for entry in line.units[at].entries)
    return led and before >= 0 and not line.units[before].tags.isdisjoint(("modal", "plan", "hedge"))
