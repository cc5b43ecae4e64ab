"""Why a table cannot be read, told by its first bytes or its first wrong line, and what to do."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from whoheld.errors import DataError

if TYPE_CHECKING:
    from whoheld.tables.mapping import Columns

_PARQUET = b"PAR1"
_REMEDIES = {
    b"\x1f\x8b": "it is packed by gzip: unpack it",
    b"PK\x03\x04": "it is a zip file, as spreadsheets are: unpack it, or save the sheet as CSV in UTF-8",
    b"\xff\xfe\x00\x00": "it is written in UTF-32: save it as CSV in UTF-8",
    b"\xff\xfe": "it is written in UTF-16: save it as CSV in UTF-8",
    b"\xfe\xff": "it is written in UTF-16: save it as CSV in UTF-8",
}
_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars"}


def is_parquet(path: Path) -> bool:
    """Whether a file is to be read as Parquet, by its first bytes or, where there are none, by its name."""
    return _begins(path).startswith(_PARQUET) or path.suffix.casefold() == ".parquet"


def unreadable(path: Path, error: Exception) -> DataError:
    """The error to raise for a file that cannot be read."""
    begins = _begins(path)
    remedy = next((words for bytes_, words in _REMEDIES.items() if begins.startswith(bytes_)), None)
    line = None if remedy or is_parquet(path) else _undecodable(path)
    if line is not None:
        remedy = f"line {line} is not UTF-8: save the table as CSV in UTF-8"
    return DataError(f"cannot be read: {remedy or ' '.join(str(error).split())}", path=path)


def require(path: Path, header: Sequence[str], columns: "Columns") -> None:
    """See that a table has the columns that a mapping names, each once.

    Raises:
        DataError: it has not.
    """
    fields = columns.model_dump()
    wanted = [name for name in (*fields.pop("status"), *fields.values()) if name]
    missing = [name for name in wanted if name not in header]
    if missing and "\0" in "".join(header):
        raise DataError("cannot be read: it is written in UTF-16: save it as CSV in UTF-8", path=path)
    if missing:
        named = f"the mapping names columns that are not there: {', '.join(missing)}"
        raise DataError(f"{named}; {columns_there(header)}", path=path)
    twice = [name for name in wanted if list(header).count(name) > 1]
    if twice:
        raise DataError(f"two columns are called {twice[0]!r}, and nothing says which one is meant: rename one", path=path)


def columns_there(header: Sequence[str]) -> str:
    """What a header has instead of what is wanted, and what to do where something else than commas parts its names."""
    if not header:
        return "the file is empty"
    if header[0].lstrip().startswith(("{", "[")):
        return "it looks like JSON, which is not read: save it as CSV in UTF-8"
    parted = next((words for mark, words in _SEPARATORS.items() if len(header) == 1 and mark in header[0]), None)
    return f"its columns are parted by {parted}: save it with commas" if parted else f"there are: {', '.join(header)}"


def _begins(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(len(_PARQUET))
    except OSError:
        return b""


def _undecodable(path: Path) -> int | None:
    """The first line that is not UTF-8, from 1."""
    try:
        with path.open("rb") as stream:
            return next((number for number, line in enumerate(stream, start=1) if not _is_utf8(line)), None)
    except OSError:
        return None


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
