"""The locks in ``requirements/``: everything exact and hashed, nothing that says where to fetch it, and nothing out of date."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = ("run", "build", "dev", "release")


def entries(lock: str) -> list[str]:
    """Each entry of a lock with its hashes, comments left out."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
    return re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ").splitlines()


def versions(lock: str) -> dict[str, set[str]]:
    """The locked versions of each package; some Pythons get another one."""
    found: dict[str, set[str]] = {}
    for entry in entries(lock):
        requirement = Requirement(entry.partition("--hash")[0])
        found.setdefault(canonicalize_name(requirement.name), set()).add(str(requirement.specifier).removeprefix("=="))
    return found


def wanted(lock: str) -> list[Requirement]:
    """What ``pyproject.toml`` asks of a lock."""
    project, groups = PROJECT["project"], PROJECT["dependency-groups"]
    extras = [text for name, texts in project["optional-dependencies"].items() if name != "all" for text in texts]
    texts = {
        "run": project["dependencies"],
        "build": [*PROJECT["build-system"]["requires"], *groups["build"]],
        "dev": [*project["dependencies"], *extras, *groups["dev"]],
        "release": [*groups["fuzz"], *groups["release"]],
    }
    return [Requirement(text) for text in texts[lock]]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_is_exact_and_hashed(lock: str) -> None:
    for entry in entries(lock):
        assert re.fullmatch(r"[a-z0-9-]+==[0-9][\w.]*(?: ; [^#]+?)?(?:\s+--hash=sha256:[0-9a-f]{64})+", entry), entry[:80]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_does_not_say_where_from(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
    assert not re.search(r"://|@|index|find-links|trusted-host|\.(?:org|com|net|io)\b", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(lock: str) -> None:
    held = versions(lock)
    for requirement in wanted(lock):
        locked = held.get(canonicalize_name(requirement.name), set())
        assert any(requirement.specifier.contains(version) for version in locked), f"{requirement}: run `make lock`"


def test_the_locks_agree() -> None:
    """They are installed into one environment."""
    all_versions: dict[str, set[frozenset[str]]] = {}
    for lock in LOCKS:
        for name, found in versions(lock).items():
            all_versions.setdefault(name, set()).add(frozenset(found))
    assert {name: found for name, found in all_versions.items() if len(found) > 1} == {}


def test_the_package_is_installed_without_a_build_of_its_own_choosing() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    installs = [line for line in makefile.splitlines() if re.search(r"\binstall\b", line) and "PIP" in line]
    assert installs
    assert all("--require-hashes" in line or "--no-deps --no-build-isolation" in line for line in installs)
