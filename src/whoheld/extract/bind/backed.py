"""The subject behind which it is told by whom it is backed, no comma closing that ("The KDP, backed by tanks and guns took")."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import Party, labelled
from whoheld.extract.sentence.frame import BARE
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_LONGEST = 20
"""Words from a subject to the last of those who back it."""
_HELP = 4
"""Words of "with the full support of"."""
_ENDS = ("ed", "en")
"""Endings of participles and of the verbs with which another clause may go on."""


def whom_they_back(line: Line, party: Party) -> Party | None:
    """The subject that the last of a list only backs, or None."""
    if party.case not in {"list", "comma"}:
        return None
    for at in range(party.first - 1, max(line.begins, party.first - _LONGEST), -1):
        unit = line.units[at]
        if line.phrase(at) is not None:
            continue
        if unit.gap == "," and (_is_backed(line.units, at) or _with_help(line.units, at)):
            subject = line.phrase(at - 1)
            bare = isinstance(subject, Party) and subject.last == at - 1 and subject.case in BARE and not subject.possessive
            return subject if bare and isinstance(subject, Party) else None
        if line.told(at) or unit.word.endswith(_ENDS) or not unit.tags.isdisjoint(("relative", "when", "after", "before", "be")):
            return None
    return None


def closes_backing(line: Line, verb: int) -> bool:
    """Whether the comma before a verb closes what is told of who backs the party before it (", helped by tribesmen, took")."""
    for at in range(verb - 1, max(line.begins, verb - _LONGEST), -1):
        if line.units[at].gap == "," and isinstance(line.phrase(at - 1), Party) and line.phrase(at) is None:
            return _is_backed(line.units, at) or _with_help(line.units, at)
    return False


def _is_backed(units: Sequence[Unit], at: int) -> bool:
    """Whether a participle leads to those who do something for a subject ("helped by", "led by")."""
    told = not units[at].tags.isdisjoint(("backing", "led")) and not labelled(units[at], "of")
    behind = units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
    return told or (units[at].word.endswith(_ENDS) and behind is not None and labelled(behind, "by"))


def _with_help(units: Sequence[Unit], at: int) -> bool:
    """Whether "with the help of" stands at a unit."""
    return labelled(units[at], "with") and any("aid" in unit.cues for unit in units[at + 1 : at + _HELP])
