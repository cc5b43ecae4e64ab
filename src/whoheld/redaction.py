"""Names taken out of an edition: blocks of the same length stand where they stood, so that every span keeps its offsets.

A name is found however it is spelt — capitals, hamza, marks, line breaks, percent signs of an address — and each name has blocks
of its own, so that who said what stays told apart.
"""

import base64
import gzip
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote

import pyarrow.parquet as pq
from pydantic import BaseModel, ValidationError

from whoheld.errors import UsageError
from whoheld.issues import Issues
from whoheld.model import Article, Claim, Evidence
from whoheld.pipeline import Grounds
from whoheld.text import IGNORED, fold, key

_SHORTEST = 3
"""Letters of a name; a shorter one stands inside too many words."""
_GAP = rf"[\W_{IGNORED}]{{0,40}}"
"""Between words: blanks, hyphens, line breaks with their indentation, marks of direction."""
_COMPOUND = re.compile(r"^(عبد(?=ال)|ابو(?=\w\w\w))")
"""What is written with or without a blank before the next word."""
_KUNYA = ("ابو", "ابي", "ابا")
_HAMZA = "ء"
_BLOCK = "█"
_CODES = ("utf-8", "utf-16-le")
_PACKED = re.compile(rb'<script type="application/octet-stream"[^<>]*>([A-Za-z0-9+/=\s]+)</script>')
_MEMBER = re.compile(rb"\x1f\x8b\x08\x00")
_HASH = re.compile(r"[0-9a-f]{16,64}")

Noun = TypeVar("Noun", bound=BaseModel)


class Redaction:
    """Takes names out of everything that is published.

    Args:
        names: as they are written.

    Raises:
        UsageError: one is too short to be told from other words.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._patterns = [(number, name, _pattern(name)) for number, name in enumerate(sorted(set(names)), 1)]

    @classmethod
    def of_file(cls, path: Path) -> "Redaction":
        """The names of a file, one on a line; empty lines and those that begin with # are passed over.

        Raises:
            UsageError: the file cannot be read or holds no name, or one is too short.
        """
        try:
            lines = [line.strip() for line in path.read_text("utf-8-sig").splitlines()]
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{path} cannot be read ({error}): give a text file in UTF-8 with a name on each line") from error
        names = [line for line in lines if line and not line.startswith("#")]
        if not names:
            raise UsageError(f"{path} holds no name: write one on each line")
        return cls(names)

    def text(self, text: str) -> str:
        """The text, of the same length, without the names."""
        if _HASH.fullmatch(text):
            return text
        for number, _, pattern in self._patterns:
            if pattern.search(folded := fold(text)):
                text = _blotted(text, (match.span() for match in pattern.finditer(folded)), number)
            elif "%" in text and pattern.search(fold(unquote(text))):
                text = _blotted(text, [(0, len(text))], number)
        return text

    def noun(self, noun: Noun) -> Noun:
        """The noun without the names, in all its texts.

        Raises:
            UsageError: a name is also a word that whoheld itself needs.
        """
        try:
            return type(noun).model_validate(self._value(noun.model_dump()))
        except ValidationError as error:
            fault = error.errors()[0]["msg"]
            raise UsageError(f"a name to redact is also a word of the format ({fault}): write it longer") from error

    def grounds(self, given: Grounds, articles: Mapping[str, Article]) -> Grounds:
        """What a timeline is folded from, without the names."""

        @lru_cache(maxsize=1)
        def text(article: str) -> str | None:
            return self.text(articles[article].text) if article in articles else None

        return Grounds(
            claims=given.claims.mapped(lambda claim: self.noun(_quoted_from(claim, text(claim.article.id)))),
            judgements=tuple(map(self.noun, given.judgements)),
            policy=self.noun(given.policy),
            reprints=given.reprints,
            places={self.text(name): self.noun(place) for name, place in given.places.items()},
            actors={self.text(name): self.noun(actor) for name, actor in given.actors.items()},
            issues=Issues.of(map(self.noun, given.issues)),
        )

    def prove(self, folder: Path) -> None:
        """Look for the names once more, in everything that was written, packed or not.

        Raises:
            UsageError: a name is still there; the message says where.
        """
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            for body in _bodies(path):
                for name in self._standing(body):
                    raise UsageError(
                        f"{name!r} still stands in {path.name}, nothing was published: a word of the program too? write it longer"
                    )

    def _standing(self, body: bytes) -> Iterator[str]:
        """The names that stand in some bytes as they are written, and those of other scripts than the program's however spelt."""
        foreign = any(not name.isascii() for _, name, _ in self._patterns)
        texts = [fold(body.decode(code, "replace")) for code in _CODES if foreign]
        for _, name, pattern in self._patterns:
            spelt = not name.isascii() and any(map(pattern.search, texts))
            if spelt or any(name.encode(code) in body for code in _CODES):
                yield name

    def _value(self, value: object) -> object:
        if isinstance(value, str) and not isinstance(value, Enum):
            return self.text(value)
        if isinstance(value, Mapping):
            return {self._value(name): self._value(item) for name, item in value.items()}
        if isinstance(value, list | tuple):
            return [self._value(item) for item in value]
        return value


def _pattern(name: str) -> re.Pattern[str]:
    """What finds a name in folded text: its letters, between which marks may stand, and its words, parted by a gap or nothing."""
    words = key(name).split()
    if sum(map(len, words)) < _SHORTEST:
        raise UsageError(f"{name!r} is too short to be redacted: give a name of {_SHORTEST} letters or more")
    return re.compile(_GAP.join(_GAP.join(map(_letters, _COMPOUND.sub(r"\1 ", word).split())) for word in words))


def _letters(word: str) -> str:
    """A word as it may be spelt: after ل the article loses its alif, a kunya has its case, a bare hamza may be left out."""
    if word in _KUNYA:
        return f"ا{IGNORED}*ب{IGNORED}*[{''.join(kunya[-1] for kunya in _KUNYA)}]"
    article = "[ال]" if word.startswith("ال") and len(word) > _SHORTEST else ""
    letters = [article, *word[1:]] if article else [*word]
    bare = len(word) - word.count(_HAMZA) >= _SHORTEST
    return f"{IGNORED}*".join(
        letter if letter == article else f"{_HAMZA}?" if letter == _HAMZA and bare else re.escape(letter) for letter in letters
    )


def _blotted(text: str, spans: Iterable[tuple[int, int]], number: int) -> str:
    for start, end in spans:
        mark = str(number).center(end - start, _BLOCK)
        text = text[:start] + (mark if len(mark) == end - start else _BLOCK * (end - start)) + text[end:]
    return text


def _quoted_from(claim: Claim, text: str | None) -> Claim:
    """The claim with its words taken anew from a text of the same length, where a name may end outside of what it quotes."""
    if text is None:
        return claim
    start, end, place = claim.evidence.start, claim.evidence.end, claim.place
    before, after = len(claim.evidence.prefix), len(claim.evidence.suffix)
    evidence = Evidence(
        quote=text[start:end], start=start, end=end, prefix=text[start - before : start], suffix=text[end : end + after]
    )
    named = place.model_copy(update={"text": text[place.start : place.end]})
    return claim.model_copy(update={"evidence": evidence, "place": named})


def _bodies(path: Path) -> Iterator[bytes]:
    """What a file holds, and what is packed in it."""
    data = path.read_bytes()
    yield data
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        yield "\n".join(map(str, table.drop_columns(["geometry"]).to_pylist())).encode("utf-8", "replace")
    if path.suffix == ".gpkg":  # a long text goes on in another page of the file
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
            yield "\n".join(database.iterdump()).encode("utf-8", "replace")
    for packed in _PACKED.findall(data):
        block = gzip.decompress(base64.b64decode(packed))
        yield block
        yield from (zlib.decompressobj(31).decompress(block[found.start() :]) for found in _MEMBER.finditer(block))
