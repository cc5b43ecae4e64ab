"""Whose a verb is behind those whom men are sent to fight: theirs ("Chadians sent to help the army fight rebels took Bo")."""

from whoheld.extract.phrases.phrase import Party, Places
from whoheld.extract.sentence.frame import BARE, BREAKS, SAYS
from whoheld.extract.sentence.line import Line

_REACH = 14
"""Words from a party back to the participle by which the men are sent."""
_OTHER_CLAUSE = BREAKS | SAYS | {"relative", "pronoun", "be", "have", "had", "modal"}
"""Classes of words behind which a party acts himself."""
_WHEN = frozenset(
    {
        "preposition",
        "day",
        "weekday",
        "month",
        "reference",
        "unit",
        "time",
        "season",
        "article",
        "number",
        "quantity",
        "direction",
    }
)
"""Classes of words between a participle and its purpose: when and where to they are sent."""


def sent_against(line: Line, party: Party) -> Party | None:
    """The men of whom a participle tells that they are sent to do something to a party, or None."""
    if line.verb_first or party.case not in BARE or "conjunction" in line.units[party.first - 1].tags:
        return None
    for at in range(party.first - 1, max(line.begins, party.first - _REACH), -1):
        unit = line.units[at]
        if line.units[at + 1].gap or (line.phrase(at) is None and not unit.tags.isdisjoint(_OTHER_CLAUSE)):
            return None
        if "to" in unit.tags and line.phrase(at + 1) is None and line.units[at + 1].tags.isdisjoint(("article", "head")):
            return _sent(line, at)
    return None


def _sent(line: Line, purpose: int) -> Party | None:
    """The men before the participle to which a purpose belongs, or None."""
    at = purpose - 1
    while at > line.begins and not line.units[at + 1].gap and _circumstance(line, at):
        at -= 1
    sent = line.units[at]
    participle = line.phrase(at) is None and (sent.word.endswith("ed") or "sending" in sent.cues)
    men = line.phrase(at - 1) if participle and at > line.begins and not sent.gap and not line.units[at + 1].gap else None
    return men if isinstance(men, Party) and men.case in BARE and not men.possessive else None


def _circumstance(line: Line, at: int) -> bool:
    unit = line.units[at]
    return isinstance(line.phrase(at), Places) or bool(unit.tags & _WHEN) or (unit.word.isdigit() and line.phrase(at) is None)
