"""The page of some hundred places says of any day, as known on any day, what the timeline says."""

import datetime as dt
import json
import random
from collections.abc import Callable

import pytest
from crowd import DAYS, FIRST, crowd
from opened import Opened

from whoheld.publish.page import page

pytestmark = pytest.mark.browser
PLACES, PAIRS = 300, 200
ASK = """async (fragment) => {
    location.hash = fragment;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))));
    const listed = Array.from(document.querySelectorAll(".wh-compare tbody tr"), (row) => row.dataset.place);
    return { states: whoheld.states(), listed };
}"""
WALK = """async (fragments) => {
    const walked = [];
    for (const fragment of fragments) {
        location.hash = fragment;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))));
        const told = Object.entries(whoheld.states()).map(([place, now]) => [place, [now.status, now.actor, now.others]]);
        walked.push(Object.fromEntries(told.filter(([, [status]]) => !["nothing", "recap", "transition"].includes(status))));
    }
    return JSON.stringify(walked);
}"""
"""The states of all pairs in one go: asking for each by itself takes longer than drawing it."""
SLIDE = """(day) => {
    const range = document.querySelector(".wh-range");
    range.value = Date.parse(day) / 86400000;
    range.dispatchEvent(new Event("input"));
}"""
PIXELS = "document.querySelector('.leaflet-overlay-pane canvas').toDataURL()"


@pytest.fixture(scope="module")
def html() -> str:
    return page(crowd(PLACES), evidence=False, basemap="none")


def pairs() -> list[tuple[dt.date, dt.date]]:
    """Days and known-on days, in order of the latter, so that each is folded once."""
    chance = random.Random(5)  # noqa: S311 - any days will do
    known = sorted(chance.sample(range(DAYS + 60), 20))
    return [
        (FIRST + dt.timedelta(chance.randrange(DAYS)), FIRST + dt.timedelta(day)) for day in known for _ in range(PAIRS // 20)
    ]


def test_states_of_all_places_on_200_pairs_of_days(open_page: Callable[..., Opened], html: str) -> None:
    sheet = open_page(html, width=320, height=480).goto()
    shown = json.loads(sheet.evaluate(WALK, [f"on={day}&known={known}" for day, known in pairs()]))
    for (day, known), found in zip(pairs(), shown, strict=True):
        expected = crowd(PLACES, known).at(day)
        assert found == {place: [c.status.value, c.actor, list(c.other_actors)] for place, c in expected.items()}, (day, known)


def test_compare_lists_what_the_timeline_says_changed_between_any_two_days(open_page: Callable[..., Opened], html: str) -> None:
    sheet = open_page(html, width=640, height=480).goto()
    timeline = crowd(PLACES)
    chance = random.Random(6)  # noqa: S311
    for _ in range(25):
        before, after = sorted(FIRST + dt.timedelta(chance.randrange(DAYS)) for _ in range(2))
        listed = sheet.evaluate(ASK, f"tab=compare&on={after}&against={before}")["listed"]
        more = sheet.locator(".wh-rest:visible")
        if more.count():
            more.click()
            listed = sheet.locator(".wh-compare tbody tr").evaluate_all("rows => rows.map(row => row.dataset.place)")
        assert sorted(listed) == [change.place_id for change in timeline.diff(before, after)]


def test_any_walk_of_the_slider_ends_where_a_jump_would(open_page: Callable[..., Opened], html: str) -> None:
    sheet = open_page(html).goto("#on=2016-06-01")
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowRight", "ArrowLeft", "End", "Shift+ArrowLeft", "Home"):
        sheet.keyboard.press(key)
    sheet.keyboard.press("Shift+ArrowRight")
    walked = sheet.evaluate(ASK, sheet.evaluate("location.hash"))["states"]
    day = sheet.evaluate("whoheld.day()")
    assert open_page(html).goto(f"#on={day}").evaluate("whoheld.states()") == walked


def test_pixels_after_any_walk_are_those_of_a_page_opened_on_the_day(open_page: Callable[..., Opened]) -> None:
    html = page(crowd(2700), evidence=False, basemap="none")
    walked = open_page(html)
    walked.goto("#on=2016-03-01")
    seen = []
    for day in ("2016-03-02", "2016-03-09", "2016-12-24", "2016-12-20", "2018-05-01"):
        walked.page.evaluate(SLIDE, day)
        walked.settle()
        seen.append(walked.page.evaluate(PIXELS))
        assert seen[-1] == open_page(html).goto(f"#on={day}").evaluate(PIXELS), day
    assert len(set(seen)) == len(seen)
