"""Asides between commas: what they set between a verb and what it governs, and on what a participle opens one."""

from whoheld.extract.phrases.phrase import COMMAS, Party, Places
from whoheld.extract.sentence.frame import AUXILIARY, Frame
from whoheld.extract.sentence.line import Line

_ASIDES = frozenset({"source", "after", "before", "backing", "time", "day", "weekday", "relative"})
"""Classes of words that open an aside on who says so, when, or with whom, or on who acts."""
_LONGEST_ASIDE = 9
_PARTICIPLES = frozenset({"ed", "participle"})

_LONGEST_SPEAKER = 7
"""Words from a relative to the verb of saying behind it and who says it."""


def inserted(line: Line, first: int, stop: int) -> set[int]:
    """The units of asides between two commas that say who says so, when, or with whom ("سيطر الجيش، وفق المرصد، على …")."""
    found, at = set[int](), first
    while at < stop:
        unit, end = line.units[at], 0
        if not COMMAS.isdisjoint(unit.gap) and not unit.tags.isdisjoint(_ASIDES):
            closing = range(at + 1, min(stop + 1, at + _LONGEST_ASIDE))
            end = next((n for n in closing if not COMMAS.isdisjoint(line.units[n].gap)), 0)
        found.update(range(at, end))
        at = max(end, at + 1)
    return found


def on_subject(line: Line, verb: int) -> range:
    """The units of an aside on the subject of an Arabic verb («طردت الفصائل، التي تساندها تركيا، المسلحين من الباب»)."""
    subject = line.phrase(verb + 1)
    opens = subject.last + 1 if isinstance(subject, Party) else len(line.units)
    if opens >= len(line.units) or COMMAS.isdisjoint(line.units[opens].gap) or "relative" not in line.units[opens].tags:
        return range(0)
    closing = range(opens + 1, min(len(line.units), opens + _LONGEST_ASIDE))
    return range(opens, next((n for n in closing if not COMMAS.isdisjoint(line.units[n].gap)), opens))


def _beside_first(line: Line, first: int, second: int) -> bool:
    """Whether an English aside on a place has two participles ("Lyman, captured in May and retaken in June, lies in ruins")."""
    place, unit = line.phrase(first - 1), line.units[first]
    if line.verb_first or "," not in unit.gap or not isinstance(place, Places) or place.modifier:
        return False
    joint = second - 1
    while joint > first and "adverb" in line.units[joint].tags:
        joint -= 1
    alone = not any(line.units[at].gap for at in range(first + 1, second + 1))
    participle = any(entry.tag == "trigger" and entry.tense in _PARTICIPLES for entry in unit.entries)
    return alone and participle and "conjunction" in line.units[joint].tags


def goes_beside(line: Line, left: int, frame: Frame) -> bool:
    """Whether a word before a predicate neither has a subject of its own nor is one: an auxiliary, a time, a first participle."""
    unit = line.units[left]
    times = "relative" not in unit.tags and line.times(left)
    return times or not unit.tags.isdisjoint(AUXILIARY) or (frame.voice == "reduced" and _beside_first(line, left, frame.at))


def relative_of(line: Line, at: int) -> int:
    """The relative of whose clause a unit is the first word, or a verb of saying that parts it from its own verb, or -1."""
    if "relative" in line.units[at].tags:
        return at
    return -1 if line.verb_first or "report" not in line.units[at].tags else _before_speaker(line, at)


def _before_speaker(line: Line, report: int) -> int:
    """The relative that is the subject of a verb behind who says so ("Sake, which the army said was in rebel hands"), or -1."""
    verb = line.units[report + 1]
    verbal = bool(verb.tags & AUXILIARY) or line.told(report + 1)
    if line.units[report].gap or verb.gap or line.phrase(report + 1) or not verbal:
        return -1
    for at in range(report - 1, max(0, report - _LONGEST_SPEAKER), -1):
        if "nonpersonal_relative" in line.units[at].cues:
            return at if at < report - 1 else -1
        if line.units[at].gap or line.told(at):
            return -1
    return -1
