"""The seat of a numbered unit of an army, which is a place and no party ("مقر الفرقة السابعة عشرة")."""

from collections.abc import Sequence

from whoheld.extract.words.scan import Unit

_OPENING = frozenset({"seat", "armed", "army_region"})
_SUBJECT = frozenset({"actor", "armed", "statal", "country"})
_TAKEN = frozenset({"taking", "ground"})
_TO_VERB = 6
"""Words from a verb to the preposition that it governs."""
_TO_STATE = 7
"""Words from the number of a unit to in whose hands it is."""
_LONGEST = 3
"""Words of the longest number of a unit with its arm ("السابعة عشرة مشاة")."""


def seat(units: Sequence[Unit], first: int) -> int:
    """The last unit of the seat that begins at a unit, or -1."""
    if units[first].tags.isdisjoint(_OPENING):
        return -1  # most words begin no seat
    seated = "seat" in units[first].tags
    number = first + 1 + seated
    if number >= len(units) or units[number - 1].tags.isdisjoint(("armed", "army_region")):
        return -1
    if seated and units[first + 1].gap:
        return -1
    if not (seated or _joined(units, first) or _seized(units, first) or _handed(units, first, number)):
        return -1
    if units[number].gap or not numbered(units[number]):
        return -1
    last = number
    while last + 1 < min(len(units), number + _LONGEST) and not units[last + 1].gap and units[last + 1].tags <= {"number"}:
        if not units[last + 1].tags and "arm" not in units[last + 1].cues:
            break
        last += 1
    return last


def _joined(units: Sequence[Unit], first: int) -> bool:
    """Whether a conjunction joins it to another such seat («مقر الفرقة 17 واللواء 93 ثم الفوج 121»)."""
    then = first > 1 and "conjunction" in units[first - 1].tags and not units[first].gap
    return first > 0 and (then or units[first].reading.conjunction) and numbered(units[first - 1 - then])


def _seized(units: Sequence[Unit], first: int) -> bool:
    """Whether a unit of an army stands after what is said only of places («سيطر على الفوج 46», «انسحب من الفوج 46»)."""
    if _taken(units, first):
        return True
    case = units[first - 1].entry("preposition") if first > 1 and not units[first].gap else None
    if case is None or case.value not in {"on", "from"}:
        return False
    verbs = [entry for unit in units[max(0, first - _TO_VERB) : first] for entry in unit.entries if entry.tag == "trigger"]
    return bool(verbs) and (case.value == "on" or any("ground" in entry.traits for entry in verbs))


def _taken(units: Sequence[Unit], first: int) -> bool:
    """Whether a unit of an army is the object behind the subject of a verb of taking ("أخذ الجيش السوري اللواء 113")."""
    verb = first - 1
    while verb > 0 and units[verb].tags & _SUBJECT and not units[verb].gap and not units[verb + 1].gap:
        verb -= 1
    takes = any(_TAKEN.intersection(entry.traits) and entry.tense == "past" for entry in units[verb].entries)
    return takes and verb < first - 1 and not units[first].gap


def _handed(units: Sequence[Unit], first: int, number: int) -> bool:
    """Whether it is said of a unit of an army in whose hands it is ("بات اللواء 93 بيد التنظيم")."""
    before = units[first - 1].tags if first else frozenset[str]()
    if before.isdisjoint(("become", "still", "had", "light")) or units[first].gap:
        return False
    after = units[number + 1 : number + _TO_STATE]
    parted = next((n for n, unit in enumerate(after) if unit.gap), len(after))
    return any("trigger" in unit.tags and unit.reading.preposition == "at" for unit in after[:parted])


def numbered(unit: Unit) -> bool:
    """Whether a word is the number of a unit."""
    return unit.word[0].isdigit() or "nth" in unit.tags
