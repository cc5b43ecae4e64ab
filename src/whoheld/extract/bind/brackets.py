"""Lists of which a member is followed by brackets ("took Zaranj (Nimroz), Sheberghan (Jowzjan) and Taloqan (Takhar)")."""

from collections.abc import Iterable, Iterator

from whoheld.extract.phrases.next_clause import predicated
from whoheld.extract.phrases.phrase import Places
from whoheld.extract.sentence.frame import BARE
from whoheld.extract.sentence.line import Line

_BRACKETS = frozenset("()")
_LONGEST = 12
"""Members of a list, each with brackets of its own, that are looked through for the "and" of the last."""


def past_brackets(line: Line, member: Places, most: int = _LONGEST) -> int:
    """Where a list goes on behind the brackets on a member, or 0; it does where a later one is joined to it by "and"."""
    opened = member.last + 1
    if most == 0 or opened >= len(line.units) or not line.units[opened].gap.endswith("("):
        return 0
    closes = next((n for n in range(opened + 1, len(line.units)) if ")" in line.units[n].gap), 0)
    phrase = next((phrase for phrase in line.phrases if phrase.first >= closes), None) if closes else None
    joint = "conjunction" in line.units[closes].tags if closes else False
    if not isinstance(phrase, Places) or not phrase.names or phrase.modifier or phrase.first > closes + 1 + joint:
        return 0
    if predicated(line.units, phrase.last) or line.units[closes].gap not in {")", "),"}:
        return 0
    joined = phrase.case == "list" or len(phrase.names) > 1 or _goes_on(line, phrase) or past_brackets(line, phrase, most - 1) > 0
    return phrase.first if joined and phrase.case in {"list", "comma", member.case} else 0


def before_brackets(line: Line, last: int) -> int:
    """The last unit of the place on which the brackets that end at a unit are an aside ("Goma (North Kivu) was"), or -1."""
    if line.verb_first or last + 1 >= len(line.units) or not line.units[last + 1].gap.startswith(")"):
        return -1
    opens = next((n for n in range(last, line.begins, -1) if not _BRACKETS.isdisjoint(line.units[n].gap)), 0)
    if opens == 0 or not line.units[opens].gap.endswith("(") or "conjunction" in line.units[opens].tags:
        return -1
    place = line.phrase(opens - 1)
    named = isinstance(place, Places) and place.last == opens - 1 and bool(place.names)
    return opens - 1 if named and place is not None and place.case in BARE else -1


def behind_brackets(line: Line, last: int) -> int:
    """The first unit behind what ends at a unit and behind brackets on it ("Jarabulus (on the border), and")."""
    opened = last + 1
    if line.verb_first or opened >= len(line.units) or not line.units[opened].gap.endswith("("):
        return opened
    return next((n for n in range(opened + 1, len(line.units)) if ")" in line.units[n].gap), opened)


def outside_brackets(line: Line, leftward: Iterable[int]) -> Iterator[int]:
    """Units from right to left without those in brackets on a place."""
    stop = -1
    for at in leftward:
        if stop < 0 or at <= stop:
            stop = before_brackets(line, at)
            if stop < 0:
                yield at


def _goes_on(line: Line, member: Places) -> bool:
    """Whether "and" joins a further place right behind a member."""
    after = next((phrase for phrase in line.phrases if phrase.first > member.last), None)
    near = isinstance(after, Places) and after.case == "list" and bool(after.names) and not after.modifier
    return near and after is not None and not any(unit.gap for unit in line.units[member.last + 1 : after.first + 1])
