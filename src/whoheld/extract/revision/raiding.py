"""Raids: who storms a town to arrest and to search has not taken it, nor lost it when he leaves («اقتحمت نابلس … واعتقلت»)."""

from collections.abc import Iterable, Sequence

from whoheld.extract.finding import Finding
from whoheld.extract.phrases.meaning import same
from whoheld.extract.sentence.line import Line
from whoheld.extract.write import Reading
from whoheld.model import Relation

_ASSAULT = "assault"
"""The trait of verbs that may as well tell of a raid."""
_NEAR = 2
"""Sentences around a storming of which one tells what it was for."""
_TO_ARRESTS = 15
"""Words from a verb of leaving to the arrests after which it was."""


def take_back_raids(findings: Sequence[Finding], lines: Sequence[Line]) -> None:
    """Takes back the gains that only tell of a raid, and the losses of who leaves again.

    A town that the text lets somebody take or hold by other words too was taken.
    """
    arrests = [any("arresting" in unit.cues for unit in line.units) for line in lines]
    if not any(arrests):
        return
    readings = [reading for finding in findings for reading in finding.readings]
    kept = {r.name.key for r in readings if r.relation in {Relation.GAINED, Relation.HOLDS} and not _comes(r)}
    where = {id(line): at for at, line in enumerate(lines)}
    raids = [r for r in readings if _comes(r) and r.name.key not in kept and _near(arrests, where[id(r.line)])]
    gone = {id(r) for r in readings if r.relation is Relation.LOST and (_raided(r, raids) or _leaves_after_arrests(r))}
    gone |= {id(reading) for reading in raids}
    for finding in findings:
        if any(id(reading) in gone for reading in finding.readings):
            finding.readings = [reading for reading in finding.readings if id(reading) not in gone]
            finding.refusal = finding.refusal if finding.readings else "raid"


def _comes(reading: Reading) -> bool:
    return reading.relation is Relation.GAINED and _ASSAULT in reading.frame.trigger.traits


def _near(arrests: Sequence[bool], at: int) -> bool:
    return any(arrests[max(0, at - _NEAR) : at + _NEAR + 1])


def _raided(loss: Reading, raids: Sequence[Reading]) -> bool:
    """Whether somebody leaves a town that he only raided."""
    return any(raid.name.key == loss.name.key and same(raid.actor, loss.actor) for raid in raids)


def _leaves_after_arrests(loss: Reading) -> bool:
    """Whether men are told to leave after arrests («انسحبت بعد أن اعتقلت شابين», «شنت حملة اعتقالات قبل أن تنسحب منها»)."""
    line, at = loss.line, loss.frame.at
    behind, before = range(at, min(at + _TO_ARRESTS, len(line.units))), range(at, max(line.begins, at - _TO_ARRESTS) - 1, -1)
    return _arrests_beyond(line, behind, "after") or _arrests_beyond(line, before, "before")


def _arrests_beyond(line: Line, way: Iterable[int], opens: str) -> bool:
    """Whether arrests are told on the other side of a word that opens a clause of time."""
    passed = False
    for at in way:
        passed = passed or opens in line.units[at].tags
        if passed and "arresting" in line.units[at].cues:
            return True
    return False
