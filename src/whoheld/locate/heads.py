"""The words that say what kind of place a name is: "village of", مدينة, "County", from the language packs."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from whoheld import lang, text
from whoheld.model import Mention

_LONGEST_HEAD = 3
_LINKS = frozenset({"of", "de", "d", "du", "des", "the", "la", "le"})
_CLITICS = ("و", "ف", "ب", "ل", "ك")
_BEFORE = 40
"""Code points before a mention in which its head is looked for."""


class Headed(NamedTuple):
    """A name without the word of its kind, and the kind; the kind is empty where no word says it."""

    key: str
    kind: str


@cache
def _heads() -> Mapping[str, str]:
    packs = [lang.pack(code) for code in lang.languages()]
    return {text.key(word): kind for pack in packs for kind, head in pack.heads.items() for word in (*head.many, *head.one)}


@cache
def countries() -> Mapping[str, frozenset[str]]:
    """What the languages call countries and what belongs to them, as keys by ISO 3166 code: سوريا, السورية."""
    named: dict[str, frozenset[str]] = {}
    for code in lang.languages():
        for country, words in lang.pack(code).countries.items():
            named[country] = named.get(country, frozenset()) | {text.key(word) for word in words}
    return named


@lru_cache(maxsize=65_536)
def without_head(key: str) -> Headed:
    """The name inside "مدينة الشحر", "town of Hajin" or "Rapides Parish"."""
    words = key.split()
    for count in range(min(_LONGEST_HEAD, len(words) - 1), 0, -1):
        if kind := _kind_of(words[:count]):
            rest = words[count:]
            while len(rest) > 1 and rest[0] in _LINKS:
                rest = rest[1:]
            return Headed(" ".join(rest), kind)
        if key.isascii() and (kind := _heads().get(" ".join(words[-count:]), "")):
            return Headed(" ".join(words[:-count]), kind)
    return Headed(key, "")


def _kind_of(words: list[str]) -> str:
    run = " ".join(words)
    bare = run[1:] if run.startswith(_CLITICS) else run
    return _heads().get(run) or _heads().get(bare, "")


def kind_said(content: str, mention: Mention) -> str:
    """The kind that a word in the mention, or right before or after it, says; empty where none does."""
    inside = without_head(text.key(mention.text)).kind
    if inside:
        return inside
    before = [token.key for token in text.tokens(text.fold(content[max(mention.start - _BEFORE, 0) : mention.start]))]
    while before and before[-1] in _LINKS:
        before.pop()
    for count in range(_LONGEST_HEAD, 0, -1):
        if len(before) >= count and (kind := _kind_of(before[-count:])):
            return kind
    after = next(text.tokens(text.fold(content[mention.end : mention.end + _BEFORE])), None)
    return _heads().get(after.key, "") if after and after.key.isascii() and content[mention.end : mention.end + 1] == " " else ""
