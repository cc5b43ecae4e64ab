"""A module imports only from floors below its own; siblings do not know each other."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "whoheld"

FLOORS = [
    {"errors", "interval", "__version__"},
    {"model"},
    {
        "geodata",
        "lang",
        "actors",
        "gazetteer",
        "store",
        "children",
        "journal",
        "memo",
        "following",
        "stagefiles",
        "text",
        "claims",
        "articles",
        "issues",
    },
    {"ingest", "extract", "locate", "timeline", "tables"},
    {"publish"},
    {
        *("scope", "parts", "cluster", "pipeline", "api", "edition", "verify", "review", "byhand", "check", "evaluate"),
        *("workfolder", "settings", "reading", "reprinted", "desk", "sketch", "sayings", "disclosure", "redaction", "fetching"),
        *("stored", "intake", "processes"),
    },
    {"cli"},
    {"__main__"},
]
FLOOR_OF = {piece: floor for floor, pieces in enumerate(FLOORS) for piece in pieces}
SHARED_FLOOR = 2
"""Pieces of this floor may use each other (a gazetteer folds text); on every other floor they are blind to each other."""

READING = [
    {"words"},
    {"phrases"},
    {"places"},
    {"parties"},
    {"sentence"},
    {"bind", "dates", "setting"},
    {"saying"},
    {"write"},
    {"marks"},
    {"finding", "relation", "extents"},
    {"discourse", "issues"},
    {"roles", "revision"},
    {"lacking", "readings"},
    {"extractor"},
    {"explain", "examples"},
]
"""The floors of extraction, from the words of a text to its claims."""
READING_FLOOR_OF = {piece: floor for floor, pieces in enumerate(READING) for piece in pieces}

ONLY_IMPORTERS = {
    "geopandas": {"publish/frames.py"},
    "folium": {"publish/map.py"},
    "branca": {"publish/map.py"},
}

MODULES = sorted(path for path in SOURCE.rglob("*.py") if path != SOURCE / "__init__.py")

EXTRACT = SOURCE / "extract"
EXTRACTION = [path for path in MODULES if path.is_relative_to(EXTRACT) and path != EXTRACT / "__init__.py"]


def piece_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_downwards(path: Path) -> None:
    own = piece_of(path)
    assert own in FLOOR_OF, f"{own} stands on no floor: name it here"
    for name in imported(path):
        parts = name.split(".")
        if parts[0] != "whoheld" or len(parts) < 2 or parts[1] == own:
            continue
        other = parts[1]
        assert other in FLOOR_OF, f"{path.name} imports {name}, which stands on no floor"
        below = FLOOR_OF[other] < FLOOR_OF[own]
        same = FLOOR_OF[other] == FLOOR_OF[own]
        assert below or (same and FLOOR_OF[own] in {SHARED_FLOOR, 5}), f"{path.name} (floor {FLOOR_OF[own]}) imports {name}"


@pytest.mark.parametrize("path", EXTRACTION, ids=lambda path: str(path.relative_to(EXTRACT)))
def test_extraction_reads_upwards(path: Path) -> None:
    own = path.relative_to(EXTRACT).parts[0].removesuffix(".py")
    assert own in READING_FLOOR_OF, f"{own} stands on no floor of extraction: name it here"
    others = {name.split(".")[2] for name in imported(path) if name.startswith("whoheld.extract.")} - {own}
    above = {other for other in others if READING_FLOOR_OF[other] >= READING_FLOOR_OF[own]}
    assert not above, f"{path.name} ({own}) imports {above}"


@pytest.mark.parametrize("library", ONLY_IMPORTERS)
def test_heavy_libraries_have_one_door(library: str) -> None:
    users = {str(path.relative_to(SOURCE)) for path in MODULES if any(name.split(".")[0] == library for name in imported(path))}
    assert users <= ONLY_IMPORTERS[library]
