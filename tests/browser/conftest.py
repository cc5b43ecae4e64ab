"""Chromium with the network cut."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from opened import Opened
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no Chromium on the PATH: install one to run the browser tests")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


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
