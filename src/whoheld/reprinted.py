"""Which articles of a work folder are one text, kept there: only new articles are compared, and no text is taken apart again."""

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from whoheld import __version__
from whoheld.memo import Memo, basis
from whoheld.model import Article, Frozen
from whoheld.timeline.independence import NOTHING, Compared, Trace, compare

_LAST = "last"


class Together(Frozen):
    """The articles that were compared last, by their ids, and the pairs of them that are one text."""

    articles: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]


def remembered(articles: Sequence[Article], folder: Path) -> frozenset[tuple[str, str]]:
    """The pairs that ``independence.reprints`` gives.

    Args:
        articles: to be compared.
        folder: keeps what they were compared by, and what the last comparison gave.
    """
    on = basis(f"{__version__} rensa {version('rensa')} numpy {version('numpy')}", [Path(__file__).parent])
    traces, last = Memo(folder / "traces.sqlite", Trace, on), Memo(folder / "reprints.sqlite", Together, on)
    kept, together = traces.recall(), last.recall().get(_LAST)
    found = compare(articles, kept, _before(together, kept))
    traces.keep({text: trace for text, trace in found.traces.items() if text not in kept})
    now = Together(articles=tuple(sorted(found.traces)), pairs=tuple(sorted(found.pairs)))
    if now != together:
        last.keep({_LAST: now})
    return found.pairs


def _before(together: Together | None, kept: dict[str, Trace]) -> Compared:
    if together is None or not kept.keys() >= set(together.articles):
        return NOTHING
    return Compared({article: kept[article] for article in together.articles}, frozenset(together.pairs))
