"""Names of actors that may stand for the place that they are: "took control of Aden", "in Damascus"."""

from collections.abc import Sequence
from dataclasses import replace

from whoheld.extract.phrases.phrase import Name, Places, parted
from whoheld.extract.places.anaphors import owned
from whoheld.extract.places.names import NameGrammar
from whoheld.extract.places.openings import Opening
from whoheld.extract.places.unknown_names import written
from whoheld.extract.words.capitals import qualifies
from whoheld.extract.words.letters import FINITE
from whoheld.extract.words.scan import Unit
from whoheld.lang import Pack

_LOCATIVE = frozenset({"of", "over", "in", "on", "into", "at", "inside", "toward", "near", "out of", "through"})
_HOLDING = frozenset({"in", "into", "to", "from", "out of"})
"""Prepositions before "the hands of" who holds a place."""
_BEFORE_NOUN = frozenset({"article", "adverb", "now"})


class Metonyms:
    """Tells the places of one language from the parties that bear their names."""

    def __init__(self, language: Pack, names: NameGrammar) -> None:
        self._capitals = language.writing.capitals
        self._names = names
        self._takes_places = {t.name for t in language.trigger if {"subject", "object"} & {*t.place, *t.loser}}
        self._objects = {t.name for t in language.trigger if "object" in t.place}
        self._of_party = {t.name for t in language.trigger if "next" in t.actor}
        self._owned_nouns = {trigger.name for trigger in language.trigger if trigger.states}

    def metonym(self, units: Sequence[Unit], at: int) -> bool:
        """Whether the name of an actor stands here for the place that it is ("took control of Aden", "in Damascus")."""
        lead = at
        while self._capitals and lead > 1 and not units[lead].gap and not units[lead - 1].tags.isdisjoint(("adverb", "about")):
            lead -= 1  # "retains only Kabul"
        before = units[lead - 1] if lead else None
        label = units[at].reading.preposition or getattr(before.entry("preposition") if before else None, "value", "")
        had = before is not None and "had" in before.tags and not label  # "كانت كييف قد استعادت" as well as "كانت دمشق قد سقطت"
        speaks = before is not None and not self._capitals and "report" in before.tags and not label  # "وأضافت موسكو أن"
        if "armed" in units[at].tags or had or speaks:
            return False
        if before is not None and any(entry.value in self._of_party for entry in before.entries if entry.tag == "trigger"):
            return False
        taken = before is not None and not units[at].gap and self._takes_place(before) and not _is_given(units, at)
        governed = label in _LOCATIVE or taken
        if self._capitals and before is not None and "capital" in before.cues and units[at].gap in {"", ","}:
            return True  # "took the capital, Kabul"
        if self._capitals and label == "of" and self._held_by(units, lead - 1):
            return False  # "in the hands of Moscow"
        if before is not None and not self._capitals and self._owned_nouns & {entry.value for entry in before.entries}:
            return False  # "قبضة دمشق" is a government's
        return governed or (not self._capitals and before is not None and "apposing" in before.tags and not units[at].gap)

    def _held_by(self, units: Sequence[Unit], of: int) -> bool:
        """Whether "of" leads to whose hands or control English tells a place to be in, and to no place that is controlled.

        So in "in the hands of", "under the control of", but not "in control of", "for the control of".
        """
        noun = units[of - 1] if of > 1 and not units[of].gap else None
        if noun is None or not self._owned_nouns & {entry.value for entry in noun.entries if entry.tag == "trigger"}:
            return False
        at, owned = of - 2, False
        while at > 0 and units[at].tags & _BEFORE_NOUN and not units[at + 1].gap:
            owned = owned or "article" in units[at].tags
            at -= 1
        label = units[at].entry("preposition")
        return label is not None and (label.value == "under" or (owned and label.value in _HOLDING))

    def _takes_place(self, verb: Unit) -> bool:
        """Whether a word is a trigger whose subject or object may be a place (not so: "سيطرت كييف على", "خسرتها كييف")."""
        entries = [entry for entry in verb.entries if entry.tag == "trigger"]
        if parted(verb.gap) and verb.reading.conjunction and any(e.pronoun and e.tense in FINITE for e in entries):
            return False  # "تخلت موريتانيا عن الداخلة، فضمها المغرب"
        told = (e for e in entries if not (e.pronoun and e.tense in FINITE))
        return any(self._capitals or e.value in self._takes_places for e in told)

    def takes_object(self, verb: Unit) -> bool:
        """Whether a word is a finite trigger whose object is a place."""
        return any(e.tag == "trigger" and e.tense in FINITE and not e.pronoun and e.value in self._objects for e in verb.entries)

    def names_town(self, units: Sequence[Unit], at: int) -> bool:
        """Whether the name of an actor is that of a place."""
        unit, name = units[at], _spelled(units[at])
        return unit.stop - unit.start <= len(name) and "country" not in unit.tags and self._names.well_known(name)

    def share(self, units: Sequence[Unit], first: int, opening: Opening) -> Places | None:
        """All or a part of a town whose name is that of its government too ("most of Kabul"), or None."""
        at = opening.at
        if at == first or opening.kind or at >= len(units) or "actor" not in units[at].tags or units[at].possessive:
            return None
        if not self.names_town(units, at):
            return None
        share = self.bare(units, at)
        share.first, share.names[0].extent = first, opening.extent
        return share

    def city(self, units: Sequence[Unit], at: int) -> Places | None:
        """The town that bears the name of its country with the noun for one ("Kuwait City"), or None."""
        noun = units[at + 1] if at + 1 < len(units) and "country" in units[at].tags else None
        if noun is None or noun.gap or units[at].possessive or not (units[at].capital and noun.capital and "town" in noun.cues):
            return None
        return Places(at, at + 1, names=[written(units, at, at + 1, f"{units[at].word} {noun.word}", known=True)])

    def airport(self, units: Sequence[Unit], at: int) -> Places | None:
        """The airport of the town that an actor's name is ("Kabul airport", "Aden International Airport"), or None."""
        head = units[at + 1].entry("head")
        if head is None or (head.value, head.tense) != ("airport", "one"):
            return None
        town = Name(units[at].start, units[at].stop, _spelled(units[at]), known=True)
        airport = replace(town, kind="airport")
        return Places(at, at + 1, names=[airport], modifier=qualifies(units, at + 2), owner=town)

    def bare(self, units: Sequence[Unit], at: int) -> Places:
        """The place that an actor's name stands for, or what belongs to it and is one itself ("Aden's airport")."""
        unit = units[at]
        name = Name(unit.start, unit.stop, _spelled(unit), known=True)
        last = owned(units, name, at) if unit.possessive else at
        town = None if last == at else Name(unit.start, unit.stop, _spelled(unit), known=True)
        own = units[last].possessive
        return Places(at, last, names=[name], possessive=own, modifier=own, owner=town)


def _is_given(units: Sequence[Unit], at: int) -> bool:
    """Whether a government is handed something, which its capital is not ("handed Moscow its biggest prize")."""
    hands = any("handover" in entry.traits for entry in units[at - 1].entries)
    after = units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
    return hands and after is not None and not after.tags.isdisjoint(("article", "possessive"))


def _spelled(unit: Unit) -> str:
    """The name that a unit of one or two words bears ("Addis Ababa")."""
    return unit.reading.stem if unit.word == unit.tail else f"{unit.reading.stem} {unit.tail}"
