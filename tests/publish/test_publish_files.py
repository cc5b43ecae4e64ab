"""The published folder as a whole: the same bytes each time, a manifest that tells the truth, and the way back."""

import datetime as dt
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from made_up import ABOUT, ACTORS, HISTORY, PLACES, make_claim

from whoheld.errors import DataError
from whoheld.model import Claim, Issue, Judgement
from whoheld.publish import files, manifest
from whoheld.publish.differences import differences
from whoheld.timeline import Timeline, build
from whoheld.verify import verify

ISSUES = (
    Issue(stage="ingest", kind="empty", message="nothing in it", source="/some/where/empty.txt"),
    Issue(stage="locate", kind="unresolved", message="not found", source="https://example.org/a", claim="0", text="Kashmah"),
)
BUILD_IN_ANOTHER_ORDER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from made_up import ABOUT, ACTORS, HISTORY, PLACES
from test_publish_files import ISSUES
from whoheld.publish import files
from whoheld.timeline import build
backwards = lambda nouns: dict(reversed(nouns.items()))
timeline = build(HISTORY[::-1], places=backwards(PLACES), actors=backwards(ACTORS))
files.write(timeline, Path(sys.argv[2]), ABOUT, issues=ISSUES[::-1], page=lambda: "<!doctype html>")
"""


def everything(timeline: Timeline) -> list[object]:
    return [
        timeline.controls, timeline.bitemporal(), timeline.claims, timeline.background, timeline.places, timeline.actors,
        timeline.policy, timeline.issues,
    ]  # fmt: skip


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_another_process_and_order_give_the_same_bytes(history: Timeline, tmp_path: Path) -> None:
    files.write(history, tmp_path / "here", ABOUT, issues=ISSUES, page=lambda: "<!doctype html>")
    command = [sys.executable, "-c", BUILD_IN_ANOTHER_ORDER, str(Path(__file__).parent), str(tmp_path / "there")]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": "77", "TZ": "Pacific/Auckland"})
    assert contents(tmp_path / "here") == contents(tmp_path / "there")


def test_writing_over_an_older_edition_gives_the_same_bytes(history: Timeline, tmp_path: Path) -> None:
    files.write(build(HISTORY[:2], places=PLACES, actors=ACTORS), tmp_path, ABOUT)
    files.write(history, tmp_path, ABOUT)
    once = contents(tmp_path)
    files.write(history, tmp_path, ABOUT)
    assert contents(tmp_path) == once


@pytest.mark.parametrize("name", ["control.geojson", "control.csv", "control.kml", "claims.jsonl", "issues.jsonl"])
def test_golden(history: Timeline, tmp_path: Path, golden: Callable[[str, bytes], bytes], name: str) -> None:
    files.write(history, tmp_path, ABOUT, issues=ISSUES)
    found = (tmp_path / name).read_bytes()
    assert found == golden(name, found)


def test_the_manifest_hashes_every_output(history: Timeline, tmp_path: Path) -> None:
    files.write(history, tmp_path, ABOUT, page=lambda: "<!doctype html>")
    statement = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    assert {file["name"] for file in statement["subject"]} == {path.name for path in tmp_path.iterdir()} - {"manifest.json"}
    for file in statement["subject"]:
        data = (tmp_path / file["name"]).read_bytes()
        assert file["digest"] == {"sha256": hashlib.sha256(data).hexdigest()}
        assert file["annotations"] == {"size": len(data)}
    assert statement["_type"] == "https://in-toto.io/Statement/v1"
    assert statement["predicate"]["version"] == ABOUT.version
    assert statement["predicate"]["fold"]["policy"] == history.policy.model_dump(mode="json")
    assert statement["predicate"]["attribution"] == list(ABOUT.attribution)


def test_every_byte_of_the_manifest_counts(history: Timeline, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", "utf-8")
    (tmp_path / "out").mkdir()
    about = ABOUT.model_copy(update={"title": f'"seal": "{"0" * 64}"'})
    files.write(history, tmp_path / "out", about, inputs=manifest.input_files([tmp_path / "a.txt"]))
    path = tmp_path / "out" / "manifest.json"
    whole = path.read_bytes()
    assert manifest.read(path.parent).seal in whole.decode()
    assert verify(path.parent) == ()
    for place in range(0, len(whole), 23):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert path in {failure.path for failure in verify(path.parent)}, whole[place - 20 : place + 20]


def test_inputs_are_named_without_the_machines_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b.txt").write_text("b", encoding="utf-8")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_text("other", encoding="utf-8")
    absolute = [tmp_path / "b.txt", tmp_path / "a" / "b.txt"]
    found = manifest.input_files(absolute)
    assert [file.name for file in found] == ["b.txt", "b.txt"]
    assert manifest.input_files(absolute[::-1]) == found
    assert {file.digest.sha256 for file in found} == {hashlib.sha256(text).hexdigest() for text in (b"b", b"other")}
    monkeypatch.chdir(tmp_path)
    assert [file.name for file in manifest.input_files(["b.txt", "a/b.txt", "b.txt"])] == ["a/b.txt", "b.txt"]


def test_no_output_names_a_folder_of_this_machine(history: Timeline, tmp_path: Path) -> None:
    files.write(history, tmp_path, ABOUT, inputs=manifest.input_files([__file__]), issues=ISSUES)
    for name, data in contents(tmp_path).items():
        assert str(tmp_path).encode() not in data, name
        assert str(Path(__file__).parent).encode() not in data, name
        assert b"/some/where" not in data, name


def test_claims_are_one_line_each_sorted_and_lossless(history: Timeline, tmp_path: Path) -> None:
    files.write(history, tmp_path, ABOUT)
    lines = (tmp_path / "claims.jsonl").read_text("utf-8").splitlines()
    assert [Claim.model_validate_json(line) for line in lines] == sorted(HISTORY, key=lambda claim: claim.id)
    assert "هجين" in (tmp_path / "claims.jsonl").read_text("utf-8")


def test_the_folder_reads_back_as_the_timeline_that_it_was_written_from(history: Timeline, tmp_path: Path) -> None:
    files.write(history, tmp_path, ABOUT)
    assert everything(files.read(tmp_path)) == everything(history)


def test_reprints_retractions_and_the_known_date_come_back_too(tmp_path: Path) -> None:
    articles = [claim.article.id for claim in HISTORY]
    retraction = Judgement(claim=articles[1], action="retract", who="A", why="B", when=dt.datetime(2019, 2, 1, tzinfo=dt.UTC))
    known_at = dt.date(2019, 2, 5)
    written = build(HISTORY, [retraction], known_at=known_at, reprints=[(articles[0], articles[2])], places=PLACES, actors=ACTORS)
    files.write(written, tmp_path, ABOUT)
    assert everything(files.read(tmp_path)) == everything(written)


def test_a_folder_read_as_known_earlier_is_the_timeline_of_that_day(history: Timeline, tmp_path: Path) -> None:
    files.write(history, tmp_path, ABOUT)
    known_at = dt.date(2018, 11, 30)
    then = build(HISTORY, known_at=known_at, places=PLACES, actors=ACTORS)
    assert everything(files.read(tmp_path, known_at=known_at)) == everything(then)
    assert then.controls != history.controls


@pytest.mark.parametrize("known_at", [None, dt.date(2018, 12, 20), dt.date(2019, 1, 25)])
def test_the_claims_of_what_changed_tell_the_same_differences(
    history: Timeline, tmp_path: Path, known_at: dt.date | None
) -> None:
    files.write(history, tmp_path, ABOUT)
    published, whole = files.Published(tmp_path), files.read(tmp_path, known_at=known_at)
    days = [dt.date(2018, 9, 1) + dt.timedelta(14 * number) for number in range(14)]
    for before, after in combinations(days, 2):
        changed = published.changed(before, after, known_at)
        told = differences(published.timeline(known_at, changed), before, after)
        assert told == differences(whole, before, after)
        assert changed == {change.place_id for change in whole.diff(before, after)}


def test_as_of_is_the_newest_publication_day() -> None:
    assert str(files.newest_day(HISTORY)) == "2019-02-10"
    assert str(files.newest_day([make_claim("A month only", published="2019-02")])) == "2019-02-28"
    assert files.newest_day([make_claim("Undated", published=None)]) is None


def test_a_folder_that_is_none_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="whoheld build"):
        files.read(tmp_path)


@pytest.mark.parametrize("name", ["manifest.json", "claims.jsonl", "control.gpkg"])
def test_a_damaged_folder_names_the_file(history: Timeline, tmp_path: Path, name: str) -> None:
    files.write(history, tmp_path, ABOUT)
    (tmp_path / name).write_bytes(b"\xff{broken")
    with pytest.raises(DataError, match=name):
        files.read(tmp_path)
