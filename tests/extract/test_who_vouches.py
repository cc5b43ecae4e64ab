"""Who vouches for a claim: the text for what it concludes, nobody but it for where reporters are, a general by his title."""

import pytest
from any_war import claims

TOLD = [
    # what a text concludes is its own, whoever said what it concludes it from
    (
        "A Syrian military source reported that troops advanced near Latamneh, indicating that the army likely captured Zakat.",
        "2019-08-20",
        "hedged Zakat -",
    ),
    (
        "RSF channels published videos from the base, which suggests that the RSF likely seized Babanusa.",
        "2025-12-02",
        "hedged Babanusa -",
    ),
    # of an office without a country
    ("President Bush said Northern Alliance fighters had captured Kunduz.", "2001-11-26", "attributed Kunduz President Bush"),
    ("Maj. Gen. Sylvain Ekenge said that the army retook Masisi.", "2024-12-30", "attributed Masisi Maj. Gen. Sylvain Ekenge"),
    ('"We hold Bihac," said Maj. Gen. Atif Dudakovic.', "1994-11-22", "attributed Bihac Maj. Gen. Atif Dudakovic"),
    ("On Thursday President Ashraf Ghani said that Kunduz fell.", "2019-08-21", "attributed Kunduz President Ashraf Ghani"),
    ("A Sudanese monitor (ACLED) said the RSF seized Singa.", "2024-07-01", "attributed Singa Sudanese monitor (ACLED)"),
    ("State TV has been reporting that the army retook Qusayr.", "2013-06-05", "attributed Qusayr State TV"),
    ("Diplomats have assessed that M23 holds Rutshuru.", "2022-11-16", "attributed Rutshuru Diplomats"),
    # what one wants to have believed is his word alone
    ("The junta is trying to persuade traders that it controls Myawaddy.", "2024-04-16", "attributed Myawaddy The junta"),
    ("The regime tried to convince reporters that it controlled Zawiya.", "2011-03-09", "attributed Zawiya The regime"),
    # a hedge is of the strike and not of whose town it is; where a reporter is, his report does not say
    ("Planes believed to be French struck the rebel-held town of Diabaly.", "2013-01-16", "asserted Diabaly -"),
    ("Turkish troops reportedly shelled the Kurdish-held town of Afrin.", "2018-01-23", "asserted Afrin -"),
    ("Reportedly rebel-held Nasir was calm.", "2025-03-16", "hedged Nasir -"),
    ("A Reuters photographer in Houthi-held Hodeidah said the port was open.", "2018-11-10", "asserted Hodeidah -"),
]


@pytest.mark.parametrize(("text", "published", "expected"), TOLD)
def test_a_claim_is_vouched_for_by_who_says_it(text: str, published: str, expected: str) -> None:
    (claim,) = claims(text, published)
    assert f"{claim.modality} {claim.place.text} {claim.speaker.text if claim.speaker else '-'}" == expected


@pytest.mark.parametrize(
    "text",
    [
        "President Obama told reporters that the army held Ramadi, Iraq.",
        "A spokesman for the Syria Civil Defense said the army took Saraqib.",
        "An AFP correspondent in rebel-held Douma said the army took Jobar.",
    ],
)
def test_who_only_speaks_of_a_war_is_no_side_of_it(text: str) -> None:
    claim = claims(text, "2016-02-01")[-1]
    assert claim.speaker is not None
    assert claim.speaker.id is None
