"""The records of a CSV one by one, and of those that are broken why: a quote that is not closed swallows no row after its own."""

import csv
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TextIO

csv.field_size_limit(1 << 27)
"""Characters of a cell: a cell is somebody's text, and how long that may be is not ours to say."""


class Flaw(NamedTuple):
    """Why a record is none: a short kind, and what a user can do."""

    kind: str
    message: str


class Record(NamedTuple):
    """A record: its number, blank ones counted too (the header is 1), and its cells; those of a broken one are its line."""

    number: int
    cells: Sequence[str]
    flaw: Flaw | None = None


class _Lines:
    """The lines of a stream, of which the last ones taken can be given back."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._given_back: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._given_back.popleft() if self._given_back else next(self._stream)
        self.taken.append(line)
        return line

    def give_back(self) -> str:
        """Give back all lines taken but the first, which is returned."""
        self._given_back.extendleft(reversed(self.taken[1:]))
        return self.taken[0].rstrip("\r\n")


def records(stream: TextIO, is_row: Callable[[Sequence[str]], bool]) -> Iterator[Record]:
    """The header and the records after it, of which each has as many cells as the header, or a flaw; blank ones are left out.

    Args:
        stream: the text of the file.
        is_row: whether cells, as many as the header has, look like a row of the table: lines within one cell should not.
    """
    lines = _Lines(stream)
    reader = csv.reader(lines, strict=True)
    width = number = 0
    while True:
        number += 1
        lines.taken.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            flaw = _UNCLOSED if len(lines.taken) > 1 or "unexpected end" in str(error) else _no_row(error)
            yield Record(number, [lines.give_back()], flaw)
            continue
        width = width or len(cells)
        if len(lines.taken) > 1 and width and (len(cells) != width or _swallows(lines.taken, width, is_row)):
            yield Record(number, [lines.give_back()], _UNCLOSED)
        elif cells:
            yield Record(number, cells, None if len(cells) == width else _ragged(len(cells), width))


def _swallows(lines: Sequence[str], width: int, is_row: Callable[[Sequence[str]], bool]) -> bool:
    """Whether some line after the first of a record would be a row by itself."""
    found = (_cells(line) for line in lines[1:] if line.count(",") >= width - 1)
    return any(len(cells) == width and is_row(cells) for cells in found)


def _cells(line: str) -> list[str]:
    try:
        return next(csv.reader([line], strict=True), [])
    except csv.Error:
        return []


_UNCLOSED = Flaw("broken", "a quotation mark in it is not closed, which would cost the rows after it: close it, or take it out")


def _no_row(error: csv.Error) -> Flaw:
    return Flaw("broken", f"it is no row of a CSV ({error}): a quotation mark within a cell is written twice")


def _ragged(cells: int, width: int) -> Flaw:
    said = f"it has {cells} cells, and the header {width}"
    return Flaw("ragged", f"{said}: a cell with a comma stands between quotation marks, and an empty cell has a comma too")
