"""The names of airports that bear a person's, of which the first word may be some village («مطار حامد كرزاي الدولي»)."""

from collections.abc import Sequence

from whoheld.extract.words.scan import Unit

_LONGEST = 4
_AND = "و"
_NAMING = frozenset({"name_start", "common", "landform", "official", "title", "function", "time"})


def airport_name(units: Sequence[Unit], at: int) -> int:
    """The last of several words between the noun for an airport and the adjective that says of what sort it is, or -1."""
    head = units[at - 1].entry("head") if at and not units[at].gap else None
    if head is None or head.value != "airport":
        return -1
    for end in range(at, min(at + _LONGEST + 1, len(units))):
        unit = units[end]
        if "airport_sort" in unit.cues:
            return end - 1 if end > at + 1 and not unit.gap else -1
        joined = end > at and unit.word.startswith(_AND)  # «مطار القاهرة ومبنى الركاب الدولي»
        if unit.gap or unit.tags - _NAMING or unit.reading.preposition or joined:
            return -1
    return -1
