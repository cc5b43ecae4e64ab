"""Persons of whom a text tells whose office they hold, or that they are persons."""

from whoheld.extract.phrases.phrase import Party, parted
from whoheld.extract.sentence.frame import SAYS
from whoheld.extract.sentence.line import Line

_OFFICES = frozenset({"title", "official", "voice", "ministry"})
_TO_OFFICE = 4
"""Words from an office to the party whose it is ("the military spokesman for the")."""


def is_person(line: Line, party: Party) -> bool:
    """Whether a title shows that a name is that of a person, of whom one does not say "they"."""
    here = any(phrase is party for phrase in line.phrases)  # what the text is about may stand in another sentence
    return here and party.first == party.last and party.first > 0 and "title" in line.units[party.first - 1].tags


def has_office(line: Line, party: Party) -> bool:
    """Whether a person is told by the party whose office he holds ("a commander of the SDF", "the army's spokesman")."""
    after = line.units[party.last + 1] if party.last + 1 < len(line.units) else None
    if party.possessive and after is not None and not after.gap and after.tags & _OFFICES:
        return True
    before = line.units[max(0, party.first - _TO_OFFICE) : party.first]
    apart = any(parted(unit.gap) for unit in before[1:]) or any(unit.tags & SAYS for unit in before)
    return any(unit.tags & _OFFICES for unit in before) and not apart


def was_of(line: Line, start: int) -> bool:
    """Whether a sentence tells of a man by the side that he has left ("The former SPLA general said that he …")."""
    before = (phrase for phrase in line.phrases if isinstance(phrase, Party) and 0 < phrase.first < start)
    return any("former" in line.units[phrase.first - 1].cues for phrase in before)


def speaks(line: Line, party: Party, start: int) -> bool:
    """Whether a party is whose words these are: nobody calls himself "the militants"."""
    if party not in line.phrases:
        return False
    between = line.units[party.last + 1 : start + 1]
    if any(";" in unit.gap or "؛" in unit.gap for unit in between):
        return False
    says = (at for at in range(party.last + 1, start + 1) if "report" in line.units[at].tags)
    others = [p for p in line.phrases if isinstance(p, Party) and p.first > party.last and p.case in {"", "comma"}]
    return any(line.verb_first or not any(p.last < at for p in others) for at in says)


def hostile(line: Line, party: Party) -> bool:
    """Whether men are only called the enemy («قوات العدو»), who are never those of whom somebody speaks as his own."""
    units = line.units[party.first : party.last + 1]
    if not line.verb_first:
        return any("enemy" in unit.cues | unit.tail_cues for unit in units)
    return any("enemy" in unit.cues and "armed" in unit.tags for unit in units)
