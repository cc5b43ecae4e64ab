"""What travels inside ingest: raw documents, what was given with them, and the reason why one was refused."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import ClassVar, Literal

from pydantic import ConfigDict

from whoheld.errors import UnreadableError
from whoheld.model import Issue

DOCUMENT_LIMIT = 10_000_000
"""Bytes of one document. A long newspaper page has 1 MB; what is larger is a dump, a picture or an attack."""


class RefusedError(UnreadableError):
    """A document that is not read; ``kind`` is the short stable word of its issue."""

    def __init__(self, kind: str, message: str) -> None:
        self.kind = kind
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody said of a document beside its text: untrusted strings, kept as written."""

    url: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    fetched: str | None = None


@dataclass(frozen=True, slots=True)
class Raw:
    """One document before it is understood.

    Attributes:
        source: the file, or file and record, as the user would name it.
        form: how to take the text out of it.
        data: its bytes as they were stored or sent.
        charset: what a protocol header said of the encoding.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    source: str
    form: Literal["text", "html", "feed"]
    data: bytes
    given: Given = field(default_factory=Given)
    charset: str | None = None


def given(record: Mapping[str, object], source: str) -> tuple[Given, list[Issue]]:
    """Take the known fields out of a record; a value that is no text is left out and listed, other fields are passed over."""
    values: dict[str, str] = {}
    issues = []
    for name in (item.name for item in fields(Given)):
        value = record.get(name)
        if isinstance(value, str):
            if value.strip():
                values[name] = encodable(value.strip())
        elif value is not None:
            message = f"{name} is {type(value).__name__}, not text: it was left out; write it in quotation marks"
            issues.append(issue(source, "metadata", message))
    return Given(**values), issues


def encodable(text: str) -> str:
    """The text with halves of surrogate pairs, which no file can hold, replaced by U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def issue(source: str, kind: str, message: str, *, article: str | None = None, text: str | None = None) -> Issue:
    """A line of ``issues.jsonl`` from this stage."""
    return Issue(stage="ingest", kind=kind, message=message, source=encodable(source), article=article, text=text)


def refused(source: str, error: RefusedError) -> Issue:
    """The line that a refused document costs."""
    return issue(source, error.kind, str(error))


def checked_size(size: int) -> None:
    """Refuse a document above the limit.

    Raises:
        RefusedError: it is too large.
    """
    if size > DOCUMENT_LIMIT:
        limit = f"the limit of {DOCUMENT_LIMIT / 1e6:.0f} MB a document"
        message = f"{size / 1e6:.1f} MB is more than {limit}: split it, or take the text out"
        raise RefusedError("too_large", message)


Found = Iterator[Raw | Issue]
"""What a container yields: documents, and a line for each record that is none."""
