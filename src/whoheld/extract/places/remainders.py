"""What Arabic calls the part of a place that has not been told yet: «النصف الآخر», «الثلث الباقي», «الباقي»."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import labelled, parted
from whoheld.extract.words.scan import Unit

_ARTICLE, _NISBA = "ال", ("ي", "يه")
"""How an adjective begins and ends that tells a side of a town («الشرقي»)."""
_SIZES = frozenset({"common", "function", "quantity", "direction", "adverb", "time", "landform", "name_start"})
"""Classes that adjectives of size have, of which some are written like other words."""
_AND = "و"
_PARTS, _SHORTEST = frozenset({"district", "quarter"}), 3
_AREAS = frozenset({"settlement", "quarter"})
_GOES_ON = frozenset({"preposition", "after", "before", "when", "day", "weekday", "time", "relative", "adverb"})


def other_part(unit: Unit) -> bool:
    """Whether a definite Arabic word tells of the part of something that has not been told yet («الآخر», «الباقي»)."""
    return unit.reading.article and "other_part" in unit.cues


def remainder(units: Sequence[Unit], at: int, *, headed: bool) -> int:
    """The noun by which Arabic tells what remains of a place («يسيطر الجيش على الباقي», «والباقي بيد المقاومة»), or 0.

    Behind a verb it rather tells of men («استسلم الباقي»).
    """
    if at <= 0 or headed or "share" not in units[at].tags or not other_part(units[at]):
        return 0
    noun, after = units[at], units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
    opens = noun.reading.conjunction or noun.reading.preposition or "preposition" in units[at - 1].tags
    return at if opens and (after is None or not labelled(after, "from")) else 0


def whose_rest(units: Sequence[Unit], at: int) -> int:
    """Where the noun for the town begins whose other parts are told («الأجزاء الأخرى لمدينة قندوز», «… من المدينة»), or 0."""
    led = at + int(at + 1 < len(units) and labelled(units[at], "from") and not units[at].gap)
    town = units[led] if led < len(units) else None
    owns = town is not None and "head" in town.tags and not town.gap and (led > at or town.reading.preposition == "to")
    return led if owns and other_part(units[at - 1]) else 0


def side_of_town(units: Sequence[Unit], at: int) -> int:
    """Where the noun for the town begins of which a side is told («القسم الشرقي لمدينة», «منطقة الساحل الشرقي لمدينة»), or 0."""
    head = units[at].entry("head")
    district = head is not None and head.value in _PARTS and head.tense != "many"
    if not (district or "side" in units[at].tags):
        return 0
    for adjective in range(at + 1, min(at + 2 + district, len(units) - 1)):
        unit, town = units[adjective], units[adjective + 1]
        if unit.gap or not unit.word.startswith(_ARTICLE):
            return 0
        if unit.word.endswith(_NISBA) and not town.gap and _of_town(town):
            return adjective + 1
    return 0


def _of_town(unit: Unit) -> bool:
    """Whether «لـ» is written on a noun for a town, or on a word that may be its name («المنطقة الشمالية لعدن»)."""
    headed = "head" in unit.tags and unit.reading.preposition == "to"
    return headed or (not unit.tags and unit.word.startswith("ل") and len(unit.word) > _SHORTEST)


def of_size(units: Sequence[Unit], at: int) -> bool:
    """Whether a word only says how big the parts are that are named before it, which "of it" follows («مناطق واسعة منها»).

    Where a noun for places is that name, others may be listed behind «منها».
    """
    noun, of_it = units[at - 1], units[at + 1] if at and at + 1 < len(units) else None
    bound = of_it.entry("bound") if of_it is not None and not of_it.gap else None
    if bound is None or bound.value != "from" or units[at].gap or not units[at].tags <= _SIZES:
        return False
    if "share" in noun.tags:
        return True
    head, after = noun.entry("head"), units[at + 2] if at + 2 < len(units) else None
    ends = after is None or parted(after.gap) or after.word.startswith(_AND) or not after.tags.isdisjoint(_GOES_ON)
    return head is not None and head.value in _AREAS and not noun.reading.article and ends


def of_quarters(units: Sequence[Unit], at: int) -> int:
    """Where Arabic names the quarters of which so many are told («سبعة وعشرين حيا من أحياء …», «عشرة من أحياء …»), or 0."""
    counted = units[at].entry("head") if at < len(units) and not units[at].gap else None
    at += counted is not None and counted.value == "quarter"
    if at + 1 >= len(units) or not labelled(units[at], "from") or units[at].gap or units[at + 1].gap:
        return 0
    quarters = units[at + 1].entry("head")
    several = quarters is not None and quarters.value == "quarter" and quarters.tense == "many" and not quarters.pronoun
    return at + 1 if several and not units[at + 1].reading.article else 0
