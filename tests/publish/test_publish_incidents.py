"""Tables of incidents as people keep them: what is read, and what is refused and why."""

import datetime as dt
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld.errors import DataError, UsageError
from whoheld.publish.ask import ask
from whoheld.publish.incidents import columns, day, point, read_table
from whoheld.timeline import Timeline

DAY = dt.date(2018, 12, 20)
FORMS = (
    "%Y-%m-%d",
    "%Y-%m-%d 14:30",
    "%Y-%m-%dT14:30:00Z",
    "%Y%m%d",
    "%d %b %Y",
    "%d %B %Y",
    "%B %d, %Y",
    "%d.%m.%Y",
    "%m/%d/%Y",
)
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@pytest.mark.parametrize("form", FORMS)
def test_a_day_with_one_reading_is_read(form: str) -> None:
    assert day(DAY.strftime(form)) == DAY
    assert day(DAY.strftime(form).translate(ARABIC)) == DAY


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_a_day_of_three_numbers_is_read_right_or_refused(meant: dt.date) -> None:
    for order, form in (("dmy", "%d/%m/%Y"), ("mdy", "%m/%d/%Y")):
        written = meant.strftime(form)
        assert day(written, order) == meant
        if meant.day > 12 or meant.day == meant.month:
            assert day(written) == meant
        else:
            with pytest.raises(ValueError, match=r"may be .* or "):
                day(written)


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("", "empty"),
        ("soon", "not a day"),
        ("2018-13-01", "not a day"),
        ("2018-12", "not a day"),
        ("31/04/2018", "not a day"),
        ("43454", "number for 2018-12-20"),
        ("03/04/2018", "may be 2018-04-03 or 2018-03-04"),
    ],
)
def test_what_is_no_day_or_two_says_so(cell: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        day(cell)


@pytest.mark.parametrize(("lon", "lat"), [("40.83", "34.69"), ("40,83", "34,69"), ("40.83E", "34.69 N"), ("40.83°", "+34.69")])
def test_degrees_as_people_write_them(lon: str, lat: str) -> None:
    assert point(lon, lat) == (40.83, 34.69)
    assert point("40.83W", "34.69S") == (-40.83, -34.69)


@pytest.mark.parametrize(("lon", "lat"), [("34.69N", "40.83E"), ("x", "1"), ("nan", "1"), ("", "1")])
def test_what_are_no_degrees_are_refused(lon: str, lat: str) -> None:
    with pytest.raises(ValueError, match="not a longitude"):
        point(lon, lat)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_encoding_and_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    table = [["التاريخ", "المكان", "note"], ["2018-12-20", "هجين", "a"], ["", "", ""], ["2018-12-21", "السوسة", "b"]]
    (tmp_path / "x.csv").write_bytes("\r\n".join(map(delimiter.join, table)).encode(encoding))
    header, rows, parted_by = read_table(tmp_path / "x.csv")
    assert parted_by == delimiter
    assert [header, *rows] == [row for row in table if any(row)]
    assert columns(header) == {"date": 0, "place": 1}


def test_longer_headers_are_understood_and_two_that_fit_are_not() -> None:
    assert columns(["ID", "Location", "Date of incident"]) == {"place": 1, "date": 2}
    with pytest.raises(UsageError, match=r"date reported, date of incident.*--column date="):
        columns(["Location", "Date reported", "Date of incident"])
    assert columns(["Location", "Date reported", "Date of incident"], {"date": "date of incident"})["date"] == 2


@pytest.mark.parametrize(
    ("named", "said"), [({"date": "no"}, "has no such header"), ({"who": "a"}, "it takes place=HEADER"), ({}, "the day")]
)
def test_a_column_that_is_not_there_says_what_is(named: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        columns(["a", "place"], named)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\0" * 64])
def test_what_is_no_table_says_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.csv").write_bytes(content)
    with pytest.raises(DataError, match="no table of text"):
        read_table(tmp_path / "x.csv")


def test_a_row_that_is_not_understood_is_no_report_of_nothing(history: Timeline, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(
        'place,date\nHajin,03/04/2018\n"Hajin, Deir ez-Zor",2019-01-30\nNowhere,2019-01-30\n', "utf-8"
    )
    out = io.StringIO()
    assert ask(history, tmp_path / "x.csv", out) == {"not understood": 1, "held": 1, "no report": 1}
    assert "may be 2018-04-03 or 2018-03-04" in out.getvalue()
