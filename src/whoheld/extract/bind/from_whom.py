"""Whom English "from", "to" or "for" names behind a deed: who lost the place, of whom a speaker is, to whom it is a blow."""

from whoheld.extract.phrases.phrase import COMMAS, Party, labelled
from whoheld.extract.sentence.frame import Frame
from whoheld.extract.sentence.line import Line

_OFFICE = 4
"""Words of the office in which a speaker is somebody's."""


def next_name(line: Line, party: Party) -> Party:
    """A party, or the name before which its one word only says of what sort that is ("from the rebel Rapid Support Forces")."""
    after = line.phrase(party.last + 1)
    sort = party.first == party.last and party.nonstate and not line.units[party.first].word.endswith("s")
    named = isinstance(after, Party) and after.first == party.last + 1 and not line.units[after.first].gap
    return after if sort and named and isinstance(after, Party) and not party.possessive else party


def of_speaker(line: Line, frame: Frame, party: Party) -> bool:
    """Whether a speaker is from somebody ("…, Ali Aziz from the Joint Command (JC) said"), with no loser told."""
    verb = party.last + 1
    while verb < len(line.units) and "(" in line.units[verb].gap:
        bracketed = line.phrase(verb)
        verb = (bracketed.last if bracketed is not None else verb) + 1
    stop = min(verb + _OFFICE, len(line.units))
    while verb < stop and not line.units[verb].gap and "report" not in line.units[verb].tags and line.phrase(verb) is None:
        verb += 1  # "from the army's press office"
    if verb >= len(line.units) or "report" not in line.units[verb].tags or not line.told(verb):
        return False
    last = max((phrase.last for phrase in frame.places), default=frame.at)
    return any(not COMMAS.isdisjoint(line.units[at].gap) for at in range(last + 1, party.first))


def is_blow(line: Line, at: int) -> bool:
    """Whether it is told at a unit to whom something is a blow ("a setback for the", "a blow to")."""
    to = line.units[at + 1] if "setback" in line.units[at].cues and at + 1 < len(line.units) else None
    span = to.entry("time") if to is not None else None
    given = span is not None and span.value == "for"  # "for the" begins words for a time as well
    return to is not None and not to.gap and (given or labelled(to, "to") or labelled(to, "for"))


def takes_blow(line: Line, party: Party) -> bool:
    """Whether a party is to whom something is a blow, and not who gains by it."""
    at = party.first - 1
    while (
        at > line.begins and "preposition" not in line.units[at].tags and not line.units[at + 1].gap and line.phrase(at) is None
    ):
        at -= 1
    return at > line.begins and is_blow(line, at - 1)
