"""A text of the telex as it would be typed today: lines that go on are joined, and small letters tell again what is a name.

Every offset stays: a line break becomes a space, a capital its small letter.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from whoheld.actors import Registry
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

    def lowered(self, text: str) -> str:
        """The text with small letters in all but names and first words, if it is written in capitals; else as it is."""
        if not text.isupper():
            return text
        letters = [char.lower() if len(char.lower()) == 1 else char for char in text]
        for start, end in self._names_in(tokens(fold(text))):
            letters[start:end] = text[start:end]
        for opening in _OPENS.finditer(text):
            letters[opening.end()] = text[opening.end()]
        return "".join(letters)

    def _names_in(self, words: Sequence[Token]) -> list[tuple[int, int]]:
        """The spans that keep their capitals: of an acronym all letters, of another name those that begin its words."""
        found, at = list[tuple[int, int]](), 0
        while at < len(words):
            count = next((n for n in range(_LONGEST_NAME, 0, -1) if self._is_name(words[at : at + n])), 0)
            for word in words[at : at + count]:
                found.append((word.start, word.end if self._is_acronym(words[at : at + count]) else word.start + 1))
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

    def _is_acronym(self, words: Sequence[Token]) -> bool:
        return any(meaning.alias.text.isupper() for meaning in self._names.get(tuple(word.key for word in words), ()))
