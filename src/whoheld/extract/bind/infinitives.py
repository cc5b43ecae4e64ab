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
    noun = by.first - 2 if isinstance(by, Party) and by.case == "by" else at
    own = noun > line.begins and "possessive" in line.units[noun - 1].tags  # "repeated their claim to have captured"
    return noun if noun > line.begins and not own and "announcement" in line.units[noun].cues else 0


def claimant(line: Line, noun: int) -> Party | None:
    """Whose claim a noun speaks of ("Moscow's claim", "claims by Russia"), or None where a party does not tell it."""
    owner, by = line.phrase(noun - 1), line.phrase(noun + 2)
    if isinstance(by, Party) and by.case == "by":
        return by
    return owner if isinstance(owner, Party) and owner.possessive else None
