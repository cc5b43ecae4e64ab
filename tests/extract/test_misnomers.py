"""Words that are written as sides are, and name none; whose deed is told before the main clause."""

import pytest
from any_war import claims

TOLD = [
    # a country in a man's name
    ("Lieutenant General Riyadh Tawfik said Iraqi troops had taken Hawija.", "2017-10-05", ["gained IRAQ_GOV Hawija"]),
    ('"Kidal is liberated," said Nouhoum Togo.', "2013-02-05", ["gained None Kidal"]),
    ("A commander said Mali had retaken Kidal.", "2023-11-14", ["gained MALI_GOV Kidal"]),
    ("Defence Minister Sergei Shoigu said Russia had taken Bakhmut.", "2023-05-21", ["gained RUSSIA Bakhmut"]),
    # what is only military
    ("The rebels opened two fresh military fronts, seizing Danane.", "2002-11-28", ["gained FORCES_NOUVELLES Danane"]),
    ("Burmese military retook Kawkareik on Monday.", "2024-04-20", ["gained MYANMAR_JUNTA Kawkareik"]),
    # who captured, is whom the main clause is about, whatever its verb
    ("After capturing Kurnaz, rebels were battling government soldiers.", "2012-12-20", ["gained SYRIA_OPP Kurnaz"]),
    ("Ardamata, the last army garrison in the west, was captured by the RSF.", "2023-11-05", ["gained RSF Ardamata"]),
    # a speaker's armed forces are his own
    ("The Houthi spokesman announced that their armed forces have captured Nihm.", "2020-01-28", ["gained HOUTHI Nihm"]),
]


@pytest.mark.parametrize(("text", "published", "told"), TOLD)
def test_whose_name_it_is_and_whose_it_is_not(text: str, published: str, told: list[str]) -> None:
    assert [f"{claim.relation} {claim.actor.id} {claim.place.text}" for claim in claims(text, published)] == told
