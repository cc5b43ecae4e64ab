"""Which date of a sentence belongs to which frame."""

from collections.abc import Sequence

from whoheld.extract.dates import Dated
from whoheld.extract.frame import BREAKS, Frame
from whoheld.extract.line import Line

_TO_DAY = 6
_AHEAD = 6
"""How far from "two days after" the verb that it dates may stand."""


def choose(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The date of a frame: in its own clause after it, then before it, then that of the report that carries it."""
    known = [date for date in dated if date.latest is not None]
    if not known:
        return None
    own = _after(known, line, frame) or _before(known, line, frame)
    return own or _of_report(known, line, frame)


def _after(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    for date in dated:
        if date.first > frame.at and not date.ahead and not _parted(line, frame.at + 1, _lead(line, date), frame):
            return date
    return None


def _lead(line: Line, date: Dated) -> int:
    """Where a date begins with the word that introduces it ("since 2014")."""
    return date.first - 1 if date.first and not line.units[date.first - 1].tags.isdisjoint(("after", "before")) else date.first


def _before(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    clause = set(line.leftward(frame.at))
    for date in reversed(dated):
        far = date.ahead and (frame.at - date.last > _AHEAD or any(line.units[n].gap for n in range(date.last + 1, frame.at)))
        if date.last in clause and not far and not _parted(line, date.last + 1, frame.at, frame):
            return date
    return None


def _parted(line: Line, first: int, stop: int, frame: Frame) -> bool:
    """Whether another clause begins between two units; a relative that tells of no frame of its own is none."""
    for at in range(first, stop):
        unit = line.units[at]
        if set(unit.gap) & set(";؛:") or (not unit.tags.isdisjoint(BREAKS) and "adverb" not in unit.tags):
            return True
        if at != frame.pivot and "trigger" in unit.tags and line.finite(at) and line.phrase(at) is None:
            return True
        if ("report" in unit.tags and at > frame.at) or ("relative" in unit.tags and at < frame.at):
            return True
    return False


def _of_report(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The day of the report that carries an event, for one told in it and not recalled from before it."""
    recalled = False
    for at in range(frame.at - 1, -1, -1):
        tags = line.units[at].tags
        if "report" in tags:
            recalled = False
            break
        if "after" in tags:
            return None
        recalled = recalled or "had" in tags
    clause = set(line.leftward(frame.at))
    earlier = [date for date in dated if date.last in clause and not date.ahead]
    if recalled:
        return None
    return earlier[-1] if earlier else _after_source(dated, line, frame)


def _after_source(dated: Sequence[Dated], line: Line, frame: Frame) -> Dated | None:
    """The day of a report that closes the sentence ("…, local sources said today")."""
    for at in range(frame.at + 1, len(line.units)):
        if line.units[at].tags.isdisjoint(("report", "source")):
            continue
        for date in dated:
            between = line.units[at + 1 : date.first]
            if at < date.first <= at + _TO_DAY and all(
                unit.tags.isdisjoint(BREAKS | {"trigger", "relative"}) for unit in between
            ):
                return date
    return None
