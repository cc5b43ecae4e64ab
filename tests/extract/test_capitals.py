"""The capital of a country where no name is with it: its words stay, and it is found where the country is plain."""

import pytest
from any_war import AUTO, claims, read

from whoheld.gazetteer import Gazetteer
from whoheld.locate import locate

FOUND = [
    ("Taliban fighters took control of the Afghan capital on Sunday.", "2021-08-17", "Afghan capital", "Kabul"),
    ("Seleka rebels took the capital of the Central African Republic.", "2013-03-24", "capital of the Central", "Bangui"),
    ("The rebels seized the country's capital, and Rwanda's government fled.", "1994-07-04", "country's capital", "Kigali"),
    ("RSF fighters control most of the capital, Sudan's army said.", "2023-12-09", "capital", "Khartoum"),
    ("سيطر الثوار على العاصمة الليبية.", "2011-08-23", "العاصمة الليبية", "Tripoli"),
    ("سيطرت طالبان على عاصمة البلاد، كما قال الجيش الأفغاني.", "2021-08-17", "عاصمة البلاد", "Kabul"),
    ("يسيطر الجيش السوداني على معظم أحياء العاصمة.", "2025-03-30", "العاصمة", "Khartoum"),
]


@pytest.mark.parametrize(("text", "published", "words", "city"), FOUND)
def test_the_capital_is_that_of_the_country_that_the_text_is_about(text: str, published: str, words: str, city: str) -> None:
    article = read(text, published)
    theatre = AUTO.of(article)
    (claim,) = locate(article, claims(text, published), Gazetteer.open(theatre), theatre).claims
    assert claim.place.text.startswith(words)
    assert claim.place.name == city
    assert claim.place.reason
    assert claim.place.reason.startswith("the capital of ")


REFUSED = [
    ("The army captured the provincial capital in Sudan.", "2016-05-05"),
    ("Taliban fighters took control of the capital of Helmand in Afghanistan.", "2021-08-13"),
    (
        "Fighting in North Kivu, of which Goma is the provincial capital, went on in Congo. The rebels took the capital.",
        "2013-03-24",
    ),
    ("Rebels took the capital.", "2013-03-24"),
    ("Rwanda's army and Uganda's army fought. Rebels from Burundi took the capital.", "1999-03-24"),
    ("Investors took control of Libyan capital markets.", "2008-02-02"),
    ("سيطرت طالبان على عاصمة ولاية في أفغانستان.", "2021-08-13"),
    ("سيطرت طالبان على العاصمة الإقليمية في أفغانستان.", "2021-08-13"),
    ("سيطر البنك على رأس المال الليبي.", "2008-02-02"),
]


@pytest.mark.parametrize(("text", "published"), REFUSED)
def test_what_is_no_countrys_or_of_which_country_nobody_says_is_no_place(text: str, published: str) -> None:
    assert claims(text, published) == ()


NAMED = [
    ("The rebels captured the capital, Juba.", "2016-07-11", "Juba"),
    ("Rebels in Chad took Abeche. Officials in the capital said the town had been lost.", "2006-11-26", "Abeche"),
    ("سيطر الحوثيون على العاصمة صنعاء.", "2014-09-22", "صنعاء"),
]


@pytest.mark.parametrize(("text", "published", "place"), NAMED)
def test_a_named_town_goes_before_the_word_for_a_capital(text: str, published: str, place: str) -> None:
    assert {claim.place.text for claim in claims(text, published)} == {place}
