"""Men who have left their own side, and whose deeds are so not its: "soldiers who had mutinied", "mutinous troops"."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import Party
from whoheld.extract.words.scan import Unit

_HELPING = frozenset({"have", "had"})
_TO_VERB = 6
"""Words from men to the verb of their clause, where only a place comes between ("Soldiers in Bor mutinied")."""
_WHERE = frozenset({"title", "preposition", "article", "direction", "head", "have", "had", "adverb"})


def turned(units: Sequence[Unit], party: Party) -> None:
    """Marks English men of whom the words beside them tell that they have left their side: whose they are is not known then."""
    before = units[party.first - 1] if party.first and not units[party.first].gap else None
    if (before is not None and "turncoat" in before.cues) or _left(units, party.last + 1) or _leaves(units, party.last + 1):
        party.meanings, party.unknown, party.anaphor, party.repeats = (), True, False, False
        party.statal = party.regular = party.nonstate = False


def _left(units: Sequence[Unit], relative: int) -> bool:
    """Whether a relative clause says so ("who had switched sides"), and not of what came only later ("who later defected")."""
    if relative >= len(units) or "subject_relative" not in units[relative].cues:
        return False
    at = relative + 1
    while at < len(units) and units[at].tags & _HELPING:
        at += 1
    return any("turncoat" in unit.cues | unit.tail_cues for unit in units[at : at + 1])


def _leaves(units: Sequence[Unit], first: int) -> bool:
    """Whether the verb of which they are the subject says so ("Soldiers in the north mutinied on Friday and took")."""
    for unit in units[first : first + _TO_VERB]:
        if changes_sides(unit):
            return not unit.gap
        if unit.gap or not (unit.tags & _WHERE or (unit.capital and not unit.tags)):
            return False
    return False


def changes_sides(unit: Unit) -> bool:
    """Whether a verb tells that somebody leaves his side, and not that men leave a place ("deserted the town")."""
    return "turncoat" in unit.cues and "trigger" not in unit.tags and unit.word.endswith("ed")
