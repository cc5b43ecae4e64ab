"""An edition of some days: what touches them is in it, nothing else, and the claims stay whole."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import ABOUT, ACTORS, HISTORY, PLACES

from whoheld.interval import ALWAYS, Bounds
from whoheld.publish import files, payload
from whoheld.publish.manifest import Limits
from whoheld.publish.payload import Labels
from whoheld.publish.rows import rows
from whoheld.timeline import Timeline, build

days = st.dates(dt.date(2018, 10, 1), dt.date(2019, 3, 1))
TOLD = build(HISTORY, places=PLACES, actors=ACTORS)


@given(days, days)
def test_rows_are_those_that_have_a_day_in_the_window(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    kept = rows(TOLD, Bounds(first, last))
    for row in rows(TOLD):
        begins = row.valid_from_earliest or row.valid_from  # "on or before" states no day before the core
        inside = begins <= last.isoformat() and (row.valid_to_latest is None or first.isoformat() < row.valid_to_latest)
        assert (row in kept) == inside
    shown = {row.place_id for row in kept if row.known_to is None and row.valid_from <= str(first) < (row.valid_to or "9999")}
    assert shown == set(TOLD.at(first))


@pytest.mark.parametrize(
    ("window", "span"),
    [
        (ALWAYS, ("2018-11-01", "2019-02-10")),
        (Bounds(dt.date(2018, 12, 1), None), ("2018-12-01", "2019-02-10")),
        (Bounds(None, dt.date(2018, 12, 1)), ("2018-11-01", "2018-12-01")),
        (Bounds(dt.date(2018, 12, 1), dt.date(2020, 1, 1)), ("2018-12-01", "2020-01-01")),
        (Bounds(dt.date(2021, 1, 1), None), ("2021-01-01", "2021-01-01")),
    ],
)
def test_the_slider_runs_over_the_window(window: Bounds, span: tuple[str, str]) -> None:
    assert tuple(map(str, payload._span(TOLD, window))) == span  # noqa: SLF001 - what the block says of its days


@pytest.mark.parametrize(
    ("first_day", "window", "first"),
    [
        ("2018-12-01", ALWAYS, "2018-12-14"),
        ("2011-03-15", ALWAYS, "2018-11-01"),
        ("2018-12-01", Bounds(dt.date(2018, 10, 1), None), "2018-10-01"),
        ("2020-01-01", ALWAYS, "2018-11-01"),
    ],
)
def test_the_slider_begins_with_the_first_change_of_the_theatre(first_day: str, window: Bounds, first: str) -> None:
    assert str(payload._span(TOLD, window, dt.date.fromisoformat(first_day))[0]) == first  # noqa: SLF001 - as above


def test_the_page_of_a_window_is_smaller() -> None:
    labels = Labels(outline=False, limits=Limits(window=Bounds(dt.date(2019, 2, 15), None)))
    assert len(payload.encode(TOLD, labels)) < len(payload.encode(TOLD, Labels(outline=False)))


def test_the_layers_are_limited_and_the_claims_are_not(history: Timeline, tmp_path: Path) -> None:
    window = Bounds(dt.date(2019, 2, 1), dt.date(2019, 2, 5))
    files.write(history, tmp_path / "all", ABOUT)
    files.write(history, tmp_path / "some", ABOUT.model_copy(update={"limits": Limits(window=window)}))
    assert (tmp_path / "some" / "claims.jsonl").read_bytes() == (tmp_path / "all" / "claims.jsonl").read_bytes()
    assert files.read(tmp_path / "some").controls == history.controls
    lines = [(tmp_path / name / "control.csv").read_text("utf-8-sig").splitlines() for name in ("some", "all")]
    assert len(lines[0]) - 1 == len(rows(history, window)) < len(lines[1]) - 1
