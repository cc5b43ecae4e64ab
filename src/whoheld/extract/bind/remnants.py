"""Places that are told to be what is left to somebody ("leaves them only Sirte", "all that the army has is Goma")."""

from collections.abc import Iterator

from whoheld.extract.bind.lists import BETWEEN, bare, coordinated, is_place
from whoheld.extract.bind.owned_places import owns_next
from whoheld.extract.bind.qualified import called
from whoheld.extract.phrases.phrase import Party, Places, labelled
from whoheld.extract.sentence.frame import as_places
from whoheld.extract.sentence.line import Line

_WHOM = frozenset({"article", "adverb", "direction", "country"})
"""Classes of words before a party to whom something is left."""
_THING = 12
"""Words from a copula to the place that a thing without a name is said to include ("a strip of desert with the towns of")."""
_CLAUSE = frozenset({"report", "relative", "be", "have", "had", "contrast"})
_WHEREABOUTS = 9
"""Words from a noun to the state of which it is the only one ("the only town of any size in Galgudud still under")."""


def second_object(line: Line, at: int) -> Iterator[Places]:
    """The object behind the one to whom it is left ("leaves the group only Mayadin", "leaves them the town of Sirte")."""
    whom = at + 1
    while whom < len(line.units) and not line.units[whom].gap and line.phrase(whom) is None and line.units[whom].tags & _WHOM:
        whom += 1
    party = line.phrase(whom)
    alone = whom < len(line.units) and ("pronoun" in line.units[whom].tags or "object_pronoun" in line.units[whom].cues)
    if not (isinstance(party, Party) or alone) or line.units[whom].gap or line.verb_first:
        return
    last = party.last if isinstance(party, Party) else whom
    named = (p for p in map(as_places, line.phrases) if isinstance(p, Places) and p.first > last)
    first = next((p for p in named if not owns_next(line, p)), None)
    if first is not None and not first.modifier and first.case == "" and bare(line, last, first):
        yield from coordinated(line, first, verb_first=False)
    elif any("adverb" in unit.tags for unit in line.units[last + 1 : last + 2]):
        yield from _within_thing(line, last)


def _revealed(line: Line, verb: int) -> Iterator[Places]:
    """The places behind the copula that follows a verb, or those that a thing without a name includes."""
    copula = next((n for n in line.rightward(verb) if "be" in line.units[n].tags), None)
    if copula is None:
        return
    first = next((p for p in map(as_places, line.phrases) if isinstance(p, Places) and p.first > copula), None)
    if first is not None and first.case == "" and not first.modifier and is_place(line, first) and bare(line, copula, first):
        yield from coordinated(line, first, verb_first=False)
    else:
        yield from _within_thing(line, copula)


def all_that(line: Line, at: int) -> Iterator[Places]:
    """The places of which a clause with "all" says that they are what somebody has ("all the army has left is Goma")."""
    for left in line.leftward(at):
        if "totality" in line.units[left].cues:
            yield from _revealed(line, at)
            return
        if line.phrase(left) is None and line.units[left].tags & _CLAUSE - {"relative", "have", "had"}:
            return


def _within_thing(line: Line, at: int) -> Iterator[Places]:
    """The places that a thing without a name includes ("a strip of desert with the towns of", "a pocket including")."""
    for right in line.rightward(at):
        phrase = line.phrase(right)
        if isinstance(phrase, Places) and phrase.first == right and not phrase.modifier:
            with_ = phrase.case == "with" and line.heads(phrase)
            if phrase.case == "like" or with_:
                yield from coordinated(line, phrase, verb_first=False)
                return
        if right > at + _THING or (phrase is None and line.units[right].tags & _CLAUSE):
            return


def left_under(line: Line, at: int) -> Iterator[Places]:
    """The object of a verb that leaves it under somebody ("leaves only El Fasher under the army"), or of what is said so."""
    before = line.phrase(at - 1)
    if line.verb_first or not isinstance(before, Places) or before.modifier or line.units[at].gap[:1] == ".":
        return
    verb = before.first - 1
    while verb > 0 and line.phrase(verb) is None and line.units[verb].tags & BETWEEN and not line.units[verb + 1].gap:
        verb -= 1
    if not line.units[at].gap and labelled(line.units[verb], "of"):
        return
    leaves = any(entry.tag == "trigger" and entry.value == "leave holding" for entry in line.units[verb].entries)
    if leaves:
        yield before


def only_one(line: Line, at: int) -> Iterator[Places]:
    """The place that is said to be the last of its kind in a state ("Jilib is the only town of any size still under them")."""
    for noun in range(at - 1, max(line.begins, at - _WHEREABOUTS), -1):
        phrase = line.phrase(noun)
        if line.units[noun + 1].gap or line.verb_first or (phrase is None and line.units[noun].tags & _CLAUSE):
            return
        if isinstance(phrase, Places) and phrase.anaphor and not phrase.names:
            about = called(line, phrase)
            yield from (about,) if about is not phrase else ()
            return
