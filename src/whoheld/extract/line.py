"""A sentence as the frame grammar walks it: units, the phrases that cover them, and the clause around a predicate."""

from collections.abc import Iterator, Sequence

from whoheld.extract.parties import PartyGrammar
from whoheld.extract.phrase import Party, Phrase, Places, Toponyms, case_of, parted
from whoheld.extract.places import PlaceGrammar
from whoheld.extract.scan import Sentence, Unit
from whoheld.lang import Entry, Pack

_HARD = frozenset(";؛:")
_COMMA = frozenset(",،")
_DASH = frozenset("–—")
_ASIDE = frozenset({"relative", "backing", "after", "before", "when", "preposition", "article", "source", "place_anaphor", "head"})
FINITE = frozenset({"past", "present", "passive", "ed", "base"})


class Line:
    """A sentence with its noun phrases.

    Attributes:
        units: of the sentence.
        phrases: places and parties, in order.
        sentence: what it was made from.
    """

    def __init__(self, sentence: Sentence, phrases: Sequence[Phrase]) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.phrases = phrases
        self._cover: list[Phrase | None] = [None] * len(self.units)
        for phrase in phrases:
            for at in range(phrase.first, phrase.last + 1):
                self._cover[at] = phrase

    def phrase(self, at: int) -> Phrase | None:
        """The phrase that covers a unit."""
        return self._cover[at] if 0 <= at < len(self._cover) else None

    def triggers(self) -> Iterator[tuple[int, Entry]]:
        """Every unit that may evoke a frame, with each way to read it."""
        for at, unit in enumerate(self.units):
            if "trigger" in unit.tags and self._cover[at] is None:
                yield from ((at, entry) for entry in unit.entries if entry.tag == "trigger")

    def finite(self, at: int) -> bool:
        """Whether a unit is a finite verb that the lexicon knows."""
        return any(entry.tense in FINITE and entry.tag in {"trigger", "report", "light", "achieve", "denial"} for entry in self.units[at].entries)

    def leftward(self, start: int) -> Iterator[int]:
        """Unit indexes to the left of ``start`` inside its clause; asides between commas are passed over."""
        at = start - 1
        while at >= 0:
            gap = set(self.units[at + 1].gap)
            if gap & _HARD:
                return
            if gap & (_COMMA | _DASH) and (jump := self._aside(at)) is not None:
                at = jump
                continue
            yield at
            at -= 1

    def _aside(self, last: int) -> int | None:
        """Where to go on left of an aside that ends at ``last``, or None where there is none."""
        for first in range(last, 0, -1):
            if set(self.units[first].gap) & (_COMMA | _DASH):
                opens = self.units[first]
                aside = not opens.tags.isdisjoint(_ASIDE) or opens.reading.preposition or (not opens.tags and opens.word.endswith(("ed", "ing")))
                return first - 1 if aside else None
        return None

    def rightward(self, start: int) -> Iterator[int]:
        """Unit indexes to the right of ``start`` until the clause breaks off."""
        for at in range(start + 1, len(self.units)):
            unit = self.units[at]
            if set(unit.gap) & _HARD or "contrast" in unit.tags:
                return
            if not unit.tags.isdisjoint(("after", "before", "when", "hypothesis")) and at > start + 1:
                return
            yield at

    def before(self, start: int, count: int) -> Sequence[Unit]:
        """Up to ``count`` units directly left of ``start``, nearest first, no comma crossed."""
        found = list[Unit]()
        for at in range(start - 1, max(-1, start - 1 - count), -1):
            if parted(self.units[at + 1].gap):
                break
            found.append(self.units[at])
        return found


class LineReader:
    """Makes lines of sentences."""

    def __init__(self, language: Pack, toponyms: Toponyms) -> None:
        self._language = language
        self._places = PlaceGrammar(language, toponyms)
        self._parties = PartyGrammar(language)

    def read(self, sentence: Sentence) -> Line:
        """The sentence with its noun phrases and their cases."""
        units, found, at = sentence.units, list[Phrase](), 0
        while at < len(units):
            phrase: Phrase | None = self._parties.at(units, at) or self._places.at(units, at)
            if phrase is None:
                at += 1
                continue
            phrase.case = case_of(units, phrase.first, self._language, phrase.letters if isinstance(phrase, Places) else "")
            found.append(phrase)
            at = phrase.last + 1
        return Line(sentence, found)

