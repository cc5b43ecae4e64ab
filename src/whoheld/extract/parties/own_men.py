"""Men who are told by whose they are: "the group's fighters", "Ukraine's Khartiia corps", "Al Qaeda's local branch"."""

from collections.abc import Mapping, Sequence

from whoheld.extract.parties.formations import unit_of
from whoheld.extract.parties.nations import Nations
from whoheld.extract.parties.pointing import MEN
from whoheld.extract.phrases.phrase import MODIFIERS, Party
from whoheld.extract.words.capitals import common
from whoheld.extract.words.scan import Unit

_FIRST = "s"
"""The gender of "our" in a pack."""
_WHERE = frozenset({"country", "people", "direction", "bystander", "function", "adverb"})
"""Classes of adjectives that tell where a branch of a group is."""


def with_men(units: Sequence[Unit], party: Party | None, nations: Nations) -> Party | None:
    """The group, where "the group's fighters" or its leader are named; whatever else it owns leaves it as it is."""
    if party is None or not party.possessive or party.last + 1 >= len(units):
        return party
    after = _noun(units, party.last + 1)
    men = bool(units[after].tags & MEN or units[after].cues & {"men", "branch"}) and not (units[after].gap or _foes(units, after))
    if men and "nonstate" in units[after].tags and _armed(units, after + 1):
        after += 1  # "Nkunda's rebel army"
    last = after if men else unit_of(units, party.last + 1)
    if last > 0:
        told = next((unit for unit in units[party.last + 1 : last] if "nonstate" in unit.tags), units[last])
        party.meanings = nations.rebels(told, party.meanings)  # of "Sudan's paramilitary force", too
        party.last, party.end, party.possessive = last, units[last].end, units[last].possessive
    return party


def ours(units: Sequence[Unit], party: Party, owners: Mapping[str, str]) -> None:
    """Marks men of whom somebody speaks as his own, whatever he praises them as ("our brave and heroic troops")."""
    if party.proper or party.owner or party.first == 0:
        return
    at = party.first - 1
    while at > max(0, party.first - MODIFIERS) and not units[at + 1].gap and _praises(units[at]):
        at -= 1
    if owners.get(units[at].word) == _FIRST and not units[at + 1].gap:
        party.owner, party.anaphor, party.meanings, party.unknown = _FIRST, True, (), False


def _praises(unit: Unit) -> bool:
    return "conjunction" in unit.tags or (unit.word.isalpha() and not (unit.tags or unit.capital))


def _armed(units: Sequence[Unit], at: int) -> bool:
    return at < len(units) and "armed" in units[at].tags and not units[at].gap


def _foes(units: Sequence[Unit], rebels: int) -> bool:
    """Whether a noun that no class knows is called rebel, whose men they are not ("the government's rebel foes")."""
    noun = units[rebels + 1] if "nonstate" in units[rebels].tags and rebels + 1 < len(units) else None
    return noun is not None and common(noun) and noun.word.endswith("s")


def _noun(units: Sequence[Unit], first: int) -> int:
    """Where the noun may stand for what somebody has, behind adjectives, the name of a force, or where a branch of it is."""
    stop, at = min(first + MODIFIERS - 1, len(units) - 1), first
    while at < stop and (
        common(units[at]) or _counts(units[at]) or _names(units[at]) or _sides(units[at]) or _is_compound(units[at])
    ):
        at += 1  # "Azerbaijan's glorious army", "Ukraine's Khartiia corps", "Haftar's eastern-based army"
    branch = first
    while branch < stop and units[branch].tags and units[branch].tags <= _WHERE and not units[branch].gap:
        branch += 1  # "Islamic State's West African branch"
    return branch if "branch" in units[branch].cues and not units[branch].gap else at


def led_by(leader: Unit, men: Unit) -> bool:
    """Whether men are told by the name of who leads them ("Savimbi's men")."""
    return leader.possessive and leader.capital and "men" in men.cues and not men.gap


def groups_of_people(units: Sequence[Unit], at: int) -> bool:
    """Whether groups are told by the people or the faith of their men ("Islamist groups")."""
    return "bodies" in units[at].cues and not units[at].gap and "people" in units[at - 1].tags


def in_name(unit: Unit) -> bool:
    """Whether a low word may stand inside the name of who leads men ("Abd el-Krim's men")."""
    return not unit.cues.isdisjoint({"latin_article", "name_particle"})


def _names(unit: Unit) -> bool:
    return unit.capital and not (unit.tags or unit.gap or unit.possessive)


def _counts(unit: Unit) -> bool:
    """Whether a word says which or how many of somebody's men are meant ("Islamic State's last fighters")."""
    counted = bool(unit.tags) and "men" not in unit.cues and unit.tags <= {"adverb", "ordinal", "number", "function", "time"}
    return (counted or "still" in unit.tags or "sole" in unit.cues) and not (unit.gap or unit.capital)


def _is_compound(unit: Unit) -> bool:
    """Whether a word ends an adjective of two, as for where men are at home ("eastern-based", "self-styled")."""
    return unit.gap == "-" and ("seated" in unit.cues or not unit.tags)


def _sides(unit: Unit) -> bool:
    """Whether a word tells in which part of a country men are ("Haftar's eastern troops")."""
    return "direction" in unit.tags and not (unit.gap or unit.capital)


def of_nation(units: Sequence[Unit], first: int) -> bool:
    """Whether a noun for some soldiers bears the adjective of a country («قوة إسرائيلية», but «مجموعة إماراتية» is a firm)."""
    soldiers = {"membership", "regular"} <= units[first].tags
    after = units[first + 1] if soldiers and first + 1 < len(units) else None
    return (
        after is not None
        and after.tags == {"country"}
        and not (after.gap or units[first].reading.preposition or after.reading.conjunction)
    )
