"""Bytes that once broke a promise, found by ``make fuzz``, and the sound documents that it starts from."""

from pathlib import Path

import pytest
from fuzz.checks import CHECKS
from fuzz.seeds import SEEDS

FOUND = sorted(Path(__file__).parent.glob("fuzz_*"))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_bytes_that_once_broke_a_promise(path: Path) -> None:
    assert _broken(path.name.split("_")[1], path.read_bytes()) is None


@pytest.mark.parametrize("check", CHECKS)
def test_what_the_fuzzer_starts_from_is_sound(check: str) -> None:
    assert [_broken(check, seed) for seed in SEEDS[check]()] == [None] * len(list(SEEDS[check]()))


def _broken(check: str, data: bytes) -> str | None:
    """What a check has against some bytes."""
    try:
        CHECKS[check](data)
    except Exception as error:  # noqa: BLE001 - whatever it is breaks the promise
        return repr(error)
    return None
