"""Folders that appear by one switch, and locks that die with their process.

What is published is the old state or the new one, whole: a finished sibling folder, flushed to the disk, takes the target's place
in one step. A kill, an error or a full disk before that step leaves the target as it was.
"""

import ctypes
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from whoheld.errors import UsageError

MANIFEST = "manifest.json"
"""The file by which a folder is known to be whoheld's, and so may be replaced."""

_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that a desktop leaves where somebody has looked."""
_OPENED = ("-journal", "-shm", "-wal", ".aux.xml")
"""What SQLite writes beside a database that somebody has open, and GDAL beside a file that it has read."""
_DESCRIBED = ".qmd"
"""What QGIS writes instead of a file's suffix, where it is asked to save what it knows of the file."""

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def publish_folder(target: Path) -> Iterator[Path]:
    """Yield an empty folder beside ``target`` that replaces it whole when the block ends well, and vanishes when it does not.

    Raises:
        UsageError: ``target`` is not a folder that whoheld may replace, another process is writing it, or the disk refused.
    """
    target = target.absolute()
    require_replaceable(target)
    new, old = (target.with_name(f".{target.name}.{word}") for word in ("new", "old"))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with only_writer(target):
            _recover(target, new, old)
            try:
                new.mkdir()
                yield new
                sync_tree(new)
                require_replaceable(target)  # since much may have been put there meanwhile
                _switch(target, new, old)
            finally:
                _remove(new)
                _remove(old)
    except OSError as error:
        raise UsageError(f"{target} was not published, it is as it was before: {error}") from error


@contextmanager
def only_writer(target: Path, *, patience_s: float = 0) -> Iterator[None]:
    """Hold the right to write ``target``; the system takes it back when the process dies.

    Raises:
        UsageError: another process still held it after ``patience_s`` seconds.
    """
    lock = FileLock(target.with_name(f".{target.name}.lock"), timeout=patience_s, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout as error:
        _require_writable(target.parent)
        raise UsageError(f"another whoheld is writing {target}: wait until it has finished") from error
    try:
        yield
    finally:
        Path(lock.lock_file).unlink(missing_ok=True)
        lock.release()


def _require_writable(folder: Path) -> None:
    """A folder in which no lock can be made looks like one whose lock is held."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise UsageError(f"nothing can be written in {folder} ({error.strerror}): name a folder elsewhere") from error


@contextmanager
def beside(target: Path, word: str) -> Iterator[Path]:
    """Name a folder beside ``target`` that is gone when the block ends; one that a killed process left goes first.

    Raises:
        UsageError: another process uses it.
    """
    target = target.absolute()
    folder = target.with_name(f".{target.name}.{word}")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with only_writer(folder):
        _remove(folder)
        try:
            yield folder
        finally:
            _remove(folder)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, flushed to the disk; its folder is made if missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_bytes(data)
        sync(partial)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def write_once(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, not yet flushed to the disk; content that is there already is left alone."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_bytes(data)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def sync_tree(folder: Path) -> None:
    """Flush every file and folder below ``folder``, and itself, to the disk."""
    for root, _, names in os.walk(folder, topdown=False):
        for name in names:
            sync(Path(root, name))
        sync(Path(root))


def sync(path: Path) -> None:
    """Flush one file or folder to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def require_replaceable(target: Path) -> None:
    """See that a folder may be replaced whole: there is none, or an empty one, or one of which whoheld wrote every file.

    Raises:
        UsageError: it may not.
    """
    if target.is_symlink():
        raise UsageError(f"{target} is a link: name the folder that it leads to, or another")
    if not target.exists():
        return
    if not target.is_dir():
        raise UsageError(f"{target} is a file: name a folder to publish into")
    if Path.cwd().is_relative_to(target.resolve()):
        raise UsageError(f"{target} is the folder you are in, and would be replaced whole: name another")
    if any(target.iterdir()) and not is_ours(target):
        raise UsageError(f"{target} holds files that whoheld did not write, and would be replaced whole: name another folder")
    strange = sorted(_strangers(target))
    if strange:
        which = strange[0] if len(strange) == 1 else f"{strange[0]} and {len(strange) - 1} more"
        said = f"{target} would be replaced whole, and holds what whoheld did not write there: {which}"
        raise UsageError(f"{said}. Move that, or name another folder")


def is_ours(folder: Path) -> bool:
    """Whether the folder carries a manifest that whoheld wrote."""
    return _published(folder) is not None


def _published(folder: Path) -> frozenset[str] | None:
    """The names of the files that whoheld published in a folder, as its manifest tells; None where it has none of ours."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
        if not str(manifest["predicateType"]).startswith("urn:whoheld:"):
            return None
        return frozenset([MANIFEST, *(str(file["name"]) for file in manifest.get("subject", ()))])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _strangers(folder: Path) -> Iterator[str]:
    """The files in a folder that its manifest does not name."""
    ours = _published(folder) or frozenset()
    for root, folders, names in os.walk(folder):
        links = [name for name in folders if Path(root, name).is_symlink()]
        for name in (*names, *links):
            found = Path(root, name).relative_to(folder).as_posix()
            if found not in ours and not is_sidecar(found, ours):
                yield found


def is_sidecar(name: str, published: Iterable[str]) -> bool:
    """Whether a program that looks at published files or their folder may have left a file of this name there.

    Args:
        name: of the file, from the folder on.
        published: those of the published files.
    """
    path, ours = PurePosixPath(name), set(published)
    opened = (name.removesuffix(ending) for ending in _OPENED if name.endswith(ending))
    described = path.suffix == _DESCRIBED and any(PurePosixPath(own).with_suffix(_DESCRIBED) == path for own in ours)
    return path.name in _LITTER or described or any(own in ours for own in opened)


def _recover(target: Path, new: Path, old: Path) -> None:
    """Sweep what a killed writer left; where it was killed between two renames, the old folder goes back."""
    if old.exists() and not target.exists():
        old.rename(target)
    _remove(old)
    _remove(new)


def _switch(target: Path, new: Path, old: Path) -> None:
    if not target.exists():
        new.rename(target)
    elif not _exchange(new, target):
        target.rename(old)
        new.rename(target)
    sync(target.parent)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where the system or the file system cannot."""
    if sys.platform != "linux":
        return False
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    paths = os.fsencode(one), os.fsencode(other)
    return renameat2 is not None and renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
