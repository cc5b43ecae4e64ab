"""The rest of a list of places that goes on behind where its first part lies."""

from dataclasses import replace

from whoheld.extract.bind.own_nouns import called_behind_region
from whoheld.extract.phrases.phrase import Places, labelled
from whoheld.extract.places.openings import REGIONS
from whoheld.extract.sentence.line import Line
from whoheld.model import Extent

_PAIR, _TO_WHERE = 2, 2
"""Places that make a list, and words from one to the name of where it lies."""
_SIDES = frozenset({"area", "adverb"})
"""Classes of words between "in" and the name of a region («في شمال كردفان», «في أقصى غرب»)."""
_MOST_SIDES = 2


def behind_where(line: Line, first: Places, phrase: Places) -> Places | None:
    """The rest of a list that goes on behind where its first part lies ("العبدية وحريب في مأرب وعسيلان وبيحان في شبوة").

    Of a side of the compass only one place is told («حلفايا وطيبة الإمام شمالي حماة ومورك»), and one region is ruled from a town
    («الحوطة عاصمة لحج وقاعدة العند»).
    """
    if _ruled_from(line, first, phrase):
        return Places(phrase.first, phrase.last, "list", names=phrase.names[1:])
    near = phrase.first <= first.last + _TO_WHERE and not any(line.units[n].gap for n in range(first.last + 1, phrase.last + 1))
    if phrase.case == "direction" and len(phrase.names) >= _PAIR and first.names and near and not line.heads(phrase):
        return Places(phrase.first, phrase.last, "list", names=phrase.names[1:])
    if rest := called_behind_region(line, first, phrase):
        return rest
    return _each_in_its_own(line, first, phrase)


def _each_in_its_own(line: Line, first: Places, phrase: Places) -> Places | None:
    """The members that were read as one with the region of those before, and lie in another that follows them.

    Two regions lie in a larger one together («في إدلب وحماة في شمال البلاد», «في ريفي حلب وإدلب في …»).
    """
    if phrase.case != "in" or len(phrase.names) < _PAIR or not first.names or first.names[-1].kind in REGIONS:
        return None
    if not _led(line, first.last + 1, phrase) or any(line.units[n].gap for n in range(first.last + 1, phrase.last + 2)):
        return None
    there = next((after for after in line.phrases if after.first > phrase.last), None)
    if not (isinstance(there, Places) and there.case == "in" and there.names and _led(line, phrase.last + 1, there)):
        return None
    head, rest = line.units[phrase.first].entry("head"), phrase.names[1:]
    both = (head is not None and head.tense == "many") or all(name.kind in REGIONS for name in rest)
    at = next(n for n in range(phrase.first, phrase.last + 1) if line.units[n].stop > rest[0].start)
    own = any("area" in unit.tags for unit in line.units[phrase.first + 1 : phrase.last + 1])
    rest = rest if own else [replace(name, extent=Extent.WHOLE) for name in rest]  # "في ريف هرات وسنكين في …"
    return None if both else Places(at, phrase.last, "list", names=rest)


def _led(line: Line, at: int, phrase: Places) -> bool:
    """Whether a phrase follows "in" here, with no more before it than a side of the compass."""
    sides = line.units[at + 1 : phrase.first]
    lead = all(labelled(unit, "direction") or unit.tags & _SIDES for unit in sides)
    return labelled(line.units[at], "in") and len(sides) <= _MOST_SIDES and lead


def _ruled_from(line: Line, first: Places, phrase: Places) -> bool:
    """Whether places begin with the region of which the one right before is called the seat, by its name."""
    seat = phrase.first - 1
    calls = seat == first.last + 1 and "container" in line.units[seat].tags and not line.units[phrase.first].gap
    return calls and "capital" in line.units[seat].tail_cues and len(phrase.names) >= _PAIR and bool(first.names)
