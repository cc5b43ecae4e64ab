"""What a noun tells that somebody says: "an announcement by the government that the town had been captured"."""

from whoheld.extract.phrases.phrase import labelled, parted
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_LONGEST = 10
"""Words from a noun of saying to "that"."""
_BEFORE_NOUN = frozenset({"article", "adverb", "possessive"})
_APART = frozenset({"after", "before", "when"})
"""Classes of words behind which a clause of time begins."""
_BY = ("by", "from")
"""Labels of the prepositions that lead to who announces."""


def leads_to_that(line: Line, at: int) -> int:
    """The "that" behind an English noun of saying and whose it is, or -1."""
    if line.verb_first or "announcement" not in line.units[at].cues or at <= line.begins or not _is_noun(line, at):
        return -1
    for n in range(at + 1, min(at + 1 + _LONGEST, len(line.units))):
        unit = line.units[n]
        if parted(unit.gap):
            return -1
        if "sentential" in unit.cues and "relative" in unit.tags:
            return n
    return -1


def announcers(line: Line, at: int) -> range:
    """The units of who announces, behind "by" or as an owner before the noun; none where nobody is told."""
    that = leads_to_that(line, at)
    if that < 0:
        return range(0)
    if any(labelled(line.units[at + 1], label) for label in _BY):
        first = at + 2
        while first < that and "article" in line.units[first].tags:
            first += 1
        return range(first, that)
    owner = at - 1
    while owner > line.begins and "adverb" in line.units[owner].tags:
        owner -= 1
    phrase = line.phrase(owner)
    return range(phrase.first, owner + 1) if phrase is not None and line.units[owner].possessive else range(0)


def past_that(line: Line, at: int, frame: Frame) -> bool:
    """Whether what a noun of saying tells ends before a frame ("the claim that it won came a day after rebels took")."""
    that = leads_to_that(line, at) if at < frame.at else -1
    return 0 <= that < frame.at and any(line.units[n].tags & _APART for n in range(that + 1, frame.at))


def opens_with_announcement(line: Line, frame: Frame) -> bool:
    """Whether a frame stands in what the subject of a sentence says, so that what follows is said of that, not of the deed.

    So in "The claim by the rebels that Goma had fallen could not be checked".
    """
    for at in range(line.begins, frame.at) if not line.verb_first else ():
        if line.told(at) and line.phrase(at) is None and "announcement" not in line.units[at].cues:
            return False
        if "announcement" in line.units[at].cues and line.begins < leads_to_that(line, at) < frame.at:
            return bool(announcers(line, at))
    return False


def _is_noun(line: Line, at: int) -> bool:
    before = line.units[at - 1]
    return not line.units[at].gap and (before.possessive or bool(before.tags & _BEFORE_NOUN))
