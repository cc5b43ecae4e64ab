"""What the README says is so."""

import re
from pathlib import Path

import folium
import pytest
from typer.testing import CliRunner

from whoheld.cli import app
from whoheld.model import Claim, Mention

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_library_lines_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").symlink_to(ROOT / "geodata" / "syria" / "articles")
    names: dict[str, object] = {}
    exec(compile(code, "README.md", "exec"), names)  # noqa: S102 - the README's own lines
    assert isinstance(names["page"], folium.Map)
    assert len(names["table"]) > 0  # type: ignore[arg-type]
    assert names["states"]
    assert (tmp_path / "map.html").stat().st_size > 0


@pytest.mark.parametrize("command", sorted(set(re.findall(r"^whoheld ([a-z]+)", README, re.MULTILINE))))
def test_every_named_command_has_help(command: str) -> None:
    done = CliRunner().invoke(app, [command, "--help"])
    assert done.exit_code == 0, done.output


def test_the_table_of_claim_keys_is_complete() -> None:
    table = README.split("A line of `claims.jsonl`", 1)[1].split("## How", 1)[0]
    documented = set(
        re.findall(r"`(\w+)`", "\n".join(line.split("|")[1] for line in table.splitlines() if line.startswith("| `")))
    )
    assert documented == set(Claim.model_fields)
    (place,) = [line for line in table.splitlines() if line.startswith("| `place`")]
    assert set(re.findall(r"\w+", place.split("{")[1].split("}")[0])) == set(Mention.model_fields)


def test_the_picture_exists() -> None:
    (picture,) = re.findall(r"^!\[.*\]\((.*)\)", README, re.MULTILINE)
    assert (ROOT / picture).stat().st_size > 0
