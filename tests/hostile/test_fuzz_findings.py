"""Bytes that once broke a promise, found by ``make fuzz``, and the sound documents that it starts from."""

from pathlib import Path

import pytest
from fuzz.checks import CHECKS
from fuzz.seeds import SEEDS

FOUND = sorted(Path(__file__).parent.glob("fuzz_*"))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_bytes_that_once_broke_a_promise(path: Path) -> None:
    CHECKS[path.name.split("_")[1]](path.read_bytes())


@pytest.mark.parametrize("check", CHECKS)
def test_what_the_fuzzer_starts_from_is_sound(check: str) -> None:
    for seed in SEEDS[check]():
        CHECKS[check](seed)
