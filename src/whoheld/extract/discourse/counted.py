"""How many places a phrase counts that names none ("both towns", «المدينتان»), and which those are that were told apart."""

from collections.abc import Iterable

from whoheld.extract.phrases.phrase import CONTAINER, Name, Places
from whoheld.extract.sentence.genders import pronoun_gender
from whoheld.extract.sentence.line import Line

PAIR, _DUAL = 2, "هما"
_ELSEWHERE = frozenset({CONTAINER, "toward", "near", "direction", "from"})
"""Cases of places that only tell where another lies or somebody came from."""


def counts(line: Line, phrase: Places) -> int:
    """How many places an anaphor counts, or 0 where it does not say ("the towns")."""
    if phrase.anaphor != "many":
        return 0
    led = phrase.first > 0 and not (line.units[phrase.first].gap or line.verb_first)
    units = line.units[phrase.first - led : phrase.last + 1]
    told = next((int(entry.value) for unit in units if (entry := unit.entry("both") or unit.entry("number"))), 0)
    return told or (PAIR if line.verb_first and units[-1].word.endswith(_DUAL) else 0)


def last_told(spoken: Iterable[Places], count: int) -> list[Name]:
    """The last so many places of which something was told, in the order of the text; none where they are named with others.

    Args:
        spoken: the phrases of such places, the last first.
        count: how many are meant.
    """
    names: dict[str, Name] = {}
    for places in spoken:
        names |= {name.key: name for name in reversed(places.names) if name.key not in names}
        if len(names) >= count:
            break
    return list(reversed(names.values())) if len(names) == count else []


def called_alike(line: Line, phrase: Places, earlier: Iterable[Line], count: int) -> list[Name]:
    """The places that the nearest sentence with such names, just so many, calls what a phrase does ("the two districts")."""
    head = line.units[phrase.last].entry("head")
    if head is None or line.verb_first:
        return []
    for at in earlier:
        told = (p for p in at.phrases if isinstance(p, Places) and not (p.anaphor or p.modifier or p.case in _ELSEWHERE))
        named = {name.key: name for places in told for name in places.names if _is_called(at, places, name, head.value)}
        if named:
            return list(named.values()) if len(named) == count else []
    return []


def _is_called(line: Line, places: Places, name: Name, kind: str) -> bool:
    heads = {unit.entry("head") for unit in line.units[places.first : places.last + 1]} - {None}
    return any(entry is not None and entry.value == kind for entry in heads) if heads else name.known and name.kind == kind


def of_list(line: Line, phrase: Places, places: Places) -> bool:
    """Whether an Arabic pronoun means all of a list («على بزاعة وقباسين وتادف بعد انسحاب المسلحين منها»)."""
    several = phrase.anaphor == "pronoun" and len(places.names) > PAIR and pronoun_gender(line.units[phrase.last]) == "f"
    between = line.units[places.last + 1 : phrase.first] if several else ()
    return several and not any(unit.tags & {"report", "contrast"} for unit in between)
