"""Results kept by what they were made from, so that a second run makes only what is new. Everything here can be deleted."""

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

Result = TypeVar("Result", bound=BaseModel)

_HASH_LENGTH = 64


class Memo(Generic[Result]):
    """Results of one step, kept in a folder.

    A result is found again under the same key and the same basis only, so that nothing needs to be thrown away when something
    changes. A damaged entry counts as none: it is made again.

    Args:
        folder: where they lie; made when there is something to keep.
        result: what they are.
        basis: a hash of everything but the key that decides the result, as ``basis`` gives it.
    """

    def __init__(self, folder: Path, result: type[Result], basis: str) -> None:
        self._folder = folder
        self._result = result
        self._basis = basis

    def recall(self, key: str, make: Callable[[], Result]) -> Result:
        """What was kept for this key, else what ``make`` gives, which is kept."""
        name = hashlib.sha256(f"{self._basis}\0{key}".encode()).hexdigest()
        path = self._folder / name[:2] / name
        kept = self._kept(path)
        if kept is None:
            kept = make()
            _keep(path, kept.model_dump_json().encode())
        return kept

    def _kept(self, path: Path) -> Result | None:
        try:
            stated, body = _parted(path.read_bytes())
            return self._result.model_validate_json(body) if stated == _sha256(body) else None
        except (OSError, ValidationError):
            return None


def basis(version: str, folders: Iterable[Path]) -> str:
    """A hash of a version and of every file in some folders, names included: packs, lexicons, gazetteers that take part."""
    whole = hashlib.sha256(version.encode())
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            whole.update(f"\0{path.relative_to(folder).as_posix()}\0{_sha256(path.read_bytes())}".encode())
    return whole.hexdigest()


def _keep(path: Path, body: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        partial.write_bytes(f"{_sha256(body)}\n".encode() + body)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _parted(data: bytes) -> tuple[str, bytes]:
    return data[:_HASH_LENGTH].decode("ascii", "replace"), data[_HASH_LENGTH + 1 :]


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
