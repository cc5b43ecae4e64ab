"""Where the fuzzer starts: small sound documents, and the words that mean something to each reader."""

import gzip
import json
from collections.abc import Callable, Iterator, Mapping

from fuzz.checks import THEATRE

from whoheld import geodata, lang

LONGEST_WORD = 60
"""Bytes; the fuzzer holds no longer ones."""

_SAYS = "The army took the town of Hajin on 14 December 2018, it said.\n\nقالت قسد إنها سيطرت على بلدة هجين في 14 كانون الأول."
_PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A town falls</title>
<link rel="canonical" href="https://x.example/2018/12/15/a"><meta property="og:site_name" content="X">
<meta property="article:published_time" content="2018-12-15T10:00:00Z">
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2018-12-15"}}</script></head>
<body><article><h1>A town falls</h1><time datetime="2018-12-15">15 December 2018</time><p>{_SAYS}</p></article></body></html>"""
_FEED = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>X</title><item><title>A</title>
<link>https://x.example/a</link><pubDate>Sat, 15 Dec 2018 10:00:00 GMT</pubDate>
<description>{_SAYS}</description></item></channel></rss>"""
_ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>X</title><entry><title>A</title><link href="https://x.example/a"/>
<published>2018-12-15T10:00:00Z</published><content type="html"><![CDATA[<p>{_SAYS}</p>]]></content></entry></feed>"""
_LINE = {"text": _SAYS, "url": "https://x.example/a", "title": "A", "published": "2018-12-15", "publisher": "X", "language": "en"}
_WORDS: Mapping[str, tuple[str, ...]] = {
    "text": ("\ufeff", "\x00", "\r\n", "ا", "\u202e", "\ufffd"),
    "page": (
        "<article>",
        "<p>",
        "<time datetime=",
        "charset=",
        "utf-16",
        "cp1256",
        "datePublished",
        "<!--",
        "]]>",
        "&#x",
        "@graph",
    ),
    "feed": (
        "<item>",
        "<entry>",
        "<pubDate>",
        "<![CDATA[",
        "<!DOCTYPE",
        "xmlns:",
        "type=",
        "xhtml",
        "base64",
        "<link",
        "<content",
    ),
    "lines": ('"text":', '"published":', "\\ud800", "\\u0000", "null", "1e999", "{}", "[["),
    "archive": (
        *(
            "WARC/1.0\r\n",
            "WARC-Type: response\r\n",
            "WARC-Type: resource\r\n",
            "Content-Length: ",
            "HTTP/1.1 200 OK\r\n",
            "br\r\n",
        ),
        *("Content-Encoding: gzip\r\n", "Transfer-Encoding: chunked\r\n", "Content-Type: text/html; charset=", "\r\n\r\n", "-1"),
    ),
}
_CODES = {"arabic": "ar", "english": "en"}


def words(name: str) -> set[str]:
    """The words of a check: of a format, or of a language with the names of a theatre."""
    if name not in _CODES:
        return set(_WORDS[name])
    theatre, code = geodata.theatre(THEATRE), _CODES[name]
    lexicon = {f"{' '.join(phrase)} " for phrase in lang.phrases(code)}
    places = {f"{spelling} " for place in theatre.places for spelling in place.names.get(code, ())}
    actors = {f"{alias.text} " for actor in theatre.actors for alias in actor.aliases if alias.language == code}
    return lexicon | places | actors


def _pages() -> Iterator[bytes]:
    yield _PAGE.encode()
    yield _PAGE.replace("utf-8", "windows-1256").encode("cp1256", "replace")


def _feeds() -> Iterator[bytes]:
    yield from (_FEED.encode(), _ATOM.encode(), _ATOM.encode("utf-16"))


def _lines() -> Iterator[bytes]:
    yield json.dumps(_LINE).encode() + b"\n" + json.dumps(_LINE, ensure_ascii=False).encode()


def _archives() -> Iterator[bytes]:
    for packing, body in (("identity", _PAGE.encode()), ("gzip", gzip.compress(_PAGE.encode(), mtime=0))):
        http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {packing}\r\n\r\n".encode() + body
        head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/a\r\nContent-Type: application/http\r\n"
        record = f"{head}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"
        yield record
        yield gzip.compress(record, mtime=0)


def _articles(code: str) -> Callable[[], Iterator[bytes]]:
    def found() -> Iterator[bytes]:
        for path in sorted((geodata.theatre(THEATRE).folder / "articles").glob("*.txt")):
            for paragraph in path.read_text("utf-8").split("\n"):
                if paragraph and ("ا" in paragraph) == (code == "ar"):
                    yield paragraph.encode()

    return found


SEEDS: Mapping[str, Callable[[], Iterator[bytes]]] = {
    "text": lambda: iter([_SAYS.encode(), _SAYS.encode("utf-16"), _SAYS.encode("cp1256", "replace")]),
    "page": _pages,
    "feed": _feeds,
    "lines": _lines,
    "archive": _archives,
    "arabic": _articles("ar"),
    "english": _articles("en"),
}
