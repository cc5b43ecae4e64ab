"""Arabic men who are told by whom they follow: «قوات الجنرال لوران نكوندا», «موالون لواتارا»."""

from collections.abc import Sequence
from typing import NamedTuple

from whoheld.actors import Meaning, Registry
from whoheld.extract.parties.genitives import servant
from whoheld.extract.phrases.phrase import labelled, verbal
from whoheld.extract.phrases.spelling import foreign
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack
from whoheld.text import key

_OFFICES = frozenset({"title", "official"})
_FAR = 8
"""Words from an office to the name of its holder, where the registry knows it («الرئيس المعترف به دوليا في ساحل العاج …»)."""
_ADJECTIVES = 3
"""Words from an office to a name that nobody knows."""
_PAST_RANK = 3
"""Words from a rank that is spelled like a brigade to the end of the name."""
_NAMES = 2
"""Words of a name that nobody knows."""
_BREAKS = frozenset(
    {"trigger", "report", "head", "relative", "conjunction", "when", "after", "before", "negation", "weekday", "day"}
)
_QUALIFYING = frozenset({"function", "common", "nonstate", "armed", "actor_anaphor", "actor", "nth", "country"})
"""Classes of definite words between an office and a name («زعيم المتمردين»)."""
_GROUPS = frozenset({"nonstate", "actor_anaphor", "country"})
"""Classes of names that are nobody's in particular, or a state's."""


class Leader(NamedTuple):
    """Whom men follow: the last word of his name, and the actors that he may stand for."""

    last: int
    meanings: tuple[Meaning, ...]


class Leaders:
    """Finds the leaders of armed men in one language.

    Args:
        language: its pack.
        registry: of actors that are called by their leader («قوات واتارا»).
    """

    def __init__(self, language: Pack, registry: Registry) -> None:
        regular = language.classes.get("regular")
        self._hosts = tuple(map(key, regular.nouns)) if regular is not None else ()
        self._to = tuple(letter for letter, label in language.writing.prepositions.items() if label == "to")
        self._article = language.writing.article
        self._names = registry.names()

    def of_office(self, units: Sequence[Unit], at: int) -> Leader | None:
        """The leader whose office begins at a unit, and whose name follows it («الرئيس المنتخب الحسن واتارا»)."""
        if at >= len(units) or units[at].gap or units[at].meanings:
            return None
        known = self._known(units, at + 1)
        if "formation" in units[at].tags:
            rank = known is not None and known.last <= at + _PAST_RANK and units[at + 1].word.startswith(self._article)
            return known if rank else None  # «للواء المتقاعد خليفة حفتر» is no brigade
        if units[at].tags.isdisjoint(_OFFICES):
            return None
        return known if known is not None else self.called(units, self._past_adjectives(units, at + 1))

    def called(self, units: Sequence[Unit], at: int) -> Leader | None:
        """The leader whose name, which no registry lists by itself, begins at a unit («واتارا», «لواتارا»)."""
        if at >= len(units) or units[at].gap or not self._part(units[at]):
            return None
        if (named := servant(units, at)) > at:
            return Leader(named, self._led_by([unit.word for unit in units[at : named + 1]]))
        last = at
        while last + 1 < len(units) and last + 1 < at + _NAMES and not units[last + 1].gap and self._part(units[last + 1]):
            last += 1
        words = [unit.word for unit in units[at : last + 1]]
        words[0] = words[0].removeprefix(self._to[0]) if self._to and units[at].word.startswith(self._to) else words[0]
        for stop in range(last, at - 1, -1):
            if meanings := self._led_by(words[: stop - at + 1]):
                return Leader(stop, meanings)
        return Leader(last, self._led_by(words[-1:]))

    def _led_by(self, name: Sequence[str]) -> tuple[Meaning, ...]:
        """Those whom the registry calls by the name of their leader."""
        return next((tuple(found) for host in self._hosts if (found := self._names.get((host, *name)))), ())

    def _known(self, units: Sequence[Unit], first: int) -> Leader | None:
        for at in range(first, min(first + _FAR, len(units))):
            unit = units[at]
            if unit.gap or not unit.tags.isdisjoint(_BREAKS) or labelled(unit, "on"):
                return None
            if unit.meanings and unit.tags.isdisjoint(_GROUPS) and not unit.reading.preposition:
                return Leader(at, unit.meanings)
        return None

    def _past_adjectives(self, units: Sequence[Unit], first: int) -> int:
        at = first
        while at < min(first + _ADJECTIVES, len(units) - 1) and not units[at].gap and self._definite(units[at]):
            at += 1
        return at

    def _definite(self, unit: Unit) -> bool:
        return (unit.reading.article or unit.word.startswith(self._article)) and unit.tags <= _QUALIFYING

    def _part(self, unit: Unit) -> bool:
        """Whether a word may belong to a name that nobody knows."""
        plain = not unit.tags and unit.word.isalpha() and not unit.word.startswith(self._article)
        return plain and (foreign(unit.word) or not verbal(unit.word))
