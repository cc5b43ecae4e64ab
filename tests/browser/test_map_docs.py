"""The layer upon a map of somebody else: the example of docs/folium-layer.md, and readers who cannot see it."""

import re
from collections.abc import Callable
from pathlib import Path

import folium
import pytest
import scenes
from axe_playwright_python.sync_playwright import Axe
from opened import ATTRIBUTION, TITLE, Opened, from_disk

from whoheld.publish.map import ControlTimeline

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]


def test_the_layer_joins_a_map_of_somebody_else(
    open_page: Callable[..., Opened], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "folium-layer.md").read_text("utf-8"), re.DOTALL)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "geodata").symlink_to(ROOT / "geodata")
    exec(compile(example, "folium-layer.md", "exec"), {})  # noqa: S102 - our own example
    opened = open_page((tmp_path / "valley.html").read_text("utf-8"))
    opened.page.context.set_offline(False)
    opened.page.route("**/*", from_disk)
    sheet = opened.goto()
    assert sheet.evaluate("whoheld.stateAt('syria:hajin')") is not None
    assert sheet.locator(".leaflet-marker-icon").count() == 1
    at = sheet.evaluate("whoheld.pixelOf('syria:hajin')")
    box = sheet.locator(".folium-map").bounding_box()
    assert box is not None
    assert box["x"] < at["x"] < box["x"] + box["width"]
    assert sheet.get_by_role("slider", name="Day shown").is_visible()
    beside = sheet.evaluate("whoheld.pixelOf('syria:gharanij')")
    sheet.mouse.click(beside["x"], beside["y"])
    name = sheet.locator(".wh-place h2")
    name.wait_for()
    inside, side = name.bounding_box(), sheet.locator(".wh-side").bounding_box()
    assert inside is not None
    assert side is not None
    assert side["y"] < inside["y"] < side["y"] + side["height"]
    assert opened.complaints == []


def test_accessibility_checker_finds_nothing_serious_in_the_layer_upon_a_folium_map(open_page: Callable[..., Opened]) -> None:
    fmap = folium.Map([34.7, 40.8], zoom_start=8, tiles=None)
    ControlTimeline(scenes.valley(), title=TITLE, attribution=ATTRIBUTION).add_to(fmap)
    opened = open_page(fmap.get_root().render())
    opened.page.context.set_offline(False)
    opened.page.route("**/*", from_disk)
    sheet = opened.goto()
    at = sheet.evaluate("whoheld.pixelOf('t:hajin')")
    for name in (None, "Places", "Compare", "How to read", "Dark", "العربية"):
        if name:
            sheet.get_by_role("button", name=name, exact=True).click()
        else:
            sheet.mouse.click(at["x"], at["y"])
            sheet.locator(".wh-claim").first.wait_for()
        opened.settle()
        found = Axe().run(sheet, context=".wh-overlay").response
        assert found["passes"], name
        assert [fault for fault in found["violations"] if fault["impact"] in {"serious", "critical"}] == [], name
