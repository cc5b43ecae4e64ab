"""The program as a shell starts it: signals, terminals that know few letters, arguments and names that are no text."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from whoheld import store, workfolder
from whoheld.verify import verify

PROGRAM = (sys.executable, "-m", "whoheld")
TEXT = "The Syrian Democratic Forces captured the town of Hajin, 14 December 2018 – قوات سوريا الديمقراطية."
NO_TEXT = b"caf\xe9"
CLAIM = ("claim", "add", "--relation", "gained", "--work", "work", "--archive", "https://archive.example/1")


def run(folder: Path, *arguments: str | bytes, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [*PROGRAM, *arguments],  # type: ignore[list-item]
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "articles" / "a.json").write_text('{"published": "2018-12-15"}', "utf-8")
    return tmp_path


@pytest.fixture
def work(articles: Path) -> Path:
    workfolder.create(articles / "work", "syria")
    return articles


def test_a_terminal_that_knows_few_letters_shows_what_it_can(articles: Path) -> None:
    assert run(articles, "build", "articles", "-t", "syria", "-o", "out", PYTHONIOENCODING="ascii").returncode == 0
    shown = run(articles, "show", "out", "--place", "Hajin", PYTHONIOENCODING="ascii")
    assert shown.returncode == 0
    assert "Syrian Democratic Forces" in shown.stdout


def until(there: Path) -> Iterator[None]:
    while not there.exists():
        yield time.sleep(0.05)


def test_a_build_loads_no_data_frames(articles: Path) -> None:
    done = run(articles, "build", "articles", "--theatre", "syria", PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "pyarrow" in loaded
    assert not loaded & {"pandas.core", "geopandas", "folium"}


@pytest.fixture
def heard() -> Iterator[None]:
    """Ctrl-C reaches the program also where the tests are a background job, whose children would ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_ctrl_c_leaves_what_was_there(work: Path) -> None:
    assert run(work, "build", "articles", "--work", "work", "-o", "out").returncode == 0
    before = {path.name: path.read_bytes() for path in (work / "out").iterdir()}
    waits = work / ".other.reading"
    command = [*PROGRAM, "build", "-", "-t", "syria", "-o", "other"]
    with subprocess.Popen(command, cwd=work, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        list(until(waits))
        process.send_signal(signal.SIGINT)
        said = process.communicate()[1]
    assert process.returncode == 130
    assert "interrupted; what was not finished is as it was before" in " ".join(said.split())
    assert {path.name for path in work.iterdir()} == {"articles", "work", "out"}
    assert {path.name: path.read_bytes() for path in (work / "out").iterdir()} == before
    assert verify(work / "out", work / "work") == ()


def test_a_file_whose_name_is_no_text_costs_its_line_alone(articles: Path) -> None:
    Path(os.fsdecode(os.path.join(os.fsencode(articles / "articles"), NO_TEXT + b".txt"))).write_text(TEXT, "utf-8")  # noqa: PTH118 - bytes
    assert run(articles, "build", "articles", "-t", "syria", "-o", "out").returncode == 0
    assert "the name of this file is no text in UTF-8: rename it" in (articles / "out" / "issues.jsonl").read_text("utf-8")
    assert store.is_ours(articles / "out")
    refused = run(articles, "build", b"articles/" + NO_TEXT + b".txt", "-t", "syria", "-o", "other")
    assert refused.returncode == 2
    assert "rename it" in " ".join(refused.stderr.split())


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--quote", NO_TEXT + b" took Hajin", "--place", "Hajin"), "write it in UTF-8"),
        (("--quote", "took Hajin", "--place", "Hajin", "--url", "javascript:alert(1)"), "no address that a reader can follow"),
        (("--quote", "took Hajin", "--place", "Hajin", "--published", "2018-13"), "'2018-13' is no time that exists"),
    ],
)
def test_a_claim_that_cannot_be_kept_is_refused_in_a_sentence(arguments: tuple[str, ...], why: str, work: Path) -> None:
    done = run(work, *CLAIM, *arguments)
    assert done.returncode == 2
    assert why in " ".join(done.stderr.split())
    assert not (work / "work" / "byhand.jsonl").exists()


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        ('theatre = "syria"\n[policy]\nstale_after_days = -5', "policy.stale_after_days: Input should be greater than 0"),
        ('theatre = "syria"\ncolour = "red"', "colour: is no key that may stand here"),
        ('theatre = "syria"\n[policy]\npatience = 5', "policy.patience: is no key that may stand here"),
        ("theatre = ", "cannot be read: Invalid value (at"),
    ],
)
def test_a_page_of_settings_with_an_error_says_where(settings: str, why: str, work: Path) -> None:
    (work / "work" / "whoheld.toml").write_text(settings, "utf-8")
    done = run(work, "build", "articles", "--work", "work", "-o", "out")
    assert done.returncode == 2
    assert f"work/whoheld.toml: {why}" in " ".join(done.stderr.split())
    assert not (work / "out").exists()
