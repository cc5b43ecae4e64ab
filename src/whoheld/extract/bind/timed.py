"""Places of which only the time is told ("and Timbuktu on Sunday"), or with which another is compared ("a day after Goma")."""

from collections.abc import Iterator
from itertools import takewhile

from whoheld.extract.bind.lists import coordinated
from whoheld.extract.bind.set_apart import past_apposition
from whoheld.extract.phrases.phrase import Party, Places, labelled, parted
from whoheld.extract.sentence.frame import Frame, as_places
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.times import DATED
from whoheld.extract.words.letters import TIMES
from whoheld.extract.words.scan import Unit
from whoheld.model import Relation

_COMPARING = frozenset({"after", "before", "when"})
"""Classes of words between a measure of time and the place with which another is compared."""
_OPENING = frozenset({"conjunction", "relative", "report"})
"""Classes of words that open a clause, or go on with a list."""
_CLOSING = TIMES | {"conjunction", "contrast"}
_IN_DATE = TIMES | {"preposition", "article"}


def gapped(line: Line, frame: Frame) -> Iterator[Places]:
    """Further subjects of which only the time is told ("Gao fell on Saturday and Timbuktu on Sunday")."""
    last = frame.at
    for told in line.phrases:
        timed = told.first > last and _timed(line, told.last)
        phrase = (as_places(told) if timed else None) or told
        if phrase.first <= last or isinstance(phrase, Party) or phrase.case in {"to", "by"}:
            continue
        joined = isinstance(phrase, Places) and phrase.case in {"list", "comma"} and not phrase.modifier
        if not isinstance(phrase, Places) or not joined or not timed or not _only_dated(line, last + 1, phrase.first):
            return
        yield phrase
        last = phrase.last


def _timed(line: Line, last: int) -> bool:
    """Whether only a time follows what ends at a unit, or an aside on it ("and Tikrit, Saddam's home town, a day later")."""
    told = line.units[_past_aside(line, last + 1) or last + 1 :][:3]
    return any(unit.tags & TIMES for unit in told[:2]) or any(unit.word[0].isdigit() for unit in told)  # "on the 31st"


def _past_aside(line: Line, at: int) -> int:
    """The unit behind an aside without a verb or a date that begins at a unit, or 0."""
    if at >= len(line.units) or "," not in line.units[at].gap:
        return 0
    closes = next((n for n in range(at + 1, len(line.units)) if parted(line.units[n].gap)), 0)
    plain = (line.phrase(n) is not None or not (line.told(n) or line.units[n].tags & _OPENING) for n in range(at, closes))
    return closes if all(plain) and "," in line.units[closes].gap else 0


def _only_dated(line: Line, first: int, stop: int) -> bool:
    """Whether only dates, parties and an aside without a verb, or on who says so, part a place from what is told before it."""
    aside = next((n for n in range(first, stop) if _resumed(line, n)), stop)
    resumed = _resumed(line, aside) or stop
    return all(_dates(line, n) for n in (*range(first, aside), *range(resumed, stop)))


def _resumed(line: Line, at: int) -> int:
    """The conjunction behind an aside that begins at a unit (", a border town, and", ", the army said, and"), or 0."""
    if at >= len(line.units) or "," not in line.units[at].gap:
        return 0
    closes = next((n for n in range(at + 1, len(line.units)) if parted(line.units[n].gap)), 0)
    said = closes and "report" in line.units[closes - 1].tags and "conjunction" in line.units[closes].tags
    return closes if said else past_apposition(line, at)


def _dates(line: Line, at: int) -> bool:
    unit = line.units[at]
    return bool(unit.tags & DATED) or unit.word[0].isdigit() or isinstance(line.phrase(at), Party)


def compared(line: Line, frame: Frame) -> Iterator[Places]:
    """The place that befell the same as the one of a clause, at a time that the clause measures from it."""
    if frame.voice not in {"active", "passive"} or frame.trigger.relation not in {Relation.GAINED, Relation.LOST}:
        return
    last = max(frame.at, frame.places[-1].last)
    for phrase in line.phrases:
        if phrase.first <= last + 1 or not isinstance(phrase, Places):
            continue
        after, measure = line.units[phrase.first - 1], line.units[phrase.first - 2]
        measured = bool(after.tags & _COMPARING) and bool(measure.tags & {"unit", "reference"}) and not after.gap
        if measured and phrase.names and not (phrase.modifier or line.units[phrase.first].gap) and _ends(line, phrase.last + 1):
            yield from coordinated(line, phrase, verb_first=False)
            return
        if any(line.told(n) and line.phrase(n) is None for n in range(last + 1, phrase.first)):
            return


def dated_before(line: Line, frame: Frame) -> Iterator[Places]:
    """The places that befell the same before, each with its own time («بعد شبرغان السبت وزرنج الجمعة», «بعد غوما في يناير»)."""
    last = max(frame.at, *(phrase.last for phrase in frame.places))
    first = next((p for p in line.phrases if p.first > last and isinstance(p, Places) and p.case == "after"), None)
    if first is None or not (frame.voice == "state" or frame.trigger.relation in {Relation.GAINED, Relation.LOST}):
        return
    after = line.units[first.first - 1]
    if "after" not in after.tags or labelled(after, "with") or any(line.told(n) for n in range(last + 1, first.first)):
        return
    listed = takewhile(lambda phrase: phrase.case == "list", (p for p in line.phrases if p.first > first.last))
    for phrase in (first, *listed):
        named = isinstance(phrase, Places) and phrase.names and not phrase.modifier
        if not (isinstance(phrase, Places) and named and _dated_alone(line, phrase.last + 1)):
            return
        yield phrase


def _dated_alone(line: Line, at: int) -> bool:
    """Whether only a date stands behind a place, up to the next of a list or the end of the clause."""
    end = at
    while end < len(line.units) and line.phrase(end) is None and not line.units[end].gap and _of_date(line.units[end]):
        end += 1
    after = line.phrase(end) if end < len(line.units) else None
    closed = end == len(line.units) or parted(line.units[end].gap) or (isinstance(after, Places) and after.case == "list")
    return closed and any(unit.tags & TIMES or unit.word.isdigit() for unit in line.units[at:end])


def _of_date(unit: Unit) -> bool:
    return bool(unit.tags & _IN_DATE) or unit.word.isdigit()


def _ends(line: Line, at: int) -> bool:
    unit = line.units[at] if at < len(line.units) else None
    return unit is None or parted(unit.gap) or bool(unit.tags & _CLOSING)
