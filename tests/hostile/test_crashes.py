"""Row 15: killed at any moment, or the disk full at any byte, the state is the one before or the one after, whole."""

import random
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from whoheld import journal, store
from whoheld.verify import verify

PUBLISHING = """
import itertools, json, sys
from pathlib import Path
from whoheld import store
for number in itertools.count(1):
    with store.publish_folder(Path("out")) as folder:
        for part in range(6):
            (folder / f"{part}.txt").write_text(f"{number} " * 5000)
        (folder / "manifest.json").write_text(json.dumps({"predicateType": "urn:whoheld:edition:1"}))
    print(number, flush=True)
"""
APPENDING = """
import itertools
from pathlib import Path
from whoheld import journal
for number in itertools.count(1):
    journal.append(Path("journal.jsonl"), [{"number": number, "why": "because " * 200}])
    print(number, flush=True)
"""
PUBLISH_ONCE = PUBLISHING.replace("itertools.count(1)", "[2]")
APPEND_ONCE = APPENDING.replace("itertools.count(1)", "[2]")
FEW = [pytest.param(seed, id=f"{seed}") for seed in range(8)]
MANY = [pytest.param(seed, id=f"{seed}", marks=pytest.mark.slow) for seed in range(8, 200)]


def killed(program: str, folder: Path, seed: int) -> int:
    """Run a program until a random moment after its first success, and return the last number that it confirmed."""
    with subprocess.Popen([sys.executable, "-c", program], cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(random.Random(seed).uniform(0, 0.1))  # noqa: S311 - a spread, no secret
        process.kill()
        return int([first, *process.stdout.read().split()][-1])


def run(program: str, folder: Path, *, largest_file: int) -> None:
    """Run a program that finds no room for a file above a size."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, check=False, preexec_fn=limit)


def edition(out: Path) -> int:
    """The number of the edition that lies there, which must be whole."""
    texts = {(out / f"{part}.txt").read_text("utf-8") for part in range(6)}
    assert len(texts) == 1, "parts of two editions"
    number = int(texts.pop().split()[0])
    assert (out / "0.txt").read_text("utf-8") == f"{number} " * 5000
    assert store.is_ours(out)
    return number


@pytest.mark.parametrize("seed", [*FEW, *MANY])
def test_a_killed_publisher_leaves_a_whole_edition(seed: int, tmp_path: Path) -> None:
    confirmed = killed(PUBLISHING, tmp_path, seed)
    assert edition(tmp_path / "out") in {confirmed, confirmed + 1}
    run(PUBLISH_ONCE, tmp_path, largest_file=1 << 30)
    assert edition(tmp_path / "out") == 2
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("seed", [*FEW, *MANY])
def test_a_killed_writer_loses_nothing_that_was_confirmed(seed: int, tmp_path: Path) -> None:
    confirmed = killed(APPENDING, tmp_path, seed)
    kept = [record["number"] for record in journal.read(tmp_path / "journal.jsonl")]
    assert kept in (list(range(1, confirmed + 1)), list(range(1, confirmed + 2)))
    run(APPEND_ONCE, tmp_path, largest_file=1 << 30)
    assert [record["number"] for record in journal.read(tmp_path / "journal.jsonl")] == [*kept, 2]


@pytest.mark.parametrize("room", range(0, 20_000, 1_000))
def test_a_full_disk_leaves_what_was_there(room: int, tmp_path: Path) -> None:
    with store.publish_folder(tmp_path / "out") as folder:
        for part in range(6):
            (folder / f"{part}.txt").write_text("1 " * 5000, "utf-8")
        (folder / "manifest.json").write_text('{"predicateType": "urn:whoheld:edition:1"}', "utf-8")
    journal.append(tmp_path / "journal.jsonl", [{"number": 1}])
    run(PUBLISH_ONCE, tmp_path, largest_file=room)
    run(APPEND_ONCE, tmp_path, largest_file=room)
    assert edition(tmp_path / "out") == (2 if room >= 10_000 else 1)
    kept = [record["number"] for record in journal.read(tmp_path / "journal.jsonl")]
    assert kept == ([1, 2] if room >= 2_000 else [1])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["journal.jsonl", "out"]


TEXT = "The Syrian Democratic Forces captured the town of Hajin on Friday, the alliance said."


@pytest.mark.slow
def test_200_kills_of_the_whole_job(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "articles" / "a.json").write_text('{"published": "2018-12-14"}', "utf-8")
    command = [sys.executable, "-m", "whoheld", "build", "articles", "--theatre", "syria", "--out", "out"]
    start = time.monotonic()
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    lasts_s = time.monotonic() - start
    whole = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    moments = random.Random(15)  # noqa: S311 - a spread, no secret
    for _ in range(200):
        with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(moments.uniform(0, lasts_s))
            process.kill()
        assert verify(tmp_path / "out") == ()
        assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == whole
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "out"]
