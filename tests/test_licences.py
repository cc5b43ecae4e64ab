"""``docs/licences.md`` names everything that is not ours, and says of each what its own metadata says."""

import csv
import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
VENDORED = ROOT / "src" / "whoheld" / "web" / "vendor"
WORDINGS = {
    "BSD 3-Clause License": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "ISC License": "ISC",
    "MIT License": "MIT",
    "Python Software Foundation License": "PSF-2.0",
    "The BSD 2-Clause License": "BSD-2-Clause",
}


def section(title: str) -> dict[str, str]:
    """Rows of one table of the page: what is named in the first cell -> the licence in the second."""
    text = (ROOT / "docs" / "licences.md").read_text("utf-8")
    part = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert part, f"docs/licences.md has no section {title!r}"
    rows = [line.strip("| ").split(" | ") for line in part[1].splitlines() if line.startswith("| ")]
    return {name.strip("`"): licence for name, licence, *_ in rows[1:]}


def locked(name: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements" / name).read_text("utf-8"), re.MULTILINE))


def optional() -> set[str]:
    """What the extras bring that the program does without, with all that it needs in turn."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    return with_all_they_need([text for name, texts in extras.items() if name != "all" for text in texts]) - locked("run.txt")


def with_all_they_need(requirements: Iterable[str]) -> set[str]:
    """The packages that this machine would need of requirements, and in turn of those."""
    wanted, found = list(map(Requirement, requirements)), set[str]()
    while wanted:
        requirement = wanted.pop()
        name = canonicalize_name(requirement.name)
        if name not in found and (requirement.marker is None or requirement.marker.evaluate({"extra": ""})):
            found.add(name)
            wanted += map(Requirement, metadata.requires(name) or ())
    return found


def declared(name: str) -> str:
    """The licence that a package's own metadata declares."""
    said = metadata.metadata(name)
    classifiers = [line.rsplit(" :: ", 1)[1] for line in said.get_all("Classifier", []) if line.startswith("License :: OSI")]
    named = said.get("License") or ""
    wording = said.get("License-Expression") or ("" if "\n" in named else named) or ", ".join(classifiers)
    return WORDINGS.get(wording, wording)


@pytest.mark.parametrize(("title", "lock"), [("What runs", "run.txt"), ("What runs if asked for", None)])
def test_every_package_has_a_row_and_every_row_a_package(title: str, lock: str | None) -> None:
    assert set(section(title)) == (locked(lock) if lock else optional())


@pytest.mark.parametrize("title", ["What runs", "What runs if asked for"])
def test_a_row_says_what_the_package_declares(title: str) -> None:
    installed = {canonicalize_name(found.metadata["Name"]) for found in metadata.distributions()}
    rows = {name: licence for name, licence in section(title).items() if name in installed}
    assert len(rows) > 5
    assert rows == {name: declared(name) for name in rows}


def test_every_vendored_folder_has_a_row_and_its_own_licence() -> None:
    folders = {folder.name: folder for folder in VENDORED.iterdir()}
    assert set(section("What is carried along")) == set(folders)
    for name, licence in section("What is carried along").items():
        origin = (folders[name] / "ORIGIN.txt").read_text("utf-8")
        assert licence in origin
        for digest, file in re.findall(r"^([0-9a-f]{64})  (\S+)$", origin, re.MULTILINE):
            assert hashlib.sha256((folders[name] / file).read_bytes()).hexdigest() == digest


def test_every_source_of_data_has_a_row() -> None:
    rows = section("Data")
    used = {row["source"].split(",")[0] for path in (ROOT / "geodata").glob("*/places.csv") for row in rows_of(path)}
    files = {str(path.relative_to(ROOT)) for path in (ROOT / "geodata").rglob("*") if path.is_file()}
    unnamed = {name for name in files if not any(Path(name).match(row) for row in rows)}
    assert used <= set(rows), "a source in places.csv has no row"
    assert not unnamed
    stale = {row for row in rows if row.startswith("geodata/") and not any(Path(name).match(row) for name in files)}
    assert not stale


def test_what_is_shown_names_every_source_that_asks_for_it() -> None:
    """A licence that asks for attribution gets it where the data are shown."""
    for path in (ROOT / "geodata").glob("*/places.csv"):
        lines = " ".join(tomllib.loads(path.with_name("theatre.toml").read_text("utf-8"))["attribution"])
        for source in {row["source"].split(",")[0] for row in rows_of(path)}:
            licence = section("Data")[source]
            assert not licence.startswith("CC BY") or source == "Names as the press writes them" or source in lines


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
