"""Who held it then: a table of incidents, answered row by row."""

import csv
import datetime as dt
import io
from pathlib import Path

import pytest
from made_up import ABOUT, ACTORS, PLACES, make_claim

from whoheld.errors import DataError, UsageError
from whoheld.model import Relation, Telling
from whoheld.publish import files
from whoheld.publish.ask import answering, ask
from whoheld.publish.search import Reported, named
from whoheld.timeline import Timeline, build


def answers(timeline: Timeline, tmp_path: Path, table: str, **options: int) -> list[dict[str, str]]:
    incidents = tmp_path / "incidents.csv"
    incidents.write_text(table, encoding="utf-8")
    out = io.StringIO(newline="")
    ask(timeline, incidents, out, **options)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def answer(timeline: Timeline, tmp_path: Path, table: str, **options: int) -> dict[str, str]:
    (row,) = answers(timeline, tmp_path, table, **options)
    return {name.removeprefix("whoheld_"): value for name, value in row.items()}


@pytest.mark.parametrize("name", ["Hajin", "hajin", "هجين", "HAJEEN", "syria:hajin"])
def test_a_place_is_known_by_any_of_its_names(history: Timeline, tmp_path: Path, name: str) -> None:
    row = answer(history, tmp_path, f"place,date\n{name},2019-01-30\n")
    assert (row["place_id"], row["held_by"], row["status"]) == ("syria:hajin", "Syrian Democratic Forces", "held")
    assert row["last_report"] == "2019-01-21"
    assert row["links"].split(" | ") == ["https://example.org/خبر/2", "https://example.org/news/1"]
    assert "سيطرت قسد على مدينة هجين" in row["quotes"]


def test_the_places_that_may_answer_give_the_same_answers_as_all(history: Timeline, tmp_path: Path) -> None:
    files.write(history, tmp_path / "out", ABOUT)
    published, incidents = files.Published(tmp_path / "out"), tmp_path / "incidents.csv"
    lines = ["Hajin,,,2019-01-30", "Nowhere,,,2019-01-30", ",40.83,34.69,2019-01-30", ",0,0,2019-01-30", ",40.83,34.69,someday"]
    incidents.write_text("place,lon,lat,date\n" + "\n".join(lines), encoding="utf-8")
    reported = Reported(published.places)
    some = answering(reported, incidents)
    assert 0 < len(some) < len(published.places)
    alone, whole = io.StringIO(), io.StringIO()
    ask(published.timeline(about=some), incidents, alone, reported=reported)
    ask(history, incidents, whole)
    assert alone.getvalue() == whole.getvalue()


@pytest.mark.parametrize(
    ("day", "held_by"),
    [
        ("2018-12-13", "Islamic State"),
        ("2018-12-14", "Syrian Democratic Forces"),
        ("2018-12-14T23:59:00", "Syrian Democratic Forces"),
    ],
)
def test_the_answer_changes_on_the_day_that_the_place_changed_hands(
    history: Timeline, tmp_path: Path, day: str, held_by: str
) -> None:
    assert answer(history, tmp_path, f"town,event_date\nHajin,{day}\n")["held_by"] == held_by


def test_answers_equal_the_timeline_on_every_day(history: Timeline, tmp_path: Path) -> None:
    days = [f"2018-12-{day:02}" for day in range(1, 32)]
    rows = answers(history, tmp_path, "place,date\n" + "".join(f"Hajin,{day}\n" for day in days))
    for day, row in zip(days, rows, strict=True):
        control = history.at(dt.date.fromisoformat(day)).get("syria:hajin")
        assert (row["whoheld_held_by_id"] or None) == (control.actor if control else None)


def test_a_point_is_answered_by_the_nearest_place_within_the_limit(history: Timeline, tmp_path: Path) -> None:
    row = answer(history, tmp_path, "Latitude,Longitude,Date\n34.70,40.86,2019-01-30\n")
    assert row["place"] == "Hajin"
    assert 2500 < int(row["distance_m"]) < 3500
    far = answer(history, tmp_path, "lat,lon,date\n34.70,40.86,2019-01-30\n", within_m=1000)
    assert (far["status"], far["held_by"], far["place"]) == ("no report", "", "Hajin")
    assert "1000 m" in far["note"]


def test_nothing_is_said_of_days_before_the_first_report(history: Timeline, tmp_path: Path) -> None:
    row = answer(history, tmp_path, "place,date\nHajin,2014-06-10\n")
    assert (row["status"], row["held_by"]) == ("no report", "")
    assert "first reported: Islamic State, held on 2018-11-01" in row["note"]


def test_between_the_ends_of_an_imprecise_change_nobody_holds_it_for_certain(tmp_path: Path) -> None:
    claims = (
        make_claim(
            "Hajin was held by ISIS then", relation=Relation.HOLDS, actor="ISIS", telling=Telling.STATE, published="2018-11-01"
        ),
        make_claim("Hajin fell in December", when="2018-12", published="2019-01-03"),
    )
    timeline = build(claims, places=PLACES, actors=ACTORS)
    row = answer(timeline, tmp_path, "place,date\nHajin,2018-12-15\n")
    assert row["status"] == "in transition"
    assert set(row["held_by"].split(" or ")) == {"Islamic State", "Syrian Democratic Forces"}


def test_an_old_report_is_called_stale(history: Timeline, tmp_path: Path) -> None:
    fresh, stale = answers(history, tmp_path, "place,date\nHajin,2019-02-01\nHajin,2021-02-01\n")
    assert (fresh["whoheld_stale"], stale["whoheld_stale"]) == ("no", "yes")


def test_an_unknown_name_is_answered_with_names_that_are_alike(history: Timeline, tmp_path: Path) -> None:
    row = answer(history, tmp_path, "place,date\nHajrin,2019-02-01\n")
    assert row["status"] == "no report"
    assert "Hajin" in row["note"]


def test_a_name_that_lies_elsewhere_than_the_point_does_not_answer(history: Timeline, tmp_path: Path) -> None:
    row = answer(history, tmp_path, "place,lon,lat,date\nHajin,10,50,2019-02-01\n")
    assert row["held_by"] == ""
    assert "lies elsewhere" in row["note"]


@pytest.mark.parametrize(
    ("cells", "note"),
    [
        ("Hajin,,,soon", "not a day: 'soon'"),
        ("Hajin,,,", "not a day"),
        (",,,2019-01-01", "names no place"),
        (",x,1,2019-01-01", "not a longitude"),
        (",200,1,2019-01-01", "out of range"),
        (",nan,1,2019-01-01", "not a longitude"),
    ],
)
def test_a_row_that_cannot_be_read_says_why_and_the_next_is_answered(
    history: Timeline, tmp_path: Path, cells: str, note: str
) -> None:
    bad, good = answers(history, tmp_path, f"place,lon,lat,date\n{cells}\nHajin,,,2019-02-01\n")
    assert note in bad["whoheld_note"]
    assert good["whoheld_held_by"] == "Syrian Democratic Forces"


def test_the_users_own_columns_stay_and_formulas_do_not_run(history: Timeline, tmp_path: Path) -> None:
    table = "id,place,date,lon,remark\n-7,Hajin,2019-02-01,,=1+1\n"
    (row,) = answers(history, tmp_path, table)
    assert list(row)[:5] == ["id", "place", "date", "lon", "remark"]
    assert (row["id"], row["remark"]) == ("-7", "'=1+1")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_comes_back_parted_as_it_came(history: Timeline, tmp_path: Path, delimiter: str) -> None:
    asked = [["place", "date", "remark"], ["Hajin", "2019-02-01", "a,b;c"]]
    (tmp_path / "x.csv").write_text("\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in asked), "utf-8")
    table = io.StringIO()
    ask(history, tmp_path / "x.csv", table)
    header, row = csv.reader(io.StringIO(table.getvalue(), newline=""), delimiter=delimiter)
    assert [header[:3], row[:3]] == asked
    assert dict(zip(header, row, strict=True))["whoheld_held_by"] == "Syrian Democratic Forces"


def test_a_table_without_the_columns_names_those_that_it_needs(history: Timeline, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no column is known to hold the day; the table has: a, b"):
        answers(history, tmp_path, "a,b\n1,2\n")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00"])
def test_a_file_that_is_no_table_says_so(history: Timeline, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.csv").write_bytes(content)
    with pytest.raises(DataError, match=r"x\.csv"):
        ask(history, tmp_path / "x.csv", io.StringIO())


def test_an_empty_timeline_answers_too(tmp_path: Path) -> None:
    assert answer(build(()), tmp_path, "lon,lat,date\n1,2,2019-01-01\n")["note"] == "no place is reported at all"


def test_the_nearest_places_come_in_order(history: Timeline) -> None:
    near = list(Reported(history.places).near(40.83, 34.69))
    assert [found.place.id for found in near] == ["syria:hajin", "geonames:99072", "syria:as-susah"]
    assert near[0].distance_m == 0
    assert [found.distance_m for found in near] == sorted(found.distance_m for found in near)


def test_a_search_for_no_reported_place_names_others(history: Timeline) -> None:
    assert [place.id for place in named(history.places, "al-Mosul")] == ["geonames:99072"]
    with pytest.raises(UsageError, match="As-Susah"):
        named(history.places, "As-Sussa al-Gharbiya")


def test_a_town_answers_for_its_name_although_its_province_has_it_too() -> None:
    town = PLACES["syria:hajin"]
    province = town.model_copy(
        update={
            "id": "syria:x_gov",
            "kind": "province",
            "name": "Hajin Governorate",
            "names": {"en": ("Hajin Governorate", "Hajin")},
        }
    )
    claims = [make_claim("Hajin, taken", when="2019-01-20")]
    other = make_claim("Hajin, all of it", when="2019-01-21")
    moved = other.model_copy(update={"place": other.place.model_copy(update={"id": province.id})})
    timeline = build([*claims, moved], places={town.id: town, province.id: province}, actors=ACTORS)
    assert [place.id for place in named(timeline.places, "hajin")] == [town.id]
    assert [place.id for place in named(timeline.places, "Hajin Governorate")] == [province.id]
