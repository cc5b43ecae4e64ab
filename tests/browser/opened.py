"""A page from disk in Chromium, and what it asked for and complained of."""

import time
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, Route

from whoheld.publish.script import leaflet

TITLE = {"en": "The valley", "ar": "الوادي"}
ATTRIBUTION = ("Places made up for tests, CC BY 4.0",)


@dataclass
class Opened:
    """A page from disk, with every address that it asked for beside itself, and every message of its console."""

    page: Page
    file: Path
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def goto(self, fragment: str = "") -> Page:
        """Open the file and wait until the map is drawn."""
        self.page.goto(f"{self.file.as_uri()}{fragment}")
        self.page.evaluate("whoheld.ready")
        return self.page

    def show(self, fragment: str) -> None:
        """Move to another state by the address, as a reader who follows a citation does."""
        self.page.evaluate(f"location.hash = {fragment!r}")
        self.settle()

    def settle(self) -> None:
        """Wait until what was asked for is drawn."""
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))")

    def wait_for(self, expression: str, limit_s: float = 20) -> None:
        """Ask again and again (the page's policy forbids the browser's own waiting) until the expression holds."""
        until = time.monotonic() + limit_s
        while not self.page.evaluate(expression):
            assert time.monotonic() < until, f"never held: {expression}"
            self.page.wait_for_timeout(50)


def from_disk(route: Route) -> None:
    """Leaflet as folium's own link would bring it; nothing else of what it loads is needed."""
    address = route.request.url
    if address.startswith("file:"):
        route.continue_()
    elif "leaflet" in address and address.endswith(("leaflet.js", "leaflet.css")):
        route.fulfill(body=leaflet()[int(address.endswith(".css"))])
    else:
        route.fulfill(body="")
