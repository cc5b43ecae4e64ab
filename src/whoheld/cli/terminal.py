"""How results look in a terminal: progress, tables, quotes. Text from articles is shown, never obeyed."""

import sys
import unicodedata
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whoheld.pipeline import Progress as Report

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False)

EXIT_UNUSABLE = 2

_HARMLESS = "\n\t\u200c\u200d"
"""Line breaks, tabs and the joiners of Arabic script."""


def fail(message: str) -> None:
    """One sentence on standard error, and exit status 2."""
    err.print(Text(f"whoheld: {visible(message)}", style="red"))
    sys.exit(EXIT_UNUSABLE)


def visible(text: str) -> str:
    """The text with control and direction characters made visible, so that no article can steer a terminal."""
    return "".join(_visible(char) for char in text)


def _visible(char: str) -> str:
    if char in _HARMLESS or unicodedata.category(char) not in {"Cc", "Cf"}:
        return char
    return f"‹U+{ord(char):04X}›"


@contextmanager
def progress() -> "Iterator[Report]":
    """A bar for each stage on standard error while it runs; nothing where that is no terminal."""
    columns = (TextColumn("{task.description:<9}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, disable=not err.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def report(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield report
