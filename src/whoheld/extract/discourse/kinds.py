"""What nouns call places, and how much of a place a noun means that points back to it."""

from dataclasses import replace

from whoheld.extract.phrases.phrase import Name, Places
from whoheld.extract.sentence.line import Line
from whoheld.model import Extent

_DIVIDED = frozenset({"settlement", "district", "province", "region"})
"""Kinds of places of which a text tells parts."""


def alike(line: Line, one: Places, other: Places) -> bool:
    """Whether nouns call two phrases of a sentence alike: of "five districts" none is "the city"."""
    kinds = [_kinds(line, phrase) for phrase in (one, other)]
    return not all(kinds) or not kinds[0].isdisjoint(kinds[1])


def whole(line: Line, phrase: Places, name: Name) -> Name:
    """The place that a noun calls by its kind, all of it whatever part was told of before ("took half of Raqqa … the city")."""
    both = phrase.anaphor == "many" and "both" in line.units[phrase.first].tags
    kinds = {name.kind} if both else _kinds(line, phrase) if phrase.anaphor == "many" else {phrase.anaphor}
    called = name.kind in kinds or not line.verb_first  # "the centre of Harib … the district"
    part = name.extent is not Extent.WHOLE and called and name.kind in _DIVIDED and not _DIVIDED.isdisjoint(kinds)
    return replace(name, extent=Extent.WHOLE) if part else name


def nouns_for_it(line: Line, phrase: Places) -> list[str]:
    """The nouns that call a place what it is, and not what lies around it («ضواحي مدينة سنجة»)."""
    units = line.units[phrase.first : phrase.last + 1]
    return [unit.reading.stem for unit in units if "head" in unit.tags and "area" not in unit.tags]


def called_so(line: Line, places: Places, noun: str) -> bool:
    """Whether places are called by a noun, in English alone or behind another ("the port city of Buchanan")."""
    return line.head(places) == noun or (not line.verb_first and noun in nouns_for_it(line, places))


def called_capital(line: Line, places: Places) -> bool:
    """Whether a place is called a capital, which "the city" may call as well ("the regional capital, Mekelle … the city")."""
    units = line.units[places.first : places.last + 1]
    return not line.verb_first and any("head" in unit.tags and "capital" in unit.tail_cues for unit in units)


def _kinds(line: Line, phrase: Places) -> set[str]:
    """What the nouns of a phrase call its places."""
    return {head.value for unit in line.units[phrase.first : phrase.last + 1] if (head := unit.entry("head"))}
