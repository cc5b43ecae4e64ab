"""Acronyms that a text explains: whoever is called "the Sri Lanka Army (SLA)" there is the SLA for the rest of it."""

from collections.abc import Callable, Iterator, Sequence

from whoheld.actors import Meaning
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.words.scan import Sentence, Unit

_SHORTEST = 3
"""Letters of an acronym that its words may be told by."""
_LONGEST = 9
"""Words of the longest name that stands before its acronym."""
_AT = Callable[[Sequence[Unit], int], Party | None]


def explain_acronyms(sentences: Sequence[Sentence], at: _AT) -> None:
    """Writes on the acronyms of a text whom it calls so, and on a name of their initials whom the registry calls so.

    Args:
        sentences: of a text in a language with capitals.
        at: reads the party that begins at a unit.
    """
    acronyms = {unit.word: unit for sentence in sentences for unit in sentence.units if _acronym(unit)}
    if not acronyms:
        return
    known = {word: unit.meanings for word, unit in acronyms.items() if unit.meanings}
    for sentence in sentences if known else ():
        _name_in_full(sentence.units, known)
    told = {word: meanings for sentence in sentences for word, meanings in _told(sentence.units, at)}
    for unit in (unit for sentence in sentences for unit in sentence.units) if told else ():
        if _acronym(unit) and unit.word in told:
            unit.meanings, unit.tags = told[unit.word], unit.tags | {"actor"}


def _acronym(unit: Unit) -> bool:
    """Whether a word is an acronym that is nothing else than perhaps an actor's."""
    return unit.upper and unit.word == unit.tail and len(unit.word) >= _SHORTEST and unit.tags <= {"actor"}


def _told(units: Sequence[Unit], at: _AT) -> Iterator[tuple[str, tuple[Meaning, ...]]]:
    """The acronyms by which somebody known is told to be called, with what his name means ("X (SLA)", "X, known as SLA").

    One whose name stands in brackets behind it is his, whoever else is called so ("the SNA (Somali National Army)").
    """
    for end in range(1, len(units)):
        if (named := _in_brackets(units, end, at)) is not None:
            yield units[end - 1].word, named.meanings
        unit, called = units[end], "appellation" in units[end - 1].tags
        if not (called or unit.gap.endswith("(")) or not _acronym(unit) or unit.meanings:
            continue
        stop = end - called
        parties = (at(units, first) for first in range(max(0, stop - _LONGEST), stop) if units[first].capital)
        named = next((p for p in parties if p is not None and p.last == stop - 1 and p.meanings), None)
        alone = named is not None and stop - named.first == 1 and "country" in units[named.first].tags
        if named is not None and (called or (_initials(units[named.first : stop], unit.word) and not alone)):
            yield unit.word, named.meanings


def _in_brackets(units: Sequence[Unit], first: int, at: _AT) -> Party | None:
    """Who is named in brackets behind an acronym of his name, or None."""
    if not units[first].gap.endswith("(") or not (_acronym(units[first - 1]) and units[first].capital):
        return None
    named = at(units, first)
    after = units[named.last + 1] if named is not None and named.last + 1 < len(units) else None
    closed = after is None or after.gap.startswith(")")
    spelled = named is not None and closed and _initials(units[first : named.last + 1], units[first - 1].word)
    return named if named is not None and spelled and named.meanings else None


def _initials(units: Sequence[Unit], acronym: str) -> bool:
    """Whether an acronym begins and ends as the first and the last word of a name do."""
    return acronym[0] == units[0].word[0] and acronym[-1] == units[-1].tail[0]


def _name_in_full(units: list[Unit], known: dict[str, tuple[Meaning, ...]]) -> None:
    """Joins the words of a name whose initials make a known acronym of the text, where no registry has the name."""
    for first in range(len(units) - 1, -1, -1):
        if not units[first].capital or "actor" in units[first].tags:
            continue
        for acronym, meanings in known.items():
            last = _spelled(units, first, acronym)
            if last > first:
                units[first].end, units[first].tail, units[first].ending = units[last].end, units[last].tail, units[last].ending
                units[first].entries, units[first].tags, units[first].meanings = (), frozenset({"actor"}), meanings
                del units[first + 1 : last + 1]
                break


def _spelled(units: Sequence[Unit], first: int, acronym: str) -> int:
    """The last of the words from ``first`` whose capitals make an acronym, or -1."""
    letters, at = 0, first
    while at < len(units) and (at == first or not units[at].gap.strip("-")):
        unit = units[at]
        if "actor" in unit.tags or unit.word != unit.tail or unit.upper:
            return -1
        if unit.capital:
            if unit.word[0] != acronym[letters]:
                return -1
            letters += 1
            if letters == len(acronym):
                return at
        elif at == first or not ({"name_joint"} & unit.cues or "conjunction" in unit.tags):
            return -1
        at += 1
    return -1
