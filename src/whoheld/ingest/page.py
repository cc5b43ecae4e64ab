"""An HTML page: the article in it by trafilatura, and what the page says of the article."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from selectolax.lexbor import LexborHTMLParser

from whoheld.ingest.blocks import headings, parted, without
from whoheld.ingest.pagedates import PageDate, page_date
from whoheld.ingest.records import RefusedError

DEPTH_LIMIT = 1_000
"""Elements inside each other; hand-made pages stay below 50, generated ones below 300."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)([^<>]*+)>")
_NOT_NESTING = re.compile(
    r"area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|d[td]|option|t[rdh]|t(?:head|body|foot)"
)
_DECLARATION = re.compile(r"\A\s*+<\?xml[^<>]{0,200}\?>")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page gives: the article's text, and what it says of itself."""

    text: str
    title: str | None
    url: str | None
    publisher: str | None
    date: PageDate | None


def read_page(html: str, title: str | None = None) -> Page:
    """Take the article out of a page: a line for each of its blocks, without the headline.

    Args:
        html: the page.
        title: what else its article is called, as in a feed.

    Raises:
        RefusedError: the page nests too deeply to be parsed, or no article text was found in it.
    """
    if _depth(html) > DEPTH_LIMIT:
        message = f"unparsable: more than {DEPTH_LIMIT} elements inside each other; save the article as plain text"
        raise RefusedError("unparsable", message)
    declaration = _DECLARATION.match(html)
    html = html[declaration.end() :] if declaration else html
    text = getattr(_extraction()(html), "text", None)
    if not text or not text.strip():
        raise RefusedError("no_article", "no article text was found in this page; save the article as plain text")
    tree = LexborHTMLParser(html)
    own = _title(tree)
    titles = (title, own, *headings(tree))
    told = _canonical(tree), _meta(tree, "og:site_name"), page_date(tree)
    return Page(without(parted(text, tree), titles), own, *told)  # the tree last, which is cut down to its text


@cache
def _extraction() -> Callable[[str], object]:
    """Takes an article out of a page. It takes 0.3 s to load, in the processes that read pages.

    Its options are read out of a configuration, which takes a twentieth of the time of a page.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 - as said
    from trafilatura.settings import Extractor  # noqa: PLC0415

    return partial(bare_extraction, options=Extractor(output_format="python", comments=False))


def _depth(html: str) -> int:
    """How many elements lie inside each other; no more than there are opening tags."""
    opened = html.count("<") - html.count("</")
    if opened <= DEPTH_LIMIT:
        return opened
    depth = deepest = 0
    for closing, name, rest in _TAG.findall(html):
        if not rest.endswith("/") and not _NOT_NESTING.fullmatch(name.lower()):
            depth = max(depth - 1, 0) if closing else depth + 1
            deepest = max(deepest, depth)
    return deepest


def _title(tree: LexborHTMLParser) -> str | None:
    if said := _meta(tree, "og:title"):
        return said
    heading = tree.css_first("article h1") or tree.css_first("h1") or tree.css_first("title")
    return (heading and " ".join(heading.text().split())) or None


def _canonical(tree: LexborHTMLParser) -> str | None:
    link = tree.css_first('link[rel="canonical"]')
    return (link and (link.attributes.get("href") or "").strip()) or _meta(tree, "og:url")


def _meta(tree: LexborHTMLParser, name: str) -> str | None:
    element = tree.css_first(f'meta[property="{name}"]') or tree.css_first(f'meta[name="{name}"]')
    return (element and " ".join((element.attributes.get("content") or "").split())) or None
