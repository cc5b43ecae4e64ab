"""Arabic deeds that are another's than the party's that stands before them in the sentence."""

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.sentence.frame import BARE, Frame
from whoheld.extract.sentence.line import Line


def announced_by_other(line: Line, party: Party, frame: Frame) -> str:
    """The gender of an Arabic verb that announces a deed, which is not that of a party before it, or empty.

    It is another's with whom the verb disagrees («طردت الجيش، ثم أعلنت تحرير»), or of whom somebody has spoken who goes on.
    """
    if frame.voice != "noun":
        return ""
    said = next((n for n in range(frame.at - 1, party.last, -1) if "report" in line.units[n].tags), 0)
    gender = next((entry.gender for entry in line.units[said].entries if entry.tense == "past"), "") if said else ""
    spoken_of = any("report" in line.units[n].tags and line.told(n) for n in range(party.first - 1))
    return gender if {gender, party.gender} == {"m", "f"} or spoken_of else ""


def was_other(line: Line, at: int, frame: Frame) -> bool:
    """Whether «كان» tells what another than the party before it was when a deed lasted («رجلا كان قاضيا إبان احتلالها»)."""
    before = line.phrase(at - 1)
    deed = frame.voice == "noun" and bool(frame.entry.pronoun) and any(phrase.first == frame.at for phrase in frame.places)
    joined = at <= line.begins or bool(line.units[at].gap) or line.units[at].reading.conjunction
    subject = isinstance(before, Party) and before.case in BARE
    return deed and "had" in line.units[at].tags and not joined and not subject
