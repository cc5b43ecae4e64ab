"""Which reports are one source: reprints of one text, and the voices that a reprint borrows.

Near-identical texts are found by MinHash, trims and embeds by exact containment; every candidate is then compared word by word.
The same form filled in with another town, or with the other side, is another report.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
from rapidfuzz.fuzz import ratio
from rensa import RMinHash  # type: ignore[import-untyped]

from whoheld.memo import Progress, silent
from whoheld.model import Article
from whoheld.text import fold, words

Reprints = Mapping[str, frozenset[str]]
"""Article id -> the ids of the articles that are near-identical to it."""

_Stamps = npt.NDArray[np.uint32]
_Places = npt.NDArray[np.int32] | npt.NDArray[np.int64]

_WORDS = 5
_LIKE, _WITHIN = 0.8, 0.9
"""Shared shingles, of all shingles of both texts and of the shorter one's."""
_PERMUTATIONS, _BANDS, _SEED = 128, 32, 1
_ODD = np.uint64(0x9E3779B97F4A7C15)
"""Makes one number of the two that a band's four hashes fill; two bands that fall on one number cost a comparison."""
_SAMPLE = 8
"""One shingle in so many stands for a text when trims are looked for."""
_SHORTEST = 24
"""A text of fewer shingles (some two sentences) may lie within another by quotation."""
_COMMON = 100
"""A shingle of more texts than this is a footer, and says nothing about any of them."""
_AT_ONCE = 1000
_SPELLING = 70
"""Two words at least this alike (in hundredths) are spellings of one; Hajin and Hajeen are 73, Kamal and Hamam 60."""


TRACES = pa.schema({"key": pa.string(), "sketch": pa.binary(4 * _PERMUTATIONS), "stamps": pa.list_(pa.uint32())})
"""What texts are compared by, so that none is taken apart again: the article's id, the MinHash of its shingles, and the shingles
as numbers, sorted."""


class Compared(NamedTuple):
    """Articles that were compared with each other, and the pairs of them, the smaller id first, that are one text."""

    articles: frozenset[str]
    pairs: frozenset[tuple[str, str]]


NOTHING = Compared(frozenset(), frozenset())


def reprints(articles: Sequence[Article]) -> frozenset[tuple[str, str]]:
    """The pairs of articles, smaller id first, that are one text: reprinted, trimmed, embedded or respelled."""
    texts = {article.id: article for article in sorted(articles, key=lambda article: article.id)}
    some = list(texts.values())
    batches = [traces(some[first : first + _AT_ONCE]) for first in range(0, len(some), _AT_ONCE)]
    return compare(texts, pa.Table.from_batches(batches, TRACES))


def compare(
    articles: Mapping[str, Article], traced: pa.Table, before: Compared = NOTHING, progress: Progress = silent
) -> frozenset[tuple[str, str]]:
    """The same, with only the new articles compared where all of an earlier comparison are still there.

    A shingle that becomes common says less, so that a further article may part two others and never brings them together. For
    this reason the pairs of before are looked at again, and no other pair of theirs.

    Args:
        articles: by id.
        traced: what they are compared by, by ``TRACES``, sorted by id.
        before: what some of the articles gave.
        progress: told of how many texts are held against the others.
    """
    ids: list[str] = traced["key"].to_pylist()
    known = before.articles if before.articles <= set(ids) else frozenset()
    again = {one for one, _ in before.pairs} if known else set()
    asked = [place for place, text in enumerate(ids) if text not in known or text in again]
    found = ((ids[one], ids[two]) for one, two in _one(_Texts(traced), np.array(asked, np.int64), progress))
    return frozenset(pair for pair in found if not _same_form(*(_words(articles[one]) for one in pair)))


def traces(articles: Sequence[Article]) -> pa.RecordBatch:
    """What texts are compared by."""
    shingles = [_shingles(_words(article)) for article in articles]
    sketches = np.array(RMinHash.digests_from_token_sets(shingles, _PERMUTATIONS, _SEED) if articles else [], "<u4")
    columns = ([article.id for article in articles], list(map(bytes, sketches)), list(map(_stamps, shingles)))
    return pa.RecordBatch.from_arrays(list(map(pa.array, columns, TRACES.types)), schema=TRACES)


def _words(article: Article) -> list[str]:
    return words(fold(article.text))


def _shingles(words: Sequence[str]) -> list[str]:
    """The runs of so many words, each once, sorted."""
    last = max(1, len(words) - _WORDS + 1)
    return sorted({" ".join(words[at : at + _WORDS]) for at in range(last)})


def _stamps(shingles: Iterable[str]) -> _Stamps:
    """Shingles as numbers, sorted: what a text is compared by."""
    return np.unique(np.fromiter((crc32(shingle.encode()) for shingle in shingles), "<u4"))


def _one(texts: "_Texts", asked: _Places, progress: Progress) -> set[tuple[int, int]]:
    """The pairs of a text at one of these places and any other that are alike, or of which one lies within the other."""
    found: set[tuple[int, int]] = set()
    for first in range(0, len(asked), _AT_ONCE):
        some = asked[first : first + _AT_ONCE]
        alike = texts.alike(some)
        found.update((min(at, other), max(at, other)) for at in some.tolist() for other in texts.same(at, alike.get(at, ())))
        progress(first + len(some), len(asked))
    return found


def _bands(sketches: pa.Array) -> npt.NDArray[np.uint64]:
    """The keys of some sketches, band by band: texts that share one may be alike."""
    halves = np.frombuffer(sketches.buffers()[1], "<u8").reshape(-1, _BANDS, 2)[sketches.offset : sketches.offset + len(sketches)]
    keys: npt.NDArray[np.uint64] = (halves[:, :, 0] ^ halves[:, :, 1] * _ODD).T
    return keys


def _split(lists: pa.ListArray) -> list[_Stamps]:
    """Lists as arrays of their numbers, which are not copied."""
    ends = np.cumsum(np.asarray(pc.list_value_length(lists)))
    return np.split(np.asarray(lists.flatten()), ends)[:-1]


class _Texts:
    """Texts by their places in an order, and what finds those that may be one with a text; their shingles stay where they lie."""

    def __init__(self, traced: pa.Table) -> None:
        self._bands = np.hstack([np.empty((_BANDS, 0), "<u8"), *map(_bands, traced["sketch"].chunks)])
        self._orders = [np.argsort(keys, kind="stable").astype(np.int32) for keys in self._bands]
        self._stamps = [stamps for lists in traced["stamps"].chunks for stamps in _split(lists)]
        sampled = [stamps[stamps % _SAMPLE == 0] for stamps in self._stamps]
        values = np.concatenate([np.empty(0, np.uint32), *sampled])
        order = np.argsort(values, kind="stable")
        bearers = np.repeat(np.arange(len(sampled), dtype=np.int32), list(map(len, sampled)))
        self._values, self._bearers = values[order], bearers[order]

    def alike(self, asked: _Places) -> Mapping[int, Sequence[_Places]]:
        """For each text at these places, those that share a band of its sketch, which most texts that are alike do."""
        found: defaultdict[int, list[_Places]] = defaultdict(list)
        for keys, order in zip(self._bands, self._orders, strict=True):
            begins, ends = (np.searchsorted(keys, keys[asked], side, sorter=order) for side in ("left", "right"))
            for at in np.flatnonzero(ends - begins > 1):
                found[int(asked[at])].append(order[begins[at] : ends[at]])
        return found

    def same(self, place: int, alike: Sequence[_Places]) -> list[int]:
        """Of the texts that may be one with a text, those that are."""
        near = self._near(place, alike)
        if not len(near):
            return []
        own, others = self._stamps[place], [self._stamps[other] for other in near]
        sizes = np.array(list(map(len, others)))
        every = np.concatenate(others)
        at = np.minimum(np.searchsorted(own, every), len(own) - 1)
        shared = np.add.reduceat(own[at] == every, np.cumsum(sizes) - sizes, dtype=np.int64)
        shorter = np.minimum(sizes, len(own))
        reprinted = shared >= _LIKE * (len(own) + sizes - shared)
        result: list[int] = near[reprinted | ((shorter >= _SHORTEST) & (shared >= _WITHIN * shorter))].tolist()
        return result

    def _near(self, place: int, alike: Sequence[_Places]) -> _Places:
        """The other texts that are alike by their sketch, or share a shingle that few have."""
        own = self._stamps[place]
        own = own[own % _SAMPLE == 0]
        starts, ends = (np.searchsorted(self._values, own, side) for side in ("left", "right"))
        groups = [self._bearers[a:b] for a, b in zip(starts, ends, strict=True) if b - a <= _COMMON]
        near = np.concatenate([np.empty(0, np.int64), *alike, *groups])
        return np.unique(near[near != place])


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
    order: tuple[int, str, int, int]


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
