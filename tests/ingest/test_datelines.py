"""An article whose only date is the dateline at its head is dated by it, and by nothing that only looks like one."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld.ingest import read
from whoheld.ingest.datelines import dateline_day
from whoheld.model import Article

DATELINES = [
    ("MOSUL, Iraq, June 10, 2014 (Agency) - Militants overran the city.", "2014-06-10"),
    ("MOSUL, Iraq (Agency), June 10, 2014 — Militants overran the city.", "2014-06-10"),
    ("GOMA, Democratic Republic of the Congo, January 28, 2025 (Agency) - Rebels took the airport.", "2025-01-28"),
    ("GOMA, 10 Jan 2025 – M23 rebels entered the town.", "2025-01-10"),
    ("Port Sudan, Tuesday, December 19, 2023: The army said nothing.", "2023-12-19"),
    ("RAS AL-AIN, Syria, Oct 12 2019 -- Shells fell.", "2019-10-12"),
    ("N'DJAMENA, 2021-04-20 - Rebels advanced.", "2021-04-20"),
    ("\n  KYIV, February 25, 2022 (Agency) -\nRussian troops took the island.", "2022-02-25"),
    ("دمشق - 12 أيار/مايو 2016 - سيطر الجيش على البلدة.", "2016-05-12"),
    ("دمشق، الخميس 12 أيار 2016 - سيطر الجيش على البلدة.", "2016-05-12"),
    ("عدن (الوكالة) ١٧ يوليو ٢٠١٥ – دخلت المقاومة المدينة.", "2015-07-17"),
    ("الخرطوم، السودان، 26 مارس 2025 (الوكالة): أعلن الجيش استعادة المطار.", "2025-03-26"),
    ("طرابلس/ ليبيا - 5 يونيو 2020 - دخلت القوات ترهونة.", "2020-06-05"),
]

NONE = [
    "MOSUL, Iraq, June 10 (Agency) - Militants overran the city.",
    "June 10, 2014 - Militants overran the city.",
    "The army took Mosul on June 10, 2014 - a day after it had fled.",
    "Militants overran Mosul, Iraq, June 10, 2014 - and stayed.",
    "MOSUL, Iraq, June 10, 2014 was the day on which the city fell.",
    "MOSUL, Iraq, 10/6/2014 (Agency) - Militants overran the city.",
    "MOSUL, Iraq, June 31, 2014 (Agency) - Militants overran the city.",
    "MOSUL June 10, 2014 - Militants overran the city.",
    "MOSUL, Iraq (Agency) - Militants overran the city on June 10, 2014.",
    "The militants overran the city.\nMOSUL, Iraq, June 10, 2014 (Agency) - Militants overran the city.",
    "MOSUL, June 10, 2014 - Militants overran the city.\nTIKRIT, June 11, 2014 - So did they there.",
    "MOSUL, June 10, 2014 - Militants overran the city.\nJune 11, 2014 - They went on.",
    "سيطر الجيش على البلدة في 12 أيار 2016 - وكانت قد سقطت قبل عام.",
    "دمشق - 12 أيار/مايو - سيطر الجيش على البلدة.",
    "12 أيار 2016 - سيطر الجيش على البلدة.",
    "معركة الموصل 10 يونيو 2014 - سقوط المدينة.",
    "دمشق - 3/4/2016 - سيطر الجيش على البلدة.",
    "",
]


@pytest.mark.parametrize(("text", "day"), DATELINES)
def test_a_dateline_gives_its_day(text: str, day: str) -> None:
    assert dateline_day(text) == day


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_whole_dateline_at_the_very_start_gives_none(text: str) -> None:
    assert dateline_day(text) is None


@given(st.text(max_size=300))
def test_any_text_has_a_day_or_none(text: str) -> None:
    day = dateline_day(text)
    assert day is None or len(day) == len("2014-06-10")


def article(folder: Path, text: str, **beside: str) -> Article:
    (folder / "a.txt").write_text(text, "utf-8")
    (folder / "a.json").write_text(json.dumps(beside), "utf-8")
    (found,) = (item for item in read([folder / "a.txt"]) if isinstance(item, Article))
    return found


def test_it_is_the_last_rung_and_is_named(tmp_path: Path) -> None:
    text = DATELINES[0][0]
    dated = [
        article(tmp_path, text),
        article(tmp_path, text, url="https://x.example/2014/06/11/a"),
        article(tmp_path, text, published="2014-06"),
    ]
    said = [(found.published, found.published_basis) for found in dated]
    assert said == [("2014-06-10", "dateline"), ("2014-06-11", "url"), ("2014-06", "given")]
