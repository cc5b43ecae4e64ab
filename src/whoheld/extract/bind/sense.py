"""The words of a sentence by which a verb is known to be meant in another sense, or in the one that its frame tells."""

from whoheld.extract.bind.gaps import has_object
from whoheld.extract.phrases.phrase import labelled
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.model import Relation


def passes_other(line: Line, frame: Frame) -> bool:
    """Whether a place only passes on something else ("returns her focus to Turkey"), or falls out of a hand."""
    after = line.units[frame.at + 1] if frame.at + 1 < len(line.units) else None
    falls = "subject" in frame.trigger.place and "into" in frame.trigger.actor
    out = after is not None and labelled(after, "out of")
    return falls and (out or ("passing" in frame.trigger.traits and has_object(line, frame.at)))


def takes_one_out(line: Line, frame: Frame) -> bool:
    """Whether somebody only takes one thing out of a place ("withdrew a statement from Nairobi", "pulled a convoy back")."""
    after = line.units[frame.at + 1] if frame.at + 1 < len(line.units) else None
    leaves = frame.trigger.relation is Relation.LOST and frame.voice == "active" and "from" in frame.trigger.place
    return leaves and after is not None and "indefinite" in after.tags and not after.gap


def told_beside(line: Line, frame: Frame) -> bool:
    """Whether a verb of one of the frames that must be told with a frame stands in its sentence."""
    wanted = set(frame.trigger.beside)
    return any(
        entry.tag == "trigger" and entry.value in wanted and at != frame.at
        for at, unit in enumerate(line.units)
        for entry in unit.entries
        if line.phrase(at) is None and "conjunction" not in line.units[at - 1].tags  # "stormed the town and left" was a raid
    )


def speaks(line: Line, at: int) -> bool:
    """Whether a word behind a comma only says who says so (", residents said")."""
    after = line.units[at + 1] if at + 1 < len(line.units) else None
    return "," in line.units[at].gap and after is not None and "report" in after.tags and not after.gap
