"""The fold of dense status tables equals a plain majority, day by day."""

import datetime as dt
from collections import Counter
from itertools import pairwise

import pyarrow as pa
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whoheld.errors import DataError
from whoheld.tables.majority import StatusColumns, majority

FIRST = dt.date(2022, 2, 24)
ROWS = st.dictionaries(
    st.tuples(st.sampled_from([7, 300, 12_000_000]), st.integers(0, 6), st.sampled_from(["wiki", "isw", "dsm"])),
    st.sampled_from(["UA", "RU", "CONTESTED"]),
    min_size=1,
)


def write(path, rows, place=lambda number: number):
    table = pa.table(
        {
            "place": [place(number) for number, _, _ in rows],
            "day": pa.array([FIRST + dt.timedelta(days=day) for _, day, _ in rows], pa.date32()),
            "source": [source for _, _, source in rows],
            "status": list(rows.values()),
        }
    )
    pa.parquet.write_table(table, path, row_group_size=4)


def plain(rows):
    """One row a change: place, status, day; by counting every place and day."""
    found = []
    for place in sorted({place for place, _, _ in rows}):
        standing = None
        for day in range(7):
            votes = Counter(status for (where, when, _), status in rows.items() if (where, when) == (place, day))
            most = max(votes.values(), default=0)
            best = sorted(status for status in votes if votes[status] == most)
            winner = standing if not best or standing in best else best[0]
            if winner != standing:
                found.append((place, winner, FIRST + dt.timedelta(days=day)))
            standing = winner
    return found


@given(ROWS, st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_is_the_majority_of_every_day(tmp_path, rows, named):
    place = str if named else int
    path = tmp_path / "status.parquet"
    write(path, rows, place)
    found = majority(path).to_pylist()
    expected = sorted((place(number), status, day) for number, status, day in plain(rows))
    assert [
        (row["place"], row["status"], row["valid_from"])
        for row in sorted(found, key=lambda row: (row["place"], row["valid_from"]))
    ] == [(number, status, day) for number, status, day in sorted(expected, key=lambda row: (row[0], row[2]))]
    for one, after in pairwise(found):
        assert one["valid_to"] == (after["valid_from"] if one["place"] == after["place"] else None)


def test_other_column_names(tmp_path):
    path = tmp_path / "status.parquet"
    pa.parquet.write_table(pa.table({"id": [1], "on": pa.array([FIRST], pa.date32()), "who": ["x"], "what": ["UA"]}), path)
    assert majority(path, StatusColumns("id", "on", "who", "what")).to_pylist() == [
        {"place": 1, "status": "UA", "valid_from": FIRST, "valid_to": None}
    ]


@pytest.mark.parametrize("day", [None, "2022-02-24"])
def test_a_table_of_another_kind_is_named(tmp_path, day):
    path = tmp_path / "status.parquet"
    pa.parquet.write_table(pa.table({"place": [1], "day": [day], "source": ["x"], "status": ["UA"]}), path)
    with pytest.raises(DataError, match=r"status\.parquet"):
        majority(path)
