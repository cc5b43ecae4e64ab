"""Whose deed or loss it is where the other side stands in the clause beside it."""

import pytest
from any_war import claims

ADMITTED = [
    # who admits a fall has lost the place, to whom else the text names
    ("Kyiv acknowledged the fall of Soledar.", "2023-01-20", "lost Kyiv from None"),
    ("Ethiopian state media admitted the fall of Massawa.", "1990-02-20", "lost Ethiopian state media from None"),
    ("Croatian radio conceded the loss of Vukovar.", "1991-11-20", "lost Croatian radio from None"),
    (
        "American troops took Umm Qasr. Baghdad radio acknowledged the fall of Basra.",
        "2003-04-10",
        "gained American troops from Baghdad",
    ),
    ("The government has acknowledged the fall of Gao to the rebels.", "2012-04-10", "gained the rebels from None"),
    # and who hails it has not
    ("Rebels celebrated the fall of Massawa.", "1990-02-20", "gained Rebels from None"),
    ("The army hailed the fall of Raqqa, and residents admitted to relief.", "2017-11-20", "gained The army from None"),
]


@pytest.mark.parametrize(("text", "published", "expected"), ADMITTED)
def test_who_admits_a_fall_is_no_winner(text: str, published: str, expected: str) -> None:
    *_, claim = claims(text, published)
    assert f"{claim.relation} {claim.actor.text} from {claim.loser.text if claim.loser else None}" == expected


WINNERS = [
    # the country of which a share is told
    ("The rebels hold the northern half of Chad, including Faya and Fada, both captured in June.", "1983-11-20", ["The rebels"]),
    ("The LTTE hold most of Sri Lanka's north, including Jaffna, seized in May.", "1990-11-20", ["LTTE"]),
    # who won it back, and to whom it had gone before
    (
        "Viipuri passed to the Soviet Union under the treaty of 1940 and was regained by the Finns in August 1941.",
        "1950-01-01",
        ["Soviet Union", "Finns"],
    ),
    (
        "Nador had fallen to Abd el-Krim's men on 2 August, but the Spaniards recovered it in September.",
        "1921-10-20",
        ["Abd el-Krim's men", "Spaniards"],
    ),
    ("Sabratha fell to Ahmed al-Dabbashi's fighters in October.", "2017-12-20", ["Ahmed al-Dabbashi's fighters"]),
    ("Daloa, briefly occupied by the mutineers, is again in loyalist hands.", "2002-11-20", ["the mutineers", "loyalist"]),
]


@pytest.mark.parametrize(("text", "published", "actors"), WINNERS)
def test_a_deed_is_his_whom_its_own_clause_names(text: str, published: str, actors: list[str]) -> None:
    assert list(dict.fromkeys(claim.actor.text for claim in claims(text, published))) == actors


def test_a_fight_is_not_of_who_is_named_only_later() -> None:
    text = "MPLA troops hold Landana. The fighting there lasted three days. In the south Huambo is controlled by UNITA."
    (fight,) = (claim for claim in claims(text, "1976-05-20") if claim.relation == "contested")
    assert fight.actor.text is None


HANDS = [
    ("Government troops fled. Torreón is in Villa's possession.", "1914-05-20", "holds Villa Torreón"),
    ("The war goes on. Estella is under Carlist control.", "1874-05-20", "holds Carlist Estella"),
    ("The army attacked. Teruel was back in Nationalist hands by 22 February.", "1938-05-20", "gained Nationalist Teruel"),
    ("Israeli troops took Tyre on 7 June 1982. Sidon was theirs two days later.", "1984-03-01", "gained Israeli troops Sidon"),
    ("Masaya, which the guard abandoned on Sunday, is quiet.", "1979-07-01", "lost the guard Masaya"),
    ("Indonesian troops returned to Buka that October and retook Arawa.", "1996-05-20", "gained Indonesian troops Arawa"),
    ("Halabja, seized by Iranian troops in March 1988, was vacated in July.", "1988-09-01", "lost Iranian troops Halabja"),
]
IN_PEACE = [
    "Barcelona is in Messi's hands.",
    "The war goes on. The future of Sirte is in Haftar's hands.",
    "Manchester is in Labour hands.",
]
EMPTIED = [
    "M23 captured Kibumba in May. The village was abandoned by residents in June.",
    "M23 captured Kibumba in May. The village was deserted in June.",
]


@pytest.mark.parametrize(("text", "published", "expected"), HANDS)
def test_whose_hands_they_are_is_told_by_any_name(text: str, published: str, expected: str) -> None:
    *_, claim = claims(text, published)
    assert f"{claim.relation} {claim.actor.text} {claim.place.text}" == expected


@pytest.mark.parametrize("text", IN_PEACE)
def test_in_no_war_a_town_is_in_nobodys_hands(text: str) -> None:
    assert not claims(text, "2015-05-20")


@pytest.mark.parametrize("text", EMPTIED)
def test_who_has_a_town_does_not_lose_it_with_its_people(text: str) -> None:
    assert {claim.relation for claim in claims(text, "2023-08-20")} == {"gained"}


THEIR_CONTROL = [
    ("M23 said it had captured Sake. The army denied it, saying that the town remained under their control.", "DRC_GOV"),
    ("The army captured Ataq. The Houthis denied this, saying that the town remained under their control.", "HOUTHI"),
    ("The Taliban captured Kunduz. Afghan officials denied it, saying the city remained under their control.", "AFGHAN_GOV"),
    # but of others whom the denier names in his own words
    ("The army denied it, saying the rebels were far off and only Bweremana was under their control.", "the rebels"),
]


@pytest.mark.parametrize(("text", "actor"), THEIR_CONTROL)
def test_who_denies_a_capture_speaks_of_his_own_control(text: str, actor: str) -> None:
    (hold,) = (claim for claim in claims(text, "2018-05-20") if claim.relation == "holds")
    assert (hold.actor.id or hold.actor.text) == actor


NEXT_CLAUSE = [
    # the agent of the next clause took what that clause names
    (
        "The army retook Goma. Sake was recovered on Monday, and Masisi was freed by Burundian troops.",
        "2025-03-28",
        ["Goma DRC_GOV", "Sake DRC_GOV", "Masisi BURUNDI"],
    ),
    ("Sake was captured on Monday, and Masisi was captured by M23 on Tuesday.", "2025-03-28", ["Sake None", "Masisi M23"]),
    ("Goma was captured by M23 on Monday, and Masisi was captured on Tuesday.", "2025-03-28", ["Goma M23", "Masisi M23"]),
    # and of towns that are only listed it was told before whose deed it is, or nowhere
    (
        "Two towns have been freed, the governor said. He named Kaya and Djibo. Jihadists had overrun them in May.",
        "2019-08-09",
        ["Kaya None", "Djibo None"],
    ),
    (
        "The army freed two towns, the governor said. He named Kaya and Djibo. Jihadists had overrun them in May.",
        "2019-08-09",
        ["Kaya BURKINA_FASO", "Djibo BURKINA_FASO"],
    ),
]


@pytest.mark.parametrize(("text", "published", "told"), NEXT_CLAUSE)
def test_a_side_of_the_next_clause_takes_only_what_that_names(text: str, published: str, told: list[str]) -> None:
    assert [f"{claim.place.text} {claim.actor.id}" for claim in claims(text, published) if claim.telling == "event"] == told


BEATEN = [
    # a loser whom nobody knows has lost the place by his name
    ("Mengistu lost Asmara in May 1991.", "1995-01-01", "lost Mengistu from None"),
    ("Wrangel lost Sevastopol on 14 November 1920.", "1990-01-01", "lost Wrangel from None"),
    ("The royalists lost Sanaa in 1962.", "1990-01-01", "lost royalists from None"),
    ("The Carlists lost Bilbao in 1874.", "1990-01-01", "lost Carlists from None"),
    ("The Whites lost Omsk to the Reds in November 1919.", "1990-01-01", "gained Reds from Whites"),
    ("He lost Goma.", "2025-01-01", "lost None from None"),
]
NOT_BEATEN = ["The Democrats lost Miami in November 2024.", "Nobody lost Goma.", "The shops lost Goma customers."]


@pytest.mark.parametrize(("text", "published", "expected"), BEATEN)
def test_who_loses_a_place_gains_nothing(text: str, published: str, expected: str) -> None:
    (claim,) = claims(text, published)
    assert f"{claim.relation} {claim.actor.text} from {claim.loser.text if claim.loser else None}" == expected


@pytest.mark.parametrize("text", NOT_BEATEN)
def test_no_town_is_lost_at_the_polls(text: str) -> None:
    assert not claims(text, "2025-05-20")
