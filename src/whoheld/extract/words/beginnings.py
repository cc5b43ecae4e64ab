"""What a word may begin: words of a language and names of a registry, with the letters written on it taken off.

Words repeat, so that is worked out once for each word and kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from whoheld.actors import Meaning, Phrase, Registry
from whoheld.extract.words.letters import Reading, may_carry, readings
from whoheld.lang import Entry, pack, phrases

_KEPT_WORDS = 200_000
_Phrases = list[tuple[Phrase, tuple[Entry, ...], tuple[Meaning, ...]]]


class Hit(NamedTuple):
    """What a word may begin: the reading of its letters, the words that must follow, and what the whole is."""

    reading: Reading
    rest: Phrase
    entries: tuple[Entry, ...]
    meanings: tuple[Meaning, ...]
    tags: frozenset[str]


class Starts(NamedTuple):
    """All that a word may begin.

    Attributes:
        alone: by itself, whatever follows.
        longer: by the word that must follow, the longest first.
        bare: the word as it stands.
        sure: the first of ``alone``, if no capital and no letter of the text can speak against it.
    """

    alone: tuple[Hit, ...]
    longer: Mapping[str, Sequence[Hit]]
    bare: Reading
    sure: Hit | None


class Beginnings:
    """What the words of one language may begin.

    Args:
        language: its code.
        registry: of the names that stand in its texts.

    Attributes:
        kept: what has been worked out, by the key of the word.
    """

    def __init__(self, language: str, registry: Registry) -> None:
        self._writing = pack(language).writing
        self._capitals = self._writing.capitals
        self._first = _by_first_word(phrases(language), registry.names())
        self.kept: dict[str, Starts] = {}

    def of(self, word: str) -> Starts:
        """All that a word may begin, kept for the next time."""
        found = self.kept.get(word)
        if found is None:
            if len(self.kept) > _KEPT_WORDS:
                self.kept.clear()
            found = self.kept[word] = self._begun(word)
        return found

    def _begun(self, word: str) -> Starts:
        alone, longer = list[Hit](), dict[str, list[Hit]]()
        for hit in self._analyse(word):
            (longer.setdefault(hit.rest[0], []) if hit.rest else alone).append(hit)
        for found in longer.values():
            found.sort(key=lambda hit: -len(hit.rest))
        sure = bool(alone) and not (alone[0].meanings if self._capitals else any(map(_of_pronoun, alone[0].entries)))
        return Starts(tuple(alone), longer, Reading(word), alone[0] if sure else None)

    def _analyse(self, word: str) -> Iterator[Hit]:
        for reading in readings(word, self._writing):
            for rest, entries, meanings in self._first.get(reading.stem, ()):
                kept = tuple(entry for entry in entries if may_carry(entry, reading))
                named = () if reading.article or reading.future else meanings
                if kept or named:
                    yield read_as(reading, rest, kept, named)


def _by_first_word(words: Mapping[Phrase, tuple[Entry, ...]], names: Mapping[Phrase, Sequence[Meaning]]) -> dict[str, _Phrases]:
    table: dict[str, _Phrases] = {}
    for phrase in words.keys() | names.keys():
        if phrase:
            table.setdefault(phrase[0], []).append((phrase[1:], words.get(phrase, ()), tuple(names.get(phrase, ()))))
    for found in table.values():
        found.sort(key=lambda row: row[0])
    return table


def _of_pronoun(entry: Entry) -> bool:
    """Whether a word ends in a pronoun, be it after a preposition ("عنه", which the town of "عنة" is not)."""
    return bool(entry.pronoun) or entry.tag == "bound"


def without_pronouns(hit: Hit) -> Hit | None:
    """The hit of a word that ends in ة, which folding makes one with the pronoun ه ("استعادة" is not "استعاده")."""
    kept = tuple(entry for entry in hit.entries if not _of_pronoun(entry))
    if len(kept) == len(hit.entries):
        return hit
    return read_as(hit.reading, hit.rest, kept, hit.meanings) if kept or hit.meanings else None


def read_as(reading: Reading, rest: Phrase, entries: tuple[Entry, ...], meanings: tuple[Meaning, ...]) -> Hit:
    """A hit with the classes of what it is."""
    tags = frozenset(entry.tag for entry in entries)
    return Hit(reading, rest, entries, meanings, tags | {"actor"} if meanings else tags)
