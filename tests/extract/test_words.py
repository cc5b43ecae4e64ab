"""The words of a language stand in its pack: a rule asks of what kind a word is, and never which one."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest

from whoheld import extract
from whoheld.lang.cues import Cue

MODULES = sorted(Path(extract.__file__).parent.rglob("*.py"))
OF_TEXT = {"word", "tail", "stem", "noun"}
"""What holds a word of the text that is read."""
CUES = {"cues", "tail_cues"}
ARABIC_WORD = re.compile(r"[\u0621-\u064a]{4,}")
"""Endings and the letters written on a word are shorter."""
WRITTEN = re.compile(r"[^\W\d_]{2,}")


def strings(node: ast.AST) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def said(tree: ast.Module) -> Iterator[str]:
    """All strings but docstrings."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def constants(trees: list[ast.Module]) -> dict[str, ast.expr]:
    assigned = [node for tree in trees for node in tree.body if isinstance(node, ast.Assign)]
    return {target.id: node.value for node in assigned for target in node.targets if isinstance(target, ast.Name)}


def pairs(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What a node compares, either way round, or looks up in a table."""
    if isinstance(node, ast.Compare):
        for one, other in pairwise([node.left, *node.comparators]):
            yield from ((one, other), (other, one))
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get" and node.args:
        yield node.args[0], node.func.value
    elif isinstance(node, ast.Subscript):
        yield node.slice, node.value


def compared(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """What words of a text, and their cues, are compared with: the attribute, and each string."""
    known = KNOWN | constants([tree])
    for one, other in (pair for node in ast.walk(tree) for pair in pairs(node)):
        if isinstance(one, ast.Attribute) and one.attr in OF_TEXT | CUES:
            against = known.get(other.id, other) if isinstance(other, ast.Name) else other
            yield from ((one.attr, text) for text in strings(against))


KNOWN = constants([ast.parse(module.read_text("utf-8")) for module in MODULES])
"""The constants of all modules, since one uses those of others."""


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_rule_asks_for_a_word_by_name(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    assert [text for attribute, text in compared(tree) if attribute in OF_TEXT and WRITTEN.search(text)] == []
    assert [text for text in said(tree) if ARABIC_WORD.search(text)] == []


def test_every_cue_is_declared_and_asked_for() -> None:
    trees = [ast.parse(module.read_text("utf-8")) for module in MODULES]
    asked = {text for tree in trees for attribute, text in compared(tree) if attribute in CUES}
    used = {text for tree in trees for text in said(tree)}
    assert asked <= set(get_args(Cue)) <= used
