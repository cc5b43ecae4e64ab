"""Who does what an English infinitive tells, where it is not the subject of its sentence."""

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line


def for_whom(line: Line, frame: Frame) -> Party | None:
    """Who it is "for" to do what an infinitive tells ("it took two years for Iraqi forces to recapture Ramadi")."""
    if frame.at <= 1 or "to" not in line.units[frame.at - 1].tags:
        return None
    whom = line.phrase(frame.at - 2)
    return whom if isinstance(whom, Party) and whom.case == "for" else None


def claim_to_have(line: Line, frame: Frame) -> int:
    """The noun by which a side is said to claim a deed ("rejected Moscow's claim to have captured Pokrovsk"), or 0."""
    at = frame.at - 3
    if at < line.begins + 1 or "have" not in line.units[frame.at - 1].tags or "to" not in line.units[frame.at - 2].tags:
        return 0
    by = line.phrase(at)
    if isinstance(by, Party) and by.case == "by":
        return by.first - 2 if by.first - 2 > line.begins and "announcement" in line.units[by.first - 2].cues else 0
    before = line.units[max(line.begins, at - 2) : at]
    noun = before[-1].possessive or any("article" in unit.tags for unit in before)  # and not "M23 claims to have seized"
    return at if noun and "announcement" in line.units[at].cues else 0


def claimant(line: Line, noun: int) -> Party | None:
    """Whose claim a noun speaks of ("Moscow's claim", "claims by Russia"), or None where a party does not tell it."""
    owner, by = line.phrase(noun - 1), line.phrase(noun + 2)
    if isinstance(by, Party) and by.case == "by":
        return by
    return owner if isinstance(owner, Party) and owner.possessive else None
