"""What an Arabic noun for an end governs and what is only joined behind it; who had left between «كان» and «قد»."""

import pytest
from small_war import Claims, said

TOLD = {
    "the end of fighting is not that of the control which is joined with it": [
        ("أعلنت قسد انتهاء القتال في هجين وسيطرتها عليها.", {"gained SDF هجين"}),
        ("أعلنت قسد انتهاء العمليات ضد تنظيم الدولة وسيطرة قوات النظام على تدمر.", {"gained SYRIA_GOV تدمر"}),
        ("بعد انتهاء الهدنة وسيطرة الدعم السريع على نيالا نزح السكان.", {"gained RSF نيالا"}),
        ("أعلنت قسد انتهاء العمليات العسكرية في الرقة وتحريرها بالكامل.", {"gained SDF الرقة"}),
        ("أعلنت قسد انتهاء معركة هجين وتحريرها من داعش.", {"gained SDF هجين"}),
    ],
    "a control that ends is lost, unless somebody ends it": [
        ("أعلنت قسد انتهاء سيطرتها على هجين.", {"lost SDF هجين"}),
        ("أقر تنظيم الدولة بانتهاء سيطرته على هجين.", {"lost ISIS هجين"}),
        ("أنهت قسد سيطرة داعش على هجين.", {"gained SDF هجين"}),
    ],
    "people without arms who had left lost nothing, nor did the side before them": [
        ("سيطرت قسد على هجين. وكان التجار قد فروا من السوسة.", {"gained SDF هجين"}),
        ("سيطر الحوثيون على مأرب. وكان موظفو البنك قد انسحبوا من صنعاء.", {"gained HOUTHI مأرب"}),
        ("سيطرت قسد على هجين. وكانت قوات النظام قد انسحبت من تدمر.", {"gained SDF هجين", "lost SYRIA_GOV تدمر"}),
        ("سيطرت قسد على هجين. وكانت في وقت سابق قد انسحبت من السوسة.", {"gained SDF هجين", "lost SDF السوسة"}),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [pair for pairs in TOLD.values() for pair in pairs])
def test_what_came_to_an_end(claims: Claims, text: str, expected: set[str]) -> None:
    assert {said(claim) for claim in claims(text)} == expected


RECALLED = [
    ("سيطرت قسد على هجين. وكان تنظيم الدولة أعلن في وقت سابق السيطرة على السوسة.", {"event هجين", "background السوسة"}),
    ("هاجم داعش هجين. وسبق لقسد أن أعلنت السيطرة على السوسة.", {"background السوسة"}),
    ("كان الوزير في زيارة حين أعلنت قسد السيطرة على هجين.", {"event هجين"}),
    ("كانت المعارك عنيفة وأعلنت قسد السيطرة على هجين.", {"event هجين"}),
]


@pytest.mark.parametrize(("text", "expected"), RECALLED)
def test_what_had_been_announced_is_background(claims: Claims, text: str, expected: set[str]) -> None:
    assert {f"{claim.telling.value} {claim.place.text}" for claim in claims(text)} == expected
