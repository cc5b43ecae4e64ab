"""A raw document becomes an ``Article``: decoded, taken out of its page, dated, its language known."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from whoheld.ingest.datelines import dateline_day
from whoheld.ingest.dates import day_in_url, publication_day
from whoheld.ingest.decoding import DAMAGE_FLAGGED, decode
from whoheld.ingest.feeds import entries
from whoheld.ingest.language import detect
from whoheld.ingest.page import Page, read_page
from whoheld.ingest.records import Raw, RefusedError, checked_size, encodable, issue, refused
from whoheld.interval import bounds
from whoheld.model import Article, Issue

Basis = Literal["given", "page", "url", "dateline", "unknown"]
_NO_DAY = "is no day that exists, or not written like 2019-01-21"
_UNDATED = (
    "no publication date was given or found, so all that it says stays off the map, even what tells a day of its own; "
    'give one as "published": "2019-01-21" beside the text'
)
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)


class Read(NamedTuple):
    """One document as it was read.

    Attributes:
        article: None where it was refused.
        issues: what is to be said of it.
        raw: the bytes it came from, and what came with them.
        encoding: in which its text was found.
        rung: what gave the publication date: ``given``, ``json-ld``, ``meta``, ``time``, ``visible``, ``url``, ``dateline``
            or ``unknown``.
        fetched: the day on which somebody fetched it, where that was said.
    """

    article: Article | None
    issues: tuple[Issue, ...]
    raw: Raw
    encoding: str | None = None
    rung: str = "unknown"
    fetched: dt.date | None = None


class _Dated(NamedTuple):
    day: str | None
    basis: Basis
    rung: str


def assemble_all(raw: Raw) -> tuple[Read, ...]:
    """Read one document, or every entry of a feed."""
    if raw.form != "feed":
        return (assemble(raw),)
    try:
        return tuple(assemble(entry) for entry in entries(raw))
    except RefusedError as error:
        return (Read(None, (refused(raw.source, error),), raw),)


def assemble(raw: Raw) -> Read:
    """Read one document; what stands against it becomes its issues, never an exception."""
    try:
        checked_size(len(raw.data))
        decoded = decode(raw.data, charset=raw.charset, markup=raw.form == "html")
        _not_empty(decoded.text)
        page = read_page(decoded.text, raw.given.title) if raw.form == "html" else Page(decoded.text, None, None, None, None)
    except RefusedError as error:
        return Read(None, (refused(raw.source, error),), raw)
    article, issues, rung = _article(raw, page)
    if decoded.damage > DAMAGE_FLAGGED:
        issues.append(_damaged(article, decoded.damage))
    fetched = publication_day(raw.given.fetched) if raw.given.fetched else None
    if raw.given.fetched and not fetched:
        issues.append(issue(raw.source, "bad_date", f"the day of fetching {raw.given.fetched!r} {_NO_DAY}", article=article.id))
    # Of a month or a year its last day, by which the version was there.
    return Read(article, tuple(issues), raw, decoded.encoding, rung, bounds(fetched).latest if fetched else None)


def _not_empty(text: str) -> None:
    if not text.strip():
        raise RefusedError("empty", "there is no text in it: was the download cut off?")


def _article(raw: Raw, page: Page) -> tuple[Article, list[Issue], str]:
    text = encodable(page.text)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    url = raw.given.url or page.url
    dated, complaints = _dated(raw, page, url)
    language = raw.given.language and _LANGUAGE.fullmatch(raw.given.language)
    article = Article(
        id=sha256[:16],
        text=text,
        title=raw.given.title or page.title,
        url=url,
        published=dated.day,
        published_basis=dated.basis,
        publisher=raw.given.publisher or page.publisher,
        language=language.group(1).lower() if language else detect(text),
        sha256=sha256,
        source=raw.source,
    )
    return article, [issue(raw.source, kind, message, article=article.id) for kind, message in complaints], dated.rung


def _dated(raw: Raw, page: Page, url: str | None) -> tuple[_Dated, list[tuple[str, str]]]:
    """The first date of the cascade that exists, and a complaint for each that does not."""
    complaints = []
    for written, dated in _rungs(raw, page, url):
        if dated.day is None:
            complaints.append(("bad_date", f"the publication date {written!r} {_NO_DAY}: it was left out"))
        else:
            return dated, complaints
    complaints.append(("undated", _UNDATED))
    return _Dated(None, "unknown", "unknown"), complaints


def _rungs(raw: Raw, page: Page, url: str | None) -> Iterator[tuple[str, _Dated]]:
    if raw.given.published:
        yield raw.given.published, _Dated(publication_day(raw.given.published), "given", "given")
    if page.date:
        yield page.date.day, _Dated(page.date.day, "page", page.date.rung)
    if url and (day := day_in_url(url)):
        yield url, _Dated(day, "url", "url")
    if day := dateline_day(page.text):
        yield day, _Dated(day, "dateline", "dateline")


def _damaged(article: Article, damage: float) -> Issue:
    message = f"{damage:.0%} of its characters could not be decoded: what it says may be misread; find a better copy"
    return issue(article.source, "encoding", message, article=article.id)
