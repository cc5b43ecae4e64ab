"""Results kept by what they were made from, so that a second run makes only what is new. Everything here can be deleted."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

Result = TypeVar("Result", bound=BaseModel)

_TABLE = "CREATE TABLE IF NOT EXISTS result (basis TEXT, key TEXT, body BLOB, PRIMARY KEY (basis, key)) WITHOUT ROWID"
_PATIENCE_S = 30


class Memo(Generic[Result]):
    """Results of one step, kept in a file.

    A result is found again under the same key and the same basis only. A damaged entry, or file, counts as none: what it held is
    made again.

    Args:
        path: the file; made when there is something to keep.
        result: what the results are.
        basis: a hash of everything but the key that decides the result, as ``basis`` gives it.
    """

    def __init__(self, path: Path, result: type[Result], basis: str) -> None:
        self._path = path
        self._result = result
        self._basis = basis

    def recall(self) -> dict[str, Result]:
        """Everything that was kept on this basis, by its key."""
        found: dict[str, Result] = {}
        if self._path.exists():
            with suppress(sqlite3.Error), self._opened() as database:
                for key, body in database.execute("SELECT key, body FROM result WHERE basis = ?", (self._basis,)):
                    with suppress(ValueError, TypeError, AttributeError):
                        found[key] = self._result.model_validate_json(_sound(key, body))
        return found

    def keep(self, results: Mapping[str, Result]) -> None:
        """Keep results, in place of those that were made on another basis. Where the disk refuses, they are made again."""
        if not results:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        rows = [(self._basis, key, _sealed(key, result.model_dump_json().encode())) for key, result in results.items()]
        try:
            self._write(rows)
        except sqlite3.DatabaseError:
            with suppress(OSError, sqlite3.Error):
                self._path.unlink(missing_ok=True)
                self._write(rows)

    def _write(self, rows: Iterable[tuple[str, str, bytes]]) -> None:
        with self._opened() as database, database:
            database.execute(_TABLE)
            database.execute("DELETE FROM result WHERE basis <> ?", (self._basis,))
            database.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, ?)", rows)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=_PATIENCE_S)) as database:
            yield database


def basis(version: str, folders: Iterable[Path], files: Iterable[Path] = ()) -> str:
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


def _sealed(key: str, body: bytes) -> bytes:
    return hashlib.sha256(key.encode() + body).digest() + body


def _sound(key: str, sealed: bytes) -> bytes:
    """What was sealed.

    Raises:
        ValueError: it is not as it was.
    """
    length = hashlib.sha256().digest_size
    if hashlib.sha256(key.encode() + sealed[length:]).digest() != sealed[:length]:
        raise ValueError("damaged")
    return sealed[length:]


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
