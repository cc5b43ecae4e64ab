"""A published folder is the old one or the new one, whole."""

import json
import multiprocessing
import os
import signal
import time
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from whoheld import store
from whoheld.errors import UsageError

SPAWN = multiprocessing.get_context("spawn")


def write_edition(folder: Path, text: str, files: int = 3) -> None:
    for number in range(files):
        (folder / f"{number}.txt").write_text(text, "utf-8")
    subject = [{"name": f"{number}.txt"} for number in range(files)]
    manifest = {"predicateType": "urn:whoheld:edition:1", "subject": subject}
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")


def publish(target: Path, text: str) -> None:
    with store.publish_folder(target) as folder:
        write_edition(folder, text)


def publish_and_fail(target: Path) -> None:
    with store.publish_folder(target) as folder:
        write_edition(folder, "two")
        raise ZeroDivisionError


def publish_beside_another(target: Path) -> None:
    with store.publish_folder(target) as folder:
        write_edition(folder, "two")
        (target / "thesis.txt").write_text("years of work", "utf-8")


def texts(target: Path) -> set[str]:
    return {path.read_text("utf-8") for path in target.glob("*.txt")}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_folder_appears_and_nothing_else_stays(tmp_path: Path) -> None:
    publish(tmp_path / "deep" / "out", "one")
    assert names(tmp_path / "deep") == ["out"]
    assert texts(tmp_path / "deep" / "out") == {"one"}


def test_a_second_edition_replaces_the_first_whole(tmp_path: Path) -> None:
    with store.publish_folder(tmp_path / "out") as folder:
        write_edition(folder, "one", 4)
    publish(tmp_path / "out", "two")
    assert names(tmp_path) == ["out"]
    assert names(tmp_path / "out") == ["0.txt", "1.txt", "2.txt", "manifest.json"]
    assert texts(tmp_path / "out") == {"two"}


def test_where_folders_cannot_be_swapped_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store.sys, "platform", "another")
    publish(tmp_path / "out", "one")
    publish(tmp_path / "out", "two")
    assert texts(tmp_path / "out") == {"two"}
    assert names(tmp_path) == ["out"]


def test_an_error_leaves_the_old_edition_and_no_trace(tmp_path: Path) -> None:
    publish(tmp_path / "out", "one")
    with pytest.raises(ZeroDivisionError):
        publish_and_fail(tmp_path / "out")
    assert texts(tmp_path / "out") == {"one"}
    assert names(tmp_path) == ["out"]


def test_a_full_disk_is_said_and_leaves_the_old_edition(tmp_path: Path) -> None:
    publish(tmp_path / "out", "one")
    with (
        pytest.raises(UsageError, match=r"out was not published, it is as it was.*No space left"),
        store.publish_folder(tmp_path / "out"),
    ):
        Path("/dev/full").write_text("two", "utf-8")
    assert texts(tmp_path / "out") == {"one"}
    assert names(tmp_path) == ["out"]


def foreign(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("years of work", "utf-8")
    return tmp_path / "out"


def foreign_manifest(tmp_path: Path) -> Path:
    target = foreign(tmp_path)
    (target / "manifest.json").write_text('{"name": "an app", "predicateType": null}', "utf-8")
    return target


def a_file(tmp_path: Path) -> Path:
    (tmp_path / "out").write_text("years of work", "utf-8")
    return tmp_path / "out"


def a_link(tmp_path: Path) -> Path:
    publish(tmp_path / "elsewhere", "one")
    (tmp_path / "out").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    return tmp_path / "out"


@pytest.mark.parametrize("make", [foreign, foreign_manifest, a_file, a_link])
def test_what_is_not_ours_is_refused_before_any_work(make: object, tmp_path: Path) -> None:
    target = make(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(UsageError, match="out "), store.publish_folder(target):
        pytest.fail("the writer was called")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["thesis.txt", "notes/thesis.txt", "1.txt.bak", ".hidden"])
def test_a_file_that_somebody_put_into_an_edition_is_never_deleted(tmp_path: Path, name: str) -> None:
    publish(tmp_path / "out", "one")
    (tmp_path / "out" / name).parent.mkdir(exist_ok=True)
    (tmp_path / "out" / name).write_text("years of work", "utf-8")
    with pytest.raises(UsageError, match=f"did not write there: {name}"):
        publish(tmp_path / "out", "two")
    assert (tmp_path / "out" / name).read_text("utf-8") == "years of work"
    assert (tmp_path / "out" / "0.txt").read_text("utf-8") == "one"


@pytest.mark.parametrize("name", ["thesis.aux.xml", "thesis.qmd", "0.txt.bak"])
def test_what_lies_beside_no_published_file_is_nobodys_to_delete(tmp_path: Path, name: str) -> None:
    publish(tmp_path / "out", "one")
    (tmp_path / "out" / name).touch()
    with pytest.raises(UsageError, match=name):
        publish(tmp_path / "out", "two")


def test_a_folder_in_which_nothing_can_be_written_is_named() -> None:
    if not Path("/proc/self").exists():
        pytest.skip("no folder that nobody may write in")
    with pytest.raises(UsageError, match=r"nothing can be written in /proc"), store.only_writer(Path("/proc/x")):
        pass


def test_a_file_that_comes_while_an_edition_is_written_is_not_deleted(tmp_path: Path) -> None:
    publish(tmp_path / "out", "one")
    with pytest.raises(UsageError, match=r"thesis\.txt"):
        publish_beside_another(tmp_path / "out")
    assert names(tmp_path / "out") == ["0.txt", "1.txt", "2.txt", "manifest.json", "thesis.txt"]
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize("name", [".DS_Store", "0.txt-wal", "0.txt.aux.xml", "0.qmd"])
def test_what_a_desktop_or_a_reader_leaves_keeps_no_edition_from_being_replaced(tmp_path: Path, name: str) -> None:
    publish(tmp_path / "out", "one")
    (tmp_path / "out" / name).touch()
    publish(tmp_path / "out", "two")
    assert names(tmp_path / "out") == ["0.txt", "1.txt", "2.txt", "manifest.json"]


def test_the_current_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="you are in"), store.publish_folder(Path()):
        pytest.fail("the writer was called")


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    publish(tmp_path / "out", "one")
    assert texts(tmp_path / "out") == {"one"}


def hold(target: Path, holding: Event) -> None:
    with store.publish_folder(target) as folder:
        write_edition(folder, "slow")
        holding.set()
        time.sleep(60)


def test_one_writer_at_a_time_and_its_lock_dies_with_it(tmp_path: Path) -> None:
    publish(tmp_path / "out", "one")
    holding = SPAWN.Event()
    writer = SPAWN.Process(target=hold, args=(tmp_path / "out", holding))
    writer.start()
    assert holding.wait(30)
    with pytest.raises(UsageError, match="another whoheld is writing"):
        publish(tmp_path / "out", "two")
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    assert texts(tmp_path / "out") == {"one"}
    publish(tmp_path / "out", "two")
    assert texts(tmp_path / "out") == {"two"}
    assert names(tmp_path) == ["out"]


def test_a_kill_between_two_renames_is_mended_by_the_next_run(tmp_path: Path) -> None:
    publish(tmp_path / "out", "one")
    (tmp_path / "out").rename(tmp_path / ".out.old")
    with pytest.raises(ZeroDivisionError), store.publish_folder(tmp_path / "out"):
        raise ZeroDivisionError
    assert texts(tmp_path / "out") == {"one"}
    assert names(tmp_path) == ["out"]
