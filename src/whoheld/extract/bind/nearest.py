"""The party nearest to a word that tells by no slot who acts or has a place."""

from whoheld.extract.bind.named_together import only_helps
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.sentence.frame import BARE, BREAKS
from whoheld.extract.sentence.line import Line

_LYING = frozenset({"in", "inside", "direction", "near", "toward"})
"""Cases of a town which only tell where something is."""
_LED = "-"
"""What joins a party to the word by which it only qualifies a noun ("US-led")."""


def nearest(line: Line, at: int, *, before: bool) -> Party | None:
    """The nearest party; of those before a word, rather one to which something is said to go."""
    parties = [phrase for phrase in line.phrases if isinstance(phrase, Party) and _LED not in _gap_behind(line, phrase)]
    parties = [party for party in parties if party.town is None or party.case not in _LYING]  # «حي جوبر شرق دمشق»
    parties = [party for party in parties if not only_helps(line, party)]
    if not before:
        parties = [party for party in parties if party.case in BARE or not _in_other_clause(line, party, at)]
        return min(parties, key=lambda party: abs(party.first - at), default=None)
    left = [party for party in parties if party.last < at]
    left = [party for party in left if party.case != "in"] or left  # "لم يبق بحوزة داعش في العراق سوى راوة"
    return next((party for party in reversed(left) if party.case == "to"), left[-1] if left else None)


def _in_other_clause(line: Line, party: Party, at: int) -> bool:
    """Whether a conjunction parts the clause of a party from that of a word ("returned to Turkey as fighting went on")."""
    between = range(min(party.last, at) + 1, max(party.first, at))
    return any(not line.units[n].tags.isdisjoint(BREAKS) and not line.times(n) for n in between)


def _gap_behind(line: Line, party: Party) -> str:
    return line.units[party.last + 1].gap if party.last + 1 < len(line.units) else ""
