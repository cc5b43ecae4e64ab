"""Frame times, sizes and start of the page in Chromium, against folium's Timeline plugin in the same run.

    python -m benchmarks.map [--places 33000 100000 300000] [--real places.csv] [--scripts build/bench/node_modules]

Places are synthetic (a seeded normal cloud, 3.2 intervals each over 1,096 days); `--real` adds the points of a CSV, with
intervals made the same way. The plugin's page is timed up to 40,000 places; above, its file alone has more than 60 MB. Its
scripts come from npm packages on this machine, since a benchmark that asks a network measures the network.
"""

import argparse
import csv
import datetime as dt
import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import folium
import numpy as np
import pyarrow as pa
from folium.plugins import Timeline as FoliumTimeline
from folium.plugins import TimelineSlider
from folium.utilities import JsCode
from playwright.sync_api import Browser, Page, Route, sync_playwright

from whoheld.memo import Kept
from whoheld.model import Actor, Extent, Place, Status
from whoheld.publish import sheets
from whoheld.publish.page import page
from whoheld.publish.script import leaflet
from whoheld.timeline import Timeline, build, intervals

STOCK_MOST = 40_000
SCRIPTS_AT = Path("build/bench/node_modules")
COLUMNS = ("bytes_a_place", "ready_s", "median_frames", "p95_frames", "median_ms", "stock_median_ms", "stock_bytes_a_place")
NAMES = (
    "bytes a place",
    "ready, s",
    "a drag's median, screen frames",
    "p95, screen frames",
    "median, ms",
    "folium Timeline's, ms",
    "its bytes a place",
)
HEAD = f"| places | {' | '.join(NAMES)} |\n{'|---' * (len(NAMES) + 1)}|"
SCRIPTS = {
    "leaflet.timeline": "leaflet.timeline/dist/leaflet.timeline.js",
    "moment": "moment/min/moment.min.js",
    "leaflet.js": "leaflet/dist/leaflet.js",
    "leaflet.css": "leaflet/dist/leaflet.css",
}
FIRST = dt.date(2022, 1, 1)
DAYS = 1096
DISPUTED_OF_100 = 5
ACTORS = {
    "A": Actor(id="A", names={"en": "Actor A"}, colour="#4477aa"),
    "B": Actor(id="B", names={"en": "Actor B"}, colour="#ee6677"),
}
DRAG = """async (steps) => {
    const range = document.querySelector('.wh-range');
    const times = [];
    let before = await new Promise(requestAnimationFrame);
    for (let step = 0; step < steps; step += 1) {
        range.value = Number(range.min) + Math.round(step * (range.max - range.min) / steps);
        range.dispatchEvent(new Event('input'));
        const now = await new Promise(requestAnimationFrame);
        times.push(now - before);
        before = now;
    }
    return times;
}"""
IDLE = """async () => {
    const times = [];
    let before = await new Promise(requestAnimationFrame);
    for (let i = 0; i < 40; i += 1) {
        const now = await new Promise(requestAnimationFrame);
        times.push(now - before);
        before = now;
    }
    return times;
}"""


class Span(NamedTuple):
    """Days on which a place is somebody's, half-open; without an actor it is disputed."""

    place: str
    actor: str | None
    since: dt.date
    until: dt.date | None


class Synthetic(NamedTuple):
    """A timeline whose intervals are given instead of folded, with the sheets that the page is made from."""

    timeline: Timeline
    sheets: Kept
    spans: list[Span]


def synthetic(points: Sequence[tuple[float, float]]) -> Synthetic:
    random = np.random.default_rng(1)
    places, made = {}, {}
    for number, (lon, lat) in enumerate(points):
        found = Place(id=str(number), kind="settlement", name=str(number), lon=lon, lat=lat, precision_m=500, source="synthetic")
        places[found.id] = found
        starts = np.unique(random.integers(0, DAYS, size=1 + random.poisson(2.2))).tolist()
        days = [FIRST + dt.timedelta(days=start) for start in starts]
        dice = random.integers(0, 100, size=len(days)).tolist()
        actors = [None if die < DISPUTED_OF_100 else "AB"[die % 2] for die in dice]
        made[found.id] = [Span(found.id, *each) for each in zip(actors, days, [*days[1:], None], strict=True)]
    spans = [span for some in made.values() for span in some]
    told = [
        {**dict.fromkeys(sheets.SCHEMA.names), "place": place, "shown": True, "marks": list(map(_mark, made[place]))}
        for place in sorted(made)
    ]
    days = pa.Table.from_pylist([{"valid_from": span.since, "last_reported": span.since} for span in spans], intervals.SCHEMA)
    timeline = replace(build((), actors=ACTORS), intervals=days, places=places)
    return Synthetic(timeline, Kept(sheets.SCHEMA, some=[pa.RecordBatch.from_pylist(told, sheets.SCHEMA)]), spans)


def _mark(span: Span) -> dict[str, object]:
    status = Status.HELD if span.actor else Status.DISPUTED
    return {
        "actor": span.actor,
        "others": [] if span.actor else ["A", "B"],
        "status": sheets.STATUSES.index(status),
        "extent": sheets.EXTENTS.index(Extent.WHOLE),
        "independent": 1,
        "from": span.since,
        "to": span.until,
        "earliest": span.since,
        "latest": span.until,
        "reported": span.since,
        "known_from": span.since,
    }


def cloud(count: int) -> list[tuple[float, float]]:
    random = np.random.default_rng(0)
    return list(zip(random.normal(35, 2.5, count).tolist(), random.normal(48.5, 1.2, count).tolist(), strict=True))


def real(path: Path) -> list[tuple[float, float]]:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    lon, lat = (next(name for name in rows[0] if name.lower() in names) for names in ({"lon", "longitude"}, {"lat", "latitude"}))
    return [(float(row[lon]), float(row[lat])) for row in rows]


def stock(made: Synthetic, path: Path) -> None:
    """The same intervals in folium's Timeline plugin, as circles on a canvas: the quickest that it draws."""
    features = [
        {
            "type": "Feature",
            "geometry": {
                "type": "Point",
                "coordinates": [made.timeline.places[span.place].lon, made.timeline.places[span.place].lat],
            },
            "properties": {
                "start": span.since.isoformat(),
                "end": (span.until or FIRST + dt.timedelta(days=DAYS)).isoformat(),
                "color": ACTORS[span.actor].colour if span.actor else "#888888",
            },
        }
        for span in made.spans
    ]
    fmap = folium.Map([48.5, 35], zoom_start=6, tiles=None, prefer_canvas=True)
    circles = JsCode("(feature, at) => L.circleMarker(at, {radius: 3, weight: 1, color: feature.properties.color})")
    layer = FoliumTimeline({"type": "FeatureCollection", "features": features}, point_to_layer=circles).add_to(fmap)
    TimelineSlider(auto_play=False).add_timelines(layer).add_to(fmap)
    fmap.save(path)


def measure_stock(sheet: Page, path: Path, scripts: Path) -> dict[str, float]:
    """Its slider under the same drag."""

    def from_disk(route: Route) -> None:
        address = route.request.url
        found = next((scripts / file for part, file in SCRIPTS.items() if part in address.rpartition("/npm/")[2]), None)
        if address.startswith("file:"):
            route.continue_()
        else:
            route.fulfill(body=found.read_text("utf-8") if found and found.exists() else "")

    sheet.route("**/*", from_disk)
    sheet.goto(path.as_uri(), timeout=120_000)
    if not sheet.evaluate("Boolean(window.L && L.timeline)"):
        raise FileNotFoundError(f"not the plugin's scripts: {scripts}; `make bench` brings them")
    sheet.wait_for_timeout(1000)
    times = sheet.evaluate(DRAG.replace(".wh-range", "input[type=range]"), 20)
    return {"stock_median_ms": statistics.median(times), "stock_p95_ms": statistics.quantiles(times, n=20)[-1]}


def measure(sheet: Page, path: Path) -> dict[str, float]:
    began = time.perf_counter()
    sheet.goto(path.as_uri())
    sheet.evaluate("whoheld.ready")
    ready = time.perf_counter() - began
    sheet.wait_for_timeout(500)
    idle = statistics.median(sheet.evaluate(IDLE))
    times = sheet.evaluate(DRAG, 120)
    p95 = statistics.quantiles(times, n=20)[-1]
    median = statistics.median(times)
    frames = {"median_frames": median / idle, "p95_frames": p95 / idle}
    return {"ready_s": ready, "screen_frame_ms": idle, "median_ms": median, "p95_ms": p95, **frames}


def main(sizes: Sequence[int], scripts: Path = SCRIPTS_AT, real_places: Path | None = None) -> str:
    """The table of this benchmark."""
    sets = [(f"{count:,} synthetic", cloud(count)) for count in sizes]
    if real_places:
        sets.append((real_places.stem, real(real_places)))
    lines = ["### The map in Chromium, places with 3.2 intervals each over 1,096 days", "", HEAD]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, points in sets:
            told = report(points, Path(folder), browser, scripts)
            print(name, json.dumps(told), flush=True)
            lines.append(f"| {name} | " + " | ".join(f"{told[key]:g}" if key in told else "" for key in COLUMNS) + " |")
        browser.close()
    return "\n".join([*lines, ""])


def report(points: Sequence[tuple[float, float]], folder: Path, browser: Browser, scripts: Path) -> dict[str, float]:
    """What was measured of a page of some places, and of the plugin's where its scripts are there."""
    made = synthetic(points)
    path = folder / "map.html"
    html = page(made.timeline, evidence=False, basemap="none", pages=made.sheets)
    path.write_text(html, "utf-8")
    ours, theirs = (browser.new_page(viewport={"width": 1440, "height": 900}) for _ in range(2))
    fixed = sum(map(len, leaflet()))
    found = {
        "bytes_a_place": round(len(html) / len(points), 1),
        "of_these_leaflet": round(fixed / len(points), 1),
        **{key: round(value, 2) for key, value in measure(ours, path).items()},
    }
    ours.close()
    if len(points) <= STOCK_MOST and scripts.exists():
        stock(made, folder / "stock.html")
        size = (folder / "stock.html").stat().st_size
        found |= {"stock_bytes_a_place": round(size / len(points), 1)} | measure_stock(theirs, folder / "stock.html", scripts)
    theirs.close()
    return found


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--places", type=int, nargs="*", default=[33_000, 100_000, 300_000])
    asked.add_argument("--real", type=Path)
    asked.add_argument("--scripts", type=Path, default=SCRIPTS_AT)
    options = asked.parse_args()
    print(main(options.places, options.scripts, options.real))
