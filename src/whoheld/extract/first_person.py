"""Whose side "we" is: that of whose words a sentence is, or of who spoke just before or speaks right after."""

from collections.abc import Iterator, Sequence

from whoheld.extract.frame import Frame
from whoheld.extract.line import Line
from whoheld.extract.phrase import Party
from whoheld.extract.report import attribution
from whoheld.extract.speaker import Speakers

FIRST = "s"
"""The gender of "we" and "our"."""
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
        if said.end > said.start:
            return said.party
        at = self._lines.index(line)
        around = (*reversed(self._lines[max(0, at - _BACK) : at]), *self._lines[at + 1 : at + 2])
        return next((party for near in (line, *around) for party in self._speaking(near)), None)

    def speaker(self, line: Line, frame: Frame, at: int) -> Party | None:
        """The side that its own speaker means by a word at a unit ("said that his troops …", "that it had the town"), or None."""
        said = attribution(line, frame, self._speakers)
        begins = line.units[at].start
        if said.party is None or not said.start < said.end <= begins:
            return None
        between = (
            p for p in line.phrases if isinstance(p, Party) and p.town is None and said.end <= line.units[p.first].start < begins
        )
        return None if any(not p.possessive for p in between) else said.party

    def _speaking(self, line: Line) -> Iterator[Party]:
        """The sides for which somebody speaks in a sentence, the last first."""
        for at in range(len(line.units) - 1, -1, -1):
            if "report" in line.units[at].tags and line.phrase(at) is None:
                span = self._speakers.subject(line, at)
                party = self._speakers.party(line, span) if span else None
                if party is not None:
                    yield party
