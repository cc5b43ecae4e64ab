"""What the documents say of tests is so: each that they name exists, and every row of what goes wrong names one."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = ("docs/guarantees.md", "tests/hostile/README.md")
ROWS = 22


@pytest.mark.parametrize("page", PAGES)
def test_every_named_test_exists(page: str) -> None:
    named = set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / page).read_text("utf-8")))
    assert len(named) > ROWS
    assert {f"{path}::{name}" for path, name in named if name not in defined(path)} == set()


def defined(path: str) -> set[str]:
    """The tests of a file."""
    tree = ast.parse((ROOT / path).read_text("utf-8")) if (ROOT / path).is_file() else ast.Module([], [])
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_every_row_of_what_goes_wrong_is_accounted_for() -> None:
    rows = re.findall(r"^\| (\d+) \| .+ \| (.+) \|$", (ROOT / "tests/hostile/README.md").read_text("utf-8"), re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, ROWS + 1))
    assert all("::" in tests for _, tests in rows)
