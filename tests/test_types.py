"""The types, by mypy: among the tests, for where it remembers nothing it computes for half a minute."""

import subprocess
import sys
from pathlib import Path


def test_every_type_is_sound() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy"], cwd=Path(__file__).parents[1], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
