"""Whether a folder still holds what was written: files and lines against their hashes, quotes against their articles."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ValidationError

from whoheld import byhand, journal
from whoheld.errors import DataError, UsageError
from whoheld.geodata.files import first_fault
from whoheld.model import Claim, Judgement
from whoheld.publish.manifest import NAME, describe, is_as_written
from whoheld.settings import NAME as SETTINGS
from whoheld.store import is_sidecar
from whoheld.stored import Input, Stored
from whoheld.workfolder import ARTICLES, INPUTS, JUDGEMENTS, WorkFolder

CLAIMS = "claims.jsonl"


class Failure(NamedTuple):
    """Something that is not as it was written: the file, the row in it where there is one, and what is wrong."""

    path: Path
    row: int | None
    message: str

    def __str__(self) -> str:
        return f"{self.path}{f', row {self.row}' if self.row else ''}: {self.message}"


def verify(folder: Path, work: Path | None = None) -> tuple[Failure, ...]:
    """Check a published folder, a work folder, or one against the other.

    Args:
        folder: what to check.
        work: the work folder whose articles the published claims quote; without it quotes are checked against themselves only.

    Returns:
        Every failure; empty when all is as it was written.

    Raises:
        UsageError: the folder is neither.
    """
    is_published, is_work = (folder / NAME).exists(), (folder / SETTINGS).exists()
    if not is_published and not is_work:
        raise UsageError(f"{folder} holds neither {NAME} (a published folder) nor {SETTINGS} (a work folder)")
    texts = _texts(WorkFolder(work)) if work else {}
    failures: list[Failure] = []
    if is_published:
        failures += [*_published(folder), *_claims(folder / CLAIMS, texts, complete=work is not None)]
    if is_work:
        failures += _work(WorkFolder(folder))
    return tuple(failures)


def _published(folder: Path) -> Iterator[Failure]:
    """The outputs against the manifest, and what lies beside them."""
    try:
        data = (folder / NAME).read_bytes()
        statement = json.loads(data.decode())
        stated = {subject["name"]: subject["digest"]["sha256"] for subject in statement["subject"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        yield Failure(folder / NAME, None, f"cannot be understood ({error}): nothing else can be checked against it")
        return
    if not is_as_written(data):
        yield Failure(folder / NAME, None, "is not as it was written: its own hash, the seal, does not agree with it")
    for name, sha256 in sorted(stated.items()):
        if not (folder / name).is_file():
            yield Failure(folder / name, None, "is missing")
        elif describe(folder / name, name).digest.sha256 != sha256:
            yield Failure(folder / name, None, "is not what was published: its hash is not the manifest's")
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in stated and name != NAME and not is_sidecar(name, stated):
            yield Failure(path, None, "was not published with this edition")


def _claims(path: Path, texts: Mapping[str, str], *, complete: bool) -> Iterator[Failure]:
    for number, line in enumerate(path.read_bytes().splitlines() if path.exists() else (), 1):
        try:
            claim = Claim.model_validate_json(line)
        except ValidationError as error:
            yield Failure(path, number, f"is no claim: {error.errors()[0]['msg']}")
            continue
        text = texts.get(claim.article.sha256)
        if text is not None:
            yield from (Failure(path, number, message) for message in _misquoted(claim, text))
        elif complete:
            yield Failure(path, number, f"quotes article {claim.article.id}, which is not in the work folder")
        elif len(claim.evidence.quote) != claim.evidence.end - claim.evidence.start:
            yield Failure(path, number, "its quote is not as long as its span")


def _misquoted(claim: Claim, text: str) -> Iterator[str]:
    evidence, place = claim.evidence, claim.place
    if text[evidence.start : evidence.end] != evidence.quote:
        yield f"claim {claim.id} does not quote its article: {evidence.quote!r} does not stand at {evidence.start}"
    if not (text[: evidence.start].endswith(evidence.prefix) and text[evidence.end :].startswith(evidence.suffix)):
        yield f"claim {claim.id} does not stand where its prefix and suffix say"
    if text[place.start : place.end] != place.text:
        yield f"claim {claim.id} names {place.text!r}, which does not stand at {place.start} of its article"


def _texts(work: WorkFolder) -> dict[str, str]:
    """The texts that are as they were stored; what is not is found by the check of the work folder itself."""
    texts = {article.sha256: article.text for article in map(byhand.article, byhand.entries(work))}
    for _, stored in _lines(work):
        try:
            texts[stored.sha256] = work.text(stored)
        except DataError:
            continue
    return texts


def _lines(work: WorkFolder) -> Iterator[tuple[int, Stored]]:
    """The lines on articles that can be understood, with their numbers."""
    for row in journal.rows(work.path / ARTICLES):
        if row.record is not None:
            with suppress(ValidationError):
                yield row.number, Stored.model_validate(row.record)


def _work(work: WorkFolder) -> Iterator[Failure]:
    try:
        _ = work.settings
    except DataError as error:
        yield Failure(error.path, None, str(error))
    for name in (ARTICLES, INPUTS, JUDGEMENTS, byhand.JOURNAL):
        path = work.path / name
        yield from (Failure(path, row.number, "is not as it was written") for row in journal.rows(path) if row.record is None)
    for number, stored in _lines(work):
        yield from (Failure(path, None, f"is not what row {number} of {ARTICLES} says") for path in _changed(work, stored))
    for name, record in ((ARTICLES, Stored), (INPUTS, Input), (JUDGEMENTS, Judgement), (byhand.JOURNAL, byhand.Entry)):
        yield from _misunderstood(work.path / name, record)


def _changed(work: WorkFolder, stored: Stored) -> Iterable[Path]:
    for check in (work.text, work.raw):
        try:
            check(stored)
        except DataError as error:
            yield error.path


def _misunderstood(path: Path, record: type[BaseModel]) -> Iterator[Failure]:
    """Lines that are whole, and yet not what this version of whoheld keeps there."""
    for row in journal.rows(path):
        if row.record is not None:
            try:
                record.model_validate(row.record)
            except ValidationError as error:
                yield Failure(path, row.number, f"is no line of this version of whoheld: {first_fault(error)}")
