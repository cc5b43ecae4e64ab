"""The place beside which it is said who has it: "the rebel-held Syrian town of …", "Zahra, already under rebel control"."""

from collections.abc import Iterator
from dataclasses import replace

from whoheld.extract.bind.lists import BETWEEN
from whoheld.extract.phrases.phrase import Party, Places, labelled
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line
from whoheld.model import Extent

_QUALIFYING = BETWEEN | {"country", "people", "nationals"}
"""Classes of words between the compound and the noun for a place."""
_TOWNS = frozenset({"settlement", "quarter"})


def behind_hyphen(line: Line, at: int) -> Iterator[Places]:
    """The first place behind a compound, past the adjectives of its noun."""
    if (side := _side(line, at)) is not None:
        yield side
        return
    for right in line.rightward(at):
        unit = line.units[right]
        if isinstance(phrase := line.phrase(right), Places):
            owner = phrase.modifier and phrase.last == right and line.units[right + 1 : right + 2]
            inner = line.phrase(right + 1) if owner else None
            if isinstance(inner, Places) and inner.names and line.heads(inner) and not line.units[right + 1].gap:
                phrase = inner  # "rebel-held Damascus suburb of Douma"
            yield _without_others(line, at, phrase)
            return
        if unit.gap not in {"", "-"} or (unit.tags and unit.tags.isdisjoint(_QUALIFYING)):
            return


def _without_others(line: Line, at: int, phrase: Places) -> Places:
    """The names of a list of which a compound tells.

    What a comma parts off is a member of the list in which the whole compound stands: one that "along with" adds, or any
    where the first name only says where another place lies ("Lyman, east of Ukrainian-held Sloviansk, Stavky and Torske").
    """
    if line.verb_first or len(phrase.names) == 1:
        return phrase
    lies = _lies_off(line, at)
    for n in range(phrase.first + 1, phrase.last + 1):
        unit = line.units[n]
        if "," in unit.gap and (lies or "besides" in unit.tags):
            names = [name for name in phrase.names if name.end <= unit.start]
            return replace(phrase, names=names, last=n - 1) if names else phrase
    return phrase


def _lies_off(line: Line, at: int) -> bool:
    """Whether a compound qualifies a place from which a direction is told ("east of Ukrainian-held …")."""
    side = line.phrase(at - 1)
    of = side.first - 1 if isinstance(side, Party) else at - 1
    while of > 0 and "article" in line.units[of].tags:
        of -= 1
    return of >= 0 and "compass" in line.units[of].cues | line.units[of - 1].cues


def _side(line: Line, at: int) -> Places | None:
    """The town of which a side of the compass is held ("the rebel-held east of the city"), and not an area east of it."""
    if line.verb_first or at + 1 >= len(line.units) or line.units[at + 1].gap:
        return None
    side = line.units[at + 1]
    town = line.phrase(at + 2) or line.phrase(at + 3)
    sided = "preposition" in side.tags and "compass" in side.cues  # "east of"
    if not sided or not isinstance(town, Places) or town.modifier or town.case != "toward":
        return None
    named = bool(town.names) and all(n.kind in _TOWNS and n.extent is Extent.WHOLE for n in town.names)
    return town.in_part() if named or (town.anaphor in _TOWNS and town.definite) else None


def said_aside(line: Line, frame: Frame) -> Iterator[Places]:
    """The place of which an aside at the end says in whose hands it is ("the district of Zahra, already under rebel control")."""
    if line.verb_first or frame.voice != "state":
        return
    at = frame.at
    while at > line.begins and not line.units[at].gap and _predicates(line, at - 1):
        at -= 1
    place = line.phrase(at - 1) if line.units[at].gap == "," else None
    ends = frame.at + 1 >= len(line.units) or bool(line.units[frame.at + 1].gap)
    if isinstance(place, Places) and ends and place.names and not place.modifier and at < frame.at:
        yield place


def _predicates(line: Line, at: int) -> bool:
    """Whether a word may stand between a comma and what says in whose hands a place is."""
    unit = line.units[at]
    if isinstance(line.phrase(at), Party) or labelled(unit, "under"):
        return True
    return bool(unit.tags & {"adverb", "still", "now", "article"}) and "ensuing" not in unit.cues  # "Grozny, then under …"
