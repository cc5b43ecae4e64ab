"""An edition in which text that means harm stands in every field that a stranger can fill, made as a user makes one."""

import csv
import datetime as dt
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from whoheld import byhand, workfolder
from whoheld.model import Relation
from whoheld.publish import files, manifest
from whoheld.publish.escaping import printable
from whoheld.timeline import Timeline

FAULTS: Mapping[str, tuple[str, ...]] = {
    "row 1, template code": ("{{7*7}}", "{% if %}", "{# x #}", "${7*7}", "$[name]", "%(name)s {0} %s", "<%= 7 %>", "[% 7*7 %]"),
    "row 2, script": (
        "<script>window.harmed=1</script>",
        "<img src=x onerror=window.harmed=1>",
        "'\" onmouseover='window.harmed=1",
        "[a](javascript:window.harmed=1) `x` **b**",
    ),
    "row 3, what ends a script": ("</script>", "<!--<script>", "]]>", "a\u2028b\u2029c", "</title></style></mark>", "&lt;&#x41;"),
    "row 4, links": ("javascript:window.harmed=1", "data:text/html,harmed", "//x.example/", "https://a:b@x.example/"),
    "row 5, direction": ("\u202eevil\u202c", "\u2066a\u2069\u200fb", "H\u0430jin", "a\u200bb"),
    "row 6, formulas": ("=1+1", "+1+1", "-1+1", "@SUM(1)", '=HYPERLINK("https://x.example","y")', "=cmd|' /C x'!A0"),
    "row 11, encodings": ("هجين ä €", "\ufffd\ufffd", "🌍\ufeffa", "Zo\u0308e"),
    "row 12, names": ("a/../../x", "CON", "a" * 200, "-o", "C:\\x", "~/x"),
    "row 21, controls": ("\x1b[31mred\x1b[0m", "a\x07b\x7f", "\x9b31m"),
}
"""The rows of README.md that are about text, with what means harm in their sense."""

TEXTS = tuple(itertools.chain.from_iterable(FAULTS.values()))
TITLE = " ".join(TEXTS)
BEFORE, AFTER = dt.date(2018, 12, 20), dt.date(2019, 2, 10)
UNDATED = "NEVERDRAWN"
_REPORT = "The Syrian Democratic Forces captured the town of {} from Islamic State on 3 December 2018, “{}” said."
_SYLLABLES = ("za", "bil", "dor", "fen", "gul", "kam", "lur", "mos")
_TOWNS = [f"Qasr {one.title()}{two}{three}" for one, two, three in itertools.product(_SYLLABLES, repeat=3)]


class Planted(NamedTuple):
    """A text, and the town whose name it is. Each property is what some export shows where nothing is lost."""

    text: str
    place: str
    alias: str

    @property
    def town(self) -> str:
        """The town's name as the gazetteer took it in, on one line."""
        return f"{' '.join(self.text.split())} Town"

    @property
    def name(self) -> str:
        """The same in tables that cannot hold every character."""
        return printable(self.town)

    @property
    def actor(self) -> str:
        """An actor that no theatre knows, on one line."""
        return f"{' '.join(self.text.split())} Front"

    @property
    def entered(self) -> str:
        """What a person entered by hand."""
        return f"{self.text} took {self.alias}"

    @property
    def title(self) -> str:
        """The title of an article, and of what was entered by hand."""
        return self.text

    @property
    def all_texts(self) -> str:
        """The title of the edition."""
        return TITLE

    @property
    def undated_file(self) -> str:
        """The same article, but nobody says from when."""
        return f"{self.file}-{UNDATED}.txt"

    @property
    def file(self) -> str:
        """The article's file."""
        return f"articles/{self.text.replace('/', '÷')}.txt"


PLANTED = {text: Planted(text, f"places:{number}", _TOWNS[9 * number]) for number, text in enumerate(TEXTS)}


class Edition:
    """The published folder of ``plant``, and what its later commands read of it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out = folder, folder / "out"

    @cached_property
    def timeline(self) -> Timeline:
        """The timeline that it holds."""
        return files.read(self.out)

    @cached_property
    def about(self) -> manifest.Edition:
        """What it says of itself."""
        return manifest.read(self.out)


def plant(folder: Path) -> Edition:
    """Import a gazetteer of such names, write such articles and entries, and build them."""
    (folder / "articles").mkdir()
    for number, planted in enumerate(PLANTED.values()):
        _write_article(folder / planted.file, planted, number)
        (folder / planted.undated_file).write_text(f"{UNDATED} {_REPORT.format(planted.alias, planted.text)}", "utf-8")
    with (folder / "places.csv").open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("id", "name", "fr", "lon", "lat"))
        for number, planted in enumerate(PLANTED.values()):
            rows.writerow((number, planted.town, planted.alias, 38 + number % 7 / 2, 34 + number // 7 / 3))
    columns = [f"--column={field}={field}" for field in ("id", "name", "fr", "lon", "lat")]
    _run(folder, "places", "import", "places.csv", "--format=csv", "--column=country==SY", *columns)
    _run(folder, "init", "work", "--theatre=syria")
    for planted in PLANTED.values():
        byhand.add(workfolder.opened(folder / "work"), _entry(planted))
    _run(folder, "build", "articles", "--work=work", "--out=out", f"--title={TITLE}")
    return Edition(folder)


def _write_article(path: Path, planted: Planted, number: int) -> None:
    text = planted.text
    path.write_text(f"{_REPORT.format(planted.alias, text)} Report {number}.", "utf-8")
    beside = {"title": text, "publisher": text, "url": f"https://x.example/?{text}", "published": "2018-12-04", "language": "en"}
    path.with_suffix(".json").write_text(json.dumps(beside), "utf-8")


def _entry(planted: Planted) -> byhand.Entry:
    text = planted.text
    return byhand.entry(
        quote=planted.entered,
        relation=Relation.GAINED,
        place=planted.alias,
        actor=planted.actor,
        earliest=dt.date(2019, 1, 3),
        latest=dt.date(2019, 1, 3),
        published="2019-01-04",
        publisher=text,
        title=text,
        url=f"https://x.example/?{quote(text, errors='replace')}",  # another is refused
        who=text,
        why=text,
        entered=dt.datetime(2019, 2, 1, tzinfo=dt.UTC),
    )


def _run(folder: Path, *arguments: str) -> None:
    environment = os.environ | {"WHOHELD_DATA": str(folder / "data")}
    command = [sys.executable, "-m", "whoheld", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
