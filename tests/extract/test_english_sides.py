"""Whose deed or hold English news tells, where a land, an enemy or a speaker stands beside it."""

import pytest
from any_war import claims

IN_LANDS = [
    ("Nyala was captured by Sudan's Rapid Support Forces.", "2023-10-27", {"gained RSF Nyala"}),
    ("Maungdaw is under the control of Myanmar's Arakan Army.", "2024-12-09", {"holds AA Maungdaw"}),
    ("Kilinochchi is in the hands of Sri Lanka's Tamil Tigers.", "2006-12-09", {"holds LTTE Kilinochchi"}),
    ("Baidoa was overrun by Somalia's al-Shabaab militants.", "2009-01-27", {"gained SHABAAB Baidoa"}),
    ("Kidal is in the hands of Mali's Tuareg rebels.", "2014-05-25", {"holds AZAWAD Kidal"}),
    # what else a land has is its own, or only says of what sort something is
    ("Gao was captured by Mali's troops.", "2013-01-27", {"gained MALI_GOV Gao"}),
    ("Kunduz is in the hands of Afghanistan's army.", "2015-10-14", {"holds AFGHAN_GOV Kunduz"}),
    ("Ethiopia's Tigray war has left Shire in the hands of the army.", "2022-12-09", {"holds ETHIOPIA_GOV Shire"}),
]


@pytest.mark.parametrize(("text", "published", "told"), IN_LANDS)
def test_a_side_in_a_land_is_not_its_government(text: str, published: str, told: set[str]) -> None:
    assert {f"{claim.relation} {claim.actor.id or '-'} {claim.place.text}" for claim in claims(text, published)} == told


def test_who_is_beaten_may_be_told_by_his_land() -> None:
    (claim,) = claims("The army drove Sudan's Rapid Support Forces from Bahri.", "2025-01-25")
    assert (claim.actor.id, claim.loser and claim.loser.id) == ("SAF", "RSF")


SAID_THEN = [
    ("Bria is under the control of the rebels, a spokesman said at a briefing on Thursday.", "holds"),
    ("The rebels' spokesman told reporters late on Thursday that Bria and Bambari were under their control.", "holds"),
    ("Bria is in the hands of the rebels, the mayor told the radio on Thursday.", "holds"),
    # a day of the state itself tells that it began
    ("Bria was under rebel control on Thursday, a spokesman said.", "gained"),
    ("By Thursday, residents said, Bria was in the hands of the rebels.", "gained"),
    ("Bria is now in the hands of the rebels, the mayor said on Thursday.", "gained"),
    # and so does that of the news that a place is somebody's
    ("Bria is theirs, the rebels said on Thursday.", "gained"),
]


@pytest.mark.parametrize(("text", "relation"), SAID_THEN)
def test_the_day_of_a_briefing_dates_no_change_of_hands(text: str, relation: str) -> None:
    assert {str(claim.relation) for claim in claims(text, "2012-12-22")} == {relation}


WON_BACK = [
    # who still has something, or is recalled to have taken it, wins nothing back
    (
        "The Shabaab lost. The operation began on May 23 in Qoryoley, recaptured that same day. The group still holds Barawe.",
        "2014-06-20",
        {"gained - Qoryoley", "holds SHABAAB Barawe"},
    ),
    (
        "With the recapture of Bama, the last town where Boko Haram still had control, it is over. It took Damboa in May 2014.",
        "2015-06-27",
        {"gained - Bama", "holds BOKO_HARAM Bama", "gained BOKO_HARAM Damboa"},
    ),
    ("Merca has been recaptured. Al-Shabaab captured Jowhar in 2009.", "2012-08-29", {"gained - Merca", "gained SHABAAB Jowhar"}),
    # who goes in, or goes on winning, does
    ("SDF fighters entered Raqqa. The city was liberated on Tuesday.", "2017-10-18", {"gained SDF Raqqa"}),
    ("The army captured Bama. Gwoza was recovered in April.", "2015-05-01", {"gained NIGERIA Bama", "gained NIGERIA Gwoza"}),
]


@pytest.mark.parametrize(("text", "published", "told"), WON_BACK)
def test_who_only_has_a_place_wins_none_back(text: str, published: str, told: set[str]) -> None:
    assert {f"{claim.relation} {claim.actor.id or '-'} {claim.place.text}" for claim in claims(text, published)} == told


NEXT_CLAUSES = [
    ("The rebels took Bria; Bambari, Kaga-Bandoro and the road between them were attacked.", "2012-12-22", {"Bria"}),
    ("The rebels hold most of Kasai; only Luebo, Tshikapa and the rail line are outside their grasp.", "2017-05-20", {"Kasai"}),
    ("Boko Haram holds Bama; Gwoza, Dikwa and Monguno are quiet.", "2015-01-11", {"Bama"}),
    # members of a list that semicolons part
    ("The army took Shire; Axum; and Adwa.", "2020-11-18", {"Shire", "Axum", "Adwa"}),
    ("The army has taken Shire; Axum, to the east; and Adwa.", "2020-11-18", {"Shire", "Axum", "Adwa"}),
    # who calls a place his own has not taken it
    ("Armenia, which claims the Lachin district as its own, said nothing.", "2001-11-14", set[str]()),
    ("China claims Arunachal Pradesh as its own.", "2009-11-14", set[str]()),
    ("The army claimed Bor on Monday.", "2014-01-20", {"Bor"}),
]


@pytest.mark.parametrize(("text", "published", "told"), NEXT_CLAUSES)
def test_a_semicolon_opens_what_is_told_of_others(text: str, published: str, told: set[str]) -> None:
    assert {claim.place.text for claim in claims(text, published)} == told
