"""The files through which the stages hand their nouns on: one JSON line a record, in a work folder's cache."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from whoheld.errors import DataError, UsageError

Record = TypeVar("Record", bound=BaseModel)

_FOLDER = "cache"
"""Apart from what a person owns: these files can be made again."""
_MADE_BY = {
    "articles": "ingest",
    "inputs": "ingest",
    "issues.ingest": "ingest",
    "extracted": "extract",
    "issues.extract": "extract",
    "claims": "locate",
    "issues.locate": "locate",
}


def path_of(work: Path, name: str) -> Path:
    """Where a stage's file lies."""
    return work / _FOLDER / f"{name}.jsonl"


def write(work: Path, name: str, records: Sequence[BaseModel]) -> None:
    """Write WORK/cache/NAME.jsonl whole or not at all."""
    folder = work / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    partial = folder / f".{name}.jsonl.partial"
    with partial.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(record.model_dump_json() + "\n" for record in records)
        stream.flush()
        os.fsync(stream.fileno())
    partial.replace(path_of(work, name))


def read(work: Path, name: str, record: type[Record]) -> tuple[Record, ...]:
    """The records of WORK/cache/NAME.jsonl.

    Raises:
        UsageError: the stage that writes the file has not run.
        DataError: a line of it is no such record.
    """
    path = path_of(work, name)
    if not path.exists():
        raise UsageError(f"{path} is missing: run `whoheld {_MADE_BY[name]}` with the same --work first")
    found = []
    with path.open(encoding="utf-8", newline="\n") as stream:
        for number, line in enumerate(stream, 1):
            try:
                found.append(record.model_validate_json(line))
            except ValidationError as error:
                raise DataError(f"not a whoheld record: {error.errors()[0]['msg']}", path=path, row=number) from error
    return tuple(found)
