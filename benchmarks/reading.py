"""Reading HTML pages, against trafilatura alone on the same pages."""

from collections.abc import Sequence
from html import escape

from benchmarks.corpus import idle_sentences
from benchmarks.measured import Row, table, timed
from trafilatura import bare_extraction

from whoheld.ingest.assemble import assemble
from whoheld.ingest.records import Raw

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="The Wire">
<link rel="canonical" href="https://wire.example/{number}">
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2018-12-{day:02}T08:00:00Z"}}</script>
<style>{style}</style></head><body><header><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1>
<p class="byline">By our correspondent, <time datetime="2018-12-{day:02}">{day} December 2018</time></p>{body}</article>
<aside><h2>Most read</h2><ul>{cards}</ul></aside></main><footer><p>All rights reserved.</p><ul>{menu}</ul></footer>
<script>{code}</script></body></html>"""


def pages(count: int) -> list[str]:
    """News pages of some 20 KB: an article of eight paragraphs among menus, cards, styles and scripts."""
    sentences = list(idle_sentences())
    menu = "".join(f'<li><a href="/section/{n}">Section {n}</a></li>' for n in range(30))
    style, code = ".a{margin:0;padding:0}\n" * 150, "window.x=(window.x||0)+1;\n" * 150
    made = []
    for number in range(count):
        some = [sentences[(number * 7 + k) % len(sentences)] for k in range(24)]
        body = "".join(f"<p>{escape(' '.join(some[k : k + 3]))}</p>" for k in range(0, 24, 3))
        cards = "".join(
            f'<li><a href="/{n}"><img src="/{n}.jpg" alt=""><span>{escape(some[n][:60])}</span></a></li>' for n in range(12)
        )
        made.append(
            PAGE.format(
                title=f"Report {number}",
                number=number,
                day=number % 28 + 1,
                style=style,
                menu=menu,
                body=body,
                cards=cards,
                code=code,
            )
        )
    return made


def main(sizes: Sequence[int] = (10, 100, 1000)) -> str:
    """The table of this benchmark."""
    return table("Reading HTML", *map(rows, sizes))


def rows(count: int) -> list[Row]:
    """Pages read by trafilatura alone, and by all that whoheld does to a page."""
    made = pages(count)
    raw = [Raw(source=f"{number}.html", form="html", data=page.encode()) for number, page in enumerate(made)]
    alone = timed(lambda: [bare_extraction(page, with_metadata=False, include_comments=False) for page in made])
    own = timed(lambda: [assemble(one) for one in raw])
    return [
        Row("trafilatura alone, text already decoded", count, alone),
        Row("whoheld: bytes, encoding, limits, article, title, date", count, own),
    ]


if __name__ == "__main__":
    print(main())
