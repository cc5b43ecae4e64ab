"""Options and fixtures that all tests share."""

from collections.abc import Callable

import pytest
from hypothesis import settings

settings.register_profile("laws", deadline=None)
settings.load_profile("laws")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-golden", action="store_true", help="write golden files anew, to be reviewed")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Compare bytes with a file of ``golden/`` beside the test; ``--rewrite-golden`` writes it instead."""

    def compare(name: str, found: bytes) -> None:
        path = request.path.parent / "golden" / name
        if request.config.getoption("--rewrite-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(found)
        assert path.exists(), f"{path} is missing: run with --rewrite-golden"
        assert found == path.read_bytes(), f"{name} differs; if that is meant, run with --rewrite-golden and review"

    return compare
