"""Arabic quarters, villages and hills that are called by common nouns, in sentences from several wars."""

import pytest
from small_war import Claims

TOLD = {
    "a quarter may be called by any definite noun": [
        ("سيطر الجيش على حي الضباط وحي الميناء في نيالا.", {"gained الضباط", "gained الميناء"}),
        ("حرر الجيش حي المعلمين وحي الآبار في الرقة.", {"gained المعلمين", "gained الآبار"}),
        ("استعاد الجيش حي الجزيرة الجنوبي وحي السلام في بوكافو.", {"gained الجزيرة", "gained السلام"}),
        ("سيطر الجيش على حي اليوم.", set()),
        ("قصف الجيش حي المهندسين واستهدف حي الميناء.", set()),
    ],
    "a village may be called by a noun for a building, and one of a pair too": [
        ("سيطرت الحركة على قرية الكنيسة.", {"gained الكنيسة"}),
        ("سيطر الجيش على قريتي الكنيسة الشمالية وكفر زيتا.", {"gained الكنيسة", "gained كفر زيتا"}),
        ("سيطر الجيش على قرى الحدود مع تركيا.", set()),
        ("سيطر التنظيم على قرية السكان فيها نازحون.", set()),
    ],
    "a hill is called by the definite noun behind it": [
        ("سيطر الجيش على قرى هجين وتل النار والسوسة.", {"gained هجين", "gained تل النار", "gained السوسة"}),
        ("سيطر الجيش على تل العائلات.", {"gained تل العائلات"}),
        ("قصف الجيش تل النار.", set()),
    ],
    "the second of a pair may be called by two words, or be one of several of its name": [
        ("استعاد الجيش قريتي السلامية وأورطا خراب شرق الرقة.", {"gained السلامية", "gained أورطا خراب"}),
        ("حرر الجيش قريتي سدير الوسطى وسدير العليا.", {"gained سدير الوسطى", "gained سدير العليا"}),
        ("استعاد الجيش قريتي السلامية وكنعوص عسكريا.", {"gained السلامية", "gained كنعوص"}),
        ("استعاد الجيش قريتي السلامية وكنعوص يحاصرهما المسلحون.", {"gained السلامية", "gained كنعوص"}),
    ],
}


@pytest.mark.parametrize(("text", "told"), [case for cases in TOLD.values() for case in cases])
def test_a_common_noun_may_be_a_name(claims: Claims, text: str, told: set[str]) -> None:
    assert {f"{claim.relation} {claim.place.text}" for claim in claims(text)} == told
