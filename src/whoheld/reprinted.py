"""Which articles of a work folder are one text, kept there: only new articles are compared, and no text is taken apart again."""

import hashlib
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import pyarrow as pa

from whoheld.articles import Articles
from whoheld.memo import Kept, Memo, Progress, program, silent
from whoheld.timeline.independence import NOTHING, TRACES, Compared, compare, traces

_TOGETHER = pa.schema({"key": pa.string(), "articles": pa.list_(pa.string()), "pairs": pa.list_(pa.list_(pa.string(), 2))})
"""The articles that were compared last, and the pairs of them that are one text: one row."""
_AT_ONCE = 1_000


def remembered(articles: Articles, folder: Path, progress: Progress = silent) -> frozenset[tuple[str, str]]:
    """The pairs that ``independence.reprints`` gives.

    Args:
        articles: to be compared.
        folder: keeps what they were compared by, and what the last comparison gave.
        progress: told of how many steps are done: every new article is taken apart, then held against the others.
    """
    on = f"{program()} rensa {version('rensa')} numpy {version('numpy')}"
    ids = list(articles)

    def trace(which: Sequence[int]) -> Iterator[pa.RecordBatch]:
        for first in range(0, len(which), _AT_ONCE):
            found = traces([articles[ids[at]] for at in which[first : first + _AT_ONCE]])
            progress(first + found.num_rows, 2 * len(which))
            yield found

    kept = Memo(folder / "traces.arrow", on).renewed(TRACES, ids, trace)
    traced = pa.table({name: kept.column(name) for name in TRACES.names})
    last = Memo(folder / "reprints.arrow", on)
    before = _before(last.before(_TOGETHER))

    def all_together(_: Sequence[int]) -> Iterator[pa.RecordBatch]:
        apart = len(set(ids) - before.articles)
        found = sorted(compare(articles, traced, before, lambda done, asked: progress(apart + done, apart + asked)))
        yield pa.RecordBatch.from_pylist([{"articles": ids, "pairs": found}], _TOGETHER)

    key = hashlib.sha256("".join(ids).encode()).hexdigest()
    return _before(last.renewed(_TOGETHER, [key], all_together)).pairs


def _before(kept: Kept | None) -> Compared:
    if kept is None:
        return NOTHING
    (row,) = kept.table().to_pylist()
    return Compared(frozenset(row["articles"]), frozenset((one, two) for one, two in row["pairs"]))
