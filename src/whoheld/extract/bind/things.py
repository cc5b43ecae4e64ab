"""English things that are moved, cleared or made into others where verbs elsewhere tell whom an army drives out."""

from whoheld.extract.phrases.phrase import Party, labelled
from whoheld.extract.sentence.frame import AUXILIARY, Frame
from whoheld.extract.sentence.line import Line

_MEN = ("ers", "ors", "ists", "men", "ees", "ants", "ents")
"""How nouns for people end that no lexicon knows ("The invaders were driven out")."""
_PLAIN = frozenset({"common", "time", "head", "other_sense", "function"})
"""Classes of nouns for things."""
_MADE = ("into", "to")


def thing_moved(line: Line, frame: Frame) -> bool:
    """Whether a passive that might tell whom an army drives out tells what a thing becomes, or that it is taken away.

    "Soldiers are in Tibú, where the stadium has been turned into a shelter", "where the rubble has been removed".
    """
    if line.verb_first or frame.voice != "passive" or frame.loser is not None or frame.trigger.loser != ("object",):
        return False
    at = frame.at - 1
    while at > line.begins and line.units[at].tags & AUXILIARY and not line.units[at + 1].gap:
        at -= 1
    after = line.units[frame.at + 1] if frame.at + 1 < len(line.units) else None
    made = after is not None and not after.gap and any(labelled(after, label) for label in _MADE)
    noun = line.units[at]
    thing = noun.tags <= _PLAIN and not (noun.capital or line.units[at + 1].gap or noun.word.endswith(_MEN))
    phrase = line.phrase(at)
    return (made and not isinstance(phrase, Party)) or (thing and phrase is None)
