"""An actor that no theatre knows is registered by the line that its issue offers."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from whoheld.check import register
from whoheld.errors import UsageError

CHECKOUT = Path(__file__).parents[2]
UNKNOWN = [
    {"text": "Fighters of the Red Falcon Brigade captured Tessit in Mali.", "published": "2024-01-28", "language": "en"},
    {
        "text": "The People's Dawn Army took Rubare in the Democratic Republic of Congo.",
        "published": "2009-01-28",
        "language": "en",
    },
    {"text": "سيطرت كتائب النسر الأسود على بلدة تساليت في مالي.", "published": "2024-01-28", "language": "ar"},
]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    shutil.copytree(CHECKOUT / "src" / "whoheld", tmp_path / "src" / "whoheld")
    shutil.copytree(CHECKOUT / "geodata", tmp_path / "geodata", ignore=shutil.ignore_patterns("articles"))
    return tmp_path


def run(checkout: Path, *arguments: str | Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(checkout / "src")}
    done = subprocess.run(
        [sys.executable, "-m", "whoheld", *map(str, arguments)], env=environment, cwd=checkout, capture_output=True, check=False
    )
    assert done.returncode == 0, (arguments, done.stdout.decode(), done.stderr.decode())


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_the_line_that_an_issue_offers_registers_the_actor(checkout: Path) -> None:
    news = checkout / "news.jsonl"
    news.write_text("\n".join(json.dumps(each) for each in UNKNOWN), "utf-8")
    run(checkout, "build", news, "--out", checkout / "out")
    told = [str(issue["message"]) for issue in lines(checkout / "out" / "issues.jsonl") if issue["kind"] == "unknown_actor"]
    offered = sorted({message.split("`")[1] for message in told})
    assert len(offered) == len(UNKNOWN)
    for line in offered:
        run(checkout, *shlex.split(line)[1:])
    run(checkout, "check")
    run(checkout, "build", news, "--out", checkout / "again")
    actors = {claim["actor"]["id"] for claim in lines(checkout / "again" / "claims.jsonl")}  # type: ignore[index]
    assert {"RED_FALCON_BRIGADE", "PEOPLE_S_DAWN_ARMY"} < actors
    assert None not in actors


def test_what_would_not_be_sound_is_not_registered(checkout: Path) -> None:
    root = checkout / "geodata"
    before = (root / "world" / "actors.toml").read_text("utf-8")
    for name, theatre, said in (("M23", "world", "M23"), ("…", "world", "no letters"), ("Falcons", "nowhere", "no theatre")):
        with pytest.raises(UsageError, match=said):
            register(name, theatre, "en", root)
    assert (root / "world" / "actors.toml").read_text("utf-8") == before
