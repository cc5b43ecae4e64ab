"""Claims as columns: an Arrow table whose rows become models when somebody looks at them.

A claim stands in the table as its JSON, beside the few columns by which claims are chosen, grouped and told apart. So a hundred
thousand of them travel from stage to stage as a few arrays, and a file of claims is written without making one.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from whoheld.model import Claim, known_by
from whoheld.text import key

Rows = npt.NDArray[np.int64]

SCHEMA = pa.schema(
    {
        "id": pa.string(),
        "article": pa.string(),
        "address": pa.string(),
        "known": pa.int32(),
        "named": pa.string(),
        "place": pa.string(),
        "place_known": pa.int32(),
        "open": pa.bool_(),
        "digest": pa.binary(16),
        "json": pa.large_binary(),
    }
)
"""The columns.

``address`` is the article's, or the hash of its text where it has none; ``known`` the day (ordinal) by which the article was
known, ``place_known`` the one from which its place is; ``named`` the place's name, folded; ``open`` marks a place that several
candidates may be; ``digest`` is of the JSON.
"""


def record(claim: Claim) -> dict[str, object]:
    """A claim as a row of the table."""
    known, place = known_by(claim.article), claim.place
    json = claim.model_dump_json().encode()
    return {
        "id": claim.id,
        "article": claim.article.id,
        "address": claim.article.url or claim.article.sha256,
        "known": known and known.toordinal(),
        "named": key(place.text),
        "place": place.id,
        "place_known": place.known_from and place.known_from.toordinal(),
        "open": place.id is None and bool(place.candidates),
        "digest": hashlib.sha256(json).digest()[:16],
        "json": json,
    }


class Claims(Mapping[str, Claim]):
    """Claims by their ids, sorted by id.

    Args:
        table: by ``SCHEMA``, in any order; of two rows with one id the one whose JSON sorts first counts.

    Attributes:
        table: the same without the JSON, which stays where it is, be it in a file: ``row`` says in which row it stands there.
    """

    def __init__(self, table: pa.Table) -> None:
        rows = pa.array(np.arange(table.num_rows))
        self._json = table["json"]
        self.table = _sorted(table.drop_columns(["json"]).append_column("row", rows), self._json)

    @classmethod
    def of(cls, claims: "Claims | Iterable[Claim]") -> "Claims":
        """The table of some claims."""
        return claims if isinstance(claims, Claims) else cls(pa.Table.from_pylist(list(map(record, claims)), SCHEMA))

    def __getitem__(self, claim: str) -> Claim:
        return self.at(self._row_of[claim])

    def __iter__(self) -> Iterator[str]:
        return iter(self._row_of)

    def __len__(self) -> int:
        return int(self.table.num_rows)

    def __contains__(self, claim: object) -> bool:
        return claim in self._row_of

    def at(self, row: int) -> Claim:
        """The claim in a row."""
        return Claim.model_validate_json(self._line(row))

    def some(self, rows: Iterable[int]) -> Iterator[Claim]:
        """The claims of some rows, one after the other."""
        return map(self.at, map(int, rows))

    def each(self) -> Iterator[Claim]:
        """All claims, sorted by id, one after the other."""
        return self.some(range(len(self)))

    def lines(self) -> Iterator[bytes]:
        """All claims as JSON, sorted by id."""
        return map(self._line, range(len(self)))

    def column(self, name: str) -> Any:  # noqa: ANN401 - whatever array pyarrow gives
        """A column in one piece."""
        return _whole(self.table[name])

    def only(self, mask: Any) -> "Claims":  # noqa: ANN401 - a mask of pyarrow or numpy
        """Those of the rows that a mask chooses."""
        return self._with(self.table.filter(pa.array(mask) if isinstance(mask, np.ndarray) else mask), self._json)

    def with_known(self, until: int) -> "Claims":
        """Those that were known by a day (ordinal)."""
        return self.only(pc.fill_null(pc.less_equal(self.table["known"], until), False))

    def replacing(self, claims: Sequence[Claim], gone: Collection[str] = ()) -> "Claims":
        """The same, with some claims in the place of those with their ids, and some gone."""
        if not claims and not gone:
            return self
        others = pa.array([*gone, *(claim.id for claim in claims)], pa.string())
        kept, new = self.table.filter(pc.invert(pc.is_in(self.table["id"], others))), Claims.of(claims)
        after = pc.add(new.table["row"], len(self._json))
        table = pa.concat_tables([kept, new.table.set_column(new.table.schema.get_field_index("row"), "row", after)])
        return self._with(table, pa.chunked_array([*self._json.chunks, *new._json.chunks], pa.large_binary()))  # noqa: SLF001

    def mapped(self, change: Callable[[Claim], Claim]) -> "Claims":
        """Every claim changed."""
        batches = (
            pa.RecordBatch.from_pylist([record(change(claim)) for claim in self.some(rows)], SCHEMA)
            for rows in np.array_split(np.arange(len(self)), max(1, len(self) // _AT_ONCE))
        )
        return Claims(pa.Table.from_batches(batches, SCHEMA))

    @staticmethod
    def _with(table: pa.Table, json: pa.ChunkedArray) -> "Claims":
        claims = Claims.of(())
        claims.table, claims._json = _sorted(table, json), json  # noqa: SLF001 - our own
        return claims

    def _line(self, row: int) -> bytes:
        line: bytes = self._json[self._rows[row]].as_py()
        return line

    @cached_property
    def _row_of(self) -> dict[str, int]:
        return {claim: row for row, claim in enumerate(self.table["id"].to_pylist())}

    @cached_property
    def _rows(self) -> list[int]:
        rows: list[int] = self.table["row"].to_pylist()
        return rows


_AT_ONCE = 5_000


def _sorted(table: pa.Table, json: pa.ChunkedArray) -> pa.Table:
    """By id, each once."""
    ids = _whole(table["id"])
    if len(ids) < 2 or pc.all(pc.less(ids[:-1], ids[1:])).as_py():  # noqa: PLR2004 - nothing to sort
        return table
    table = table.take(pc.sort_indices(ids))
    ids = _whole(table["id"])
    new = np.append(True, np.asarray(pc.not_equal(ids[1:], ids[:-1]), dtype=bool))
    return table if new.all() else _first_of_each(table, new, json)


def _whole(column: pa.ChunkedArray) -> pa.Array:
    """A column in one piece; one that is so already is not copied."""
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def _first_of_each(table: pa.Table, new: npt.NDArray[np.bool_], json: pa.ChunkedArray) -> pa.Table:
    """Two records of one id differ only if somebody mixed stages; the choice must not hang on their order."""
    rows = table["row"].to_pylist()
    begins = np.append(np.flatnonzero(new), len(new))
    chosen = [min(range(a, b), key=lambda at: json[rows[at]].as_py()) for a, b in pairwise(begins)]
    return table.take(pa.array(chosen))
