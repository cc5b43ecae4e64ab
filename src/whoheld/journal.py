"""Append-only files of one JSON record a line, each line with its own hash: what a person owns and no program may lose.

A line is complete or it does not count: a kill or a full disk in the middle of a write leaves a torn last line, which the next
writer cuts off before it appends. Lines do not depend on each other, so that two copies can be merged by git, line by line.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from whoheld.errors import DataError, UsageError
from whoheld.store import only_writer, sync, write_whole

HASH = "line_sha256"
"""The field of a line that holds the hash of all others."""

_PATIENCE_S = 30.0
"""Another writer of the journal is waited for; an append takes milliseconds."""


class Row(NamedTuple):
    """A line of a journal: its number, from 1, and its record, or None where the line is damaged."""

    number: int
    record: dict[str, Any] | None


def append(path: Path, records: Sequence[Mapping[str, Any]]) -> None:
    """Add records, all of them or none, and return when they are on the disk.

    Raises:
        UsageError: another process held the journal for too long, or a record holds what is no text.
        OSError: the disk refused; the journal is as it was before.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        lines = "".join(f"{_line(record)}\n" for record in records).encode()
    except UnicodeEncodeError as error:
        after = error.object[: error.start][-20:]
        raise UsageError(f"{path} keeps text, and after {after!r} come bytes that are none: write it in UTF-8") from error
    with only_writer(path, patience_s=_PATIENCE_S):
        is_new = not path.exists()
        with path.open("r+b" if not is_new else "x+b") as stream:
            data = stream.read()
            end = len(data) - len(_torn(data))
            try:
                stream.truncate(end)
                stream.seek(end)
                stream.write(b"" if data[:end].endswith(b"\n") or not end else b"\n")
                stream.write(lines)
                stream.flush()
                os.fsync(stream.fileno())
            except OSError:
                os.truncate(path, end)
                raise
        if is_new:
            sync(path.parent)


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a journal, none where it does not exist; a torn last line was never promised and is passed over.

    Raises:
        DataError: a line is not what was written.
    """
    for line in lines(path):
        record: dict[str, Any] = json.loads(line)
        del record[HASH]
        yield record


def lines(path: Path, seal: Path | None = None) -> Iterator[bytes]:
    """The lines of the same records, each with its hash.

    Args:
        path: the journal.
        seal: a file that keeps how much of the journal has been found whole, and the hash of that much: lines under the same
            hash are not looked into again.

    Raises:
        DataError: a line is not what was written.
    """
    data = path.read_bytes() if path.exists() else b""
    data = data[: len(data) - len(_torn(data))]
    sealed = _sealed(data, seal)
    before = data.count(b"\n", 0, sealed)
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            if number > before and _record(line) is None:
                message = "this line is not as it was written: take it from a backup or from git"
                raise DataError(message, path=path, row=number)
            yield line
    if seal and (whole := data.rfind(b"\n") + 1) > sealed:
        with suppress(OSError):
            write_whole(seal, _seal(data[:whole]))


def _sealed(data: bytes, seal: Path | None) -> int:
    """How many bytes have been found whole before."""
    try:
        said = seal.read_bytes() if seal else b""
        size = int(said.split()[0]) if said else 0
    except (OSError, ValueError):
        return 0
    return size if said == _seal(data[:size]) else 0


def _seal(data: bytes) -> bytes:
    return f"{len(data)} {hashlib.sha256(data).hexdigest()}".encode()


def rows(path: Path) -> Iterator[Row]:
    """The lines of a journal, damaged ones among them."""
    data = path.read_bytes() if path.exists() else b""
    lines = data[: len(data) - len(_torn(data))].split(b"\n")
    yield from (Row(number, _record(line)) for number, line in enumerate(lines, 1) if line.strip())


def _torn(data: bytes) -> bytes:
    """The beginning of a line at the end that no writer finished; a finished one whose end alone is damaged is none."""
    tail = data[data.rfind(b"\n") + 1 :]
    finished = any(_record(line) is not None for line in (tail, tail[:-1]))
    return b"" if finished else tail


def _line(record: Mapping[str, Any]) -> str:
    return _json({**record, HASH: _hash(record)})


def _record(line: bytes) -> dict[str, Any] | None:
    try:
        record: dict[str, Any] = json.loads(line)
        stated = record.pop(HASH)
    except (ValueError, RecursionError, KeyError, AttributeError, TypeError):
        return None
    return record if stated == _hash(record) and line.decode() == _json({**record, HASH: stated}) else None


def _hash(record: Mapping[str, Any]) -> str:
    return hashlib.sha256(_json(record).encode()).hexdigest()


def _json(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True)
