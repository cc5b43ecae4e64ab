"""Articles read by Dask workers, on this machine or on many that share a folder.

Each part of the articles lies in the folder as a file, and what it says in another beside it, named by all that decides it. A
part that is there is never read again: a worker that dies costs its part only, and a client that is started again goes on. A
worker has each part read by a process of its own, so that an article that computes for too long costs one line here too.
"""

import hashlib
import logging
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from whoheld import parts, processes, sayings
from whoheld.children import Children
from whoheld.errors import UsageError
from whoheld.parts import Part
from whoheld.scope import Scope
from whoheld.store import write_whole

LOCAL = "local"
_PATIENCE_S = "10s"
_STEP_S = 2
"""Seconds after which it is looked whether somebody works at all."""
_UNTOLD_S = 6
_WITHOUT_WORKERS_S = 180
"""Seconds without a worker, after which that is said, and after which nobody is waited for: a cluster may have to start some."""
_GOES_ON = "which goes on where this one stood"
_DIGEST = hashlib.sha256().digest_size
_RETRIES = 10
"""Times that a part is read again whose worker died."""


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
        tell: is told, in a sentence, why nothing happens.
        patience_s: how long to wait while there is no worker.

    Raises:
        UsageError: the extra ``cluster`` is not installed, or the address can be no scheduler's.
    """

    def __init__(  # noqa: PLR0913 - what the options of a build say
        self,
        address: str,
        folder: Path,
        scope: Scope,
        jobs: int | None = None,
        *,
        tell: Callable[[str], None] = lambda _: None,
        patience_s: float = _WITHOUT_WORKERS_S,
    ) -> None:
        self._address = address
        self._folder = folder.absolute()
        self._scope = scope
        self._basis = sayings.basis_of(scope)
        self._jobs = jobs
        self._tell = tell
        self._patience_s = patience_s
        self._dask = _distributed()
        if address != LOCAL:
            _require_address(address, self._dask.comm)

    def read(self, cut: Iterable[Part]) -> Iterator[pa.RecordBatch]:
        """See ``parts.Workers``.

        Raises:
            UsageError: the scheduler does not answer or is lost, it has no workers, or they fail.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        with self._losses(), ExitStack() as until_read:
            submitted = list(self._submit(cut, until_read))
            for name, future in submitted:
                yield self._made(name, future)

    @contextmanager
    def _losses(self) -> Iterator[None]:
        """Say in a sentence that the scheduler is gone."""
        lost = (self._dask.client.FutureCancelledError, self._dask.comm.CommClosedError)
        try:
            yield
        except lost as error:
            gone = f"the Dask scheduler at {self._address} is gone, and nothing was published"
            raise UsageError(f"{gone}: start it again and give the same command, {_GOES_ON}") from error

    def _submit(self, cut: Iterable[Part], until_read: ExitStack) -> Iterator[tuple[str, Any]]:
        """Each part's name with who reads it, None where it has been read; workers begin while later parts are cut."""
        client = None
        for part in cut:
            name = self._put(part)
            if said(self._folder, name) is not None:
                yield name, None
                continue
            client = client or until_read.enter_context(self._client())
            yield name, client.submit(make, self._task(name), key=f"whoheld-{name}", retries=_RETRIES, pure=False)

    def _made(self, name: str, future: Any) -> pa.RecordBatch:  # noqa: ANN401 - a module without types
        try:
            if future is not None:
                self._wait(future)
        except self._dask.scheduler.KilledWorker as error:
            raise UsageError(f"the cluster's workers died again and again: {error}") from error
        found = said(self._folder, name)
        if found is None:
            raise UsageError(f"{self._folder} is not the same folder for the cluster's workers: name one that all share")
        return found

    def _wait(self, future: Any) -> None:  # noqa: ANN401 - a module without types
        """Wait for a part while somebody may be reading it."""
        alone_since, told = time.monotonic(), False
        without, how = f"the Dask scheduler at {self._address} has", f"dask worker {self._address}"
        while not future.done():
            try:
                future.result(timeout=_STEP_S)
            except TimeoutError:
                if future.client.nthreads():
                    alone_since = time.monotonic()
            alone_s = time.monotonic() - alone_since
            if alone_s >= self._patience_s:
                advice = f"start one ({how}) and give the same command, {_GOES_ON}"
                raise UsageError(f"{without} had no worker for {self._patience_s:.0f} seconds: {advice}")
            if alone_s >= _UNTOLD_S and not told:
                told = True
                self._tell(f"{without} no worker: waiting for one ({how})")
        future.result()

    def forget(self) -> None:
        """Remove the files: what they say has been published."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _task(self, name: str) -> Task:
        work = str(self._scope.work.absolute()) if self._scope.work else None
        return Task(str(self._folder), name, tuple(self._scope.theatres), work, self._basis)

    def _put(self, part: Part) -> str:
        """Write a part's articles, whole or not at all; returns its name."""
        body = parts.to_json(part)
        name = hashlib.sha256(self._basis.encode() + body).hexdigest()[:32]
        path = _articles(self._folder, name)
        if not path.exists():
            write_whole(path, body)
        return name

    @contextmanager
    def _client(self) -> Iterator[Any]:
        if self._address == LOCAL:
            with (
                self._dask.LocalCluster(
                    n_workers=self._jobs, threads_per_worker=1, dashboard_address=None, silence_logs="CRITICAL"
                ) as cluster,
                self._dask.Client(cluster) as client,
            ):
                yield client
            return
        try:
            logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # what is lost is said in a sentence
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
        articles = _articles(folder, task.name).read_bytes()
        body = parts.to_arrow(processes.ask(parts.from_json(articles, work), _readers(work, task.basis)))
        try:
            write_whole(_claims(folder, task.name), hashlib.sha256(body).digest() + body)
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
        if _basis(task.theatres, work) != task.basis:
            raise UsageError("a worker of the cluster has another whoheld, geodata or gazetteer than the client: start it again")


@lru_cache(maxsize=1)
def _readers(work: Path | None, basis: str) -> Children:
    """A process for each thread of this worker, so that an article may end it; others where the geodata are others."""
    del basis
    return processes.readers(1, work)


@cache
def _basis(theatres: tuple[str, ...], work: Path | None) -> str:
    return sayings.basis_of(Scope.named(",".join(theatres), work))


def said(folder: Path, name: str) -> pa.RecordBatch | None:
    """What a part says, as it was written down; None where it was not, or is damaged."""
    try:
        whole = _claims(folder, name).read_bytes()
    except OSError:
        return None
    body = whole[_DIGEST:]
    if hashlib.sha256(body).digest() != whole[:_DIGEST]:
        return None
    return parts.from_arrow(body)


def _articles(folder: Path, name: str) -> Path:
    return folder / f"{name}.articles.jsonl"


def _claims(folder: Path, name: str) -> Path:
    return folder / f"{name}.claims.arrow"


def _require_address(address: str, comm: Any) -> None:  # noqa: ANN401 - a module without types
    """See that an address names a host and a port: a client of another, once begun, takes half a minute to give up."""
    try:
        scheme, where = comm.parse_address(address)
        comm.registry.get_backend(scheme)
        comm.addressing.parse_host_port(where)
    except ValueError as error:
        raise UsageError(
            f"--cluster takes {LOCAL}, or the tcp://HOST:PORT of a Dask scheduler: {address!r} is neither"
        ) from error


def _distributed() -> Any:  # noqa: ANN401 - a module without types
    try:
        import distributed  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise UsageError("--cluster needs Dask: install whoheld[cluster]") from error
    return distributed
