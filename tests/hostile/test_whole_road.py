"""Rows 3 and 12 through every stage and export: data that ends a script, and 200 names that lead elsewhere."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

SAYS = "The Syrian Democratic Forces captured the town of Hajin from Islamic State on {} December 2018, a monitor said."
ENDINGS = ("</script>", "<!--", "]]>", "\u2028\u2029", "</SCRIPT\t>", "<![CDATA[", "\\u003c/script>", "</title>")
AWAY = (
    "../",
    "..\\",
    "/etc/",
    "~/",
    "$HOME/",
    "%2e%2e/",
    "file:///",
    "CON",
    "nul.txt",
    "a" * 300,
    "خبر/..",
    "\u202etxt.exe",
    "-o",
    "*",
    "a\nb",
)
FILES = (
    "..txt",
    "-o out2.txt",
    "CON.txt",
    "%2e%2e.txt",
    "~.txt",
    "$(touch harmed).txt",
    "خبر.txt",
    "\u202etxt.txt",
    "a" * 240 + ".txt",
    "a\nb.txt",
)
SENTENCE_END = ". "


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which 200 articles with such names were built, and beside it files that nobody may touch."""
    folder = tmp_path_factory.mktemp("road")
    (folder / "outside").mkdir()
    (folder / "outside" / "kept.txt").write_text("Kept as it is.", "utf-8")
    articles = folder / "work" / "articles"
    articles.mkdir(parents=True)
    lines = [json.dumps(record(number)) for number in range(200 - len(FILES))]
    (articles / "many.jsonl").write_text("\n".join(lines), "utf-8")
    for number, name in enumerate(FILES):
        (articles / name).write_text(SAYS.format(number + 1), "utf-8")
    (articles / "link.txt").symlink_to(folder / "outside" / "kept.txt")
    (articles / "loop").symlink_to(articles, target_is_directory=True)
    before = tree(folder)
    command = [sys.executable, "-m", "whoheld", "build", "articles", "--theatre", "syria", "--out", "out"]
    done = subprocess.run(command, cwd=folder / "work", capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    out = folder / "work" / "out"
    after = {path: data for path, data in tree(folder).items() if not path.is_relative_to(out)}
    assert after == before
    assert all(path.is_file() and not path.is_symlink() for path in out.iterdir())
    return out


def record(number: int) -> dict[str, str]:
    away, ending = AWAY[number % len(AWAY)], ENDINGS[number % len(ENDINGS)]
    text = f"{SAYS.format(number % 30 + 1)} {ending}{SENTENCE_END}Report {number}."
    url = f"https://x.example/{away}{number}"
    return {
        "text": text,
        "title": away + ending,
        "url": url,
        "published": "2019-01-21",
        "publisher": away + ending,
        "language": "en",
    }


def tree(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_row_12_no_name_leads_out_of_the_output_folder(built: Path) -> None:
    assert {path.suffix for path in built.iterdir()} >= {
        ".html",
        ".geojson",
        ".parquet",
        ".gpkg",
        ".kml",
        ".csv",
        ".jsonl",
        ".json",
    }
    named = {claim["article"]["title"] for claim in claims(built)}
    assert len(named) > len(AWAY)


def test_row_3_nothing_in_the_page_ends_its_data(built: Path) -> None:
    page = (built / "index.html").read_text("utf-8")
    blocks = re.findall(r'<script type="application/[^"]*"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert blocks
    assert all(re.fullmatch(r"[A-Za-z0-9+/=\s]+", block) for block in blocks)
    assert not set(page) & set("\u2028\u2029")
    assert page.count("<script") == page.count("</script>")


def test_row_3_every_json_comes_back_as_it_was(built: Path) -> None:
    expected = {record(number)["title"].strip() for number in range(190)}
    assert expected <= {claim["article"]["title"] for claim in claims(built)}
    for name in ("control.geojson", "manifest.json"):
        json.loads((built / name).read_text("utf-8"))


def claims(out: Path) -> list[dict[str, dict[str, str]]]:
    return [json.loads(line) for line in (out / "claims.jsonl").read_text("utf-8").split("\n") if line]
