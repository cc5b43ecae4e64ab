"""Who is only named as the enemy of those who act: "Militias fighting the Houthis took Zinjibar"."""

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.sentence.line import Line

_MEN = frozenset({"armed", "actor", "nonstate", "regular"})
"""Classes of nouns for those who fight."""


def is_enemy(line: Line, party: Party) -> bool:
    """Whether somebody is only named as the enemy of those whose verb stands right before him.

    So in "Militias fighting the Houthis took Zinjibar", "They pushed back the Taliban and retook Panjwai".
    """
    at = party.first - 1
    while at > line.begins and ("article" in line.units[at].tags or "particle" in line.units[at].cues):
        at -= 1
    if at <= line.begins or any(unit.gap for unit in line.units[at : party.first + 1]) or line.phrase(at) is not None:
        return False
    verb, subject = line.units[at], line.units[at - 1].tags
    past = verb.word.endswith("ed") or "nonnominal" in verb.cues
    return (verb.word.endswith("ing") and bool(subject & _MEN)) or (past and "pronoun" in subject)
