"""The rest of a list of places that goes on behind where its first part lies."""

from whoheld.extract.bind.own_nouns import called_behind_region
from whoheld.extract.phrases.phrase import Places
from whoheld.extract.sentence.line import Line

_PAIR, _TO_WHERE = 2, 2
"""Places that make a list, and words from one to the name of where it lies."""


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
    after = line.phrase(phrase.last + 2)
    lies = isinstance(after, Places) and after.case == "in" and after.first == phrase.last + 2 and len(first.names) > 1
    if phrase.case != "in" or len(phrase.names) < _PAIR or phrase.first > first.last + _TO_WHERE or not lies:
        return None
    if line.heads(phrase) or any(line.units[n].gap for n in range(first.last + 1, phrase.last + 2)):
        return None
    return Places(phrase.first, phrase.last, "list", names=phrase.names[1:])


def _ruled_from(line: Line, first: Places, phrase: Places) -> bool:
    """Whether places begin with the region of which the one right before is called the seat, by its name."""
    seat = phrase.first - 1
    calls = seat == first.last + 1 and "container" in line.units[seat].tags and not line.units[phrase.first].gap
    return calls and "capital" in line.units[seat].tail_cues and len(phrase.names) >= _PAIR and bool(first.names)
