"""Arabic words for a deed that tell of none, and series of which each part has a side of its own: texts from several wars."""

import pytest
from any_war import claims

NOTHING = [
    # what somebody makes his condition
    "وتمسك وفد الجيش بانسحاب الدعم السريع من الجنينة قبل أي تفاهم.",
    "رهنت كييف المفاوضات بانسحاب روسيا من ميليتوبول.",
    "الهدنة مشروطة بانسحاب الحوثيين من الحديدة.",
    # titles
    'وفاز فيلم "سقوط حلب" بجائزة مهرجان قرطاج.',
    'يعرض الفيلم الوثائقي "تحرير الموصل" في بغداد.',
    "صدرت رواية «سقوط غرناطة» عن دار الآداب.",
    'صدر للكاتب كتابه الجديد "سقوط كابول".',
    'تروي مسرحية "حين دخلت القوات السوفيتية براغ" حكاية طالب.',
    "ألقى محاضرة بعنوان «استعادة الأكراد كوباني من داعش» في أربيل.",
    # matches
    "واقتحم ليفربول معقل مانشستر سيتي وخرج بثلاث نقاط.",
    "استعاد نادي ليفربول توازنه واقتحم معقل إيفرتون في الدوري.",
    # what it is too early to say, what a battle is for, the steps of a plan
    "ومن المبكر إعلان السيطرة على ليمان.",
    "بدأت معركة استعادة بارا من قبضة قوات الدعم السريع.",
    "تقضي خطة الجيش بالتقدم نحو مأرب، بعد طرد الحوثيين من زنجبار.",
    # a person's journey, an embassy and a hospital
    "وقال في تصريح لدى مغادرته عدن إن الرئيس سيعود.",
    "أخلى المسلحون مستشفى تدمر لأسباب أمنية.",
    "هبطت الطائرة أمس في عدن بدعم لمركز الملك سلمان.",
    # a well without a name
    "واستعادت شركة نفط البصرة السيطرة على بئر نفطية بعد تسرب للغاز.",
    "استعاد الجيش السيطرة على بئر نفطية في الرميلة.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_told_of_a_place(text: str) -> None:
    assert not claims(text, "2025-02-20")


DEEDS = [
    ("رحبت الحكومة بانسحاب الدعم السريع من الجنينة.", {"lost الجنينة RSF"}),
    ("تمسك الجيش بمواقعه بعد انسحاب الدعم السريع من الجنينة.", {"lost الجنينة RSF"}),
    ("ربط التنظيم حلب بالرقة بعد سيطرته على الطبقة.", {"gained الطبقة ISIS"}),
    ('وقالت وكالة سانا "سقوط حلب بيد داعش".', {"gained حلب ISIS"}),
    ("أعلنت «هيئة تحرير الشام» أن «مقاتليها سيطروا على حلب».", {"gained حلب HTS"}),
    ("قال كتاب التاريخ إن سقوط تدمر بيد داعش وقع عام 2015.", {"gained تدمر ISIS"}),
    ("اقتحم الجيش معقل داعش في تدمر بعد مباراة.", {"gained تدمر SYRIA_TRANSITION"}),
    # each town of a series is his alone behind which he is named
    ("سقطت طبرق بيد الألمان، ثم مرسى مطروح على يد الإيطاليين.", {"gained طبرق GERMANY", "gained مرسى مطروح ITALY"}),
    (
        "سقطت سراقب بيد الفصائل الجمعة، ثم معرة النعمان السبت على يد هيئة تحرير الشام.",
        {"gained سراقب SYRIA_OPP", "gained معرة النعمان HTS"},
    ),
    (
        "سقطت ماريوبول في قبضة الروس في أيار، ثم ليسيتشانسك في تموز على يد مقاتلي فاغنر.",
        {"gained ماريوبول RUSSIA", "gained ليسيتشانسك WAGNER"},
    ),
    ("سقطت طبرق بيد الألمان في حزيران، ثم مرسى مطروح في تموز.", {"gained طبرق GERMANY", "gained مرسى مطروح GERMANY"}),
    ("سقطت غوما وبوكافو في يناير على يد حركة إم23.", {"gained غوما M23", "gained بوكافو M23"}),
]


@pytest.mark.parametrize(("text", "expected"), DEEDS)
def test_whose_deed_is_told(text: str, expected: set[str]) -> None:
    assert {f"{c.relation.value} {c.place.text} {c.actor and c.actor.id}" for c in claims(text, "2025-02-20")} == expected


TELLINGS = [
    ("وكانت قوات الدعم السريع تقدمت في سبتمبر الماضي وسيطرت على بارا.", "background"),
    ("كان الجيش يقصف المنطقة منذ أيام وسيطر على بارا أمس.", "event"),
]


@pytest.mark.parametrize(("text", "expected"), TELLINGS)
def test_a_pluperfect_covers_the_verb_that_goes_on_from_it(text: str, expected: str) -> None:
    assert [claim.telling for claim in claims(text, "2025-10-20")] == [expected]
