"""Files to documents: what kind of file it is, and what documents lie in it."""

import io
import json
import re
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal, cast

from whoheld.ingest.feeds import looks_like_feed
from whoheld.ingest.inputs import STDIN, sidecar
from whoheld.ingest.lines import looks_like_lines, read_lines
from whoheld.ingest.records import DOCUMENT_LIMIT, Found, Given, Raw, RefusedError, checked_size, given, issue, refused
from whoheld.ingest.warc import looks_like_warc, read_warc
from whoheld.model import Issue

_HEAD = 4_096
METADATA_LIMIT = 1_000_000
"""Bytes of a file of metadata, which holds a handful of short lines."""
_MARKUP = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^<>]*+>\s*+)?(?:<!--.*?-->\s*+)*+<(?:!doctype\s++html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_SUFFIXES = {
    ".txt": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "lines", ".ndjson": "lines",
    ".rss": "feed", ".atom": "feed", ".xml": "feed", ".warc": "warc",
}  # fmt: skip
_CONTAINERS = {"lines": read_lines, "warc": read_warc}
_FORMS: Mapping[str, Literal["html", "feed"]] = {"html": "html", "feed": "feed"}


def documents(name: str, stdin: BinaryIO | None = None) -> Found:
    """The documents of one file, or of standard input for ``-``."""
    try:
        with _opened(name, stdin) as stream:
            yield from _found(name, stream)
    except RefusedError as error:
        yield refused(name, error)
    except OSError as error:
        yield issue(name, "unreadable", f"it cannot be read: {error.strerror}; check that it is a file you may read")


@contextmanager
def _opened(name: str, stdin: BinaryIO | None) -> Iterator[io.BufferedReader]:
    if name != STDIN:
        if not stat.S_ISREG(Path(name).stat().st_mode):
            raise RefusedError("unreadable", "this is no file but a pipe, a socket or a device: name a file")
        with Path(name).open("rb") as stream:
            yield stream
        return
    reader = cast("io.BufferedReader", io.BufferedReader(cast("io.RawIOBase", stdin or sys.stdin.buffer)))
    try:
        yield reader
    finally:
        reader.detach()


def _found(name: str, stream: io.BufferedReader) -> Found:
    path = Path(name)
    suffix = path.suffix.lower()
    form = _SUFFIXES.get(suffix) or _sniffed(stream.peek(_HEAD))
    if form in _CONTAINERS:
        yield from _CONTAINERS[form](stream, name)
        return
    if suffix == ".json":
        raise RefusedError("unreadable", "this is metadata of an article: name the text that it belongs to, with it")
    data = stream.read(DOCUMENT_LIMIT + 1)
    checked_size(len(data) if name == STDIN or len(data) <= DOCUMENT_LIMIT else path.stat().st_size)
    with_it, issues = (Given(), []) if name == STDIN else _beside(sidecar(path))
    yield from issues
    yield Raw(name, _FORMS.get(form, "text"), data, with_it)


def _sniffed(head: bytes) -> str:
    if _MARKUP.match(head):
        return "html"
    looks = {"lines": looks_like_lines, "feed": looks_like_feed, "warc": looks_like_warc}
    return next((form for form, like in looks.items() if like(head)), "text")


def _beside(path: Path) -> tuple[Given, list[Issue]]:
    """What a file of metadata says; nothing where there is none."""
    if not path.is_file():
        return Given(), []
    try:
        with path.open("rb") as stream:
            data = stream.read(METADATA_LIMIT + 1)
        record = json.loads(data) if len(data) <= METADATA_LIMIT else None
    except (OSError, ValueError, RecursionError) as error:
        return Given(), [issue(str(path), "metadata", f"this metadata cannot be read ({error}), the text was read without it")]
    if not isinstance(record, dict):
        message = "this metadata is no JSON object, or longer than 1 MB: the text was read without it"
        return Given(), [issue(str(path), "metadata", message)]
    return given(record, str(path))
