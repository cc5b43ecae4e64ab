"""The wheel and the sdist, as a stranger gets them: built, installed into an empty environment, run outside the checkout."""

import os
import subprocess
import sys
import tarfile
import venv
from importlib import metadata
from pathlib import Path

import pytest

from test_licences import with_all_they_need

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    done = subprocess.run(command, cwd=cwd, env=clean | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The site-packages of an empty environment."""
    venv.create(tmp_path / "venv")
    return next((tmp_path / "venv" / "lib").glob("*/site-packages"))


def pip(site: Path, *arguments: str | Path) -> None:
    run(sys.executable, "-m", "pip", "--python", _bin(site) / "python", *arguments, cwd=site)


def link_what_is_declared(site: Path) -> None:
    """Put beside the installed wheel what it says that it needs, as it lies in the environment of the tests."""
    (ours,) = metadata.distributions(name="whoheld", path=[str(site)])
    for name in with_all_they_need(ours.requires or ()):
        package = metadata.distribution(name)
        for top in {file.parts[0] for file in package.files or ()} - {"..", "__pycache__"}:
            (site / top).symlink_to(Path(package.locate_file(top)))


def _bin(site: Path) -> Path:
    return site.parents[2] / "bin"


def shown_of_an_article(site: Path, folder: Path, **environment: str) -> str:
    whoheld = _bin(site) / "whoheld"
    article = folder / "a.txt"
    article.write_text("The SDF captured Hajin from ISIS on 14 December 2018, a monitor said.", "utf-8")
    article.with_suffix(".json").write_text('{"published": "2018-12-15", "language": "en"}', "utf-8")
    run(whoheld, "build", "a.txt", "--theatre", "syria", "--out", "out", cwd=folder, **environment)
    run(whoheld, "check", cwd=folder, **environment)
    return run(whoheld, "show", "out", "--place", "Hajin", cwd=folder, **environment).stdout


def test_the_wheel_runs_with_what_it_declares_and_nothing_else(built: Path, site: Path, tmp_path: Path) -> None:
    pip(site, "install", "--no-index", "--no-deps", next(built.glob("*.whl")))
    link_what_is_declared(site)
    pip(site, "check")
    assert "SDF captured Hajin" in shown_of_an_article(site, tmp_path)


@pytest.mark.slow
def test_the_wheel_runs_on_a_new_machine_with_the_newest_that_an_index_has(built: Path, site: Path, tmp_path: Path) -> None:
    pip(site, "install", next(built.glob("*.whl")))
    assert "SDF captured Hajin" in shown_of_an_article(site, tmp_path, WHOHELD_CACHE=str(tmp_path / "cache"))


def test_the_sdist_holds_what_a_packager_needs(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {"LICENSE", "README.md", "CHANGELOG.md", "Makefile", "geodata/README.md", "geodata/syria/actors.toml"} <= names
    assert not {name for name in names if name.startswith((".venv", "out"))}
