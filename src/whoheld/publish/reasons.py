"""Why a place was chosen, told in the reader's language; locating tells it in English, and the claims keep it so."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_SLOT = re.compile(r"\{([a-z]+)\}")
_SLOTS = {"n": r"[\d,]+", "reason": ".+", "way": r"[a-z-]+(?: of)?", "kind": r"[a-z ]{1,30}"}
"""What else than any words a slot holds."""


class _Sentence(NamedTuple):
    """One sentence of locating, with slots, and the same in another language."""

    pattern: re.Pattern[str]
    told: str


class _Tongue(NamedTuple):
    """The sentences of a language, and its words for kinds of places and points of the compass."""

    sentences: tuple[_Sentence, ...]
    words: Mapping[str, Mapping[str, str]]


def reasons(reason: str, language: str) -> list[str]:
    """The parts of a reason, each in the language; what is no sentence of ours (another version's) stays as it is."""
    tongue = _tongues().get(language)
    return [_told(part, tongue) if tongue else part for part in _parts(reason, tongue)]


def _parts(reason: str, tongue: _Tongue | None) -> Iterator[str]:
    """Reasons are joined by semicolons, which some sentences have too."""
    pieces = reason.split("; ")
    while pieces:
        whole = len(pieces) > 1 and tongue is not None and _fits("; ".join(pieces[:2]), tongue) is not None
        count = 2 if whole else 1
        yield "; ".join(pieces[:count])
        pieces = pieces[count:]


def _told(part: str, tongue: _Tongue) -> str:
    found = _fits(part, tongue)
    if not found:
        return part
    sentence, slots = found
    inner = {name: _slot(name, value, tongue) for name, value in slots.items()}
    return _SLOT.sub(lambda slot: inner[slot[1]], sentence.told)


def _slot(name: str, value: str, tongue: _Tongue) -> str:
    if name == "reason":
        return _told(value, tongue)
    return tongue.words.get(name, {}).get(value, value)


def _fits(part: str, tongue: _Tongue) -> tuple[_Sentence, Mapping[str, str]] | None:
    for sentence in tongue.sentences:
        if match := sentence.pattern.fullmatch(part):
            return sentence, match.groupdict()
    return None


@cache
def _tongues() -> Mapping[str, _Tongue]:
    text = (files("whoheld.publish") / "reasons.toml").read_text("utf-8")
    return {language: _tongue(table) for language, table in tomllib.loads(text).items()}


def _tongue(table: Mapping[str, str | Mapping[str, str]]) -> _Tongue:
    sentences = [_Sentence(_pattern(said), told) for said, told in table.items() if isinstance(told, str)]
    return _Tongue(tuple(sentences), {name: words for name, words in table.items() if not isinstance(words, str)})


def _pattern(said: str) -> re.Pattern[str]:
    """The sentence with its slots, each as short as it can be."""
    pieces = enumerate(_SLOT.split(said))
    made = (f"(?P<{piece}>{_SLOTS.get(piece, '[^;]+?')})" if number % 2 else re.escape(piece) for number, piece in pieces)
    return re.compile("".join(made), re.DOTALL)
