"""``whoheld check`` names every fault with its file and row, and finds none in a sound theatre."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from whoheld.check import check_geodata as check
from whoheld.errors import UsageError

CHECKOUT = Path(__file__).parents[2]
THEATRE = """bbox = [38.0, 33.0, 42.0, 37.0]
countries = ["SY"]
first_day = 2011-03-15
languages = ["ar", "en"]
includes = ["powers"]

[title]
en = "A valley"

[sides]
NORTH = "one"

[[source]]
name = "A paper"
hosts = ["paper.example"]
"""
POWERS = """bbox = [-180.0, -90.0, 180.0, 90.0]
countries = []
first_day = 1990-01-01
languages = ["en"]

[title]
en = "Powers"
"""
ACTORS = """[[actor]]
id = "NORTH"
names = { en = "Northern Front", ar = "جبهة الشمال" }
kind = "armed_group"

[[actor.alias]]
countries = ["SY"]
en = ["the front",
      "NF"]
ar_f = ["الجبهة"]

[[actor]]
id = "SOUTH"
names = { en = "Southern Army" }
kind = "army"

[[actor.alias]]
countries = ["SY"]
last_year = 2016
en = ["the army"]
"""
POWER_ACTORS = """[[actor]]
id = "EMPIRE"
names = { en = "The Empire" }
kind = "government"

[[actor.alias]]
countries = ["SY"]
first_year = 2017
en = ["the army"]

[[actor.alias]]
countries = ["IQ"]
en = ["the front"]
"""
HEADER = "id,kind,parent,country,lon,lat,precision_m,en,ar,ids,source"
PLACES = f"""{HEADER}
valley,province,,SY,40.0,35.0,90000,Valley,الوادي,,GeoNames
mill,settlement,valley,SY,40.1,35.1,2000,Mill|Al-Mill,الطاحونة,geonames:1,GeoNames
ford,settlement,valley,SY,,,,Ford,المخاضة,,press
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, theatre, actors in (("valley", THEATRE, ACTORS), ("powers", POWERS, POWER_ACTORS)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "theatre.toml").write_text(theatre, "utf-8")
        (tmp_path / name / "actors.toml").write_text(actors, "utf-8")
    (tmp_path / "valley" / "places.csv").write_text(PLACES, "utf-8")
    return tmp_path


def test_a_sound_theatre_has_no_findings(root: Path) -> None:
    assert check(root=root) == []


def test_all_that_is_shipped_is_sound() -> None:
    assert check() == []


def test_a_lexicon_example_that_no_longer_holds_is_named_with_its_row(tmp_path: Path) -> None:
    """In a copy of the program, since the packs lie inside it."""
    shutil.copytree(CHECKOUT / "src" / "whoheld", tmp_path / "src" / "whoheld")
    shutil.copytree(CHECKOUT / "geodata", tmp_path / "geodata", ignore=shutil.ignore_patterns("articles", "*.geojson"))
    pack = tmp_path / "src" / "whoheld" / "lang" / "en.toml"
    lines = pack.read_text("utf-8").splitlines()
    row = next(number for number, line in enumerate(lines, 1) if "gained | " in line)
    lines[row - 1] = lines[row - 1].replace("gained | ", "lost | ", 1)
    pack.write_text("\n".join(lines) + "\n", "utf-8")
    command = "from whoheld.check import check_languages; print([(f.path.name, f.row) for f in check_languages()])"
    run = subprocess.run(
        [sys.executable, "-c", command],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(tmp_path / "src")},
    )
    assert run.stdout.strip() == f"[('en.toml', {row})]"


def test_an_unknown_theatre_lists_those_that_exist(root: Path) -> None:
    with pytest.raises(UsageError, match="those that exist: valley"):
        check("atlantis", root)


def appended(text: str) -> Callable[[str], str]:
    return lambda before: before + text


def replaced(old: str, new: str) -> Callable[[str], str]:
    def edit(before: str) -> str:
        assert old in before
        return before.replace(old, new, 1)

    return edit


FAULTS = [
    pytest.param(
        "places.csv",
        replaced("المخاضة,,", "المخاضة,geonames:1,"),
        4,
        "'geonames:1' stands in row 3",
        id="two places are one elsewhere",
    ),
    pytest.param(
        "places.csv", appended("mill,settlement,valley,SY,40.2,35.2,2000,Other,,,x\n"), 5, "row 3 too", id="duplicate id"
    ),
    pytest.param(
        "places.csv", replaced("ford,settlement,valley", "ford,settlement,dale"), 4, "'dale' does not exist", id="missing parent"
    ),
    pytest.param(
        "places.csv", appended("a,settlement,b,SY,,,,A,,,x\nb,settlement,a,SY,,,,B,,,x\n"), 5, "no coordinate", id="circle"
    ),
    pytest.param("places.csv", replaced(",40.1,35.1,", ",50.1,35.1,"), 3, "outside the theatre's bbox", id="outside the bbox"),
    pytest.param("places.csv", replaced(",40.1,35.1,", ",35.1,40.1,"), 3, "seem swapped", id="swapped"),
    pytest.param("places.csv", replaced(",40.1,35.1,", ",140.1,235.1,"), 3, "lat", id="out of range"),
    pytest.param("places.csv", replaced(",40.1,35.1,", ",nan,35.1,"), 3, "lon", id="not a number"),
    pytest.param("places.csv", replaced(",40.1,35.1,", ",0,0,"), 3, "outside the theatre's bbox", id="null island"),
    pytest.param("places.csv", replaced(",40.1,35.1,2000", ",40.1,,2000"), 3, "lon and lat: give both", id="half a point"),
    pytest.param("places.csv", replaced(",40.1,35.1,2000", ",40.1,35.1,"), 3, "precision_m is missing", id="no precision"),
    pytest.param("places.csv", replaced("SY,,,,Ford", "SY,,,500,Ford"), 4, "cannot be more precise", id="finer than its parent"),
    pytest.param("places.csv", replaced("ford,settlement", "ford,hamlet"), 4, "kind", id="unknown kind"),
    pytest.param("places.csv", replaced(",المخاضة,,press", ",المخاضة,,"), 4, "source", id="no source"),
    pytest.param("places.csv", replaced("Ford,المخاضة", ","), 4, "no name", id="no name"),
    pytest.param("places.csv", replaced("Ford,", "—,"), 4, "no letters", id="a name without letters"),
    pytest.param("places.csv", replaced(",المخاضة,,press", ",المخاضة,press"), 4, "10 cells under 11", id="ragged"),
    pytest.param("places.csv", replaced("en,ar", "en,en"), 1, "stands twice in the header", id="duplicate column"),
    pytest.param("places.csv", replaced(",source", ",origin"), 1, "source is missing in the header", id="missing column"),
    pytest.param("places.csv", replaced("en,ar", "en,arabic"), 2, "arabic", id="unknown column"),
    pytest.param(
        "actors.toml",
        replaced('id = "SOUTH"', 'id = "NORTH"'),
        12,
        "stands in valley/actors.toml, row 1 too",
        id="duplicate actor",
    ),
    pytest.param(
        "actors.toml",
        replaced('id = "SOUTH"', 'id = "EMPIRE"'),
        12,
        "stands in powers/actors.toml, row 1 too",
        id="an actor of the included theatre again",
    ),
    pytest.param("actors.toml", replaced('kind = "army"', 'kind = "army"\nflag = "x"'), 12, "flag", id="unknown key of an actor"),
    pytest.param(
        "actors.toml", replaced('en = ["the army"]', 'english = ["the army"]'), 12, "english", id="unknown language key"
    ),
    pytest.param("actors.toml", appended("[other]\n"), None, "unknown key other", id="unknown table"),
    pytest.param(
        "actors.toml",
        replaced('kind = "army"', 'kind = "army"\nparent = "GHOST"'),
        12,
        "'GHOST'",
        id="missing parent of an actor",
    ),
    pytest.param(
        "actors.toml", replaced('en = ["the army"]', 'en = ["n.f."]\nar = ["الجَبهة"]'), 21, "alias", id="shared after folding"
    ),
    pytest.param("actors.toml", replaced('["the army"]', '["The  Front"]'), 20, "NORTH", id="shared alias"),
    pytest.param(
        "actors.toml", replaced("last_year = 2016", "last_year = 2017"), 20, "'the army' means SOUTH", id="years overlap"
    ),
    pytest.param("actors.toml", replaced('kind = "army"', "kind = army"), None, "cannot be read", id="not TOML"),
    pytest.param("theatre.toml", replaced("first_day", 'motto = "x"\nfirst_day'), 3, "motto", id="unknown key of a theatre"),
    pytest.param("theatre.toml", replaced("bbox = [38.0, 33.0", "bbox = [43.0, 33.0"), 1, "bbox", id="bbox the wrong way round"),
    pytest.param("theatre.toml", replaced('["powers"]', '["powers", "ghost"]'), 5, "includes 'ghost'", id="missing include"),
    pytest.param("theatre.toml", replaced("NORTH =", "WEST ="), 11, "sides.WEST", id="side of nobody"),
    pytest.param("theatre.toml", appended("[policy]\npatience = 3\n"), 17, "policy.patience", id="unknown number of the policy"),
    pytest.param("theatre.toml", replaced('"paper.example"', '"A paper"'), 14, "'A paper'", id="two sources with one name"),
]


@pytest.mark.parametrize(("file", "edit", "row", "words"), FAULTS)
def test_a_fault_is_named_with_file_and_row(
    root: Path, file: str, edit: Callable[[str], str], row: int | None, words: str
) -> None:
    path = root / "valley" / file
    path.write_text(edit(path.read_text("utf-8")), "utf-8")
    findings = check("valley", root)
    told = [finding for finding in findings if words in finding.message]
    assert told, findings
    assert told[0].path == path
    if row is not None:
        assert told[0].row == row


def test_one_bad_row_hides_no_other(root: Path) -> None:
    path = root / "valley" / "places.csv"
    path.write_text(PLACES + "x,settlement\ny,hamlet,valley,SY,,,,Y,,,x\nz,settlement,nowhere,SY,,,,Z,,,x\n", "utf-8")
    assert [finding.row for finding in check("valley", root)] == [5, 6, 7]


def test_a_byte_order_mark_is_no_fault(root: Path) -> None:
    (root / "valley" / "places.csv").write_bytes(b"\xef\xbb\xbf" + PLACES.encode())
    assert check(root=root) == []


def test_a_file_in_another_encoding_is_named(root: Path) -> None:
    path = root / "valley" / "places.csv"
    path.write_bytes(PLACES.encode("utf-16"))
    assert [(finding.path, finding.message[:14]) for finding in check("valley", root)] == [(path, "cannot be read")]
