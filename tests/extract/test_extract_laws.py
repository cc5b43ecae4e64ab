"""What holds for any text whatever."""

import hashlib

from hypothesis import given
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
