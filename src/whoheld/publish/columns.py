"""Columns of whole numbers, laid out so that gzip makes almost nothing of the usual case.

Each column is written in the fewest bytes that hold its numbers, one plane of bytes after another: the planes of high bytes are
mostly zeros. ``web/payload.js`` reads them.
"""

from typing import TypedDict

import numpy as np
from numpy.typing import ArrayLike


class Layout(TypedDict):
    """Where a column lies: how many numbers of how many bytes each, from which offset."""

    offset: int
    count: int
    width: int


class Columns:
    """Named columns and blocks in one run of bytes."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0
        self.layout: dict[str, Layout] = {}

    def add(self, name: str, numbers: ArrayLike) -> None:
        """Append a column of signed 32-bit numbers."""
        values = np.asarray(numbers, dtype=np.int32)
        width = _width(values)
        planes = values.astype(f"<i{width}").view(np.uint8).reshape(-1, width).T if len(values) else values
        self.layout[name] = Layout(offset=self._size, count=len(values), width=width)
        self.block(planes.tobytes())

    def block(self, data: bytes) -> tuple[int, int]:
        """Append bytes as they are; gives their offset and length."""
        start = self._size
        self._parts.append(data)
        self._size += len(data)
        return start, len(data)

    def tobytes(self) -> bytes:
        """Everything, one after the other."""
        return b"".join(self._parts)


def _width(values: np.ndarray) -> int:
    if not len(values):
        return 1
    low, high = int(values.min()), int(values.max())
    return next(width for width in (1, 2, 4) if -(1 << 8 * width - 1) <= low and high < 1 << 8 * width - 1)
