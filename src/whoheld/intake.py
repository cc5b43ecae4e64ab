"""How articles come into a work folder: bytes and texts first, then their lines, so that no line lacks its bytes."""

import hashlib
import io
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from whoheld import ingest, journal
from whoheld.ingest import Read, read_documents
from whoheld.ingest.inputs import STDIN
from whoheld.model import Article, Issue
from whoheld.publish.manifest import input_file, of_bytes
from whoheld.store import only_writer, write_once
from whoheld.stored import Input, Stored
from whoheld.workfolder import ARTICLES, BLOBS, INPUTS, WorkFolder

_PATIENCE_S = 60.0
_AT_ONCE = 2_000
"""Files whose articles are in memory at one time, and are flushed to the disk together."""


class Added(NamedTuple):
    """How many articles came in, how many were there already, how many are new versions of one at the same address."""

    new: int
    known: int
    versions: int


class Intake:
    """What a work folder holds, to which articles are added; by one process at a time, see ``opened``."""

    def __init__(self, work: WorkFolder) -> None:
        self._work = work
        kept = work.kept()
        source, sha256, line, url = (kept[name].to_pylist() for name in ("source", "sha256", "line", "url"))
        self._lines = dict(zip(zip(source, sha256, strict=True), line, strict=True))
        self._addresses, self._texts = set(url), set(sha256)
        self._before = len(self._texts)
        self._versions = 0

    def added(self) -> Added:
        """What came in."""
        return Added(len(self._texts) - self._before, self._before, self._versions)

    def add(self, documents: Iterable[Read | Issue], inputs: Mapping[str, Input]) -> None:
        """Store articles that are not there yet.

        Args:
            documents: what was read.
            inputs: where from, by the names that documents and issues bear as their source.
        """
        new: list[Stored] = []
        homeless: dict[str, list[Issue]] = {}
        for document in documents:
            if isinstance(document, Read) and document.article:
                stored = Stored.of(document, document.article)
                if self._lines.get((stored.source, stored.sha256)) != stored.digest():
                    self._keep(document, document.article)
                    new.append(stored)
                    self._versions += bool(stored.url) and stored.sha256 not in self._texts and stored.url in self._addresses
                    self._note(stored)
                continue
            for issue in (document,) if isinstance(document, Issue) else document.issues:
                homeless.setdefault(_owner(issue.source or "", inputs), []).append(issue)
        read = [entry.model_copy(update={"issues": tuple(homeless.get(name, ()))}) for name, entry in inputs.items()]
        self._append(new, read)

    def _note(self, stored: Stored) -> None:
        self._lines[stored.source, stored.sha256] = stored.digest()
        self._texts.add(stored.sha256)

    def _keep(self, document: Read, article: Article) -> None:
        raw = hashlib.sha256(document.raw.data).hexdigest()
        write_once(self._work.blob(raw, "raw"), document.raw.data)
        if raw != article.sha256:
            write_once(self._work.blob(article.sha256, "txt"), article.text.encode())

    def _append(self, stored: Sequence[Stored], inputs: Sequence[Input]) -> None:
        if stored or inputs:
            os.sync()  # once for all, where flushing ten thousand small files one by one takes a minute
        for name, lines in ((ARTICLES, stored), (INPUTS, inputs)):
            if lines:
                journal.append(self._work.path / name, [line.model_dump(mode="json") for line in lines])


@contextmanager
def opened(work: WorkFolder) -> Iterator[Intake]:
    """Hold the right to add articles.

    Raises:
        DataError: a line of the journal is damaged.
        UsageError: another process has been adding articles for too long.
    """
    with only_writer(work.path / BLOBS, patience_s=_PATIENCE_S):
        for partial in (work.path / BLOBS).glob("*/.*.partial"):  # what a killed writer left half written
            partial.unlink()
        yield Intake(work)


def take_in(
    work: WorkFolder,
    paths: Sequence[str | Path],
    *,
    piped: bytes = b"",
    jobs: int | None = None,
    progress: Callable[[int, int], None] = lambda _, __: None,
) -> tuple[Added, tuple[Issue, ...]]:
    """Read the files that are new in a work folder, or changed, and keep what they hold.

    Args:
        work: the folder.
        paths: files, folders, globs, or ``-``.
        piped: what ``-`` reads.
        jobs: as for ``ingest.read``.
        progress: as for ``ingest.read``.

    Returns:
        What came in, and an issue for each of the paths that leads nowhere or to a file that cannot be read.

    Raises:
        DataError: a line of a journal is damaged.
        UsageError: another process has been adding articles for too long.
    """
    names, missing = ingest.files(paths)
    seen = work.seen()
    known = dict(zip(seen["name"].to_pylist(), seen["digest"].to_pylist(), strict=True))
    lost: list[Issue] = []
    done = 0
    with opened(work) as intake:
        coming = iter(names)
        while some := list(islice(coming, _AT_ONCE)):
            found = {name: entry for name in some if (entry := _input(name, piped))}
            fresh = {name: entry for name, entry in found.items() if known.get(entry.file.name) != entry.digest()}
            lost += (item for item in read_documents([name for name in some if name not in found]) if isinstance(item, Issue))
            told = _shifted(progress, done + len(some) - len(fresh), len(names))
            intake.add(read_documents(list(fresh), stdin=io.BytesIO(piped), jobs=jobs, progress=told), fresh)
            done += len(some)
            progress(done, len(names))
        return intake.added(), (*missing, *lost)


def _shifted(progress: Callable[[int, int], None], by: int, total: int) -> Callable[[int, int], None]:
    return lambda done, _: progress(by + done, total)


def _input(name: str, piped: bytes) -> Input | None:
    if name == STDIN:
        return Input(file=of_bytes(STDIN, piped))
    file = input_file(Path(name))
    return Input(file=file, beside=input_file(ingest.sidecar(Path(name)))) if file else None


def _owner(source: str, inputs: Mapping[str, Input]) -> str:
    """The input that a document called ``file:record`` came from; what is said of metadata belongs to the text beside it."""
    while source not in inputs:
        beside = next((name for name in inputs if str(ingest.sidecar(Path(name))) == source), None)
        source, colon, _ = (beside, ":", "") if beside else source.rpartition(":")
        if not colon:
            break
    return source
