"""English words that are written as sides are, and name none: a country in a man's name, "military" before a thing."""

from collections.abc import Sequence

from whoheld.extract.words.scan import Unit

_WHOSE = frozenset({"article", "possessive", "country", "people", "actor", "actor_anaphor", "conjunction", "preposition"})
"""Classes of words behind which "military" is the men themselves ("the military", "Thai military", "by military and police")."""


def names_nobody(units: Sequence[Unit], at: int) -> bool:
    """Whether what stands at a unit is no side, though its words may be one's elsewhere."""
    return _in_personal_name(units, at) or _qualifies_thing(units, at)


def _in_personal_name(units: Sequence[Unit], at: int) -> bool:
    """Whether a country or capital is a man's name ("Lieutenant General Riyadh Tawfik", "said Nouhoum Togo")."""
    unit, before = units[at], units[at - 1] if at else None
    if "actor" not in unit.tags or not unit.capital or unit.possessive or before is None or unit.gap:
        return False
    if not unit.meanings or any(meaning.actor.kind != "government" for meaning in unit.meanings):
        return False
    after = units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
    ranked = "commander" in before.cues | before.tail_cues and after is not None and after.capital and not after.tags
    first = before.capital and not (before.tags or before.gap) and at > 1 and "report" in units[at - 2].tags
    return ranked or first


def _qualifies_thing(units: Sequence[Unit], at: int) -> bool:
    """Whether "military" only says of what sort a thing is that has no side ("opened two fresh military fronts")."""
    after = units[at + 1] if at + 1 < len(units) else None
    if "war_office" not in units[at].cues or "actor" in units[at].tags or after is None or after.gap or after.tags:
        return False
    before = units[at - 1] if at and not units[at].gap else None
    return before is not None and not before.tags & _WHOSE and not after.word.endswith(("ed", "ly"))
