"""The page as a reader has it: from disk, without a network, in Chromium."""

import datetime as dt
import random
import re
from collections.abc import Callable

import pytest
import scenes
from opened import ATTRIBUTION, TITLE, Opened
from playwright.sync_api import Page

from whoheld import geodata
from whoheld.errors import UsageError
from whoheld.model import Review
from whoheld.publish.page import page
from whoheld.publish.wording import source_lines
from whoheld.timeline import Timeline, build

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html() -> str:
    return page(scenes.valley(), title=TITLE, attribution=ATTRIBUTION)


@pytest.fixture
def valley(open_page: Callable[..., Opened], html: str) -> Opened:
    return open_page(html)


def _pixel(sheet: Page, place: str) -> bytes:
    at = sheet.evaluate(f"whoheld.pixelOf('{place}')")
    return sheet.screenshot(clip={"x": at["x"] - 1, "y": at["y"] - 1, "width": 3, "height": 3})


def test_asks_for_nothing_and_complains_of_nothing(valley: Opened) -> None:
    sheet = valley.goto()
    sheet.get_by_role("button", name="Places").click()
    sheet.get_by_role("button", name="How to read").click()
    valley.settle()
    assert valley.requests == [valley.file.as_uri()]
    assert valley.complaints == []


def test_opens_on_the_last_reported_day_with_every_reported_place_in_view(valley: Opened) -> None:
    sheet = valley.goto()
    assert sheet.evaluate("whoheld.day()") == "2019-02-02"
    box = sheet.locator("#map_page").bounding_box()
    assert box is not None
    for place in ("t:hajin", "t:susah", "t:shafah"):
        at = sheet.evaluate(f"whoheld.pixelOf('{place}')")
        assert box["x"] < at["x"] < box["x"] + box["width"]
        assert box["y"] < at["y"] < box["y"] + box["height"]


def test_slider_moves_a_place_from_one_colour_to_another(valley: Opened) -> None:
    sheet = valley.goto("#on=2018-12-01")
    slider = sheet.get_by_role("slider", name="Day shown")
    before, colour = sheet.evaluate("whoheld.stateAt('t:hajin')"), _pixel(sheet, "t:hajin")
    slider.focus()
    for _ in range(20):
        slider.press("ArrowRight")
    valley.settle()
    assert sheet.evaluate("whoheld.day()") == "2018-12-21"
    assert before["actor"] == "ISIS"
    assert sheet.evaluate("whoheld.stateAt('t:hajin')")["actor"] == "SDF"
    assert _pixel(sheet, "t:hajin") != colour


def test_keys_step_by_day_and_month_and_go_to_both_ends(valley: Opened) -> None:
    sheet = valley.goto("#on=2018-12-10")
    day = "whoheld.day()"
    for key, expected in (
        ("ArrowRight", "2018-12-11"),
        ("ArrowLeft", "2018-12-10"),
        ("Shift+ArrowRight", "2019-01-10"),
        ("Home", "2018-09-10"),
        ("End", "2019-02-02"),
    ):
        sheet.keyboard.press(key)
        valley.settle()
        assert sheet.evaluate(day) == expected


def test_space_plays_until_the_end(valley: Opened) -> None:
    sheet = valley.goto("#on=2019-01-25")
    sheet.keyboard.press("Space")
    valley.wait_for("whoheld.day() === '2019-02-02'")
    assert sheet.get_by_role("button", name="Play").is_visible()


def test_click_on_a_place_shows_the_arabic_quote_with_its_words_marked(valley: Opened) -> None:
    sheet = valley.goto("#on=2018-12-20")
    at = sheet.evaluate("whoheld.pixelOf('t:hajin')")
    sheet.mouse.click(at["x"], at["y"])
    quote = sheet.locator("blockquote", has_text="سيطرت").first
    quote.wait_for()
    assert quote.locator("mark").text_content() == scenes.ARABIC_QUOTE
    assert quote.locator("mark strong").text_content() == "هجين"
    assert quote.get_attribute("dir") == "auto"
    assert quote.evaluate("node => getComputedStyle(node).direction") == "rtl"
    assert sheet.locator(".wh-place h2").text_content() == "Hajin"
    link = sheet.locator(".wh-claim a").first
    assert link.get_attribute("href") == "https://example.org/1"
    assert "noopener" in (link.get_attribute("rel") or "")


def test_panel_tells_who_contradicts_and_how_precise_the_place_is(valley: Opened) -> None:
    sheet = valley.goto("#on=2019-01-10&place=t:shafah")
    sheet.locator(".wh-claim").first.wait_for()
    text = sheet.locator(".wh-place").text_content() or ""
    assert "good to about 2 km" in text
    assert "unconfirmed" in text
    assert "2019-01-06" in text


def test_places_that_were_not_found_are_listed(valley: Opened) -> None:
    sheet = valley.goto("#tab=places")
    assert "Kashmah" in (sheet.locator(".wh-unplaced").text_content() or "")


def test_in_arabic_why_a_place_was_not_found_and_the_sources_are_arabic(open_page: Callable[..., Opened]) -> None:
    lines = geodata.theatre("syria").file.attribution
    opened = open_page(page(scenes.valley(), title=TITLE, attribution=lines, language="ar"))
    assert "لم يُعثر عليه" in (opened.goto("#tab=places").locator(".wh-unplaced").text_content() or "")
    told = opened.goto("#tab=about").locator(".wh-about li").all_text_contents()
    assert tuple(told) == source_lines(lines, "ar")
    assert not set(told) & set(lines)


def test_recap_is_hollow_and_province_paints_no_town(valley: Opened) -> None:
    sheet = valley.goto()
    assert sheet.evaluate("whoheld.stateAt('t:mosul').status") == "recap"
    assert sheet.evaluate("whoheld.stateAt('t:province').actor") == "SDF"


def test_legend_counts_and_switches(valley: Opened) -> None:
    sheet = valley.goto("#on=2018-12-20")
    row = sheet.locator(".wh-actors li", has_text="Syrian Democratic Forces")
    assert row.locator(".wh-count").text_content() == "1"
    colour = _pixel(sheet, "t:hajin")
    row.get_by_role("checkbox").uncheck()
    valley.settle()
    assert _pixel(sheet, "t:hajin") != colour


@pytest.mark.parametrize("known", [None, "2018-12-20", "2019-01-05", "2019-01-30"])
def test_states_are_those_of_the_timeline(valley: Opened, known: str | None) -> None:
    expected = scenes.valley(known_at=dt.date.fromisoformat(known) if known else None)
    sheet = valley.goto()
    days = random.Random(7).sample(range(146), 25)  # noqa: S311 - any days will do
    for day in (dt.date(2018, 9, 10) + dt.timedelta(days=number) for number in days):
        valley.show(f"on={day}&known={known or ''}")
        assert _shown(sheet) == _told(expected, day)


def _shown(sheet: Page) -> dict[str, tuple[str, str | None, list[str]]]:
    states = sheet.evaluate("whoheld.states()")
    return {
        place: (state["status"], state["actor"], state["others"])
        for place, state in states.items()
        if state["status"] not in {"nothing", "recap", "transition"}
    }


def _told(timeline: Timeline, day: dt.date) -> dict[str, tuple[str, str | None, list[str]]]:
    found = timeline.at(day)
    return {place: (control.status.value, control.actor, list(control.other_actors)) for place, control in found.items()}


def test_phone_has_no_sideways_scroll_and_keeps_the_map(open_page: Callable[..., Opened], html: str) -> None:
    opened = open_page(html, width=390, height=844)
    sheet = opened.goto()
    assert sheet.evaluate("document.documentElement.scrollWidth") <= 390
    box = sheet.locator("#map_page").bounding_box()
    assert box is not None
    assert box["height"] > 250


def test_phone_keeps_the_place_in_view_that_its_panel_is_about(open_page: Callable[..., Opened], html: str) -> None:
    opened = open_page(html, width=390, height=844)
    sheet = opened.goto("#place=t:susah&view=11/34.5/41.2")
    sheet.locator(".wh-claim").first.wait_for()
    opened.settle()
    at, box = sheet.evaluate("whoheld.pixelOf('t:susah')"), sheet.locator("#map_page").bounding_box()
    assert box is not None
    assert 0 < at["x"] < 390
    assert box["y"] < at["y"] < box["y"] + box["height"]


def test_policy_lets_nothing_run_but_our_own(html: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    assert html.index("Content-Security-Policy") < html.index("<script")


def test_a_base_map_that_is_no_address_is_refused() -> None:
    with pytest.raises(UsageError, match="base map"):
        page(scenes.valley(), basemap="javascript:alert(1)")


def test_empty_timeline_says_so(open_page: Callable[..., Opened]) -> None:
    opened = open_page(page(build(())))
    sheet = opened.goto()
    assert "Nothing is reported" in (sheet.locator(".wh-foot").text_content() or "")
    assert opened.complaints == []


def test_a_claim_that_a_person_judged_says_so(open_page: Callable[..., Opened]) -> None:
    taken, corrected, untouched = scenes.VALLEY[1], scenes.VALLEY[3], scenes.VALLEY[2]
    judged = {
        taken.id: Review(action="accept", day=dt.date(2019, 3, 1)),
        corrected.id: Review(action="amend", day=dt.date(2019, 3, 2), fields=("place", "when")),
    }
    claims = [claim.model_copy(update={"review": judged.get(claim.id)}) for claim in scenes.VALLEY]
    sheet = open_page(page(build(claims, places=scenes.PLACES, actors=scenes.ACTORS))).goto("#place=t:hajin&on=2019-03-03")
    said = sheet.locator(f"[data-claim='{taken.id}'] .wh-review")
    said.wait_for()
    assert said.text_content() == "accepted by a person on 2019-03-01"
    sheet.evaluate("location.hash = 'place=t:susah&on=2019-03-03'")
    said = sheet.locator(f"[data-claim='{corrected.id}'] .wh-review")
    said.wait_for()
    assert said.text_content() == "corrected by a person on 2019-03-02: Place, Date"
    assert sheet.locator(f"[data-claim='{untouched.id}'] .wh-review").count() == 0
