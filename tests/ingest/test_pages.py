"""What a page says of itself, and when it says that it was published."""

import json

import pytest

from whoheld.ingest.assemble import Read, assemble
from whoheld.ingest.records import Given, Raw

BODY = "<p>قوات سوريا الديمقراطية سيطرت على مدينة هجين شرقي دير الزور بعد معارك استمرت ثلاثة أشهر.</p>" * 3
NEWS = {"@type": "NewsArticle", "datePublished": "2019-01-21T23:30:00-05:00", "dateModified": "2020-01-01"}


def page(*, head: str = "", before: str = "", inside: str = "", after: str = "", beside: Given | None = None) -> Read:
    html = f"<html><head>{head}</head><body>{before}<article><h1>عنوان الخبر</h1>{inside}{BODY}</article>{after}</body></html>"
    document = assemble(Raw("page.html", "html", html.encode(), beside or Given()))
    assert document.article
    return document


def ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


@pytest.mark.parametrize(
    ("parts", "day", "rung"),
    [
        ({"head": ld(NEWS)}, "2019-01-22", "json-ld"),
        ({"head": ld([{"@type": "Organization"}, NEWS])}, "2019-01-22", "json-ld"),
        ({"head": ld({"@graph": [{"@type": ["Thing", "Article"], "datePublished": "2019-01-21"}]})}, "2019-01-21", "json-ld"),
        ({"head": '<meta property="article:published_time" content="2019-01-21T10:00:00+03:00">'}, "2019-01-21", "meta"),
        ({"head": '<meta name="DC.date.issued" content="2019-01-21">'}, "2019-01-21", "meta"),
        ({"inside": '<time datetime="2019-01-21T08:00">صباحا</time>'}, "2019-01-21", "time"),
        ({"inside": "<header><time>21 كانون الثاني/يناير 2019</time></header>"}, "2019-01-21", "time"),
        ({"inside": '<span class="post-date">الإثنين ٢١ يناير ٢٠١٩ - 10:30</span>'}, "2019-01-21", "visible"),
        ({"inside": '<div class="byline">By a reporter, January 21, 2019</div>'}, "2019-01-21", "visible"),
        ({"inside": '<span class="date">21/01/2019</span>'}, "2019-01-21", "visible"),
        ({"head": '<link rel="canonical" href="https://x.example/2019/01/21/a">'}, "2019-01-21", "url"),
    ],
)
def test_each_rung_gives_the_day(parts: dict[str, str], day: str, rung: str) -> None:
    document = page(**parts)
    assert document.article
    assert (document.article.published, document.rung) == (day, rung)
    assert document.article.published_basis == ("url" if rung == "url" else "page")
    assert document.issues == ()


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"after": '<div class="related"><article><a href="/x"><time datetime="2022-05-05">5 May</time></a></article></div>'},
        {"before": '<div class="card"><span class="date">5 May 2022</span></div>'},
        {"inside": '<aside><time datetime="2022-05-05">5 May</time></aside>'},
        {"inside": '<div class="comment"><time datetime="2022-05-05">5 May</time></div>'},
        {"inside": '<span class="modified-date">5 May 2022</span>'},
        {"inside": '<span class="date">03/04/2019</span>'},
        {"inside": '<span class="date">30 February 2019</span>'},
        {"head": '<meta property="article:modified_time" content="2022-05-05">'},
        {"head": ld({"@type": "Organization", "foundingDate": "2011-01-01", "datePublished": "2011-01-01"})},
        {"head": ld({"@type": "NewsArticle", "mentions": [NEWS], "datePublished": "soon"})},
        {"head": '<script type="application/ld+json">{"@type": "NewsArticle", </script>'},
        {"head": f'<script type="application/ld+json">{"[" * 100_000}</script>'},
    ],
)
def test_what_is_not_the_articles_own_day_is_not_taken(parts: dict[str, str]) -> None:
    document = page(**parts)
    assert document.article
    assert document.article.published is None
    assert [issue.kind for issue in document.issues] == ["undated"]


def test_what_was_given_goes_before_what_the_page_says() -> None:
    beside = Given(published="2018-12-14", title="given", url="https://given.example/", publisher="given")
    article = page(
        beside=beside,
        head=ld(NEWS) + '<meta property="og:title" content="page"><link rel="canonical" href="https://page.example">',
    ).article
    assert article
    assert (article.published, article.title, article.url, article.publisher) == (
        "2018-12-14",
        "given",
        "https://given.example/",
        "given",
    )


def test_title_address_and_publisher_come_from_the_page() -> None:
    head = '<title>x | y</title><meta property="og:site_name" content="وكالة"><link rel="canonical" href="https://x.example/a">'
    article = page(head=head).article
    assert article
    assert (article.title, article.url, article.publisher, article.language) == (
        "عنوان الخبر",
        "https://x.example/a",
        "وكالة",
        "ar",
    )


def test_an_xml_declaration_does_not_stop_a_page() -> None:
    text = f'<?xml version="1.0" encoding="utf-8"?><html><body>{BODY}</body></html>'
    document = assemble(Raw("a.xhtml", "html", text.encode()))
    assert document.article
    assert "هجين" in document.article.text


LEAD = "Islamic State fighters lost the town of <b>Hajin</b> to the <i>SDF</i><!-- ad --> on Friday, monitors said."
PLAIN = "Islamic State fighters lost the town of Hajin to the SDF on Friday, monitors said."
MORE = "<p>The weather was cold and many people were leaving their homes in search of food, shelter and medicine.</p>"


def text_of(html: str, **given: str) -> list[str]:
    article = assemble(Raw("page.html", "html", html.encode(), Given(**given))).article
    assert article
    return article.text.split("\n")


def dispatch(before_lead: str, *, more: str = MORE) -> str:
    article = f"<article><h1>Army denies <em>losing</em> Hajin</h1>{before_lead}<p>{LEAD}</p>{more}</article>"
    return f"<html><head><title>Army denies losing Hajin</title></head><body><a>Hajin</a> <a>SDF</a>{article}</body></html>"


@pytest.mark.parametrize(
    "before_lead",
    [
        "",
        '<p class="byline">By Jane Doe, 14 December 2018</p>',
        "<time>2018-12-14</time>",
        '<div class="meta"><time>2018-12-14</time></div>',
        '<span class="date">14 December 2018</span>',
        '<img src="x"><figcaption>The town in 2017</figcaption>',
        "<p>By Jane<br>Hajin</p>",
        "<h2>Monitors contradict it</h2>",
    ],
)
@pytest.mark.parametrize("more", ["", MORE, MORE * 4], ids=["short", "two paragraphs", "long"])
def test_what_stands_above_a_lead_is_no_part_of_its_sentence(before_lead: str, more: str) -> None:
    lines = text_of(dispatch(before_lead, more=more))
    assert PLAIN in lines
    assert not any("denies" in line for line in lines)


def test_a_headline_is_left_out_by_each_name_that_the_page_has_for_it() -> None:
    html = dispatch("").replace("<head>", '<head><meta property="og:title" content="Hajin holds, says army">')
    assert text_of(html.replace("<p>Isl", "<h2>Hajin holds, says army</h2><p>Isl"))[0] == PLAIN
    assert text_of(html.replace("<p>Isl", "<p>As in the feed</p><p>Isl"), title="As in the  feed")[0] == PLAIN


def test_a_page_that_only_tells_its_title_is_read() -> None:
    post = "The Syrian Democratic Forces captured the town of Hajin from Islamic State on Friday, monitors said in Beirut."
    assert text_of(f"<html><head><title>{post}</title></head><body><article><p>{post}</p></article></body></html>") == [post]
