"""What a reader can do with the page beside moving the slider."""

import datetime as dt
from collections.abc import Callable

import pytest
import scenes
from axe_playwright_python.sync_playwright import Axe
from crowd import crowd
from opened import ATTRIBUTION, TITLE, Opened

from whoheld import geodata
from whoheld.interval import Bounds
from whoheld.model import Basis, Party, Relation, When
from whoheld.publish.manifest import Limits
from whoheld.publish.page import page
from whoheld.timeline import build

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html() -> str:
    return page(scenes.valley(), title=TITLE, attribution=ATTRIBUTION)


@pytest.fixture
def valley(open_page: Callable[..., Opened], html: str) -> Opened:
    return open_page(html)


@pytest.mark.parametrize(
    "view",
    [
        "place=t:hajin&on=2019-01-10",
        "tab=places",
        "tab=compare&against=2018-10-01",
        "tab=about",
        "language=ar&place=t:susah",
        "theme=dark&place=t:shafah&known=2019-01-10&areas=1",
    ],
)
def test_accessibility_checker_finds_nothing_serious(valley: Opened, view: str) -> None:
    sheet = valley.goto(f"#{view}")
    valley.settle()
    found = [fault for fault in Axe().run(sheet).response["violations"] if fault["impact"] in {"serious", "critical"}]
    assert found == []


@pytest.mark.parametrize(
    ("before", "after"), [("2018-09-10", "2019-02-02"), ("2018-12-14", "2018-12-28"), ("2019-01-06", "2019-01-07")]
)
def test_compare_lists_what_the_timeline_says_changed(valley: Opened, before: str, after: str) -> None:
    sheet = valley.goto(f"#tab=compare&on={after}&against={before}")
    listed = sheet.locator(".wh-compare tbody tr").evaluate_all("rows => rows.map(row => row.dataset.place)")
    expected = scenes.valley().diff(dt.date.fromisoformat(before), dt.date.fromisoformat(after))
    assert sorted(listed) == [change.place_id for change in expected]


def test_an_open_start_states_no_day_before_its_report(open_page: Callable[..., Opened]) -> None:
    """What is only known to have happened "on or before" a day is no report of the years before it, as in `ask` and `diff`."""
    told = [
        *scenes.VALLEY,
        scenes.claim("The SDF seized Shafah.", "The SDF seized Shafah", "Shafah", scenes.PLACES["t:shafah"], actor="SDF"),
    ]
    timeline = build(told, places=scenes.PLACES, actors=scenes.ACTORS)
    opened = open_page(page(timeline, title=TITLE, attribution=ATTRIBUTION))
    before = dt.date(2018, 9, 15)
    sheet = opened.goto(f"#on={before}")
    assert "t:shafah" not in timeline.at(before)
    assert sheet.evaluate("whoheld.stateAt('t:shafah').status") == "nothing"
    opened.show("#on=2019-01-22")
    assert sheet.evaluate("whoheld.stateAt('t:shafah').actor") == "SDF"


def test_reports_without_a_date_show_no_day(open_page: Callable[..., Opened]) -> None:
    told = scenes.VALLEY[0]
    dayless = told.model_copy(
        update={
            "when": When(earliest=None, latest=None, basis=Basis.UNKNOWN),
            "article": told.article.model_copy(update={"published": None}),
        }
    )
    opened = open_page(page(build([dayless], places=scenes.PLACES, actors=scenes.ACTORS), title=TITLE, attribution=ATTRIBUTION))
    sheet = opened.goto("#place=t:hajin")
    opened.settle()
    assert "1970" not in sheet.locator("body").inner_text()
    assert not sheet.locator(".wh-range").first.is_visible()
    assert "ISIS holds Hajin" in sheet.locator(".wh-side").inner_text()


def test_a_fight_of_nobody_named_says_so(open_page: Callable[..., Opened]) -> None:
    told = scenes.VALLEY[0]
    fight = told.model_copy(update={"relation": Relation.CONTESTED, "actor": Party(id=None, text=None), "loser": None})
    opened = open_page(page(build([fight], places=scenes.PLACES, actors=scenes.ACTORS), title=TITLE, attribution=ATTRIBUTION))
    panel = opened.goto(f"#place={fight.place.id}").locator(".wh-side")
    assert panel.locator(".wh-now strong").inner_text() == "Contested or split; nobody is named"
    assert panel.locator(".wh-intervals .wh-chip").inner_text() == "nobody named"


def test_a_page_of_no_report_says_so(open_page: Callable[..., Opened]) -> None:
    sheet = open_page(page(build([]), title=TITLE, attribution=ATTRIBUTION)).goto("")
    assert sheet.locator(".wh-date").inner_text() == "Nothing is reported of any place."


def test_known_on_hides_what_was_published_later(valley: Opened) -> None:
    sheet = valley.goto("#on=2018-12-20&place=t:hajin")
    sheet.locator("blockquote", has_text="سيطرت").wait_for()
    sheet.get_by_role("checkbox", name="As known on").check()
    handle = sheet.get_by_role("slider", name="As known on")
    handle.fill(handle.get_attribute("min") or "")
    sheet.locator("blockquote", has_text="سيطرت").wait_for(state="detached")
    assert sheet.evaluate("whoheld.stateAt('t:hajin').actor") == "ISIS"


def test_a_view_can_be_cited(valley: Opened, open_page: Callable[..., Opened], html: str) -> None:
    sheet = valley.goto()
    sheet.keyboard.press("Shift+ArrowLeft")
    sheet.get_by_label("Find a place").fill("السوسه")
    sheet.get_by_role("button", name="As-Susah").click()
    valley.wait_for("location.hash.includes('t:susah')")
    fragment = sheet.evaluate("location.hash")
    other = open_page(html)
    again = other.goto(fragment)
    assert again.evaluate("whoheld.day()") == "2019-01-02"
    assert again.locator(".wh-place h2").text_content() == "As-Susah"


def test_nonsense_in_the_address_is_passed_over(valley: Opened) -> None:
    sheet = valley.goto("#on=2019-99-99&known=x&place=nowhere&view=a/b/c&off=nobody&tab=zzz&language=xx&theme=%00")
    assert sheet.get_by_role("slider", name="Day shown").is_visible()
    assert valley.complaints == []


def test_arabic_interface_runs_from_right_to_left(valley: Opened) -> None:
    sheet = valley.goto("#on=2018-12-20")
    sheet.get_by_role("button", name="العربية").click()
    valley.settle()
    assert sheet.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["rtl", "ar"]
    assert sheet.locator("h1").text_content() == TITLE["ar"]
    assert sheet.title() == TITLE["ar"]
    side, middle = sheet.locator(".wh-side").bounding_box(), sheet.locator("#map_page").bounding_box()
    assert side is not None
    assert middle is not None
    assert side["x"] < middle["x"]


def test_estimated_areas_are_off_at_first_and_labelled_when_on(valley: Opened) -> None:
    sheet = valley.goto()
    note = sheet.locator(".wh-estimate")
    assert not note.is_visible()
    canvases = sheet.locator(".leaflet-overlay-pane canvas").count()
    sheet.get_by_role("button", name="Estimated areas").click()
    valley.settle()
    assert "Estimated" in (note.text_content() or "")
    assert sheet.locator(".leaflet-overlay-pane canvas").count() == canvases + 1


def test_printed_page_keeps_the_words_and_drops_the_buttons(valley: Opened) -> None:
    sheet = valley.goto("#on=2018-12-20&place=t:hajin")
    sheet.locator(".wh-claim").first.wait_for()
    sheet.emulate_media(media="print")
    assert sheet.locator(".wh-claim").first.is_visible()
    assert not sheet.get_by_role("button", name="Play").is_visible()


def test_whole_page_is_reachable_by_keyboard(valley: Opened) -> None:
    sheet = valley.goto("#tab=places")
    sheet.locator(".wh-list").wait_for()
    reached = set()
    for _ in range(60):
        sheet.keyboard.press("Tab")
        reached.add(sheet.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"))
    for name in ("Find a place", "Places", "Compare", "How to read", "Play", "Day shown", "Hajin"):
        assert name in reached


def test_evidence_can_be_left_out(open_page: Callable[..., Opened]) -> None:
    html = page(scenes.valley(), title=TITLE, evidence=False)
    sheet = open_page(html).goto("#place=t:hajin")
    assert "carries no quotes" in (sheet.locator(".wh-place").text_content() or "")


def test_online_tiles_are_the_one_thing_asked_for(open_page: Callable[..., Opened]) -> None:
    opened = open_page(page(scenes.valley(), basemap="https://tiles.example.org/{z}/{x}/{y}.png"))
    opened.page.route("https://tiles.example.org/**", lambda route: route.fulfill(status=204))
    opened.goto()
    opened.settle()
    asked = [address for address in opened.requests if not address.startswith("file:")]
    assert asked
    assert all(address.startswith("https://tiles.example.org/") for address in asked)


@pytest.mark.parametrize(("locale", "language"), [("ar-SY", "ar"), ("fr-FR", "en"), ("en-GB", "en")])
def test_the_page_speaks_the_readers_language_until_told_otherwise(
    open_page: Callable[..., Opened], html: str, locale: str, language: str
) -> None:
    sheet = open_page(html, locale=locale).goto()
    assert sheet.evaluate("document.documentElement.lang") == language
    told = page(scenes.valley(), title=TITLE, language="ar")
    assert open_page(told, locale=locale).goto().evaluate("document.documentElement.lang") == "ar"


def test_paper_carries_the_whole_view_its_address_and_its_sources(valley: Opened) -> None:
    sheet = valley.goto("#on=2018-12-20&place=t:hajin&known=2019-01-30")
    sheet.locator(".wh-claim").first.wait_for()
    before = sheet.evaluate("document.querySelector('#map_page').clientWidth")
    sheet.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    sheet.emulate_media(media="print")
    colophon = sheet.locator(".wh-colophon")
    assert colophon.is_visible()
    for text in ("2018-12-20", "2019-01-30", "place=t:hajin", *ATTRIBUTION):
        assert text in (colophon.text_content() or "")
    box = sheet.locator("#map_page").bounding_box()
    assert box is not None
    for place in ("t:hajin", "t:susah", "t:shafah"):
        at = sheet.evaluate(f"whoheld.pixelOf('{place}')")
        assert box["x"] < at["x"] < box["x"] + box["width"]
        assert box["y"] < at["y"] < box["y"] + box["height"]
    sheet.emulate_media(media="screen")
    sheet.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert sheet.evaluate("document.querySelector('#map_page').clientWidth") == before


def test_the_slider_of_an_edition_of_some_days_runs_over_them(open_page: Callable[..., Opened]) -> None:
    window = Bounds(dt.date(2018, 12, 1), dt.date(2019, 1, 31))
    opened = open_page(page(scenes.valley(), limits=Limits(window=window)))
    sheet = opened.goto()
    assert sheet.evaluate("whoheld.day()") == "2019-01-31"
    sheet.keyboard.press("Home")
    opened.settle()
    assert sheet.evaluate("whoheld.day()") == "2018-12-01"
    assert sheet.evaluate("whoheld.stateAt('t:hajin').actor") == "ISIS"


def test_a_long_list_comes_in_parts_and_ends(open_page: Callable[..., Opened]) -> None:
    sheet = open_page(page(crowd(450), evidence=False, basemap="none")).goto("#on=2018-06-01&tab=places")
    rows = sheet.locator(".wh-list tbody tr")
    rows.first.wait_for()
    total = int((sheet.locator(".wh-list h2").text_content() or "").strip("Places ()"))
    assert rows.count() == 200 < total
    while sheet.locator(".wh-rest").is_visible():
        sheet.locator(".wh-rest").click()
    assert rows.count() == total
    assert sheet.evaluate("document.activeElement.tagName") == "BUTTON"


def test_a_province_with_an_outline_opens_where_its_name_stands(open_page: Callable[..., Opened]) -> None:
    homs = next(place for place in geodata.theatre("syria").places if place.id == "syria:homs_gov")
    text = "SDF holds Homs Governorate"
    held = scenes.claim(text, text, "Homs Governorate", homs, actor="SDF", relation=Relation.HOLDS, day="2019-01-01")
    opened = open_page(page(build([held], places={homs.id: homs}, actors=scenes.ACTORS)))
    sheet = opened.goto("#view=7/34.5/38")
    at = sheet.evaluate("whoheld.pixelOf('syria:homs_gov')")
    sheet.mouse.move(at["x"], at["y"])
    assert "Homs Governorate: Syrian Democratic Forces" in (sheet.locator("#map_page").get_attribute("title") or "")
    sheet.mouse.click(at["x"], at["y"])
    sheet.locator(".wh-place", has_text="Homs Governorate").wait_for()
    assert opened.complaints == []
