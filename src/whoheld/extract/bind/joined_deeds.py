"""Whose an Arabic deed is that "and" joins to another which a noun tells («سيطرة المسلحين على الوليد، والاستيلاء على الرطبة»).

It is theirs whose the first is, and not that of who only announces both.
"""

from collections.abc import Collection

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.sentence.frame import BARE, Frame
from whoheld.extract.sentence.line import Line
from whoheld.lang import Pack
from whoheld.model import Relation

_GENITIVE = BARE | {"of", "owner"}


def departures(language: Pack) -> frozenset[str]:
    """The triggers whose subject is who goes, whoever comes."""
    return frozenset(t.name for t in language.trigger if t.relation is Relation.LOST or "subject" in t.loser)


def owner_of_first(line: Line, frame: Frame, going: Collection[str]) -> Party | None:
    """Whose the deed is to which a noun is joined that leads the same way, or None.

    Who comes after others have gone is another («هروب الجيش من بابنوسة والسيطرة على هجليج»).
    """
    plain = line.verb_first and frame.voice == "noun" and frame.pivot == frame.at and not frame.entry.pronoun
    if not plain or not line.units[frame.at].reading.conjunction:
        return None
    for at in range(frame.at - 1, line.begins, -1):
        unit = line.units[at]
        if line.told(at) or "relative" in unit.tags:
            return None
        owner = line.phrase(at + 1)
        noun = next((e for e in unit.entries if e.tag == "trigger" and e.tense == "noun"), None)
        if noun is not None and isinstance(owner, Party) and owner.first == at + 1 and owner.case in _GENITIVE:
            alike = (noun.value in going) == (frame.trigger.name in going)
            return owner if alike and not line.units[at + 1].gap else None
    return None
