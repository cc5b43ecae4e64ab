"""Arabic men who are told by whose enemies they are («خصوم الحركة»): they are somebody else's."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.words.scan import Unit


def set_apart(units: Sequence[Unit], party: Party) -> bool:
    """Whether men are only somebody's enemies; takes from them whom the name behind their noun means."""
    noun = units[party.first]
    if party.last == party.first or "foe" not in noun.cues | noun.tail_cues:
        return False
    party.meanings, party.unknown = (), True
    party.anaphor = party.repeats = party.same = party.statal = party.proper = False
    return True
