"""Places told by an indefinite noun and named where the next sentence begins ("seized a town on Friday. The town of Leego …")."""

from collections.abc import Iterable

from whoheld.extract.finding import Finding
from whoheld.extract.phrases.phrase import Places
from whoheld.extract.sentence.line import Line


def name_later(findings: Iterable[Finding], line: Line) -> list[Finding]:
    """Gives findings that lack a place the name with which the next sentence begins, if it is called by the same noun.

    Args:
        findings: of the sentence before.
        line: the next sentence.

    Returns:
        The findings that now have a place.
    """
    waiting = [finding for finding in findings if _lacks(finding)]
    if not waiting:
        return []  # most sentences need not be read for this
    subject = next((phrase for phrase in line.phrases if phrase.first <= line.begins + 1), None)
    if not isinstance(subject, Places) or len(subject.names) != 1 or subject.modifier or not line.heads(subject):
        return []
    noun = _noun(line, subject)
    found = [finding for finding in waiting if _noun(finding.line, finding.frame.places[0]) == noun]
    for finding in found:
        finding.named, finding.refusal = [(subject.names[0], subject)], ""
    return found


def _lacks(finding: Finding) -> bool:
    """Whether a finding tells of one place that only an indefinite noun names."""
    places = finding.frame.places
    if finding.refusal != "no place" or finding.relation is None or finding.actor is None or len(places) != 1:
        return False
    told = places[0]
    return not told.definite and told.anaphor not in {"", "many", "pronoun"}


def _noun(line: Line, places: Places) -> str:
    """The last word of the noun that calls places what they are ("mining town")."""
    return next((unit.tail for unit in line.units[places.first : places.last + 1] if "head" in unit.tags), "")
