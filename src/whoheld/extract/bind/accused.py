"""Who is told by what he is accused of: "accused Russia of having occupied Gori"."""

from whoheld.extract.phrases.phrase import labelled
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_NO_OBJECT = frozenset({"preposition", "conjunction", "article"})
"""Classes of words behind which a country is no object of the verb before them."""


def having(line: Line, at: int) -> bool:
    """Whether "having" only helps a verb that "of" governs, and opens no clause ("accused them of having taken")."""
    return at > 0 and "have" in line.units[at].tags and labelled(line.units[at - 1], "of")


def is_country(line: Line, at: int, frame: Frame) -> bool:
    """Whether a country at a unit, which is no party of the war, is accused of the deed ("accused Ethiopia of taking")."""
    if "country" not in line.units[at].tags or line.verb_first or line.phrase(at) is not None or not at:
        return False
    of = frame.at - 1 - ("have" in line.units[frame.at - 1].tags)
    return at < of and labelled(line.units[of], "of") and line.units[at - 1].tags.isdisjoint(_NO_OBJECT)
