"""Parties that a list, or what backs one of them, names together with a subject."""

from whoheld.extract.phrases.phrase import Party, Phrase
from whoheld.extract.sentence.frame import BARE
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.scan import Unit

_TO_AID = 4
"""Words from that with which somebody helps to his name."""

_LOCAL = frozenset({"bystander", "function"})
_TO_NEXT = 3
"""Words from a party to the one that a conjunction joins to it."""


def _only_says_what_sort(unit: Unit, *, latin: bool) -> bool:
    """Whether a word between a conjunction and a party only says whose or what sort it is ("and its allied forces").

    So do an adjective that no lexicon knows and a people ("and regional paramilitary forces", "and local Tuareg militias").
    """
    sort = unit.tags <= {"people", "direction"} or unit.tags == _LOCAL
    adjective = latin and sort and unit.word.isalpha() and not unit.word.endswith(("ed", "ly"))
    return bool(unit.tags & {"article", "allied", "possessive"}) or "former" in unit.cues or adjective


def _calls(line: Line, before: Phrase | None, party: Party) -> bool:
    """Whether the last of a list only is the name of those whom the next noun tells ("the army and Ma'awisley clan militia")."""
    named = isinstance(before, Party) and before.case == "list" and before.last + 1 == party.first
    return named and not line.units[party.first].gap


def backs_too(line: Line, phrase: Phrase) -> bool:
    """Whether a conjunction joins a party to one that only backs the subject ("forces backed by Russia and Rwanda took")."""
    joint = phrase.first - 1 - ("article" in line.units[phrase.first - 1].tags)
    before = line.phrase(joint - 1) if joint > 0 and phrase.case == "list" and not line.units[phrase.first].gap else None
    at = before.first - 1 - ("article" in line.units[before.first - 1].tags) if isinstance(before, Party) else -1
    return at >= 0 and "backing" in line.units[at].tags and not line.units[joint].gap


def only_helps(line: Line, party: Party) -> bool:
    """Whether Arabic tells of a party only that it lends its aircraft or its aid («بغطاء جوي كثيف من التحالف»)."""
    for at in range(party.first - 1, max(line.begins, party.first - 1 - _TO_AID) - 1, -1) if line.verb_first else ():
        if line.units[at + 1].gap or isinstance(line.phrase(at), Party):
            return False
        if "aid" in line.units[at].cues or "backing" in line.units[at].tags:
            return True
    return False


def first_of_list(line: Line, party: Party) -> Party:
    """The first of "soldiers and allied militias", who are named for all."""
    at = party.first - 1
    while at > 0 and _only_says_what_sort(line.units[at], latin=not line.verb_first) and not line.units[at + 1].gap:
        at -= 1
    listed = "conjunction" in line.units[at].tags
    before = line.phrase(at - 1) if listed else line.phrase(party.first - 1)
    if isinstance(before, Party) and before.case == "of" and isinstance(whole := line.phrase(before.first - 2), Party):
        before = whole  # "fighters of the YPG and rebels"
    lesser = not line.verb_first and party.case == "" and ((listed and at < party.first - 1) or _calls(line, before, party))
    joined = (party.case == "list" or lesser) and isinstance(before, Party) and before.case in BARE and not before.possessive
    return first_of_list(line, before) if joined and isinstance(before, Party) and before.first < party.first else party


def named_with(line: Line, party: Party | None) -> list[Party]:
    """A party with those that a list names behind it ("a force from Rwanda and Mozambique")."""
    found = [party] if party is not None else []
    for phrase in line.phrases if found else ():
        if isinstance(phrase, Party) and phrase.case == "list" and 0 < phrase.first - found[-1].last <= _TO_NEXT:
            found.append(phrase)
    return found
