"""Who of two sides it was, and which places are meant, in English clauses that name both sides or several places."""

import pytest
from any_war import claims

OWN_DEEDS = [
    ("The RSF said that it had overrun two army garrisons and captured Um Rawaba.", "2025-01-12", {"gained RSF Um Rawaba"}),
    ("The Taliban said they had killed dozens of policemen and seized Sangin.", "2015-12-21", {"gained TALIBAN Sangin"}),
    ("The M23 said it had overrun three army camps and captured Kiwanja.", "2022-10-31", {"gained M23 Kiwanja"}),
    ("The rebels said two army brigades had attacked and captured Kibumba.", "2022-10-31", {"gained DRC_GOV Kibumba"}),
    (
        "The RSF captured El Fasher in October; the army holds Khartoum, retaken in March.",
        "2025-12-02",
        {"gained RSF El Fasher", "holds SAF Khartoum", "gained SAF Khartoum"},
    ),
    (
        "The Houthis seized Hodeidah in 2014; the government holds Aden, retaken in July 2015.",
        "2017-08-01",
        {"gained HOUTHI Hodeidah", "holds YEMEN_GOV Aden", "gained YEMEN_GOV Aden"},
    ),
    (
        "The Taliban seized Kunduz in 2015; the army holds Sangin, captured by the Taliban in 2017.",
        "2018-08-01",
        {"gained TALIBAN Kunduz", "holds AFGHAN_GOV Sangin", "gained TALIBAN Sangin"},
    ),
    (
        "Ethiopia's army took Shire. The National Defence Forces took control of Korem.",
        "2022-10-18",
        {"gained ETHIOPIA_GOV Shire", "gained ETHIOPIA_GOV Korem"},
    ),
    ("The National Defence Forces retook al-Sukhna from Islamic State.", "2017-08-12", {"gained SYRIA_GOV al-Sukhna"}),
    ("In Damascus, which rebels under Hayat Tahrir al-Sham captured, banks were shut.", "2024-12-09", {"gained HTS Damascus"}),
    ("Militias under the SDF took Manbij in August.", "2016-09-01", {"gained SDF Manbij"}),
    ("Soldiers under Taliban threat left Kajaki.", "2016-12-01", {"lost AFGHAN_GOV Kajaki"}),
    ("Troops under rebel siege in Bor surrendered the town.", "2014-01-20", {"lost SOUTH_SUDAN_GOV Bor"}),
]

OWN_PLACES = [
    (
        "The army shelled Kafr Nabl, west of rebel-held Maarat al-Numan, along with Hass and Kafr Sajna.",
        "2019-11-22",
        {"holds SYRIA_OPP Maarat al-Numan"},
    ),
    ("Shells hit Yampil, east of Ukrainian-held Sloviansk, Torske and Zarichne.", "2023-11-22", {"holds UKRAINE Sloviansk"}),
    ("Civilians fled Houthi-held Hodeidah and Zabid.", "2018-06-12", {"holds HOUTHI Hodeidah", "holds HOUTHI Zabid"}),
    (
        "The M23 took a dozen villages within 15 miles of Bukavu, Katana and Kavumu among them.",
        "2025-02-10",
        {"gained M23 Katana", "gained M23 Kavumu"},
    ),
    (
        "The rebels have taken a string of towns around Goma, Sake and Minova among them.",
        "2025-01-17",
        {"gained M23 Sake", "gained M23 Minova"},
    ),
    (
        "The rebels have taken Goma, Sake and Minova among them.",
        "2025-01-27",
        {"gained M23 Goma", "gained M23 Sake", "gained M23 Minova"},
    ),
    ("The rebels took Goma and the base last June.", "2013-01-01", {"gained M23 Goma"}),
    ("The rebels took Goma and the town last June.", "2013-01-01", {"gained M23 Goma"}),
    ("Afghan soldiers have retaken Musa Qala, officials in Helmand said.", "2015-08-31", {"gained AFGHAN_GOV Musa Qala"}),
    ("The army has taken 20 villages within 10 km of Goma.", "2022-11-17", set()),
]

PARTS = [
    ("Soldiers have recovered 70 percent of the ground in Bor that was in the hands of rebels.", "2014-01-17", "SOUTH_SUDAN_GOV"),
    ("The army regained most of the area in Marawi that was under the control of the Maute group.", "2017-06-17", "PHILIPPINES"),
    ("Government forces regained half of the land in Aleppo that was held by the rebels.", "2016-11-29", "SYRIA_GOV"),
    ("Islamic State seized two districts in the south of Ramadi.", "2015-04-19", "ISIS"),
]


@pytest.mark.parametrize(("text", "published", "expected"), OWN_DEEDS)
def test_whose_deed_it_is_where_both_sides_are_named(text: str, published: str, expected: set[str]) -> None:
    assert {f"{claim.relation} {claim.actor.id} {claim.place.text}" for claim in claims(text, published)} == expected


@pytest.mark.parametrize(("text", "published", "expected"), OWN_PLACES)
def test_what_only_tells_where_another_place_lies_is_not_taken(text: str, published: str, expected: set[str]) -> None:
    assert {f"{claim.relation} {claim.actor.id} {claim.place.text}" for claim in claims(text, published)} == expected


@pytest.mark.parametrize(("text", "published", "actor"), PARTS)
def test_a_share_of_the_ground_in_a_town_is_a_part_of_it(text: str, published: str, actor: str) -> None:
    gained = [claim for claim in claims(text, published) if claim.relation == "gained"]
    assert [(claim.actor.id, claim.extent) for claim in gained] == [(actor, "part")]


def test_land_that_is_bought_is_no_part_held() -> None:
    assert not claims("A company took most of the land in Bor. Floods cover half of the ground in Malakal.", "2014-01-17")
