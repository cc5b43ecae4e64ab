"""Options and fixtures that all tests share."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

settings.register_profile("quick", deadline=None, max_examples=40)
settings.register_profile("long", deadline=None, max_examples=200)
settings.load_profile("quick")
gc.set_threshold(20_000, 50, 50)  # as the commands do: lexicons and gazetteers live as long as the tests


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write golden files anew, to be reviewed")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], bytes]:
    """The bytes of a file of ``golden/`` beside the test; ``--rewrite-golden`` first writes those found, to be reviewed."""

    def kept(name: str, found: bytes) -> bytes:
        path = request.path.parent / "golden" / name
        if request.config.getoption("--rewrite-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(found)
        assert path.exists(), f"{path} is missing: run with --rewrite-golden"
        return path.read_bytes()

    return kept


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no Chromium on the PATH: install one to run the browser tests")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
