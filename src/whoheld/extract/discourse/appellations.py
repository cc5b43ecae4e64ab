"""The name that a text gives to men whom it introduces by a common noun ("an alliance known as …", "a militia, the M23, …")."""

from collections.abc import Iterator

from whoheld.extract.phrases.phrase import Party, parted
from whoheld.extract.sentence.line import Line

_TO_NAME = 10
"""Words from a common noun to the name that it is told to bear."""
_BEFORE = frozenset({"article", "adverb"})


def own_name(line: Line, said: Party) -> Party | None:
    """The party by whose name a text calls another right behind it, or None."""
    described = said.proper and not said.nonstate  # "Sudan's paramilitary force" has no name yet
    if said.anaphor or described or said.unknown or said.last + 1 >= len(line.units) or _named(said):
        return None
    return next((party for at in _told(line, said) if (party := _named_at(line, at)) is not None), None)


def _told(line: Line, said: Party) -> Iterator[int]:
    """Where a name may stand: behind words that say how men are called, or in an aside between commas."""
    for at in range(said.last + 1, min(said.last + _TO_NAME, len(line.units))):
        unit = line.units[at]
        if "appellation" in unit.tags:
            yield at + 1
            return
        if parted(unit.gap):
            if unit.gap == "," and _closed(line, at):
                yield at
            return
        if line.told(at) or "conjunction" in unit.tags:
            return


def _named_at(line: Line, at: int) -> Party | None:
    while at < len(line.units) and line.phrase(at) is None and line.units[at].tags & _BEFORE:
        at += 1
    party = line.phrase(at)
    if not isinstance(party, Party) or party.first != at or party.town is not None:
        return None
    acronym = party.first == party.last and line.units[at].upper and not party.meanings  # that no registry knows
    return party if acronym or _named(party) else None


def _closed(line: Line, at: int) -> bool:
    """Whether a comma, or the end of the sentence, closes the aside that a party fills."""
    party = _named_at(line, at)
    after = line.units[party.last + 1] if party is not None and party.last + 1 < len(line.units) else None
    return party is not None and (after is None or (after.gap == "," and "conjunction" not in after.tags))


def _named(party: Party) -> bool:
    return any(not meaning.alias.text[:1].islower() for meaning in party.meanings)
