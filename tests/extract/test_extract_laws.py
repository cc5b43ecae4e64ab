"""What holds for any text whatever."""

import hashlib
from pathlib import Path

from any_war import claims
from hypothesis import example, given, settings
from hypothesis import strategies as st
from small_war import ACTORS, Toponyms, article

from whoheld.actors import Registry
from whoheld.extract import Extractor

EXTRACTOR = Extractor(Registry(ACTORS), Toponyms())
WORDS = st.sampled_from(
    [
        "The",
        "SDF",
        "ISIS",
        "captured",
        "took",
        "Hajin",
        "Susah,",
        "and",
        "from",
        "of",
        "town",
        "control",
        "under",
        "retook",
        "had",
        "been",
        "by",
        ".",
        "\n",
        "«",
        "»",
        "(",
        ")",
        "%",
        "70",
        "half",
        "not",
        "to",
        "سيطرت",
        "قسد",
        "على",
        "هجين",
        "والسوسة",
        "(الشعفة)",
        "داعش",
        "تحت",
        "سيطرة",
        "من",
        "بعد",
        "التي",
        "مدينة",
        "قرى",
        "،",
        ".",
        "؟",
    ]
)
NEWS = [path.read_text("utf-8").split(" ") for path in sorted((Path(__file__).parents[1] / "gold" / "texts").glob("*.txt"))]
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join))


@given(TEXTS)
def test_quotes_are_the_text_itself(text: str) -> None:
    for claim in EXTRACTOR.extract(article(text)).claims:
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
        assert text[claim.place.start : claim.place.end] == claim.place.text
        assert claim.place.text.strip()


@given(TEXTS)
def test_reading_twice_says_the_same(text: str) -> None:
    again = Extractor(Registry(ACTORS), Toponyms())
    assert EXTRACTOR.extract(article(text)) == again.extract(article(text))


@given(TEXTS)
def test_ids_are_unique(text: str) -> None:
    ids = [claim.id for claim in EXTRACTOR.extract(article(text)).claims]
    assert len(ids) == len(set(ids))


@given(st.text(alphabet="abc ", max_size=50))
def test_text_without_claims_yields_nothing(text: str) -> None:
    found = EXTRACTOR.extract(article(text))
    assert found == ((), ())
    assert hashlib.sha256(text.encode()).hexdigest() == article(text).sha256


@st.composite
def shreds(draw: st.DrawFn) -> str:
    """Some words of a piece of news, as they follow each other or in any order, and of another."""
    words = draw(st.sampled_from(NEWS))
    first = draw(st.integers(0, len(words) - 1))
    part = words[first : first + draw(st.integers(1, 40))]
    part = draw(st.one_of(st.just(part), st.permutations(part)))
    return " ".join(part + draw(st.sampled_from(NEWS))[: draw(st.integers(0, 8))])


@settings(max_examples=300)
@given(shreds())
@example("إسقاط")
@example("بالخروج. مجلس الجماعة الأمن")
def test_shreds_of_news_are_read_whatever_their_order(text: str) -> None:
    for claim in claims(text, "2020-05-05"):
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
        assert text[claim.place.start : claim.place.end] == claim.place.text
