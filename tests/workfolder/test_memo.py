"""What was made once is not made again, unless something that decides it has changed or the entry is damaged."""

import os
from pathlib import Path

from whoheld.memo import Memo, basis
from whoheld.model import Issue


def result(text: str) -> Issue:
    return Issue(stage="extract", kind="candidate", message="سبب", text=text)


KEPT = {"one": result("1"), "two": result("2")}


def memo(path: Path, on: str = "basis") -> Memo[Issue]:
    return Memo(path / "cache" / "memo.sqlite", Issue, on)


def test_what_was_kept_is_recalled(tmp_path: Path) -> None:
    assert memo(tmp_path).recall() == {}
    memo(tmp_path).keep(KEPT)
    memo(tmp_path).keep({"three": result("3")})
    assert memo(tmp_path).recall() == KEPT | {"three": result("3")}


def test_another_basis_is_another_result_and_takes_the_place_of_the_first(tmp_path: Path) -> None:
    memo(tmp_path).keep(KEPT)
    assert memo(tmp_path, "other").recall() == {}
    memo(tmp_path, "other").keep({"one": result("3")})
    assert memo(tmp_path, "other").recall() == {"one": result("3")}
    assert memo(tmp_path).recall() == {}


def test_no_damage_is_served_and_what_is_damaged_is_kept_anew(tmp_path: Path) -> None:
    memo(tmp_path).keep(KEPT)
    (path,) = (tmp_path / "cache").iterdir()
    whole = path.read_bytes()
    damaged = [whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :] for place in range(0, len(whole), 7)]
    for data in (*damaged, *(whole[:length] for length in range(0, len(whole), 97))):
        path.write_bytes(data)
        assert memo(tmp_path).recall().items() <= KEPT.items()
        memo(tmp_path).keep(KEPT)
        assert memo(tmp_path).recall() in ({}, KEPT)


def test_nothing_to_keep_leaves_no_file(tmp_path: Path) -> None:
    memo(tmp_path).keep({})
    assert not (tmp_path / "cache").exists()


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
