"""The page's block of data: the same bytes for the same reports, and no more of the base map than is needed."""

import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import ACTORS, HISTORY, PLACES

from whoheld import timeline
from whoheld.model import Claim
from whoheld.publish import basemap
from whoheld.publish.columns import Columns
from whoheld.publish.page import page
from whoheld.publish.payload import Labels, encode

PRINTS = """
import sys, hashlib
sys.path.insert(0, sys.argv[1])
from made_up import ACTORS, HISTORY, PLACES
from whoheld import timeline
from whoheld.model import Claim
from whoheld.publish.page import page
made = timeline.build(reversed(HISTORY), places=dict(reversed(PLACES.items())), actors=dict(reversed(ACTORS.items())))
sys.stdout.write(hashlib.sha256(page(made, title="x").encode()).hexdigest())
"""


def encoded(reports: Sequence[Claim]) -> str:
    return encode(timeline.build(reports, places=PLACES, actors=ACTORS), Labels(outline=False))


@pytest.fixture(scope="module")
def in_order() -> str:
    return encoded(HISTORY)


@given(shuffled=st.permutations(HISTORY))
def test_order_of_the_reports_does_not_matter(in_order: str, shuffled: list[Claim]) -> None:
    assert encoded(shuffled) == in_order


def test_another_process_makes_the_same_page() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", PRINTS, Path(__file__).parent],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1


def test_page_holds_no_word_of_a_report_outside_its_block(history: timeline.Timeline) -> None:
    html = page(history, title="A title of our own", attribution=("Example Agency",))
    for claim in HISTORY:
        assert claim.evidence.quote not in html
    assert "A title of our own" not in html
    assert "Example Agency" not in html


def test_without_evidence_the_page_is_smaller(history: timeline.Timeline) -> None:
    assert len(encode(history, Labels(evidence=False, outline=False))) < len(encode(history, Labels(outline=False)))


@given(st.lists(st.integers(-(2**31), 2**31 - 1)))
def test_columns_take_the_fewest_bytes_that_hold_them(numbers: list[int]) -> None:
    columns = Columns()
    columns.add("it", numbers)
    layout, data = columns.layout["it"], columns.tobytes()
    planes = np.frombuffer(data, np.uint8).reshape(layout["width"], layout["count"])
    assert planes.T.copy().view(f"<i{layout['width']}").ravel().tolist() == numbers
    narrower = layout["width"] // 2
    assert not narrower or any(not -(1 << 8 * narrower - 1) <= number < 1 << 8 * narrower - 1 for number in numbers)


@pytest.mark.parametrize("box", [(39.0, 33.0, 43.0, 37.0), (30.0, 44.0, 41.0, 53.0), (-20.0, -60.0, -19.0, -59.0)])
def test_base_map_is_cut_to_the_box(box: basemap.Box) -> None:
    west, south, east, north = (side * basemap.UNITS_PER_DEGREE for side in box)
    for kind, line in basemap.cut(box):
        assert 0 <= kind < len(basemap.KINDS)
        assert len(line) > 1
        inner = line[1:-1]
        for (x0, y0), (x1, y1) in pairwise(inner):
            assert min(x0, x1) <= east
            assert max(x0, x1) >= west
            assert min(y0, y1) <= north
            assert max(y0, y1) >= south


def test_no_line_goes_round_the_earth() -> None:
    west_to_east = [np.abs(np.diff(line[:, 0])).max() for _, line in basemap.cut((-180, -90, 180, 90))]
    assert max(west_to_east) < 180 * basemap.UNITS_PER_DEGREE


def test_base_map_has_dashed_lines_where_boundaries_are_disputed() -> None:
    kinds = {basemap.KINDS[kind] for kind, _ in basemap.cut((-18, 20, 45, 50))}
    assert kinds == set(basemap.KINDS)
