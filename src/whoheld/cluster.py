"""Articles read by Dask workers, on this machine or on many that share a folder.

Each part of the articles lies in the folder as a file, and what it says in another beside it, named by all that decides it. A
part that is there is never read again: a worker that dies costs its part only, and a client that is started again goes on.
"""

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from whoheld import parts, sayings
from whoheld.errors import UsageError
from whoheld.model import Article, Claim, Frozen, Issue
from whoheld.parts import Found, Part
from whoheld.scope import Scope
from whoheld.store import write_whole

LOCAL = "local"
_PATIENCE_S = "10s"
_RETRIES = 10
"""Times that a part is read again whose worker died."""


class Manifest(Frozen):
    """The first line of what a part says: how much follows, and its hash."""

    articles: int
    claims: int
    issues: int
    sha256: str


class Task(NamedTuple):
    """What a worker is told: plain values, since it may be on another machine."""

    folder: str
    name: str
    theatres: tuple[str, ...]
    work: str | None
    basis: str


class Cluster:
    """Dask workers.

    Args:
        address: of the scheduler, ``tcp://…``; ``local`` starts one here.
        folder: where parts and what they say lie; all workers see it under this name. It is kept until ``forget``.
        scope: the theatres; with the text of the program, geodata and gazetteers it decides the names of the files.
        jobs: of ``local``, how many workers; the number of processors by default.

    Raises:
        UsageError: the extra ``cluster`` is not installed.
    """

    def __init__(self, address: str, folder: Path, scope: Scope, jobs: int | None = None) -> None:
        self._address = address
        self._folder = folder.absolute()
        self._scope = scope
        self._basis = sayings.basis_of(scope)
        self._jobs = jobs
        self._dask = _distributed()

    def read(self, cut: Sequence[Part]) -> Iterator[tuple[int, Found]]:
        """See ``parts.Workers``.

        Raises:
            UsageError: the scheduler does not answer, or its workers fail.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        named = {self._put(part): number for number, part in enumerate(cut)}
        missing = []
        for name, number in named.items():
            found = said(self._folder, name)
            if found is None:
                missing.append(name)
            else:
                yield number, found
        if missing:
            yield from ((named[name], found) for name, found in self._made(list(map(self._task, missing))))

    def forget(self) -> None:
        """Remove the files: what they say has been published."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _task(self, name: str) -> Task:
        work = str(self._scope.work.absolute()) if self._scope.work else None
        return Task(str(self._folder), name, tuple(self._scope.theatres), work, self._basis)

    def _put(self, part: Part) -> str:
        """Write a part's articles, whole or not at all; returns its name."""
        lines = [json.dumps({"theatre": name, "article": article.model_dump(mode="json")}) for article, name in part.articles]
        body = "\n".join(lines).encode()
        name = hashlib.sha256(self._basis.encode() + body).hexdigest()[:32]
        path = _articles(self._folder, name)
        if not path.exists():
            write_whole(path, body)
        return name

    def _made(self, tasks: Sequence[Task]) -> Iterator[tuple[str, Found]]:
        with self._client() as client:
            futures = {
                client.submit(make, task, key=f"whoheld-{task.name}", retries=_RETRIES, pure=False): task for task in tasks
            }
            for future in self._dask.as_completed(futures, loop=client.loop):
                task = futures[future]
                try:
                    future.result()
                except self._dask.scheduler.KilledWorker as error:
                    raise UsageError(f"the cluster's workers died again and again: {error}") from error
                found = said(self._folder, task.name)
                if found is None:
                    raise UsageError(f"{self._folder} is not the same folder for the cluster's workers: name one that all share")
                yield task.name, found
                future.release()

    @contextmanager
    def _client(self) -> Iterator[Any]:
        if self._address == LOCAL:
            with (
                self._dask.LocalCluster(
                    n_workers=self._jobs, threads_per_worker=1, dashboard_address=None, silence_logs="ERROR"
                ) as cluster,
                self._dask.Client(cluster) as client,
            ):
                yield client
            return
        try:
            client = self._dask.Client(self._address, timeout=_PATIENCE_S, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"no Dask scheduler answers at {self._address}: {error}") from error
        with client:
            yield client


def make(task: Task) -> None:
    """Read a part and write down what it says; the work of a worker. Done twice, it does nothing the second time."""
    folder = Path(task.folder)
    if said(folder, task.name) is None:
        work = Path(task.work) if task.work else None
        _agree(task, work)
        found = parts.read(Part(tuple(_read_articles(folder, task.name)), work))
        body = b"".join(noun.model_dump_json().encode() + b"\n" for noun in (*found.claims, *found.issues))
        count = len(_articles(folder, task.name).read_bytes().splitlines())
        manifest = Manifest(
            articles=count, claims=len(found.claims), issues=len(found.issues), sha256=hashlib.sha256(body).hexdigest()
        )
        try:
            write_whole(_claims(folder, task.name), manifest.model_dump_json().encode() + b"\n" + body)
        except FileNotFoundError:  # another worker, left over from a client that died, has just written the same
            if said(folder, task.name) is None:
                raise


def _agree(task: Task, work: Path | None) -> None:
    """See that this process reads as the client would.

    Raises:
        UsageError: it has other program text or other geodata.
    """
    if _basis(task.theatres, work) != task.basis:
        _basis.cache_clear()
        parts.forget()
        if _basis(task.theatres, work) != task.basis:
            raise UsageError("a worker of the cluster has another whoheld, geodata or gazetteer than the client: start it again")


@cache
def _basis(theatres: tuple[str, ...], work: Path | None) -> str:
    return sayings.basis_of(Scope.named(",".join(theatres), work))


def said(folder: Path, name: str) -> Found | None:
    """What a part says, as it was written down; None where it was not, or is damaged."""
    try:
        head, body = _claims(folder, name).read_bytes().split(b"\n", 1)
        manifest = Manifest.model_validate_json(head)
        if hashlib.sha256(body).hexdigest() != manifest.sha256:
            return None
        lines = body.splitlines()
        claims = tuple(map(Claim.model_validate_json, lines[: manifest.claims]))
        return Found(claims, tuple(map(Issue.model_validate_json, lines[manifest.claims :])))
    except (OSError, ValueError, ValidationError):
        return None


def _read_articles(folder: Path, name: str) -> Iterator[tuple[Article, str]]:
    for line in _articles(folder, name).read_bytes().split(b"\n"):
        told = json.loads(line)
        yield Article.model_validate(told["article"]), told["theatre"]


def _articles(folder: Path, name: str) -> Path:
    return folder / f"{name}.articles.jsonl"


def _claims(folder: Path, name: str) -> Path:
    return folder / f"{name}.claims.jsonl"


def _distributed() -> Any:  # noqa: ANN401 - a module without types
    try:
        import distributed  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UsageError("--cluster needs Dask: install whoheld[cluster]") from error
    return distributed
