"""One exception tree: everything that whoheld raises on purpose."""

from pathlib import Path


class WhoheldError(Exception):
    """Something a user can mend; the message says what is wrong, where, and what to do."""


class UsageError(WhoheldError):
    """The call itself is off: a theatre that does not exist, nothing readable among the inputs."""


class DataError(WhoheldError):
    """A file of geodata, a language pack or a work folder that cannot be used.

    Attributes:
        path: the file.
        row: the line or record in it, counted from 1, or None for the file as a whole.
    """

    def __init__(self, message: str, *, path: Path | str, row: int | str | None = None) -> None:
        self.path = Path(path)
        self.row = row
        where = f"{path}" if row is None else f"{path}, row {row}"
        super().__init__(f"{where}: {message}")


class UnreadableError(WhoheldError):
    """One document that cannot be read; its stage records it in ``issues.jsonl`` and goes on."""
