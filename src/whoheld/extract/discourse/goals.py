"""Which town men are told to go against, which is "the town" that is told to fall next ("marched on Beni. The town fell")."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from whoheld.extract.phrases.phrase import CONTAINER, Places
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.model import Extent, Relation

_AGAINST = frozenset({"on", "to", "toward"})
"""Cases of what men go against, beside that of "against" itself."""
_OF_TIME = frozenset({"after", "before", "when"})
_DEFENDED = frozenset({"of", "in", "at"})
_POINTING = frozenset({"settlement", "pronoun"})
_INTO = frozenset({"into", "inside"})
"""Cases of the town into which men go."""
_QUARTERS = frozenset({"quarter", "district"})
"""Kinds of what a town is made of, where several are told."""
_ON_THE_WAY = frozenset({"adverb", "direction"})
"""Classes of words between a verb of going and where it leads ("marched north on Beni")."""


def fallen(line: Line, frame: Frame, earlier: Callable[[Line, int], Iterator[Line]]) -> list[Places]:
    """The places of a frame, with the town that men had just gone against for what points back where a fall is told.

    Args:
        line: the sentence.
        frame: what is told in it.
        earlier: the lines before one, up to so many, the last first.
    """
    if line.verb_first:
        return frame.places
    places = [_entered(line, phrase) or phrase for phrase in frame.places]
    if frame.trigger.relation is not Relation.GAINED or _again(line, frame.at):
        return places
    return [_goal(line, phrase, earlier) or phrase for phrase in places]


def _entered(line: Line, phrase: Places) -> Places | None:
    """Unnamed quarters as a part of the town into which men have just gone ("moved into Wau, taking several districts").

    Villages and posts lie outside it, and where men only went toward a town none of it was taken.
    """
    if phrase.names or phrase.anaphor != "many" or (head := line.units[phrase.last].entry("head")) is None:
        return None
    town = _named_last(line, phrase.first) if head.value in _QUARTERS else None
    if town is None or len(town.names) != 1 or not (town.case in _INTO or _enters(line, town.first - 1)):
        return None
    return replace(phrase, names=[replace(town.names[0], extent=Extent.PART)], anaphor="")


def _enters(line: Line, at: int) -> bool:
    """Whether a verb tells that men go into the town behind it ("entered Kunduz", "stormed Baga")."""
    return at >= 0 and any(entry.tag == "trigger" and entry.value == "enter" for entry in line.units[at].entries)


def _again(line: Line, at: int) -> bool:
    """Whether a verb says that a place was taken back, which is rather the one that had been taken before."""
    return "boast" in line.units[at].tags or (at > 0 and "returned" in line.units[at - 1].tags)


def _goal(line: Line, phrase: Places, earlier: Callable[[Line, int], Iterator[Line]]) -> Places | None:
    """What points back, with the name of the town that men were last told to go against, or None."""
    if phrase.names or phrase.anaphor not in _POINTING or not phrase.definite:
        return None
    here = _named_last(line, phrase.first)
    lines = [(line, here)] if here else [(at, _named_last(at, len(at.units))) for at in earlier(line, 1)]
    goals = [goal for at, goal in lines if goal is not None and (_gone_against(at, goal) or _defended(at, goal))]
    return replace(phrase, names=goals[0].names[-1:], anaphor="") if goals else None


def _named_last(line: Line, before: int) -> Places | None:
    """The places named last before a unit, apart from what only contains others or is told of another time."""
    named = (p for p in reversed(line.phrases) if isinstance(p, Places) and p.names and p.last < before)
    bare = (p for p in named if p.case != CONTAINER and not (p.modifier and p.case == ""))
    return next((places for places in bare if not _of_another_time(line, places.first)), None)


def _of_another_time(line: Line, at: int) -> bool:
    """Whether a conjunction of time opens the clause, up to its comma, in which a unit stands."""
    while at > line.begins and not line.units[at].gap:
        at -= 1
        if not line.units[at].tags.isdisjoint(_OF_TIME) and not line.times(at):
            return True
    return False


def _gone_against(line: Line, places: Places) -> bool:
    """Whether men are told to go against a place ("turned to Kilinochchi", "attacked Beni")."""
    at = places.first - 1
    led = at > 0 and (places.case in _AGAINST or "adversative" in line.units[at].cues)
    if led and not line.units[places.first].gap:
        at -= 1
        while at > 0 and not line.units[at].tags.isdisjoint(_ON_THE_WAY) and "marching" not in line.units[at].cues:
            if "returned" in line.units[at].tags:
                return False  # "left Lyman and moved back to Kreminna"
            at -= 1
        return "marching" in line.units[at].cues
    return places.case == "" and at >= 0 and "assailing" in line.units[at].cues


def _defended(line: Line, places: Places) -> bool:
    """Whether only those are told of who hold a place against others ("the defenders of Žepa")."""
    return places.case in _DEFENDED and places.first > 1 and "defender" in line.units[places.first - 2].tail_cues
