"""Whom "from" names behind a deed: who lost the place, whose men took it, or of whom a speaker is."""

import pytest
from any_war import claims

FROM = [
    # who loses it, behind who took it
    ("Kunduz was taken by the Taliban from Afghan forces.", "2016-02-20", "TALIBAN < AFGHAN_GOV"),
    ("Shaddadi was taken by the Kurds from ISIS.", "2016-02-20", "SDF < ISIS"),
    ("Taiz airport was retaken by the government from the Houthis.", "2018-02-20", "YEMEN_GOV < HOUTHI"),
    ("Gao was seized by the Tuareg rebels from the army.", "2012-04-20", "AZAWAD < MALI_GOV"),
    # by the name behind the sort
    ("The army seized Wad Madani from the rebel Rapid Support Forces (RSF).", "2025-01-11", "SAF < RSF"),
    # whose men they are
    ("Fighters from the Islamic State captured Baiji.", "2014-06-20", "ISIS < None"),
    ("Tuareg fighters from the MNLA captured Gao.", "2012-04-20", "AZAWAD < None"),
    # of whom a speaker is
    ("Troops retook the town of Dikwa, Sani Usman from the army's press office said.", "2015-07-24", "NIGERIA < None"),
    ("Rebels took Dikwa from the army, residents said.", "2015-07-24", "REBELS < NIGERIA"),
]


@pytest.mark.parametrize(("text", "published", "expected"), FROM)
def test_from_tells_of_two_sides_or_of_one(text: str, published: str, expected: str) -> None:
    (claim,) = claims(text, published)
    assert f"{claim.actor.id} < {claim.loser.id if claim.loser else None}" == expected


BLOWS = [
    ("The fall of Ramadi was a heavy blow to the government.", "2015-05-18", "None"),
    ("The fall of Kunduz dealt a blow to the Afghan government.", "2015-09-30", "None"),
    ("Ramadi fell on Sunday, dealing a blow to the Iraqi government.", "2015-05-18", "None"),
    ("The fall of Palmyra is a setback for the Syrian army.", "2015-05-22", "None"),
    ("The fall of Raqqa was a victory for the Kurds.", "2017-10-22", "SDF"),
    ("The fall of Aden to the Houthis was a blow to the government.", "2015-04-22", "HOUTHI"),
    ("The army captured Tikrit in a blow to Islamic State.", "2015-04-01", "IRAQ_GOV"),
]


@pytest.mark.parametrize(("text", "published", "winner"), BLOWS)
def test_to_whom_a_fall_is_a_blow_has_not_won(text: str, published: str, winner: str) -> None:
    assert [str(claim.actor.id) for claim in claims(text, published)] == [winner]


def test_the_mission_to_somalia_is_not_somalia() -> None:
    text = "Al-Shabaab seized El Baraf, after troops from the African Union Mission to Somalia withdrew from the town."
    assert [f"{claim.relation} {claim.actor.id}" for claim in claims(text, "2016-07-05")] == ["gained SHABAAB", "lost AU_SOMALIA"]
