"""Who is told to go against a town ("Boko Haram attacked Bama"), and so is who took it where nobody else is said to have."""

from whoheld.extract.bind.acting import main_noun
from whoheld.extract.phrases.phrase import Party, Places, parted
from whoheld.extract.sentence.frame import BARE
from whoheld.extract.sentence.line import Line
from whoheld.text import key

_BEFORE_TOWN = frozenset({"article", "head", "direction", "preposition"})
"""Classes of words between a verb of attacking and the town."""
_BEFORE_VERB = frozenset({"have", "had", "adverb"})


def attacker(line: Line, text: str, place: str) -> Party | None:
    """Who goes against a place in an English sentence, as the subject right before the verb, or None.

    Args:
        line: the sentence.
        text: the article's.
        place: the key of the place's name.
    """
    for town in line.phrases:
        if isinstance(town, Places) and any(key(text[name.start : name.end]) == place for name in town.names):
            verb = town.first - 1
            while verb > line.begins and line.units[verb].tags & _BEFORE_TOWN and not parted(line.units[verb + 1].gap):
                verb -= 1
            if verb > line.begins and line.units[verb].cues & {"assailing", "raiding"} and line.units[verb].word.endswith("ed"):
                return _subject(line, verb)
    return None


def _subject(line: Line, verb: int) -> Party | None:
    at = verb - 1
    while at > line.begins and line.units[at].tags & _BEFORE_VERB and not line.units[at + 1].gap:
        at -= 1
    party = line.phrase(at)
    acting = isinstance(party, Party) and party.case in BARE and not party.possessive and not line.units[at + 1].gap
    return main_noun(line, party) if acting and isinstance(party, Party) else None
