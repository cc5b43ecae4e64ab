"""All the evidence for one place, as a document that shows text and runs nothing."""

import datetime as dt
import html
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import ABOUT, ACTORS, HISTORY, PLACES, make_claim

from whoheld.model import Modality, Relation
from whoheld.publish.dossier import dossier, render
from whoheld.publish.escaping import markdown, printable, visible
from whoheld.timeline import Timeline, build

FORMS = ["html", "md"]
HOSTILE = "{{7*7}} {% if %} </script><script>alert(1)</script> ${1} `x` <img src=x onerror=alert(1)> [a](javascript:x) |"


class Tags(HTMLParser):
    """What a browser would build: tags with their attributes, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("form", FORMS)
def test_golden(history: Timeline, golden: Callable[[str, bytes], bytes], form: str) -> None:
    found = render(dossier(history, history.places["syria:hajin"]), ABOUT, form).encode()
    assert found == golden(f"hajin.{form}", found)


@pytest.mark.parametrize("form", FORMS)
def test_every_claim_of_the_place_and_none_of_another_is_in_it(history: Timeline, form: str) -> None:
    for place in history.places.values():
        page = html.unescape(render(dossier(history, place), ABOUT, form))
        for claim in HISTORY:
            assert (claim.id in page) == (claim.place.id == place.id)


def test_claims_for_and_against_background_and_denied_are_kept_apart() -> None:
    claims = [
        make_claim("Hajin was taken by the SDF", when="2018-12-14", published="2018-12-15"),
        make_claim("Hajin is firmly ours", relation=Relation.HOLDS, actor="ISIS", published="2018-12-16", publisher="Other"),
        make_claim("Hajin, taken, it is denied", when="2018-12-13").model_copy(update={"modality": Modality.DENIED}),
    ]
    timeline = build(claims, places=PLACES, actors=ACTORS)
    found = dossier(timeline, PLACES["syria:hajin"])
    assert found.denied == [claims[2]]
    shown = {claim.id for interval in found.intervals for claim in (*interval.support, *interval.against)}
    assert shown == {claims[0].id, claims[1].id}


@pytest.mark.parametrize("form", FORMS)
def test_hostile_text_appears_literally(form: str) -> None:
    claim = make_claim(HOSTILE, actor=None, actor_text=HOSTILE, title=HOSTILE, url="javascript:alert(1)", when="2019-01-20")
    place = PLACES["syria:hajin"].model_copy(update={"name": HOSTILE})
    timeline = build([claim], places={place.id: place})
    page = render(dossier(timeline, place), ABOUT, form)
    if form == "html":
        found = Tags(page)
        assert HOSTILE in found.text
        assert not {tag for tag, _ in found.tags} & {"script", "img", "iframe", "object", "link", "base", "form"}
        assert not [name for _, attributes in found.tags for name in attributes if name.startswith("on")]
        assert not [attributes for tag, attributes in found.tags if tag == "a"]
    else:
        assert "<script" not in page
        assert "<img" not in page
        assert markdown(HOSTILE) in page


def test_links_lead_to_the_sources_only(history: Timeline) -> None:
    found = Tags(render(dossier(history, history.places["syria:hajin"]), ABOUT, "html"))
    assert {attributes["href"] for tag, attributes in found.tags if tag == "a"} == {
        "https://example.org/news/1",
        "https://example.org/خبر/2",
    }


def test_direction_characters_are_shown() -> None:
    claim = make_claim("Hajin \u202efell\u202c", when="2019-01-20")
    page = render(dossier(build([claim], places=PLACES), PLACES["syria:hajin"]), ABOUT, "html")
    assert "\u202e" not in page
    assert "‹U+202E›fell" in page


@pytest.mark.parametrize("form", FORMS)
def test_what_was_known_on_a_day_says_so_and_holds_nothing_later(form: str) -> None:
    timeline = build(HISTORY, known_at=dt.date(2018, 12, 20), places=PLACES, actors=ACTORS)
    page = render(dossier(timeline, PLACES["syria:hajin"]), ABOUT, form)
    assert "As known on 2018-12-20." in page
    assert HISTORY[1].id in page
    assert HISTORY[2].id not in page


@given(st.text(alphabet=st.sampled_from("|`*_<>[]\\!#-+=1.)( \n~$ab"), max_size=30))
def test_markdown_is_one_line_whose_text_is_the_original(text: str) -> None:
    shown = markdown(text)
    assert "\n" not in shown
    assert not re.search(r"(?<!\\)(?:\\\\)*[|`*_\[\]~$!]", shown)
    assert html.unescape(re.sub(r"\\(.)", r"\1", shown)) == " ".join(text.split())


@given(st.text())
def test_visible_text_keeps_every_other_character(text: str) -> None:
    shown = visible(text)
    assert re.sub(r"‹U\+([0-9A-F]{4,5})›", lambda found: chr(int(found[1], 16)), shown) == text or "‹U+" in text
    assert visible(printable(shown)) == printable(shown)
