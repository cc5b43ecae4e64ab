"""Whose deed an Arabic text tells: own men, pronouns and carried verbs, in paragraphs from several wars."""

import pytest
from small_war import Claims, said

TOLD = {
    "a speaker's men are his side's, whoever is named after them": [
        (
            "قال قائد ميداني في قسد إن مقاتليه بسطوا سيطرتهم على هجين، وإن مسلحي تنظيم الدولة لاذوا بالبساتين.",
            {"gained SDF هجين"},
        ),
        ("وقال عضو المكتب السياسي للحوثيين علي حسن إن جماعته تسيطر على مأرب.", {"holds HOUTHI مأرب"}),
        ("قال العقيد حسن يوسف، الناطق باسم قسد، إن مدينة الرقة باتت في يد رجاله.", {"gained SDF الرقة"}),
    ],
    "whoever goes on to speak speaks of the same side": [
        (
            "دخل تنظيم الدولة تدمر. وكذب ناطق باسم قسد الخبر وقال إن مدينة الرقة ما برحت في يد رجاله.",
            {"gained ISIS تدمر", "holds SDF الرقة"},
        ),
        ("أعلن ناطق باسم قسد هدنة مع تنظيم الدولة. وأضاف أن قواته استعادت هجين.", {"gained SDF هجين"}),
    ],
    "a pronoun in a side's own words means the side": [
        (
            "ذكر ناطق باسم قوات الدعم السريع أن الجيش السوداني انسحب. وأضافت قسد أن هجين صارت بيدها أيضا.",
            {"gained SDF هجين"},
        ),
    ],
    "a verb that is carried on has the subject of the verb before it": [
        (
            "لم يهنأ الجيش السوداني طويلا بما أخذه، فقد تسلل عناصر الدعم السريع فجرا واستردوا نيالا.",
            {"gained RSF نيالا"},
        ),
        ("هاجم الجيش السوداني مسلحي الدعم السريع وسيطر على نيالا.", {"gained SAF نيالا"}),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [pair for pairs in TOLD.values() for pair in pairs])
def test_whose_deed_it_is(claims: Claims, text: str, expected: set[str]) -> None:
    assert {said(claim) for claim in claims(text)} == expected
