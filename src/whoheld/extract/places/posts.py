"""Posts of numbered units of an army, which are places and no parties ("the 6th Division's headquarters", "Brigade 93 base")."""

from collections.abc import Collection, Sequence

from whoheld.extract.phrases.phrase import labelled
from whoheld.extract.words.scan import Unit

_LONGEST = 6
"""Words of the longest name of a unit ("No. 5 Border Guard Police Battalion")."""
_BEGIN = frozenset({"seat", "formation", "armed", "actor", "country", "ordinal"})
_LISTED = frozenset({"article", "adverb", "armed", "formation", "conjunction"})
"""Classes of words between a verb of taking and the last of the units that it takes."""
_ACTIVE = frozenset({"past", "ed", "base", "present", "ing"})
_ANY = _ACTIVE | {"participle"}
_HELPING = frozenset({"be", "have", "had", "adverb"})


class Posts:
    """Finds posts: the seats of numbered units, or the units themselves where they are taken like places."""

    def __init__(self) -> None:
        self._units: Sequence[Unit] = ()
        self._any = False

    def at(self, units: Sequence[Unit], first: int) -> int:
        """The last word of the post that begins at a unit, or -1; most sentences name no unit of an army and are not searched."""
        if units is not self._units:
            self._units, self._any = units, any("formation" in unit.tags for unit in units)
        return _post(units, first) if self._any else -1


def _post(units: Sequence[Unit], first: int) -> int:
    unit = units[first]
    if not (unit.capital or unit.word[0].isdigit() or unit.tags & _BEGIN):
        return -1
    if "seat" in unit.tags:
        return (
            _numbered(units, past_owner(units, first + 2)) if first + 1 < len(units) and labelled(units[first + 1], "of") else -1
        )
    last = _numbered(units, past_owner(units, first))
    if last < 0:
        return -1
    if last + 1 < len(units) and not units[last + 1].gap and "seat" in units[last + 1].tags:
        return last + 1
    return last if _taken(units, first, last) else -1


def past_owner(units: Sequence[Unit], at: int) -> int:
    """Past an article and whose the unit is ("the army's")."""
    while at < len(units) and not units[at].gap and ("article" in units[at].tags or units[at].possessive):
        at += 1
    return at


def _numbered(units: Sequence[Unit], first: int) -> int:
    """The last word of the noun and the number of a unit, in either order ("17th Infantry Division", "Brigade 93"), or -1."""
    noun = number = False
    for at in range(first, min(first + _LONGEST, len(units))):
        unit = units[at]
        if (unit.gap and at > first and unit.gap != "-") or not (unit.capital or unit.word[0].isdigit() or "armed" in unit.tags):
            return -1
        side = unit.capital and "direction" in unit.tags  # "the Western Regional Command"
        number = number or unit.word[0].isdigit() or "ordinal" in unit.tags or side
        noun = noun or "formation" in unit.tags
        if noun and number:
            return at
    return -1


def _taken(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether it is told of a unit that it is taken or, of one called by its number alone, lost or held, as places are."""
    by_number = units[last].word[0].isdigit()
    before, tenses = first - 1, _ACTIVE
    while before > 0 and (units[before].tags & _LISTED or units[before].possessive or units[before].word[0].isdigit()):
        before -= 1
    if by_number and before > 0 and any(labelled(units[before], out) for out in ("from", "out of")):
        before, tenses = before - 1, _ANY
    if before >= 0 and _tells(units[before], {"taking", "ground"} if by_number else {"taking"}, tenses):
        return True
    after = last + 1
    while after < len(units) and units[after].gap in ("", ",")[: 1 + (after == last + 1)] and units[after].tags & _HELPING:
        after += 1
    if after == len(units) or units[after].gap:
        return False
    helped = frozenset[str]().union(*(unit.tags for unit in units[last + 1 : after]))
    active = bool(helped & {"have", "had"}) and "be" not in helped  # "its 58th Division had overrun"
    passive = after > last + 1 and not active and _tells(units[after], {"taking", "ground"} if by_number else {"taking"}, _ANY)
    return passive or (by_number and "be" not in helped and _tells(units[after], {"changing"}, _ANY))


def _tells(unit: Unit, traits: Collection[str], tenses: Collection[str]) -> bool:
    return any(entry.tense in tenses and any(trait in traits for trait in entry.traits) for entry in unit.entries)
