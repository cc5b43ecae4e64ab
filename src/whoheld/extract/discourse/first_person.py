"""Whose side "we" is: that of whose words a sentence is, or of who spoke just before or speaks right after."""

from collections.abc import Iterator, Sequence

from whoheld.extract.bind.deployed import sent_against
from whoheld.extract.discourse.persons import hostile
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.saying.report import attribution
from whoheld.extract.saying.speaker import Speakers
from whoheld.extract.sentence.frame import SAYS, Frame
from whoheld.extract.sentence.line import Line
from whoheld.model import Modality

FIRST = "s"
"""The gender of "we" and "our"."""
_TITLES = frozenset({"title", "armed"})
_LOOSE = frozenset({"name_start"})
_INSIDE = frozenset({"latin_article", "name_particle"})
_BACK = 3
"""How many sentences before one its speaker may have been named."""


class FirstPerson:
    """Finds whose words are a text's first person.

    Args:
        lines: the sentences of the text.
        speakers: of its language.
    """

    def __init__(self, lines: Sequence[Line], speakers: Speakers) -> None:
        self._lines = lines
        self._speakers = speakers

    def of(self, line: Line, frame: Frame) -> Party | None:
        """The side that says "we" where a frame stands, or None where nobody who speaks for one is named."""
        said = attribution(line, frame, self._speakers)
        at = self._lines.index(line)
        if said.end > said.start:
            party = said.party or self._introduced(at)
            return party if party is None or not hostile(line, party) else None
        around = (*reversed(self._lines[max(0, at - _BACK) : at]), *self._lines[at + 1 : at + 2])
        return next((party for near in (line, *around) for party in self._speaking(near)), None)

    def _introduced(self, at: int) -> Party | None:
        """Of whom a spokesman without a name is who speaks right before a person is named ('A spokesman denied it. "…"')."""
        near = self._lines[at - 1] if at and not self._lines[at].verb_first else None
        if near is None or self._lines[at].sentence.paragraph - near.sentence.paragraph > 1:
            return None
        verbs = (n for n, unit in enumerate(near.units) if unit.tags & SAYS and near.told(n) and near.phrase(n) is None)
        for span in (span for n in verbs if (span := self._speakers.subject(near, n))):
            unnamed = all(near.phrase(n) is not None or not near.units[n].capital or n == near.begins for n in span)
            if unnamed and any("voice" in near.units[n].tags for n in span):
                return self._speakers.party(near, span)
        return None

    def speaker(self, line: Line, frame: Frame, at: int, *, of: Party | None = None) -> Party | None:
        """The side that its own speaker means by a word at a unit ("said that his troops …", "that it had the town"), or None.

        Whoever else is named between may be meant instead, but for him ``of`` whom the speaker has told.
        """
        said = attribution(line, frame, self._speakers)
        carried = said.modality is Modality.ATTRIBUTED and not said.end and line.verb_first
        spoken = self._carried(line, at) if carried else (said.party, said.end)
        if spoken is None or spoken[0] is None or not 0 < spoken[1] <= line.units[at].start:
            return None
        party, end = spoken
        return None if _others(line, party, end, at, of) else party

    def behind(self, line: Line, frame: Frame) -> Party | None:
        """The side whose words what a frame tells is said to be behind it ("… still hold the town, a Kyiv spokesman said")."""
        said = attribution(line, frame, self._speakers)
        return said.party if said.start > line.units[frame.at].start else None

    def person(self, line: Line, frame: Frame, men: Party) -> Party | None:
        """The person whom no registry knows that speaks of "his fighters" or "my men" himself, or None."""
        said = attribution(line, frame, self._speakers)
        follows = said.end <= line.units[men.first].start
        known = said.party is not None and (said.party.meanings or not said.party.bare)
        if said.end == said.start or known or not (follows or men.owner == FIRST):
            return None
        span = [n for n, unit in enumerate(line.units) if said.start <= unit.start < said.end]
        titled = bool(span) and bool(line.units[span[0]].tags & _TITLES)
        if titled and line.verb_first and not line.units[span[0]].word.startswith("ال"):
            return None  # «قائد ميداني» has no name
        while span and not _names(line, span[0]):
            span.pop(0)
        person = titled or any(line.phrase(n) is None for n in span)  # Bosco Ntaganda is no town
        named = bool(span) and person and all(_names(line, n) for n in span)
        if not named or (follows and _others(line, said.party, said.end, men.first)):
            return None
        first, last = span[0], span[-1]
        start, end = line.units[first].start, line.units[last].stop
        return Party(first, last, start=start, end=end, gender="m", noun=line.units[last].tail, proper=True, unknown=True)

    def before(self, line: Line) -> Party | None:
        """The side of the man with whose words the sentence before begins ("An Iraqi colonel said … His men"), or None."""
        at = self._lines.index(line)
        near = self._lines[at - 1] if at and not line.verb_first else None
        if near is None or line.sentence.paragraph - near.sentence.paragraph > 1:
            return None
        saying = next((n for n, unit in enumerate(near.units) if unit.tags & SAYS and near.phrase(n) is None), None)
        span = self._speakers.subject(near, saying) if saying is not None else range(0)
        opens = bool(span) and span.start <= near.begins + 1 and span.stop == saying
        man = opens and any("title" in near.units[n].tags for n in span)
        return self._speakers.party(near, span) if man else None

    def _carried(self, line: Line, at: int) -> tuple[Party, int] | None:
        """Who goes on to say what is told at a unit, whom the text named before («وأضاف أن قواته»), and where he begins."""
        says = next((n for n in range(at - 1, -1, -1) if "report" in line.units[n].tags), None)
        if says is None:
            return None
        here = next(self._speaking(line, says), None)
        before = self._lines[max(0, (n := self._lines.index(line)) - _BACK) : n]
        party = here or next((party for near in reversed(before) for party in self._speaking(near)), None)
        return (party, line.units[says].end) if party is not None else None

    def _speaking(self, line: Line, stop: int | None = None) -> Iterator[Party]:
        """The sides for which somebody speaks in a sentence, or before a unit of it, the last first."""
        for at in range((len(line.units) if stop is None else stop) - 1, -1, -1):
            says = not line.units[at].tags.isdisjoint(SAYS) and line.phrase(at) is None
            if span := self._speakers.subject(line, at) if says else self._speakers.issuer(line, at):
                party = self._speakers.party(line, span)
                if party is not None and not hostile(line, party):
                    yield party


def _others(line: Line, party: Party | None, end: int, at: int, of: Party | None = None) -> bool:
    """Whether somebody else, but for one, is named between a speaker and a word."""
    against = next(
        (p for p in line.phrases if isinstance(p, Party) and party is not None and sent_against(line, p) is party), None
    )
    end = end if against is None else max(end, line.units[against.last].end)  # "troops sent to fight rebels said they"
    between = (p for p in line.phrases if isinstance(p, Party) and p.town is None and p is not party and p is not of)
    return any(end <= line.units[p.first].start < line.units[at].start and not p.possessive for p in between)


def _names(line: Line, at: int) -> bool:
    """Whether a word may belong to the name of a person."""
    unit = line.units[at]
    own = unit.tags <= {"common"} if line.verb_first else (unit.capital or bool(unit.cues & _INSIDE)) and not unit.tags - _LOOSE
    return own and not isinstance(line.phrase(at), Party) and unit.word.isalpha()
