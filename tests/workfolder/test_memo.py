"""What was made once is not made again, unless something that decides it has changed or what was kept is damaged."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoheld.memo import Memo, Unkept, basis

SCHEMA = pa.schema({"key": pa.string(), "told": pa.list_(pa.string())})
KEYS = ("one", "two", "سبب")


class Maker:
    """Makes rows, and remembers which it was asked for."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.keys, self.made = keys, list[str]()

    def __call__(self, which: Sequence[int]) -> Iterator[pa.RecordBatch]:
        for at in which:
            self.made.append(self.keys[at])
            yield pa.RecordBatch.from_pylist([{"told": [self.keys[at]] * 3}], SCHEMA)


def renewed(memo: Memo | Unkept, keys: Sequence[str]) -> list[str]:
    """Renew rows, see that they are right, and return the keys of those that were made."""
    maker = Maker(keys)
    rows = memo.renewed(SCHEMA, keys, maker).table().to_pylist()
    assert rows == [{"key": key, "told": [key] * 3} for key in keys]
    return maker.made


def memo(path: Path, on: str = "basis") -> Memo:
    return Memo(path / "cache" / "memo.arrow", on)


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    assert renewed(memo(tmp_path), KEYS) == list(KEYS)
    assert renewed(memo(tmp_path), KEYS) == []
    assert renewed(memo(tmp_path), ("zero", "one", "three", "سبب")) == ["zero", "three"]
    assert renewed(memo(tmp_path), KEYS) == ["two"], "what is not asked for is dropped"
    assert renewed(Unkept(), KEYS) == list(KEYS)


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), max_size=6))
def test_however_the_keys_change_the_rows_are_those_of_the_keys(
    tmp_path_factory: pytest.TempPathFactory, runs: list[list[str]]
) -> None:
    folder, before = tmp_path_factory.mktemp("memo"), set[str]()
    for keys in runs:
        assert set(renewed(memo(folder), keys)) == set(keys) - before
        before = set(keys)


def test_another_basis_is_another_result_and_takes_the_place_of_the_first(tmp_path: Path) -> None:
    renewed(memo(tmp_path), KEYS)
    assert renewed(memo(tmp_path, "other"), KEYS) == list(KEYS)
    assert renewed(memo(tmp_path), KEYS) == list(KEYS)


def test_no_damage_is_served_and_what_is_damaged_is_kept_anew(tmp_path: Path) -> None:
    renewed(memo(tmp_path), KEYS)
    for path in (tmp_path / "cache").iterdir():
        whole = path.read_bytes()
        damaged = [whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :] for place in range(0, len(whole), 7)]
        for data in (*damaged, *(whole[:length] for length in range(0, len(whole), 97))):
            path.write_bytes(data)
            assert renewed(memo(tmp_path), KEYS) == list(KEYS)


def test_what_breaks_off_leaves_what_was_kept(tmp_path: Path) -> None:
    renewed(memo(tmp_path), KEYS)

    def broken(which: Sequence[int]) -> Iterator[pa.RecordBatch]:
        yield from Maker(("three", "four"))(which[:1])
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        memo(tmp_path).renewed(SCHEMA, ("three", "four"), broken)
    assert renewed(memo(tmp_path), KEYS) == []
    assert not list((tmp_path / "cache").glob(".*"))


def test_the_basis_changes_with_version_names_and_content(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "ar.toml").write_text("one", "utf-8")
    seen = [basis("1", [tmp_path]), basis("2", [tmp_path])]
    (tmp_path / "deep" / "ar.toml").write_text("two", "utf-8")
    seen.append(basis("1", [tmp_path]))
    (tmp_path / "deep" / "ar.toml").rename(tmp_path / "deep" / "en.toml")
    seen.append(basis("1", [tmp_path]))
    assert len(set(seen)) == 4
    assert basis("1", [tmp_path]) == seen[-1]


def test_the_basis_changes_when_a_large_file_is_touched(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    seen = [basis("1", [], [path])]
    path.write_bytes(b"1")
    seen.append(basis("1", [], [path]))
    os.utime(path, (1, 1))
    seen.append(basis("1", [], [path]))
    assert len(set(seen)) == 3
