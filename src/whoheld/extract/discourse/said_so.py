"""Sentences that only tell whose word the one before them is ("A spokesman said this on Monday", "This was announced by M23")."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from whoheld.extract.finding import Finding
from whoheld.extract.phrases.phrase import labelled, parted
from whoheld.extract.saying.report import Attribution
from whoheld.extract.saying.speaker import Speakers
from whoheld.extract.saying.verbs import points_back
from whoheld.extract.sentence.line import Line
from whoheld.model import Modality

_TO_VERB = 3
"""Words from "This" to the verb by which it was told."""
_CIRCUMSTANCE = frozenset({"preposition", "source", "time", "weekday", "day", "month", "adverb"})
"""Classes of words that only tell when, where or in what it was said."""


def said_so(findings: Sequence[Finding], lines: Sequence[Line], speakers: Speakers) -> None:
    """Gives what a text asserts in a sentence to him who said this by the next one.

    Args:
        findings: of the text.
        lines: its sentences, in a language with capitals.
        speakers: of the language.
    """
    for before, line in pairwise(lines):
        span = next(_spoken(line, speakers), None) if before.speaks else None
        if span is None or line.sentence.paragraph - before.sentence.paragraph > 1:
            continue
        said = Attribution(Modality.ATTRIBUTED, speakers.party(line, span), line.units[span[0]].start, line.units[span[-1]].stop)
        for reading in (reading for finding in findings if finding.line is before for reading in finding.readings):
            if reading.said.modality is Modality.ASSERTED:
                reading.said = said


def _spoken(line: Line, speakers: Speakers) -> Iterator[range]:
    """The units that name who said what was told in the sentence before."""
    for at, unit in enumerate(line.units):
        if not points_back(unit):
            continue
        span = _announcer(line, speakers) if at == line.begins else range(0)
        if at > line.begins and "report" in line.units[at - 1].tags and line.told(at - 1) and _alone(line, at):
            span = speakers.subject(line, at - 1)
        if span:
            yield span


def _announcer(line: Line, speakers: Speakers) -> range:
    """The units of who told what "This" points back to, in a passive ("This was announced by"), or none."""
    be = line.begins + 1
    for at in range(be + 1, min(be + _TO_VERB, len(line.units) - 1)):
        told = any(entry.tag == "report" and entry.tense in {"ed", "participle"} for entry in line.units[at].entries)
        if told and not line.units[be].tags.isdisjoint(("be", "have")):
            when = takewhile(lambda n: line.units[n].tags & _CIRCUMSTANCE, range(at + 1, len(line.units)))
            by = next((n for n in when if labelled(line.units[n], "by")), None)
            return speakers.source(line, by) if by is not None else range(0)
    return range(0)


def _alone(line: Line, at: int) -> bool:
    """Whether a word is the whole object of its verb ("said this on Monday", not "said this was bad")."""
    after = line.units[at + 1] if at + 1 < len(line.units) else None
    if after is None or parted(after.gap):
        return True
    return not after.tags.isdisjoint(_CIRCUMSTANCE) and after.tags.isdisjoint(("unit", "be", "relative", "to"))
