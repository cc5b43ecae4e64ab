"""Fuzz one check, guided by what it reaches of our code: ``python -m fuzz.run CHECK SECONDS``.

Inputs that broke a promise are written to ``out/fuzz/<check>/`` with the traceback on the terminal; the exit code is then not 0.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["whoheld", "feedparser"]):
    from fuzz import seeds
    from fuzz.checks import CHECKS

ROOT = Path(__file__).parents[1]
SLOWEST_S = 20
"""A document that takes longer is given up by the program, so here it is a finding."""

LONGEST = 4_000
"""Bytes; longer inputs find little more and take longer each."""


def main() -> None:
    """Run until the time is over or a promise is broken."""
    name, seconds = sys.argv[1], int(sys.argv[2])
    folder = ROOT / "out" / "fuzz" / name
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds.SEEDS[name]()):
        (corpus / f"seed{number:03}").write_bytes(seed)
    words = folder / "words"
    words.write_text("".join(_entries(name)), "ascii")
    options = {
        "max_total_time": seconds,
        "timeout": SLOWEST_S,
        "dict": words,
        "artifact_prefix": f"{folder}/",
        "max_len": LONGEST,
    }
    CHECKS[name](b"")
    atheris.Setup([sys.argv[0], *(f"-{option}={value}" for option, value in options.items()), str(corpus)], CHECKS[name])
    atheris.Fuzz()


def _entries(name: str) -> Iterator[str]:
    for word in sorted(seeds.words(name)):
        data = word.encode()
        if 0 < len(data) <= seeds.LONGEST_WORD:
            yield '"' + "".join(f"\\x{byte:02x}" for byte in data) + '"\n'


if __name__ == "__main__":
    main()
