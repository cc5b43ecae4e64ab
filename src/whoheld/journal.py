"""Append-only files of one JSON record a line, each line with its own hash: what a person owns and no program may lose.

A line is complete or it does not count: a kill or a full disk in the middle of a write leaves a torn last line, which the next
writer cuts off before it appends. Lines do not depend on each other, so that two copies can be merged by git, line by line.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from whoheld.errors import DataError, UsageError
from whoheld.store import only_writer, sync

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
    return (record(path, *line) for line in lines(path))


def lines(path: Path) -> list[tuple[int, bytes]]:
    """The lines of the same records, as they are, with their numbers, from 1."""
    data = path.read_bytes() if path.exists() else b""
    found = data[: len(data) - len(_torn(data))].split(b"\n")
    return [(number, line) for number, line in enumerate(found, 1) if line.strip()]


def record(path: Path, number: int, line: bytes) -> dict[str, Any]:
    """The record of a line.

    Raises:
        DataError: it is not what was written.
    """
    found = _record(line)
    if found is None:
        raise DataError("this line is not as it was written: take it from a backup or from git", path=path, row=number)
    return found


def rows(path: Path) -> Iterator[Row]:
    """The lines of a journal, damaged ones among them."""
    return (Row(number, _record(line)) for number, line in lines(path))


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
