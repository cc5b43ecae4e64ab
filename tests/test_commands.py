"""The commands around the build: answers, gazetteers, explanations, checks; each through the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from whoheld.cli import app
from whoheld.errors import WhoheldError

GOLD = Path(__file__).parent / "gold"
DISPATCHES = [
    {"text": "ISIS still controls the town of Hajin, residents said.", "published": "2018-11-02"},
    {"text": "The Syrian Democratic Forces captured the town of Hajin from ISIS on 14 December 2018.", "published": "2018-12-15"},
]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def said(*arguments: str | Path) -> str:
    done = run(*arguments)
    assert done.exit_code == 0, (done.output, done.exception)
    return done.output


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edition")
    lines = folder / "news.jsonl"
    lines.write_text("\n".join(json.dumps(dispatch | {"language": "en"}) for dispatch in DISPATCHES), "utf-8")
    said("build", lines, "--theatre", "syria", "--out", folder / "out")
    return folder / "out"


def test_ask_answers_a_table(published: Path, tmp_path: Path) -> None:
    incidents = tmp_path / "incidents.csv"
    incidents.write_text("place,date\nHajin,2018-11-10\nهجين,2018-12-20\nHajin,2014-01-01\n", "utf-8")
    said("ask", published, incidents, "-o", tmp_path / "answered.csv")
    rows = (tmp_path / "answered.csv").read_text("utf-8-sig").splitlines()
    assert "Islamic State" in rows[1]
    assert "Syrian Democratic Forces" in rows[2]
    assert "captured the town of Hajin" in rows[2]
    assert "no report" in rows[3]


def test_diff_names_what_changed_hands(published: Path, tmp_path: Path) -> None:
    table = said("diff", published, "--from", "2018-11-10", "--to", "2018-12-20")
    assert "Hajin" in table
    assert "Islamic State" in table
    said("diff", published, "--from", "2018-11-10", "--to", "2018-12-20", "-o", tmp_path / "diff.md")
    assert "| Hajin |" in (tmp_path / "diff.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["hajin.html", "hajin.md"])
def test_a_dossier_holds_every_quote(published: Path, tmp_path: Path, name: str) -> None:
    said("dossier", published, "--place", "Hajin", "-o", tmp_path / name)
    text = (tmp_path / name).read_text("utf-8")
    assert "captured the town of" in text
    assert "still controls the town of" in text


def test_a_picture_is_drawn(published: Path, tmp_path: Path) -> None:
    said("picture", published, "--on", "2018-12-20", "-o", tmp_path / "map.svg")
    assert (tmp_path / "map.svg").read_text("utf-8").rstrip().endswith("</svg>")


def test_verify_finds_a_changed_byte(published: Path, tmp_path: Path) -> None:
    said("verify", published)
    copy = tmp_path / "copy"
    copy.mkdir()
    for path in published.iterdir():
        (copy / path.name).write_bytes(path.read_bytes())
    (copy / "control.gpkg.aux.xml").write_text("<PAMDataset/>", "utf-8")  # as GDAL leaves it
    said("verify", copy)
    (copy / "claims.jsonl").write_bytes((copy / "claims.jsonl").read_bytes().replace(b"2018-12-15", b"2018-12-16"))
    done = run("verify", copy)
    assert done.exit_code == 1
    assert "claims.jsonl" in done.output


def test_a_pinned_name_decides_what_was_ambiguous(tmp_path: Path) -> None:
    article, work = tmp_path / "a.jsonl", tmp_path / "work"
    article.write_text(
        json.dumps({"text": "Ukrainian troops recaptured Lyman on 1 October 2022.", "published": "2022-10-02", "language": "en"}),
        "utf-8",
    )
    work.mkdir()
    said("build", article, "-t", "ukraine", "-o", tmp_path / "before", "-w", work)
    assert "ambiguous" in (tmp_path / "before" / "claims.jsonl").read_text("utf-8")
    said("places", "pin", "Lyman", "ukraine:lyman", "-w", work, "-t", "ukraine")
    said("build", article, "-t", "ukraine", "-o", tmp_path / "after", "-w", work)
    (claim,) = map(json.loads, (tmp_path / "after" / "claims.jsonl").read_text("utf-8").splitlines())
    assert claim["place"]["id"] == "ukraine:lyman"


def test_places_find_gives_reasons() -> None:
    found = said("places", "find", "السوسة", "--near", "هجين", "--theatre", "syria")
    assert "syria:susah" in found
    assert "km from Hajin" in found


def test_places_import_names_bad_rows(tmp_path: Path) -> None:
    table = tmp_path / "towns.csv"
    table.write_text("town,x,y\nUpper Ford,40.1,35.2\nNowhere,400,35\n", "utf-8")
    work = tmp_path / "work"
    work.mkdir()
    columns = ("--column", "name=town", "--column", "lon=x", "--column", "lat=y")
    done = said("places", "import", table, "--format", "csv", "-w", work, *columns)
    assert "1 places" in done
    assert "row 3" in done
    assert "Upper Ford" in said("places", "find", "Upper Ford", "-w", work)
    assert isinstance(
        run("places", "import", table, "--format", "csv", "-w", work, "--column", "nme=town").exception, WhoheldError
    )


def test_explain_says_what_bound_and_what_was_refused(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The army captured Mosul. The army hopes to capture Tikrit.", "utf-8")
    told = said("explain", article, "-t", "iraq")
    assert "gained" in told
    assert "refused" in told


def test_explain_keeps_the_order_of_lines_and_shows_points(tmp_path: Path) -> None:
    texts = [f"The army captured Mosul. It has {number} tanks." for number in range(12)]
    (tmp_path / "news.jsonl").write_text("\n".join(json.dumps({"text": text}) for text in texts), "utf-8")
    told = said("explain", tmp_path / "news.jsonl", "-t", "iraq").splitlines()
    heads = [line.split(" ")[0] for line in told if "(theatre iraq" in line]
    assert heads == [f"{tmp_path / 'news.jsonl'}:{number}" for number in range(1, 13)]
    assert sum(line.startswith("      at Mosul (36.3") for line in told) == 12


def test_explain_lists_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The army captured Mosul.", "utf-8")
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 4)
    told = " ".join(said("explain", tmp_path / "a.txt", tmp_path / "noise.txt", tmp_path / "missing.txt").split())
    assert "gained" in told
    assert "these bytes are no text" in told
    assert "there is no such file" in told


def test_evaluate_prints_every_level(tmp_path: Path) -> None:
    labelled = (GOLD / "gold.jsonl").read_text("utf-8").splitlines()[::20]
    (tmp_path / "gold.jsonl").write_text("\n".join(labelled), "utf-8")
    (tmp_path / "actors.json").symlink_to(GOLD / "actors.json")
    (tmp_path / "texts").symlink_to(GOLD / "texts")
    told = said("evaluate", tmp_path, "--predictions", tmp_path / "predictions.jsonl")
    for level in ("a place", "b with actor", "c exact", "d with date"):
        assert level in told
    records = (tmp_path / "predictions.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(record)["id"] for record in records] == [json.loads(record)["id"] for record in labelled]
    assert {"هجين", "Hajin"} <= set(json.loads(records[0])["claims"][0]["place_names"])


def test_check_passes_and_lists_the_theatres() -> None:
    told = said("check")
    assert "sound" in told
    assert "syria" in told


def test_a_build_tells_of_what_it_could_not_read_or_place_in_time(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "short.txt").write_text("RSF seize El Fasher, army withdraws", "utf-8")
    (articles / "short.json").write_text('{"published": "2025-10-27"}', "utf-8")
    (articles / "undated.txt").write_text("The SDF captured the town of Hajin on 14 December 2018.", "utf-8")
    (articles / "dutch.txt").write_text("Rebellen veroveren Aleppo", "utf-8")
    (articles / "dutch.json").write_text('{"published": "2024-11-30"}', "utf-8")
    told = said("build", articles, "-o", tmp_path / "out").splitlines()
    counts = dict(reversed(line.strip().split(maxsplit=1)) for line in told if line.split()[0].isdecimal())
    assert counts["articles read"] == "2"
    assert counts["articles in no language that can be read, listed below"] == "1"
    assert counts["located that take no part, listed with the reason and drawn nowhere"] == "1"
    assert counts["places on the map"] == "1"
    assert '"language": "en"' in " ".join(" ".join(told).split())
    shown = said("show", tmp_path / "out", "--place", "Hajin")
    assert "takes no part: nobody says when the article was published" in shown
    assert "captured the town of Hajin" in shown
    assert "its language was not recognised" in " ".join(run("explain", articles / "dutch.txt").stderr.split())
