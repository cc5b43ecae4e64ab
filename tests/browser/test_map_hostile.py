"""Text that means harm, in every field that a reader sees: it is shown as it is, and runs nowhere."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import folium
import pytest
import scenes
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from opened import Opened, from_disk

from whoheld.publish.map import ControlTimeline
from whoheld.publish.page import page

pytestmark = pytest.mark.browser
HERE = Path(__file__).parent
TOKENS = (*scenes.HOSTILE, *"<>/='\"\\` xا", "script", "{{", "}}", "{%", "%}", "${", "on", "\u2066")


WALK = """async (count) => {
    const frame = () => new Promise(requestAnimationFrame);
    const shown = [];
    for (let number = 0; number < count; number += 1) {
        location.hash = `place=t:p${number}`;
        for (let tries = 0; tries < 200; tries += 1) {
            await frame();
            if (document.querySelector(".wh-place")?.dataset.place === `t:p${number}`) break;
        }
        const where = {place: ".wh-place h2", quote: ".wh-claim mark", title: ".wh-source bdi", actor: ".wh-claim h4 bdi"};
        const text = Object.entries(where).map(([field, at]) => [field, document.querySelector(at)?.textContent]);
        shown.push(Object.fromEntries(text));
    }
    return shown;
}"""
"""Opens the places one after the other and notes what the page shows: the name, the words marked, the title, the actor."""


def _is_literal(opened: Opened, texts: tuple[str, ...]) -> None:
    for text, shown in zip(texts, opened.page.evaluate(WALK, len(texts)), strict=True):
        for field, displayed in shown.items():
            assert displayed == text, (field, text)
    assert opened.page.evaluate("window.harmed") is None
    assert opened.complaints == []


def test_every_field_shows_hostile_text_literally(open_page: Callable[..., Opened]) -> None:
    opened = open_page(page(scenes.hostile(), title=scenes.HOSTILE[0]))
    opened.goto("#place=t:p0")
    _is_literal(opened, scenes.HOSTILE)
    assert opened.requests == [opened.file.as_uri()]
    assert opened.page.title() == scenes.HOSTILE[0]


def test_controls_of_direction_are_visible_and_isolated(open_page: Callable[..., Opened]) -> None:
    opened = open_page(page(scenes.hostile(("\u202eevil\u202c",))))
    sheet = opened.goto("#place=t:p0")
    marks = sheet.locator(".wh-place h2 .wh-control")
    marks.first.wait_for()
    assert marks.evaluate_all("nodes => nodes.map(node => getComputedStyle(node, '::before').content)") == ['"RLO"', '"PDF"']
    assert marks.first.evaluate("node => getComputedStyle(node).unicodeBidi") == "isolate"


def test_folium_saves_hostile_text_as_harmless_as_the_page(open_page: Callable[..., Opened], tmp_path: Path) -> None:
    fmap = folium.Map([35, 41], zoom_start=6, tiles=None)
    ControlTimeline(scenes.hostile()).add_to(fmap)
    fmap.save(tmp_path / "saved.html")
    text = (tmp_path / "saved.html").read_text("utf-8")
    assert "harmed" not in text
    opened = open_page(text)
    opened.page.context.set_offline(False)
    opened.page.route("**/*", from_disk)
    sheet = opened.goto()
    for number, hostile in enumerate(scenes.HOSTILE):
        at = sheet.evaluate(f"whoheld.pixelOf('t:p{number}')")
        sheet.mouse.click(at["x"], at["y"])
        sheet.locator(".wh-place").wait_for()
        opened.wait_for(f"document.querySelector('.wh-place h2').textContent === {json.dumps(hostile)}")
    assert sheet.evaluate("window.harmed") is None


_MIXTURES = st.lists(st.sampled_from(TOKENS), min_size=1, max_size=8).map("".join).filter(str.strip)


@settings(
    max_examples=settings().max_examples // 10,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.lists(_MIXTURES, min_size=60, max_size=60, unique=True))
def test_no_mixture_of_tokens_runs(open_page: Callable[..., Opened], texts: list[str]) -> None:
    opened = open_page(page(scenes.hostile(tuple(texts)), basemap="none"), width=400, height=400)
    opened.goto("#place=t:p0")
    _is_literal(opened, tuple(texts))


def test_building_a_hostile_page_does_what_building_a_harmless_one_does() -> None:
    assert _events(hostile=True) == _events(hostile=False)


def _events(*, hostile: bool) -> list[str]:
    """The processes, files and connections that a build touches, in a process of its own."""
    word = "hostile" if hostile else "harmless"
    ran = subprocess.run([sys.executable, HERE / "audited.py", word], capture_output=True, text=True, check=True)
    return json.loads(ran.stdout)
