"""Whose a noun of control is by what stands before it: a subject, a person, an owner past adjectives."""

from dataclasses import replace

from whoheld.extract.phrases.phrase import Party, Phrase, Places
from whoheld.extract.sentence.frame import AUXILIARY, BARE, Frame, as_party
from whoheld.extract.sentence.line import Line

_RANKS = frozenset({"time", "direction", "adverb", "quantity", "ordinal", "number"})
"""Classes of words between an owner and what he has."""


def own_subject(line: Line, frame: Frame, gender: str) -> Party | None:
    """The subject of the verb that carries a noun with its own possessive ("government troops tightened their grip"), or None."""
    verb = line.units[frame.pivot]
    if frame.pivot == frame.at or frame.voice != "noun" or verb.tags.isdisjoint(("light", "achieve")):
        return None
    subject = next((n for n in line.leftward(frame.pivot) if line.units[n].tags.isdisjoint(AUXILIARY)), None)
    party = line.phrase(subject) if subject is not None else None
    agrees = isinstance(party, Party) and party.gender == gender and party.case in BARE and not party.possessive
    return party if isinstance(party, Party) and agrees else None


def person(line: Line, frame: Frame, phrase: Phrase | None) -> Party | None:
    """Whose hands a state tells of, where he bears a name as towns do ("Torreón is in Villa's hands"): a town has none.

    Without a possessive it is the adjective of a side, and no name that the gazetteer knows ("in Nationalist hands").
    """
    named = isinstance(phrase, Places) and phrase.first == phrase.last == frame.at - 1 and len(phrase.names) == 1
    if frame.voice != "state" or not isinstance(phrase, Places) or not named or line.units[frame.at].gap:
        return None
    if not phrase.possessive and phrase.names[0].known:
        return None
    return as_party(line, replace(phrase, modifier=False, names=[replace(phrase.names[0], known=False)]))


def past_adjectives(line: Line, at: int) -> Party | None:
    """Whose a noun is that adjectives part from its owner ("the army's last northern stronghold")."""
    before = at - 1
    while before > 0 and line.phrase(before) is None and line.units[before].tags & _RANKS and not line.units[before + 1].gap:
        before -= 1
    party = line.phrase(before)
    return party if before < at - 1 and isinstance(party, Party) and party.possessive and party.last == before else None
