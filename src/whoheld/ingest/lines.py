"""JSON Lines: one article a line, with ``text`` and what was given with it. A bad line costs itself alone."""

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from whoheld.ingest.records import DOCUMENT_LIMIT, Found, Raw, RefusedError, checked_size, encodable, given, refused

_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s{0,9}\{\s{0,9}"\w{1,40}"\s{0,9}:')


def read_lines(stream: BinaryIO, source: str) -> Found:
    """The articles of a JSON Lines stream; a line is named ``source:number``."""
    any_line = False
    for number, line in enumerate(_lines(stream), 1):
        if line.strip():
            any_line = True
            yield from _record(line, f"{source}:{number}")
    if not any_line:
        yield refused(source, RefusedError("empty", "there is no line in it: was the download cut off?"))


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines, an over-long one cut just above the limit so that it is refused without being held."""
    while line := stream.readline(DOCUMENT_LIMIT + 1):
        tail = line
        while not tail.endswith(b"\n") and (tail := stream.readline(DOCUMENT_LIMIT)):
            pass
        yield line


def _record(line: bytes, source: str) -> Found:
    try:
        record = _parsed(line)
    except RefusedError as error:
        yield refused(source, error)
        return
    with_it, issues = given(record, source)
    yield from issues
    yield Raw(source, "text", encodable(str(record["text"])).encode(), with_it)


def _parsed(line: bytes) -> dict[str, object]:
    checked_size(len(line))
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RefusedError("bad_record", f"this line is not JSON ({error}): write one object a line") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise RefusedError("bad_record", 'this line is no object with a "text": write {"text": …, "published": …}')
    return record


def looks_like_lines(head: bytes) -> bool:
    """Whether a file of unknown name begins as JSON Lines do."""
    return _OBJECT.match(head) is not None
