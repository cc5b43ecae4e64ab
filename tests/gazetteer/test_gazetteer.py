"""Places by name, likeness and id, from a theatre and from indexes."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whoheld import text
from whoheld.errors import DataError
from whoheld.gazetteer import Gazetteer
from whoheld.gazetteer.entry import Entry, Layer
from whoheld.gazetteer.index import Index
from whoheld.gazetteer.indexing import add
from whoheld.gazetteer.keys import keys
from whoheld.model import Place

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)


def entry(number: int, *spellings: str, lon: float = 40.0, lat: float = 34.0, kind: str = "settlement") -> Entry:
    return Entry(f"geonames:{number}", kind, spellings[0], tuple(("und", s) for s in spellings), lon, lat, 2000, None, "SY", 10)


def own(place_id: str, *spellings: str, lon: float = 40.0, lat: float = 34.0, ids: tuple[str, ...] = ()) -> Place:
    return Place(
        id=f"here:{place_id}", kind="settlement", name=spellings[0], names={"ar": spellings}, lon=lon, lat=lat, precision_m=500,
        source="test", ids=ids,
    )  # fmt: skip


def index(folder: Path, *entries: Entry) -> Index:
    add(folder / "index.sqlite", Layer("test", "a test"), entries)
    return Index(folder / "index.sqlite")


@settings(deadline=None, max_examples=50)  # The first call makes the table of all letters.
@given(st.lists(NAMES))
def test_keys_in_bulk_are_the_keys_one_by_one(names: list[str]) -> None:
    many = ["Hajīn"] * 20_000
    assert keys([*names, *many, *names])[: len(names)] == [text.key(name) for name in names]
    assert keys([*names, *many, *names])[len(names) + len(many) :] == [text.key(name) for name in names]


@settings(deadline=None, max_examples=30)
@given(st.lists(NAMES.filter(text.key), min_size=1, max_size=30))
def test_every_name_put_in_is_found_with_its_kind(tmp_path_factory: pytest.TempPathFactory, names: list[str]) -> None:
    made = index(tmp_path_factory.mktemp("index"), *(entry(n, name) for n, name in enumerate(names)))
    for n, name in enumerate(names):
        assert f"geonames:{n}" in {place.id for place in made.lookup(text.key(name))}
        assert made.kinds(text.key(name)) == {"settlement"}
    made.close()


def test_what_is_put_in_comes_back(tmp_path: Path) -> None:
    made = index(tmp_path, entry(7, "Hajīn", "هجين"))
    place = Gazetteer((), (made,)).get("geonames:7")
    assert place == Place(
        id="geonames:7", kind="settlement", name="Hajīn", names={"und": ("Hajīn", "هجين")}, lon=40.0, lat=34.0, precision_m=2000,
        country="SY", population=10, source="a test",
    )  # fmt: skip


def test_a_theatres_entry_stands_for_the_same_place_elsewhere(tmp_path: Path) -> None:
    made = index(tmp_path, entry(1, "Hajīn", "هجين"), entry(2, "هجين", lon=44.0), entry(3, "Sousse", "سوسة", lon=10.6, lat=35.8))
    gazetteer = Gazetteer((own("hajin", "هجين", lon=40.05),), (made,))
    assert [place.id for place in gazetteer.lookup("هجين")] == ["here:hajin", "geonames:2"]
    assert [place.id for place in gazetteer.lookup(text.key("Hajīn"))] == ["here:hajin"]
    assert [place.id for place in gazetteer.lookup("سوسه")] == ["geonames:3"]


def test_a_stated_id_joins_two_entries_whose_names_differ(tmp_path: Path) -> None:
    made = index(tmp_path, entry(1, "Madān Shaykh", lon=41.0))
    gazetteer = Gazetteer((own("madan", "معدان", ids=("geonames:1",)),), (made,))
    assert [place.id for place in gazetteer.lookup("madan shaykh")] == ["here:madan"]


def test_the_more_trusted_index_tells_of_a_place_once(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "world").mkdir()
    project = index(tmp_path / "project", entry(5, "هجين")._replace(id="osm:n5"))
    world = index(tmp_path / "world", entry(1, "هجين", lon=40.02), entry(2, "هجين", lon=47.0))
    assert [place.id for place in Gazetteer((), (project, world)).lookup("هجين")] == ["osm:n5", "geonames:2"]


def test_kinds_of_a_name_and_of_no_name(tmp_path: Path) -> None:
    made = index(tmp_path, entry(1, "هجين", kind="province"))
    gazetteer = Gazetteer((own("hajin", "هجين"),), (made,))
    assert gazetteer.kinds("هجين") == {"settlement", "province"}
    assert gazetteer.kinds("قسد") == frozenset()


def test_a_name_written_with_or_without_its_space(tmp_path: Path) -> None:
    gazetteer = Gazetteer((own("khater", "البو خاطر"),), (index(tmp_path, entry(1, "البو حمد", lon=42.0)),))
    assert [place.id for place in gazetteer.lookup("البوخاطر")] == ["here:khater"]
    assert [place.id for place in gazetteer.lookup("البوحمد")] == ["geonames:1"]


def test_near_matches_come_from_the_theatre_only(tmp_path: Path) -> None:
    gazetteer = Gazetteer(
        (own("khater", "البوخاطر"), own("hasan", "البوحسن")), (index(tmp_path, entry(1, "البوحاخر", lon=42.0)),)
    )
    assert [(near.place.id, near.spelling) for near in gazetteer.near("البوحاخر")] == [("here:khater", "البوخاطر")]
    assert gazetteer.near("الموصل") == ()


@pytest.mark.parametrize(
    ("written", "found"), [("bashesha", True), ("vashasha", True), ("ibashasha", False), ("nashasha", False)]
)
def test_a_near_match_begins_with_the_same_sound(written: str, *, found: bool) -> None:
    gazetteer = Gazetteer((own("bashasha", "bashasha"),), ())
    assert bool(gazetteer.lookup(written) or gazetteer.near(written)) is found


def test_the_way_up_ends_even_where_parents_run_in_a_circle(tmp_path: Path) -> None:
    first = entry(1, "a")._replace(parent="geonames:2")
    second = entry(2, "b")._replace(parent="geonames:1")
    gazetteer = Gazetteer((), (index(tmp_path, first, second),))
    assert {place.id for place in gazetteer.parents(gazetteer.lookup("a")[0])} <= {"geonames:1", "geonames:2"}


def test_an_import_of_the_same_layer_replaces_it(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    add(path, Layer("one", "first"), [entry(1, "alpha"), entry(2, "beta")])
    add(path, Layer("two", "other"), [entry(3, "gamma")])
    add(path, Layer("one", "first"), [entry(1, "delta")])
    made = Index(path)
    assert [[place.id for place in made.lookup(key)] for key in ("alpha", "beta", "gamma", "delta")] == [
        [], [], ["geonames:3"], ["geonames:1"],
    ]  # fmt: skip


def test_an_import_that_breaks_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    add(path, Layer("one", "first"), [entry(1, "alpha")])
    with pytest.raises(sqlite3.Error):
        add(path, Layer("one", "first"), [entry(1, "beta"), entry(2, "gamma")._replace(lon=None)])  # type: ignore[arg-type]
    assert [place.id for place in Index(path).lookup("alpha")] == ["geonames:1"]


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\x00" + b"\x00" * 600])
def test_a_file_that_is_no_index_is_refused_with_its_remedy(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(content)
    with pytest.raises(DataError, match="import again"):
        Index(path)


def test_an_index_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    add(path, Layer("one", "first"), [entry(1, "alpha")])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE about SET value = '0' WHERE key = 'layout'")
    with pytest.raises(DataError, match="another version"):
        Index(path)
