"""A capital where somebody speaks of elsewhere is not the town he speaks of, but tells whose his office and his men are."""

import pytest
from any_war import claims

TOLD = [
    # an official of the capital speaks of the town at war
    (
        "Witnesses said al-Shabaab had taken Guriel. In Mogadishu a minister insisted that the army was in control there.",
        "2021-10-24",
        ["gained SHABAAB Guriel", "holds SOMALI_GOV Guriel"],
    ),
    (
        "The rebels took Bukavu on Friday. A lawmaker in Kinshasa said that the army had recaptured the town.",
        "2025-02-16",
        ["gained M23 Bukavu", "gained DRC_GOV Bukavu"],
    ),
    (
        "The junta lost Lashio in July. In Naypyidaw a spokesman said on Monday that troops had retaken the town.",
        "2024-09-03",
        ["lost MYANMAR_JUNTA Lashio", "gained MYANMAR_JUNTA Lashio"],
    ),
    # who speaks of the capital itself, or has seen it
    ("In Khartoum, the army said that it had recaptured the city.", "2025-03-21", ["gained SAF Khartoum"]),
    ("In Khartoum, residents said the army now controlled the city.", "2025-03-27", ["holds SAF Khartoum"]),
    # whose ministry it is, is told by where it sits
    (
        "Azerbaijan announced the capture of Lachin. In Yerevan the defence ministry denied it and said its men held the town.",
        "2020-11-02",
        ["gained AZERBAIJAN Lachin", "holds ARMENIA Lachin"],
    ),
    (
        "The insurgents said that they took Spin Boldak; the interior ministry in Kabul was adamant that it held the district.",
        "2021-07-15",
        ["gained TALIBAN Spin Boldak", "holds AFGHAN_GOV Spin Boldak"],
    ),
    # "it" is the army that speaks
    (
        "The Karen National Union promised to attack again. Along the road the army says that it now has Kawkareik.",
        "2024-04-24",
        ["gained MYANMAR_JUNTA Kawkareik"],
    ),
    # his men are those of the man who spoke, and not of whom he spoke
    (
        "An Iraqi colonel said Islamic State was nearly finished. His men have taken Zummar.",
        "2014-10-26",
        ["gained IRAQ_GOV Zummar"],
    ),
    (
        "An officer of Somalia's army says al-Shabaab is nearly finished. His men have taken Bardhere.",
        "2015-07-22",
        ["gained SOMALI_GOV Bardhere"],
    ),
    ("Haftar rejected the talks, a Turkish general said. His forces seized Sirte.", "2020-01-07", ["gained LNA Sirte"]),
    (
        "The army's spokesman denied that the rebels had entered Goma: his men, he said, still held the town.",
        "2012-11-19",
        ["holds DRC_GOV Goma"],
    ),
]


@pytest.mark.parametrize(("text", "published", "told"), TOLD)
def test_where_one_speaks_is_not_what_one_speaks_of(text: str, published: str, told: list[str]) -> None:
    found = [claim for claim in claims(text, published) if claim.modality != "denied"]
    assert [f"{claim.relation} {claim.actor.id} {claim.place.text}" for claim in found] == told


def test_a_mission_does_not_speak_for_the_country_where_it_is() -> None:
    (claim,) = claims("Bria fell to rebels on Friday, the UN mission in the Central African Republic said.", "2016-11-28")
    assert claim.speaker is not None
    assert (claim.speaker.id, claim.speaker.text) == (None, "UN mission in the Central African Republic")
