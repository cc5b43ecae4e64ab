"""Articles by their headings, which are columns; a text is read when somebody looks at it."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice

import pyarrow as pa
import pyarrow.compute as pc

from whoheld.model import Article, Heading

_FIELDS = set(Heading.model_fields)
"""One set for all, since there may be very many."""
_TYPES = {"known_from": pa.date32()}
_SCHEMA = pa.schema([(name, _TYPES.get(name, pa.string())) for name in Heading.model_fields])
_AT_ONCE = 5_000


class Articles(Mapping[str, Article]):
    """Articles by their ids, sorted by id.

    Args:
        headings: in any order, or a table of them; of each id there is one.
        text: gives the text of an article.
    """

    def __init__(self, headings: Iterable[Heading] | pa.Table, text: Callable[[Heading], str]) -> None:
        table = headings if isinstance(headings, pa.Table) else _table(headings)
        self._table = table.sort_by("id")
        self._ids: list[str] = self._table["id"].to_pylist()
        self._text = text

    @classmethod
    def of(cls, articles: Iterable[Article]) -> "Articles":
        """Articles that are there with their texts."""
        texts = {article.id: article for article in articles}
        return cls(texts.values(), lambda heading: texts[heading.id].text)

    def __getitem__(self, article: str) -> Article:
        heading = self.heading(article)
        return Article.model_validate({**dict(heading), "text": self._text(heading)})

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def heading(self, article: str) -> Heading:
        """The heading of an article.

        Raises:
            KeyError: there is no such article.
        """
        row = bisect_left(self._ids, article)
        if row == len(self._ids) or self._ids[row] != article:
            raise KeyError(article)
        return next(_headings(self._table.slice(row, 1)))

    def headings(self) -> Iterator[Heading]:
        """The headings, one after the other."""
        return _headings(self._table)

    def beside(self, others: Iterable[Article]) -> "Articles":
        """These, and others of which this does not know."""
        new = {each.id: each for each in others if each.id not in self}
        if not new:
            return self
        headings = pa.concat_tables([self._table, _table(new.values())])
        return Articles(headings, lambda heading: new[heading.id].text if heading.id in new else self._text(heading))

    def only(self, articles: Collection[str]) -> "Articles":
        """Those with some ids."""
        mask = pc.is_in(self._table["id"], pa.array(list(articles), pa.string()))
        return Articles(self._table.filter(mask), self._text)

    def each(self) -> Iterator[Article]:
        """All of them, one after the other."""
        return (self[name] for name in self)


def _table(headings: Iterable[Heading]) -> pa.Table:
    coming = iter(headings)
    batches = []
    while some := [{name: getattr(each, name) for name in _FIELDS} for each in islice(coming, _AT_ONCE)]:
        batches.append(pa.RecordBatch.from_pylist(some, _SCHEMA))
    return pa.Table.from_batches(batches, _SCHEMA)


def _headings(table: pa.Table) -> Iterator[Heading]:
    """The rows as they were when they were headings, and so valid."""
    for batch in table.to_batches(_AT_ONCE):
        yield from (Heading.model_construct(_FIELDS, **row) for row in batch.to_pylist())
