"""Results kept by what they were made from, so that a second run makes only what is new. Everything here can be deleted.

Results are rows of an Arrow file, in the order of the run that wrote it. They are read and written batch by batch: however many
there are, only a few are in memory.
"""

import hashlib
import json
import os
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from whoheld import __version__

KEY = "key"
"""The column that says what a row was made from."""

Make = Callable[[Sequence[int]], Iterable[pa.RecordBatch]]
"""Makes the rows of some of the keys, by their positions, in their order; it leaves the column ``key`` empty."""

Progress = Callable[[int, int], None]
"""Told of how many rows are made, and of how many that are to be made."""

_BATCH_BYTES = 4 << 20
_CHUNK = 1 << 20
_ABANDONED_S = 86_400
"""No run writes one file for a day."""


def silent(done: int, total: int) -> None:
    """Show no progress."""


class Kept:
    """Rows in their order, in a file or in memory.

    Args:
        schema: of the rows.
        path: an Arrow file of them; it is opened here and now, and may then be replaced by another.
        some: the rows themselves, where they are in no file.
    """

    def __init__(self, schema: pa.Schema, path: Path | None = None, some: Sequence[pa.RecordBatch] = ()) -> None:
        self.schema = schema
        self._file = pa.OSFile(str(path)) if path else None
        self._mapped = pa.memory_map(str(path)) if path else None
        self._some = some
        self._last: tuple[int, pa.RecordBatch] | None = None

    def batches(self, *columns: str) -> Iterator[pa.RecordBatch]:
        """The rows with some of their columns, or all, a few at a time."""
        if self._file is None:
            yield from (batch.select(columns) if columns else batch for batch in self._some)
            return
        wanted = [self.schema.get_field_index(name) for name in columns] or None
        reader = pa.ipc.open_file(self._file, options=pa.ipc.IpcReadOptions(included_fields=wanted))
        for number in range(reader.num_record_batches):
            yield reader.get_batch(number).select(columns) if columns else reader.get_batch(number)

    def rows(self, first: int, count: int) -> Iterator[pa.RecordBatch]:
        """Some rows that follow each other."""
        while count:
            batch = int(np.searchsorted(self._ends, first, "right"))
            begin = first - (int(self._ends[batch - 1]) if batch else 0)
            some = self._batch(batch).slice(begin, count)
            yield some
            first, count = first + some.num_rows, count - some.num_rows

    @cached_property
    def _ends(self) -> npt.NDArray[np.int64]:
        """Where each batch ends."""
        return np.cumsum([batch.num_rows for batch in self.batches(*self.schema.names[:1])])

    def _batch(self, number: int) -> pa.RecordBatch:
        if self._file is None:
            return self._some[number]
        if self._last is None or self._last[0] != number:
            self._last = number, pa.ipc.open_file(self._file).get_batch(number)
        return self._last[1]

    def column(self, name: str) -> pa.ChunkedArray:
        """A column where it lies: of one that is in a file only what somebody looks at is read, in any order."""
        if self._mapped is None:
            return self.table(name)[name]
        reader = pa.ipc.open_file(self._mapped)  # with all fields: to choose some would read the file into memory
        some = [reader.get_batch(number)[name] for number in range(reader.num_record_batches)]
        return pa.chunked_array(some, self.schema.field(name).type)

    def table(self, *columns: str) -> pa.Table:
        """All rows with some of their columns."""
        schema = pa.schema([self.schema.field(name) for name in columns]) if columns else self.schema
        return pa.Table.from_batches(map(_alone, self.batches(*columns)), schema)


class Memo:
    """Results of one step, kept in a file.

    A result is found again under the same key and the same basis only. A damaged file counts as none: what it held is made again.

    Args:
        path: the file; what it is known by stands beside it.
        basis: names everything but the keys that decides the results, as ``program`` and ``basis`` do.
    """

    def __init__(self, path: Path, basis: str) -> None:
        self._path = path
        self._basis = basis
        self._partial = path.with_name(f".{path.name}.{os.getpid()}.partial")

    def renewed(self, schema: pa.Schema, keys: Sequence[str], make: Make) -> Kept:
        """The rows of some keys, in their order: those that are kept already, and the others made. These rows are then kept."""
        old = self.before(schema)
        known = old.table(KEY)[KEY].to_pylist() if old else []
        if old and known == list(keys):
            return old
        self._path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(self._path)
        try:
            return self._write(schema, _woven(keys, old, {key: row for row, key in enumerate(known)}, make))
        finally:
            self._partial.unlink(missing_ok=True)

    def _write(self, schema: pa.Schema, rows: Iterable[pa.RecordBatch]) -> Kept:
        with pa.OSFile(str(self._partial), "wb") as sink, pa.ipc.new_file(sink, schema) as writer:
            for batch in _joined(rows):
                writer.write_batch(batch)
        self._beside.unlink(missing_ok=True)
        kept = Kept(schema, self._partial)
        said = json.dumps(self._said(self._partial))
        self._partial.replace(self._path)
        self._beside.write_text(said, "utf-8")
        return kept

    def before(self, schema: pa.Schema) -> Kept | None:
        """What the last run kept; None where there is nothing on this basis, or it is damaged."""
        with suppress(OSError, ValueError, pa.ArrowException):
            if json.loads(self._beside.read_text("utf-8")) == self._said(self._path):
                with pa.OSFile(str(self._path)) as file:
                    known = pa.ipc.open_file(file).schema
                if known == schema:
                    return Kept(schema, self._path)
        return None

    @property
    def _beside(self) -> Path:
        return self._path.with_suffix(".json")

    def _said(self, path: Path) -> dict[str, object]:
        return {"basis": self._basis, "crc32": _crc32(path)}


class Unkept:
    """Results that are made each time, and stay in memory."""

    @staticmethod
    def renewed(schema: pa.Schema, keys: Sequence[str], make: Make) -> Kept:
        """See ``Memo``."""
        return Kept(schema, some=list(_woven(keys, None, {}, make)))


def _woven(keys: Sequence[str], old: Kept | None, at: Mapping[str, int], make: Make) -> Iterator[pa.RecordBatch]:
    """The rows of all keys in their order, taken from an old file where it has them."""
    missing = [number for number, key in enumerate(keys) if key not in at]
    made = _Flow(_keyed(make(missing), [keys[number] for number in missing]) if missing else ())
    for is_old, first, count in _runs([at.get(key, -1) for key in keys]):
        yield from old.rows(first, count) if old and is_old else made.take(count)


def _runs(rows: Sequence[int]) -> Iterator[tuple[bool, int, int]]:
    """Rows of an old file that follow each other in it, or missing ones (-1): whether old, the first, and how many."""
    first = 0
    for at in range(1, len(rows) + 1):
        follows = at < len(rows) and rows[at] == (rows[at - 1] + 1 if rows[at - 1] >= 0 else -1)
        if not follows:
            yield rows[first] >= 0, rows[first], at - first
            first = at


def _keyed(made: Iterable[pa.RecordBatch], keys: Sequence[str]) -> Iterator[pa.RecordBatch]:
    done = 0
    for batch in made:
        column = pa.array(keys[done : done + batch.num_rows], pa.string())
        done += batch.num_rows
        yield batch.set_column(batch.schema.get_field_index(KEY), batch.schema.field(KEY), column)


class _Flow:
    """Batches that are asked for so many rows at a time."""

    def __init__(self, batches: Iterable[pa.RecordBatch]) -> None:
        self._coming = iter(batches)
        self._rest: pa.RecordBatch | None = None

    def take(self, count: int) -> Iterator[pa.RecordBatch]:
        while count:
            batch = self._rest if self._rest is not None else next(self._coming)
            some, self._rest = batch.slice(0, count), batch.slice(count) if batch.num_rows > count else None
            count -= some.num_rows
            yield some


def regrouped(batches: Iterable[pa.RecordBatch], count: int) -> Iterator[pa.RecordBatch]:
    """The same rows in batches of so many, the last of what is left."""
    some: list[pa.RecordBatch] = []
    missing = count
    for batch in batches:
        while batch.num_rows >= missing:
            yield pa.concat_batches([*some, batch.slice(0, missing)])
            batch, some, missing = batch.slice(missing), [], count  # noqa: PLW2901 - what is left of it
        some.append(batch)
        missing -= batch.num_rows
    if missing < count:
        yield pa.concat_batches(some)


def _alone(batch: pa.RecordBatch) -> pa.RecordBatch:
    """A copy: some columns of a batch that was read from a file keep all others in memory."""
    return pa.concat_batches([batch.slice(0, 0), batch])


def _joined(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The same rows in fewer batches, of some megabytes each."""
    some: list[pa.RecordBatch] = []
    size = 0
    for batch in batches:
        some.append(batch)
        size += batch.nbytes
        if size > _BATCH_BYTES:
            yield pa.concat_batches(some)
            some, size = [], 0
    if some:
        yield pa.concat_batches(some)


def _sweep(path: Path) -> None:
    """Remove what a killed run left half written."""
    for partial in path.parent.glob(f".{path.name}.*.partial"):
        with suppress(FileNotFoundError):
            if time.time() - partial.stat().st_mtime > _ABANDONED_S:
                partial.unlink()


def _crc32(path: Path) -> int:
    found = 0
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            found = zlib.crc32(chunk, found)
    return found


@cache
def program() -> str:
    """A hash of the text of the program, as this process found it."""
    return basis(__version__, [Path(__file__).parent])


def basis(version: str, folders: Iterable[Path] = (), files: Iterable[Path] = ()) -> str:
    """A hash of a version, of every file in some folders, names included, and of the state of some large files.

    Args:
        version: anything else that decides the results.
        folders: packs, lexicons, gazetteers, program text: read whole.
        files: too large to be read each time; a change of their size or time counts as a change.
    """
    whole = hashlib.sha256(version.encode())
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
            whole.update(f"\0{path.relative_to(folder).as_posix()}\0{_sha256(path.read_bytes())}".encode())
    for path in files:
        state = path.stat() if path.exists() else None
        whole.update(f"\0{path.name}\0{state and (state.st_size, state.st_mtime_ns)}".encode())
    return whole.hexdigest()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
