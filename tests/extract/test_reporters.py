"""Persons who only tell of a deed, and those for whom they speak whom the sentence before introduces."""

import pytest
from any_war import claims

VOICES = [
    # who tells of a capture by its noun has not made it
    (
        "The BBC's Jim Muir reporting from Beirut said the capture of Qusayr was a major victory for the army.",
        "2013-06-05",
        "gained SYRIA_GOV by BBC's Jim Muir",
    ),
    (
        "According to Kazarama, with the capture of Rutshuru, the M23 is now in possession of the whole road to Uganda.",
        "2012-07-08",
        "gained M23 by Kazarama",
    ),
    ("The Al-Tabu Brigade announced the capture of Sabha.", "2018-06-28", "gained None by Al-Tabu Brigade"),
    ("General Hifter announced the capture of Derna.", "2018-06-28", "gained LNA by General Hifter"),
    # "our forces" are those of whose spokesman was told just before
    (
        'A spokesman for the rebels denied it. "Bentiu is still in the hands of our forces", Brigadier Peter Gatdet said.',
        "2014-01-10",
        "holds SPLA_IO by Brigadier Peter Gatdet",
    ),
    (
        'A spokesman for the army denied it. "Kidal is under the control of our forces," Colonel Souleymane Dembele said.',
        "2023-11-15",
        "holds MALI_GOV by Colonel Souleymane Dembele",
    ),
    (
        'A UN spokesman condemned the attack. "Goma is under our control," Lawrence Kanyuka said.',
        "2025-01-28",
        "holds M23 by Lawrence Kanyuka",
    ),
]


@pytest.mark.parametrize(("text", "published", "expected"), VOICES)
def test_a_voice_is_no_side(text: str, published: str, expected: str) -> None:
    *_, claim = claims(text, published)
    assert f"{claim.relation} {claim.actor.id} by {claim.speaker.text if claim.speaker else None}" == expected
