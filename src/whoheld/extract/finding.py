"""A trigger as it was read, before its claims are written."""

from dataclasses import dataclass, field

from whoheld.extract.marks.marks import Marks
from whoheld.extract.phrases.phrase import Name, Party, Places
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.extract.write import Reading
from whoheld.model import Relation

MOST_TRIGGERS = 300
"""That are read of one sentence, since each may look at all of it: news has some five, and what has more is no sentence."""


@dataclass(slots=True)
class Finding:
    """One trigger as it was read: the frame, the marks, and either claims or the reason for refusing."""

    line: Line
    frame: Frame
    marks: Marks
    refusal: str
    named: list[tuple[Name, Places]]
    relation: Relation | None
    actor: Party | None
    loser: Party | None
    readings: list[Reading] = field(default_factory=list)
