"""As what a sentence names a party: the enemy of those who act, an office, whose a place is, or nobody by common nouns."""

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.sentence.line import Line
from whoheld.extract.sentence.parentheses import of_some
from whoheld.extract.write import Reading
from whoheld.model import Actor

_OFFICES = frozenset({"title", "voice", "official", "ministry"})
"""Classes of words for those who speak for a side and do not fight for it."""
_MEN = frozenset({"armed", "actor", "nonstate", "regular"})
"""Classes of nouns for those who fight."""


def is_enemy(line: Line, party: Party) -> bool:
    """Whether somebody is only named as the enemy of those whose verb stands right before him.

    So in "Militias fighting the Houthis took Zinjibar", "They pushed back the Taliban and retook Panjwai".
    """
    at = party.first - 1
    while at > line.begins and ("article" in line.units[at].tags or "particle" in line.units[at].cues):
        at -= 1
    if at <= line.begins or any(unit.gap for unit in line.units[at : party.first + 1]) or line.phrase(at) is not None:
        return False
    verb, subject = line.units[at], line.units[at - 1].tags
    past = verb.word.endswith("ed") or "nonnominal" in verb.cues
    return (verb.word.endswith("ing") and bool(subject & _MEN)) or (past and "pronoun" in subject)


def is_office(line: Line, party: Party) -> bool:
    """Whether a party is told by an office ("Regional governor", "Army spokesman", "the defence ministry")."""
    own = [unit for unit in line.units[party.first : party.last + 1] if party.start <= unit.start < party.end]
    return any(not unit.tags.isdisjoint(_OFFICES) for unit in own)


def owner(reading: Reading) -> Party | None:
    """Whose a place is called that somebody else took ("the army's base at Taoussa was captured")."""
    line = reading.line
    place = next((p for p in line.phrases if line.units[p.first].start <= reading.name.start < line.units[p.last].end), None)
    owner = line.phrase(place.first - 1) if place is not None else None
    return owner if isinstance(owner, Party) and owner.possessive else None


def parties(line: Line) -> list[Party]:
    """The parties of a sentence, without those that somebody has left ("a former SPLA general") or only some are linked to."""
    parties = (phrase for phrase in line.phrases if isinstance(phrase, Party))
    told = [party for party in parties if not (party.first and "former" in line.units[party.first - 1].cues)]
    return told if line.verb_first else [party for party in told if not of_some(line.units, party.first)]


def nameless(actor: Actor) -> bool:
    """Whether an actor has no name of his own, but only common nouns ("rebels", where no group of the country is registered)."""
    initials = [alias.text[:1] for alias in actor.aliases]
    return any(letter.islower() for letter in initials) and not any(letter.isupper() for letter in initials)
