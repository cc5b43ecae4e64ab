"""What the user named — files, folders, globs, ``-`` — as a sorted list of files, each once."""

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from whoheld.ingest.records import encodable, issue
from whoheld.model import Issue

STDIN = "-"


def files(paths: Sequence[str | Path]) -> tuple[list[str], list[Issue]]:
    """The files behind the arguments, whatever their order and however often they are named; and what was not found.

    A folder gives the files in it and below, without hidden ones. Files that lie beside an article as its metadata
    (``NAME.json``) belong to it and are not listed.
    """
    found: dict[str, str] = {}
    issues: dict[str, Issue] = {}
    for argument in sorted({str(Path(path)) for path in paths}):
        named = [(STDIN, STDIN)] if argument == STDIN else sorted(_expand(argument))
        if not named:
            issues[argument] = _nothing(argument)
        for name, path in named:
            if _is_text(name):
                found.setdefault(path, name)
            else:
                issues[name] = issue(
                    name, "unreadable", "the name of this file is no text in UTF-8: rename it, then name it again"
                )
    metadata = {f"{os.path.splitext(path)[0]}.json" for path in found if not path.endswith(".json")}  # noqa: PTH122 - ten times quicker
    return sorted(name for path, name in found.items() if path not in metadata), list(issues.values())


def sidecar(path: Path) -> Path:
    """Where the metadata of an article lies: ``a.ar.json`` for ``a.ar.txt``."""
    return path.with_suffix(".json")


def _expand(argument: str) -> Iterator[tuple[str, str]]:
    """The names of the files behind an argument, each with the one path that all its names share."""
    path = Path(argument)
    if path.is_dir():
        yield from _below(path)
    elif path.exists():
        yield argument, str(path.resolve())
    else:
        for match in glob.iglob(argument, recursive=True):  # noqa: PTH207 - takes absolute patterns too
            yield from _expand(match)


def _below(folder: Path) -> Iterator[tuple[str, str]]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        real = Path(root).resolve()
        yield from ((f"{root}{os.sep}{name}", f"{real}{os.sep}{name}") for name in names if not name.startswith("."))


def _is_text(name: str) -> bool:
    """Whether a name can be written down; an archive unpacked on another system may leave one that cannot."""
    return encodable(name) == name


def _nothing(argument: str) -> Issue:
    if Path(argument).is_dir():
        return issue(argument, "missing", "there is no file in this folder: put articles there, or name another")
    return issue(argument, "missing", "there is no such file: check the name, and where you are")
