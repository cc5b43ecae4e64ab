"""whoheld in processes that have loaded it before they start, so that kills fall into its work and cost no loading."""

import multiprocessing
import os
import sys
from multiprocessing.process import BaseProcess
from pathlib import Path

from whoheld.cli import main

_PROCESSES = multiprocessing.get_context("forkserver")
_PROCESSES.set_forkserver_preload([
    "whoheld.workfolder", "whoheld.edition", "whoheld.desk", "whoheld.review", "whoheld.memo", "whoheld.gazetteer.world", "known",
])  # fmt: skip


def start(folder: Path, *arguments: str, terminal: str = os.devnull) -> BaseProcess:
    """Begin a command in a folder; its keys and its screen are a terminal, or nothing."""
    process = _PROCESSES.Process(target=_command, args=(str(folder), arguments, terminal))
    process.start()
    return process


def run(folder: Path, *arguments: str) -> None:
    """A command to its end."""
    process = start(folder, *arguments)
    process.join()
    assert process.exitcode == 0, arguments


def _command(folder: str, arguments: tuple[str, ...], terminal: str) -> None:
    os.chdir(folder)
    screen = os.open(terminal, os.O_RDWR)
    for standard in range(3):
        os.dup2(screen, standard)
    sys.stdin, sys.stdout, sys.stderr = (open(each, mode, encoding="utf-8", closefd=False) for each, mode in enumerate("rww"))  # noqa: SIM115 - for as long as the process lives
    sys.argv = ["whoheld", *arguments]
    main()
