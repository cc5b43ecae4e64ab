"""Row 15: killed at any moment, or the disk full at any byte, the state is the one before or the one after, whole."""

import json
import os
import pty
import random
import resource
import select
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


SAYS = "The Syrian Democratic Forces reportedly captured the town of Hajin on {} December 2018, report {} of the alliance said."
BUILD = ["build", "articles", "--work", "work", "--theatre", "syria", "--out", "out", "--jobs", "1"]


def whoheld(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "whoheld", *arguments]


def built(folder: Path, command: list[str]) -> float:
    """Run to the end; the seconds that it took."""
    start = time.monotonic()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.monotonic() - start


def bring(folder: Path, number: int) -> None:
    """One article more, every tenth a page, which a process of its own reads."""
    text = SAYS.format(number % 28 + 1, number)
    (folder / "articles").mkdir(exist_ok=True)
    name = f"{number:04}.html" if number % 10 == 0 else f"{number:04}.txt"
    page = f"<html><body><article><p>{text}</p></article></body></html>"
    (folder / "articles" / name).write_text(page if name.endswith("html") else text, "utf-8")
    (folder / "articles" / f"{number:04}.json").write_text(f'{{"published": "2019-01-21", "title": "{number}"}}', "utf-8")


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines() if path.exists() else []


def sound(folder: Path) -> None:
    assert verify(folder / "out", folder / "work") == ()
    assert verify(folder / "work") == ()


@pytest.mark.slow
def test_200_kills_of_build(tmp_path: Path) -> None:
    bring(tmp_path, 0)
    lasts_s = built(tmp_path, whoheld(*BUILD))
    moments = random.Random(15)  # noqa: S311 - a spread, no secret
    finished = 0
    for number in range(1, 201):
        bring(tmp_path, number)
        before, kept = content(tmp_path / "out"), lines(tmp_path / "work" / "articles.jsonl")
        with subprocess.Popen(whoheld(*BUILD), cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(moments.uniform(0, 1.2 * lasts_s))
            process.kill()
        sound(tmp_path)
        assert lines(tmp_path / "work" / "articles.jsonl")[: len(kept)] == kept
        shown = len(lines(tmp_path / "out" / "claims.jsonl"))
        assert content(tmp_path / "out") == before or shown == number + 1, "neither the state before nor the one after"
        finished += content(tmp_path / "out") != before
    assert 0 < finished < 200, "the kills did not fall within the builds"
    built(tmp_path, whoheld(*BUILD))
    built(tmp_path, whoheld("build", "articles", "--theatre", "syria", "--out", "fresh"))
    assert content(tmp_path / "out") == content(tmp_path / "fresh")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "fresh", "out", "work"]


@pytest.mark.slow
def test_200_kills_of_review(tmp_path: Path) -> None:
    for number in range(1, 28):
        bring(tmp_path, number)
    built(tmp_path, whoheld(*BUILD))
    asked = [json.loads(line)["id"] for line in lines(tmp_path / "out" / "claims.jsonl")]
    review = whoheld("review", "--work", "work", *(option for claim in asked for option in ("--claim", claim)))
    journal_file = tmp_path / "work" / "judgements.jsonl"
    moments = random.Random(16)  # noqa: S311 - a spread, no secret
    said = 0
    for number in range(200):
        end, other = pty.openpty()
        command = [*review, "--who", f"{number}"]
        process = subprocess.Popen(command, cwd=tmp_path, stdin=other, stdout=other, stderr=other)
        os.close(other)
        kept = lines(journal_file)
        confirmed = pressed(end, b"au" * 40, moments.uniform(0, 0.5))
        process.kill()
        process.wait()
        os.close(end)
        found = list(journal.read(journal_file)) if journal_file.exists() else []
        assert lines(journal_file)[: len(kept)] == kept
        mine = [record["action"] for record in found if record["who"] == f"{number}"]
        assert mine == (["accept", "withdraw"] * 40)[: len(mine)]
        assert mine.count("accept") >= confirmed, "an answer that the screen confirmed is lost"
        said += len(mine)
        sound(tmp_path)
    assert said > 200
    built(tmp_path, whoheld(*BUILD))
    sound(tmp_path)


def pressed(end: int, keys: bytes, after_s: float) -> int:
    """Press keys when asked, for a while; how many acceptances the screen confirmed."""
    shown, sent, until = b"", False, time.monotonic() + 120
    while time.monotonic() < until:
        if select.select([end], [], [], 0.01)[0]:
            shown += os.read(end, 65536)
        if not sent and b"[q]uit" in shown:
            os.write(end, keys)
            sent, until = True, time.monotonic() + after_s
    return shown.count("→ accept".encode())


@pytest.mark.slow
@pytest.mark.parametrize("room", [0, *(round(10 ** (1.5 + 0.22 * step)) for step in range(19))])
def test_a_full_disk_in_a_build_leaves_the_state_before(room: int, tmp_path: Path) -> None:
    bring(tmp_path, 1)
    built(tmp_path, whoheld(*BUILD))
    before = content(tmp_path / "out")
    bring(tmp_path, 2)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    done = subprocess.run(whoheld(*BUILD), cwd=tmp_path, capture_output=True, check=False, preexec_fn=limit)
    assert b"Traceback" not in done.stderr
    assert done.returncode in {0, 2}
    assert (content(tmp_path / "out") == before) == (done.returncode == 2)
    sound(tmp_path)
    built(tmp_path, whoheld(*BUILD))
    built(tmp_path, whoheld("build", "articles", "--theatre", "syria", "--out", "fresh"))
    assert content(tmp_path / "out") == content(tmp_path / "fresh")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "fresh", "out", "work"]
