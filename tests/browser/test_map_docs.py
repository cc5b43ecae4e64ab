"""The example of docs/folium-layer.md does what it says."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from opened import Opened, from_disk

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
