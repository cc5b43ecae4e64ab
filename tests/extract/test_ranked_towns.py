"""Towns told by their rank: an aside names them, or an infinitive tells what befell them."""

import pytest
from any_war import claims

RANKED = [
    # an aside names what is ranked, and no region between is the place
    ("The largest city in Darfur, Nyala, fell to the RSF on Thursday.", "2023-10-27", {"gained RSF Nyala"}),
    ("Azerbaijani troops have taken the second city of Nagorno-Karabakh, Shusha.", "2020-11-09", {"gained AZERBAIJAN Shusha"}),
    ("The biggest gas field in Syria, Shaer, passed to the jihadists in May.", "2016-06-01", {"gained ISIS Shaer"}),
    ("The second city of Mosul was recaptured by Iraqi troops in July 2017.", "2018-06-01", {"gained IRAQ_GOV Mosul"}),
    ("The longest river in Darfur, the rebels say, is dry.", "2021-07-01", set[str]()),
    # what befell the first or last of several
    (
        "On Monday Ghazni became the tenth provincial capital to be lost by the government.",
        "2021-08-13",
        {"lost AFGHAN_GOV Ghazni"},
    ),
    ("Bambari on Sunday became the third town to be seized by the rebels.", "2013-01-01", {"gained SELEKA Bambari"}),
    ("Marib could become the next city to be captured by the Houthis.", "2021-03-01", set[str]()),
]


@pytest.mark.parametrize(("text", "published", "told"), RANKED)
def test_a_rank_names_a_town_and_not_what_it_is_ranked_in(text: str, published: str, told: set[str]) -> None:
    assert {f"{claim.relation.value} {claim.actor.id or '-'} {claim.place.text}" for claim in claims(text, published)} == told
