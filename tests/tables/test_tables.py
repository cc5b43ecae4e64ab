"""Tables of dated statuses become claims: every row is a claim, or is listed with its reason."""

import csv
import datetime as dt
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whoheld import geodata, tables
from whoheld.errors import DataError, UsageError
from whoheld.gazetteer import Gazetteer
from whoheld.model import Place
from whoheld.timeline import build

SHARED = Path(__file__).parents[3] / "shared" / "data"
HEADER = "reported_at,name,population,lat,lon,held_by,as_of,note,source_url"


def table(tmp_path, *rows):
    path = tmp_path / "list.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", "utf-8")
    return path


def row(day, held_by, *, name="Lyman", as_of="", note="", where="48.99,37.81"):  # noqa: PLR0913 - the columns
    return f"{day},{name},1,{where},{held_by},{as_of},{note},https://example.org/a"


def imported(tmp_path, *rows):
    return tables.read(table(tmp_path, *rows), tables.load("ukraine-wikipedia"))


def row_of(text):
    return int(text.rsplit("row ")[-1])


def runs(found, place="lyman"):
    timeline = build(found.claims)
    return [
        (control.status.value, control.actor, str(control.valid_from))
        for control in timeline.controls
        if control.place_id.startswith(f"ukraine-list:{place}@")
    ]


def test_a_row_is_an_article_whose_words_are_the_evidence(tmp_path):
    found = imported(tmp_path, row("2022-05-01T10:00:00+02:00", "Ukraine", as_of="30 April 2022"))
    (claim,) = found.claims.each()
    assert (claim.relation, claim.actor.id, claim.place.name) == ("holds", "UKRAINE", "Lyman")
    assert claim.evidence.quote == "held_by: Ukraine"
    assert (claim.evidence.prefix, claim.evidence.suffix) == ("place: Lyman\n", "\nas_of: 30 April 2022\nreported_a")
    assert (claim.article.url, claim.article.published) == ("https://example.org/a", "2022-05-01")
    assert claim.article.title.endswith("row 2")


def test_known_time_is_the_report_and_valid_time_is_as_of(tmp_path):
    found = imported(tmp_path, row("2022-10-27", "Ukraine"), row("2023-01-25", "Contested", as_of="1 January 2023"))
    assert runs(found) == [("held", "UKRAINE", "2022-10-27"), ("contested", None, "2023-01-01")]
    assert build(found.claims, known_at=dt.date(2023, 1, 24)).controls[-1].actor == "UKRAINE"


def test_an_as_of_left_standing_beside_a_new_status_is_not_its_day(tmp_path):
    found = imported(
        tmp_path, row("2022-08-12", "Contested", as_of="3 August 2022"), row("2022-10-10", "Russia", as_of="3 August 2022")
    )
    assert runs(found)[-1] == ("held", "RUSSIA", "2022-10-10")


def test_the_prose_of_a_note_dates_what_happened(tmp_path):
    note = "See Battle of LymanCaptured by Donetsk PR in mid-April 2014.Recaptured by Ukraine 5 June 2014."
    found = imported(tmp_path, row("2022-03-01", "Ukraine", note=note), row("2022-03-02", "Ukraine", note=note))
    notes = [claim for claim in found.claims.each() if claim.rule == "table:note"]
    assert sorted((claim.actor.id, str(claim.when.earliest), str(claim.when.latest)) for claim in notes) == [
        ("DPR", "2014-04-11", "2014-04-20"),
        ("UKRAINE", "2014-06-05", "2014-06-05"),
    ]
    assert [actor for _, actor, _ in runs(found)] == ["DPR", "UKRAINE"]


def test_a_change_of_some_year_came_before_the_one_that_is_told_after_it(tmp_path):
    note = "Captured by Luhansk PR in 2014. Recaptured by Ukraine in July 2014."
    found = imported(tmp_path, row("2022-03-01", "Ukraine", note=note))
    assert [actor for _, actor, _ in runs(found)] == ["DPR", "UKRAINE"]


def test_a_change_before_or_after_some_time_has_an_open_end(tmp_path):
    note = "Captured by Russia before the 2023 counteroffensive. Recaptured by Ukraine after 12 June 2023."
    found = imported(tmp_path, row("2023-06-20", "Ukraine", note=note))
    told = [claim.when for claim in found.claims.each() if claim.rule == "table:note"]
    assert sorted((str(when.earliest), str(when.latest)) for when in told) == [("2023-06-13", "None"), ("None", "2023-06-12")]
    assert runs(found) == [("held", "RUSSIA", "2023-06-12"), ("held", "UKRAINE", "2023-06-20")]
    assert str(build(found.claims).controls[-1].valid_from_earliest) == "2023-06-13"


@pytest.mark.parametrize("day", ["2023-09-17", "2023-09-18"])
def test_a_change_that_a_note_dates_ends_the_interval_before_it_beside_a_status_of_that_day(tmp_path, day):
    as_of = dt.date.fromisoformat(day).strftime("%d %B %Y")
    note = "Recaptured by Ukraine 17 September 2023."
    found = imported(tmp_path, row("2023-01-20", "Russia"), row("2023-09-18", "Ukraine", as_of=as_of, note=note))
    assert runs(found)[-1] == ("held", "UKRAINE", "2023-09-17")
    assert str(build(found.claims).controls[-1].valid_from_earliest) == "2023-09-17"


@pytest.mark.parametrize(
    ("prose", "days"),
    [
        ("27 May 2022", ("2022-05-27", "2022-05-27")),
        ("on March 1 2022", ("2022-03-01", "2022-03-01")),
        ("September 26, 2022", ("2022-09-26", "2022-09-26")),
        ("in Sept 2022", ("2022-09-01", "2022-09-30")),
        ("in 2022", ("2022-01-01", "2022-12-31")),
        ("by March 2022", (None, "2022-03-31")),
        ("late February 2023", ("2023-02-21", "2023-02-28")),
        ("between 15–16 August 2023", ("2023-08-15", "2023-08-16")),
        ("between 28 August – 1 September 2023", ("2023-08-28", "2023-09-01")),
        ("between 31 April and 2 May 2023", (None, "2023-05-02")),
        ("between 31 December 2022 – 2 January 2023", ("2022-12-31", "2023-01-02")),
        ("31 December – 2 January 2023", ("2022-12-31", "2023-01-02")),
        ("between around 28 November – 1 December 2022", ("2022-11-28", "2022-12-01")),
        ("between 8 June 2022", ("2022-06-08", None)),
        ("May 27–29, 2022", ("2022-05-27", "2022-05-29")),
        ("26/27 March 2022", ("2022-03-26", "2022-03-27")),
        ("6 June or 8 June 2022", ("2022-06-06", "2022-06-08")),
        ("8 or 6 June 2022", ("2022-06-06", "2022-06-08")),
        ("late May – early June 2022", ("2022-05-21", "2022-06-10")),
        ("mid to late April 2014", ("2014-04-11", "2014-04-30")),
        ("mid-April 2014", ("2014-04-11", "2014-04-20")),
        ("2014–2015", ("2014-01-01", "2015-12-31")),
        ("around 19–20 April 2022", ("2022-04-19", "2022-04-20")),
        ("around 11 - 14+ June 2023", ("2023-06-11", "2023-06-30")),
        ("around 20 April 2022", ("2022-04-17", "2022-04-23")),
        ("around May 2022", ("2022-05-01", "2022-05-31")),
        ("by the end of May 2022", (None, "2022-05-31")),
        ("no later than 5 May 2022", (None, "2022-05-05")),
        ("not before 5 May 2022", ("2022-05-05", None)),
        ("before May 2022", (None, "2022-04-30")),
        ("before the 2023 counteroffensive", (None, "2023-12-31")),
        ("after 5 May 2022", ("2022-05-06", None)),
        ("after the raid of 5 May 2022", ("2022-05-05", None)),
        ("on August 28", None),
        ("31 February 2022", None),
        ("between 13", None),
    ],
)
def test_dates_in_prose(prose, days):
    found = tables.prose.days(prose)
    assert (found and tuple(day and day.isoformat() for day in found)) == days


def test_what_stood_for_a_day_was_taken_back_by_none(tmp_path):
    """A table of one row a day tells of a place that changed hands for a day, and of no quarrel of editors."""
    found = imported(tmp_path, row("2022-05-01", "Ukraine"), row("2022-05-02", "Russia"), row("2022-05-03", "Ukraine"))
    assert runs(found) == [("held", "UKRAINE", "2022-05-01"), ("held", "RUSSIA", "2022-05-02"), ("held", "UKRAINE", "2022-05-03")]
    assert not found.issues


def test_a_flip_taken_back_within_a_day_is_no_conquest(tmp_path):
    found = imported(
        tmp_path,
        row("2022-05-01T20:00:00+00:00", "Ukraine"),
        row("2022-05-02T09:00:00+00:00", "Russia"),
        row("2022-05-03T08:00:00+00:00", "Ukraine"),
    )
    assert runs(found) == [("held", "UKRAINE", "2022-05-01")]
    assert [(issue.kind, row_of(issue.source)) for issue in found.issues] == [("reverted", 3)]


def test_a_flip_that_stands_longer_is_a_change_and_its_return_another(tmp_path):
    found = imported(tmp_path, row("2022-05-01", "Ukraine"), row("2022-05-02", "Russia"), row("2022-05-06", "Ukraine"))
    assert [actor for _, actor, _ in runs(found)] == ["UKRAINE", "RUSSIA", "UKRAINE"]


def listed(found):
    return sorted((issue.kind, row_of(issue.source)) for issue in found.issues)


def test_rows_that_differ_in_their_link_are_each_a_claim_and_one_that_repeats_another_is_listed(tmp_path):
    rows = [f"2022-05-01,Lyman,1,48.99,37.81,Ukraine,,,https://{link}.example" for link in "abaa"]
    found = imported(tmp_path, *rows)
    assert sorted(claim.article.url for claim in found.claims.each()) == ["https://a.example", "https://b.example"]
    assert listed(found) == [("repeated", 4), ("repeated", 5)]


CELLS = st.tuples(
    st.sampled_from(["2022-05-01", "2022-05-02", "2022-05-02T10:00:00Z", "2022-05-09", "9999-12-31T23:59:59-05:00"]),
    st.sampled_from(["Ukraine", "Ukraine", "Russia", "Contested", "TemplateRUA", ""]),
    st.sampled_from(["", "30 April 2022", "30.4.2022", "2022-04-29", "3 June 2022"]),
    st.sampled_from(["48.99,37.81", "48.99,37.81", "49.03,37.81", "49.07,37.81", ","]),
)
LISTS = st.lists(CELLS.map(lambda cells: row(cells[0], cells[1], as_of=cells[2], where=cells[3])), max_size=9)


@settings(max_examples=60, deadline=None)
@given(LISTS, st.randoms(use_true_random=False))
def test_every_row_is_a_claim_or_listed_and_their_order_does_not_matter(tmp_path_factory, rows, random):
    folder = tmp_path_factory.mktemp("rows")
    found = imported(folder, *rows)
    claimed = Counter(row_of(claim.article.title) for claim in found.claims.each())
    assert claimed + Counter(number for _, number in listed(found)) == Counter(range(2, len(rows) + 2))
    shuffled = random.sample(rows, len(rows))
    assert intervals(imported(folder, *shuffled)) == intervals(found)


def test_two_statuses_at_one_instant_are_a_place_that_is_split(tmp_path):
    found = imported(tmp_path, row("2022-05-01", "Ukraine"), row("2022-05-05", "Russia"), row("2022-05-05", "Ukraine"))
    assert runs(found)[-1] == ("contested", None, "2022-05-05")
    assert not found.issues


@pytest.mark.parametrize("as_of", ["1 Dezember 2022", "3 June 2022"])
def test_an_as_of_that_is_no_day_or_lies_ahead_is_listed(tmp_path, as_of):
    found = imported(tmp_path, row("2022-05-01", "Ukraine", as_of=as_of), row("2022-05-02", "Ukraine", as_of="2 May 2022"))
    assert len(found.claims) == 1
    assert listed(found) == [("undated", 2)]
    assert as_of.split()[-1] in next(iter(found.issues)).message


def test_an_as_of_may_be_written_as_iso_writes_a_day(tmp_path):
    (claim,) = imported(tmp_path, row("2022-05-01", "Ukraine", as_of="2022-04-29")).claims.each()
    assert str(claim.when.latest) == "2022-04-29"


def test_an_as_of_left_standing_since_a_status_that_nobody_knows_is_not_the_day_of_the_next(tmp_path):
    found = imported(
        tmp_path,
        row("2022-05-01", "Russia", as_of="1 May 2022"),
        row("2022-06-30", "Uncontrolled", as_of="30 June 2022"),
        row("2022-07-15", "Ukraine", as_of="30 June 2022"),
    )
    assert runs(found)[-1] == ("held", "UKRAINE", "2022-07-15")
    assert listed(found) == [("unknown_status", 3)]


@pytest.mark.parametrize("instant", ["9999-12-31T23:59:59-05:00", "0001-01-01T00:00:00+05:00"])
def test_an_instant_beyond_the_calendar_is_listed(tmp_path, instant):
    found = imported(tmp_path, row(instant, "Ukraine"), row("2022-05-02", "Ukraine"))
    assert (len(found.claims), listed(found)) == (1, [("undated", 2)])


def test_a_long_cell_is_read(tmp_path):
    found = imported(tmp_path, row("2022-05-01", "Ukraine", note="x" * 200_000), row("2022-05-02", "Ukraine"))
    assert len(found.claims) == 2


BEYOND = pa.array([2**62, 1_651_363_200_000_000], pa.timestamp("us"))
NO_TEXT = pa.array([b"\xff", b"Lyman"]).view(pa.string())


@pytest.mark.parametrize(("column", "cells"), [("reported_at", BEYOND), ("name", NO_TEXT)])
def test_a_cell_of_a_parquet_file_that_cannot_be_read_costs_its_row(tmp_path, column, cells):
    fields = {"reported_at": ["2022-05-01"] * 2, "name": ["Lyman"] * 2, "lat": [48.99] * 2, "lon": [37.81] * 2}
    fields |= {"held_by": ["Ukraine"] * 2, "as_of": [None] * 2, "note": ["a", "b"], "source_url": [None] * 2, column: cells}
    path = tmp_path / "list.parquet"
    pa.parquet.write_table(pa.table(fields), path)
    found = tables.read(path, tables.load("ukraine-wikipedia"))
    assert (len(found.claims), [row for _, row in listed(found)]) == (1, [2])


def test_the_last_row_of_a_day_counts(tmp_path):
    found = imported(
        tmp_path,
        row("2022-05-01T08:00:00+00:00", "Ukraine"),
        row("2022-05-01T20:00:00+00:00", "Russia"),
        row("2022-06-01", "Russia"),
    )
    assert [actor for _, actor, _ in runs(found)] == ["RUSSIA"]
    assert [issue.kind for issue in found.issues] == ["superseded"]


@pytest.mark.parametrize(
    ("bad", "kind"),
    [
        (row("2022-05-01", "TemplateRUA"), "unknown_status"),
        (row("2022-05-01", ""), "no_status"),
        (row("some day", "Ukraine"), "undated"),
        (row("2022-05-01", "Ukraine", name="Nowhere", where=","), "unresolved"),
        (row("2022-05-01", "Ukraine", name="Swapped", where="148.99,37.81"), "unresolved"),
    ],
)
def test_a_row_that_says_nothing_is_listed_and_the_others_load(tmp_path, bad, kind):
    found = imported(tmp_path, bad, row("2022-05-02", "Ukraine"))
    assert len(found.claims) == 1
    assert [(issue.kind, row_of(issue.source)) for issue in found.issues] == [(kind, 2)]


def test_homonyms_are_kept_apart_and_a_row_without_position_joins_the_only_one(tmp_path):
    found = imported(
        tmp_path,
        row("2022-05-01", "Ukraine", name="Borova", where="49.3817,37.6408"),
        row("2022-05-02", "Russia", name="Borova", where="50.1733,30.1039"),
        row("2022-05-03", "Russia", name="Borova", where=","),
        row("2022-05-04", "Russia", name="Lyman", where=","),
        row("2022-05-05", "Russia"),
    )
    assert Counter(claim.place.id for claim in found.claims.each()) == {
        "ukraine-list:borova@49.38,37.64": 1,
        "ukraine-list:borova@50.17,30.10": 1,
        "ukraine-list:lyman@48.99,37.81": 2,
    }
    assert [issue.kind for issue in found.issues] == ["unresolved"]


def test_a_place_that_the_gazetteer_knows_there_by_that_name_is_that_place(tmp_path):
    lyman = Place(id="ukraine:lyman", kind="settlement", name="Lyman", lon=37.80, lat=48.98, precision_m=2000, source="GeoNames")
    rows = [row("2022-05-01", "Ukraine"), row("2022-05-01", "Ukraine", where="50.02,36.47")]
    found = tables.read(table(tmp_path, *rows), tables.load("ukraine-wikipedia"), Gazetteer([lyman], ()))
    assert {claim.place.id for claim in found.claims.each()} == {"ukraine:lyman", "ukraine-list:lyman@50.02,36.47"}


def test_the_order_of_the_rows_does_not_matter(tmp_path):
    rows = [row(f"2022-05-0{day}", held_by) for day, held_by in enumerate(["Ukraine", "Russia", "Russia", "Contested"], 1)]
    one, other = imported(tmp_path, *rows), imported(tmp_path, *reversed(rows))
    assert runs(one) == runs(other)


DENSE = [
    ("2022-02-24", 461727.0, "UA", "UA"),
    ("2022-02-25", 461727.0, "UA", "RU"),
    ("2022-02-26", 461727.0, "UA", "RU"),
    ("2022-02-27", 461727.0, "RU", "RU"),
    ("2022-02-28", 461727.0, None, "RU"),
]
OLENEVKA = Place(
    id="geonames:461727", kind="settlement", name="Olenevka", lon=32.5, lat=45.4, precision_m=1000, source="GeoNames"
)


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_dense_table_speaks_with_all_its_columns_where_a_run_of_one_begins_or_ends(tmp_path, kind):
    names = ["date", "geonameid", "status_wiki", "status_boost", "status_dsm", "status_isw"]
    columns = [list(column) for column in zip(*DENSE, strict=True)]
    data = pa.table(dict(zip(names, [*columns, [None] * 5, [None] * 5], strict=True)))
    path = tmp_path / f"control.{kind}"
    if kind == "csv":
        path.write_text("\n".join([",".join(names), *(f"{d},{i},{a or 'NA'},{b},NA,NA" for d, i, a, b in DENSE)]) + "\n")
    else:
        pa.parquet.write_table(data, path)
    found = tables.read(path, tables.load("viina"), Gazetteer([OLENEVKA], ()))
    said = sorted((c.article.publisher[:9], c.article.published, c.actor.id) for c in found.claims.each())
    assert said == [
        ("VIINA eve", "2022-02-24", "UKRAINE"),
        ("VIINA eve", "2022-02-25", "RUSSIA"),
        ("VIINA eve", "2022-02-26", "RUSSIA"),
        ("VIINA eve", "2022-02-27", "RUSSIA"),
        ("VIINA eve", "2022-02-28", "RUSSIA"),
        ("Wikipedia", "2022-02-24", "UKRAINE"),
        ("Wikipedia", "2022-02-25", "UKRAINE"),
        ("Wikipedia", "2022-02-26", "UKRAINE"),
        ("Wikipedia", "2022-02-27", "RUSSIA"),
    ]
    assert [control.status for control in build(found.claims).controls] == ["held", "disputed", "held"]


def control(path, rows, mapping):
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([["date", "geonameid", "status_wiki", "status_boost", "status_dsm", "status_isw"], *rows])
    return tables.read(path, mapping, Gazetteer([OLENEVKA], ()))


def intervals(found):
    theatre = geodata.theatre("ukraine")
    history = build(found.claims, (), theatre.policy(), actors={actor.id: actor for actor in theatre.actors})
    return [control.model_dump(exclude={"claims", "against", "last_reported"}) for control in history.controls]


RUNS = st.lists(st.tuples(st.sampled_from(["UA", "UA", "RU", "CONTESTED"]), st.integers(1, 25)), min_size=1, max_size=4)


@st.composite
def statuses(draw):
    """A place's days, each with the word of four columns, that begin to speak one after the other."""
    days = [dt.date(2022, 3, 1) + dt.timedelta(days=at) for at in range(draw(st.integers(1, 40)))]
    columns = []
    for runs in draw(st.lists(RUNS, min_size=4, max_size=4)):
        told = ["NA"] * draw(st.integers(0, 4)) + [status for status, length in runs for _ in range(length)]
        columns.append([*told, *[runs[-1][0]] * len(days)][: len(days)])
    return [(day, "461727", *said) for day, *said in zip(days, *columns, strict=True)]


@settings(max_examples=40, deadline=None)
@given(statuses())
def test_a_dense_table_has_the_history_of_all_its_rows(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("dense") / "control.csv"
    viina = tables.load("viina")
    assert intervals(control(path, rows, viina)) == intervals(control(path, rows, viina.model_copy(update={"dense": False})))


def test_three_columns_that_go_on_outweigh_one_that_changes_its_mind(tmp_path):
    days = [dt.date(2022, 6, day) for day in range(1, 31)]
    rows = [(day, "461727", "UA", "UA", "RU" if day.day > 10 else "UA", "UA") for day in days]
    (held,) = intervals(control(tmp_path / "control.csv", rows, tables.load("viina")))
    assert (held["status"], held["actor"], held["n_independent"]) == ("held", "UKRAINE", 4)


def test_what_equal_rows_say_does_not_hang_on_how_their_days_are_written(tmp_path):
    days = [dt.date(2022, 3, 1) + dt.timedelta(days=at) for at in range(30)]
    rows = [(day, "461727", *(["UA", "RU", "CONTESTED"][(day.day // 8 + at) % 3] for at in range(4))) for day in days]
    written = [(f"{day:%Y%m%d}", *said) for day, *said in rows]
    one, other = (control(tmp_path / "control.csv", some, tables.load("viina")) for some in (rows, written))
    assert intervals(one) == intervals(other)


def test_ids_that_become_floats_midway_are_the_same_places(tmp_path):
    path = tmp_path / "control.csv"
    days = [(dt.date(2022, 2, 24) + dt.timedelta(days=at), "700000" if at < 60_000 else "700000.0") for at in range(60_100)]
    lines = [f"{day},{place},UA,NA,NA,NA" for day, place in days]
    path.write_text("\n".join(["date,geonameid,status_wiki,status_boost,status_dsm,status_isw", *lines]) + "\n")
    village = OLENEVKA.model_copy(update={"id": "geonames:700000"})
    found = tables.read(path, tables.load("viina"), Gazetteer([village], ()), today=dt.date(2200, 1, 1))
    assert sorted(claim.article.published for claim in found.claims.each()) == [str(days[0][0]), str(days[-1][0])]


WHOLE = """
title = "x"
publisher = "y"
columns = { reported = "d", status = ["s"], id = "i" }
place = { prefix = "p" }
statuses = { u = { relation = "holds", actor = "UKRAINE" } }
"""


def test_an_unknown_mapping_names_the_ready_ones():
    with pytest.raises(UsageError, match="ukraine-wikipedia, viina"):
        tables.load("atlantis")


@pytest.mark.parametrize(
    "broken",
    [
        *(f"as_of_formats = [{value!r}]\n{WHOLE}" for value in ("%Q", "%d", "day")),
        f"revert_hours = 99999999999\n{WHOLE}",
        "title = 1",
        "not toml",
        'title = "x"\npublisher = "y"\n[columns]\nreported = "d"\nstatus = ["s"]\n[statuses]\n[place]',
    ],
)
def test_a_mapping_that_cannot_be_used_is_named(tmp_path, broken):
    path = tmp_path / "broken.toml"
    path.write_text(broken)
    with pytest.raises(DataError, match=r"broken\.toml"):
        tables.load(path)


def test_a_table_without_the_mappings_columns_says_which(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(DataError, match="held_by"):
        tables.read(path, tables.load("ukraine-wikipedia"))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (HEADER.replace(",", ";").encode(), "parted by semicolons"),
        (HEADER.replace(",", "\t").encode(), "parted by tabs"),
        (b"", "the file is empty"),
        (b"a,b\n1,2\n", "there are: a, b"),
        (f"{HEADER}\n{row('2022-05-01', 'Ukraine')}\nKy\xefv".encode("latin-1"), "line 3 is not UTF-8"),
        (HEADER.encode("utf-16"), "it is written in UTF-16"),
        (HEADER.encode("utf-16-le"), "it is written in UTF-16"),
        (HEADER.encode("utf-32"), "it is written in UTF-32"),
        (b'[{"name": "Lyman"}]', "it looks like JSON"),
        (b"\x1f\x8b\x08\x00", "it is packed by gzip"),
        (b"PK\x03\x04\xff", "it is a zip file"),
    ],
)
def test_a_table_that_cannot_be_read_says_why_and_what_to_do(tmp_path, written, said):
    path = tmp_path / "list.csv"
    path.write_bytes(written)
    with pytest.raises(DataError, match=rf"list\.csv: .*{said}"):
        tables.read(path, tables.load("ukraine-wikipedia"))


def test_a_dense_table_with_a_byte_that_is_no_text_says_where(tmp_path):
    path = tmp_path / "control.csv"
    path.write_bytes(
        b"date,geonameid,status_wiki,status_boost,status_dsm,status_isw\n2022-02-24,1,UA,UA,UA,UA\n2022-02-2\xe9,1,RU,,,\n"
    )
    with pytest.raises(DataError, match="line 3 is not UTF-8"):
        tables.read(path, tables.load("viina"), Gazetteer([OLENEVKA], ()))


def test_a_row_is_counted_as_a_spreadsheet_counts_it(tmp_path):
    found = imported(tmp_path, row("2022-05-01", "Ukraine", note='"two\nlines"'), "", row("2022-05-03", "Russia"))
    assert sorted(row_of(claim.article.title) for claim in found.claims.each()) == [2, 4]


def test_a_parquet_file_is_known_by_its_bytes(tmp_path):
    path = tmp_path / "list"
    cells = [dict(zip(HEADER.split(","), row("2022-05-01", "Ukraine").split(","), strict=True))]
    pa.parquet.write_table(pa.Table.from_pylist(cells), path)
    assert len(tables.read(path, tables.load("ukraine-wikipedia")).claims) == 1


def test_an_unreadable_parquet_file_is_named(tmp_path):
    path = tmp_path / "list.parquet"
    path.write_bytes(b"PAR1 and no more")
    with pytest.raises(DataError, match=r"list\.parquet"):
        tables.read(path, tables.load("ukraine-wikipedia"))


@pytest.mark.parametrize("closed", ["", '"', '",', ',,"'])
def test_a_quote_that_is_not_closed_costs_its_row_and_no_other(tmp_path, closed):
    rows = [row("2022-05-01", "Ukraine", note='"Captured'), *(row(f"2022-05-0{day}", "Russia") for day in range(2, 6))]
    last = row("2022-05-06", "Ukraine", note=f"all quiet{closed}")
    found = imported(tmp_path, *rows, last)
    told = {row_of(claim.article.title) for claim in found.claims.each()} | {number for _, number in listed(found)}
    assert told == set(range(2, 8))
    assert ("broken", 2) in listed(found)
    assert "quotation mark" in next(issue.message for issue in found.issues if row_of(issue.source) == 2)
    assert {3, 4, 5, 6} <= {row_of(claim.article.title) for claim in found.claims.each()}


def test_a_note_of_many_lines_with_commas_is_one_cell(tmp_path):
    note = '"first, second, third\n1,2,3,4,5,6,7,8,9\nlast"'
    found = imported(tmp_path, row("2022-05-01", "Ukraine", note=note), row("2022-05-02", "Russia"))
    assert (len(found.claims), listed(found)) == (2, [])


@pytest.mark.parametrize("wrong", ["2022-05-01,Lyman,1,48,99,37,81,Ukraine,,,", "2022-05-01,Lyman,1", "a lonely cell"])
def test_a_row_with_more_or_fewer_cells_than_the_header_is_listed(tmp_path, wrong):
    found = imported(tmp_path, wrong, row("2022-05-02", "Russia"))
    assert (len(found.claims), listed(found)) == (1, [("ragged", 2)])
    assert "and the header 9" in next(iter(found.issues)).message


def test_a_column_that_stands_twice_is_refused_by_name(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(f"{HEADER},held_by\n{row('2022-05-01', 'Ukraine')},Russia\n", "utf-8")
    with pytest.raises(DataError, match="two columns are called 'held_by'"):
        tables.read(path, tables.load("ukraine-wikipedia"))


@pytest.mark.parametrize("standing", ["22 Aug 2022", "22-Aug-22", "2022-08-22"])
def test_an_as_of_left_standing_is_not_the_day_of_a_new_status_however_it_is_spelled(tmp_path, standing):
    found = imported(tmp_path, row("2022-08-23", "Russia", as_of="22 August 2022"), row("2022-09-08", "Ukraine", as_of=standing))
    assert runs(found)[-1] == ("held", "UKRAINE", "2022-09-08")


HISTORY = [("Ukraine", "2022-03-01"), ("Russia", "2022-05-01"), ("Ukraine", "2022-09-01"), ("Russia", "2022-11-01")]


@pytest.mark.parametrize("hours", [("",) * 4, tuple(f"T1{hour}:00:00Z" for hour in range(4))])
def test_a_history_that_is_told_on_one_day_has_the_days_of_its_rows(tmp_path, hours):
    rows = [row(f"2023-01-10{hour}", who, as_of=day) for (who, day), hour in zip(HISTORY, hours, strict=True)]
    found = imported(tmp_path, *rows, row("2023-05-10", "Ukraine", as_of="2023-05-01"))
    told = [("held", {"Ukraine": "UKRAINE", "Russia": "RUSSIA"}[who], day) for who, day in HISTORY]
    assert runs(found) == [*told, ("held", "UKRAINE", "2023-05-01")]
    assert not found.issues


def test_a_row_that_was_overtaken_when_it_was_reported_is_no_flip(tmp_path):
    found = imported(
        tmp_path,
        row("2022-10-11", "Ukraine", as_of="1 September 2022"),
        row("2022-10-30", "Russia", as_of="29 September 2022"),
        row("2022-11-11", "Ukraine", as_of="29 September 2022"),
    )
    assert runs(found) == [("held", "UKRAINE", "2022-09-01"), ("held", "RUSSIA", "2022-09-29"), ("held", "UKRAINE", "2022-11-11")]


def test_who_holds_a_place_on_a_day_is_what_the_last_report_of_that_day_says(tmp_path):
    found = imported(
        tmp_path, row("2022-03-30", "Russia"), row("2022-04-01", "Russia"), row("2022-04-02", "Ukraine", as_of="1 April 2022")
    )
    assert [actor for _, actor, _ in runs(found)] == ["RUSSIA", "UKRAINE"]
    assert listed(found) == [("superseded", 3)]


def test_a_tie_every_day_is_one_fight(tmp_path):
    found = imported(tmp_path, *(row(f"2022-03-0{day}", who) for day in range(1, 5) for who in ("Ukraine", "Russia")))
    assert runs(found) == [("contested", None, "2022-03-01")]
    (only,) = build(found.claims).controls
    assert set(only.other_actors) == {"UKRAINE", "RUSSIA"}
    assert len(only.claims) == 8


@pytest.mark.parametrize("day", ["2202-03-05", "3019-01-01", "9999-12-31"])
def test_a_report_of_a_day_that_has_not_come_is_listed_and_does_not_count(tmp_path, day):
    found = imported(tmp_path, row(day, "Russia"), row("2022-05-02", "Ukraine"))
    assert (len(found.claims), listed(found)) == (1, [("future", 2)])
    assert day in next(iter(found.issues)).message


def test_a_clock_in_thousandths_of_a_second_is_no_day(tmp_path):
    assert listed(imported(tmp_path, row("1711051200000", "Russia"), row("2022-05-02", "Ukraine"))) == [("undated", 2)]


@pytest.mark.parametrize(
    ("where", "name", "said"),
    [
        ('"48,9",37.81', "Lyman", "its lat is '48,9'"),
        ("5000000,37.81", "Lyman", "its lat is '5000000'"),
        ("nan,37.81", "Lyman", "its lat is 'nan'"),
        (",", "Nowhere", "no row has one for its name; give lon and lat in degrees"),
        ("48.9,37.81", "", "it names no place: its name is ''"),
    ],
)
def test_why_a_row_has_no_place_is_said_with_what_to_do(tmp_path, where, name, said):
    found = imported(tmp_path, row("2022-05-01", "Ukraine", where=where, name=name), row("2022-05-02", "Ukraine", name="Torske"))
    assert [(issue.kind, said in issue.message) for issue in found.issues] == [("unresolved", True)]


def test_an_id_that_no_gazetteer_has_says_how_to_get_one(tmp_path):
    path = tmp_path / "control.csv"
    path.write_text("date,geonameid,status_wiki,status_boost,status_dsm,status_isw\n2022-02-24,1,UA,UA,UA,UA\n")
    (issue,) = tables.read(path, tables.load("viina"), Gazetteer([OLENEVKA], ())).issues
    assert "no gazetteer has its place, geonames:1: import the gazetteer" in issue.message


TOWNS_DENSE = """
title = "x"
publisher = "y"
dense = true
columns = { reported = "day", status = ["s"], name = "n", lon = "lon", lat = "lat", as_of = "as_of", note = "note", url = "url" }
place = { prefix = "p" }
statuses = { u = { relation = "holds", actor = "UKRAINE" }, r = { relation = "holds", actor = "RUSSIA" } }
actors = { "russia" = "RUSSIA" }
[[notes]]
pattern = 'Captured by (?P<actor>Russia)(?P<date>[^.]*)?'
relation = "gained"
"""


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_dense_table_may_name_its_places_and_have_links_notes_and_days(tmp_path, kind):
    mapping, path = tmp_path / "m.toml", tmp_path / f"list.{kind}"
    mapping.write_text(TOWNS_DENSE)
    names = ["day", "n", "lon", "lat", "s", "as_of", "note", "url"]
    note = "Captured by Russia 5 May 2022."
    days = range(1, 10)
    rows = [
        (f"2022-05-0{day}", town, lon, 48.5, "u" if day < 6 else "r", "", note if day > 6 else "", f"https://x.org/{day}")
        for town, lon in (("Alfa", 35.5), ("Bravo", 36.5))
        for day in days
    ]
    if kind == "csv":
        path.write_text("\n".join(",".join(map(str, cells)) for cells in [names, *rows]) + "\n")
    else:
        pa.parquet.write_table(pa.table(dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))), path)
    dense = tables.load(mapping)
    found, plain = (tables.read(path, dense.model_copy(update={"dense": how})) for how in (True, False))
    assert (found.rows, found.claimed, found.repeating) == (18, 10, 8)
    assert (plain.rows, plain.claimed, plain.repeating) == (18, 18, 0)
    assert intervals(found) == intervals(plain)
    assert {"https://x.org/6"} <= {claim.article.url for claim in found.claims.each()}
    assert {claim.when.latest for claim in found.claims.each() if claim.rule == "table:note"} == {dt.date(2022, 5, 5)}


DENSE_HEADER = "date,geonameid,status_wiki,status_boost,status_dsm,status_isw"


@pytest.mark.parametrize(
    ("broken", "kind"), [("2022-02-25,461727,RU", "ragged"), ('2022-02-25,461727,"RU,UA,UA,UA', "broken"), ("", None)]
)
def test_a_broken_line_of_a_dense_table_costs_itself_and_the_others_keep_their_numbers(tmp_path, broken, kind):
    path = tmp_path / "control.csv"
    lines = [DENSE_HEADER, "2022-02-24,461727,UA,UA,UA,UA", broken, "2022-02-26,461727,RU,RU,RU,RU"]
    path.write_text("\n".join(lines) + "\n")
    found = tables.read(path, tables.load("viina"), Gazetteer([OLENEVKA], ()))
    assert listed(found) == ([(kind, 3)] if kind else [])
    assert {row_of(claim.article.title) for claim in found.claims.each()} == {2, 4}


def test_a_dense_table_of_a_header_alone_says_nothing(tmp_path):
    path = tmp_path / "control.csv"
    path.write_text(DENSE_HEADER + "\n")
    assert len(tables.read(path, tables.load("viina"), Gazetteer([OLENEVKA], ())).claims) == 0


@pytest.mark.parametrize(
    ("header", "said"),
    [(DENSE_HEADER.replace(",", ";"), "parted by semicolons"), ("date,geonameid", "there are: date, geonameid")],
)
def test_a_dense_table_without_the_mappings_columns_says_which(tmp_path, header, said):
    path = tmp_path / "control.csv"
    path.write_text(header + "\n")
    with pytest.raises(DataError, match=said):
        tables.read(path, tables.load("viina"), Gazetteer([OLENEVKA], ()))


def test_a_list_in_a_cell_of_a_dense_table_is_named(tmp_path):
    path = tmp_path / "control.parquet"
    columns = {name: ["UA"] for name in DENSE_HEADER.split(",")} | {"date": [["2022-02-24"]]}
    pa.parquet.write_table(pa.table(columns), path)
    with pytest.raises(DataError, match="'date' is a list"):
        tables.read(path, tables.load("viina"), Gazetteer([OLENEVKA], ()))


@pytest.mark.parametrize("kind", ["csv", "parquet"])
@pytest.mark.parametrize("dense", [True, False])
def test_na_is_no_status(tmp_path, kind, dense):
    path = tmp_path / f"control.{kind}"
    cells = [("2022-02-24", "461727", "UA", "NA", "", "NA"), ("2022-02-25", "461727", "NA", "NA", "NA", "NA")]
    if kind == "csv":
        path.write_text("\n".join([DENSE_HEADER, *map(",".join, cells)]) + "\n")
    else:
        columns = map(list, zip(*cells, strict=True))
        pa.parquet.write_table(pa.table(dict(zip(DENSE_HEADER.split(","), columns, strict=True))), path)
    mapping = tables.load("viina").model_copy(update={"dense": dense})
    found = tables.read(path, mapping, Gazetteer([OLENEVKA], ()))
    assert (len(found.claims), listed(found)) == (1, [("no_status", 3)])


@pytest.fixture(scope="module")
def log():
    path = SHARED / "ukraine_wikipedia_control_log.csv"
    if not path.exists():
        pytest.skip("the Ukraine log does not lie beside the project")
    return tables.read(path, tables.load("ukraine-wikipedia"), Gazetteer(geodata.theatre("ukraine").places, ()))


@pytest.mark.shared
def test_every_row_of_the_ukraine_log_is_a_claim_or_listed(log):
    claimed = {row_of(claim.article.title) for claim in log.claims.each()}
    listed = {row_of(issue.source) for issue in log.issues}
    assert len(claimed | listed) == 11239
    assert not claimed & listed
    assert (log.rows, log.claimed, log.repeating) == (11239, 10760, 0)
    kinds = {"unresolved": 225, "reverted": 109, "unknown_status": 77, "superseded": 48, "no_status": 20}
    assert Counter(issue.kind for issue in log.issues) == kinds
    assert len({issue.message for issue in log.issues if issue.kind == "reverted"}) == 108


with (Path(__file__).parent / "ukraine_towns.csv").open(encoding="utf-8") as stream:
    TOWNS = list(csv.DictReader(stream))
"""Read from the log by eye, row by row."""


@pytest.fixture(scope="module")
def history(log):
    theatre = geodata.theatre("ukraine")
    return build(log.claims, (), theatre.policy(), actors={actor.id: actor for actor in theatre.actors})


@pytest.mark.shared
@pytest.mark.parametrize("town", sorted({fact["place"] for fact in TOWNS}))
def test_towns_on_their_days(history, town):
    for fact in (fact for fact in TOWNS if fact["place"] == town):
        control = history.at(dt.date.fromisoformat(fact["day"]))[town]
        assert (control.status, control.actor or "") == (fact["status"], fact["actor"]), fact["day"]


def test_the_mapping_of_the_docs_loads(tmp_path):
    docs = (Path(__file__).parents[2] / "docs" / "tables.md").read_text("utf-8")
    path = tmp_path / "list.toml"
    path.write_text(docs.split("```toml\n")[1].split("```")[0], "utf-8")
    mapping = tables.load(path)
    known = {actor.id for actor in geodata.theatre(mapping.theatre).actors}
    assert {rule.actor for rule in mapping.statuses.values() if rule.actor} <= known


@pytest.mark.parametrize("name", tables.ready())
def test_the_ready_mappings_name_actors_that_exist(name):
    mapping = tables.load(name)
    known = {actor.id for actor in geodata.theatre(mapping.theatre).actors}
    assert {rule.actor for rule in mapping.statuses.values() if rule.actor} | set(mapping.actors.values()) <= known
