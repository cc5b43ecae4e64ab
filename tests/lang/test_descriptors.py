"""Words that name nobody: common nouns alone, in both languages."""

import pytest

from whoheld.actors import phrase
from whoheld.lang.descriptors import names_nobody


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "the militants"),
        ("en", "the group's fighters"),
        ("en", "Gunmen"),
        ("ar", "القوات"),
        ("ar", "المسلحون"),
        ("ar", "فصائل"),
    ],
)
def test_common_nouns_name_nobody(code: str, words: str) -> None:
    assert names_nobody(code, phrase(words))


@pytest.mark.parametrize(
    ("code", "words"),
    [("en", "Ras Kamboni militia"), ("en", "Syrian army"), ("ar", "ميليشيا معويسلي"), ("en", ""), ("xx", "the militants")],
)
def test_a_word_more_names_somebody(code: str, words: str) -> None:
    assert not names_nobody(code, phrase(words))
