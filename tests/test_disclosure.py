"""Publishing without harm: what an edition leaves out is in no byte of it, and it says so."""

import base64
import gzip
import json
import re
import sqlite3
import zlib
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser
from typer.testing import CliRunner, Result

from whoheld import disclosure
from whoheld.cli import app
from whoheld.errors import UsageError
from whoheld.gazetteer.distance import metres
from whoheld.model import Place
from whoheld.redaction import Redaction

NAMES = ("Samira al-Hassan", "أحمد الشريف", "Valley Watch", "Abu Layth Brigade", "الشعفة", "أبو عبدالله الرؤوف")
SPELT = {
    "Samira al-Hassan": (
        "Samira al-Hassan", "SAMIRA AL-HASSAN", "Samira\nal-Hassan", "samira%20al-hassan",
        "Samira\n            al\N{NON-BREAKING HYPHEN}Hassan",
    ),
    "أحمد الشريف": (
        "أحمد الشريف", "احمد الشريف", "وأحمد  الشريف", "أَحْمَد الشريف", "أحمـــد \u200fالشريف", "لأحمد\u202cالشّريف", "أحمد للشريف",
    ),
    "الشعفة": ("الشعفة", "والشعفه", "بالشعفة", "للشعفة", "وللشَعفة", "لـلشعفة", "%D8%A7%D9%84%D8%B4%D8%B9%D9%81%D8%A9"),
    "أبو عبدالله الرؤوف": ("أبو عبد الله الرؤوف", "وأبي عبد الله الروؤف", "أبا عبدالله للرؤوف", "ابوعبدالله الرؤوف"),
    "علاء ماء العينين": ("علا ماء العينين", "علاء ماء العينين", "لعلاء ماء العينين"),
}  # fmt: skip
EARLY = "Samira al-Hassan said the SDF captured the town of Hajin. Abu Layth Brigade took the village of Susah on Friday."
ARABIC = "قال أحمد الشريف إن قوات سوريا الديمقراطية سيطرت على بلدة الشعفة. وأعلن احمد الشريف السيطرة على السوسة."
HEADLINE = "أبو عبدالله الرؤوف يعود للشعفة وأبي عبد الله للرؤوف"
ABOUT = {"publisher": "Valley Watch", "title": "Samira al-Hassan speaks"}
LATE = "The SDF captured the village of Baghuz on 23 March 2019, said a shepherd whom nobody else had met."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("safely")
    lines = [
        {"text": EARLY, "published": "2018-12-15", "url": "https://x.example/samira%20al-hassan"} | ABOUT,
        {"text": ARABIC, "published": "2019-01-15", "url": "https://x.example/b", "title": HEADLINE},
        {"text": LATE, "published": "2019-03-24", "url": "https://x.example/the-late-one"},
        {"text": LATE.replace("Baghuz", "Hajin"), "url": "https://x.example/without-a-day"},
    ]
    (folder / "Samira al-Hassan.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    (folder / "names.txt").write_text("# people and outlets\n" + "\n".join(NAMES), "utf-8")
    done = run(
        "build", folder / "Samira al-Hassan.jsonl", "--work", folder / "work", "--theatre", "syria", "-o", folder / "whole"
    )
    assert done.exit_code == 0, (done.output, done.exception)
    return folder


def published(work: Path, *options: str | Path) -> Path:
    out = work / f"out{abs(hash(options))}"
    if not out.exists():
        done = run("build", "--work", work / "work", "-o", out, *options)
        assert done.exit_code == 0, (done.output, done.exception)
    return out


def everything(folder: Path) -> str:
    """All text of all files, also what is packed in the page, in columns, and in tables."""
    found = []
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        found.append(data.decode("utf-8", "replace"))
        if path.suffix == ".parquet":
            found.append(str(pq.read_table(path).to_pylist()))
        if path.suffix == ".gpkg":
            found.append("\n".join(sqlite3.connect(path).iterdump()))
        for packed in re.findall(rb'<script type="application/octet-stream"[^>]*>([^<]+)<', data):
            found += [text.decode("utf-8", "replace") for text in members(gzip.decompress(base64.b64decode(packed)))]
    return "\n".join(found)


def members(data: bytes) -> list[bytes]:
    inside = [zlib.decompressobj(31).decompress(data[at.start() :]) for at in re.finditer(rb"\x1f\x8b\x08\x00", data)]
    return [data, *inside]


def test_no_redacted_name_is_in_any_byte_however_it_is_spelt(work: Path) -> None:
    whole, out = everything(work / "whole"), everything(published(work, "--redact", work / "names.txt"))
    for name in (*NAMES, *SPELT["Samira al-Hassan"], *SPELT["أحمد الشريف"][:2], *SPELT["الشعفة"], "عبد الله", "عبدالله", "رؤوف"):
        assert name.lower() not in out.lower()
    for name in NAMES:
        assert name in whole, "the test would not see it"
    assert "█" in out
    assert run("verify", published(work, "--redact", work / "names.txt")).exit_code == 0
    kept = b"".join(path.read_bytes() for path in (work / "work" / "articles").rglob("*.raw"))
    assert all(name.encode() in kept for name in ("Samira al-Hassan", "أحمد الشريف"))


@pytest.mark.parametrize("name", SPELT)
def test_a_name_is_found_in_every_spelling_and_keeps_its_length(name: str) -> None:
    redaction = Redaction([name])
    for spelt in SPELT[name]:
        out = redaction.text(f"He met {spelt}, who left.")
        assert len(out) == len(f"He met {spelt}, who left.")
        assert "█" in out
        assert name.rsplit(maxsplit=1)[-1].lower() not in out.lower()


NAME = st.text(st.characters(categories=("L",)), min_size=3, max_size=12)


@given(st.lists(NAME, min_size=1, max_size=4, unique=True), st.data())
def test_any_name_in_any_text_is_gone(names: list[str], data: st.DataObject) -> None:
    redaction = Redaction(names)
    parts = data.draw(st.lists(st.sampled_from([*names, " ", ", said ", "«", "\n"]), max_size=12))
    text = "".join(parts)
    out = redaction.text(text)
    assert len(out) == len(text)
    assert not any(name in out for name in names)


def test_names_stay_told_apart() -> None:
    redaction = Redaction(["Abu Layth", "Abu Zaid1"])
    assert redaction.text("Abu Layth met") != redaction.text("Abu Zaid1 met")


@pytest.mark.parametrize(("content", "why"), [("", "no name"), ("# only this\n", "no name"), ("Al\n", "too short")])
def test_a_list_of_names_that_is_none_is_refused(content: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text(content, "utf-8")
    with pytest.raises(UsageError, match=why):
        Redaction.of_file(tmp_path / "names.txt")


def test_a_name_that_is_a_word_of_the_format_publishes_nothing(work: Path) -> None:
    (work / "word.txt").write_text("claims", "utf-8")
    done = run("build", "--work", work / "work", "-o", work / "nothing", "--redact", work / "word.txt")
    assert "nothing was published" in str(done.exception)
    assert not (work / "nothing").exists()


def test_nothing_newer_than_the_delay_is_in_any_byte(work: Path) -> None:
    out = everything(published(work, "--delay", "72h"))
    assert "shepherd" in everything(work / "whole")
    for word in ("shepherd", "Baghuz", "the-late-one", "without-a-day"):
        assert word not in out
    assert "Hajin" in out


@pytest.mark.parametrize(
    ("as_of", "delay", "places"),
    [
        ("2019-03-27", "72h", {"Hajin", "Susah", "الشعفة", "السوسة", "Baghuz"}),
        ("2019-03-26", "72h", {"Hajin", "Susah", "الشعفة", "السوسة"}),
        ("2019-03-26", "1d", {"Hajin", "Susah", "الشعفة", "السوسة", "Baghuz"}),
        ("2018-12-31", "24h", {"Hajin", "Susah"}),
    ],
)
def test_a_delay_is_counted_in_whole_days(as_of: str, delay: str, places: set[str], work: Path) -> None:
    out = published(work, "--as-of", as_of, "--delay", delay)
    claims = [json.loads(line) for line in (out / "claims.jsonl").read_text("utf-8").splitlines()]
    assert {claim["place"]["text"] for claim in claims} == places


def test_a_later_article_cannot_be_true_of_an_earlier_day(work: Path) -> None:
    out = published(work, "--as-of", "2019-01-20")
    assert "Baghuz" not in (out / "claims.jsonl").read_text("utf-8")
    assert "future_date" in (out / "issues.jsonl").read_text("utf-8")


def test_no_exact_point_is_in_any_byte(work: Path) -> None:
    exact = {
        str(value)
        for line in (work / "whole" / "claims.jsonl").read_text("utf-8").splitlines()
        for place in (json.loads(line)["place"], *json.loads(line)["place"]["candidates"])
        for value in (place["lon"], place["lat"])
        if value is not None and len(str(value)) > 5
    }
    out = everything(published(work, "--coarsen", "5km"))
    assert len(exact) > 10
    assert not [point for point in exact if point in out]


@given(st.floats(-180, 180), st.floats(-85, 85), st.integers(100, 50_000), st.integers(0, 5_000))
def test_a_coarse_point_tells_how_far_it_may_lie(lon: float, lat: float, cell_m: int, precision_m: int) -> None:
    place = Place(id="p", kind="settlement", name="p", lon=lon, lat=lat, precision_m=precision_m, source="test")
    coarse = disclosure._coarse(place, cell_m)  # noqa: SLF001 - the law of one point
    moved = metres(lon, lat, coarse.lon, coarse.lat)
    assert moved <= coarse.precision_m - precision_m
    assert coarse.precision_m - precision_m < 2 * cell_m


def test_each_limit_is_stated_on_the_page_and_in_the_layers(work: Path, chromium: Browser) -> None:
    out = published(work, "--delay", "72h", "--coarsen", "5km", "--redact", work / "names.txt")
    sentences = (
        "Nothing published after 2019-03-21 is shown.",
        "Points are rounded to cells of 5 km.",
        "Names have been taken out; blocks stand in their places.",
    )
    page = chromium.new_page()
    page.goto((out / "index.html").as_uri())
    page.wait_for_selector(".wh-limit")
    shown = page.inner_text("body")
    page.close()
    for sentence in sentences:
        assert sentence in shown
        for name in ("control.geojson", "control.kml"):
            assert sentence in (out / name).read_text("utf-8")
    assert (
        json.loads((out / "manifest.json").read_text("utf-8"))["predicate"]["limits"].items()
        >= {
            "until": "2019-03-21",
            "cell_m": 5000,
            "redacted": True,
        }.items()
    )


def test_a_limited_edition_reads_back_as_it_was_written(work: Path) -> None:
    out = published(work, "--delay", "72h", "--coarsen", "5km", "--redact", work / "names.txt")
    assert "captured the town of Hajin" in run("show", out, "--place", "Hajin").output
