"""Who acts in an English clause that only describes him, or that another clause tells of ("a group that has taken …")."""

from whoheld.extract.phrases.phrase import Party, Phrase, Places
from whoheld.extract.sentence.line import Line
from whoheld.extract.words.letters import FINITE

_SORTS = frozenset({"people", "country", "direction", "nonstate"})
"""Classes of words that say which of several groups are meant."""
_BEFORE_NAME = frozenset({"article", "direction", "head", "share", "quantity"})
"""Classes of words between a verb and the name of its object."""


def described(line: Line, noun: int) -> Party | None:
    """Whom an indefinite noun for a group describes ("Houthi rebels, a minority group that has taken …", "are a group that")."""
    phrase = line.phrase(noun)
    common = isinstance(phrase, Party) and not phrase.meanings
    named = phrase is not None and not (common and not any(u.capital for u in line.units[phrase.first : phrase.last + 1]))
    if noun < 0 or line.units[noun].cues.isdisjoint(("group", "band")) or named:
        return None
    first = noun if phrase is None else phrase.first - 1
    while first > 0 and not line.units[first].gap and "article" not in line.units[first].tags:
        first -= 1
    if "article" not in line.units[first].tags or "definite" in line.units[first].cues:
        return None
    apart = line.units[first].gap == ","
    party = line.phrase(first - 1 if apart else first - 2)
    told = apart or (first > 1 and "be" in line.units[first - 1].tags)
    return party if told and isinstance(party, Party) and not party.possessive else None


def some(line: Line, noun: int) -> Party | None:
    """The groups of a people, or others of whom no name is told, that a relative takes up ("the Shia groups that helped")."""
    if line.phrase(noun) is not None or noun < 1 or not line.units[noun].tags & {"membership"} or line.units[noun].gap:
        return None
    first = noun
    while first > line.begins and line.units[first - 1].tags & _SORTS and not line.units[first].gap:
        first -= 1
    unit = line.units[noun]
    return Party(first, noun, "", start=line.units[first].start, end=unit.end, noun=unit.word, unknown=True)


def taken(line: Line, phrase: Phrase | None) -> bool:
    """Whether a place is the object of a verb whose subject goes on to act ("overran Slavonia, retaking Okučani")."""
    if line.verb_first or not isinstance(phrase, Places):
        return False
    verb = phrase.first - 1
    while verb > 0 and line.units[verb].tags & _BEFORE_NAME and not line.units[verb + 1].gap:
        verb -= 1
    entries = line.units[verb].entries if verb >= 0 and not line.units[verb + 1].gap else ()
    return any(entry.tag == "trigger" and entry.tense in FINITE for entry in entries)


def captor(line: Line, after: int) -> Party | None:
    """Who makes men prisoners after what a participle tells that he has done ("captured by rebels after taking Bo"), or None."""
    party = line.phrase(after - 1) if after > 0 and "after" in line.units[after].tags else None
    if not isinstance(party, Party) or party.case != "by":
        return None
    by = next((n for n in range(party.first - 1, -1, -1) if "article" not in line.units[n].tags), 0)
    return party if by > 0 and "imprisoning" in line.units[by - 1].cues else None
