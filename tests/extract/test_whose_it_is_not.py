"""Whose it is not: of another country, of who only speaks or serves beside it, of a force that was told of before."""

import pytest
from any_war import claims

UNDER_COUNTRIES = [
    # the country that heads a paragraph or a line of its own
    ("Nigeria: Boko Haram captured Kukawa.\nBurkina Faso: The army retook Djibo.", "2024-07-05", "Djibo BURKINA_FASO"),
    (
        "Syria\nHTS captured Saraqib.\n\nIraq\nThe army retook Hawija.\nGovernment forces hold Sinjar.",
        "2017-10-10",
        "Sinjar IRAQ_GOV",
    ),
    ("Colombia: Government forces retook Tibu. Peru: The army retook Satipo.", "2017-01-25", "Satipo PERU"),
    ("Congo: M23 captured Goma.\nSouth Sudan: The army recaptured Nasir.", "2025-02-01", "Nasir SOUTH_SUDAN_GOV"),
    # of a state that the theatre does not know the army is at least no other's
    ("Ukraine: Russian forces captured Avdiivka.\nSudan: The army recaptured Omdurman.", "2024-02-20", "Omdurman None"),
    # a heading ends with its paragraph, keywords in a row head nothing, and who is named is meant
    (
        "Mali: JNIM seized Boni.\nThe Nigerien army left Ayorou. The army retook Tillaberi in Niger.",
        "2024-07-05",
        "Tillaberi NIGER",
    ),
    ("Sudan\nSomalia\nEthiopia\nThe RSF captured Singa. The army recaptured Sennar.", "2024-07-05", "Sennar SAF"),
    ("Mozambique: Rwandan troops captured Palma.", "2021-07-05", "Palma RWANDA"),
]


@pytest.mark.parametrize(("text", "published", "expected"), UNDER_COUNTRIES)
def test_an_army_is_that_of_the_country_under_whose_name_it_is_told(text: str, published: str, expected: str) -> None:
    *_, claim = claims(text, published)
    assert f"{claim.place.text} {claim.actor.id}" == expected


BESIDE_LISTS = [
    ("Rebels captured Bria and Bambari, the Red Cross said.", "2017-05-20", ["Bria", "Bambari"]),
    ("The rebels hold Man and Danane, the New York Times reported.", "2003-02-20", ["Man", "Danane"]),
    ("Rebels took Bor and Malakal, Doctors Without Borders said.", "2014-05-20", ["Bor", "Malakal"]),
    ("Rebels captured Goma and Sake, Bukavu residents said.", "2025-02-20", ["Goma", "Sake"]),
    ("Junta troops recaptured Loikaw and Demoso, the Irrawaddy said.", "2024-09-20", ["Loikaw", "Demoso"]),
    # a last item behind a comma is still one
    ("IS took Mosul, Tikrit and Baiji, said the Iraqi Observatory.", "2014-06-20", ["Mosul", "Tikrit", "Baiji"]),
    ("The rebels hold Man and Danane, Bouake and Korhogo.", "2003-02-20", ["Man", "Danane", "Bouake", "Korhogo"]),
    ("The army took Goma, Sake and Rutshuru, Kinshasa said.", "2013-11-20", ["Goma", "Sake", "Rutshuru"]),
]


@pytest.mark.parametrize(("text", "published", "places"), BESIDE_LISTS)
def test_who_speaks_behind_a_list_is_no_place_of_it(text: str, published: str, places: list[str]) -> None:
    assert [claim.place.text for claim in claims(text, published)] == places


OF_OTHERS = [
    ("State news agency SANA said that tribal fighters had captured Hajin.", "2026-01-19", "tribal fighters"),
    ("TASS news agency said volunteers had captured Toretsk.", "2025-01-19", "volunteers"),
    ("The army said mercenaries had captured Bria.", "2021-01-19", "mercenaries"),
    # its own men are the state's, and a group's are the group's
    ("The army said its troops had captured Bria.", "2021-01-19", "The army"),
    ("The army said the troops had captured Bria.", "2021-01-19", "The army"),
]


@pytest.mark.parametrize(("text", "published", "actor"), OF_OTHERS)
def test_men_of_whom_a_state_speaks_are_not_the_state(text: str, published: str, actor: str) -> None:
    (claim,) = claims(text, published)
    assert claim.actor.text == actor


BY_AGENTS = [
    ("The military regained Baga in May. Mubi was retaken by local vigilantes in June.", "2015-09-25", "local vigilantes None"),
    ("Boko Haram overran Gwoza in August. The vigilantes recaptured it in September.", "2014-11-20", "vigilantes None"),
    ("Bria was seized by the rebels in May and retaken by self-defence groups.", "2017-08-25", "self-defence groups None"),
    ("The RSF seized Singa. Popular committees recaptured the town.", "2024-08-20", "Popular committees None"),
    ("Troops seized Kumbo. Buea was taken by surprise.", "2018-08-25", "Troops CAMEROON"),
]


@pytest.mark.parametrize(("text", "published", "actor"), BY_AGENTS)
def test_men_of_their_own_town_are_no_force_that_was_told_of_before(text: str, published: str, actor: str) -> None:
    *_, claim = claims(text, published)
    assert f"{claim.actor.text} {claim.actor.id}" == actor


RUN = [
    ("A hospital in Bukavu, run by the Panzi Foundation, remained open.", "2018-04-01", []),
    ("The prison in Hasakah, run by the SDF, was attacked.", "2022-01-20", []),
    ("The port of Berbera, run by DP World, was hit.", "2018-04-01", []),
    ("The refugee camp at Dadaab, run by the UNHCR, is full.", "2015-04-01", []),
    # a camp or a town under arms is held
    ("The camp at Yarmouk, run by IS, was shelled.", "2016-04-01", ["IS"]),
    ("The town of Mirebalais, run by gangs, was quiet.", "2025-04-01", ["gangs"]),
    ("Bukavu, run by M23, was quiet.", "2025-04-01", ["M23"]),
]


@pytest.mark.parametrize(("text", "published", "holders"), RUN)
def test_who_runs_a_hospital_in_a_town_does_not_hold_the_town(text: str, published: str, holders: list[str]) -> None:
    assert [claim.actor.text for claim in claims(text, published)] == holders


FIGHTS = [
    ("Regional governor Oleh Syniehubov said fighting was continuing inside Vovchansk.", "2024-06-01", None),
    ("Army spokesman Colonel Ali Hassan said clashes were continuing inside Nyala.", "2023-10-01", None),
    ("The provincial governor said clashes were raging inside Kunduz.", "2016-10-04", None),
    ("The army said clashes were continuing inside Nyala.", "2023-10-01", "The army"),
    ("A spokesman said government forces were fighting the rebels inside Malakal.", "2014-02-20", "government forces"),
]


@pytest.mark.parametrize(("text", "published", "actor"), FIGHTS)
def test_an_official_who_tells_of_a_fight_does_not_fight_it(text: str, published: str, actor: str | None) -> None:
    (claim,) = claims(text, published)
    assert (claim.relation, claim.actor.text) == ("contested", actor)


SAID_BY = [
    ("The RSF controls most of Khartoum, the U.N. said.", "2023-12-01", "U.N"),
    ("The rebels captured Bria, a U.N. official said.", "2021-02-17", "U.N. official"),
    ("Rebels captured Jajce, the U.S. military said.", "1995-02-17", "U.S. military"),
    ("Troops came from the U.S. The army said rebels had taken Bria.", "2021-02-17", "The army"),
]


@pytest.mark.parametrize(("text", "published", "speaker"), SAID_BY)
def test_the_full_stop_of_an_abbreviation_cuts_no_speaker_short(text: str, published: str, speaker: str) -> None:
    *_, claim = claims(text, published)
    assert claim.speaker is not None
    assert claim.speaker.text == speaker


FORCES = [
    # who is told to stay out is not meant, before or after
    (
        "HTS-led factions attacked. Turkish-backed factions did not take part. Saraqib was captured by the factions.",
        "2024-11-29",
        "HTS",
    ),
    ("Saraqib was captured by the factions. Turkish-backed factions in Azaz did not take part.", "2024-11-29", None),
    ("M23 attacked. Wazalendo fighters were not involved. The fighters captured Sake.", "2024-02-10", "M23"),
    ("The TNLA attacked. The KIA took part too. The rebels captured Mogok.", "2024-08-10", "KIA"),
    # "our" men are the speaker's, whatever he praises them as
    ('"Our heroic forces have captured Tarhuna," GNA spokesman Mohamad Gnounou said.', "2020-06-05", "GNA"),
    ('"Our brave and heroic troops captured Kilinochchi," President Mahinda Rajapaksa said.', "2009-01-02", "SRI_LANKA"),
    ('"Our defence forces have captured Kidal," Mali\'s junta leader Colonel Assimi Goita said.', "2023-11-15", "MALI_GOV"),
    ('"The heroic forces have captured Goma," M23 spokesman Willy Ngoma said.', "2025-01-27", None),
]


@pytest.mark.parametrize(("text", "published", "actor"), FORCES)
def test_forces_are_not_of_who_stays_out_nor_of_nobody_where_they_are_ours(text: str, published: str, actor: str | None) -> None:
    (claim,) = claims(text, published)
    assert claim.actor.id == actor


ONE_OF_SEVERAL = [
    ("Rebels attacked Goma and Bukavu, which is held by the army.", "2025-02-10", ["Bukavu"]),
    ("Shells fell on Donetsk and Horlivka, which was captured by separatists in 2014.", "2015-02-10", ["Horlivka"]),
    ("Rebels attacked Goma and Bukavu, which are held by the army.", "2025-02-10", ["Goma", "Bukavu"]),
]


@pytest.mark.parametrize(("text", "published", "places"), ONE_OF_SEVERAL)
def test_a_verb_in_the_singular_is_of_the_last_of_several_places(text: str, published: str, places: list[str]) -> None:
    assert [claim.place.text for claim in claims(text, published)] == places


OUR_FORCES = [
    ("حررت قواتنا مدينة أم روابة وكبدت قوات العدو خسائر كبيرة.", "2025-02-01", "SAF"),
    ("تمكنت قواتنا من تحرير مدينة الخالص وقتل عدد من عناصر العدو.", "2015-01-20", "IRAQ_GOV"),
    ("بغداد - صدر البيان رقم 3210:\nتمكنت قواتنا الباسلة من تحرير مدينة الفاو وأسرت المئات من قوات العدو.", "1988-04-18", "None"),
    ("أعلن ناطق أن العدو يشن هجوما.\nوأعلن متحدث إسرائيلي أن قواته لا تزال تسيطر على مدينة القنيطرة.", "1973-10-09", "ISRAEL"),
    ("أعلن المتحدث باسم الجيش الأوكراني أن العدو هاجم بوكروفسك وأن قواتنا حررت بلدة كوبيانسك.", "2025-12-01", "UKRAINE"),
    ("قصف العدو المدينة فجرا.\nوقال المتحدث باسم الحوثيين إن قواتهم استعادت مدينة الحزم.", "2020-03-03", "HOUTHI"),
]


@pytest.mark.parametrize(("text", "published", "actor"), OUR_FORCES)
def test_the_enemy_is_never_whose_own_forces_a_speaker_tells_of(text: str, published: str, actor: str) -> None:
    (claim,) = claims(text, published)
    assert str(claim.actor.id) == actor
    assert "العدو" not in claim.actor.text


BEING = [
    # an adjunct in the passive is told of the subject of its sentence, before it or behind it
    ("After being driven out of Mosul, IS fighters took Hawija.", "2017-05-20", ["lost Mosul ISIS", "gained Hawija ISIS"]),
    ("Rebels seized Sake before being pushed out of it by the army.", "2024-05-20", ["gained Sake M23", "gained Sake DRC_GOV"]),
    ("Boko Haram held Bama until being driven out in 2015.", "2018-05-20", ["holds Bama BOKO_HARAM", "lost Bama BOKO_HARAM"]),
    ("Mosul was held by IS before being retaken by Iraqi forces.", "2018-05-20", ["holds Mosul ISIS", "gained Mosul IRAQ_GOV"]),
    ("Bor, after being retaken by government troops, was calm.", "2014-04-20", ["gained Bor SOUTH_SUDAN_GOV"]),
    ("M23 took Sake after being attacked by militias.", "2025-04-20", ["gained Sake M23"]),
]


@pytest.mark.parametrize(("text", "published", "expected"), BEING)
def test_who_is_driven_out_has_not_won(text: str, published: str, expected: list[str]) -> None:
    assert [f"{c.relation} {c.place.text} {c.actor and c.actor.id}" for c in claims(text, published)] == expected


ENEMIES = [
    # an enemy who is only named beside a deed, or since whose deed something is so, has not done it
    ("Militias fighting the Houthis took control of Zinjibar.", "2015-08-10", "Militias None"),
    ("Islamic State said it had repelled the army and kept Palmyra.", "2016-12-10", "Islamic State ISIS"),
    ("Goma is the biggest city to fall since Rwandan troops crossed the border.", "2025-01-29", "None None"),
    ("The SDF repelled the army and kept Tabqa.", "2017-12-10", "SDF SDF"),
]


@pytest.mark.parametrize(("text", "published", "actor"), ENEMIES)
def test_an_enemy_beside_a_deed_has_not_done_it(text: str, published: str, actor: str) -> None:
    (claim,) = claims(text, published)
    assert f"{claim.actor.text} {claim.actor.id}" == actor


def test_nobody_loses_a_place_to_himself() -> None:
    (claim,) = claims("Government forces lost Goma to Rwandan troops.", "2025-01-29")
    assert (claim.actor.id, claim.loser and (claim.loser.id, claim.loser.text)) == ("RWANDA", (None, "Government forces"))


def test_from_whose_grip_a_place_is_freed_lost_it() -> None:
    (claim,) = claims("Sirte was freed from the grip of Islamic State by Misratan brigades.", "2016-12-10")
    assert claim.loser is not None
    assert claim.loser.id == "ISIS"
