"""What an Arabic text says in the words of control without claiming that anybody has a place, and whose deed it does not tell."""

import pytest
from any_war import claims as read

TOLD = {
    "what is excepted from a denied verb is somebody's only where it remains": [
        ("لم تقصف المقاتلات التركية سوى بلدة تل رفعت.", "2018-03-02", set()),
        ("ولم تستهدف القوات الإسرائيلية إلا مدينة صور.", "2024-10-20", set()),
        ("لا يحاصر الجيش سوى مدينة درنة.", "2017-08-20", set()),
        ("لم يبق أمام القوات الحكومية إلا بلدة نصيب.", "2018-07-05", set()),
        ("لم يتبق للتنظيم في الأنبار سوى بلدة راوة.", "2017-11-10", {"holds ISIS راوة"}),
        ("لا تملك حركة الشباب سوى مدينة كيسمايو.", "2012-09-10", {"holds SHABAAB كيسمايو"}),
    ],
    "what alone remains in somebody's hands is his": [
        ("لم يتبق سوى مدينة القائم بيد التنظيم.", "2017-10-20", {"holds ISIS القائم"}),
        ("ولم تبق سوى مدينة تعز تحت سيطرة القوات الحكومية.", "2016-04-01", {"holds YEMEN_GOV تعز"}),
        ("لم تعد مدينة القائم بيد التنظيم.", "2017-11-04", {"lost ISIS القائم"}),
    ],
    "to lay something other than a hand on a town takes none": [
        ("وضع التحالف قيودا على مدينة الحديدة.", "2017-11-10", set()),
        ("وضعت الحكومة يدها على مدينة بيدوا.", "2026-03-30", {"gained SOMALI_GOV بيدوا"}),
    ],
    "a town that is only called freed was not freed by whoever else is named": [
        ("زار الوزير بلدة القريتين المحررة التي دمرها تنظيم داعش.", "2016-04-20", {"gained None القريتين"}),
        ("عاد السكان إلى مدينة بيجي المحررة بعد أن نسف داعش مصفاتها.", "2015-11-20", {"gained None بيجي"}),
        ("زار الوزير مدينة بيجي المحررة على يد القوات العراقية.", "2015-11-20", {"gained IRAQ_GOV بيجي"}),
    ],
    "what is said to be a must, far off, decided or vied for is not done": [
        ("تحدث القائد عن وجوب تطهير مدينة درنة من المسلحين.", "2018-05-20", set()),
        ("قال البنتاغون إن القوات الروسية لا تزال بعيدة عن السيطرة على مدينة خاركيف.", "2022-04-20", set()),
        ("قررت القوات الفرنسية الانسحاب من مدينة تمبكتو.", "2021-10-20", set()),
        ("تتسابق الفصائل على السيطرة على مدينة الباب.", "2017-01-20", set()),
        ("قررت الحكومة فتح المعبر بعد أن انسحبت المعارضة من مدينة نصيب.", "2018-10-20", {"lost SYRIA_OPP نصيب"}),
    ],
    "who storms a town to arrest people takes none, and loses none when he leaves": [
        (
            "اقتحمت قوة إسرائيلية قبل ظهر اليوم الأحد البلدة القديمة وسط مدينة الخليل.\nواعتقلت القوة ثلاثة شبان.",
            "2023-05-14",
            set(),
        ),
        ("القوات الإسرائيلية تقتحم قلقيلية وتعتقل أربعة", "2023-05-14", set()),
        ("انسحبت القوات الإسرائيلية من بلدة قباطية بعد أن اعتقلت شابين.", "2023-05-14", set()),
        ("شنت القوات الإسرائيلية حملة مداهمات في طوباس قبل أن تنسحب من المدينة.", "2023-05-14", set()),
        (
            "اقتحمت القوات العراقية مدينة هيت وسيطرت على المدينة. واعتقلت القوات عشرات المسلحين.",
            "2016-04-14",
            {"gained IRAQ_GOV هيت"},
        ),
        ("انسحب الحوثيون من مدينة عتق. واعتقلت المقاومة عشرات منهم.", "2015-08-15", {"lost HOUTHI عتق"}),
    ],
}


@pytest.mark.parametrize(("text", "published", "expected"), [case for cases in TOLD.values() for case in cases])
def test_no_claim(text: str, published: str, expected: set[str]) -> None:
    told = {
        f"{claim.relation.value} {claim.actor.id if claim.actor else None} {claim.place.text}" for claim in read(text, published)
    }
    assert told == expected


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("يحيي السوريون اليوم الاثنين الذكرى الأولى للثورة ودخول الفصائل مدينة حماة.", "2025-12-08"),
        ("احتفل السكان، أمس، بالذكرى الثالثة للنصر واستعادة القوات العراقية مدينة الرمادي.", "2018-12-29"),
    ],
)
def test_an_anniversary_is_not_the_day_of_what_it_remembers(text: str, published: str) -> None:
    told = read(text, published)
    assert len(told) == 1
    assert told[0].when.basis != "stated"
    assert told[0].telling == "background"


def test_fighting_in_streets_without_any_phrase_is_read() -> None:
    assert not read("تجددت الاشتباكات في الأحياء.", "2024-01-01")
