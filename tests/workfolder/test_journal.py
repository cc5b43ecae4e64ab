"""Nothing that a journal took is ever lost, and nothing damaged is served."""

import json
import multiprocessing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld import journal
from whoheld.errors import DataError

SPAWN = multiprocessing.get_context("spawn")
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
RECORDS = st.lists(st.dictionaries(TEXT, JSON, max_size=4), max_size=5)


@given(RECORDS, RECORDS)
def test_what_was_appended_is_read(tmp_path_factory: pytest.TempPathFactory, first: list[dict], second: list[dict]) -> None:
    path = tmp_path_factory.mktemp("journal") / "a.jsonl"
    journal.append(path, first)
    journal.append(path, second)
    assert list(journal.read(path)) == first + second
    assert [name.name for name in path.parent.iterdir()] == ["a.jsonl"]


def test_a_journal_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert list(journal.read(tmp_path / "none.jsonl")) == []


def test_lines_are_readable_and_can_be_merged(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    journal.append(path, [{"why": "سبب", "n": 1}, {"n": 2}])
    first, second = path.read_text("utf-8").splitlines()
    assert "سبب" in first
    assert json.loads(first)["n"] == 1
    path.write_text(f"{second}\n\n{first}\n", "utf-8")
    assert [record["n"] for record in journal.read(path)] == [2, 1]


def test_a_line_cut_anywhere_was_never_promised(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    journal.append(path, [{"n": 1}])
    first = len(path.read_bytes())
    journal.append(path, [{"n": 2}])
    whole = path.read_bytes()
    for cut in range(first, len(whole)):
        path.write_bytes(whole[:cut])
        kept = [1] if cut < len(whole) - 1 else [1, 2]
        assert [record["n"] for record in journal.read(path)] == kept
        journal.append(path, [{"n": 3}])
        assert [record["n"] for record in journal.read(path)] == [*kept, 3]


def test_every_flipped_bit_is_found_and_its_row_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    journal.append(path, [{"n": 1, "why": "because"}, {"n": 2, "why": "سبب"}])
    whole = path.read_bytes()
    second = whole.index(b"\n") + 1
    for place in range(second, len(whole)):
        for bit in range(8):
            damaged = bytearray(whole)
            damaged[place] ^= 1 << bit
            path.write_bytes(damaged)
            bad = [row.number for row in journal.rows(path) if row.record is None]
            assert bad
            assert bad[0] == 2
            with pytest.raises(DataError, match="row 2"):
                list(journal.read(path))


def append_many(path: Path, writer: int) -> None:
    for number in range(25):
        journal.append(path, [{"writer": writer, "number": number}])


def test_eight_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    writers = [SPAWN.Process(target=append_many, args=(path, writer)) for writer in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    found = {(record["writer"], record["number"]) for record in journal.read(path)}
    assert found == {(writer, number) for writer in range(8) for number in range(25)}
