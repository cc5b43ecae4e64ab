"""``whoheld build --cluster`` with real schedulers and workers: the bytes of a build without, whatever dies on the way."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from test_build import content, whoheld
from whoheld.cluster import Cluster
from whoheld.errors import UsageError
from whoheld.parts import Part
from whoheld.scope import Scope

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "geodata" / "syria" / "articles"
CLIENT = (sys.executable, "-c", "from whoheld.cli import main; main()")
BUILD = ("build", str(CORPUS), "-t", "syria", "-o", "out")


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("alone")
    done = whoheld(*BUILD, "--jobs", "1", cwd=folder)
    assert done.returncode == 0, done.stderr.decode()
    return content(folder / "out")


@pytest.mark.parametrize("address", ["nowhere", "", "tcp://", "tcp://host", "tcp://host:port", "http://host:80"])
def test_what_is_no_address_of_a_cluster_is_said_at_once(tmp_path: Path, address: str) -> None:
    done = whoheld(*BUILD, "--cluster", address, cwd=tmp_path)
    error = " ".join(done.stderr.decode().split())
    assert done.returncode == 2
    assert f"tcp://HOST:PORT of a Dask scheduler: {address!r} is neither" in error
    assert "Traceback" not in error


def test_a_cluster_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = whoheld(*BUILD, "--cluster", "tcp://127.0.0.1:1", cwd=tmp_path)
    error = " ".join(done.stderr.decode().split())
    assert done.returncode == 2
    assert "no Dask scheduler answers at tcp://127.0.0.1:1" in error
    assert "Traceback" not in error


def test_a_cluster_without_workers_is_said_and_its_loss_is_one_sentence(tmp_path: Path) -> None:
    with _scheduler(tmp_path) as (address, scheduler):
        command = [*CLIENT, *BUILD, "--cluster", address]
        with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as client:
            assert client.stderr
            said = client.stderr.readline()
            scheduler.kill()
            error = " ".join((said + client.stderr.read()).split())
    assert "no worker" in error
    assert client.returncode == 2
    assert "is gone, and nothing was published: start it again and give the same command" in error
    assert "Traceback" not in error
    assert not (tmp_path / "out").exists()


def test_nobody_waits_for_ever_for_a_worker(tmp_path: Path) -> None:
    with _scheduler(tmp_path) as (address, _):
        waiting = Cluster(address, tmp_path / "parts", Scope.named("syria"), patience_s=3).read([Part((), None)])
        with pytest.raises(UsageError, match=r"has had no worker for 3 seconds: start one \(dask worker tcp://"):
            next(waiting)


@pytest.mark.slow
def test_workers_of_this_machine_build_the_same_bytes(tmp_path: Path, alone: dict[str, bytes]) -> None:
    done = whoheld(*BUILD, "--cluster", "local", "--jobs", "2", cwd=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert content(tmp_path / "out") == alone
    assert not (tmp_path / ".out.parts").exists()


@pytest.mark.slow
def test_a_worker_killed_and_a_client_started_again_end_with_the_same_bytes(tmp_path: Path, alone: dict[str, bytes]) -> None:
    with _cluster(tmp_path) as (address, workers):
        client = _started(*BUILD, "--cluster", address, cwd=tmp_path)
        parts = tmp_path / ".out.parts"
        _wait_for(lambda: any(parts.glob("*.claims.arrow")))
        os.kill(_child_of(workers[0].pid), signal.SIGKILL)
        _wait_for(lambda: len(list(parts.glob("*.claims.arrow"))) > 1)
        client.kill()
        client.wait()
        done = whoheld(*BUILD, "--cluster", address, cwd=tmp_path)
        assert done.returncode == 0, done.stderr.decode()
        assert content(tmp_path / "out") == alone


@contextmanager
def _cluster(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers, each a process of its own under a nurse that starts it again."""
    with _scheduler(folder) as (address, _):
        worker = (sys.executable, "-m", "distributed.cli.dask_worker", "--no-dashboard", "--nthreads", "1")
        with _ended(*([*worker, address] for _ in range(2)), folder=folder) as workers:
            yield address, workers


@contextmanager
def _scheduler(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A scheduler without workers."""
    found = folder / "scheduler.json"
    dask = (sys.executable, "-m", "distributed.cli.dask_scheduler", "--no-dashboard", "--port", "0", "--host", "127.0.0.1")
    with _ended([*dask, "--scheduler-file", str(found)], folder=folder) as (running,):
        _wait_for(found.exists)
        yield json.loads(found.read_text())["address"], running


@contextmanager
def _ended(*commands: Sequence[str], folder: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Processes that end with the block."""
    running = [subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=folder) for command in commands]
    try:
        yield running
    finally:
        for process in reversed(running):
            process.terminate()
        for process in running:
            process.wait()
        shutil.rmtree(folder / "dask-scratch-space", ignore_errors=True)


def _started(*arguments: str, cwd: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*CLIENT, *arguments], cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _wait_for(ready: Callable[[], bool], patience_s: float = 300) -> None:
    until = time.monotonic() + patience_s
    while not ready():
        assert time.monotonic() < until, "nothing happened"
        time.sleep(0.05)


def _child_of(process: int) -> int:
    """The worker that a nurse keeps."""
    status = (path for path in Path("/proc").glob("[0-9]*/stat"))
    children = [path for path in status if path.read_text().rpartition(")")[2].split()[1] == str(process)]
    return max(int(path.parent.name) for path in children)
