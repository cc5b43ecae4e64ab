"""What a person decided about a name: an append-only file of a project folder, one JSON line a decision, the last one valid."""

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from whoheld import text
from whoheld.errors import DataError, UsageError
from whoheld.model import Frozen

_FILE = "pins.jsonl"


class Pin(Frozen):
    """This name means that place.

    Attributes:
        text: the name as a text writes it.
        place: id of the place.
        theatre: id of the theatre in which it holds; None for all.
    """

    text: str
    place: str
    theatre: str | None = None


def path(project: Path) -> Path:
    """Where a project folder keeps its decisions."""
    return project / _FILE


def pin(project: Path, decision: Pin) -> None:
    """Keep a decision in a project folder; it replaces an earlier one on the same name and theatre.

    Raises:
        UsageError: the name has no letters, or there is no such folder.
    """
    if not text.key(decision.text):
        raise UsageError(f"{decision.text!r} is no name")
    if not project.is_dir():
        raise UsageError(f"{project}: there is no such project folder")
    line = json.dumps(decision.model_dump(mode="json"), ensure_ascii=False) + "\n"
    with path(project).open("ab") as stream:
        stream.write(line.encode())


def read(project: Path, theatre: str | None) -> Mapping[str, str]:
    """The decisions of a project folder that hold in a theatre: place ids by look-up key; the theatre's own go first.

    Raises:
        DataError: a line of the file is no decision.
    """
    if not path(project).exists():
        return {}
    general: dict[str, str] = {}
    own: dict[str, str] = {}
    for number, line in enumerate(path(project).read_bytes().splitlines(), 1):
        try:
            decision = Pin.model_validate_json(line)
        except ValidationError as error:
            raise DataError(f"not a decision on a name: {error.errors()[0]['msg']}", path=path(project), row=number) from error
        if decision.theatre in (None, theatre):
            (own if decision.theatre else general)[text.key(decision.text)] = decision.place
    return general | own
