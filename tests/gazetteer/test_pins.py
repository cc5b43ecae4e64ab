"""A person's decision on a name is kept in the project folder and goes before every score."""

import datetime as dt
from pathlib import Path

import pytest

from whoheld import pipeline
from whoheld.errors import DataError, UsageError
from whoheld.gazetteer import Gazetteer, imports, pins
from whoheld.gazetteer.formats.table import Columns
from whoheld.gazetteer.imports import Options, import_file
from whoheld.gazetteer.pins import Pin, pin
from whoheld.geodata import Theatre, TheatreFile
from whoheld.locate.find import find
from whoheld.model import Mention
from whoheld.scope import Scope

FILE = TheatreFile(
    title={"en": "t"}, bbox=(35.0, 31.0, 46.0, 38.0), countries=("SY",), first_day=dt.date(2011, 1, 1), languages=("ar",)
)
THEATRE = Theatre("valley", FILE, (), (), Path())


@pytest.fixture
def twins(tmp_path: Path, project: Path) -> Path:
    path = tmp_path / "towns.csv"
    path.write_text("id,name,x,y\neast,السبخة,40.6,35.0\nnorth,السبخة,39.3,35.9\n", "utf-8")
    import_file(
        path, "csv", project=project, options=Options(columns=Columns(name="name", lon="x", lat="y", id="id", country="=SY"))
    )
    return project


def asked(project: Path, theatre: Theatre | None = THEATRE) -> Mention:
    gazetteer = Gazetteer((), imports.opened(project), pins.read(project, theatre.id if theatre else None))
    return find("السبخة", gazetteer, theatre)


def test_a_decision_ends_the_doubt_and_says_so(twins: Path) -> None:
    assert asked(twins).id is None
    pin(twins, Pin(text="السبخه", place="towns:north"))
    after = asked(twins)
    assert (after.id, after.lat) == ("towns:north", 35.9)
    assert after.reason is not None
    assert "person" in after.reason
    assert len(after.candidates) == 2


def test_the_last_decision_holds_and_a_theatres_own_goes_first(twins: Path) -> None:
    pin(twins, Pin(text="السبخة", place="towns:east", theatre="valley"))
    pin(twins, Pin(text="السبخة", place="towns:east"))
    pin(twins, Pin(text="السبخة", place="towns:north"))
    assert (asked(twins).id, asked(twins, None).id) == ("towns:east", "towns:north")


def test_a_decision_for_a_place_that_is_gone_leaves_the_name_open(twins: Path) -> None:
    pin(twins, Pin(text="السبخة", place="geonames:1"))
    assert asked(twins).id is None
    assert "geonames:1" in str(asked(twins).reason)


def test_what_cannot_be_kept_is_refused(project: Path) -> None:
    with pytest.raises(UsageError, match="no name"):
        pin(project, Pin(text="؟!", place="geonames:1"))
    with pytest.raises(UsageError, match="no such project folder"):
        pin(project / "other", Pin(text="السبخة", place="geonames:1"))


def test_a_damaged_line_is_named(project: Path) -> None:
    (project / "pins.jsonl").write_text('{"text": "a", "place": "b"}\n{"text"\n', "utf-8")
    with pytest.raises(DataError, match="row 2"):
        pins.read(project, None)


def test_a_place_named_beside_decides(twins: Path) -> None:
    gazetteer = Gazetteer((), imports.opened(twins))
    path = twins.parent / "more.csv"
    path.write_text("id,name,x,y\nh,هجين,40.83,34.69\n", "utf-8")
    import_file(
        path, "csv", project=twins, options=Options(columns=Columns(name="name", lon="x", lat="y", id="id", country="=SY"))
    )
    gazetteer = Gazetteer((), imports.opened(twins))
    best = find("السبخة", gazetteer, THEATRE, near="هجين").candidates[0]
    assert best.id == "towns:east"
    assert any("هجين" in reason for reason in best.reasons)


def test_a_decision_survives_every_reading_of_the_articles(project: Path) -> None:
    dispatch = project.parent / "dispatch.txt"
    dispatch.write_text("سيطرت قوات النظام على بلدة الدانا", "utf-8")

    def read_again() -> Mention:
        (claim,) = pipeline.gather([dispatch], Scope.named("syria", project)).claims.each()
        return claim.place

    assert read_again().id == "syria:dana"
    pin(project, Pin(text="الدانا", place="syria:dana_maarrat", theatre="syria"))
    assert [read_again().id, read_again().id] == ["syria:dana_maarrat"] * 2
    pin(project, Pin(text="الدانا", place="syria:dana", theatre="iraq"))
    assert read_again().reason == "pinned by a person's decision"
    assert read_again().id == "syria:dana_maarrat"
