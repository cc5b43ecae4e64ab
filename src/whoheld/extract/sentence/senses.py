"""What around a trigger shows that it is meant in another sense: a result of a match, a fight that is over, what is left as."""

from collections.abc import Sequence
from itertools import takewhile

from whoheld.extract.phrases.phrase import Party, labelled, parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_OBJECT = 7
"""Words from a verb to what tells its sense."""
_CLAUSES = frozenset({"relative", "after", "before", "when", "contrast", "report"})
"""Classes of words that open another clause."""
_BEHIND_SCORE = frozenset({"preposition", "weekday", "conjunction"})
_HELPING = frozenset({"have", "had", "be", "adverb"})
_BEHIND_NOUN = _CLAUSES | {"preposition", "adverb", "weekday", "day", "time", "reference", "relative", "be", "have", "had"}
"""Classes of words before which a noun qualifies nothing ("in the vote last year")."""


def scores(line: Line, at: int) -> bool:
    """Whether the result of a match stands behind a verb ("fell to Erbil 2-0 on Saturday"), and no days nor a count."""
    for n in range(at + 2, min(at + _OBJECT, len(line.units))):
        one, other = line.units[n - 1], line.units[n]
        after = line.units[n + 1] if n + 1 < len(line.units) else None
        digits = other.gap == "-" and one.word.isdigit() and other.word.isdigit() and len(one.word) == len(other.word) == 1
        counts = after is not None and not after.gap and after.tags.isdisjoint(_BEHIND_SCORE) and "result" not in after.cues
        if digits and not counts and "month" not in line.units[n - 2].tags:
            return True
    return False


def contends(line: Line, at: int) -> bool:
    """Whether a place is won in a vote or a league, or with shops ("in the mayoral runoff", "in Serie A", "with 40 stores")."""
    opened = ""
    for n in range(at + 1, len(line.units)):
        unit = line.units[n]
        if "preposition" in unit.tags:
            opened = "contest" if labelled(unit, "in") else "shop" if labelled(unit, "with") else ""
        elif parted(unit.gap) or not unit.tags.isdisjoint(_CLAUSES):
            return False
        elif opened in unit.cues and not _compounded(line, n):
            return True
    return False


def _compounded(line: Line, at: int) -> bool:
    """Whether a word only qualifies the one behind it ("in election week", "in the final days of the war")."""
    after = line.units[at + 1] if at + 1 < len(line.units) else None
    return after is not None and not (after.gap or after.capital) and after.tags.isdisjoint(_BEHIND_NOUN)


def by_degrees(line: Line, frame: Frame) -> bool:
    """Whether a verb tells what is still being taken, and so far in part ("are retaking Mosul block by block")."""
    if frame.entry.tense != "ing" or line.verb_first:
        return False
    behind = (line.units[at] for at in line.rightward(max([frame.at, *(phrase.last for phrase in frame.places)])))
    return any("piecemeal" in unit.tags for unit in takewhile(lambda unit: not parted(unit.gap), behind))


def left_as(line: Line, frame: Frame) -> bool:
    """Whether a place is only left as what it still is to others ("leaving Gorazde as the last Bosnian-held town")."""
    at = frame.places[-1].last + 1 if frame.places else len(line.units)
    if at >= len(line.units) or line.units[at].gap or "calling" not in line.units[at].cues:
        return False
    return any(unit.gap == "-" and "trigger" in unit.tags for unit in line.units[at + 1 : at + _OBJECT])


def not_now(line: Line, frame: Frame) -> str:
    """Why no fighting goes on where its noun stands ("توقف القتال", "fighting has ended", "may break out"), or empty."""
    at, after = frame.at, _past_helpers(line, frame.at + 1)
    whose = line.phrase(at - 1)
    before = at - 1 if not isinstance(whose, Party) else whose.first - 1  # "حسم الجيش المعركة"
    beside = [*line.units[max(0, before) : before + 1], *line.units[at : after + 1]]
    if any("modal" in unit.tags and not (unit.capital or unit.gap) for unit in line.units[at + 1 : at + 2]):
        return "modal"
    over = any("ceased" in unit.tags and not (unit.gap and n) for n, unit in enumerate(beside)) and not _negated(beside)
    over = over or any("no_longer" in unit.tags for unit in beside)  # «لم يعد القتال دائرا», «القتال لم يعد محتدما»
    return "over" if over or _is_over(line, frame) else ""


def _is_over(line: Line, frame: Frame) -> bool:
    """Whether what an English noun says of the place behind it has come to an end ("The battle for control of Sirte ended")."""
    behind = (phrase.last for phrase in frame.places if phrase.first > frame.at)
    verb = _past_helpers(line, min(behind, default=frame.at) + 1)
    told = not line.verb_first and verb < len(line.units) and not line.units[verb].gap
    return told and "ceased" in line.units[verb].tags and not _negated(line.units[verb : verb + 1])


def _past_helpers(line: Line, at: int) -> int:
    while at < len(line.units) and not line.units[at].gap and line.units[at].tags & _HELPING:
        at += 1
    return at


def _negated(units: Sequence[Unit]) -> bool:
    return any("ongoing" in unit.tags for unit in units)
