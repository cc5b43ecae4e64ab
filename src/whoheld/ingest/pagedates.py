"""When a page says that it was published: a cascade from what machines are told to what readers see.

The rungs, best first: the article's JSON-LD, meta elements, ``<time>`` inside the article, a date element beside the headline.
A page also carries the dates of other articles (related cards, comments): only elements of the article itself are looked at, and
the day of a modification is never taken for the day of publication.
"""

import json
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from whoheld.ingest.dates import publication_day
from whoheld.ingest.written_dates import written_day

Rung = Literal["json-ld", "meta", "time", "visible"]


class PageDate(NamedTuple):
    """A publication day and the rung that gave it."""

    day: str
    rung: Rung


_ARTICLE_TYPES = ("Article", "Posting", "Report", "WebPage")
_META_NAMES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "article.published", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "published_at", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "date",
)  # fmt: skip
_OTHERS = frozenset({"nav", "aside", "footer", "a", "li"})
_OTHERS_CLASS = re.compile(r"relat|recommend|comment|sidebar|widget|popular|latest|more-|teaser|card|modif|updat", re.IGNORECASE)
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|time|published|pubdate|posted|byline|dateline|timestamp)(?:$|[\s_-])", re.IGNORECASE
)
_LONGEST_DATE_TEXT = 120
_MOST_CANDIDATES = 400


def page_date(tree: LexborHTMLParser) -> PageDate | None:
    """The publication day of a parsed page, or None where it does not say."""
    rungs: tuple[tuple[Rung, Iterator[str | None]], ...] = (
        ("json-ld", _from_json_ld(tree)),
        ("meta", _from_meta(tree)),
        ("time", _from_time(tree)),
        ("visible", _visible(tree)),
    )
    for rung, days in rungs:
        if day := next(filter(None, days), None):
            return PageDate(day, rung)
    return None


def _from_json_ld(tree: LexborHTMLParser) -> Iterator[str | None]:
    for script in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(script.text(), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _top_nodes(data):
            if _is_article(node) and isinstance(written := node.get("datePublished"), str):
                yield publication_day(written)


def _top_nodes(data: object) -> Iterator[dict[str, object]]:
    """The things that the page is about: its lists and graphs, never what lies deeper (related articles, comments)."""
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (node for node in (graph if isinstance(graph, list) else [graph]) if isinstance(node, dict))
            if isinstance(main := item.get("mainEntity"), dict):
                yield main


def _is_article(node: dict[str, object]) -> bool:
    types = node.get("@type")
    named = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.endswith(_ARTICLE_TYPES) for name in named)


def _from_meta(tree: LexborHTMLParser) -> Iterator[str | None]:
    said: dict[str, str] = {}
    for meta in tree.css("meta[content]"):
        if meta.parent is not None and _of_others(meta):
            continue
        name = next((value for key in ("property", "name", "itemprop") if (value := meta.attributes.get(key))), "")
        said.setdefault(name.lower(), meta.attributes.get("content") or "")
    yield from (publication_day(said[name]) for name in _META_NAMES if name in said)


def _from_time(tree: LexborHTMLParser) -> Iterator[str | None]:
    for time in _of_article(tree, "time"):
        yield publication_day(time.attributes.get("datetime") or "") or written_day(time.text(strip=True)[:_LONGEST_DATE_TEXT])


def _visible(tree: LexborHTMLParser) -> Iterator[str | None]:
    for element in _of_article(
        tree, "[class*=date],[class*=time],[class*=publish],[class*=posted],[class*=byline],[class*=stamp]"
    ):
        if _DATE_CLASS.search(element.attributes.get("class") or ""):
            text = element.text(strip=True)
            if len(text) <= _LONGEST_DATE_TEXT:
                yield written_day(text)


def _of_article(tree: LexborHTMLParser, selector: str) -> Iterator[LexborNode]:
    """Elements that belong to the one article of the page: in ``article`` or ``main``, and never in others' blocks."""
    homes = tree.css("article") or tree.css("main") or tree.css("body")
    if len(homes) > 1 and not (homes := [home for home in homes if home.css_first("h1")][:1]):
        return
    for element in homes[0].css(selector)[:_MOST_CANDIDATES] if homes else ():
        if not _of_others(element, homes[0]):
            yield element


def _of_others(element: LexborNode, home: LexborNode | None = None) -> bool:
    """Whether the element stands in a block about something else than the article."""
    node: LexborNode | None = element
    while node is not None and (home is None or node != home) and node.tag not in {"body", "html"}:
        if node.tag in _OTHERS or _OTHERS_CLASS.search(
            f"{node.attributes.get('class') or ''} {node.attributes.get('itemprop') or ''}"
        ):
            return True
        node = node.parent
    return False
