"""What a verb or noun of control governs in a language whose writing shows no names: the village behind it is one."""

from collections.abc import Sequence

from whoheld.extract.phrases.phrase import labelled
from whoheld.extract.phrases.spelling import proper
from whoheld.extract.places.names import NameGrammar
from whoheld.extract.places.openings import Opening
from whoheld.extract.places.unknown_names import Found
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack

_SUBJECT = frozenset({"actor", "armed", "statal", "regular", "country", "nationals", "actor_anaphor"})
"""Classes of the words of a subject between a verb and its object."""


class Held:
    """Tells what verbs and nouns of control govern; nothing where capitals show the names."""

    def __init__(self, language: Pack, names: NameGrammar) -> None:
        self._capitals = language.writing.capitals
        self._names = names
        self._takes_on = {t.name for t in language.trigger if "on" in t.place}
        self._takes_at = {t.name for t in language.trigger if "at" in t.place}
        self._takes_objects = {t.name for t in language.trigger if "object" in t.place}

    def governs(self, units: Sequence[Unit], at: int) -> bool:
        """Whether a preposition leads to what a verb or noun of control takes ("سيطر الجيش على")."""
        if self._capitals or at < 1 or not labelled(units[at], "on"):
            return False
        before = _past_subject(units, at - 1)
        return any(entry.tag == "trigger" and entry.value in self._takes_on for entry in units[before].entries)

    def written_on(self, units: Sequence[Unit], at: int) -> bool:
        """Whether «بـ» is written on what a verb of control takes ("يمسك الجيش بأم سيالة")."""
        if self._capitals or at < 1 or units[at].reading.preposition != "at" or units[at].gap:
            return False
        before = _past_subject(units, at - 1)
        return any(entry.tag == "trigger" and entry.value in self._takes_at for entry in units[before].entries)

    def village(self, units: Sequence[Unit], opening: Opening) -> Found | None:
        """A village that the gazetteer knows, as the object of a verb of holding ("تحتل القوات كفركلا")."""
        at = opening.at
        if self._capitals or opening.kind or at < 1 or units[at].tags or units[at].gap:
            return None
        if not (proper(units[at].word, known=True) or self._names.own(units[at].word)):
            return None
        verbs = (e for e in units[_past_subject(units, at - 1)].entries if e.tag == "trigger" and e.tense in FINITE)
        held = any(entry.value in self._takes_objects and not entry.pronoun for entry in verbs)
        return self._names.village(units, at) if held else None


def _past_subject(units: Sequence[Unit], at: int) -> int:
    """The unit left of the words of a subject that ends at a unit."""
    while at > 0 and units[at].tags & _SUBJECT and not units[at].gap:
        at -= 1
    return at
