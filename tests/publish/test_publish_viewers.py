"""The page on other viewers says what is true of the files."""

import re
from pathlib import Path

import pytest
from made_up import ABOUT

from whoheld.publish import files
from whoheld.publish.rows import COLUMNS
from whoheld.timeline import Timeline

PAGE = (Path(__file__).parents[2] / "docs" / "viewers.md").read_text("utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found, language
    return found[1]


def test_every_column_is_explained_and_none_that_does_not_exist() -> None:
    table = PAGE[PAGE.index("| column") : PAGE.index("## QGIS")]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert {name for cell in cells for name in re.findall(r"`(\w+)`", cell)} == set(COLUMNS)


def test_the_python_of_the_page_finds_what_is_known_now(
    history: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.write(history, tmp_path, ABOUT)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(block("python"), names)  # noqa: S102 - our own page
    assert len(names["now"]) == len(history.controls)
