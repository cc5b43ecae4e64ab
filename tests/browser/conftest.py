"""Pages in Chromium, with the network cut."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from opened import Opened
from playwright.sync_api import Browser


@pytest.fixture
def open_page(chromium: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Write text to disk and open it; the network is cut."""
    contexts = []

    def opened(html: str, *, width: int = 1280, height: int = 800, **options: object) -> Opened:
        file = tmp_path / f"page{len(contexts)}.html"
        file.write_text(html, "utf-8")
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        context.set_offline(True)
        contexts.append(context)
        found = Opened(context.new_page(), file)
        found.page.on("request", lambda request: found.requests.append(request.url))
        found.page.on("console", lambda message: found.complaints.append(message.text))
        found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
        return found

    yield opened
    for context in contexts:
        context.close()
