"""A work folder as a person uses it: through the commands, and the review through a real terminal."""

import json
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from whoheld import edition, pipeline, reading, workfolder
from whoheld.cli import app
from whoheld.scope import Scope

HAJIN = "The Syrian Democratic Forces captured the town of Hajin on 14 December 2018."
SUSAH = "Fighters of the Desert Hawks reportedly seized the village of Susah on Monday."
BAGHUZ = "The Syrian Democratic Forces took the village of Baghuz on 23 March 2019."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def said(*arguments: str | Path) -> str:
    done = run(*arguments)
    assert done.exit_code == 0, (done.output, done.exception)
    return done.output


def article(folder: Path, name: str, text: str, published: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.txt"
    path.write_text(text, "utf-8")
    path.with_suffix(".json").write_text(json.dumps({"published": published, "language": "en"}), "utf-8")
    return path


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    article(Path("articles"), "hajin", HAJIN, "2018-12-15")
    article(Path("articles"), "susah", SUSAH, "2019-01-22")
    (Path("articles") / "empty.txt").write_bytes(b"")
    return Path("articles")


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def claims(folder: Path) -> dict[str, dict]:
    lines = (folder / "claims.jsonl").read_text("utf-8").splitlines()
    return {claim["place"]["text"]: claim for claim in map(json.loads, lines)}


def test_bit_by_bit_gives_the_bytes_of_all_at_once(articles: Path) -> None:
    said("init", "work", "--theatre", "syria")
    said("build", articles, "--work", "work", "-o", "first")
    new = article(articles, "baghuz", BAGHUZ, "2019-03-24")
    assert "1 new articles" in said("build", new, "--work", "work", "-o", "second")
    said("build", articles, "--work", "fresh", "--theatre", "syria", "-o", "third")
    said("build", articles, "--theatre", "syria", "-o", "fourth")
    said("build", "--work", "work", "-o", "fifth", "--jobs", "2")
    assert content(Path("second")) == content(Path("third")) == content(Path("fourth")) == content(Path("fifth"))
    assert set(claims(Path("first"))) == {"Hajin", "Susah"}
    assert set(claims(Path("second"))) == {"Hajin", "Susah", "Baghuz"}


WIRE = (
    f"{HAJIN} Residents said that hundreds of families left along the river road before the assault, and aid workers spoke of "
    "shortages of bread and fuel. Aircraft of the coalition were heard over the valley during the night."
)


def reprints(folder: Path) -> list[list[str]]:
    return json.loads((folder / "manifest.json").read_text("utf-8"))["predicate"]["fold"]["reprints"]


def test_reprints_that_come_later_give_the_bytes_of_all_at_once(articles: Path) -> None:
    said("init", "work", "--theatre", "syria")
    article(articles, "wire", WIRE, "2018-12-15")
    found = []
    for name, text in (("copy", f"{WIRE} (Agencies)"), ("own", BAGHUZ), ("trim", WIRE.split(" Aircraft", maxsplit=1)[0])):
        said("build", articles, "--work", "work", "-o", "before")
        article(articles, name, text, "2018-12-16")
        said("build", articles, "--work", "work", "-o", "bit by bit")
        said("build", articles, "--theatre", "syria", "-o", "at once")
        assert content(Path("bit by bit")) == content(Path("at once"))
        found.append(len(reprints(Path("bit by bit"))))
    assert found[0] >= 1
    assert found[2] > found[1] == found[0]


@pytest.mark.parametrize("damage", [b"", b"no database"])
def test_a_damaged_cache_is_made_again(damage: bytes, articles: Path) -> None:
    article(articles, "wire", WIRE, "2018-12-15")
    article(articles, "copy", f"{WIRE} (Agencies)", "2018-12-16")
    said("build", articles, "--work", "work", "--theatre", "syria", "-o", "out")
    before = content(Path("out"))
    for path in Path("work", "cache").iterdir():
        path.write_bytes(damage)
    said("build", "--work", "work", "-o", "out")
    assert content(Path("out")) == before


def test_a_judgement_is_applied_and_seen(articles: Path) -> None:
    said("build", articles, "--work", "work", "--theatre", "syria", "-o", "out")
    ids = {place: claim["id"] for place, claim in claims(Path("out")).items()}
    said("judge", ids["Susah"], "reject", "--work", "work", "--why", "a rumour", "--who", "ana")
    said("judge", ids["Hajin"][:6], "amend", "--date", "2018-12-13", "--actor", "SDF", "--work", "work", "--who", "ana")
    said("build", "--work", "work", "-o", "out")
    found = claims(Path("out"))
    assert set(found) == {"Hajin"}
    assert (found["Hajin"]["when"]["earliest"], found["Hajin"]["review"]["fields"]) == ("2018-12-13", ["actor", "when"])
    assert "2 applied, 0 proposed, 0 orphaned" in said("judgements", "--work", "work")
    assert all(b"rumour" not in data and b'"ana"' not in data for data in content(Path("out")).values())
    said("judge", found["Hajin"]["article"]["id"], "retract", "--work", "work")
    said("judge", ids["Susah"], "withdraw", "--work", "work")
    said("build", "--work", "work", "-o", "out")
    assert "Hajin" not in (Path("out") / "control.csv").read_text("utf-8-sig").splitlines()[-1]
    said("verify", "out", "--work", "work")


def test_an_actor_whom_nobody_knows_is_kept_and_told(articles: Path) -> None:
    said("build", articles, "--work", "work", "--theatre", "syria", "-o", "out")
    claim = claims(Path("out"))["Hajin"]["id"]
    told = " ".join(said("judge", claim, "amend", "--actor", "SDX", "--date", "2018-12-13", "--work", "work").split())
    assert "which now says: actor SDX, date 2018-12-13" in told
    assert "nobody registered is called 'SDX'" in told
    assert "SDF" in told.partition("judge again:")[2]
    told = said("judge", claim, "amend", "--actor", "SDF", "--work", "work")
    assert "nobody registered" not in told


def test_the_second_to_judge_a_claim_is_told(articles: Path) -> None:
    said("build", articles, "--work", "work", "--theatre", "syria", "-o", "out")
    claim = claims(Path("out"))["Hajin"]["id"]
    said("judge", claim, "accept", "--work", "work", "--who", "ana")
    assert "ana said accept" in said("judge", claim, "reject", "--work", "work", "--who", "ben")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("0000", "reject"), "no claim"),
        (("hajin", "amend"), "amend says what"),
        (("hajin", "accept", "--place", "syria:hajin"), "only amend"),
        (("hajin", "amend", "--place", "Nowhereville"), "no one place"),
        (("hajin", "amend", "--date", "2019-13"), "no day"),
        (("hajin", "amend", "--relation", "owned"), "gained, holds"),
    ],
)
def test_a_word_that_cannot_be_kept_says_why(arguments: tuple[str, ...], words: str, articles: Path) -> None:
    said("build", articles, "--work", "work", "--theatre", "syria", "-o", "out")
    claim = claims(Path("out"))["Hajin"]["id"]
    done = run("judge", *(claim if argument == "hajin" else argument for argument in arguments), "--work", "work")
    assert done.exit_code != 0
    assert words in str(done.exception)
    assert not Path("work", "judgements.jsonl").exists()


def test_a_claim_entered_by_hand_is_built_like_any_other(articles: Path) -> None:
    said("build", articles, "--work", "work", "--theatre", "syria", "-o", "out")
    entry = (
        "--place",
        "السوسة",
        "--relation",
        "gained",
        "--actor",
        "قسد",
        "--published",
        "2019-01-23",
        "--archive",
        "https://a.example/1",
    )
    said("claim", "add", "--quote", "أعلنت قسد سيطرتها على بلدة السوسة", *entry, "--work", "work")
    said("build", "--work", "work", "-o", "out")
    found = claims(Path("out"))["السوسة"]
    assert (found["place"]["id"], found["actor"]["id"], found["article"]["url"]) == ("syria:susah", "SDF", "https://a.example/1")
    said("verify", "out", "--work", "work")


def test_settings_of_the_folder_take_part(articles: Path) -> None:
    said("init", "work", "--theatre", "syria", "--title", "The valley")
    settings = Path("work", "whoheld.toml")
    settings.write_text(settings.read_text("utf-8") + "stale_after_days = 7\n", "utf-8")
    said("build", articles, "--work", "work", "-o", "out")
    about = json.loads(Path("out", "manifest.json").read_text("utf-8"))["predicate"]
    assert (about["title"], about["fold"]["policy"]["stale_after_days"]) == ("The valley", 7)


class Terminal:
    """``whoheld review`` in a terminal of its own."""

    def __init__(self, work: Path) -> None:
        self._shown = b""
        self.process, self._end = fork_in_terminal(
            [sys.executable, "-m", "whoheld", "review", "--work", str(work), "--who", "ana"]
        )

    def press(self, keys: str, until: str) -> str:
        """Send keys, wait for words, and return what was shown since."""
        os.write(self._end, keys.encode())
        return self.read(until)

    def read(self, until: str) -> str:
        start, limit = len(self._shown), time.monotonic() + 120
        while until.encode() not in self._shown[start:] and time.monotonic() < limit:
            if select.select([self._end], [], [], 1)[0]:
                try:
                    self._shown += os.read(self._end, 65536)
                except OSError:  # the other end is closed
                    break
        shown = self._shown[start:].decode("utf-8", "replace")
        assert until in shown, shown
        return shown


def fork_in_terminal(command: list[str]) -> tuple[subprocess.Popen[bytes], int]:
    end, other = pty.openpty()
    process = subprocess.Popen(command, stdin=other, stdout=other, stderr=other, start_new_session=True)
    os.close(other)
    return process, end


def test_a_review_asks_keeps_and_takes_back(articles: Path) -> None:
    said("build", articles, "--work", "work", "--theatre", "syria", "-o", "out")
    terminal = Terminal(Path("work"))
    shown = terminal.read("[q]uit")
    assert "the report is hedged" in shown
    assert "Desert Hawks" in shown
    assert "km to the upper edge; + " in shown
    terminal.press("w", "why")
    terminal.press("a rumour\r", "(why: a rumour)")
    terminal.press("r", "nothing is left")
    terminal.process.wait(30)
    words = [json.loads(line) for line in Path("work", "judgements.jsonl").read_text("utf-8").splitlines()]
    assert [(word["action"], word["why"], word["who"]) for word in words] == [("reject", "a rumour", "ana")]
    said("build", "--work", "work", "-o", "out")
    assert set(claims(Path("out"))) == {"Hajin"}


def test_a_review_amends_and_undoes(articles: Path) -> None:
    article(articles, "other", "Militants reportedly seized the village of Baghuz on Monday.", "2019-01-22")
    said("build", articles, "--work", "work", "--theatre", "syria", "-o", "out")
    terminal = Terminal(Path("work"))
    terminal.read("[q]uit")
    terminal.press("m", "Enter when done")
    terminal.press("p", "a name)")
    terminal.press("syria:hajin\r", "so far")
    terminal.press("d", "date (")
    terminal.press("yesterday\r", "no day")
    terminal.press("\r", "[q]uit")
    terminal.press("u", "[q]uit")
    terminal.press("x", "no such key")
    terminal.press("q", "are left")
    terminal.process.wait(30)
    words = [json.loads(line) for line in Path("work", "judgements.jsonl").read_text("utf-8").splitlines()]
    assert [(word["action"], word["amend"]) for word in words] == [("amend", {"place": "syria:hajin"}), ("withdraw", {})]


def test_without_a_terminal_a_review_says_what_to_use(articles: Path) -> None:
    said("build", articles, "--work", "work", "--theatre", "syria", "-o", "out")
    done = run("review", "--work", "work")
    assert "whoheld judge" in str(done.exception)


def test_progress_is_told_step_by_step_and_ends_where_it_said(articles: Path) -> None:
    work, told = workfolder.create(Path("work"), "syria"), []
    scope = Scope.named("syria", work.path)

    def progress(stage: str, done: int, total: int | None) -> None:
        told.append((stage, done, total))

    reading.take_in(work, [articles], progress=progress)
    found = pipeline.gather_from(work, scope, progress=progress)
    edition.publish(found, scope, Path("out"), memory=edition.Memory.of(work.path / "cache"), progress=progress)
    stages = list(dict.fromkeys(stage for stage, _, _ in told))
    assert stages == ["ingest", "extract", "compare", "fold", "publish", "write"]
    for stage in stages:
        steps = [(done, total) for name, done, total in told if name == stage]
        assert len({total for _, total in steps}) == 1, stage
        assert [done for done, _ in steps] == sorted(done for done, _ in steps)
        assert steps[-1][0] == steps[-1][1]
