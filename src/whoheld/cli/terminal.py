"""How results look in a terminal: progress, tables, quotes. Text from articles is shown, never obeyed."""

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.text import Text

from whoheld.publish.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Task

    from whoheld.reading import Progress as Report

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False)

EXIT_UNUSABLE = 2


def fail(message: str) -> None:
    """One sentence on standard error, and exit status 2."""
    err.print(Text(f"whoheld: {visible(message)}", style="red"))
    sys.exit(EXIT_UNUSABLE)


_PACE_S = 120.0
"""Seconds whose pace says how long it still takes: articles come from a queue in bursts."""
_BETWEEN_S = 0.2
"""Seconds from one step of a bar to the next: its pace is taken from a thousand steps at most, which must reach as far back."""


class _Left(TimeRemainingColumn):
    """How long a stage that is not done will still take."""

    def render(self, task: "Task") -> Text:
        return Text() if task.finished else super().render(task).append(" left")


@contextmanager
def progress() -> "Iterator[Report]":
    """A bar for each stage on standard error while it runs; nothing where that is no terminal."""
    columns = (TextColumn("{task.description:<9}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), _Left())
    with Progress(*columns, console=err, disable=not err.is_terminal, speed_estimate_period=_PACE_S) as bars:
        tasks: dict[str, TaskID] = {}
        stepped: dict[str, float] = {}

        def report(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            elif done != total and bars.get_time() < stepped[stage] + _BETWEEN_S:
                return
            stepped[stage] = bars.get_time()
            bars.update(tasks[stage], completed=done, total=total)

        yield report
