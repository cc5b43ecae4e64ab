"""Words that announce the names of several places: before a list («وهي …»), or before their plural («وشملت تلك القرى …»)."""

from collections.abc import Collection, Sequence

from whoheld.extract.phrases.phrase import parted
from whoheld.extract.words.scan import Unit

_TO_PLURAL = 12
"""Words from a plural to what announces the names of its places."""
_QUOTES = frozenset("«»\"“”()'‘’%,")
_BEFORE = frozenset({"function"})
"""Classes of demonstratives before a plural."""
_TO_LISTING = 3
_COUNTS = frozenset({"quantity", "number"})
_TO_ANNOUNCER = 3
"""Words from the names of places to what announces them: a plural and a demonstrative may come between."""


def announcer(units: Sequence[Unit], first: int, naming: Collection[str]) -> int:
    """The unit that announces the names that begin at ``first``, or -1; ``naming`` are the frames that name places."""
    at = first - 1
    if at < 0 or "listing" in units[at].tags:
        return at
    if (some := _some_of(units, first)) >= 0:
        return some
    if not speaks_of_several(units[at]) or not parted_only(units[first]):
        return -1
    for before in range(at - 1, max(-1, at - _TO_ANNOUNCER), -1):
        if units[before + 1].gap:
            break
        if any(entry.tag == "trigger" and entry.value in naming for entry in units[before].entries):
            return before
        if units[before].tags.isdisjoint(_BEFORE):
            break
    return -1


def _some_of(units: Sequence[Unit], first: int) -> int:
    """The plural of which some are named behind a clause about it («ومن بين القرى التي استعادها الجيش مورك، …»), or -1."""
    relative = False
    for left in range(first - 1, max(0, first - _TO_PLURAL), -1):
        if units[left + 1].gap:
            break
        relative = relative or "relative" in units[left].tags
        if relative and speaks_of_several(units[left]):
            return left if not {"partitive"}.isdisjoint(units[left - 1].cues | units[left - 1].tail_cues) else -1
    return -1


def parted_only(unit: Unit) -> bool:
    """Whether nothing or a colon stands before the first of some names."""
    return set(unit.gap) <= _QUOTES | {":"}


def announced_kind(units: Sequence[Unit], first: int, naming: Collection[str]) -> str:
    """What kind of places are announced whose names begin at ``first``, or empty where nothing announces them."""
    at = announcer(units, first, naming)
    if at < 0:
        return ""
    if at == first - 1:
        return plural_before(units, at)
    if speaks_of_several(units[at]):
        return plural_before(units, at + 1)
    head = units[first - 1].entry("head")
    return head.value if head is not None else "settlement"


def speaks_of_several(unit: Unit) -> bool:
    """Whether a word speaks of several places that have been told of («القرى», «المواقع»)."""
    head = unit.entry("head")
    return unit.reading.article and ((head is not None and head.tense == "many") or "position" in unit.tags)


def plural_before(units: Sequence[Unit], at: int) -> str:
    """The kind of the plural, or of the counted singular, whose names are told after a unit ("القرى التي … هي"), or empty."""
    for left in range(at - 1, max(-1, at - _TO_PLURAL), -1):
        head = units[left].entry("head")
        counted = left > 0 and (units[left - 1].word[0].isdigit() or not units[left - 1].tags.isdisjoint(("number", "quantity")))
        if head is not None and (head.tense == "many" or counted):
            return head.value
        if "share" in units[left].tags and "parts" in units[left].cues:
            return "quarter"  # "أربعة أحياء في الرمادي هي …"
        if parted(units[left].gap) and not set(units[left].gap) <= _QUOTES:
            break
    return ""


def listing(units: Sequence[Unit], at: int) -> int:
    """Where the names begin that a plural head only announces ("بلدات بينها", "towns including"), or 0."""
    for ahead in range(at, min(at + _TO_LISTING, len(units) - 1)):
        if "listing" in units[ahead].tags:
            return ahead + 1
        if units[ahead].tags - {"function", "adverb", "direction"} or (parted(units[ahead].gap) and ahead > at):
            return 0
    return 0


def counts_named(units: Sequence[Unit], at: int) -> bool:
    """Whether a word counts the places whose names are told behind their plural («وعدة قرى أهمها …»)."""
    head = units[at + 1].entry("head") if units[at].tags & _COUNTS and at + 2 < len(units) else None
    return head is not None and head.tense == "many" and not units[at + 1].gap and listing(units, at + 2) > 0


def also_called(units: Sequence[Unit], at: int) -> int:
    """Where the name stands that an English town is told to share ("the provincial capital, also called Idlib, …"), or 0."""
    name = units[at + 1] if 0 < at < len(units) - 1 else None
    if name is None or name.gap or not name.capital:
        return 0
    also = "recapping" in units[at - 1].cues and "calling" in units[at].cues | units[at].tail_cues and not units[at].gap
    known = "," in units[at].gap and "appellation" in units[at].tags
    return at + 1 if also or known else 0
