"""Row 1 through every stage and export: template code in every field of an article does nothing that harmless words would not."""

import json
import subprocess
import sys
from pathlib import Path

CODE = (
    "{{7*7}}",
    "{% if %}",
    "{{ cycler.__init__.__globals__.os.popen('touch harmed') }}",
    "{% for x in range(9) %}harmed{% endfor %}",
    "${1+1}",
    "`touch harmed`",
    "{# comment #}",
)
AUDITED = """
import json, re, sys
watched, events = ("subprocess", "socket.", "os.exec", "os.system", "os.posix_spawn", "os.fork", "os.remove", "os.rename"), []
def watch(event, arguments):
    if event.startswith(watched):
        events.append(event)
    elif event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        events.append("write " + re.sub("[0-9a-f]{64}", "HASH", str(arguments[0]).rpartition("/")[2]))  # of other words
from whoheld.cli import main
sys.addaudithook(watch)
sys.argv = ["whoheld", "build", "articles.jsonl", "--theatre", "syria", "--out", "out"]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(json.dumps(sorted(events)), file=sys.stderr)
"""


def build(folder: Path, words: tuple[str, ...]) -> list[str]:
    """Build articles with these words in every field, and return what the process did."""
    folder.mkdir()
    lines = [json.dumps(record(number, word)) for number, word in enumerate(words)]
    (folder / "articles.jsonl").write_text("\n".join(lines), "utf-8")
    done = subprocess.run([sys.executable, "-c", AUDITED], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stderr.splitlines()[-1])


def record(number: int, word: str) -> dict[str, str]:
    text = f"The SDF captured the town of Hajin from ISIS on {number + 1} December 2018, {word} said."
    return {"text": text, "title": word, "url": f"https://x.example/{word}", "publisher": word, "published": "2019-01-21"}


def test_row_1_template_code_does_what_harmless_words_do(tmp_path: Path) -> None:
    harmless = build(tmp_path / "harmless", tuple(f"word{number}" for number in range(len(CODE))))
    assert build(tmp_path / "hostile", CODE) == harmless
    assert any(event.startswith("write") for event in harmless)
    assert not list(tmp_path.rglob("harmed*"))
    claims = (tmp_path / "hostile" / "out" / "claims.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["article"]["title"] for line in claims} == set(CODE)
    assert "49" not in {json.loads(line)["article"]["publisher"] for line in claims}
