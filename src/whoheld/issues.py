"""Issues as columns: there may be more of them than articles, and few are ever looked at one by one."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from typing import Any, overload

import pyarrow as pa
import pyarrow.compute as pc
from pydantic_core import to_json

from whoheld.model import Issue

_FIELDS = tuple(Issue.model_fields)
_SET = set(_FIELDS)
"""One set for all, since there may be very many."""

SCHEMA = pa.schema(dict.fromkeys(_FIELDS, pa.string()))
"""The columns, those of ``model.Issue``."""


class Issues(Sequence[Issue]):
    """Issues in their order, as a table by ``SCHEMA``: an issue is made when somebody looks at it."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table

    @classmethod
    def of(cls, issues: Iterable[Issue]) -> "Issues":
        """The table of some issues."""
        return issues if isinstance(issues, Issues) else cls(pa.Table.from_pylist(list(map(dict, issues)), SCHEMA))

    def __len__(self) -> int:
        return int(self.table.num_rows)

    @overload
    def __getitem__(self, at: int) -> Issue: ...

    @overload
    def __getitem__(self, at: slice) -> "Issues": ...

    def __getitem__(self, at: int | slice) -> "Issue | Issues":
        if isinstance(at, slice):
            return Issues(self.table.take(pa.array(range(*at.indices(len(self))), pa.int64())))
        return next(iter(Issues(self.table.slice(range(len(self))[at], 1))))

    def __iter__(self) -> Iterator[Issue]:
        for batch in self.table.to_batches(1_000):
            yield from (Issue.model_construct(_SET, **row) for row in batch.to_pylist())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and list(self) == list(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __add__(self, others: Iterable[Issue]) -> "Issues":
        return Issues(pa.concat_tables([self.table, Issues.of(others).table]))

    def counted(self) -> Counter[tuple[str, str]]:
        """How many there are of each stage and kind."""
        return Counter(zip(self.table["stage"].to_pylist(), self.table["kind"].to_pylist(), strict=True))

    def lines(self) -> Iterator[bytes]:
        """The issues as JSON."""
        for batch in self.table.to_batches(1_000):
            yield from map(to_json, batch.to_pylist())

    def only(self, mask: pa.ChunkedArray) -> "Issues":
        """Those of the rows that a mask chooses."""
        return Issues(self.table.filter(mask))

    def of_stage(self, stage: str) -> "Issues":
        """Those of a stage."""
        return self.only(pc.equal(self.table["stage"], stage))

    def renamed(self, name: Callable[[str], str]) -> "Issues":
        """The same with other names for what they were read from."""
        sources = self.table["source"].unique().drop_null()
        names = pa.array([name(source) for source in sources.to_pylist()], pa.string())
        renamed: Any = names.take(pc.index_in(self.table["source"], sources))
        return Issues(self.table.set_column(SCHEMA.get_field_index("source"), "source", renamed))

    def in_order(self) -> "Issues":
        """Each once, sorted by its fields; nothing stands before everything."""
        keys = pa.table({name: pc.fill_null(self.table[name], "") for name in _FIELDS})
        table = self.table.take(pc.sort_indices(keys, [(name, "ascending") for name in _FIELDS]))
        if len(self) < 2:  # noqa: PLR2004 - nothing to compare
            return Issues(table)
        same = (_equal(table[name].combine_chunks()) for name in _FIELDS)
        new = pc.invert(reduce(pc.and_, same))
        return Issues(table.filter(pa.concat_arrays([pa.array([True]), new])))


def _equal(column: pa.Array) -> pa.Array:
    """Whether each value of a column is the one before it."""
    one, other = column[1:], column[:-1]
    both = pc.and_(pc.is_null(one), pc.is_null(other))
    return pc.or_(both, pc.fill_null(pc.equal(one, other), False))
