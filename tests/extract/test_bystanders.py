"""Who holds nothing: bodies without arms, storms, page furniture; and whose a place is that "militants" or "both sides" have."""

import pytest
from any_war import claims

NOBODYS = [
    ("The Norwegian Refugee Council, which is supporting the displaced community in the town of Menaka, appealed.", "2019-03-04"),
    ("President Emmanuel Macron said the damage from storm Ciaran, now battering Brest, was terrible.", "2023-11-03"),
    ("The World Food Program said it had supported the resettled families in Bor.", "2014-06-03"),
    ("ASEAN envoys asked that the junta withdraw from Loikaw.", "2022-01-10"),
]


@pytest.mark.parametrize(("text", "published"), NOBODYS)
def test_helpers_and_storms_take_no_town(text: str, published: str) -> None:
    assert not claims(text, published)


WHOSE = [
    # neither the asker nor the reporter is who acts
    (
        "The African Union asked that Sudan withdraw its troops after it invaded Abyei a year ago.",
        "2012-05-30",
        "gained Abyei SAF",
    ),
    (
        "South Sudan complied with the Arab League's demand that it withdraw from Heglig.",
        "2012-04-30",
        "lost Heglig SOUTH_SUDAN_GOV",
    ),
    (
        "Share this. Get short URL The SDF moved on and liberated Tabqa.",
        "2017-04-28",
        "gained Tabqa SDF",
    ),
    (
        "Topic: Battle Against Daesh (180) The SDF killed 23 Daesh members and liberated Tabqa on Friday.",
        "2017-04-29",
        "gained Tabqa SDF",
    ),
    # a legion or a union that bears arms is one still
    ("The Arab Legion captured Latrun in May.", "1948-06-28", "gained Latrun None"),
    ("The Karen National Union took Thingannyinaung.", "2023-04-10", "gained Thingannyinaung KNLA"),
    # militants are those of the place, not those of whom the text spoke last
    (
        "SDF fighters stood guard. Jets hit the militant-held town of Mayadin. Mayadin has been under Daesh control since 2014.",
        "2017-10-06",
        "holds Mayadin ISIS",
    ),
    (
        "Troops pushed into parts of Falluja held by the insurgents. Islamic State has held the city since 2014.",
        "2016-06-16",
        "holds Falluja ISIS",
    ),
    ("Fighting went on near Falluja, the Iraqi city longest held by Islamic State.", "2016-06-16", "holds Falluja ISIS"),
    (
        "ISIS lost Manbij on Friday. The SDF holds Manbij. The town had been held by the militants since January 2014.",
        "2016-08-15",
        "holds Manbij ISIS",
    ),
    # what both say of themselves is nobody's
    ("CNN reporters saw rebels near Bria. Both sides later claimed they held Bria.", "2017-05-04", "contested Bria None"),
    ("Both armies claimed that they had taken Vuhledar.", "2022-11-12", "contested Vuhledar None"),
    ("The government and the rebels both claimed to have captured the town of Bor.", "2014-01-04", "gained Bor SPLA_IO"),
]


@pytest.mark.parametrize(("text", "published", "expected"), WHOSE)
def test_a_place_is_not_whose_who_only_stands_by(text: str, published: str, expected: str) -> None:
    told = [f"{claim.relation} {claim.place.text} {claim.actor.id}" for claim in claims(text, published)]
    assert expected in told
    assert all(who.split()[-1] not in {"AU_SOMALIA", "UN"} for who in told)


def test_militants_are_not_who_stood_guard_nor_sides_whoever_was_seen() -> None:
    text = (
        "SDF fighters stood guard. Jets hit the militant-held town of Mayadin. Mayadin has been under Daesh control since 2014."
    )
    assert {claim.actor.id for claim in claims(text, "2017-10-06")} == {"ISIS"}


ASIDES = [
    ("Armed groups -- some with ties to the Islamic State group, or ISIS -- overran Baiji.", "2014-06-18", "Armed groups"),
    ("Tribal fighters (some of whom had fought alongside AQAP) took Mukalla.", "2015-06-18", "Tribal fighters"),
    ("Mai-Mai fighters – most of them opposed to the FDLR – recaptured Luofu.", "2012-05-30", "Mai-Mai fighters"),
    ("The Seleka -- a coalition that included the UFDR and the CPJP -- overran Sibut.", "2012-12-30", "Seleka"),
    (
        "Islamist groups -- some of them with links to AQIM -- seized key towns. Soon after taking Gao they imposed their law.",
        "2013-01-20",
        "Islamist groups",
    ),
    # who is told between dashes himself acts
    ("The town fell -- the army took Hit on Friday -- after a week.", "2016-04-20", "the army"),
    ("The rebels -- the M23 -- advanced, and the army took Rutshuru.", "2013-11-20", "the army"),
]


@pytest.mark.parametrize(("text", "published", "actor"), ASIDES)
def test_a_parenthesis_on_who_acts_leaves_him_the_subject(text: str, published: str, actor: str) -> None:
    *_, claim = claims(text, published)
    assert claim.actor.text == actor


BACKED = [
    ("The KDP, backed by Iraqi tanks, guns and helicopters had taken Arbil by Saturday.", "1996-09-01", "KDP"),
    ("Ethiopian troops, accompanied by militiamen, special police and tanks captured Humera.", "2020-11-13", "Ethiopian troops"),
    ("The SDF, with the help of American aircraft, artillery and special forces took Hajin.", "2018-12-14", "SDF"),
    # behind the backing another clause may begin, and its subject may be backed too
    ("The army, backed by Russia, advanced and rebels took Bor.", "2014-01-01", "rebels"),
    ("The army fled and rebels, helped by tribesmen, took Bor.", "2014-01-01", "rebels"),
]


@pytest.mark.parametrize(("text", "published", "actor"), BACKED)
def test_who_only_backs_them_does_not_act(text: str, published: str, actor: str) -> None:
    (claim,) = claims(text, published)
    assert claim.actor.text.removeprefix("The ") == actor


HARMED = [
    ("The capture of Goma, a city of a million people, humiliated Congo's army.", "2012-11-23", None),
    ("The seizure of Debaltseve embarrassed Ukraine.", "2015-02-20", None),
    ("The capture of Wad Madani by the RSF deprived the army of a hub.", "2023-12-20", "RSF"),
    ("The recapture of Ramadi boosted the Iraqi army.", "2015-12-30", "IRAQ_GOV"),
]


@pytest.mark.parametrize(("text", "published", "actor"), HARMED)
def test_whom_a_capture_harms_did_not_make_it(text: str, published: str, actor: str | None) -> None:
    (claim,) = claims(text, published)
    assert claim.actor.id == actor
