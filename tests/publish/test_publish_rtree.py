"""The packed spatial index: sound by SQLite's own check, and it finds what lies in a box."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld.publish import rtree

LON, LAT = st.floats(-180, 180), st.floats(-90, 90)
POINTS = st.lists(st.tuples(LON, LAT), min_size=1, max_size=20)


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        yield opened


def fill(database: sqlite3.Connection, points: list[tuple[float, float]]) -> None:
    database.execute("DROP TABLE IF EXISTS tree")
    database.execute("CREATE VIRTUAL TABLE tree USING rtree(id, minx, maxx, miny, maxy)")
    rtree.fill(database, "tree", *np.array(points, float).reshape(-1, 2).T)


@given(POINTS, st.integers(1, 400), st.tuples(LON, LAT), st.tuples(LON, LAT))
def test_what_lies_in_a_box_is_found(
    database: sqlite3.Connection,
    some: list[tuple[float, float]],
    times: int,
    one: tuple[float, float],
    other: tuple[float, float],
) -> None:
    points = some * times
    fill(database, points)
    assert database.execute("SELECT rtreecheck('tree')").fetchone() == ("ok",)
    (west, east), (south, north) = (sorted(pair) for pair in zip(one, other, strict=True))
    box = (west, east, south, north)
    found = database.execute("SELECT id FROM tree WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?", box).fetchall()
    inside = {at for at, (lon, lat) in enumerate(points, 1) if west <= lon <= east and south <= lat <= north}
    assert inside <= {at for (at,) in found}


@pytest.mark.parametrize("count", [0, 1, 51, 52, 51 * 51, 51 * 51 + 1])
def test_it_can_be_edited_like_one_that_was_made_by_inserting(database: sqlite3.Connection, count: int) -> None:
    fill(database, [(at % 360 - 180, at % 180 - 90) for at in range(count)])
    database.execute("INSERT INTO tree VALUES (?, 1, 1, 2, 2)", [count + 1])
    database.execute("DELETE FROM tree WHERE id <= ?", [count // 2])
    assert database.execute("SELECT count(*) FROM tree").fetchone() == (count + 1 - count // 2,)
    assert database.execute("SELECT rtreecheck('tree')").fetchone() == ("ok",)
