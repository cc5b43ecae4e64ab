"""A text of the telex as it would be typed today: lines that go on are joined, and small letters tell again what is a name.

Every offset stays: a line break becomes a space, a capital its small letter.
"""

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from whoheld.actors import Registry
from whoheld.extract.words.vocabulary import everyday_english
from whoheld.lang import Pack, phrases
from whoheld.text import Token, fold, tokens

_WIDEST = 90
"""Characters of the longest line of a text that is broken at a width."""
_SLACK = 8
"""How many characters a line may be shorter than it could, where a long word was kept whole."""
_LINES = 3
"""Lines that must go on, or a text is a list."""
_LONGEST_NAME = 4
_OPENS = re.compile(r"(?:^|[.!?:\]]['\"”’)]{0,3}\s|--\s|\n)[\s\"“‘'(]{0,9}(?=\w)")
"""What stands before the first word of a sentence."""
_SENTENCE = 5
"""Spaces in the shortest line among others that is read as a sentence in capitals."""
_SHORTEST = 3
"""Letters of the shortest word that is taken for a name because nobody knows it."""
_BEFORE_NAME = 2
_TWICE = 2
_HEADLINE, _CLOSING = (20, 160), frozenset(".:;,")
"""Characters of the shortest and longest headline, and what ends none."""
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]+\b")
_CALENDAR = frozenset({"country", "month", "weekday"})


def rejoined(text: str) -> str:
    """The text with its lines joined to paragraphs, where it is broken at a width; else as it is."""
    lines = text.split("\n")
    width = max(map(len, lines))
    if width > _WIDEST:
        return text
    goes_on = [_goes_on(line, after, width) for line, after in pairwise(lines)]
    told = sum(bool(line.strip() and after.strip()) for line, after in pairwise(lines))
    if sum(goes_on) < _LINES or sum(goes_on) * 2 < told:
        return text
    return lines[0] + "".join((" " if on else "\n") + line for on, line in zip(goes_on, lines[1:], strict=True))


def _goes_on(line: str, after: str, width: int) -> bool:
    """Whether a line ends only because the first word of the next had no room in it."""
    word = after.split(maxsplit=1)[0] if after[:1].strip() else ""
    return bool(line.strip() and word) and len(line.rstrip()) + 1 + len(word) > width - _SLACK


class Telex:
    """Gives texts that are written in capitals their small letters.

    Args:
        language: whose words are no names.
        registry: whose names keep their capitals.
        town: whether a folded name is that of a town one would name without saying that it is one.
    """

    def __init__(self, language: Pack, registry: Registry, town: Callable[[str], bool]) -> None:
        self._words = phrases(language.code)
        self._names = registry.names()
        self._town = town
        said = {cue: frozenset(language.cues.get(cue, ())) for cue in ("borne", "band", "name_particle", "name_opening")}
        self._borne, self._bands, self._links = said["borne"], said["band"], said["name_particle"]
        self._openings = self._links | said["name_opening"]

    def lowered(self, text: str) -> str:
        """The text with small letters in all but names and first words, in its lines of capitals and headlines; else as it is."""
        if text.isupper():
            return self._lowered(text)
        lines = text.split("\n")
        if not any(_cries(line) or _titles(line) for line in lines):
            return text
        return "\n".join(self._lowered(line) if _cries(line) or _titles(line) else line for line in lines)

    def _lowered(self, text: str) -> str:
        letters = [char.lower() if len(char.lower()) == 1 else char for char in text]
        acronyms = () if text.isupper() else (word.span() for word in _ACRONYM.finditer(text))
        for start, end in (*self._names_in(text), *acronyms):
            letters[start:end] = text[start:end]
        for opening in _OPENS.finditer(text):
            letters[opening.end()] = text[opening.end()]
        return "".join(letters)

    def _names_in(self, text: str) -> list[tuple[int, int]]:
        """The spans that keep their capitals: of an acronym all letters, of another name those that begin its words."""
        words = tokens(fold(text))
        spelled = self._known(words)
        named = {at for at, word in enumerate(words) if at in spelled or self._strange(word.key)}
        named |= {at for at in range(len(words)) if at not in named and self._headed(text, words, at)}
        named |= self._called(text, words, named)
        named |= {at for at in range(1, len(words) - 1) if at not in named and self._listed(text, words, at, named)}
        for at in reversed(range(len(words) - 1)):
            if at + 1 in named and words[at].key in self._openings and _beside(text, words, at):
                named.add(at)
        for at in range(2, len(words)):
            linked = words[at - 1].key in self._links and at - 2 in named and words[at].key not in self._links
            if linked and _beside(text, words, at - 1) and _beside(text, words, at - 2):
                named.add(at)  # "BOSQUES DEL RIO"
        return [(words[at].start, words[at].end if spelled.get(at) else words[at].start + 1) for at in sorted(named)]

    def _known(self, words: Sequence[Token]) -> dict[int, bool]:
        """The words of the names that are known, each with whether it is spelled in capitals throughout."""
        found, at = dict[int, bool](), 0
        while at < len(words):
            count = next((n for n in range(_LONGEST_NAME, 0, -1) if self._is_name(words[at : at + n])), 0)
            found |= dict.fromkeys(range(at, at + count), self._is_acronym(words[at : at + count]))
            at += max(count, 1)
        return found

    def _is_name(self, words: Sequence[Token]) -> bool:
        keys = tuple(word.key for word in words)
        entries = self._words.get(keys, ())
        if any(entry.tag in _CALENDAR for entry in entries):
            return True
        if entries:
            return False
        proper = any(not meaning.alias.text.islower() for meaning in self._names.get(keys, ()))
        return proper or (self._town(" ".join(keys)) and not all((key,) in self._words for key in keys))

    def _strange(self, word: str) -> bool:
        """Whether a word is of no class of the lexicon and not in everyday use, and so most likely a name."""
        return len(word) >= _SHORTEST and word.isalpha() and (word,) not in self._words and not everyday_english(word)

    def _headed(self, text: str, words: Sequence[Token], at: int) -> bool:
        """Whether a word of everyday use stands where a town is named ("THE TOWN OF STUNG")."""
        if at < _BEFORE_NAME or words[at - 1].key != "of" or (words[at].key,) in self._words or not words[at].key.isalpha():
            return False
        head = self._words.get((words[at - 2].key,), ())
        called = any(entry.tag == "head" and entry.value == "settlement" and entry.tense == "one" for entry in head)
        return called and _beside(text, words, at - 1)

    def _called(self, text: str, words: Sequence[Token], named: AbstractSet[int]) -> set[int]:
        """The words of names that say what a band is for ("SUDANESE PEOPLE'S LIBERATION ARMY"), and not "THE NATIONAL ARMY"."""
        found = set[int]()
        for at in range(1, len(words)):
            first = at
            while first and self._bears(words[first - 1].key) and _beside(text, words, first - 1):
                first -= 1
            if at - first >= _TWICE and words[at].key in self._bands and words[at].key not in self._borne:
                nation = first - 1 in named or (
                    first and "country" in {e.tag for e in self._words.get((words[first - 1].key,), ())}
                )
                found.update(range(first - bool(nation), at + 1))
        return found

    def _listed(self, text: str, words: Sequence[Token], at: int, named: AbstractSet[int]) -> bool:
        """Whether a word of everyday use stands between two names of a list ("AL-MUALLA, CRATER, AND TAWAHI")."""
        commas = text[words[at - 1].end : words[at].start] == text[words[at].end : words[at + 1].start] == ", "
        plain = (words[at].key,) not in self._words and words[at].key.isalpha()
        joined = any(entry.tag == "conjunction" for entry in self._words.get((words[at + 1].key,), ()))
        after = at + 2 if joined and at + 2 < len(words) else at + 1
        return commas and plain and at - 1 in named and after in named

    def _bears(self, word: str) -> bool:
        return word.removesuffix("s") in self._borne

    def _is_acronym(self, words: Sequence[Token]) -> bool:
        return any(meaning.alias.text.isupper() for meaning in self._names.get(tuple(word.key for word in words), ()))


def _cries(line: str) -> bool:
    """Whether a line among others is a sentence in capitals, and no heading."""
    return line.isupper() and line.count(" ") >= _SENTENCE


def _titles(line: str) -> bool:
    """Whether a line is a headline whose every longer word begins with a capital ("Rebels Seize Control of Key Town")."""
    if not _HEADLINE[0] <= len(line) <= _HEADLINE[1] or line.rstrip()[-1:] in _CLOSING:
        return False
    words = [word for word in line.split() if len(word) > _SHORTEST and word[0].isalpha()]
    return len(words) > _SHORTEST and all(word[0].isupper() for word in words) and line.count(" ") >= _SHORTEST


def _beside(text: str, words: Sequence[Token], at: int) -> bool:
    """Whether but a space parts a word from the next."""
    return text[words[at].end : words[at + 1].start] == " "
