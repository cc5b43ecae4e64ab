"""The wheel and the sdist, as a stranger gets them: built, installed into an empty environment, run outside the checkout."""

import os
import subprocess
import sys
import tarfile
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(command, cwd=cwd, env=clean | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    return folder


def test_the_wheel_runs_in_an_empty_environment(built: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", next(built.glob("*.whl")), cwd=tmp_path)
    whoheld = python.with_name("whoheld")
    article = tmp_path / "a.txt"
    article.write_text("The SDF captured Hajin from ISIS on 14 December 2018, a monitor said.", "utf-8")
    article.with_suffix(".json").write_text('{"published": "2018-12-15", "language": "en"}', "utf-8")
    cache = str(tmp_path / "cache")
    run(whoheld, "build", "a.txt", "--theatre", "syria", "--out", "out", cwd=tmp_path, WHOHELD_CACHE=cache)
    shown = run(whoheld, "show", "out", "--place", "Hajin", cwd=tmp_path, WHOHELD_CACHE=cache)
    assert "captured Hajin" in shown.stdout
    assert "SDF" in shown.stdout
    run(whoheld, "check", cwd=tmp_path, WHOHELD_CACHE=cache)


def test_the_sdist_holds_what_a_packager_needs(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {"LICENSE", "README.md", "CHANGELOG.md", "Makefile", "geodata/README.md", "geodata/syria/actors.toml"} <= names
    assert not {name for name in names if name.startswith((".venv", "out"))}
