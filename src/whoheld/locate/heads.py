"""The words that say what kind of place a name is: "village of", مدينة, "County", from the language packs."""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from whoheld import geodata, lang, text
from whoheld.gazetteer import sites
from whoheld.locate.spelling import variants
from whoheld.model import Mention

TOWN = "settlement"
LOCALITY = "locality"
"""What a loose head says: a district, or a village and what lies around it."""
_LONGEST_HEAD = 3
_CLAUSE_END = re.compile(r"[.,;:!?،؛؟\n]")
_BEFORE = 40
"""Code points before a mention in which its head is looked for."""


class Headed(NamedTuple):
    """A name without the word of its kind, and the kind; the kind is empty where no word says it."""

    key: str
    kind: str


@cache
def _heads() -> Mapping[str, str]:
    packs = [lang.pack(code) for code in lang.languages()]
    owned = {form: kind for code in lang.languages() for form, kind in lang.owned_heads(code)}
    kinds = {text.key(word): kind for pack in packs for kind, head in pack.heads.items() for word in (*head.many, *head.one)}
    return owned | kinds | {text.key(word): LOCALITY for pack in packs for head in pack.heads.values() for word in head.loose}


@cache
def _links() -> frozenset[str]:
    """The words between the noun for a kind of place and its name."""
    return frozenset(text.key(word) for code in lang.languages() for word in lang.pack(code).links)


@cache
def countries() -> Mapping[str, frozenset[str]]:
    """What the languages call countries and what belongs to them, as keys by ISO 3166 code: سوريا, السورية, Latvians."""
    named = dict(_demonyms())
    for code in lang.languages():
        for country, words in lang.pack(code).countries.items():
            named[country] = named.get(country, frozenset()) | {text.key(word) for word in words}
    return named


def _demonyms() -> Iterator[tuple[str, frozenset[str]]]:
    """The English names of the peoples of the world, which a gazetteer of places does not have."""
    with (geodata.folder() / "world" / "demonyms.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield row["country"], frozenset(text.key(name) for name in row["names"].split("|"))


def is_head(key: str) -> bool:
    """Whether a key is nothing but the word of a kind: "airport" names no town called Airport."""
    return key in _heads()


def kind_alone(key: str) -> str:
    """The kind whose word is all that a key is, with article and clitics or without: "airport", وبالمطار; empty for a name."""
    forms = (key, *(variant.key for variant in variants(key)))
    return next((kind for form in forms if (kind := _heads().get(form) or _heads().get(form.removeprefix("ال")))), "")


@lru_cache(maxsize=65_536)
def without_head(key: str) -> Headed:
    """The name inside "مدينة الشحر", "town of Hajin" or "Rapides Parish"."""
    words = key.split()
    for count in range(min(_LONGEST_HEAD, len(words) - 1), 0, -1):
        if kind := _kind_of(words[:count]):
            rest = words[count:]
            while len(rest) > 1 and rest[0] in _links():
                rest = rest[1:]
            return Headed(" ".join(rest), kind)
        if key.isascii() and (kind := _heads().get(" ".join(words[-count:]), "")):
            return Headed(" ".join(words[:-count]), kind)
    return Headed(key, "")


def _kind_of(words: list[str]) -> str:
    run = " ".join(words)
    bare = run[1:] if run.startswith(lang.clitics()) else run
    return _heads().get(run) or _heads().get(bare, "")


class Surroundings(NamedTuple):
    """What the words right around a mention say of it.

    Attributes:
        kind: of the place; empty where no word says it.
        fuller: the name together with such words: مطار الطبقة, "Omar oil field".
    """

    kind: str
    fuller: tuple[str, ...]


def around(content: str, mention: Mention) -> Surroundings:
    """The word of its kind in a mention, or right before or after it, and the names that it makes together with the mention's.

    Where the text is told to speak of the town ("the airport of Gao … the town"), the airport beside its name is passed over.
    """
    inside = without_head(text.key(mention.text)).kind
    before, start = _before(content, mention)
    after, end = _after(content, mention)
    if mention.kind == TOWN and not inside and sites.is_told_by_town(before or after):
        return Surroundings(TOWN, ())
    names = (content[start : mention.end], content[mention.start : end])
    fuller = tuple(name for name in names if len(name) > mention.end - mention.start)
    return Surroundings(inside or before or after, fuller)


def _before(content: str, mention: Mention) -> tuple[str, int]:
    """The kind that the words before a mention say, and where its head (a clitic left out) begins."""
    first = max(mention.start - _BEFORE, 0)
    clause = _CLAUSE_END.split(content[first : mention.start])[-1]
    offset = mention.start - len(clause)
    words = [word._replace(start=word.start + offset) for word in text.tokens(text.fold(clause))]
    while words and words[-1].key in _links():
        words.pop()
    for count in range(min(_LONGEST_HEAD, len(words)), 0, -1):
        run = " ".join(word.key for word in words[-count:])
        start = words[-count].start
        if kind := _heads().get(run):
            return kind, start
        if run.startswith(lang.clitics()) and (kind := _heads().get(run[1:])):
            return kind, start + 1
    return "", mention.start


def _after(content: str, mention: Mention) -> tuple[str, int]:
    """The kind that the words after a name in Latin letters say, and where they end."""
    clause = _CLAUSE_END.split(content[mention.end : mention.end + _BEFORE])[0]
    words = text.tokens(text.fold(clause))[:_LONGEST_HEAD] if clause.startswith(" ") else []
    for count in range(len(words), 0, -1):
        run = " ".join(word.key for word in words[:count])
        if run.isascii() and (kind := _heads().get(run)):
            return kind, mention.end + words[count - 1].end
    return "", mention.end
