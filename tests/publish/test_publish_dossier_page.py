"""The dossier opened in Chromium with the network cut."""

from pathlib import Path

import pytest
from made_up import ABOUT, ACTORS, PLACES, make_claim
from playwright.sync_api import Browser

from whoheld.publish.dossier import dossier, render
from whoheld.timeline import build

pytestmark = pytest.mark.browser

HOSTILE = (
    "</mark></style><script>document.title='ran'</script><img src=https://example.org/x onerror=\"document.title='ran'\">{{7*7}}"
)


def test_the_page_asks_for_nothing_runs_nothing_and_looks_as_meant(chromium: Browser, tmp_path: Path) -> None:
    claims = [
        make_claim(HOSTILE, actor=None, actor_text=HOSTILE, title=HOSTILE, when="2019-01-20"),
        make_claim("سيطرت قسد على مدينة هجين", published="2019-01-25"),
    ]
    timeline = build(claims, places=PLACES, actors=ACTORS)
    file = tmp_path / "dossier.html"
    file.write_text(render(dossier(timeline, PLACES["syria:hajin"]), ABOUT, "html"), encoding="utf-8")
    page, asked, said = chromium.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    assert asked == [file.as_uri()]
    assert said == []
    assert page.title().startswith("Hajin")
    marks = page.locator("mark")
    assert HOSTILE in marks.all_text_contents()
    assert marks.first.evaluate("mark => getComputedStyle(mark).backgroundColor") == "rgb(255, 224, 138)"
    arabic = page.locator("blockquote", has_text="هجين")
    assert arabic.evaluate("quote => getComputedStyle(quote).direction") == "rtl"
    page.close()
