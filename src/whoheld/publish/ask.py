"""A table of incidents, written again with the answer beside each row."""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from whoheld.publish import answers
from whoheld.publish.answers import WITHIN_M, Answer, Asked, Question
from whoheld.publish.escaping import cell
from whoheld.publish.incidents import columns, day, point, read_table
from whoheld.publish.search import Reported
from whoheld.timeline import Timeline

_MARK = "whoheld_"


def answering(
    reported: Reported,
    incidents: Path,
    *,
    within_m: int = WITHIN_M,
    named: Mapping[str, str] | None = None,
    order: str | None = None,
) -> set[str]:
    """The ids of the reported places that may answer a table of incidents; see ``ask`` for the others."""
    header, rows, _ = read_table(incidents)
    roles = columns(header, named)
    found: set[str] = set()
    for row in rows:
        with suppress(ValueError):  # it comes back with the reason
            found.update(answers.answering(reported, _question(_fields(row, roles), order), within_m))
    return found


def ask(  # noqa: PLR0913 - what a table of incidents leaves open, by name
    timeline: Timeline,
    incidents: Path,
    target: TextIO,
    *,
    within_m: int = WITHIN_M,
    named: Mapping[str, str] | None = None,
    order: str | None = None,
    reported: Reported | None = None,
) -> Counter[str]:
    """Write the table of incidents again, with the answer beside each row.

    Args:
        timeline: what to ask.
        incidents: a CSV with a header; ``incidents.py`` says what its columns may be called and its cells may hold.
        target: where the table goes, its cells parted as in ``incidents``; they are safe for spreadsheets, numbers stay numbers.
        within_m: how far a reported place may lie from a point that it answers for.
        named: role (place, lon, lat, date) -> header, where the headers do not say it.
        order: ``dmy`` or ``mdy``, for days like 03/04/2018.
        reported: all places that are reported, where the timeline is only of those that may answer.

    Returns:
        How many rows got each status; ``not understood`` are those whose note says what is wrong with them.

    Raises:
        DataError: the table cannot be read.
        UsageError: it has no column for the day, or none for the place.
    """
    header, rows, delimiter = read_table(incidents)
    roles = columns(header, named)
    asked, statuses = Asked(timeline, within_m, reported), Counter[str]()
    writer = csv.writer(target, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([*map(_own, header), *(f"{_MARK}{field}" for field in Answer._fields)])
    for row in rows:
        answer = _answer(asked, _fields(row, roles), order)
        statuses[answer.status] += 1
        own = [*row, *[""] * (len(header) - len(row))][: len(header)]
        writer.writerow([*map(_own, own), *(cell(field) for field in answer)])
    return statuses


def _fields(row: Sequence[str], roles: Mapping[str, int]) -> dict[str, str]:
    return {role: row[at].strip() for role, at in roles.items() if at < len(row)}


def _answer(asked: Asked, fields: Mapping[str, str], order: str | None) -> Answer:
    try:
        return asked.answer(_question(fields, order))
    except ValueError as error:
        return Answer(status="not understood", note=str(error))


def _question(fields: Mapping[str, str], order: str | None) -> Question:
    """A row as a question.

    Raises:
        ValueError: the day or the place cannot be read; the message says which.
    """
    lon, lat = fields.get("lon"), fields.get("lat")
    where = point(lon, lat) if lon and lat else None
    if not fields.get("place") and where is None:
        raise ValueError("the row names no place and has no point")
    return Question(fields.get("place") or None, where, day(fields.get("date", ""), order))


def _own(text: str) -> str:
    """A cell of the user's table: a number stays one, whatever its sign."""
    try:
        float(text)
    except ValueError:
        return cell(text)
    return text
