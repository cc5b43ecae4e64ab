"""Who is told to give way or to fail, and so has not taken what fell then ("The army could not hold the line, and Goma fell")."""

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.sentence.frame import AUXILIARY, BARE
from whoheld.extract.sentence.line import Line

_OWNING = frozenset({"owner", "of", "by"})
_TO_OWNER = 4
"""Words from a noun to the party whose deed it tells ("the pullout of the")."""
_TO_FAILURE = 3
"""Words from a party to what says that it failed."""


def beside(line: Line, verb: int) -> Party | None:
    """The party that stands where the subject of a verb does, and that nothing governs, or None."""
    at = verb + 1 if line.verb_first else verb - 1
    while not line.verb_first and at > line.begins and line.units[at].tags and line.units[at].tags <= AUXILIARY:
        at -= 1
    party = line.phrase(at)
    return party if isinstance(party, Party) and party.case in BARE and not party.possessive else None


def owner(line: Line, noun: int) -> Party | None:
    """The party whose deed a noun tells («انسحاب القوات الأوكرانية», "the withdrawal of Afghan troops"), or None."""
    parties = (line.phrase(at) for at in range(noun + 1, min(noun + _TO_OWNER, len(line.units))))
    party = next((p for p in parties if isinstance(p, Party)), None)
    owning = _OWNING | BARE if line.verb_first else _OWNING  # «خروج آخر مقاتلي داعش»
    return party if party is not None and party.case in owning and not party.possessive else None


def fails(line: Line, party: Party) -> bool:
    """Whether a party is the subject of a failure, or of a success that is denied («لم ينجح الجيش في»)."""
    return _fails_behind(line, party) if line.verb_first else _fails_before(line, party)


def _fails_behind(line: Line, party: Party) -> bool:
    """Whether the Arabic verb right before a party tells of a failure."""
    verb = party.first - 1
    if verb < line.begins or line.units[party.first].gap:
        return False
    denied = verb > line.begins and "negation" in line.units[verb - 1].tags and "achieve" in line.units[verb].tags
    return denied or "failure" in line.units[verb].tags


def _fails_before(line: Line, party: Party) -> bool:
    """Whether an English verb near behind a party tells of a failure ("failed to", "could not", "were unable to")."""
    for at in range(party.last + 1, min(party.last + 1 + _TO_FAILURE, len(line.units))):
        unit = line.units[at]
        if unit.gap or "failure" in unit.tags:
            return "failure" in unit.tags and not unit.gap
        if "negation" in unit.tags and "modal" in line.units[at - 1].tags:
            return True
    return False
