"""Articles as columns: rows of a table become models, and texts are read, when somebody looks at them."""

import datetime as dt
import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from whoheld.interval import bounds
from whoheld.model import Article, Heading

_TEXTS = ("id", "title", "url", "published", "published_basis", "publisher", "language", "sha256", "source")
SCHEMA = pa.schema(
    {**dict.fromkeys(_TEXTS, pa.string()), "known_from": pa.date32(), "public": pa.int32(), "digest": pa.binary(16)}
)
"""The columns: those of a heading; ``public`` is the last day (ordinal) of its time of publication, ``digest`` is of all that was
said of the article, ``known_from`` left out, which other versions decide."""


def record(heading: Heading) -> dict[str, object]:
    """A heading as a row of the table."""
    public = bounds(heading.published).latest if heading.published else None
    row = {name: getattr(heading, name) for name in _TEXTS}
    said = hashlib.sha256(repr(row).encode()).digest()
    return {**row, "known_from": heading.known_from, "public": public and public.toordinal(), "digest": said[:16]}


class Articles(Mapping[str, Article]):
    """Articles by their ids, sorted by id.

    Args:
        table: of headings, by ``SCHEMA``, in any order; of each id there is one.
        text: gives the text of an article.
    """

    def __init__(self, table: pa.Table, text: Callable[[Heading], str]) -> None:
        self.table = table.take(pc.sort_indices(table["id"])).combine_chunks()
        self._text = text

    @classmethod
    def of(cls, articles: Iterable[Article]) -> "Articles":
        """Articles that are there with their texts."""
        found = {article.id: article for article in articles}
        table = pa.Table.from_pylist(list(map(record, found.values())), SCHEMA)
        return cls(table, lambda heading: found[heading.id].text)

    def __getitem__(self, article: str) -> Article:
        (row,) = self.table.slice(self._row_of[article], 1).select(list(Heading.model_fields)).to_pylist()
        return Article.model_validate(row | {"text": self._text(Heading.model_construct(**row))})

    def __iter__(self) -> Iterator[str]:
        return iter(self._row_of)

    def __len__(self) -> int:
        return int(self.table.num_rows)

    def __contains__(self, article: object) -> bool:
        return article in self._row_of

    def beside(self, others: Iterable[Article]) -> "Articles":
        """These, and others of which this does not know."""
        new = {other.id: other for other in others if other.id not in self}
        if not new:
            return self
        table = pa.concat_tables([self.table, Articles.of(new.values()).table])
        return Articles(table, lambda heading: new[heading.id].text if heading.id in new else self._text(heading))

    def only(self, articles: Collection[str]) -> "Articles":
        """Those with some ids."""
        return Articles(self.table.filter(pc.is_in(self.table["id"], pa.array(list(articles), pa.string()))), self._text)

    def known(self) -> Any:  # noqa: ANN401 - an array of pyarrow
        """The day (ordinal) by which the world could know each, as ``model.known_by`` gives it."""
        public = self.table["public"]
        later = pc.add(self.table["known_from"].cast(pa.int32()), _UNIX)
        return pc.if_else(pc.is_valid(public), pc.max_element_wise(public, later), None)

    def each(self) -> Iterator[Article]:
        """All of them, one after the other."""
        return (self[name] for name in self)

    @cached_property
    def _row_of(self) -> dict[str, int]:
        return {article: row for row, article in enumerate(self.table["id"].to_pylist())}


_UNIX = pa.scalar(dt.date(1970, 1, 1).toordinal(), pa.int32())
"""Arrow counts days from here."""
