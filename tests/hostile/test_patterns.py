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
    subject: str | bytes = text.encode() if isinstance(pattern.pattern, bytes) else text
    start = time.process_time()
    for _ in pattern.finditer(subject):  # type: ignore[arg-type] - of its own kind
        pass
    return time.process_time() - start


@pytest.mark.parametrize(("name", "pattern"), [pytest.param(*found, id=found[0]) for found in patterns()])
def test_a_pattern_is_linear(name: str, pattern: re.Pattern[str]) -> None:
    for seed in SEEDS:
        for text in (seed * (SIZE // len(seed)), f"<{seed * (SIZE // len(seed))}\0"):
            assert seconds(pattern, text[: SIZE // 20]) < 10 * LIMIT_S, f"{name} is slow on {seed!r}"
            if (whole := seconds(pattern, text)) > LIMIT_S:
                half = max(seconds(pattern, text[: SIZE // 2]), LIMIT_S / 2)
                whole = min(whole, *(seconds(pattern, text) for _ in range(3)))
                assert whole < 3 * half, f"{name} on {seed!r}: {half:.3f} s, and {whole:.3f} s for twice as much"
