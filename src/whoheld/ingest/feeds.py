"""RSS and Atom: one document an entry, with the link, title and publication day that the feed gives it."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from whoheld.ingest.decoding import decode
from whoheld.ingest.records import Given, Raw, RefusedError

if TYPE_CHECKING:
    from feedparser import FeedParserDict

_HEAD = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^<>]*+>\s*+)?(?:<!--.*?-->\s*+)*+<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_DECLARATION = re.compile(r"^\s*<\?xml[^<>]{0,200}\?>")
_HEADERS = {"content-type": "application/xml; charset=utf-8"}


def looks_like_feed(head: bytes) -> bool:
    """Whether a file of unknown name begins as a feed does."""
    return _HEAD.match(head) is not None


def entries(raw: Raw) -> Iterator[Raw]:
    """The entries of a feed as documents; an entry is named ``source:number``.

    Raises:
        RefusedError: it is no feed, has no entry, or declares entities (by which it could grow, or name files).
    """
    text = _DECLARATION.sub("", decode(raw.data, charset=raw.charset, markup=True).text)
    if "<!entity" in text.lower():
        raise RefusedError("unsafe", "it declares entities of its own: save it without its <!ENTITY> lines")
    feed = _parsed(text)
    if not feed.entries:
        raise RefusedError("empty", "there is no entry in this feed: is it RSS or Atom, and was it downloaded whole?")
    publisher = feed.feed.get("title") or raw.given.publisher
    for number, entry in enumerate(feed.entries, 1):
        of_feed = Given(publisher=publisher, fetched=raw.given.fetched)
        yield _entry(entry, f"{raw.source}:{number}", of_feed, rss=feed.version.startswith("rss"))


def _parsed(text: str) -> "FeedParserDict":
    from feedparser import parse  # noqa: PLC0415 - feeds alone need it

    data = io.BytesIO(text.encode("utf-8", "replace"))
    try:
        return parse(data, response_headers=_HEADERS, resolve_relative_uris=False, sanitize_html=False)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:  # odd markup raises any of them
        raise RefusedError("unparsable", "unparsable: this feed breaks its parser; save its articles as plain text") from error


def _entry(entry: Mapping[str, str], source: str, of_feed: Given, *, rss: bool) -> Raw:
    content, markup = _content(entry)
    given = replace(of_feed, url=entry.get("link"), title=entry.get("title"), published=_published(entry, rss=rss))
    if not markup:
        return Raw(source, "text", content.encode("utf-8", "replace"), given)
    page = f"<html><body><article>{content}</article></body></html>"
    return Raw(source, "html", page.encode("utf-8", "replace"), given)


def _published(entry: Mapping[str, str], *, rss: bool) -> str | None:
    """When an entry was published; the parser calls the ``dc:date`` of RSS 1.0 an update, and that of Atom is one."""
    return entry.get("published") or (entry.get("updated") if rss else None)


def _content(entry: Mapping[str, object]) -> tuple[str, bool]:
    """The fullest text of an entry, and whether it is markup."""
    content = entry.get("content")
    details = [*(content if isinstance(content, list) else []), entry.get("summary_detail")]
    parts = [part for part in details if isinstance(part, Mapping) and part.get("value")]
    best = max(parts, key=lambda part: len(str(part["value"])), default={})
    return str(best.get("value", "")), best.get("type") != "text/plain"
