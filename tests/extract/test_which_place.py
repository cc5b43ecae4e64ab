"""Which of several places a claim is about, where another only tells near what, whose or of what sort it is."""

import pytest
from any_war import claims

HELD = [
    # a side of a town, and adjectives between the holder and the noun
    ("Twenty died in the rebel-held Syrian town of Khan Sheikhun.", "2017-04-05", ["Khan Sheikhun whole"]),
    ("The Taliban-held northern Afghan city of Kunduz was calm.", "2015-10-01", ["Kunduz whole"]),
    ("Shells fell on the rebel-held east of Aleppo.", "2016-10-05", ["Aleppo part"]),
    ("Aid reached Taiz. Trucks went to the Houthi-held north of the city.", "2016-10-05", ["Taiz part"]),
    ("The rebel-held area east of Aleppo was hit.", "2016-05-22", []),
    ("The rebel-held east of the country was calm. Homs was not.", "2016-05-22", []),
    ("Clashes went on in the district of Zahra, already partly under opposition control.", "2015-07-02", ["Zahra part"]),
    ("Aid reached Kidal, now under the control of the army.", "2013-07-02", ["Kidal whole"]),
    ("He was born in Grozny, then under Russian control.", "2013-01-02", []),
    ("The KDP had taken control of the main northern Iraqi city of Arbil.", "1996-08-31", ["Arbil whole"]),
    # land near a town
    ("Its offensive in the area near Damascus, which the opposition has held for years, went on.", "2018-02-25", []),
    ("The army bombed the valley south of Aleppo, which rebels seized in May.", "2016-07-05", []),
    ("Soldiers entered Mubi, near Maiduguri, which the sect captured in October.", "2014-11-05", ["Mubi whole"]),
    ("Fighting near Sudzha, which Ukraine holds, went on.", "2024-09-05", ["Sudzha whole"]),
    ("Bosra's Roman theatre was shelled. The town has been held by rebels since March.", "2015-07-10", ["Bosra whole"]),
    # what only stands in a town, or bears a name
    ("A steel plant in Huambo was sabotaged after dislodging the government troops.", "1993-08-05", []),
    ("The Comoe bridge, connecting the town with the south, collapsed.", "2002-09-25", []),
    (
        "The militia has an office in Bunia. Its fighters were beaten in hills near the border and withdrew further west.",
        "2003-05-10",
        [],
    ),
    ("Rebels entered Kunduz on Friday. The army was beaten and withdrew overnight.", "2015-10-05", ["Kunduz whole"]),
]


@pytest.mark.parametrize(("text", "published", "places"), HELD)
def test_which_place_is_meant(text: str, published: str, places: list[str]) -> None:
    assert [f"{claim.place.text} {claim.extent.value}" for claim in claims(text, published)] == places


def test_our_forces_are_never_the_enemy_nor_those_whom_they_beat() -> None:
    text = "Fighters seized Goma. The enemy fled. After seizing control of the town, our forces destroyed the garrison."
    assert not {claim.actor.text for claim in claims(text, "1999-12-11")} & {"The enemy", "garrison"}


def test_men_who_are_taken_prisoner_take_no_town_with_them() -> None:
    text = "The dead were residents of Goma who had been taken prisoner by the troops."
    assert claims(text, "1999-12-11") == ()


BESIDES = [
    ("The army won back the village of al-Tiba in the countryside of Aleppo as well as Kafar Naya.", ["al-Tiba", "Kafar Naya"]),
    ("Rebels took Bria in the east of the country as well as Bambari.", ["Bria", "Bambari"]),
    ("Troops recaptured Baga on the shores of Lake Chad along with Monguno.", ["Baga", "Monguno"]),
    ("The army took Homs as well as the road from Damascus.", ["Homs"]),
    ("The rebels captured Aru in the north-east as well as 20 prisoners.", ["Aru"]),
]


@pytest.mark.parametrize(("text", "places"), BESIDES)
def test_what_is_named_besides_is_taken_too(text: str, places: list[str]) -> None:
    assert [claim.place.text for claim in claims(text, "2016-02-15")] == places


def test_the_last_of_a_list_may_have_a_preposition_of_its_own() -> None:
    text = "The rebels are maintaining control of the Santa Marta neighborhood, and in San Rafael."
    assert [claim.place.text for claim in claims(text, "1989-11-12")] == ["Santa Marta", "San Rafael"]
    (claim,) = claims("The army regained control of Goma, and in Sake the rebels shelled it.", "2013-01-05")
    assert claim.place.text == "Goma"


def test_the_capital_of_a_province_is_not_the_province_nor_are_the_remaining_strongholds() -> None:
    text = (
        "The regime has suffered losses in the province of Idlib. Most of that province is now under rebel control after "
        "an alliance which includes Al-Nusra seized the provincial capital and most remaining government strongholds."
    )
    (claim,) = claims(text, "2015-07-02")
    assert (claim.relation, claim.extent, claim.telling) == ("holds", "part", "state")


SHEIKHS = [
    ("Sheikh Maqsoud, a quarter of Aleppo, remains in the hands of Kurdish fighters.", "2024-11-30", ["Sheikh Maqsoud"]),
    ("In Aleppo the Kurds still hold Sheikh Maqsoud.", "2024-11-30", ["Sheikh Maqsoud"]),
    ("Sheikh Zuweid, a Bedouin town in northern Sinai, was seized by militants.", "2015-07-03", ["Sheikh Zuweid"]),
    ("General Toshevo, a town in Dobruja, was taken by Romanian troops.", "1916-09-26", ["General Toshevo"]),
    ("Colonel Hassan, the town commander, was captured by rebels.", "2015-07-03", []),
    ("Sheikh Ahmed, a leader of the tribe, was captured by the army in Deraa.", "2016-01-26", []),
    ("Sheikh Omar, the village elder, remains in the hands of the militia.", "2016-01-26", []),
]


@pytest.mark.parametrize(("text", "published", "places"), SHEIKHS)
def test_a_town_may_bear_a_title(text: str, published: str, places: list[str]) -> None:
    assert [claim.place.text for claim in claims(text, published)] == places
