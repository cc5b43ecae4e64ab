"""What English clauses tell of each other: who is made to leave, what is said again with another day or of another part."""

import pytest
from any_war import claims

MADE_TO_LEAVE = [
    ("The rebels forced the army to withdraw from Bria.", {"lost CENTRAL_AFRICAN_REPUBLIC Bria"}),
    ("Al-Shabaab forced Ethiopian troops to pull out of Tiyeglow.", {"lost ETHIOPIA_GOV Tiyeglow"}),
    ("The insurgents have compelled government troops to retreat from Palma.", {"lost MOZAMBIQUE Palma"}),
    ("The rebels could force the army to withdraw from Bria.", set[str]()),
    ("The rebels have not forced the army to withdraw from Bria.", set[str]()),
    ("The deal would have forced the army to withdraw from Bria.", set[str]()),
    ("The council asked the army to withdraw from Bria.", set[str]()),
    ("Floods forced thousands to flee Bria.", set[str]()),
    ("The army forced the rebels to withdraw a statement from Bria.", set[str]()),
    ("The army withdrew a battalion from Bria.", set[str]()),
]


def _told(text: str, published: str) -> set[str]:
    return {f"{claim.relation.value} {claim.actor.id or '-'} {claim.place.text}" for claim in claims(text, published)}


@pytest.mark.parametrize(("text", "told"), MADE_TO_LEAVE)
def test_who_was_made_to_leave_has_left(text: str, told: set[str]) -> None:
    assert _told(text, "2021-03-30") == told


IN_A_ROW = [
    (
        "1975-04-10",
        "Hue fell on 25 March and Da Nang, the second city, on 29 March.",
        {"Hue": "1975-03-25", "Da Nang": "1975-03-29"},
    ),
    ("1994-07-20", "Butare fell on 3 July and Kigali a day later.", {"Butare": "1994-07-03", "Kigali": "1994-07-04"}),
    (
        "2014-01-10",
        "Bor was captured on 18 December and Bentiu, the capital of Unity state, three days later.",
        {"Bor": "2013-12-18", "Bentiu": "2013-12-21"},
    ),
    ("1975-04-10", "Hue fell on 25 March and Da Nang, the second city, was bombed on 29 March.", {"Hue": "1975-03-25"}),
    ("1975-06-10", "Hue fell on 25 March and Saigon, a month later, was quiet.", {"Hue": "1975-03-25"}),
    ("1994-07-20", "Butare fell on 3 July and Kigali was quiet.", {"Butare": "1994-07-03"}),
]


@pytest.mark.parametrize(("published", "text", "days"), IN_A_ROW)
def test_of_the_next_town_only_the_day_is_told(published: str, text: str, days: dict[str, str]) -> None:
    assert {claim.place.text: str(claim.when.earliest) for claim in claims(text, published)} == days


WENT_BACK = [
    ("Quneitra was captured by Israel in 1967 and returned in 1974.", {"gained ISRAEL Quneitra", "lost ISRAEL Quneitra"}),
    ("Kismayo was seized by al-Shabaab in 2008 and retaken in 2012.", {"gained SHABAAB Kismayo", "gained - Kismayo"}),
    ("Kunduz was overrun by the Taliban in 2015 and liberated two weeks later.", {"gained TALIBAN Kunduz", "gained - Kunduz"}),
    ("Bama was entered by the army on Monday and secured on Tuesday.", {"gained NIGERIA Bama"}),
    ("Goma was attacked and recaptured by the Congolese army.", {"gained DRC_GOV Goma"}),
]


@pytest.mark.parametrize(("text", "told"), WENT_BACK)
def test_who_took_a_place_has_not_taken_it_from_himself(text: str, told: set[str]) -> None:
    assert _told(text, "2017-05-20") == told
    assert len(claims(text, "2017-05-20")) == 2 - text.startswith("Goma")
