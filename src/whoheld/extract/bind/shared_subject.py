"""Whose subject a verb shares that a conjunction behind a comma joins to the clauses before it: the main clause's.

"Iraqi forces deployed in Kirkuk after the Peshmerga left it, and seized the airport": the clause of time ends at the comma, so
that who stands in it is not who seized («انتشرت القوات في كركوك بعدما أخلتها البشمركة، وسيطرت على مطارها»).
"""

from whoheld.extract.bind.acting import acts
from whoheld.extract.bind.backed import closes_backing
from whoheld.extract.phrases.phrase import Party, parted, verbal
from whoheld.extract.sentence.frame import BARE, Frame
from whoheld.extract.sentence.line import Line
from whoheld.lang import Pack
from whoheld.model import Relation

_OPENING = frozenset({"after", "before", "when", "hypothesis", "relative"})
"""Classes of words that open a clause which a comma closes."""


class SharedSubjects:
    """Finds the main clause before a verb in one language."""

    def __init__(self, language: Pack) -> None:
        self._losing = frozenset(trigger.name for trigger in language.trigger if trigger.relation is Relation.LOST)

    def main_clause(self, line: Line, frame: Frame, joint: int) -> int:
        """Where to look left of for the subject of a frame's verb that a unit joins to what stands before it.

        That is the word that opens the subordinate clause right before the comma, where the main clause has a subject of its own
        that does not give way ("the army fled after the rebels broke through, and took" is told of the rebels); else the pivot.
        Who gives way goes on to leave, be there a comma or none ("left Bor after the rebels broke through and withdrew to").
        """
        leaving = frame.trigger.relation is Relation.LOST
        if joint < 1 or not (parted(line.units[joint].gap) or leaving):
            return frame.pivot
        opens = _opening(line, joint)
        subject = _subject(line, opens) if opens > line.begins else None
        if subject is None:
            return frame.pivot
        leaves = self._leaves(line, subject, opens)
        goes_on = leaves if leaving and not parted(line.units[joint].gap) else leaving or not leaves
        return opens if goes_on else frame.pivot

    def _leaves(self, line: Line, subject: Party, opens: int) -> bool:
        """Whether the clause of a subject tells that it goes away or loses something."""
        clause = line.units[subject.first - 1 : opens] if line.verb_first else line.units[subject.last + 1 : opens]
        return any(entry.tag == "trigger" and entry.value in self._losing for unit in clause for entry in unit.entries)


def in_series(line: Line, frame: Frame) -> bool:
    """Whether only a comma joins a verb to the one before ("The rebels crossed the river, took the bridge and …")."""
    at = frame.pivot
    plain = (
        not line.verb_first
        and frame.entry.tense in {"past", "ed"}
        and frame.voice == "active"
        and at > 0
        and line.units[at].gap == ","
    )
    before = (phrase for phrase in line.phrases if isinstance(phrase, Party) and phrase.last < at)
    return plain and any(acts(line, party, at) for party in before) and not closes_backing(line, at)


def _opening(line: Line, joint: int) -> int:
    """The first unit of the subordinate clause that ends before the comma of a unit, or -1."""
    found = -1
    for at in range(joint - 1, line.begins, -1):
        unit = line.units[at]
        if "contrast" in unit.tags:
            break
        if unit.tags & _OPENING and line.phrase(at) is None and not line.times(at):
            found = at
        if parted(unit.gap) and not line.inside(at):
            break
    return found


def _subject(line: Line, opens: int) -> Party | None:
    """Who does something in the clause before a subordinate one, or whom a relative clause describes."""
    described = "relative" in line.units[opens].tags
    for at in line.leftward(opens):
        phrase = line.phrase(at)
        if isinstance(phrase, Party) and phrase.town is None and phrase.case in BARE and not phrase.possessive:
            acting = _beside_verb(line, phrase) if line.verb_first else acts(line, phrase, opens)
            if acting or (described and at == opens - 1):
                return phrase
    return None


def _beside_verb(line: Line, party: Party) -> bool:
    """Whether an Arabic verb stands right before a party, or behind one that opens its clause («إن الحركة هاجمت»)."""
    before, after = party.first - 1, party.last + 1
    if before < line.begins or line.units[before].tags & {"to", "relative"}:
        return after < len(line.units) and line.told(after)
    unknown = line.units[before].tags <= {"time"} and line.phrase(before) is None and verbal(line.units[before].word)
    return not line.units[party.first].gap and (unknown or line.told(before))
