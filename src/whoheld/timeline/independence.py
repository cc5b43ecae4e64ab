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

import numpy as np
import numpy.typing as npt
from rapidfuzz.fuzz import ratio
from rensa import RMinHash, RMinHashLSH  # type: ignore[import-untyped]

from whoheld.model import Article
from whoheld.text import fold, tokens

Reprints = Mapping[str, frozenset[str]]
"""Article id -> the ids of the articles that are near-identical to it."""

_Stamps = npt.NDArray[np.uint32]

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
_AT_ONCE = 1000
_SPELLING = 70
"""Two words at least this alike (in hundredths) are spellings of one; Hajin and Hajeen are 73, Kamal and Hamam 60."""


def reprints(articles: Sequence[Article]) -> frozenset[tuple[str, str]]:
    """The pairs of articles, smaller id first, that are one text: reprinted, trimmed, embedded or respelled."""
    texts = sorted({article.id: article for article in articles}.values(), key=lambda article: article.id)
    stamps: list[_Stamps] = []
    sketches: list[RMinHash] = []
    for first in range(0, len(texts), _AT_ONCE):  # the words of all texts would take many times the memory of the texts
        shingles = [_shingles(_words(text)) for text in texts[first : first + _AT_ONCE]]
        stamps += map(_stamps, shingles)
        sketches += RMinHash.from_token_sets(shingles, _PERMUTATIONS, 1)
    candidates = _alike(sketches) | _contained(stamps)
    one_text = ((one, two) for one, two in candidates if _shared(stamps[one], stamps[two]))
    return frozenset((texts[a].id, texts[b].id) for a, b in one_text if not _same_form(_words(texts[a]), _words(texts[b])))


def _words(article: Article) -> list[str]:
    return [token.key for token in tokens(fold(article.text))]


def _shingles(words: Sequence[str]) -> list[str]:
    """The runs of so many words, each once, sorted."""
    last = max(1, len(words) - _WORDS + 1)
    return sorted({" ".join(words[at : at + _WORDS]) for at in range(last)})


def _stamps(shingles: Iterable[str]) -> _Stamps:
    """Shingles as numbers, sorted: what a text is compared by."""
    return np.unique(np.fromiter((crc32(shingle.encode()) for shingle in shingles), np.uint32))


def _alike(sketches: Sequence[RMinHash]) -> set[tuple[int, int]]:
    index = RMinHashLSH(threshold=_LIKE, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    index.insert_many(sketches)
    found = index.query_all(sketches)
    return {(one, two) for one, near in enumerate(found) for two in near if one < two}


def _contained(stamps: Sequence[_Stamps]) -> set[tuple[int, int]]:
    sampled = [some[some % _SAMPLE == 0] for some in stamps]
    if not sampled:
        return set()
    values, bearer = np.concatenate(sampled), np.repeat(np.arange(len(sampled)), list(map(len, sampled)))
    order = np.argsort(values, kind="stable")
    groups = np.split(bearer[order], np.flatnonzero(np.diff(values[order])) + 1)
    return {pair for group in groups if 1 < len(group) <= _COMMON for pair in combinations(group.tolist(), 2)}


def _shared(one: _Stamps, two: _Stamps) -> bool:
    """Whether two texts share so much that they are one, or one lies within the other."""
    shared, shorter = len(np.intersect1d(one, two, assume_unique=True)), min(len(one), len(two))
    alike = shared >= _LIKE * (len(one) + len(two) - shared)
    return alike or (shorter >= _SHORTEST and shared >= _WITHIN * shorter)


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
