"""Which of two an Arabic plural verb is said of, where one before it is a single body."""

from whoheld.extract.bind.of_another import announced_by_other
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.sentence.frame import BARE, Frame
from whoheld.extract.sentence.line import Line


def several(line: Line, party: Party, frame: Frame) -> Party | None:
    """The men before one body whom an Arabic plural verb has as its subject («مقاتلو المعارضة الذين تحاصرهم القوات وسيطروا»)."""
    if frame.entry.gender != "p" or party.gender not in {"m", "f"} or party.also == "p":
        return None
    before = (p for p in reversed(line.phrases) if isinstance(p, Party) and p.last < party.first)
    return next((p for p in before if p.gender == "p" and p.case in BARE and not p.possessive), None)


def of_another(line: Line, party: Party, frame: Frame) -> str:
    """The gender of the pronoun that an Arabic verb has for another than the subject before it, or empty.

    So of a plural verb behind men to whom one body yields («تراجع الجيش أمام المتمردين، فدخلوا»).
    """
    many = frame.entry.gender == "p" and party.gender in {"m", "f"} and party.also != "p"
    men = (p for p in line.phrases if isinstance(p, Party) and party.last < p.first and p.last < frame.pivot)
    yields = many and any(p.gender == "p" and p.case not in BARE for p in men)
    return "p" if yields else announced_by_other(line, party, frame)
