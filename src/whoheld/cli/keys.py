"""Single keys and lines from a terminal; what is typed ahead is not lost."""

import os
import sys
import termios
import tty
from typing import Self

from whoheld.errors import UsageError


class Keys:
    """The keyboard, for as long as somebody is asked.

    Raises:
        UsageError: standard input is no terminal.
    """

    def __init__(self) -> None:
        if not sys.stdin.isatty():
            raise UsageError("this asks you in a terminal, and there is none: `whoheld judge` does the same for scripts")
        self._input = sys.stdin.fileno()
        self._usual = termios.tcgetattr(self._input)

    def __enter__(self) -> Self:
        tty.setcbreak(self._input, termios.TCSADRAIN)
        return self

    def __exit__(self, *_: object) -> None:
        termios.tcsetattr(self._input, termios.TCSADRAIN, self._usual)

    def key(self) -> str:
        """The next key, in lower case; ``q`` where the terminal was closed or interrupted."""
        try:
            return self._character().lower() or "q"
        except KeyboardInterrupt:
            return "q"

    def line(self) -> str:
        """A line, shown and edited as the terminal does, without the space around it."""
        termios.tcsetattr(self._input, termios.TCSADRAIN, self._usual)
        try:
            written = ""
            while (char := self._character()) not in {"\n", "\r", ""}:
                written += char
            return written.strip()
        finally:
            tty.setcbreak(self._input, termios.TCSADRAIN)

    def _character(self) -> str:
        """One character of UTF-8; empty at the end."""
        data = os.read(self._input, 1)
        while data:
            try:
                return data.decode()
            except UnicodeDecodeError as error:
                if error.reason != "unexpected end of data":
                    return "\ufffd"
                data += os.read(self._input, 1) or b"\xff"
        return ""
