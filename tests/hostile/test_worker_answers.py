"""A page that has taken over the process that reads it can still answer nothing but what was read."""

import pickle
import sys
from pathlib import Path

import pytest

from whoheld.ingest import read, workers

PAGE = b"<html><body><article><p>The army took the town of Hajin, it said.</p></article></body></html>"


class Touch:
    """Creates a file when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self._path,)


def framed(data: bytes) -> bytes:
    return len(data).to_bytes(8, "big") + data


def answers(tmp_path: Path) -> dict[str, bytes]:
    code = pickle.dumps(Touch(tmp_path / "touched"))
    return {
        "pickle": code,
        "framed pickle": framed(code),
        "other JSON": framed(b'{"article": null}'),
        "other nouns": framed(b'[[{"id": "x"}, [], null]]'),
        "no document": framed(b"[]"),
        "no word of a document": framed(b'[[null, [], {"source": "page.html", "form": "html", "data": ""}, null, "unknown"]]'),
        "too deep": framed(b"[" * 99_999),
        "without end": (1 << 62).to_bytes(8, "big"),
        "cut off": framed(PAGE)[:-1],
        "nothing": b"",
    }


@pytest.mark.parametrize("name", sorted(answers(Path())))
def test_code_in_an_answer_does_not_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)
    program = f"import sys; sys.stdin.buffer.read(8); sys.stdout.buffer.write({answers(tmp_path)[name]!r})"
    monkeypatch.setattr(workers, "COMMAND", (sys.executable, "-c", program))
    assert [getattr(item, "kind", "article") for item in read([tmp_path / "page.html"])] == ["unparsable"]
    assert not (tmp_path / "touched").exists()
