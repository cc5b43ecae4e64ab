"""Indirect speech: what a clause is under a verb of saying, and what is not said yet."""

from itertools import islice, pairwise

from whoheld.extract.phrases.phrase import parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_NEAR, _FAR = 4, 8
"""Words from a verb of saying to its "that": those that say when are not counted, and with them."""
_IMPERFECT, _STATES = ("ي", "ت"), frozenset({"still", "become"})
_TO_REPORT = 12
"""Words from what is announced back to the verb that announces it."""
_OTHER_CLAUSE = frozenset({"when", "relative", "after", "before", "contrast"})
_LONG_AGO = frozenset({"month", "season", "reference", "conditional"})
"""Classes of words by which a day is told that is not the news'."""
_YEAR = 4
"""Digits of a year."""
_DATING = frozenset({"month", "weekday", "day", "preposition"})


def past_aside(line: Line, frame: Frame) -> bool:
    """Whether an aside parts a predicate from its subject ("said that Um Rawaba, the second city, had been recovered")."""
    walked = list(line.leftward(frame.pivot))
    return not line.verb_first and any(at > left + 1 for at, left in pairwise(walked))


def announced_before(line: Line, frame: Frame) -> bool:
    """Whether an Arabic verb in the pluperfect tells that a deed had been announced («وكان الجيش أعلن استعادة أم روابة»)."""
    walked = range(frame.at - 1, max(-1, frame.at - 1 - _TO_REPORT), -1)
    said = next((at for at in walked if "report" in line.units[at].tags and line.phrase(at) is None), -1)
    if (
        said < 1
        or line.units[said].reading.conjunction
        or not any(entry.tag == "report" and entry.tense == "past" for entry in line.units[said].entries)
    ):
        return False
    for left in range(said - 1, max(-1, said - 1 - _FAR), -1):
        unit = line.units[left]
        if parted(line.units[left + 1].gap):
            return False
        if line.phrase(left) is not None:
            continue
        if "had" in unit.tags:
            return True
        if unit.tags & _OTHER_CLAUSE or ("to" in unit.tags and left + 1 < said) or line.finite(left):
            return False
    return False


def reported(line: Line, frame: Frame) -> bool:
    """Whether a clause is what somebody says, so that the pluperfect is only a shifted past."""
    walked = list(line.leftward(frame.pivot))
    for at, left in zip(walked, [*walked[1:], *(at - 1 for at in walked[-1:])], strict=True):
        tags = line.units[at].tags
        if "report" in tags or _says_aside(line, left, at) or ("relative" in tags and _says_that(line, left, at)):
            return True
        if not tags.isdisjoint(("after", "relative")):
            return False
    return False


def said_behind(line: Line, frame: Frame) -> bool:
    """Whether who says so stands behind a pluperfect, which is only a shifted perfect ("The army had taken Bama, it said").

    With a month, a year or how long ago it was, it tells all the same of what had been before.
    """
    told, rest = line.units[line.begins : frame.at], line.units[frame.at + 1 :]
    if line.verb_first or (frame.voice == "noun" and frame.pivot == frame.at) or not any("had" in unit.tags for unit in told):
        return False
    if any(unit.tags & _OTHER_CLAUSE or unit.tags & _LONG_AGO or _is_year(unit) for unit in (*told, *rest)):
        return False
    says = next((n for n in range(frame.at + 1, len(line.units)) if "report" in line.units[n].tags and line.finite(n)), 0)
    opens = next((n for n in range(says, frame.at, -1) if parted(line.units[n].gap) and not line.inside(n)), 0)
    own = any("trigger" in line.units[n].tags and line.finite(n) for n in range(opens, says))
    return opens > 0 and "conjunction" not in line.units[opens].tags and not own


def _is_year(unit: Unit) -> bool:
    return unit.word.isdigit() and len(unit.word) == _YEAR


def _says_aside(line: Line, left: int, at: int) -> bool:
    """Whether an aside between two units of a clause only says who says it ("The army, it said on Friday, had …")."""
    passed = [unit.tags for unit in line.units[left + 1 : at]]
    return any("report" in tags for tags in passed) and all("relative" not in tags for tags in passed)


def _says_that(line: Line, left: int, at: int) -> bool:
    """Whether a relative is the "that" of a verb of saying, whatever aside parts them."""
    return said_before(line, at) or "report" in line.units[max(0, left)].tags


def said_before(line: Line, at: int) -> bool:
    """Whether a verb of saying stands near before its "that", with whom it is said to and when between them."""
    near = (unit for unit in line.before(at, _FAR) if not (unit.word.isdigit() or unit.tags & _DATING))
    return any("report" in unit.tags for unit in islice(near, _NEAR))


def yet_to_say(line: Line, at: int) -> bool:
    """Whether something is not said yet ("is expected to announce the fall of", "من المتوقع أن تعلن")."""
    if line.units[at].reading.future or (at > 0 and "premature" in line.units[at - 1].cues):
        return True
    before = at - 1
    while before > 0 and "to" in line.units[before].tags and not line.units[before + 1].gap:
        before -= 1
    led = before < at - 1 or any(entry.tense == "base" for entry in line.units[at].entries)
    return led and before >= 0 and not line.units[before].tags.isdisjoint(("modal", "plan", "hedge"))


def may_be(line: Line, at: int) -> bool:
    """Whether «قد» stands at a unit before an imperfect, so that its clause tells what may be («قد يسيطر الجيش على»)."""
    unit, after = line.units[at], line.units[at + 1] if at + 1 < len(line.units) else None
    if after is None or "dubitative" not in unit.cues or after.gap or line.phrase(at + 1) is not None:
        return False
    tenses = {entry.tense for entry in after.entries}
    stays = bool(after.tags & _STATES) and after.reading.stem.startswith(_IMPERFECT)
    return "past" not in tenses and ("present" in tenses or stays)
