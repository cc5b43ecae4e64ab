"""Gains of which only the winner lacks that tells them from other senses: which they are, and which of them stay."""

from collections.abc import Sequence

from whoheld.extract.finding import Finding
from whoheld.extract.phrases.phrase import labelled
from whoheld.extract.revision.undone import won_back
from whoheld.model import Relation


def awaits_winner(finding: Finding) -> bool:
    """Whether only the winner lacks of a gain that its own words do not tell from other senses ("Lyman is cleared")."""
    if finding.refusal != "no actor" or finding.relation is not Relation.GAINED or "whose" in finding.frame.trigger.actor:
        return False
    frame = finding.frame
    if any("forsaking" in entry.traits for entry in finding.line.units[frame.at].entries):
        return False  # what is only abandoned has been lost
    after = finding.line.units[frame.at + 1 : frame.at + 2]
    emptied = any(labelled(unit, "of") for unit in after)
    told = frame.voice == "passive" or (frame.voice == "active" and "subject" in frame.trigger.place)
    return told and all(name.known for name, _ in finding.named) and not emptied


def settle(findings: Sequence[Finding]) -> None:
    """Keeps of the gains that awaited their winner what found one, and what another won back ("was occupied and freed by")."""
    awaiting = [finding for finding in findings if finding.refusal and finding.readings]
    told = [reading for finding in findings for reading in finding.readings] if awaiting else []
    for finding in awaiting:
        finding.readings = [r for r in finding.readings if r.actor is not None or any(won_back(other, r) for other in told)]
        finding.refusal = "" if finding.readings else finding.refusal
