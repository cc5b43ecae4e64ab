"""Where an English list goes on behind the region in which a member lies ("Petrinja, also in Banovina, and Knin")."""

from dataclasses import replace
from itertools import takewhile

from whoheld.extract.phrases.next_clause import predicated, predicated_behind_aside
from whoheld.extract.phrases.phrase import Name, Places, labelled, parted
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_LEADING = frozenset({"adverb", "both", "whole", "quantity", "function"})
"""Classes of words before "in" ("also in Adamawa", "both in Rakhine State")."""
_REGIONAL = frozenset({"adverb", "direction", "article"})
_JOINING = frozenset({"conjunction", "article"})
_TO_IN = 2
"""Words between a comma and "in"."""
_TO_CALLING = 6
"""Words from a town behind a region that no comma closes to the noun that calls it so."""


def past_region(line: Line, member: Places) -> int:
    """Where the next member begins behind a region between commas, or 0."""
    region = _region(line, member)
    following = next((p for p in line.phrases if p.first > region.last), None) if region is not None else None
    if region is None or not isinstance(following, Places) or not _is_member(line, following):
        return 0
    between = line.units[region.last + 1 : following.first]
    if not between or any(unit.tags.isdisjoint(_JOINING) for unit in between):
        return following.first if not between and _in_list(line, following) else 0
    joined = "conjunction" in between[0].tags
    closed = "," in between[0].gap or _called_town(line, following)
    return following.first if joined and closed else 0


def behind_region(line: Line, member: Places, phrase: Places) -> Places | None:
    """The further members that were read as one phrase with the region of the one before ("in Banovina and Knin"), or None."""
    if phrase.case not in {"in", ""} or len(phrase.names) < 2 or phrase.modifier or not _led_in(line, member, phrase):  # noqa: PLR2004
        return None
    at = _unit_of(line, phrase, phrase.names[1])
    joint = at - 1 if "conjunction" in line.units[at - 1].tags else at
    names = list(takewhile(lambda name: not _lies_in(line, _unit_of(line, phrase, name)), phrase.names[1:]))
    behind = line.units[_unit_of(line, phrase, phrase.names[-1]) + 1 :][:1]
    called = any("head" in unit.tags and not unit.gap for unit in behind)  # "in North Kivu and Ituri provinces"
    rest = replace(phrase, first=at, names=names, case="list")
    closed = at > 0 and ("," in line.units[joint].gap or _called_last(line, phrase))
    return rest if closed and names and not (called or _tells(line, rest)) else None


def _unit_of(line: Line, phrase: Places, name: Name) -> int:
    """The unit of a phrase with which a name begins, or 0."""
    return next((n for n in range(phrase.first, phrase.last + 1) if line.units[n].start == name.start), 0)


def _lies_in(line: Line, at: int) -> bool:
    """Whether a name only tells where the one before it lies ("and Paletwa in neighbouring Chin State")."""
    before = at - 1
    while before > 0 and _regional(line.units[before]) and not line.units[before + 1].gap:
        before -= 1
    return "preposition" in line.units[before].tags and not line.units[before + 1].gap


def _regional(unit: Unit) -> bool:
    return bool(unit.tags & _REGIONAL) or "neighbour" in unit.cues


def _led_in(line: Line, member: Places, phrase: Places) -> bool:
    """Whether a comma and "in" part a phrase from the member before ("Petrinja, also in …")."""
    between = line.units[member.last + 1 : phrase.first]
    led = bool(between) and between[0].gap == "," and labelled(between[-1], "in") and len(between) <= _TO_IN + 1
    return led and all(not unit.tags.isdisjoint(_LEADING) for unit in between[:-1])


def _called_last(line: Line, phrase: Places) -> bool:
    """Whether the last of several names is called a town behind it, be that within the phrase or after it."""
    return _called_town(line, replace(phrase, last=_unit_of(line, phrase, phrase.names[-1])))


def _tells(line: Line, places: Places) -> bool:
    return predicated(line.units, places.last) or predicated_behind_aside(line.units, places.last)


def _region(line: Line, member: Places) -> Places | None:
    """The place behind a comma in which a member is told to lie, or None."""
    at = member.last + 1
    if at >= len(line.units) or "," not in line.units[at].gap or line.units[at].gap != ",":
        return None
    for lead in range(at, min(at + _TO_IN + 1, len(line.units) - 1)):
        if labelled(line.units[lead], "in"):
            there = next((p for p in line.phrases if p.first > lead), None)
            near = isinstance(there, Places) and bool(there.names) and there.first <= lead + 1 + _TO_IN and not there.modifier
            return there if near and isinstance(there, Places) and len(there.names) == 1 else None
        if line.units[lead].tags.isdisjoint(_LEADING) or (lead > at and line.units[lead].gap):
            return None
    return None


def _is_member(line: Line, places: Places) -> bool:
    """Whether places may go on a list, of which no verb of their own tells."""
    named = bool(places.names) and not places.modifier and places.case in {"", "list", "comma", "of"}
    return named and not _tells(line, places)


def _in_list(line: Line, places: Places) -> bool:
    """Whether another member follows, so that commas alone part a list."""
    after = next((p for p in line.phrases if p.first > places.last), None)
    if not (isinstance(after, Places) and after.names and any(name.known for name in places.names)):
        return False
    between = line.units[places.last + 1 : after.first]
    return bool(between) and all(not unit.tags.isdisjoint(_JOINING) for unit in between) and "," in line.units[places.first].gap


def _called_town(line: Line, places: Places) -> bool:
    """Whether an aside calls a place a town, so that it is no region ("Bama, Borno State's second-largest city")."""
    behind = line.units[places.last + 1 : places.last + 1 + _TO_CALLING]
    if not behind or "," not in behind[0].gap:
        return False
    aside: list[Unit] = [behind[0]]
    for unit in behind[1:]:
        if parted(unit.gap):
            break
        aside.append(unit)
    return any((head := unit.entry("head")) is not None and head.value == "settlement" for unit in aside)
