"""RSS, Atom and WARC: documents under the same limits as a file of their own."""

import gzip
from pathlib import Path

import pytest

from whoheld.ingest import read
from whoheld.model import Article, Issue

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0"><channel><title>وكالة الأنباء</title>
<item><title>سقوط هجين</title><link>https://x.example/1</link><pubDate>Mon, 21 Jan 2019 23:30:00 -0500</pubDate>
<description>&lt;p&gt;سيطرت قسد على مدينة هجين، وفق مصادر.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description></item>
<item><title>no date</title><link>javascript:alert(1)</link><description>قالت مصادر إن البلدة هادئة.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>Hajin falls</title>
<link href="https://x.example/a"/><published>2019-01-21T10:00:00Z</published><updated>2020-01-01T00:00:00Z</updated>
<content type="text">The SDF captured Hajin &amp; two villages, it said.</content></entry>
<entry><title>only updated</title><updated>2020-01-01T00:00:00Z</updated><summary>The town is calm.</summary></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://x.example"><title>News</title></channel>
<item rdf:about="https://x.example/r"><title>t</title><link>https://x.example/r</link><dc:date>2019-01-21T10:00:00Z</dc:date>
<description>The SDF captured the town of Hajin.</description></item></rdf:RDF>"""


def split(path: Path) -> tuple[list[Article], list[Issue]]:
    items = list(read([path]))
    return [i for i in items if isinstance(i, Article)], [i for i in items if isinstance(i, Issue)]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "utf-16"])
@pytest.mark.parametrize("name", ["feed.rss", "feed.xml"])
def test_rss_entries_are_articles(name: str, encoding: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(RSS.format(encoding=encoding).encode(encoding))
    (first, second), issues = split(tmp_path / name)
    assert (first.title, first.url, first.published, first.publisher) == (
        "سقوط هجين",
        "https://x.example/1",
        "2019-01-22",
        "وكالة الأنباء",
    )
    assert first.text == "سيطرت قسد على مدينة هجين، وفق مصادر."
    assert (second.url, second.published) == ("javascript:alert(1)", None)
    assert [(issue.kind, issue.source) for issue in issues] == [("undated", f"{tmp_path / name}:2")]


def test_a_feed_is_known_by_its_look(tmp_path: Path) -> None:
    (tmp_path / "download").write_text(ATOM, "utf-8")
    (first, second), _ = split(tmp_path / "download")
    assert first.text == "The SDF captured Hajin & two villages, it said."
    assert (first.published, second.published) == ("2019-01-21", None), "a day of modification is no day of publication"


def test_the_date_of_rss_1_is_that_of_publication(tmp_path: Path) -> None:
    (tmp_path / "a.rdf").write_text(RDF, "utf-8")
    (article,), issues = split(tmp_path / "a.rdf")
    assert (article.published, issues) == ("2019-01-21", [])


@pytest.mark.parametrize(("text", "kind"), [("<rss></rss>", "empty"), ("<html>", "empty"), ("", "empty"), ("\0" * 99, "binary")])
def test_what_is_no_feed_is_said(text: str, kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(text, "utf-8")
    articles, issues = split(tmp_path / "a.xml")
    assert (articles, [issue.kind for issue in issues]) == ([], [kind])


def record(url: str, body: bytes, *, headers: str = "", status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n"
    return head.encode() + f"Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


def page(town: str) -> bytes:
    return (
        f"<html><body><article><h1>خبر</h1><p>سيطرت القوات على بلدة {town}، وفق مصادر محلية.</p></article></body></html>".encode()
    )


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_an_archive_are_articles(packed: bool, tmp_path: Path) -> None:
    records = [
        record("https://x.example/2019/01/21/a", page("هجين")),
        record("https://x.example/picture", b"\x89PNG", kind="image/png"),
        record("https://x.example/gone", page("لا شيء"), status="404 Not Found"),
        record("https://x.example/2019/01/22/b", gzip.compress(page("السوسة"), mtime=0), headers="Content-Encoding: gzip\r\n"),
        record(
            "https://x.example/2019/01/23/c",
            b"5\r\n" + page("x")[:5] + b"\r\n0\r\n\r\n",
            headers="Transfer-Encoding: chunked\r\n",
        ),
        record("https://x.example/2019/01/24/d", page("الشعفة"), headers="Content-Encoding: gzip\r\n"),
        record(
            "https://x.example/2019/01/25/e", page("الباغوز").decode().encode("cp1256"), kind="text/html; charset=windows-1256"
        ),
    ]
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(b"".join(gzip.compress(part, mtime=0) if packed else part for part in records))
    articles, issues = split(path)
    assert [article.published for article in articles] == ["2019-01-21", "2019-01-22", "2019-01-25"]
    assert [town in article.text for town, article in zip(("هجين", "السوسة", "الباغوز"), articles, strict=True)] == [True] * 3
    assert [(issue.kind, issue.source) for issue in issues] == [
        ("no_article", f"{path}:5"),
        ("unreadable", f"{path}:6"),
        ("passed_over", str(path)),
    ]


def test_what_is_packed_and_no_archive_says_so_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "article.txt.gz").write_bytes(gzip.compress("سيطرت قسد على مدينة هجين".encode()))
    articles, (issue,) = split(tmp_path / "article.txt.gz")
    assert (articles, issue.kind) == ([], "unreadable")
    assert "no web archive (WARC)" in issue.message


def test_an_archive_cut_off_gives_what_came_before(tmp_path: Path) -> None:
    whole = gzip.compress(record("https://x.example/2019/01/21/a", page("هجين")), mtime=0)
    (tmp_path / "a.warc.gz").write_bytes(whole + whole[: len(whole) // 2])
    articles, issues = split(tmp_path / "a.warc.gz")
    assert len(articles) == 1
    assert issues
