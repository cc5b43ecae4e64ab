"""Which reports are one source: reprints of one text, and the voices that a reprint borrows.

Near-identical texts are found by MinHash, trims and embeds by exact containment; every candidate is then compared word by word.
The same form filled in with another town, or with the other side, is another report.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from operator import attrgetter
from typing import NamedTuple
from zlib import crc32

from rapidfuzz.fuzz import ratio
from rensa import RMinHash, RMinHashLSH  # type: ignore[import-untyped]

from whoheld.model import Article
from whoheld.text import fold, tokens

Reprints = Mapping[str, frozenset[str]]
"""Article id -> the ids of the articles that are near-identical to it."""

_WORDS = 5
_LIKE, _WITHIN = 0.8, 0.9
"""Shared shingles, of all shingles of both texts and of the shorter one's."""
_PERMUTATIONS, _BANDS = 128, 32
_SAMPLE = 8
"""One shingle in so many stands for a text when trims are looked for."""
_SHORTEST = 24
"""A text of fewer shingles (some two sentences) may lie within another by quotation."""
_COMMON = 100
"""A shingle of more texts than this is a footer, and says nothing about any of them."""
_SPELLING = 70
"""Two words at least this alike (in hundredths) are spellings of one; Hajin and Hajeen are 73, Kamal and Hamam 60."""


class _Text(NamedTuple):
    id: str
    words: list[str]
    shingles: frozenset[str]


def reprints(articles: Sequence[Article]) -> frozenset[tuple[str, str]]:
    """The pairs of articles, smaller id first, that are one text: reprinted, trimmed, embedded or respelled."""
    texts = [_text(article) for article in sorted({article.id: article for article in articles}.values(), key=lambda a: a.id)]
    candidates = _alike(texts) | _contained(texts)
    return frozenset((texts[one].id, texts[two].id) for one, two in candidates if _one_text(texts[one], texts[two]))


def _text(article: Article) -> _Text:
    words = [token.key for token in tokens(fold(article.text))]
    last = max(1, len(words) - _WORDS + 1)
    return _Text(article.id, words, frozenset(" ".join(words[at : at + _WORDS]) for at in range(last)))


def _alike(texts: Sequence[_Text]) -> set[tuple[int, int]]:
    index = RMinHashLSH(threshold=_LIKE, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    sketches = RMinHash.from_token_sets([sorted(text.shingles) for text in texts], _PERMUTATIONS, 1)
    index.insert_many(sketches)
    found = index.query_all(sketches)
    return {(one, two) for one, near in enumerate(found) for two in near if one < two}


def _contained(texts: Sequence[_Text]) -> set[tuple[int, int]]:
    bearers: defaultdict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for stamp in {crc32(shingle.encode()) for shingle in text.shingles}:
            if stamp % _SAMPLE == 0:
                bearers[stamp].append(number)
    return {pair for numbers in bearers.values() if len(numbers) <= _COMMON for pair in combinations(numbers, 2)}


def _one_text(one: _Text, two: _Text) -> bool:
    shared, shorter = len(one.shingles & two.shingles), min(len(one.shingles), len(two.shingles))
    alike = shared >= _LIKE * (len(one.shingles) + len(two.shingles) - shared)
    within = shorter >= _SHORTEST and shared >= _WITHIN * shorter
    return (alike or within) and not _same_form(one.words, two.words)


def _same_form(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two texts differ by exchanged words only, and these are not spellings of each other: a form filled in anew."""
    if len(one) != len(two):
        return False
    exchanged = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    return any(ratio(a, b) < _SPELLING for a, b in exchanged)


def linked(pairs: Iterable[tuple[str, str]]) -> Reprints:
    """Pairs of article ids as neighbours of each."""
    near: defaultdict[str, set[str]] = defaultdict(set)
    for one, two in pairs:
        near[one].add(two)
        near[two].add(one)
    return {article: frozenset(others) for article, others in near.items()}


class Report(NamedTuple):
    """A report of a reprinted article.

    Attributes:
        number: what the caller knows it by.
        says: of which place it says what; only reports that say the same lend each other voices.
        order: sorts the earliest first.
    """

    number: int
    says: tuple[int, ...]
    article: str
    order: tuple[int, ...]


def lenders(reports: Iterable[Report], reprinted: Reprints) -> dict[int, int]:
    """The number of each report and of the one in whose voice it speaks: the earliest of its reprints that say the same."""
    saying: defaultdict[tuple[int, ...], list[Report]] = defaultdict(list)
    for report in reports:
        saying[report.says].append(report)
    lent: dict[int, int] = {}
    for group in saying.values():
        firsts = _firsts(group, reprinted)
        lent |= {report.number: firsts[report.article].number for report in group}
    return lent


def _firsts(group: Sequence[Report], reprinted: Reprints) -> dict[str, Report]:
    """Article id -> the earliest report among its reprints, in a group that says one thing."""
    by_article: dict[str, Report] = {}
    for report in sorted(group, key=attrgetter("order")):
        by_article.setdefault(report.article, report)
    firsts: dict[str, Report] = {}
    for article, first in by_article.items():
        reached = [article]
        while reached:
            here = reached.pop()
            if here in by_article and here not in firsts:
                firsts[here] = first
                reached += sorted(reprinted[here])
    return firsts
