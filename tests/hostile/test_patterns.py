"""Row 10: no shipped pattern backtracks. Each is run on text that begins over and over what it looks for."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import whoheld

SIZE = 100_000
LIMIT_S = 0.05
LEAST_S = 0.0002
"""What is shorter cannot be measured well."""
SEEDS = (
    *(
        "a",
        " ",
        "\t\n",
        "1",
        "-",
        "/",
        ".",
        '"',
        "'",
        "&",
        "{",
        "\\",
        "ا",
        "ـ",
        "و",
        "،",
        "«",
        "(",
        ")",
        "é",
        "\ufffd",
        "_a",
        "a_",
        "a-",
    ),
    *(
        "<",
        "<a",
        "<a ",
        "< a",
        "<!--",
        "<meta ",
        "<meta charset=",
        "<?xml",
        "</",
        "a=b ",
        "/2019/01",
        "/2019/01/21",
        "2019-01-21",
        "21 ",
    ),
    *(
        "21 january ",
        "january ",
        "january 1, ",
        "1.",
        "a1",
        "اب ",
        "ا-",
        "A.",
        "A. ",
        "Aa ",
        '{"a',
        "{%",
        "{{",
        "&#x",
        "http://a.",
        "a@a.",
    ),
)


def patterns() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    for module in pkgutil.walk_packages(whoheld.__path__, "whoheld."):
        if module.name.endswith(("__main__", ".worker")):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name}.{name}", value


def seconds(pattern: re.Pattern[str] | re.Pattern[bytes], text: str) -> float:
    """What a run takes this thread to compute."""
    subject: str | bytes = text.encode() if isinstance(pattern.pattern, bytes) else text
    start = time.thread_time()
    for _ in pattern.finditer(subject):  # type: ignore[arg-type] - of its own kind
        pass
    return time.thread_time() - start


def growth(pattern: re.Pattern[str] | re.Pattern[bytes], text: str, runs: int) -> float:
    """How many times longer a text takes than its first quarter, the least of some runs: 4 is linear, 16 quadratic."""
    whole, quarter = (min(seconds(pattern, part) for _ in range(runs)) for part in (text, text[: len(text) // 4]))
    return whole / max(quarter, LEAST_S)


@pytest.mark.parametrize("size", [8_000, pytest.param(SIZE, marks=pytest.mark.slow)])
@pytest.mark.parametrize(("name", "pattern"), [pytest.param(*found, id=found[0]) for found in patterns()])
def test_a_pattern_is_linear(name: str, pattern: re.Pattern[str], size: int) -> None:
    allowed_s = LIMIT_S * size / SIZE
    for seed in SEEDS:
        for text in (seed * (size // len(seed)), f"<{seed * (size // len(seed))}\0"):
            quick = seconds(pattern, text[: size // 20]) < allowed_s and seconds(pattern, text) < allowed_s
            assert quick or growth(pattern, text, 1) < 8 or growth(pattern, text, 5) < 8, f"{name} on {seed!r}"
