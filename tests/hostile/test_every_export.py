"""Every row that is about text, through every export: what means harm is shown as it is, and nothing in any form runs."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from planted import FAULTS, PLANTED, UNDATED, Edition, plant
from playwright.sync_api import Browser
from readback import EXPORTS

PLACES = """async (places) => {
    const frame = () => new Promise(requestAnimationFrame);
    const shown = {};
    for (const place of places) {
        location.hash = `place=${place}`;
        for (let tries = 0; tries < 200; tries += 1) {
            await frame();
            if (document.querySelector(".wh-place")?.dataset.place === place) break;
        }
        const where = ".wh-place h2, .wh-claim mark, .wh-source bdi, .wh-claim h4 bdi";
        shown[place] = Array.from(document.querySelectorAll(where), (node) => node.textContent);
    }
    return shown;
}"""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return plant(tmp_path_factory.mktemp("planted"))


@pytest.fixture(scope="module")
def found(edition: Edition) -> Callable[[str], set[str]]:
    """The texts of an export, each export read once."""
    return cache(lambda export: set(EXPORTS[export].read(edition)))


@pytest.mark.parametrize("row", FAULTS)
@pytest.mark.parametrize("export", EXPORTS)
def test_what_means_harm_is_shown_as_it_is(found: Callable[[str], set[str]], export: str, row: str) -> None:
    form = EXPORTS[export]
    for text in FAULTS[row]:
        expected = {form.shown(getattr(PLANTED[text], field)) for field in form.fields}
        assert expected - found(export) == set(), export


@pytest.mark.parametrize("export", EXPORTS)
def test_what_nobody_dates_is_listed_and_drawn_in_no_export(found: Callable[[str], set[str]], export: str) -> None:
    listed = {"claims.jsonl", "issues.jsonl", "manifest.json", "control.gpkg"}
    assert any(UNDATED in text for text in found(export)) == (export in listed)


def test_every_output_is_among_the_exports(edition: Edition) -> None:
    assert {path.name for path in edition.out.iterdir()} <= {*EXPORTS, "index.html"}
    assert not list(edition.folder.parent.rglob("harmed*"))


@pytest.mark.browser
def test_the_page_in_a_browser(edition: Edition, chromium: Browser) -> None:
    context = chromium.new_context(offline=True)
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((edition.out / "index.html").as_uri())
    page.evaluate("whoheld.ready")
    shown = page.evaluate(PLACES, [planted.place for planted in PLANTED.values()])
    for planted in PLANTED.values():
        assert {planted.town, planted.actor, planted.entered, planted.title} <= set(shown[planted.place])
    assert page.evaluate("window.harmed") is None
    assert (asked, said) == ([Path(edition.out, "index.html").as_uri()], [])
    context.close()
