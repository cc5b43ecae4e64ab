"""What a headline tells in the imperfect, which happened: «الجيش يبسط سيطرته على مأرب»."""

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.sentence.frame import BARE, Frame
from whoheld.extract.sentence.line import Line
from whoheld.model import Relation

_LASTING = frozenset({"still", "after", "share"})
"""Classes of words by which a headline tells of a state ("since 2014", "70 percent")."""


def headlines(line: Line, frame: Frame) -> bool:
    """Whether an Arabic verb of spreading one's hold stands behind its subject in the headline of a text."""
    verb = line.units[frame.pivot]
    if not line.sentence.headline or frame.pivot in {frame.at, line.begins}:
        return False
    spread = any(entry.tag == "light" and entry.value == Relation.GAINED and entry.tense == "present" for entry in verb.entries)
    subject = line.phrase(frame.pivot - 1)
    own = isinstance(subject, Party) and subject.case in BARE and not verb.gap
    return spread and own and all(unit.tags.isdisjoint(_LASTING) for unit in line.units)
