"""How long something takes, beside what it is compared with in the same run."""

import os
import platform
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

HEAD = """| what | how much | seconds | CPU seconds | a second | ratio | CPU ratio | CPU of ten times less, times |
|---|---|---|---|---|---|---|---|"""


class Taken(NamedTuple):
    """Seconds on the clock, and of all processors together."""

    wall: float
    cpu: float


class Row(NamedTuple):
    """A line of the results; its ratios are to the first line of its size."""

    what: str
    count: int
    taken: Taken


def timed(task: Callable[[], object], runs: int = 2) -> Taken:
    """The shortest of some runs."""
    found = []
    for _ in range(runs):
        wall, cpu = time.perf_counter(), time.process_time()
        task()
        found.append(Taken(time.perf_counter() - wall, time.process_time() - cpu))
    return min(found)


def table(title: str, *sizes: list[Row]) -> str:
    """Rows of one size, and of others ten times as large each, as a table of a page."""
    lines = [f"### {title}", "", HEAD]
    before: dict[str, float] = {}
    for rows in sizes:
        first = rows[0].taken
        for what, count, (wall, cpu) in rows:
            ratios = f"{wall / max(first.wall, 1e-9):.2f} | {cpu / max(first.cpu, 1e-9):.2f}"
            grown = f"{cpu / before[what]:.1f}" if before.get(what) else ""
            lines.append(f"| {what} | {count:,} | {wall:.3g} | {cpu:.3g} | {count / max(wall, 1e-9):,.0f} | {ratios} | {grown} |")
        before = {row.what: row.taken.cpu for row in rows}
    return "\n".join([*lines, ""])


def machine() -> str:
    """What it ran on, and how busy that was."""
    model = next((line.split(":")[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")), "")
    memory = next((int(line.split()[1]) / 2**20 for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), 0)
    names = ("duckdb", "polars", "pandas", "numba", "pyarrow", "numpy", "trafilatura", "spacy", "distributed")
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in names)
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    system = f"{platform.system()}, Python {platform.python_version()}"
    return f"{os.cpu_count()} cores ({model}), {memory:.0f} GB, {system}, {versions}; load {load}"


def _lines(path: str) -> list[str]:
    return Path(path).read_text("utf-8").splitlines() if Path(path).exists() else []
