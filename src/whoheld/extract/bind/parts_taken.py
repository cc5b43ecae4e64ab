"""The region of which an Arabic verb takes the parts that another had taken («استعادت كل المناطق التي احتلها الحوثيون في بيحان»).

The clause that says whose they were tells of no deed of its own.
"""

from collections.abc import Collection

from whoheld.extract.phrases.phrase import Party, Places, parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_COUNTING = frozenset({"quantity", "whole", "share", "number", "about", "article", "preposition", "adverb"})
"""Classes of words between a verb and the noun of the parts that it takes."""
_WITHIN = frozenset({"in", "at", "from"})
_HAD = frozenset({"had", "still", "adverb", "become"})
_TO_REGION = 12
"""Words from a relative to the region in which the parts lie."""
_PARTS = frozenset({"quarter", "settlement", "district"})


def parts_taken(line: Line, frame: Frame) -> Places | None:
    """The region, in part, that is told at the end of the clause which says who had its parts, or None."""
    if frame.voice not in {"active", "noun"}:
        return None
    noun = frame.at + 1
    while noun < len(line.units) and not parted(line.units[noun].gap) and not _names_parts(line, noun):
        if not _counts(line, noun):
            return None
        noun += 1
    opens = noun + 1
    if opens >= len(line.units) or not _names_parts(line, noun) or not _relative(line, opens):
        return None
    for at in range(opens + 1, min(opens + _TO_REGION, len(line.units))):
        region = line.phrase(at)
        if parted(line.units[at].gap) or "relative" in line.units[at].tags:
            return None
        if isinstance(region, Places):
            named = bool(region.names) and not region.modifier and region.case in _WITHIN
            return region.in_part() if named and _may_lie_in(line, noun, region) else None
    return None


def of_parts_taken(line: Line, frame: Frame, gaining: Collection[str]) -> bool:
    """Whether a frame only says whose the parts had been that a verb before it takes."""
    opens = frame.at - 1
    while opens > line.begins and line.units[opens].tags & _HAD and not line.units[opens + 1].gap:
        opens -= 1
    if opens <= line.begins or not _relative(line, opens) or not _names_parts(line, opens - 1):
        return False
    verb = opens - 2
    while verb > line.begins and _counts(line, verb):
        verb -= 1
    return any(entry.tag == "trigger" and entry.value in gaining for entry in line.units[verb].entries)


def _counts(line: Line, at: int) -> bool:
    """Whether a word is of a verb's subject, or says how many parts its object is («عددا من»)."""
    unit = line.units[at]
    number = not unit.tags and unit.word.endswith("ا") and line.phrase(at) is None
    return number or isinstance(line.phrase(at), Party) or bool(unit.tags & _COUNTING)


def _relative(line: Line, at: int) -> bool:
    return "relative" in line.units[at].tags and not line.units[at].gap


def _names_parts(line: Line, at: int) -> bool:
    """Whether a word is the noun of several quarters, villages or areas that bear no name."""
    phrase, head = line.phrase(at), line.units[at].entry("head")
    named = isinstance(phrase, Party) or (isinstance(phrase, Places) and bool(phrase.names))
    return not named and head is not None and head.value in _PARTS and head.tense == "many"


def _may_lie_in(line: Line, noun: int, region: Places) -> bool:
    """Whether parts lie in a place: quarters in a town, villages and areas in a region."""
    head = line.units[noun].entry("head")
    return (head is not None and head.value == "quarter") or all(name.kind != "settlement" for name in region.names)
