"""Whom English "from" names behind a deed: who lost the place, or of whom a speaker is."""

from whoheld.extract.phrases.phrase import COMMAS, Party
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
