"""Text of strangers in every format: shown as it is, run nowhere."""

import csv
import json
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import geopandas
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from made_up import ABOUT, ACTORS, PLACES, make_claim

from whoheld.actors import phrase
from whoheld.lang.descriptors import names_nobody
from whoheld.publish import files
from whoheld.publish.escaping import balloon, cell, link, printable
from whoheld.timeline import build

HOSTILE = [
    "{{7*7}}", "{% if %}", "</script>", "<!--", "${1}", "`", "=1+1", "+1", "-1", "@A1", "\t", "\r", "\n", '"', "'", "&amp;",
    "]]>", "<", "$[name]", "\u2028", "\u202e", "\x00", "\x1b", "هجين",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=5)), max_size=6).map("".join)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "data:text/html,x", "//example.org/a", "https://user:word@example.org/", "https://user@example.org",
        "https:///nohost", "http://exa mple.org", "https://example.org/\u202ea", "https://example.org/\na", "ftp://example.org/",
        "https://example.org:99999/", "https://[::1", "\x01https://example.org/", "file:///etc/hosts", "https:\\\\example.org",
        "vbscript:x", "", None,
    ],
)  # fmt: skip
def test_only_plain_web_addresses_become_links(url: str | None) -> None:
    assert link(url) is None


@pytest.mark.parametrize(
    "url", ["https://example.org/a?b=c#d", "http://example.org:8080/", "https://example.org/خبر/2", "https://[::1]/a"]
)
def test_web_addresses_stay_as_they_are(url: str) -> None:
    assert link(url) == url


@given(texts)
def test_no_cell_starts_a_formula_and_every_cell_keeps_its_text(text: str) -> None:
    shown = cell(text)
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert shown.endswith(text)


@given(texts)
def test_printable_text_is_xml_and_stays_printable(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert printable(shown) == shown
    element = etree.Element("a")
    element.text = shown
    assert (etree.fromstring(etree.tostring(element)).text or "") == shown


@given(texts)
def test_a_balloon_holds_text_and_no_markup(text: str) -> None:
    shown = balloon(text)
    assert not set(shown) & set("<>\"'$")


def somebody(text: str) -> bool:
    """Whether words are more than common nouns, which the map gives to nobody ("A")."""
    return bool(text.strip()) and not names_nobody("en", phrase(text))


@settings(max_examples=settings().max_examples // 4, suppress_health_check=[HealthCheck.too_slow])
@given(quote=texts.filter(str.strip), title=texts, actor=texts.filter(somebody), name=texts.filter(str.strip))
def test_hostile_text_round_trips_through_every_format(quote: str, title: str, actor: str, name: str) -> None:
    claim = make_claim(quote, actor=None, actor_text=actor, title=title, place="syria:hajin", when="2019-01-20")
    place = PLACES["syria:hajin"].model_copy(update={"name": name})
    timeline = build([claim], places={place.id: place}, actors=ACTORS)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        files.write(timeline, out, ABOUT.model_copy(update={"title": title}))
        assert files.read(out).claims == timeline.claims
        feature = json.loads((out / "control.geojson").read_text("utf-8"))["features"][0]["properties"]
        row = geopandas.read_parquet(out / "control.parquet").iloc[0]
        with closing(sqlite3.connect(out / "control.gpkg")) as database:
            packed = database.execute("SELECT quote, name FROM control").fetchone()
            (claimed,) = database.execute("SELECT quote FROM claims").fetchone()
        with (out / "control.csv").open(encoding="utf-8-sig", newline="") as stream:
            (told,) = csv.DictReader(stream)
        etree.parse(out / "control.kml")
    shown = (printable(quote), printable(name))
    assert (feature["quote"], feature["name"]) == (row["quote"], row["name"]) == packed == shown
    assert claimed == shown[0]
    assert (told["quote"], told["name"]) == (cell(shown[0]), cell(shown[1]))
