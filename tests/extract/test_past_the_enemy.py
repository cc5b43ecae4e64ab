"""Whose deed is told past what is said of the enemy, of who has changed sides, or of the speaker."""

import pytest
from any_war import claims

PAST_ENEMY = [
    (
        "Nigerian troops continued an offensive to clear Boko Haram from the areas it had held since 2014, recovering Monguno.",
        "2015-02-25",
        ["gained Monguno NIGERIA"],
    ),
    (
        "Congolese troops kept up a campaign to drive M23 out of villages they had seized, re-establishing control over Sake.",
        "2024-06-10",
        ["gained Sake DRC_GOV"],
    ),
    (
        "LNA forces intensified strikes to flush out the Islamic State fighters who had infiltrated the port, recapturing Derna.",
        "2016-07-10",
        ["gained Derna LNA"],
    ),
    # at whose expense somebody advances has not won
    (
        "The regime forces progress at the expense of the factions and Tahrir al-Sham, where they were able to control Saraqib.",
        "2020-02-05",
        ["gained Saraqib SYRIA_GOV"],
    ),
    # a clause behind a comma goes on, and so does one of whom nothing is over yet
    (
        "The army continued operations against M23 rebels, who seized Rutshuru, capturing new villages along the road.",
        "2022-10-30",
        ["gained Rutshuru M23"],
    ),
    ("Troops are fighting the Taliban fighters who stormed a base, capturing Ghazni.", "2015-09-30", ["gained Ghazni TALIBAN"]),
]


@pytest.mark.parametrize(("text", "published", "expected"), PAST_ENEMY)
def test_a_participle_goes_on_from_those_who_fight(text: str, published: str, expected: list[str]) -> None:
    assert [f"{c.relation} {c.place.text} {c.actor.id}" for c in claims(text, published)] == expected


LEAVING = [
    ("Soldiers left Sangin after the Taliban broke through and withdrew to Lashkar Gah.", "2017-03-24", "AFGHAN_GOV"),
    ("The army pulled out of Kutum after RSF fighters broke through and retreated to El Fasher.", "2023-06-06", "SAF"),
    ("The army left Gwoza after Boko Haram stormed the barracks and took control of Pulka.", "2014-09-03", "NIGERIA BOKO_HARAM"),
]


@pytest.mark.parametrize(("text", "published", "actors"), LEAVING)
def test_who_left_a_town_withdrew_from_it(text: str, published: str, actors: str) -> None:
    assert " ".join(str(claim.actor.id) for claim in claims(text, published)) == actors


TURNED = [
    (
        "Colonel Peter Gadet, who mutinied on Wednesday, seized control of Bor, the army said.",
        "2013-12-19",
        "Colonel Peter Gadet",
    ),
    (
        "The army's commander in Unity state, General James Koang, has defected and taken control of Bentiu.",
        "2013-12-22",
        None,
    ),
    ("General James Koang seized control of Bentiu. Koang had rebelled.", "2013-12-22", "General James Koang"),
    ("Soldiers in Benghazi mutinied and seized Tobruk, residents said.", "2011-02-21", "Soldiers"),
    # what others do is theirs
    ("Congolese troops captured Bukavu after a colonel had defected to the rebels.", "2004-06-09", "Congolese troops"),
    ("Syrian troops recaptured Rastan, whose garrison had defected in January.", "2012-02-05", "Syrian troops"),
]


@pytest.mark.parametrize(("text", "published", "actor"), TURNED)
def test_who_has_changed_sides_takes_no_town_for_the_side_that_he_left(text: str, published: str, actor: str | None) -> None:
    (claim,) = claims(text, published)
    assert claim.actor.text == actor
    assert (claim.actor.id is None) == (actor not in {"Congolese troops", "Syrian troops"})


SPOKEN_OF = [
    ("Rebels said the army, which lost Malakal last week, had recaptured it.", "2014-01-21", ["SOUTH_SUDAN_GOV"] * 2),
    (
        "Security forces came under attack but the governor said they repulsed the Taliban and retook Sangin.",
        "2017-07-17",
        ["AFGHAN_GOV"],
    ),
    (
        "The army was attacked at dawn. He said they pushed back the M23 fighters and recaptured Kibumba.",
        "2022-10-30",
        ["DRC_GOV"],
    ),
    ("Afghan soldiers said the Taliban repulsed them and took Sangin.", "2017-07-17", ["TALIBAN"]),
    # who attacks a town is who took it, whoever tells of it
    ("Boko Haram attacked Bama. A Nigerian officer said the town had been captured.", "2014-09-01", ["BOKO_HARAM"]),
    ("M23 rebels attacked Masisi. A Congolese officer said Masisi had been recaptured.", "2025-01-16", ["DRC_GOV"]),
]


@pytest.mark.parametrize(("text", "published", "actors"), SPOKEN_OF)
def test_who_is_beaten_or_only_speaks_has_not_won(text: str, published: str, actors: list[str]) -> None:
    assert [claim.actor.id for claim in claims(text, published)] == actors


UNDECIDED = [
    ("The army and the rebels have fought over Malakal. Aid workers said Malakal had been taken.", "2014-02-18", None),
    ("M23 and the army fought for Sake all week. Residents said Sake had been captured.", "2025-01-23", None),
    ("M23 fought on for Sake. Residents said Sake had been captured.", "2025-01-23", "M23"),
]


@pytest.mark.parametrize(("text", "published", "actor"), UNDECIDED)
def test_of_two_who_fight_neither_is_said_to_have_won(text: str, published: str, actor: str | None) -> None:
    assert claims(text, published)[-1].actor.id == actor


NAMELESS_REBELS = [
    ("Rebels seized Birao in the Central African Republic, aid workers said.", "2006-10-31", None),
    ("Rebels overran the Central African town of Bambari.", "2012-12-24", "SELEKA"),
    ("Insurgents captured Kaduna in northern Nigeria.", "2001-02-02", None),
    ("Islamists captured Kismayo in southern Somalia.", "2006-09-25", "ISLAMIC_COURTS"),
    ("Islamists captured Kismayo in southern Somalia.", "2008-08-22", "SHABAAB"),
]


@pytest.mark.parametrize(("text", "published", "actor"), NAMELESS_REBELS)
def test_rebels_are_not_those_of_a_later_war(text: str, published: str, actor: str | None) -> None:
    (claim,) = claims(text, published)
    assert claim.actor.id == actor


ENTERED = [
    ("ISIS fighters entered Palmyra on Saturday and took control of several districts.", "2016-12-11", ["Palmyra part"]),
    ("Taliban fighters entered Kunduz at dawn, capturing several neighbourhoods.", "2015-09-28", ["Kunduz part"]),
    ("Taliban fighters advanced towards Kunduz and captured several districts.", "2015-09-28", []),
    ("Taliban fighters entered Kunduz and captured several villages nearby.", "2015-09-28", []),
]


@pytest.mark.parametrize(("text", "published", "expected"), ENTERED)
def test_quarters_taken_are_of_the_town_that_was_entered(text: str, published: str, expected: list[str]) -> None:
    assert [f"{claim.place.text} {claim.extent}" for claim in claims(text, published)] == expected


ATTAINED = [
    ("The SDF managed to control Mansoura.", "2017-06-05", "gained"),
    ("The army was able to control Hawija after clashes with ISIS.", "2017-10-05", "gained"),
    ("The SDF has been able to hold Mansoura for a week.", "2017-06-05", "holds"),
    ("The SDF continues to control Mansoura.", "2017-06-05", "holds"),
]


@pytest.mark.parametrize(("text", "published", "relation"), ATTAINED)
def test_who_manages_to_control_a_town_gains_it(text: str, published: str, relation: str) -> None:
    (claim,) = claims(text, published)
    assert claim.relation == relation


DESCRIBED = [
    ("Governmental soldiers recaptured Bambari in the Central African Republic.", "2014-05-20", "CENTRAL_AFRICAN_REPUBLIC"),
    ("The regular army captured Tombouctou in Mali.", "2013-01-28", "MALI_GOV"),
    ("The regular army recaptured Omdurman in Sudan.", "2024-03-12", "SAF"),
    ("The Movement for Democracy in Liberia (MODEL) rebel group captured Buchanan.", "2003-07-29", "MODEL"),
    ("After the fall of Mosul to the Islamic militant group, soldiers fled. ISIS is now in Mosul.", "2014-06-13", "ISIS"),
    ("JNIM attacked Djibo. The al-Qaeda-linked militia captured the base at Djibo.", "2025-05-12", "JNIM"),
    ("The Houthis attacked Marib. Harib fell into the Iran-backed militia's hands.", "2021-10-10", "HOUTHI"),
    ('"We took Bambari," rebel spokesman Eric Massi said in the Central African Republic.', "2012-12-24", "SELEKA"),
    # of whom nobody says that Iran backs him, or who fights for no religion, is another
    ("ISIS fighters fled as the Iran-backed militia took Tal Afar.", "2017-08-27", None),
    ("The Houthis fired missiles. The Saudi-backed militia captured Mocha.", "2017-01-23", None),
    ("Al-Shabaab attacked a convoy. The Ethiopian-backed militia took Beledweyne.", "2011-12-31", None),
    ("The Islamic militant group took Kobani. YPG fighters had fled.", "2014-10-06", None),
    # of several it may be any, and another is none of them
    ("Troops fought the Taliban and al-Qaeda. The Islamic militant group seized Mingora.", "2009-05-02", None),
    ("The Taliban fought the army. Another militant group seized Achin district in Nangarhar.", "2015-08-24", None),
    ("Another rebel group took Walikale in eastern Congo.", "2025-03-20", None),
]


@pytest.mark.parametrize(("text", "published", "actor"), DESCRIBED)
def test_who_is_only_described_is_the_one_side_that_the_words_fit(text: str, published: str, actor: str | None) -> None:
    assert claims(text, published)[0].actor.id == actor


BY_THE_TEXT = [
    # who is told to have taken it has taken it, whoever confirms it; a person is nobody's of whom only is told whose he was
    (
        "The Giants Brigades retook Harib. Two officials from inside the coalition also said the district had been taken.",
        "2022-01-26",
        "YEMEN_GOV",
    ),
    ("The former SPLA commander said he seized control of Bentiu after a government attack.", "2013-12-25", None),
    ("Libyan forces loyal to eastern-based commander Khalifa Haftar took control of Sirte.", "2020-01-07", "LNA"),
]


@pytest.mark.parametrize(("text", "published", "actor"), BY_THE_TEXT)
def test_the_text_says_whose_deed_it_is(text: str, published: str, actor: str | None) -> None:
    assert {claim.actor.id for claim in claims(text, published) if claim.place.text != "towns"} == {actor}


OUR_MEN = [
    ('Iraqi forces regained control of Rutba. "Our forces completely cleared Rutba," Major General Ali Saad said.', "IRAQ_GOV"),
    ('Islamic State holds Rutba. "Our forces still hold Rutba," Major General Ali Saad said.', None),
    ('The army and the rebels fought. "Our forces completely cleared Rutba," Major General Ali Saad said.', None),
]


@pytest.mark.parametrize(("text", "actor"), OUR_MEN)
def test_our_forces_are_theirs_who_are_told_to_have_done_the_same(text: str, actor: str | None) -> None:
    assert claims(text, "2016-10-25")[-1].actor.id == actor
