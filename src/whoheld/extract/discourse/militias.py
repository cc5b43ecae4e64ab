"""Whom «الميليشيات» means: who is called so in the text or by his enemies, and not whoever was named last."""

from collections.abc import Callable, Iterable
from itertools import chain

from whoheld.actors import Registry
from whoheld.extract.phrases.phrase import Party
from whoheld.extract.sentence.line import Line
from whoheld.lang import Pack
from whoheld.text import key

_REACH = 8
"""How many sentences back a party may be meant."""


class Militias:
    """The parties of a text that are called militias.

    Args:
        language: whose nouns they are.
        registry: what the actors are called.
        lines: so many sentences before one, the last first.
    """

    def __init__(self, language: Pack, registry: Registry, lines: Callable[[Line, int], Iterable[Line]]) -> None:
        self._nouns = frozenset(map(key, language.cues.get("militia", ())))
        self._registry = registry
        self._lines = lines

    def fits(self, noun: str) -> Callable[[Party], bool]:
        """Tells who may be meant by a noun: any party, or by one for militias whoever is called so by somebody."""
        return self._called if noun in self._nouns else lambda _: True

    def _called(self, party: Party) -> bool:
        """Whether all that a party may be are called so («الميليشيات» behind «البشمركة» are others)."""
        ids = {meaning.actor.id for meaning in party.meanings}
        return bool(ids) and any(all(self._registry.called(actor, noun) for actor in ids) for noun in self._nouns)

    def before(self, line: Line, said: Party) -> Party | None:
        """Who is meant by the noun alone: the last whom the text calls so by more than that («الميليشيات المسلحة»), or None."""
        if said.noun not in self._nouns:
            return None
        here = (phrase for phrase in reversed(line.phrases) if phrase.last < said.first)
        earlier = (phrase for near in self._lines(line, _REACH) for phrase in reversed(near.phrases))
        told = (p for p in chain(here, earlier) if isinstance(p, Party) and p.last > p.first and not p.anaphor)
        return next((party for party in told if party.noun in self._nouns), None)
