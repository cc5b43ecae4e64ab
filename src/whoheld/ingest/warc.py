"""WARC archives: the pages and texts among their records, each under the same limits as a file of its own."""

import io
from typing import BinaryIO

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from whoheld.ingest.records import DOCUMENT_LIMIT, Found, Given, Raw, RefusedError, checked_size, encodable, issue, refused
from whoheld.model import Issue

_TEXTS = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_UNPACKED_BY = {"gzip": GzipReader, "x-gzip": GzipReader, "br": BrotliReader, "chunked": ChunkedReader}
_KINDS = WarcRecordType.response | WarcRecordType.resource
_OK = 200


def looks_like_warc(head: bytes) -> bool:
    """Whether a file of unknown name begins as an archive does, packed or not."""
    return head.startswith((b"WARC/", b"\x1f\x8b"))


def read_warc(stream: BinaryIO, source: str) -> Found:
    """The pages and texts of an archive; a record is named ``source:number``. Other records are counted, not read."""
    passed_over, number, broken = 0, 0, False
    try:
        # Payloads are unpacked here and not by the iterator, which could not go on after one that is left half read.
        for number, record in enumerate(ArchiveIterator(stream, record_types=_KINDS, auto_decode="none", fsspec_args=False), 1):
            if _is_text(record):
                yield _document(record, f"{source}:{number}")
            else:
                passed_over += 1
    except (OSError, ValueError) as error:
        broken = True
        yield issue(source, "unreadable", _broken(number, error))
    if passed_over:
        yield issue(source, "passed_over", f"{passed_over} of {number} records are no pages or texts (pictures, errors, …)")
    elif not number and not broken:
        yield refused(source, RefusedError("empty", "there is no page in this archive: is it a WARC file, and whole?"))


def _broken(number: int, error: Exception) -> str:
    if number:
        return f"after record {number} this archive is damaged ({error}): what comes later was not read"
    return f"this is no web archive (WARC), or is damaged at its start ({error}): unpack what is only packed, name what comes out"


def _is_text(record: WarcRecord) -> bool:
    status = record.http_headers.status_code if record.http_headers else _OK
    return status == _OK and (record.http_content_type or "text/html") in _TEXTS


def _document(record: WarcRecord, source: str) -> Raw | Issue:
    try:
        data = _payload(record)
    except RefusedError as error:
        return refused(source, error)
    url = record.headers.get("WARC-Target-URI")
    form = _TEXTS[record.http_content_type or "text/html"]
    given = Given(url=url and encodable(url), fetched=record.headers.get("WARC-Date"))
    return Raw(source, "html" if form == "html" else "text", data, given, record.http_charset)


def _payload(record: WarcRecord) -> bytes:
    """The payload, unpacked no further than the limit.

    Raises:
        RefusedError: it is too large, or packed in an unknown or damaged way.
    """
    data = record.reader.read(DOCUMENT_LIMIT + 1)
    headers = record.http_headers.asdict() if record.http_headers else {}
    for name in ("Transfer-Encoding", "Content-Encoding"):
        for packing in reversed([part.strip().lower() for part in (headers.get(name) or "").split(",")]):
            checked_size(len(data))
            if packing not in {"", "identity"}:
                data = _unpacked(data, packing)
    checked_size(len(data))
    return data


def _unpacked(data: bytes, packing: str) -> bytes:
    try:
        return bytes(_UNPACKED_BY[packing](io.BytesIO(data)).read(DOCUMENT_LIMIT + 1))
    except (KeyError, OSError, ValueError) as error:
        raise RefusedError("unreadable", f"this record is packed as {packing!r} and cannot be unpacked ({error})") from error
