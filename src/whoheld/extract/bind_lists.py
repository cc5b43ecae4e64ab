"""Places that are named together, and what may stand between a verb and them."""

from collections.abc import Iterator

from whoheld.extract.frame import BARE, BREAKS
from whoheld.extract.line import Line
from whoheld.extract.phrase import Party, Places, parted

BETWEEN = frozenset({"article", "possessive", "adverb", "direction", "still", "now", "share"})
"""Classes of words between a verb or preposition and the noun that it governs."""
_DATES = frozenset({"day", "weekday", "month", "time", "number", "ordinal", "unit"})
_LIST_WORDS = frozenset({"conjunction", "article", "adverb", "direction", "function"})


def is_place(line: Line, phrase: Places) -> bool:
    """Whether more than its capitals shows that a phrase names places."""
    return bool(phrase.anaphor) or line.heads(phrase) or any(name.known for name in phrase.names)


def coordinated(line: Line, first: Places, *, verb_first: bool) -> Iterator[Places]:
    """A phrase with those that a conjunction joins to it in the same slot."""
    yield first
    for phrase in line.phrases:
        if phrase.first <= first.last:
            continue
        again = phrase.case == first.case and phrase.case not in {"", "of"}
        joined = phrase.case in {"list", "like"} or (again and (line.units[phrase.first].gap == "" or verb_first))
        if isinstance(phrase, Party):
            if phrase.case in BARE:
                return
            continue
        if any(
            not line.units[n].tags.isdisjoint(BREAKS | {"trigger", "report", "relative"})
            for n in range(first.last + 1, phrase.first)
        ):
            return
        if isinstance(phrase, Places) and joined and not phrase.modifier:
            if verb_first or phrase.first <= first.last + 2 or is_place(line, phrase):
                yield phrase
            first = phrase


def listed_before(line: Line, phrase: Places) -> Iterator[Places]:
    """A phrase with those that a conjunction puts before it ("Palmyra and a nearby oil field")."""
    earlier = [p for p in line.phrases if isinstance(p, Places) and p.last < phrase.first and not p.modifier]
    if phrase.case == "list" and earlier and all(n.tags <= _LIST_WORDS for n in line.units[earlier[-1].last + 1 : phrase.first]):
        yield from listed_before(line, earlier[-1])
    yield phrase


def passes(line: Line, at: int, *, headed: bool) -> bool:
    """Whether a unit may stand between a verb that comes first and its object."""
    unit = line.units[at]
    if isinstance(line.phrase(at), Party):
        return True
    taken = "bound" in unit.tags and not headed and parted(line.units[at + 1].gap)
    if taken or not unit.tags.isdisjoint(BREAKS | {"trigger", "report"}) or isinstance(line.phrase(at), Places):
        return line.times(at)
    if headed:
        return True
    dated = "preposition" in unit.tags and at + 1 < len(line.units) and not line.units[at + 1].tags.isdisjoint(_DATES)
    return not set(unit.gap) & set(",،") and (dated or not unit.tags.isdisjoint(BETWEEN | _DATES | {"apposing", "backing"}))
