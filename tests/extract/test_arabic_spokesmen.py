"""For whom an Arabic spokesman speaks: by a name in quotation marks or without them, known or not, and in a statement."""

import pytest
from small_war import Claims, said

TOLD = [
    ("قال متحدث باسم «قسد» إن مقاتليها سيطروا على هجين.", "gained SDF هجين", "SDF"),
    ('قال الناطق باسم "الحوثيين" إن مقاتليهم سيطروا على مأرب.', "gained HOUTHI مأرب", "HOUTHI"),
    ("قال متحدث باسم «صقور الوادي» إن مقاتليها سيطروا على هجين.", "gained صقور الوادي هجين", None),
    ("قال متحدث باسم صقور الوادي إن مقاتليها سيطروا على هجين.", "gained صقور الوادي هجين", None),
    ("أكد المتحدث باسم «المجلس الثوري في السوسة» أن قواته سيطرت على هجين.", "gained المجلس الثوري في السوسة هجين", None),
    ("قال الناطق باسم «لواء شهداء الغوطة» إن مقاتليه سيطروا على هجين.", "gained لواء شهداء الغوطة هجين", None),
    ("قال متحدث باسم «قوات النظام» إن مقاتليها سيطروا على هجين.", "gained SYRIA_GOV هجين", "SYRIA_GOV"),
    ("قالت قسد، في بيان رسمي، إن مقاتليها سيطروا على هجين.", "gained SDF هجين", "SDF"),
    ("قال الناطق باسم الحوثيين في بيان متلفز إن مقاتليهم سيطروا على مأرب.", "gained HOUTHI مأرب", "HOUTHI"),
    ("قال المتحدث باسم قسد، في بيان، إن مقاتليها سيطروا على هجين.", "gained SDF هجين", "SDF"),
    ("جاء في بيان لقسد أن مقاتليها سيطروا على هجين.", "gained SDF هجين", "SDF"),
]
FOR_A_LAND = [
    ("أعلن جيش تحرير السودان السيطرة على نيالا.", "gained جيش تحرير السودان نيالا"),
    ("سيطر جيش إنقاذ جنوب السودان على نيالا.", "gained جيش إنقاذ جنوب السودان نيالا"),
    ("سيطرت جبهة السودان الجديدة على نيالا.", "gained جبهة السودان الجديدة نيالا"),
]


@pytest.mark.parametrize(("text", "claim", "speaker"), TOLD)
def test_whom_a_spokesman_speaks_for(claims: Claims, text: str, claim: str, speaker: str | None) -> None:
    (found,) = claims(text)
    assert said(found) == claim
    assert found.speaker is not None
    assert found.speaker.id == speaker


def test_a_statement_alone_has_no_speaker(claims: Claims) -> None:
    (found,) = claims("أكد بيان رسمي أن قسد سيطرت على هجين.")
    assert said(found) == "gained SDF هجين"
    assert found.speaker is None


@pytest.mark.parametrize(("text", "claim"), FOR_A_LAND)
def test_an_army_for_a_land_is_not_its_army(claims: Claims, text: str, claim: str) -> None:
    assert [said(found) for found in claims(text)] == [claim]
