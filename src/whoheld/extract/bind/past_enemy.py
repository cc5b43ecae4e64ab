"""Whose a deed is that an English participle tells behind what is said of the enemy: that of those who fight him.

"The army kept up its drive to expel the rebels from the towns they had seized, retaking Sake": the last clause before the
comma tells of the rebels, and the participle goes on from the main one.
"""

from whoheld.extract.bind.acting import acts
from whoheld.extract.bind.named_together import first_of_list
from whoheld.extract.phrases.phrase import Party, parted
from whoheld.extract.sentence.frame import BARE, Frame
from whoheld.extract.sentence.line import Line

_GOVERNING = frozenset({"preposition", "after", "before", "when", "be", "conjunction", "relative", "contrast", "plan", "attempt"})
"""Classes of words right before a participle that goes on from no main clause ("by seizing", "while taking")."""
_FIGHTING = frozenset({"adversative", "onslaught", "warfare", "marching"})
"""Cues of words that tell that a main clause is of a fight ("battled against", "resumed the offensive to")."""
_HAVING = frozenset({"have", "had"})
_THEIRS = frozenset({"n", "p", "m"})
"""Whose pronouns those are who fight."""


def past_enemy(line: Line, frame: Frame) -> Party | None:
    """The subject of the main clause, whose fight a participle goes on from past a clause on whom it is against, or None."""
    at = frame.pivot
    if line.verb_first or at < 1 or not any(entry.tense == "ing" for entry in line.units[at].entries):
        return None
    if not parted(line.units[at].gap) and line.units[at - 1].tags & _GOVERNING:
        return None
    opens = _clause_on_enemy(line, frame)
    if opens <= line.begins:
        return None
    before = (p for p in line.phrases if isinstance(p, Party) and p.last < opens and p.case in BARE and not p.possessive)
    subject = next((party for party in before if acts(line, party, opens)), None)
    return first_of_list(line, subject) if subject is not None and _fights(line, subject.last + 1, opens) else None


def _clause_on_enemy(line: Line, frame: Frame) -> int:
    """Where a relative clause opens that ends before a participle and can have no participle of its own, or -1.

    It has the places as its object ("the areas they hold"), or is over before the main clause begins and the participle wins
    back what it tells of ("the men who had stormed the port, recapturing").
    """
    back = "regaining" in line.units[frame.pivot].tags or "regaining" in line.units[frame.at].tags
    for at in range(frame.pivot - 1, line.begins, -1):
        unit = line.units[at]
        if (pronoun := unit.entry("pronoun")) and not unit.gap and pronoun.value in _THEIRS and _takes_up(line, at - 1):
            return at if line.told(at + 1) or line.units[at + 1].tags & _HAVING or _past(line, at + 1) else -1
        if "subject_relative" in unit.cues and not unit.gap and line.phrase(at - 1) is not None:
            return at if back and line.units[at + 1].tags & _HAVING else -1
        if parted(unit.gap) and not line.inside(at):
            break
    return -1


def _takes_up(line: Line, at: int) -> bool:
    """Whether a noun for places stands at a unit, or before its relative ("the towns they", "the areas that they")."""
    noun = at - ("relative" in line.units[at].tags)
    unit = line.units[noun]
    unknown = not unit.tags and unit.word.endswith("s") and line.phrase(noun) is None  # "the valleys they"
    return noun > line.begins and (unknown or not unit.tags.isdisjoint(("head", "area", "share", "surroundings")))


def _past(line: Line, at: int) -> bool:
    unit = line.units[at]
    return not unit.tags and unit.word.endswith("ed")


def _fights(line: Line, first: int, stop: int) -> bool:
    """Whether words tell of a fight, or of a deed that is meant to drive somebody out."""
    fights = any((unit.cues | unit.tail_cues) & _FIGHTING or "plan" in unit.tags for unit in line.units[first:stop])
    return fights or any("to" in line.units[n - 1].tags and "trigger" in line.units[n].tags for n in range(first + 1, stop))
