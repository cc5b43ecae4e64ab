"""Whole sentences that a text quotes without a verb of saying: the words of who issued the statement, not the text's own."""

from collections.abc import Iterator, Sequence

from whoheld.extract.finding import Finding
from whoheld.extract.saying.report import Attribution
from whoheld.extract.saying.speaker import Speakers
from whoheld.extract.sentence.frame import SAYS
from whoheld.extract.sentence.line import Line
from whoheld.model import Modality

_OPENING, _CLOSING, _EITHER = "“", "”", '"'
_REACH = 3
"""How many sentences before a quotation who speaks in it may have been named."""


def attribute_quotations(findings: Sequence[Finding], lines: Sequence[Line], speakers: Speakers) -> None:
    """Gives what sentences inside a quotation tell to who speaks in the sentences around it, be he named or not.

    Args:
        findings: of the text.
        lines: its sentences, in a language with capitals.
        speakers: of the language.
    """
    asserted = {id(f.line) for f in findings if any(r.said.modality is Modality.ASSERTED for r in f.readings)}
    ends = list(_quoted(lines)) if asserted and any(_has_quote(line) for line in lines) else []
    for at, (line, end) in enumerate(zip(lines, ends, strict=False)):
        if not end or id(line) not in asserted:
            continue
        said = _speaker(lines, at, ends, speakers)
        for reading in (r for f in findings if f.line is line and f.frame.at < end for r in f.readings):
            if reading.said.modality is Modality.ASSERTED:
                reading.said = said


def _has_quote(line: Line) -> bool:
    return any(mark in unit.gap for unit in line.units for mark in (_OPENING, _EITHER))


def _quoted(lines: Sequence[Line]) -> Iterator[int]:
    """Of each sentence the unit before which the quotation ends in which it begins, or 0 where it begins in none.

    What follows a colon inside a sentence is such a quotation too.
    """
    inside, paragraph = False, None
    for line in lines:
        end = 0
        for n, unit in enumerate(line.units):
            opened = inside
            for mark in unit.gap:
                inside = mark == _OPENING or (mark == _EITHER and not inside) or (inside and mark not in {_CLOSING, _EITHER})
            if n == 0 and line.sentence.paragraph != paragraph and opened and not _has_quote_at(unit.gap):
                inside = False  # a quotation that nobody closed ends with its paragraph
            if inside and (n <= line.begins or ":" in unit.gap):
                end = len(line.units)
            elif not inside and opened and n:
                end = min(end, n)
        paragraph = line.sentence.paragraph
        yield end


def _has_quote_at(gap: str) -> bool:
    return any(mark in gap for mark in (_OPENING, _CLOSING, _EITHER))


def _speaker(lines: Sequence[Line], at: int, ends: Sequence[int], speakers: Speakers) -> Attribution:
    """Who speaks: who is named behind the quotation where it ends, else who spoke last before it; nobody where none is."""
    last = at
    while last + 1 < len(lines) and ends[last] == len(lines[last].units) and ends[last + 1]:
        last += 1
    here = lines[last]
    spans = [(here, span) for span in _spoken(here, ends[last], len(here.units), speakers)]
    for near in reversed(lines[max(0, at - _REACH) : at]):
        spans += [(near, span) for span in _spoken(near, 0, len(near.units), speakers)]
    spans += [(lines[at], span) for span in _spoken(lines[at], 0, ends[at], speakers)]
    for line, span in spans:
        start, end = line.units[span[0]].start, line.units[span[-1]].stop
        return Attribution(Modality.ATTRIBUTED, speakers.party(line, span), start, end)
    return Attribution(Modality.ATTRIBUTED)


def _spoken(line: Line, first: int, stop: int, speakers: Speakers) -> Iterator[range]:
    """Those who are told to say something between two units, the last first."""
    for at in range(stop - 1, first - 1, -1):
        noun = at > 0 and "article" in line.units[at - 1].tags
        if line.units[at].tags & (SAYS | {"source"}) and line.phrase(at) is None and not noun:
            source = "source" in line.units[at].tags
            if span := speakers.source(line, at) if source else speakers.subject(line, at):
                yield span
        elif span := speakers.issuer(line, at):
            yield span
