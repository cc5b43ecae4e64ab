"""Takes the pictures of the README and of docs/ from a built page: `python docs/pictures.py out/demo/index.html`."""  # noqa: INP001

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ADDRESS = "https://map.example/index.html"
"""Stands on the printed page, where a folder of somebody's machine has no place."""
HERE = Path(__file__).parent
POCKET = "view=10.5/34.57/40.93"
WIDE, PHONE = (1440, 900), (390, 844)
PICTURES = {
    "map": ("on=2019-01-21&place=syria:hajin", WIDE),
    "pocket-2018-09": (f"on=2018-09-20&{POCKET}", WIDE),
    "pocket-2018-12": (f"on=2018-12-31&{POCKET}", WIDE),
    "pocket-2019-03": (f"on=2019-03-24&{POCKET}", WIDE),
    "panel-arabic": (f"language=ar&on=2019-01-21&place=syria:hajin&{POCKET}", WIDE),
    "compare": (f"tab=compare&on=2019-03-24&against=2018-09-20&{POCKET}", WIDE),
    "areas": (f"areas=1&on=2019-01-10&{POCKET}", WIDE),
    "dark": ("theme=dark&on=2017-10-20&known=2018-01-01&place=syria:raqqa", WIDE),
    "phone": (f"on=2019-01-21&place=syria:hajin&{POCKET}", PHONE),
    "print": (f"on=2019-01-21&place=syria:hajin&{POCKET}", WIDE),
}


def take(browser: Browser, page: Path, name: str, fragment: str, size: tuple[int, int]) -> None:
    """One picture of one view."""
    sheet = browser.new_page(
        viewport={"width": size[0], "height": size[1]}, device_scale_factor=2 if size == PHONE else 1, locale="en-GB"
    )
    sheet.route("**/*", lambda route: route.fulfill(path=page, content_type="text/html"))
    sheet.goto(f"{ADDRESS}#{fragment}")
    sheet.evaluate("whoheld.ready")
    if name == "print":
        sheet.set_viewport_size({"width": 800, "height": 1130})
        sheet.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        sheet.emulate_media(media="print")
    sheet.wait_for_timeout(800)
    sheet.screenshot(path=HERE / f"{name}.png", full_page=name == "print")
    sheet.close()


def main(page: Path) -> None:
    """All of them."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, (fragment, size) in PICTURES.items():
            take(browser, page.resolve(), name, fragment, size)
        browser.close()


main(Path(sys.argv[1]))
