"""Which date an Arabic sentence gives to which place, and which it gives to none."""

import pytest
from small_war import Claims

from whoheld.interval import prefix

TOLD = {
    "a day is no part of the name of the town after it": [
        ("استعاد الجيش أمس الأحد مدينة هجين.", {"هجين": "2024-05-19"}),
        ("استعادت قسد في 5 مارس 2019 مدينة الرقة.", {"الرقة": "2019-03-05"}),
        ("دخل الجيش السوداني في مارس 2023 مدينة نيالا.", {"نيالا": "2023-03"}),
    ],
    "days that nobody counts are none": [
        ("استعاد الجيش أمس هجين. وكانت السوسة قد عادت إلى الجيش خلال الأيام السابقة.", {"هجين": "2024-05-19", "السوسة": None}),
        ("سيطر الحوثيون في الأسابيع الماضية على عدن.", {"عدن": None}),
        ("سيطرت قسد خلال الأشهر الأخيرة على الرقة.", {"الرقة": None}),
    ],
    "two days before another are counted from it": [
        ("استعاد الجيش الأحد هجين. وكان الجيش قد دخل السوسة في اليومين السابقين.", {"هجين": "2024-05-19", "السوسة": "2024-05"}),
    ],
    "some days ago is between two and ten days ago, unless they are counted from something": [
        ("استعاد الجيش قبل أيام مدينة هجين.", {"هجين": "2024-05"}),
        ("سيطرت قسد على هجين قبل أيام من سقوط الرقة.", {"هجين": None}),
    ],
    "the first day of something is not today": [
        ("أخذت قسد هجين في اليوم الأول من العملية.", {"هجين": None}),
        ("أخذت قسد هجين اليوم الاثنين.", {"هجين": "2024-05-20"}),
    ],
    "what came then has no day of its own": [
        ("دخلت قسد يوم السبت مدينة هجين ثم أخلت مدينة السوسة.", {"هجين": "2024-05-18", "السوسة": None}),
    ],
    "a day is not that of what another says meanwhile": [
        ("أكدت قسد مساء السبت سيطرتها على هجين، بينما أعلن الجيش أنه استعاد السوسة.", {"هجين": "2024-05-18", "السوسة": None}),
    ],
    "what is left behind is left on the day on which it is": [
        ("قالت قسد إن مدينة هجين باتت خالية من داعش بعد خروج آخر الحافلات اليوم الاثنين.", {"هجين": "2024-05-20"}),
        ("سيطر الجيش على هجين بعد انسحاب قسد يوم السبت.", {"هجين": "2024-05-18"}),
        ("سيطرت قسد على هجين بعد غارات الجمعة.", {"هجين": None}),
    ],
    "what a verb tells as a consequence was on the same day": [
        ("انسحبت قسد أمس الأحد نحو الحدود من السوسة، فدخلها الجيش.", {"السوسة": "2024-05-19"}),
    ],
    "last week is over": [
        ("خسرت قسد هجين الأسبوع الماضي.", {"هجين": "2024-05"}),
    ],
    "a month is that of the last day named, whatever year was": [
        (
            "دخل الجيش هجين الأربعاء. وكانت قسد تسيطر على الرقة منذ 1993. وعادت السوسة إلى الجيش في العاشر من الشهر نفسه.",
            {"هجين": "2024-05-15", "الرقة": "1993", "السوسة": "2024-05-10"},
        ),
    ],
    "what a relative clause recalls does not lead on": [
        (
            "في 24 مايو 1982 استعاد الجيش مدينة هجين التي احتلتها قسد في أكتوبر 1980. وبعد أربع سنوات احتل الجيش السوسة.",
            {"السوسة": "1986"},
        ),
        (
            "وتبقى عدن في يد الحوثيين، الذين قالوا إنهم تمكنوا أمس من صد هجوم.",
            {"عدن": "2024-05-20"},
        ),
    ],
    "dates told in turn are those of places told in turn": [
        ("وكان الجيش قد استعاد هجين والسوسة في مارس وأبريل على التوالي.", {"هجين": "2024-03", "السوسة": "2024-04"}),
        ("أعلنت قسد السبت أخذ هجين، ثم السوسة في اليوم التالي.", {"هجين": "2024-05-18", "السوسة": "2024-05-19"}),
    ],
    "another who speaks does not speak of the day told before": [
        ("أعلن الجيش أمس الأحد سيطرته على هجين، وقال مسؤول إن قسد غادرت السوسة.", {"هجين": "2024-05-19", "السوسة": None}),
        ("أعلن الجيش أمس الأحد سيطرته على هجين، ثم قال إنه دخل السوسة.", {"هجين": "2024-05-19", "السوسة": "2024-05-19"}),
    ],
    "an event named with its day has it": [
        ("أقر الجيش بالانسحاب، بعد يوم من إعلان قسد يوم الأحد استيلاءها على هجين.", {"هجين": "2024-05-19"}),
    ],
    "the number of a unit is no day": [
        ("وفي الشهر الماضي أخذت قسد مقر الفرقة 17 وفي مطلع الشهر الحالي انسحبت.", {"مقر الفرقة 17": "2024-04"}),
    ],
}


@pytest.mark.parametrize(("text", "expected"), [pair for pairs in TOLD.values() for pair in pairs])
def test_which_place_a_date_belongs_to(claims: Claims, text: str, expected: dict[str, str | None]) -> None:
    found = {c.place.text: prefix(c.when.earliest, c.when.latest) for c in claims(text, "2024-05-20")}
    assert {place: found.get(place, "not found") for place in expected} == expected
