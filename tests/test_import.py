"""``whoheld import`` as a user runs it."""

import json
from pathlib import Path

import pytest

from test_build import OUTPUTS, whoheld

MAPPING = """
title = "A list of ours"
publisher = "The list"
attribution = "The list, CC BY 4.0"
theatre = "syria"
[columns]
reported = "day"
status = ["status"]
name = "town"
lon = "lon"
lat = "lat"
url = "link"
[place]
prefix = "our-list"
[statuses]
"sdf" = { relation = "holds", actor = "SDF" }
"is" = { relation = "holds", actor = "ISIS" }
"""
NOTES = """[actors]
"sdf" = "SDF"
[[notes]]
pattern = '(?:Captured by (?P<actor>SDF)|Lost)(?P<date> on [^.]*)?'
relation = "gained"
"""
NO_COLUMN, NO_ACTORS = NOTES, NOTES.replace('"sdf" = "SDF"', "")
TABLE = """day,town,lon,lat,status,link
2018-12-01,Hajin,40.8306,34.6917,IS,https://list.example/1
2018-12-15,Hajin,40.8306,34.6917,SDF,https://list.example/2
2018-12-16,Hajin,40.8306,34.6917,both,https://list.example/3
2018-12-16,Nowhere,,,SDF,https://list.example/4
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "list.toml").write_text(MAPPING, "utf-8")
    (tmp_path / "list.csv").write_text(TABLE, "utf-8")
    return tmp_path


def test_a_table_is_published_as_articles_are(folder: Path) -> None:
    done = whoheld("import", "list.csv", "--mapping", "list.toml", "-o", "out", cwd=folder)
    assert done.returncode == 0, done.stderr.decode()
    assert {path.name for path in (folder / "out").iterdir()} == OUTPUTS
    said = done.stdout.decode()
    assert "2  rows that became claims" in said
    assert "1 row left out, unknown_status: as in list.csv, row 4" in said
    listed = [json.loads(line) for line in (folder / "out" / "issues.jsonl").read_text("utf-8").splitlines()]
    assert {(issue["kind"], issue["source"]) for issue in listed} == {
        ("unknown_status", "list.csv, row 4"),
        ("unresolved", "list.csv, row 5"),
    }
    assert "The list, CC BY 4.0" in (folder / "out" / "manifest.json").read_text("utf-8")
    assert whoheld("verify", "out", cwd=folder).returncode == 0
    shown = whoheld("show", "out", "--place", "Hajin", "--on", "2018-12-15", cwd=folder).stdout.decode()
    assert "SDF" in shown
    assert "https://list.example/2" in shown
    assert "A list of ours, row 3" in shown


def test_an_answer_and_a_dossier_name_the_row_of_the_table(folder: Path) -> None:
    assert whoheld("import", "list.csv", "--mapping", "list.toml", "-o", "out", cwd=folder).returncode == 0
    (folder / "incidents.csv").write_text("place,date\nHajin,2018-12-15\n", "utf-8")
    answered = whoheld("ask", "out", "incidents.csv", cwd=folder).stdout.decode()
    assert "status: SDF (A list of ours, row 3)" in answered
    assert whoheld("dossier", "out", "--place", "Hajin", "-o", "hajin.md", cwd=folder).returncode == 0
    assert "row 3" in (folder / "hajin.md").read_text("utf-8")


def test_a_table_that_lies_in_the_output_folder_is_not_deleted(folder: Path) -> None:
    assert whoheld("import", "list.csv", "--mapping", "list.toml", "-o", "out", cwd=folder).returncode == 0
    (folder / "out" / "list.csv").write_text(TABLE, "utf-8")
    (folder / "out" / "mine.txt").write_text("years of work", "utf-8")
    for command in (("import", "out/list.csv", "--mapping", "list.toml"), ("build", "out/mine.txt", "-t", "syria")):
        done = whoheld(*command, "-o", "out", cwd=folder)
        assert done.returncode == 2
        assert "would be replaced whole, and holds what whoheld did not write there: list.csv" in " ".join(
            done.stderr.decode().split()
        )
    assert (folder / "out" / "list.csv").read_text("utf-8") == TABLE
    assert (folder / "out" / "mine.txt").read_text("utf-8") == "years of work"


def test_rows_are_counted_however_many_columns_they_speak_in(folder: Path) -> None:
    (folder / "list.toml").write_text(MAPPING.replace('["status"]', '["status", "second"]'), "utf-8")
    header, *rows = TABLE.splitlines()
    (folder / "list.csv").write_text("\n".join([f"{header},second", *(f"{row},SDF" for row in rows)]) + "\n", "utf-8")
    said = whoheld("import", "list.csv", "--mapping", "list.toml", "-o", "out", cwd=folder).stdout.decode()
    assert "4  rows in the table" in said
    assert "3  rows that became claims" in said
    assert "5  claims" in said


def test_rows_add_up_and_cells_are_counted_apart(folder: Path) -> None:
    (folder / "list.toml").write_text(MAPPING.replace('["status"]', '["status", "second"]'), "utf-8")
    header, *rows = TABLE.splitlines()
    second = ["what", "SDF", "who", "SDF"]
    (folder / "list.csv").write_text("\n".join([f"{header},second", *map("{},{}".format, rows, second)]) + "\n", "utf-8")
    said = whoheld("import", "list.csv", "--mapping", "list.toml", "-o", "out", cwd=folder).stdout.decode()
    counts = {
        what: int(count) for count, what in (line.split(maxsplit=1) for line in said.splitlines() if line[:2].strip().isdecimal())
    }
    counts = {what.strip(): count for what, count in counts.items()}
    assert counts["rows in the table"] == 4
    assert counts["rows that became claims"] == counts["rows left out, each with the reason"] == 2
    assert "1 row left out, unknown_status: as in" in said
    assert "1 row left out, unresolved: as in" in said
    assert "1 cell left out of rows that became claims, unknown_status: as in" in said


def test_a_table_of_which_nothing_was_left_out_names_no_list(folder: Path) -> None:
    (folder / "list.csv").write_text("\n".join(TABLE.splitlines()[:3]) + "\n", "utf-8")
    said = whoheld("import", "list.csv", "--mapping", "list.toml", "-o", "out", cwd=folder).stdout.decode()
    assert "2  rows that became claims" in said
    assert "issues.jsonl" not in said


def test_a_pattern_may_have_optional_groups_and_names_of_any_case(folder: Path) -> None:
    (folder / "list.toml").write_text(MAPPING.replace("[place]", 'note = "note"\n[place]') + NOTES, "utf-8")
    header, *rows = TABLE.splitlines()
    notes = ["Lost.", "Captured by SDF on 14 December 2018.", "Captured by SDF.", "Lost"]
    (folder / "list.csv").write_text("\n".join([f"{header},note", *map("{},{}".format, rows, notes)]) + "\n", "utf-8")
    done = whoheld("import", "list.csv", "--mapping", "list.toml", "-o", "out", cwd=folder)
    assert done.returncode == 0, done.stderr.decode()
    assert "3  claims" in done.stdout.decode()


def test_a_mapping_that_an_editor_marked_as_utf_8_is_read(folder: Path) -> None:
    (folder / "list.toml").write_text(MAPPING, "utf-8-sig")
    assert whoheld("import", "list.csv", "--mapping", "list.toml", "-o", "out", cwd=folder).returncode == 0


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('actor = "SDF"', 'actor = "SDFF"', "list.toml: statuses.sdf: the theatre has no actor 'SDFF'"),
        (', actor = "SDF"', "", "list.toml: statuses.sdf: 'holds' needs an actor"),
        ('"is" =', '"SDF " =', "list.toml: statuses: several of these are one value"),
        ('"is" =', '"" =', "list.toml: statuses: a cell without a word has no status"),
        ("[columns]", '[actors]\n"IS" = "NOBODY"\n[columns]', "list.toml: actors.IS: the theatre has no actor 'NOBODY'"),
        ('"our-list"', '"our-list"\nkind = "elephant"', "list.toml: place.kind: Input should be 'settlement'"),
        ('"our-list"', '"our-list"\nsame_within_m = -1', "list.toml: place.same_within_m: Input should be greater"),
        ("[columns]", "revert_hours = -5\n[columns]", "list.toml: revert_hours: Input should be greater"),
        ("[columns]", '[sources]\nstatu = "x"\n[columns]', "list.toml: sources.statu: this is no status column; they are status"),
        ("[columns]", 'url = "javascript:alert(1)"\n[columns]', "list.toml: url: 'javascript:alert(1)' is no address"),
        ('"our-list"', '""', "list.toml: place.prefix: it says nothing"),
        ('"The list"', '" "', "list.toml: publisher: it says nothing"),
        ('["status"]', '"status"', "list.toml: columns.status: this is a list"),
        ("publisher", "publishr", "list.toml: publishr: there is no such key"),
        ('reported = "day"', "", "list.toml: columns.reported: this key is missing"),
        ('{ relation = "holds", actor = "SDF" }', '"SDF"', "list.toml: statuses.sdf: this is a table, as in { relation"),
        ("[place]", f"{NO_COLUMN}[place]", "list.toml: notes: there are patterns, but columns.note does not say"),
        ("[place]", f'note = "note"\n{NO_ACTORS}[place]', "list.toml: notes: there are patterns, but [actors] does not say"),
        ("[columns]", 'language = "xx"\n[columns]', "list.toml: language: 'xx' is none of ar, en"),
        ('["status"]', '["status", "status"]', "list.toml: columns.status: each status column is a source of its own"),
    ],
)
def test_what_is_wrong_in_a_mapping_is_said_by_file_and_key(folder: Path, right: str, wrong: str, said: str) -> None:
    (folder / "list.toml").write_text(MAPPING.replace(right, wrong), "utf-8")
    done = whoheld("import", "list.csv", "--mapping", "list.toml", "-o", "out", cwd=folder)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.decode().split())
    assert not (folder / "out").exists()


def test_what_may_be_a_slip_counts_and_is_listed(folder: Path) -> None:
    swapped = "2019-01-08,Raqqa,35.95,39.01,SDF,\n1019-01-08,Alpha,40,35,SDF,\n2019-01-08,Null,0,0,SDF,\n"
    (folder / "list.csv").write_text(TABLE + swapped, "utf-8")
    done = whoheld("import", "list.csv", "--mapping", "list.toml", "-o", "out", cwd=folder)
    said = done.stdout.decode()
    assert "5  rows that became claims" in said
    assert "2 rows that count, but may be a slip, outside: as in" in said
    listed = [json.loads(line) for line in (folder / "out" / "issues.jsonl").read_text("utf-8").splitlines()]
    doubted = {issue["text"]: issue["message"] for issue in listed if issue["kind"] in {"outside", "early"}}
    assert set(doubted) == {"Raqqa", "Alpha", "Null"}
    assert "with lon and lat changed for each other" in doubted["Raqqa"]
    assert "reported on 1019-01-08, before the theatre's first day" in doubted["Alpha"]


def test_the_case_of_a_status_says_nothing(folder: Path) -> None:
    (folder / "list.toml").write_text(MAPPING.replace('"sdf"', '" SDF"'), "utf-8")
    done = whoheld("import", "list.csv", "--mapping", "list.toml", "-o", "out", cwd=folder)
    assert "2  rows that became claims" in done.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("list.csv", "--mapping", "atlantis"), "ukraine-wikipedia, viina"),
        (("none.csv", "--mapping", "list.toml"), "none.csv"),
        (("list.toml", "--mapping", "list.toml"), "columns that are not there: status, day, town"),
        (("empty.csv", "--mapping", "list.toml"), "empty.csv has a header and no row below it"),
        (("list.csv", "--mapping", "nowhere.toml"), "Give --theatre"),
        (("list.csv", "--mapping", "list.toml", "--theatre", "atlantis"), "atlantis"),
        (("list.csv", "--mapping", "list.toml", "--work", "typo"), "there is no work folder typo"),
        (("list.csv", "--mapping", "utf16.toml"), "utf16.toml: cannot be read: it is not written in UTF-8"),
    ],
)
def test_what_cannot_be_imported_is_said_in_a_sentence(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    (folder / "empty.csv").write_text(TABLE.splitlines()[0] + "\n", "utf-8")
    (folder / "utf16.toml").write_text(MAPPING, "utf-16")
    (folder / "nowhere.toml").write_text(MAPPING.replace('theatre = "syria"\n', ""), "utf-8")
    done = whoheld("import", *arguments, "-o", "out", cwd=folder)
    error = " ".join(done.stderr.decode().split())
    assert done.returncode == 2
    assert said in error
    assert "Traceback" not in error
    assert not (folder / "out").exists()
