"""Who and what an English passive tells to be expelled, moved or made into something else, and is no force that loses a town."""

from whoheld.extract.phrases.phrase import Party, labelled
from whoheld.extract.sentence.frame import AUXILIARY, Frame
from whoheld.extract.sentence.line import Line

_MEN = ("ers", "ors", "ists", "men", "ees", "ants", "ents")
"""How nouns for people end that no lexicon knows ("The invaders were driven out")."""
_PLAIN = frozenset({"common", "time", "head", "other_sense", "function"})
"""Classes of nouns for things."""
_MADE = ("into", "to")
_PEOPLES = frozenset({"country", "people"})


def no_force(line: Line, frame: Frame) -> bool:
    """Whether a passive that might tell whom an army drives out tells of a thing, or of a people."""
    return _driven(line, frame) and (_thing_moved(line, frame) or _people_expelled(line, frame))


def _thing_moved(line: Line, frame: Frame) -> bool:
    """Whether it is told what a thing becomes, or that it is taken away.

    "Soldiers are in Tibú, where the stadium has been turned into a shelter", "where the rubble has been removed".
    """
    if frame.loser is not None:
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


def _people_expelled(line: Line, frame: Frame) -> bool:
    """Whether those whom nobody is told to drive out are a people and no army ("Armenians were expelled", "ethnic Albanians").

    A people with its article is its army too ("The Serbs were driven out of Knin").
    """
    people = frame.loser
    if people is None or frame.actor is not None or people not in line.phrases:
        return False
    words = line.units[people.first : people.last + 1]
    before = line.units[people.first - 1] if people.first > line.begins and not words[0].gap else None
    return all(unit.tags & _PEOPLES for unit in words) and (before is None or "definite" not in before.cues)


def _driven(line: Line, frame: Frame) -> bool:
    """Whether a frame tells in the passive of somebody who is driven out."""
    return not line.verb_first and frame.voice == "passive" and frame.trigger.loser == ("object",)
