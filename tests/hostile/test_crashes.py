"""Row 15: killed at any moment, or the disk full at any byte, the state is the one before or the one after, whole."""

import json
import os
import pty
import random
import resource
import select
import shutil
import subprocess
import sys
import time
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import NamedTuple

import preloaded
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
        subject = [{"name": f"{part}.txt"} for part in range(6)]
        (folder / "manifest.json").write_text(json.dumps({"predicateType": "urn:whoheld:edition:1", "subject": subject}))
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


def run(program: str, folder: Path, *, largest_file: int) -> str:
    """Run a program that finds no room for a file above a size; what it complains of."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, preexec_fn=limit).stderr.decode()


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
        subject = [{"name": f"{part}.txt"} for part in range(6)]
        manifest = {"predicateType": "urn:whoheld:edition:1", "subject": subject}
        (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    journal.append(tmp_path / "journal.jsonl", [{"number": 1}])
    run(PUBLISH_ONCE, tmp_path, largest_file=room)
    run(APPEND_ONCE, tmp_path, largest_file=room)
    assert edition(tmp_path / "out") == (2 if room >= 10_000 else 1)
    kept = [record["number"] for record in journal.read(tmp_path / "journal.jsonl")]
    assert kept == ([1, 2] if room >= 2_000 else [1])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["journal.jsonl", "out"]


LAYERS = """
import sys
from pathlib import Path
from whoheld.publish import files
from whoheld.publish.manifest import About
from whoheld.timeline import build
try:
    files.write(build(()), Path("out"), About(theatre="syria", title="", version=""))
except OSError as error:
    sys.exit(f"{error.strerror} {error.filename}")
"""


@pytest.mark.parametrize("room", [20_000, 50_000])
def test_a_full_disk_is_told_by_the_layer_that_a_database_writes(room: int, tmp_path: Path) -> None:
    complaint = run(LAYERS, tmp_path, largest_file=room).splitlines()[-1]
    assert "cannot be written, is the disk full?" in complaint
    assert complaint.endswith("control.gpkg")


SAYS = "The Syrian Democratic Forces reportedly captured the town of Hajin on {} December 2018, report {} of the alliance said."
ARTICLES = 8
BUILD = ("build", "articles", "--work", "work", "--theatre", "syria", "--out", "out", "--jobs", "1")
AFRESH = ("build", "articles", "--theatre", "syria", "--out", "fresh")


class States(NamedTuple):
    """A folder with an article more than its edition shows, the edition there, and the one that a build would leave."""

    folder: Path
    before: dict[str, bytes]
    after: dict[str, bytes]

    def again(self, folder: Path) -> Path:
        """The folder once more, under a name of its own."""
        return Path(shutil.copytree(self.folder, folder))


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> States:
    folder = tmp_path_factory.mktemp("states") / "before"
    for number in range(ARTICLES):
        bring(folder, number)
    preloaded.run(folder, *BUILD)
    bring(folder, ARTICLES)
    after = Path(shutil.copytree(folder, folder.with_name("after")))
    preloaded.run(after, *AFRESH)
    return States(folder, content(folder / "out"), content(after / "fresh"))


def bring(folder: Path, number: int) -> None:
    """One article more; the last one is a page, which a process of its own reads."""
    (folder / "articles").mkdir(exist_ok=True, parents=True)
    text = SAYS.format(number + 1, number)
    page = f"<html><body><article><p>{text}</p></article></body></html>"
    last = number == ARTICLES
    (folder / "articles" / f"{number}.{'html' if last else 'txt'}").write_text(page if last else text, "utf-8")
    (folder / "articles" / f"{number}.json").write_text(f'{{"published": "2019-01-21", "title": "{number}"}}', "utf-8")


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def lines(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines() if path.exists() else []


def sound(folder: Path) -> None:
    assert verify(folder / "out", folder / "work") == ()
    assert verify(folder / "work") == ()


def finishes(folder: Path, states: States) -> None:
    """The next build leaves what a build from nothing leaves, and nothing else."""
    preloaded.run(folder, *BUILD)
    assert content(folder / "out") == states.after
    sound(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["articles", "out", "work"]


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_200_kills_of_build(states: States, tmp_path: Path) -> None:
    folder = states.again(tmp_path / "timed")
    start = time.monotonic()
    preloaded.run(folder, *BUILD)
    lasts_s = time.monotonic() - start
    moments = random.Random(15)  # noqa: S311 - a spread, no secret
    finished = 0
    folder = states.again(tmp_path / "0")
    for number in range(1, 201):
        kept = lines(folder / "work" / "articles.jsonl")
        process = preloaded.start(folder, *BUILD)
        process.join(moments.uniform(0, 1.2 * lasts_s))
        process.kill()
        process.join()
        sound(folder)
        assert lines(folder / "work" / "articles.jsonl")[: len(kept)] == kept
        found = content(folder / "out")
        assert found in (states.before, states.after), "neither the state before nor the one after"
        if found == states.after or number % 10 == 0:
            finished += found == states.after
            finishes(folder, states)
            folder = states.again(tmp_path / f"{number}")
    assert 0 < finished < 200, "the kills did not fall within the builds"


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_200_kills_of_review(states: States, tmp_path: Path) -> None:
    folder = states.again(tmp_path / "reviewed")
    preloaded.run(folder, *BUILD)
    asked = [json.loads(line)["id"] for line in lines(folder / "out" / "claims.jsonl")]
    journal_file = folder / "work" / "judgements.jsonl"
    moments = random.Random(16)  # noqa: S311 - a spread, no secret
    said = 0
    for number in range(200):
        end, other = pty.openpty()
        claims = [f"--claim={claim}" for claim in asked]
        process = preloaded.start(folder, "review", "--work", "work", "--who", f"{number}", *claims, terminal=os.ttyname(other))
        kept = lines(journal_file)
        confirmed = pressed(end, process, b"au" * 40, moments.uniform(0, 0.5))
        process.kill()
        process.join()
        os.close(other)
        os.close(end)
        found = list(journal.read(journal_file)) if journal_file.exists() else []
        assert lines(journal_file)[: len(kept)] == kept
        mine = [record["action"] for record in found if record["who"] == f"{number}"]
        assert mine == (["accept", "withdraw"] * 40)[: len(mine)]
        assert mine.count("accept") >= confirmed, "an answer that the screen confirmed is lost"
        said += len(mine)
        sound(folder)
    assert said > 200
    preloaded.run(folder, *BUILD)
    sound(folder)


def pressed(end: int, process: BaseProcess, keys: bytes, after_s: float) -> int:
    """Press keys when asked, for a while; how many acceptances the screen confirmed."""
    shown, sent, until = b"", False, time.monotonic() + 120
    while time.monotonic() < until:
        if select.select([end], [], [], 0.01)[0]:
            shown += os.read(end, 65536)
        assert process.is_alive() or sent, shown.decode()
        if not sent and b"[q]uit" in shown:
            os.write(end, keys)
            sent, until = True, time.monotonic() + after_s
    return shown.count("→ accept".encode())


@pytest.mark.slow
@pytest.mark.parametrize("room", [0, *(round(10 ** (1.5 + 0.22 * step)) for step in range(19))])
def test_a_full_disk_in_a_build_leaves_the_state_before(room: int, states: States, tmp_path: Path) -> None:
    folder = states.again(tmp_path / "full")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    command = [sys.executable, "-m", "whoheld", *BUILD]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, preexec_fn=limit)
    assert b"Traceback" not in done.stderr
    assert done.returncode in {0, 2}
    assert content(folder / "out") == (states.after if done.returncode == 0 else states.before)
    sound(folder)
    finishes(folder, states)
