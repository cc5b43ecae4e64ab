"""What was made once is not made again, unless something that decides it has changed or the entry is damaged."""

from pathlib import Path

import pytest

from whoheld.memo import Memo, basis
from whoheld.model import Issue


def result(text: str) -> Issue:
    return Issue(stage="extract", kind="candidate", message="سبب", text=text)


class Maker:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> Issue:
        self.made += 1
        return result(str(self.made))


def test_a_result_is_made_once(tmp_path: Path) -> None:
    make = Maker()
    for _ in range(3):
        assert Memo(tmp_path / "cache", Issue, "basis").recall("key", make) == result("1")
    assert make.made == 1


@pytest.mark.parametrize(("key", "of"), [("other", "basis"), ("key", "other")])
def test_another_key_or_basis_is_another_result(key: str, of: str, tmp_path: Path) -> None:
    make = Maker()
    Memo(tmp_path, Issue, "basis").recall("key", make)
    assert Memo(tmp_path, Issue, of).recall(key, make) == result("2")
    assert Memo(tmp_path, Issue, "basis").recall("key", make) == result("1")


def test_no_damage_is_served(tmp_path: Path) -> None:
    Memo(tmp_path, Issue, "basis").recall("key", Maker())
    (path,) = (path for path in tmp_path.rglob("*") if path.is_file())
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        found = Memo(tmp_path, Issue, "basis").recall("key", Maker())
        assert found == result("1")
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert Memo(tmp_path, Issue, "basis").recall("key", Maker()) == result("1")


def test_a_failure_keeps_nothing(tmp_path: Path) -> None:
    def fail() -> Issue:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Memo(tmp_path / "cache", Issue, "basis").recall("key", fail)
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
