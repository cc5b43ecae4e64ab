"""``whoheld build`` as a user runs it: bad input, equal bytes, the closing table, nothing half done."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
OUTPUTS = {
    "index.html",
    "control.geojson",
    "control.parquet",
    "control.gpkg",
    "control.kml",
    "control.csv",
    "control.csv-metadata.json",
    "control.qml",
    "claims.jsonl",
    "issues.jsonl",
    "manifest.json",
}
ENGLISH = "The Syrian Democratic Forces captured the town of Hajin from Islamic State on 14 December 2018, a monitor said."
ARABIC = "سيطرت قوات سوريا الديمقراطية على بلدة الشعفة بعد انسحاب تنظيم داعش منها، بحسب المرصد."


def whoheld(*arguments: str | Path, cwd: Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from whoheld.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, input=stdin, env=os.environ | environment, capture_output=True, check=False)


def write_article(folder: Path, name: str, text: str, **metadata: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.txt"
    path.write_text(text, "utf-8")
    path.with_suffix(".json").write_text(json.dumps(metadata), "utf-8")
    return path


def write_articles(folder: Path) -> Path:
    write_article(folder, "english", ENGLISH, published="2018-12-15", language="en", url="https://sample.example/a")
    write_article(folder, "arabic", ARABIC, published="2019-01-14", language="ar", url="https://sample.example/b")
    return folder


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "articles")


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


class Built(NamedTuple):
    """A folder with the articles in ``articles`` and their edition in ``out``, and what the build said."""

    folder: Path
    said: str


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Nobody writes into it."""
    folder = tmp_path_factory.mktemp("built")
    write_articles(folder / "articles")
    done = whoheld("build", "articles", "--theatre", "syria", "-o", "out", cwd=folder, PYTHONHASHSEED="1")
    assert done.returncode == 0, done.stderr.decode()
    return Built(folder, done.stdout.decode())


def test_a_build_writes_every_file_and_says_what_it_did(built: Built) -> None:
    assert set(content(built.folder / "out")) == OUTPUTS
    assert "2  articles read" in built.said
    assert "index.html" in built.said


def test_order_of_arguments_and_process_do_not_change_a_byte(built: Built, articles: Path, tmp_path: Path) -> None:
    english, arabic = "articles/english.txt", "articles/arabic.txt"
    again = whoheld("build", arabic, english, english, "-t", "syria", "-o", "again", cwd=tmp_path, PYTHONHASHSEED="2")
    assert again.returncode == 0, again.stderr.decode()
    assert content(tmp_path / "again") == content(built.folder / "out")


def test_bad_inputs_cost_one_line_each(articles: Path, tmp_path: Path) -> None:
    (articles / "empty.txt").write_bytes(b"")
    (articles / "binary.txt").write_bytes(bytes(range(256)) * 64)
    (articles / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 16)
    (articles / "large.txt").write_bytes(b"a word " * (50_000_000 // 7))
    (articles / "arabic1256.txt").write_bytes((ARABIC.replace("الشعفة", "السوسة") + "\n").encode("cp1256"))
    (articles / "broken.jsonl").write_text('{"text": "no end\n', "utf-8")
    write_article(articles, "undated", "The SDF captured the town of Hajin.", language="en")
    done = whoheld("build", "articles", "-t", "syria", "-o", "out", cwd=tmp_path)
    said = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    issues = [json.loads(line) for line in (tmp_path / "out" / "issues.jsonl").read_text("utf-8").splitlines()]
    sources = {Path(issue["source"]).name.split(":")[0] for issue in issues if issue["stage"] == "ingest" and issue["source"]}
    for name in ("empty.txt", "binary.txt", "picture.html", "large.txt", "broken.jsonl", "undated.txt"):
        assert name in sources
        assert name in said
    claims = [json.loads(line) for line in (tmp_path / "out" / "claims.jsonl").read_text("utf-8").splitlines()]
    assert "السوسة" in {claim["place"]["text"] for claim in claims}, "a Windows-1256 text is read"


@pytest.mark.parametrize("arguments", [("missing.txt",), ("*.nothing",), ("folder",), ("-",)])
def test_nothing_readable_is_status_2_with_a_sentence(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    done = whoheld("build", *arguments, "-t", "syria", "-o", "out", cwd=tmp_path)
    assert done.returncode == 2
    assert b"nothing could be read" in done.stderr
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_missing_theatre_names_those_that_exist(articles: Path, tmp_path: Path) -> None:
    done = whoheld("build", "articles", "-t", "atlantis", cwd=tmp_path)
    assert done.returncode == 2
    assert b"atlantis" in done.stderr
    assert b"syria" in done.stderr


def test_a_folder_that_is_not_ours_is_left_alone(articles: Path, tmp_path: Path) -> None:
    precious = tmp_path / "out" / "thesis.txt"
    precious.parent.mkdir()
    precious.write_text("years of work", "utf-8")
    done = whoheld("build", "articles", "-t", "syria", "-o", "out", cwd=tmp_path)
    assert done.returncode == 2
    assert precious.read_text("utf-8") == "years of work"


def test_the_stages_one_by_one_give_the_same_bytes_as_build(built: Built, articles: Path, tmp_path: Path) -> None:
    for command in (
        ("ingest", "articles", "-w", "work"),
        ("extract", "-t", "syria", "-w", "work"),
        ("locate", "-t", "syria", "-w", "work"),
        ("timeline", "-t", "syria", "-w", "work"),
        ("publish", "-t", "syria", "-w", "work", "-o", "staged"),
    ):
        done = whoheld(*command, cwd=tmp_path)
        assert done.returncode == 0, done.stderr.decode()
    assert content(tmp_path / "staged") == content(built.folder / "out")


def test_a_stage_without_the_one_before_says_which_to_run(tmp_path: Path) -> None:
    done = whoheld("extract", "-t", "syria", "-w", "work", cwd=tmp_path)
    assert done.returncode == 2
    assert b"whoheld ingest" in done.stderr


def test_show_answers_with_the_words(built: Built) -> None:
    for name in ("Hajin", "هجين"):
        done = whoheld("show", "out", "--place", name, "--on", "2018-12-20", cwd=built.folder)
        assert done.returncode == 0, done.stderr.decode()
        assert "captured the town of Hajin" in done.stdout.decode()
    early = whoheld("show", "out", "--place", "Hajin", "--on", "1900-01-01", cwd=built.folder)
    assert "no report reaches back to that day" in early.stdout.decode()
    before = whoheld("show", "out", "--place", "Hajin", "--known-on", "2018-12-01", cwd=built.folder)
    assert "captured the town of Hajin" not in before.stdout.decode()
    unknown = whoheld("show", "out", "--place", "Samarkand", cwd=built.folder)
    assert unknown.returncode == 2
    assert b"no report names a place 'Samarkand'" in unknown.stderr
    assert whoheld("show", "out", "--place", "Hajin", "--on", "yesterday", cwd=built.folder).returncode == 2


def test_standard_input_is_read(tmp_path: Path) -> None:
    line = json.dumps({"text": ENGLISH, "published": "2018-12-15", "language": "en"}).encode()
    done = whoheld("build", "-", "-t", "syria", "-o", "out", cwd=tmp_path, stdin=line)
    assert done.returncode == 0, done.stderr.decode()
    assert b"1  articles read" in done.stdout
